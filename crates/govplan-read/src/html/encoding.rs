use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes at the start of a page that are searched; browsers search 1024 and pages of old systems declare later.
const SEARCHED: usize = 8192;

/// The encoding that a page declares in its `meta` elements or XML declaration (WHATWG HTML, 13.2.3.2).
pub(super) fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..SEARCHED).unwrap_or(bytes);
    let declarations = tags(start).filter_map(|tag| label(tag));
    declarations.filter_map(Encoding::for_label).next().map(|encoding| match encoding {
        // GB 18030 holds GBK, which holds GB 2312.
        _ if encoding == encoding_rs::GBK => GB18030,
        // The declaration itself was read as ASCII.
        _ if encoding == UTF_16BE || encoding == UTF_16LE => UTF_8,
        _ => encoding,
    })
}

/// The insides of the tags that may declare an encoding; comments are passed over.
fn tags(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        loop {
            let at = rest.iter().position(|byte| *byte == b'<')?;
            let tag = rest.get(at + 1..)?;
            if let Some(comment) = tag.strip_prefix(b"!--") {
                let end = comment.windows(3).position(|window| window == b"-->")?;
                rest = comment.get(end..)?;
                continue;
            }
            let end = tag.iter().position(|byte| *byte == b'>').unwrap_or(tag.len());
            rest = tag.get(end..)?;
            let tag = tag.get(..end)?;
            if starts_with(tag, b"meta") || starts_with(tag, b"?xml ") {
                return Some(tag);
            }
        }
    })
}

fn starts_with(bytes: &[u8], start: &[u8]) -> bool {
    bytes.get(..start.len()).is_some_and(|bytes| bytes.eq_ignore_ascii_case(start))
}

/// The label after `charset=` or `encoding=`.
fn label(tag: &[u8]) -> Option<&[u8]> {
    let after = |name: &[u8]| {
        let at = tag.windows(name.len()).position(|window| window.eq_ignore_ascii_case(name))?;
        tag.get(at + name.len()..)?.trim_ascii_start().strip_prefix(b"=")
    };
    let value = after(b"charset").or_else(|| after(b"encoding"))?.trim_ascii_start();
    let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
    let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'' | b';' | b'/' | b'?');
    value.get(..value.iter().position(ends).unwrap_or(value.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_are_found_where_pages_write_them() {
        let cases = [
            ("<meta charset=utf-8>", Some("UTF-8")),
            ("<html><META CHARSET = 'GB2312' />", Some("gb18030")),
            (r#"<meta content="text/html; charset=gbk" http-equiv="Content-Type">"#, Some("gb18030")),
            (r#"<?xml version="1.0" encoding="gb2312"?><html>"#, Some("gb18030")),
            (r#"<meta name=a><meta charset="big5">"#, Some("Big5")),
            (r#"<meta charset="utf-16">"#, Some("UTF-8")),
            (r#"<!-- <meta charset="gbk"> --><meta charset="utf-8">"#, Some("UTF-8")),
            (r#"<meta charset="没有">"#, None),
            ("<p>charset=gbk</p>", None),
            ("<meta charset", None),
            ("<", None),
        ];
        for (page, encoding) in cases {
            assert_eq!(declared(page.as_bytes()).map(Encoding::name), encoding, "{page}");
        }
    }
}
