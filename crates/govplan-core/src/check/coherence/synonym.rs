use super::essence::essence;
use crate::organ::table;
use aho_corasick::{AhoCorasick, MatchKind};
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
static SEARCH: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&WORDS.0).ok());

/// What a text says, with one word for all that are used for each other.
pub(super) fn plain(text: &str) -> String {
    let text = essence(text);
    match &*SEARCH {
        Some(search) => search.replace_all(&text, &WORDS.1),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_stands_for_all() {
        assert_eq!(plain("切实强化推行，以及推动。"), "加强推进和推进");
        assert_eq!(plain("应当组织开展培训"), plain("开展培训"));
        assert_eq!(plain(""), "");
    }
}
