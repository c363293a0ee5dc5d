use std::collections::BTreeSet;

/// Last words of the names of internal offices.
const OFFICE_SUFFIXES: &str = include_str!("../../../data/internal_office_suffixes.csv");

/// A name taken apart: what stands outside brackets, and the items listed inside.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct BracketedName {
    pub(super) outside: String,
    pub(super) items: BTreeSet<String>,
}

impl BracketedName {
    pub(super) fn read(name: &str) -> Self {
        let (mut outside, mut inside) = (String::new(), String::new());
        let mut depth = 0_usize;
        for character in name.chars().filter(|character| !character.is_whitespace()) {
            match character {
                '（' | '(' | '〔' | '[' => {
                    depth += 1;
                    inside.push('、');
                }
                '）' | ')' | '〕' | ']' => depth = depth.saturating_sub(1),
                _ if depth > 0 => inside.push(character),
                _ => outside.push(character),
            }
        }
        let items = inside.split(['、', '，', ',', '/', '；', ';']).filter(|item| !item.is_empty());
        Self { outside, items: items.map(str::to_owned).collect() }
    }

    /// Whether a bracket names an office inside the organ: then the bracket tells organs apart.
    pub(super) fn names_an_office(&self) -> bool {
        self.items.iter().any(|item| is_an_office(item))
    }
}

/// Whether a name ends as those of internal offices do.
pub(super) fn is_an_office(name: &str) -> bool {
    OFFICE_SUFFIXES.lines().skip(2).any(|suffix| name.ends_with(suffix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_taken_apart() {
        let cases: [(&str, &str, &[&str]); 5] = [
            ("区直各学校（单位、幼儿园）", "区直各学校", &["单位", "幼儿园"]),
            ("各镇(街)教委", "各镇教委", &["街"]),
            ("各县（市、区） 人民政府", "各县人民政府", &["区", "市"]),
            ("办公室", "办公室", &[]),
            ("）各镇（（街", "各镇", &["街"]),
        ];
        for (name, outside, items) in cases {
            let read = BracketedName::read(name);
            assert_eq!(read.outside, outside, "{name}");
            assert_eq!(read.items.iter().map(String::as_str).collect::<Vec<_>>(), items, "{name}");
        }
        assert!(BracketedName::read("区教体局（基教科）").names_an_office());
        assert!(!BracketedName::read("各镇（街道）").names_an_office());
    }
}
