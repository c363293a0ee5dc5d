use super::essence::essence;
use crate::organ::table;
use std::sync::LazyLock;

const SYNONYMS: &str = include_str!("../../../data/synonyms.csv");

/// Every word of the table with the one that stands for it, by its first character; of two the longer first.
static STANDING: LazyLock<Vec<(char, &str, &str)>> = LazyLock::new(|| {
    let rows = table(SYNONYMS).filter_map(|row| row.first().and_then(|words| words.split_once(';')));
    let words =
        rows.flat_map(|(first, others)| std::iter::once(first).chain(others.split(';')).map(move |word| (word, first)));
    let mut standing: Vec<_> = words.filter_map(|(word, first)| Some((word.chars().next()?, word, first))).collect();
    standing.sort_by_key(|(start, word, _)| (*start, std::cmp::Reverse(word.len())));
    standing
});

/// What a text says, with one word for all that are used for each other.
pub(super) fn plain(text: &str) -> String {
    let text = essence(text);
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(start) = rest.chars().next() {
        let words = STANDING.iter().skip(STANDING.partition_point(|(first, ..)| *first < start));
        let mut words = words.take_while(|(first, ..)| *first == start);
        if let Some((after, word)) = words.find_map(|(_, word, first)| Some((rest.strip_prefix(*word)?, *first))) {
            plain.push_str(word);
            rest = after;
        } else {
            plain.push(start);
            rest = rest.get(start.len_utf8()..).unwrap_or_default();
        }
    }
    plain
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
