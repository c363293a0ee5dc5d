use super::namespace::{Namespace, Prefixes};
use memchr::memmem;
use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;
use std::io::BufRead;

/// XML as a stream of elements and text. Document types are passed over, so that no entity but the five of XML and
/// character numbers means anything.
pub(super) struct Xml<'x> {
    text: &'x str,
    reader: Reader<&'x [u8]>,
    prefixes: Prefixes,
    /// Elements that are open.
    depth: usize,
    /// Elements that may be open; deeper ones are passed over.
    limit: usize,
    /// Whether elements were passed over for their depth.
    pub(super) is_cut: bool,
}

/// What the stream holds next.
pub(super) enum Token<'x> {
    Open(Element<'x>),
    Close,
    Text(Cow<'x, str>),
    End,
}

/// The XML is broken from here on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Broken;

impl<'x> Xml<'x> {
    /// XML whose elements are read to a depth.
    pub(super) fn new(text: &'x str, limit: usize) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self { text, reader, prefixes: Prefixes::default(), depth: 0, limit, is_cut: false }
    }

    /// Elements that are open.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// Bytes that have been read.
    pub(super) fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    /// What comes next.
    pub(super) fn next(&mut self) -> Result<Token<'x>, Broken> {
        loop {
            match self.event()? {
                Event::Start(_) if self.depth > self.limit => {
                    self.is_cut = true;
                    self.skip()?;
                }
                Event::Start(start) => {
                    self.prefixes.open(self.depth, &start);
                    let name = start.name();
                    let prefix = name.prefix().map_or("", |prefix| prefix.into_inner());
                    let namespace = self.prefixes.namespace(prefix);
                    let local = name.into_inner().len() - name.local_name().into_inner().len();
                    return Ok(Token::Open(Element { namespace, start, local }));
                }
                Event::End(_) => return Ok(Token::Close),
                Event::Text(text) => return Ok(Token::Text(text.into_inner())),
                Event::CData(text) => return Ok(Token::Text(text.into_inner())),
                Event::GeneralRef(reference) => {
                    let number = reference.resolve_char_ref().ok().flatten().map(|c| Cow::Owned(c.to_string()));
                    let text = number.or_else(|| resolve_predefined_entity(&reference).map(Cow::Borrowed));
                    return Ok(Token::Text(text.unwrap_or_default()));
                }
                Event::Eof if self.depth > 0 => return Err(Broken),
                Event::Eof => return Ok(Token::End),
                // Empty elements come as a start and an end.
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
    }

    /// The next element that opens inside of the one open at a depth; none once that one closes.
    pub(super) fn next_inside(&mut self, depth: usize) -> Result<Option<Element<'x>>, Broken> {
        loop {
            match self.next()? {
                Token::Open(element) => return Ok(Some(element)),
                Token::Close if self.depth < depth => return Ok(None),
                Token::End => return Ok(None),
                Token::Close | Token::Text(_) => {}
            }
        }
    }

    /// Passes over the rest of the element opened last.
    pub(super) fn skip(&mut self) -> Result<(), Broken> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if matches!(self.event()?, Event::Eof) {
                return Err(Broken);
            }
        }
        Ok(())
    }

    /// Passes over the rest of an element that was opened last as [`skip`](Self::skip) does, without looking at what is in it
    /// where that cannot be taken for its end: most of a file's styles are such.
    pub(super) fn pass_over(&mut self, element: &Element<'x>) -> Result<(), Broken> {
        if let Some(inside) = self.inside(element) {
            self.reader.stream().consume(inside);
        }
        self.skip()
    }

    /// How many bytes stand before the closing tag of an element that was opened last, if no other of its name opens before it
    /// and nothing that may hold a tag that is none.
    fn inside(&self, element: &Element<'x>) -> Option<usize> {
        let (read, rest) = self.text.split_at_checked(self.position())?;
        let name = element.start.name().into_inner();
        if read.ends_with("/>") {
            return None;
        }
        // Never looked for beyond the first tag that may be it, so that all is looked at once.
        let end = memmem::find(rest.as_bytes(), format!("</{name}").as_bytes())?;
        let inside = rest.as_bytes().get(..end)?;
        if !rest.get(end..)?.get(name.len() + 2..)?.starts_with('>') {
            return None;
        }
        let is_plain = |mark: &str| memmem::find(inside, mark.as_bytes()).is_none();
        (is_plain("<!") && is_plain("<?") && is_plain(&format!("<{name}"))).then_some(end)
    }

    /// The next event, its depth counted.
    fn event(&mut self) -> Result<Event<'x>, Broken> {
        let event = self.reader.read_event().map_err(|_| Broken)?;
        match &event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => {
                self.prefixes.close(self.depth);
                self.depth = self.depth.saturating_sub(1);
            }
            _ => {}
        }
        Ok(event)
    }
}

