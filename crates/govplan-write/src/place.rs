use crate::label::label;
use govplan_core::{Language, Place};

/// A place in words: `12:5`, 表1 第3行 第2列, `table 1 row 3 column 2`.
pub(crate) fn place_text(place: &Place, language: Language) -> String {
    if language == Language::English || place.line.is_some() || place.cell.is_some() {
        return place.to_string();
    }
    let counts = [
        ("place.page", place.page),
        ("place.paragraph", place.paragraph),
        ("place.table", place.table),
        ("place.row", place.row),
        ("place.column", place.column),
    ];
    let parts = counts.iter().filter_map(|(key, count)| Some(format!("第{}{}", (*count)?, label(key, language))));
    parts.collect::<Vec<_>>().join("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_as_its_language_says_it() {
        let cell = Place::in_table(1, 3, 2);
        assert_eq!(place_text(&cell, Language::Chinese), "第1表第3行第2列");
        assert_eq!(place_text(&cell, Language::English), "table 1 row 3 column 2");
        assert_eq!(place_text(&Place::in_line(12, 5, 1), Language::Chinese), "12:5");
    }
}
