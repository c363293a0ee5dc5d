use super::bytes::{part, u16_at};
use super::paragraph::Properties;
use super::property::properties;

/// What each style gives a paragraph, those that it is based on included.
pub(super) struct Styles(Vec<Properties>);

/// A style as it is stored.
struct Style<'a> {
    /// The built-in style that it is.
    built_in: u16,
    /// The style that it is based on.
    base: usize,
    properties: &'a [u8],
}

/// How many styles a style may rest on, one on the other.
const MOST_BASES: usize = 16;

/// Styles that may be (MS-DOC §2.9.272).
const MOST_STYLES: usize = 0x0FFE;

impl Styles {
    /// Reads the style sheet (MS-DOC §2.9.271).
    pub(super) fn read(sheet: &[u8]) -> Self {
        let header = usize::from(u16_at(sheet, 0).unwrap_or_default());
        let count = usize::from(u16_at(sheet, 2).unwrap_or_default()).min(MOST_STYLES);
        let base_size = usize::from(u16_at(sheet, 4).unwrap_or_default());
        let mut at = 2 + header;
        let stored: Vec<Option<Style<'_>>> = (0..count)
            .map_while(|_| {
                let length = usize::from(u16_at(sheet, at)?);
                let style = Style::read(part(sheet, at + 2, length), base_size);
                at += 2 + length + length % 2;
                Some(style)
            })
            .collect();
        Self((0..stored.len()).map(|style| resolved(&stored, style)).collect())
    }

    /// What a style gives a paragraph.
    pub(super) fn properties(&self, style: u16) -> Properties {
        self.0.get(usize::from(style)).cloned().unwrap_or_default()
    }
}

/// The properties of a style over those of the styles that it rests on.
fn resolved(stored: &[Option<Style<'_>>], style: usize) -> Properties {
    let next = |style: &&Style<'_>| stored.get(style.base)?.as_ref();
    let first = stored.get(style).and_then(Option::as_ref);
    let chain: Vec<&Style<'_>> = std::iter::successors(first, next).take(MOST_BASES).collect();
    let mut found = Properties::default();
    for style in chain.into_iter().rev() {
        if let (1..=9, Ok(level)) = (style.built_in, u8::try_from(style.built_in)) {
            found.heading = Some(level);
        }
        properties(style.properties).for_each(|property| found.apply(property));
    }
    Properties { heading: found.heading, list: found.list, level: found.level, ..Properties::default() }
}

impl<'a> Style<'a> {
    /// Reads a style of paragraphs (MS-DOC §2.9.258): a fixed part, its name, its properties.
    fn read(style: &'a [u8], base_size: usize) -> Option<Self> {
        let (built_in, base) = (u16_at(style, 0)? & 0x0FFF, u16_at(style, 2)?);
        if base & 0xF != 1 {
            return None;
        }
        let name = usize::from(u16_at(style, base_size)?);
        let at = base_size + 2 + (name + 1) * 2;
        let length = usize::from(u16_at(style, at).unwrap_or_default());
        // The properties follow the style's own number.
        let properties = part(style, at + 4, length.saturating_sub(2));
        Some(Self { built_in, base: usize::from(base >> 4), properties })
    }
}
