/// What page numbers look like without white space: `0` stands for a number, `-` for dashes.
///
/// The dashes on both sides are those of GB/T 9704—2012, 7.5.
const SHAPES: &[&str] = &[
    "-0-",
    "第0页",
    "第0页共0页",
    "第0页,共0页",
    "第0页/共0页",
    "第0页/0页",
    "共0页第0页",
    "共0页,第0页",
    "page0",
    "page0of0",
    "page0/0",
];

/// Whether a line holds only a page number: `— 1 —`, `第 3 页 共 9 页`, `3/9`, `Page 3 of 9`.
///
/// A bare number is none: it may be a cell.
pub(crate) fn is_page_number(line: &str) -> bool {
    const LONGEST: usize = 64;
    if line.len() > LONGEST {
        return false;
    }
    let mut shape = String::new();
    for c in line.chars().filter(|c| !c.is_whitespace()).map(class) {
        if !(matches!(c, '0' | '-') && shape.ends_with(c)) {
            shape.push(c);
        }
    }
    SHAPES.contains(&shape.as_str()) || (shape == "0/0" && counts_up(line))
}

/// Whether the first of two numbers is at most the second: a fraction of more is no page.
fn counts_up(line: &str) -> bool {
    let number = |text: &str| text.trim().parse::<u16>().ok();
    line.split_once('/').is_some_and(
        |(page, pages)| matches!((number(page), number(pages)), (Some(page), Some(pages)) if (1..=pages).contains(&page)),
    )
}

fn class(c: char) -> char {
    match c {
        '0'..='9' | '０'..='９' => '0',
        '-' | '－' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '─' => '-',
        '，' => ',',
        _ => c.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_told_from_content() {
        for line in
            ["— 1 —", "- 3 -", "－１２－", "第 3 页 共 9 页", "第3页", "共9页 第3页", "3/9", "3 / 12", "Page 3 of 9"]
        {
            assert!(is_page_number(line), "{line}");
        }
        for line in
            ["3", "9/3", "1.", "—", "----", "第3页第2段", "-5", "第一页", "2020/8/27", "共9页", "0/3", "- 各科室 -"]
        {
            assert!(!is_page_number(line), "{line}");
        }
    }
}
