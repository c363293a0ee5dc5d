use super::bytes::{part, u16_at};

/// The names of a document's fonts, by their numbers (MS-DOC §2.9.287).
pub(super) struct Fonts(Vec<String>);

/// Bytes before the fonts, and before the name in the description of each (MS-DOC §2.9.81).
const HEADER: usize = 4;
const NAME: usize = 40;

impl Fonts {
    pub(super) fn read(table: &[u8]) -> Self {
        let mut rest = table.get(HEADER..).unwrap_or_default();
        let mut names = Vec::new();
        while let Some(length) = rest.first() {
            let length = 1 + usize::from(*length);
            names.push(name(part(rest, 0, length)));
            rest = rest.get(length..).unwrap_or_default();
        }
        Self(names)
    }

    /// The name of a font; empty where there is none.
    pub(super) fn name(&self, number: Option<u16>) -> &str {
        number.and_then(|number| self.0.get(usize::from(number))).map_or("", String::as_str)
    }
}

fn name(description: &[u8]) -> String {
    let units = (NAME..).step_by(2).map_while(|at| u16_at(description, at)).take_while(|unit| *unit != 0);
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
