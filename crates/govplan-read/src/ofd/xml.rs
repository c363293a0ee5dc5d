use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use std::borrow::Cow;

/// A part's elements in the order in which they open. Names are compared without their namespace.
pub(super) struct Elements<'x> {
    reader: Reader<&'x [u8]>,
    /// Elements that are open.
    depth: usize,
    /// Elements that may be open.
    deepest: usize,
    over: bool,
    /// Whether the part breaks off or is no XML from somewhere on.
    pub(super) is_damaged: bool,
    /// Whether elements were left out that are nested deeper than allowed.
    pub(super) is_too_deep: bool,
}

/// One thing in a part.
enum Token<'x> {
    Open(BytesStart<'x>),
    Text(Cow<'x, str>),
    Close,
}

impl<'x> Elements<'x> {
    /// The elements of a part, nested at most so deep.
    pub(super) fn new(text: &'x str, deepest: usize) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        Self { reader, depth: 0, deepest, over: false, is_damaged: false, is_too_deep: false }
    }

    /// How many elements are open: the one that [`Self::next`] gave last, and those around it.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// The next element that opens, as long as so many stay open. It is left to be entered by the next call.
    pub(super) fn next(&mut self, depth: usize) -> Option<Element<'x>> {
        loop {
            match self.token()? {
                Token::Open(start) => return Some(Element { start }),
                Token::Close if self.depth < depth => return None,
                Token::Close | Token::Text(_) => {}
            }
        }
    }

    /// Closes the element that opened last and gives its text, without that of elements inside it.
    pub(super) fn text(&mut self) -> String {
        let depth = self.depth;
        let mut text = String::new();
        while let Some(token) = self.token() {
            match token {
                Token::Text(part) if self.depth == depth => text.push_str(&part),
                Token::Close if self.depth < depth => break,
                _ => {}
            }
        }
        text
    }

    /// Closes the element that opened last, whatever it holds.
    pub(super) fn skip(&mut self) {
        let depth = self.depth;
        while self.next(depth).is_some() {}
    }

    fn token(&mut self) -> Option<Token<'x>> {
        while !self.over {
            let Ok(event) = self.reader.read_event() else {
                self.is_damaged = true;
                self.over = true;
                break;
            };
            let token = match event {
                Event::Start(start) => {
                    self.depth += 1;
                    self.is_too_deep |= self.depth > self.deepest;
                    (self.depth <= self.deepest).then_some(Token::Open(start))
                }
                Event::End(_) => {
                    self.is_damaged |= self.depth == 0;
                    self.depth = self.depth.saturating_sub(1);
                    (self.depth < self.deepest).then_some(Token::Close)
                }
                Event::Text(text) => Some(Token::Text(text.into_inner())),
                Event::CData(text) => Some(Token::Text(text.into_inner())),
                Event::GeneralRef(name) => {
                    let character = name.resolve_char_ref().ok().flatten().map(|c| Cow::Owned(c.to_string()));
                    character.or_else(|| resolve_predefined_entity(&name).map(Cow::Borrowed)).map(Token::Text)
                }
                Event::Eof => {
                    self.is_damaged |= self.depth > 0;
                    self.over = true;
                    None
                }
                _ => None,
            };
            if token.is_some() {
                return token;
            }
        }
        None
    }
}

/// An element with its attributes.
pub(super) struct Element<'x> {
    start: BytesStart<'x>,
}

impl Element<'_> {
    /// The name without its namespace.
    pub(super) fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// The value of an attribute, without white space around it.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let mut attributes = attributes.with_checks(false).flatten();
        let attribute = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
        Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.trim().to_owned())
    }

    /// The number that an attribute holds; `None` where it holds none that can be drawn.
    pub(super) fn number(&self, name: &str) -> Option<f64> {
        self.attribute(name)?.parse().ok().filter(|number: &f64| number.is_finite())
    }

    /// What an attribute says of yes and no; `None` where it says neither.
    pub(super) fn flag(&self, name: &str) -> Option<bool> {
        match self.attribute(name)?.as_str() {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_in_any_namespace_and_in_none() {
        for text in ["<ofd:Page ID='7'/>", "<Page ID='7'/>", "<odf:Page xmlns:ofd='x' ofd:ID=' 7 '></odf:Page>"] {
            let mut elements = Elements::new(text, 9);
            let page = elements.next(0).unwrap();
            assert_eq!((page.name(), page.attribute("ID").as_deref()), ("Page", Some("7")), "{text}");
            assert!(elements.next(0).is_none() && !elements.is_damaged);
        }
    }

    #[test]
    fn text_joins_what_stands_in_the_element_itself() {
        let text = "<a><!-- x --><b>一&amp;<c>不</c>&#x4E8C;<![CDATA[<三>]]>&无;四 & 五</b><d/></a>";
        let mut elements = Elements::new(text, 9);
        elements.next(0).unwrap();
        assert_eq!(elements.next(1).unwrap().name(), "b");
        assert_eq!(elements.text(), "一&二<三>四 & 五");
        assert_eq!(elements.next(1).unwrap().name(), "d");
        assert!(elements.next(1).is_none() && !elements.is_damaged);
    }

    #[test]
    fn what_is_nested_too_deep_is_left_out() {
        let mut elements = Elements::new("<a><b><c>深<d/></c>浅</b><e/></a>", 2);
        elements.next(0).unwrap();
        elements.next(1).unwrap();
        assert_eq!(elements.text(), "浅");
        assert!(elements.is_too_deep && !elements.is_damaged);
        assert_eq!(elements.next(1).unwrap().name(), "e");
    }

    #[test]
    fn a_part_that_breaks_off_is_damaged() {
        for text in ["<a><b>", "<a><b", "<a></a></a>", "<a b='1></a>"] {
            let mut elements = Elements::new(text, 9);
            while elements.next(0).is_some() {}
            assert!(elements.is_damaged, "{text}");
        }
    }
}
