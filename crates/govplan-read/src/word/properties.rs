use super::xml::Element;

/// What paragraphs and runs say of themselves, or their styles for them.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Properties {
    /// Outline level from 0; 9 is body text.
    pub(super) outline: Option<u8>,
    /// The list that the paragraph belongs to; 0 is none.
    pub(super) list: Option<i64>,
    /// Its level in the list.
    pub(super) level: Option<usize>,
    /// Whether the text is hidden.
    pub(super) is_hidden: Option<bool>,
}

impl Properties {
    /// Takes a property, by its name in Office Open XML or in Word 2003 XML.
    pub(super) fn take(&mut self, element: &Element<'_>) {
        match element.name() {
            "outlineLvl" => self.outline = element.number(),
            "numId" | "ilfo" => self.list = element.number(),
            "ilvl" => self.level = element.number(),
            "vanish" => self.is_hidden = Some(element.is_on()),
            _ => {}
        }
    }

    /// These properties, and others where these leave one open.
    pub(super) fn or(&self, other: &Self) -> Self {
        Self {
            outline: self.outline.or(other.outline),
            list: self.list.or(other.list),
            level: self.level.or(other.level),
            is_hidden: self.is_hidden.or(other.is_hidden),
        }
    }
}
