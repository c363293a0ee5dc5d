use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesEnd, BytesRef, BytesStart, Event};
use std::borrow::Cow;

/// The pieces of an XML document, in order. Mistakes in its nesting are let pass; the pieces end where its syntax is
/// broken.
pub(super) struct Markup<'a> {
    reader: Reader<&'a [u8]>,
    /// The tag that ended the last text.
    tag: Option<Piece<'a>>,
    /// Elements opened and not yet closed; less than none where more are closed.
    open: i64,
    damaged: bool,
}

/// One piece; an empty element gives both its tags.
pub(super) enum Piece<'a> {
    Open(BytesStart<'a>),
    Close(BytesEnd<'a>),
    /// All characters between two tags.
    Text(Cow<'a, str>),
}

impl<'a> Markup<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        Self { reader, tag: None, open: 0, damaged: false }
    }

    /// Whether the document, as far as it was read, ends in the middle.
    pub(super) const fn is_damaged(&self) -> bool {
        self.damaged || self.open > 0
    }
}

impl<'a> Iterator for Markup<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        if let Some(tag) = self.tag.take() {
            return Some(tag);
        }
        let mut text: Cow<'a, str> = Cow::Borrowed("");
        while !self.damaged {
            match self.reader.read_event() {
                Ok(Event::Start(tag)) => {
                    self.open += 1;
                    self.tag = Some(Piece::Open(tag));
                }
                Ok(Event::End(tag)) => {
                    self.open -= 1;
                    self.tag = Some(Piece::Close(tag));
                }
                // Adding to an empty text borrows what is added.
                Ok(Event::Text(part)) => text += part.xml10_content(),
                Ok(Event::CData(part)) => text += part.xml10_content(),
                Ok(Event::GeneralRef(reference)) => push_resolved(text.to_mut(), &reference),
                Ok(Event::Eof) => break,
                Ok(_) => {}
                Err(_) => self.damaged = true,
            }
            if self.tag.is_some() {
                break;
            }
        }
        if text.is_empty() { self.tag.take() } else { Some(Piece::Text(text)) }
    }
}

/// Pushes the characters that a reference stands for; one that stands for none is kept as printed.
fn push_resolved(text: &mut String, reference: &BytesRef<'_>) {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return text.push(character);
    }
    let name = reference.xml10_content();
    match resolve_predefined_entity(&name) {
        Some(characters) => text.push_str(characters),
        None => text.extend(["&", &name, ";"]),
    }
}

/// The value of an element's attribute, by its name without a prefix.
pub(super) fn attribute<'a>(tag: &'a BytesStart<'_>, name: &str) -> Option<Cow<'a, str>> {
    let mut attributes = tag.attributes();
    let attribute = attributes.with_checks(false).flatten().find(|one| one.key.local_name().as_ref() == name)?;
    Some(attribute.normalized_value(XmlVersion::Implicit1_0).unwrap_or(attribute.value))
}

/// The value of an attribute that is a count.
pub(super) fn count(tag: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(tag, name)?.trim().parse().ok()
}

/// The characters of an XML document: by its byte order mark, else by the encoding that it declares, else UTF-8.
pub(super) fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    let encoding = match bytes {
        [0, b'<', ..] => UTF_16BE,
        [b'<', 0, ..] => UTF_16LE,
        // Programs that write UTF-8 into a stream of characters declare UTF-16.
        _ => declared(bytes).filter(|encoding| ![UTF_16BE, UTF_16LE].contains(encoding)).unwrap_or(UTF_8),
    };
    encoding.decode(bytes).0
}

/// The encoding that an XML declaration names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.trim_ascii_start().strip_prefix(b"<?xml")?;
    let end = start.iter().position(|byte| *byte == b'>')?;
    let declaration = str::from_utf8(start.get(..end)?).ok()?;
    let (_, value) = declaration.split_once("encoding")?;
    let label = value.trim_start_matches(|c: char| c == '=' || c == '"' || c == '\'' || c.is_whitespace());
    Encoding::for_label(label.split(['"', '\'']).next()?.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::GBK;

    #[test]
    fn pieces_end_where_the_syntax_is_broken() {
        let text = |markup: &mut Markup<'_>| -> String {
            let pieces = markup.filter_map(|piece| match piece {
                Piece::Text(text) => Some(text.into_owned()),
                Piece::Open(_) | Piece::Close(_) => None,
            });
            pieces.collect()
        };
        let cases = [
            ("<a>一<b/>&amp;&#20108;&x;<![CDATA[<三>]]></a>", "一&二&x;<三>", false),
            ("<a>一</b></a></a>", "一", false),
            ("<a>一<b>二", "一二", true),
            ("<a>一<b 二", "一", true),
            ("<a>一 & 二</a>", "一 & 二", false),
        ];
        for (document, expected, damaged) in cases {
            let mut markup = Markup::new(document);
            assert_eq!((text(&mut markup).as_str(), markup.is_damaged()), (expected, damaged), "{document}");
        }
    }

    #[test]
    fn documents_are_read_in_the_encoding_that_they_declare() {
        let document = |label: &str| format!("<?xml version=\"1.0\" encoding=\"{label}\"?><a>教育局</a>");
        let utf_16: Vec<u8> = document("UTF-16").encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut marked = vec![0xFF, 0xFE];
        marked.extend(&utf_16);
        for bytes in [
            GBK.encode(&document("gb2312")).0.into_owned(),
            document("UTF-8").into_bytes(),
            document("utf-16").into_bytes(),
            document("unheard-of").into_bytes(),
            "<a>教育局</a>".into(),
            utf_16,
            marked,
        ] {
            assert!(decoded(&bytes).contains("<a>教育局</a>"), "{bytes:?}");
        }
    }
}
