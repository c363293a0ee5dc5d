use super::properties::Properties;
use super::xml::{Broken, Xml};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Styles that a style is looked up in; Word bases none on more.
const MOST_BASES: usize = 16;

/// The styles of a document: ECMA-376 Part 1 §17.7.
#[derive(Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    /// What was asked for already.
    styled: BTreeMap<String, Rc<Styled>>,
}

/// A style, as far as it says how to read a text.
#[derive(Default)]
struct Style {
    based_on: Option<String>,
    properties: Properties,
    /// Whether its paragraphs are lines of a table of contents.
    is_contents: bool,
}

/// What a style says, with all that it is based on.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Styled {
    pub(super) properties: Properties,
    pub(super) is_contents: bool,
    /// The style and those that it is based on, the nearest first.
    pub(super) chain: Vec<String>,
}

impl Styles {
    /// Reads `w:styles`.
    pub(super) fn read(&mut self, xml: &mut Xml<'_>) -> Result<(), Broken> {
        let depth = xml.depth();
        let mut current: Option<&mut Style> = None;
        while let Some(element) = xml.next_inside(depth)? {
            match (element.name(), current.as_deref_mut()) {
                // No paragraph and no character has a style of tables, and they are the most of a file.
                ("style", _) if element.attribute("type").as_deref() == Some("table") => xml.pass_over(&element)?,
                ("style", _) => {
                    let id = element.attribute("styleId").unwrap_or_default();
                    current = Some(self.styles.entry(id).or_default());
                }
                ("docDefaults" | "latentStyles" | "tblStylePr" | "tblPr", _) => xml.pass_over(&element)?,
                ("name", Some(style)) => style.is_contents = is_contents(&element.value().unwrap_or_default()),
                ("basedOn", Some(style)) => style.based_on = element.value(),
                (_, Some(style)) => style.properties.take(&element),
                _ => {}
            }
        }
        Ok(())
    }

    /// What a style says; what it leaves open is as in the one that it is based on.
    pub(super) fn styled(&mut self, id: &str) -> Rc<Styled> {
        if let Some(styled) = self.styled.get(id) {
            return Rc::clone(styled);
        }
        let styled = Rc::new(self.compute(id));
        if self.styles.contains_key(id) {
            self.styled.insert(id.to_owned(), Rc::clone(&styled));
        }
        styled
    }

    fn compute(&self, id: &str) -> Styled {
        let mut styled = Styled::default();
        let mut next = self.styles.get_key_value(id);
        while let Some((id, style)) = next
            && styled.chain.len() < MOST_BASES
        {
            styled.properties = styled.properties.or(&style.properties);
            styled.is_contents |= style.is_contents && styled.chain.is_empty();
            styled.chain.push(id.clone());
            next = style.based_on.as_ref().and_then(|id| self.styles.get_key_value(id));
        }
        styled
    }
}

/// Whether a style of this name is one of a table of contents; Word and WPS keep the English names in every language.
fn is_contents(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name == "toc heading" || name.strip_prefix("toc ").is_some_and(|level| level.parse::<u8>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn styled(id: &str) -> Rc<Styled> {
        let mut styles = Styles::default();
        let text = r#"<w:styles><w:docDefaults><w:rPr><w:vanish/></w:rPr></w:docDefaults>
            <w:style w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="3"/>
            </w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
            <w:style w:styleId="b"><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
            <w:style w:styleId="a"><w:name w:val="Normal"/><w:basedOn w:val="b"/><w:rPr><w:vanish/></w:rPr></w:style>
            <w:style w:styleId="10"><w:name w:val="toc 1"/></w:style><w:style w:styleId="T"><w:name w:val="Title"/>
            <w:tblStylePr><w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style></w:styles>"#;
        styles.read(&mut Xml::new(text, 9)).unwrap();
        styles.styled(id)
    }

    #[test]
    fn a_style_says_what_it_is_based_on_says_unless_it_says_so_itself() {
        let styled = styled("b");
        assert_eq!((styled.properties.outline, styled.properties.list), (Some(1), Some(3)));
        assert_eq!(styled.properties.is_hidden, Some(true));
    }

    #[test]
    fn styles_based_on_each_other_come_to_an_end() {
        assert_eq!(styled("1").chain.len(), MOST_BASES);
    }

    #[test]
    fn contents_are_known_by_the_name_of_their_style() {
        assert!(styled("10").is_contents && !styled("1").is_contents && !styled("T").is_contents);
        assert_eq!(styled("T").properties, Properties::default());
        assert_eq!(*styled("absent"), Styled::default());
    }
}
