use html5ever::Attribute;

/// What the attributes of an element say of how its text is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) is_hidden: bool,
    pub(super) is_centered: bool,
    /// Line ends and spaces are shown as they stand.
    pub(super) is_preformatted: bool,
}

impl Style {
    pub(super) fn of(attributes: &[Attribute]) -> Self {
        let mut style = Self::default();
        for attribute in attributes {
            match &*attribute.name.local {
                "hidden" => style.is_hidden = true,
                "aria-hidden" => style.is_hidden |= attribute.value.eq_ignore_ascii_case("true"),
                "align" => style.is_centered |= attribute.value.eq_ignore_ascii_case("center"),
                "style" => style.declare(&attribute.value),
                _ => {}
            }
        }
        style
    }

    fn declare(&mut self, declarations: &str) {
        for (property, value) in properties(declarations) {
            let is = |expected: &str| value.eq_ignore_ascii_case(expected);
            match property.len() {
                7 if property.eq_ignore_ascii_case("display") => self.is_hidden |= is("none"),
                8 if property.eq_ignore_ascii_case("mso-hide") => self.is_hidden |= is("all"),
                10 if property.eq_ignore_ascii_case("visibility") => self.is_hidden |= is("hidden"),
                10 if property.eq_ignore_ascii_case("text-align") => self.is_centered = is("center"),
                11 if property.eq_ignore_ascii_case("white-space") => {
                    self.is_preformatted = ["pre", "pre-wrap", "pre-line", "break-spaces"].into_iter().any(is);
                }
                _ => {}
            }
        }
    }
}

/// The declarations of a `style` attribute: properties with their values, `!important` taken off.
pub(super) fn properties(declarations: &str) -> impl Iterator<Item = (&str, &str)> {
    declarations.split(';').filter_map(|declaration| {
        let (property, value) = declaration.split_once(':')?;
        let value = value.split_once('!').map_or(value, |(value, _)| value);
        Some((property.trim(), value.trim()))
    })
}

/// The value of an attribute.
pub(super) fn attribute<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a str> {
    attributes.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use html5ever::{LocalName, QualName, ns};

    fn style(name: &str, value: &str) -> Style {
        let name = QualName::new(None, ns!(), LocalName::from(name));
        Style::of(&[Attribute { name, value: value.into() }])
    }

    #[test]
    fn hiding_is_read_from_attributes_and_styles() {
        let cases = [
            ("hidden", "", true),
            ("aria-hidden", "TRUE", true),
            ("aria-hidden", "false", false),
            ("style", "color:red; DISPLAY : none !important", true),
            ("style", "mso-hide:all", true),
            ("style", "visibility:hidden", true),
            ("style", "display:block;overflow:hidden", false),
            ("class", "display:none", false),
        ];
        for (name, value, hidden) in cases {
            assert_eq!(style(name, value).is_hidden, hidden, "{name}={value}");
        }
    }

    #[test]
    fn the_place_on_the_line_and_the_line_ends_are_read() {
        assert!(style("align", "Center").is_centered);
        assert!(style("style", "text-indent:2em;text-align: center;").is_centered);
        assert!(!style("style", "text-align: justify").is_centered);
        assert!(style("style", "white-space: pre-wrap").is_preformatted);
        assert!(!style("style", "white-space: nowrap").is_preformatted);
    }
}
