use unicode_width::UnicodeWidthChar;

/// A text that is no wider than so many columns (a Chinese character takes two), on one line, with a mark where it was cut.
pub(super) fn excerpt(text: &str, columns: usize) -> String {
    let mut excerpt = String::new();
    let mut left = columns;
    for word in text.split_whitespace() {
        let gap = if excerpt.is_empty() { None } else { Some(' ') };
        for c in gap.into_iter().chain(word.chars()) {
            let width = c.width().unwrap_or(1);
            if width > left {
                excerpt.push('…');
                return excerpt;
            }
            left -= width;
            excerpt.push(c);
        }
    }
    excerpt
}

/// The first sentence of a text.
pub(super) fn sentence(text: &str) -> &str {
    let mut sentences = text.split_inclusive(['。', '\n']).map(str::trim);
    sentences.find(|sentence| !sentence.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_no_wider_than_it_may_be() {
        assert_eq!(excerpt("完善\n制度  规范", 20), "完善 制度 规范");
        assert_eq!(excerpt("完善制度", 5), "完善…");
        assert_eq!(excerpt("abcdef", 6), "abcdef");
        assert_eq!(excerpt("", 3), "");
    }

    #[test]
    fn a_sentence_ends_with_its_stop_or_its_line() {
        assert_eq!(sentence("\n 编制目录。公布。"), "编制目录。");
        assert_eq!(sentence("编制目录\n公布。"), "编制目录");
        assert_eq!(sentence(" "), "");
    }
}