/// An element that opens.
pub(super) struct Element<'x> {
    pub(super) namespace: Namespace,
    start: BytesStart<'x>,
    /// Where its name begins behind the prefix.
    local: usize,
}

impl Element<'_> {
    /// Its name without the prefix.
    pub(super) fn name(&self) -> &str {
        self.start.name().into_inner().get(self.local..).unwrap_or_default()
    }

    /// Whether it is WordprocessingML of this name.
    pub(super) fn is_word(&self, name: &str) -> bool {
        self.namespace == Namespace::Word && self.name() == name
    }

    /// The value of an attribute, by its name without the prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let mut sound = attributes.with_checks(false).map_while(Result::ok);
        let found = sound.find(|attribute| attribute.key.local_name().into_inner() == name)?;
        Some(unescape(&found.value).map(Cow::into_owned).unwrap_or_else(|_| found.value.into_owned()))
    }

    /// The attribute `val`, where WordprocessingML keeps what an element says.
    pub(super) fn value(&self) -> Option<String> {
        self.attribute("val")
    }

    /// The attribute `val` as a number.
    pub(super) fn number<N: std::str::FromStr>(&self) -> Option<N> {
        self.value()?.trim().parse().ok()
    }

    /// Whether a property that is on or off is on: it is where it says nothing else.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.value().as_deref(), Some("0" | "false" | "off"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tokens of XML as text: `<name`, `>` and what stands between.
    fn tokens(text: &str, limit: usize) -> String {
        let mut xml = Xml::new(text, limit);
        let mut shown = String::new();
        loop {
            match xml.next() {
                Ok(Token::Open(element)) => shown.push_str(&format!("<{}", element.name())),
                Ok(Token::Close) => shown.push('>'),
                Ok(Token::Text(text)) => shown.push_str(&text),
                Ok(Token::End) => return shown + if xml.is_cut { "…" } else { "" },
                Err(Broken) => return shown + "!",
            }
        }
    }

    #[test]
    fn character_numbers_and_the_five_entities_are_read_and_no_others() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"&lt;&lt;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>";
        assert_eq!(tokens(&format!("{bomb}<a>&#19968;&amp;&b;&c;<![CDATA[<二>]]> & <x/></a>"), 9), "<a一&<二> & <x>>");
    }

    #[test]
    fn what_is_nested_too_deep_is_passed_over() {
        assert_eq!(tokens("<a><b>1<c>2<d/></c>3</b></a>", 2), "<a<b13>>…");
        let deep = "<a>".repeat(100_000) + &"</a>".repeat(100_000);
        assert_eq!(tokens(&deep, 2), "<a<a>>…");
    }

    #[test]
    fn what_is_passed_over_ends_where_it_is_closed() {
        for inside in [
            "",
            "一<b c=\"d\">e</b>",
            "<a/><a>1</a>",
            "<ab/>",
            "<!-- </a> -->",
            "<![CDATA[</a>]]>",
            "<?p </a>?>",
            "<ab></ab>",
            "<b>",
        ] {
            let text = format!("<x><a>{inside}</a><a/>二</x>");
            let after = |pass: fn(&mut Xml<'static>, &Element<'static>) -> Result<(), Broken>| {
                let mut xml = Xml::new(String::leak(text.clone()), 9);
                let mut shown = String::new();
                loop {
                    match xml.next() {
                        Ok(Token::Open(element)) if element.name() == "a" => match pass(&mut xml, &element) {
                            Ok(()) => shown.push('a'),
                            Err(Broken) => return shown + "!",
                        },
                        Ok(Token::Text(text)) => shown.push_str(&text),
                        Ok(Token::End) => return format!("{shown}{}", xml.position()),
                        Err(Broken) => return shown + "!",
                        Ok(_) => {}
                    }
                }
            };
            let sound = format!("aa二{}", text.len());
            assert_eq!(after(Xml::pass_over), sound, "{text}");
            // Tags that do not match are seen by the one that looks at them.
            let expected = if inside == "<b>" { "!" } else { &sound };
            assert_eq!(after(|xml, _| xml.skip()), expected, "{text}");
        }
    }

    #[test]
    fn broken_xml_is_read_as_far_as_it_goes() {
        assert_eq!(tokens("<a>1<b>2</a>", 9), "<a1<b2!");
        assert_eq!(tokens("<a>1<b", 9), "<a1!");
        assert_eq!(tokens("<a>1", 9), "<a1!");
    }
}
