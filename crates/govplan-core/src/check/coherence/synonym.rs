use super::essence::essential;
use crate::organ::table;
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use std::sync::LazyLock;

const SYNONYMS: &str = include_str!("../../../data/synonyms.csv");

/// The words of the table, and beside them those that stand for them.
static WORDS: LazyLock<(Vec<&str>, Vec<&str>)> = LazyLock::new(|| {
    let rows = table(SYNONYMS).filter_map(|row| row.first().and_then(|words| words.split_once(';')));
    let words =
        rows.flat_map(|(first, others)| std::iter::once(first).chain(others.split(';')).map(move |word| (word, first)));
    words.filter(|(word, _)| !word.is_empty()).unzip()
});

/// Finds the words, of two the longer. Absent only if the table were larger than a search can be.
static SEARCH: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let mut search = AhoCorasick::builder();
    search.match_kind(MatchKind::LeftmostLongest).kind(Some(AhoCorasickKind::DFA));
    // It would stop at the first byte of most Chinese characters.
    search.prefilter(false).build(&WORDS.0).ok()
});

/// The characters of what a text says, with one word for all that are used for each other.
pub(super) fn plain(text: &str) -> impl Iterator<Item = char> + '_ {
    let mut rest = 0;
    let mut words = SEARCH.iter().flat_map(move |search| search.find_iter(text));
    let mut is_over = false;
    let parts = std::iter::from_fn(move || {
        if is_over {
            return None;
        }
        let (end, word, next) = match words.next() {
            Some(found) => (found.start(), WORDS.1.get(found.pattern().as_usize()).copied(), found.end()),
            None => (text.len(), None, text.len()),
        };
        is_over = next == text.len() && word.is_none();
        let before = text.get(std::mem::replace(&mut rest, next)..end).unwrap_or_default();
        Some([before, word.unwrap_or_default()])
    });
    parts.flatten().flat_map(essential)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_stands_for_all() {
        let plain = |text| plain(text).collect::<String>();
        assert_eq!(plain("切实强化推行，以及推动。"), "加强推进和推进");
        assert_eq!(plain("应当组织开展培训"), plain("开展培训"));
        assert_eq!(plain(""), "");
    }
}
