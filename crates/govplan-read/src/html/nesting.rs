//! A bound on how deep elements are nested, for building the tree takes time with the square of the depth.

/// Elements open at once beyond which a page is cut.
const DEPTH: usize = 4096;

/// Elements that have no end tag, or whose end tag is often left out.
const OPEN_ENDED: [&str; 24] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p", "li",
    "td", "tr", "th", "dd", "dt", "option", "tbody", "thead", "tfoot",
];

/// The markup up to where it nests too deep, and whether it is cut there.
pub(super) fn bounded(markup: &str) -> (&str, bool) {
    let mut depth = 0_usize;
    for (at, _) in markup.match_indices('<') {
        let rest = markup.get(at + 1..).unwrap_or_default();
        let closes = rest.starts_with('/');
        let name = rest.trim_start_matches('/');
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let name = name.get(..end).unwrap_or_default();
        if name.is_empty() || OPEN_ENDED.iter().any(|open| open.eq_ignore_ascii_case(name)) {
            continue;
        }
        depth = if closes { depth.saturating_sub(1) } else { depth + 1 };
        if depth > DEPTH {
            return (markup.get(..at).unwrap_or_default(), true);
        }
    }
    (markup, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_cut_where_it_nests_too_deep() {
        let deep = "<div>".repeat(DEPTH + 5);
        assert_eq!(bounded(&deep), ("<div>".repeat(DEPTH).as_str(), true));
        let flat = "<p>一<br>".repeat(DEPTH * 2);
        assert_eq!(bounded(&flat), (flat.as_str(), false));
    }
}
