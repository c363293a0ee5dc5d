use super::essence::essential_parts;
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

/// What a text says, with one word for all that are used for each other. What it was written to serves the next text.
#[derive(Default)]
pub(super) struct Plain {
    essence: String,
    plain: String,
}

impl Plain {
    pub(super) fn of(&mut self, text: &str) -> &str {
        self.essence.clear();
        self.essence.extend(essential_parts(text));
        self.plain.clear();
        let mut rest = 0;
        for found in SEARCH.iter().flat_map(|search| search.find_iter(&self.essence)) {
            self.plain.push_str(self.essence.get(rest..found.start()).unwrap_or_default());
            self.plain.push_str(WORDS.1.get(found.pattern().as_usize()).copied().unwrap_or_default());
            rest = found.end();
        }
        self.plain.push_str(self.essence.get(rest..).unwrap_or_default());
        &self.plain
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_stands_for_all() {
        let mut plain = Plain::default();
        assert_eq!(plain.of("切实强化推行，以及推动。"), "加强推进和推进");
        assert_eq!(plain.of("应当组织开展培训"), Plain::default().of("开展培训"));
        assert_eq!(plain.of(""), "");
    }
}
