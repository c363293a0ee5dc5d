use encoding_rs::GBK;
use lopdf::{Document, ObjectId};
use std::collections::{BTreeMap, BTreeSet};

/// The fonts of a page, by the names under which their characters are reported.
pub(super) struct Fonts(BTreeMap<String, Font>);

struct Font {
    /// The name as it is to be printed.
    printed: String,
    /// Whether nothing says which characters the codes of the font stand for.
    is_without_text: bool,
}

impl Fonts {
    pub(super) fn of(document: &Document, page: ObjectId) -> Self {
        let mut fonts = BTreeMap::new();
        for font in document.get_page_fonts(page).unwrap_or_default().values() {
            let Ok(name) = font.get(b"BaseFont").and_then(|name| name.as_name()) else { continue };
            let encoding = font.get(b"Encoding").and_then(|encoding| encoding.as_name()).unwrap_or_default();
            let descendant = font.get_deref(b"DescendantFonts", document).and_then(|fonts| fonts.as_array()).ok();
            let descendant = descendant.and_then(|fonts| fonts.first());
            let descendant = descendant.and_then(|font| document.dereference(font).ok()?.1.as_dict().ok());
            let ordering = descendant.and_then(|font| {
                let system = font.get_deref(b"CIDSystemInfo", document).and_then(|info| info.as_dict()).ok()?;
                system.get_deref(b"Ordering", document).and_then(|ordering| ordering.as_str()).ok()
            });
            // A font whose codes are numbers of its own glyphs, and which no table turns into characters.
            let is_without_text = font.get(b"ToUnicode").is_err()
                && encoding.starts_with(b"Identity-")
                && ordering.is_none_or(|ordering| ordering == b"Identity");
            let reported = without_subset(&String::from_utf8_lossy(name)).to_owned();
            let printed = without_subset(&decoded(name)).to_owned();
            // Parts of one font share a name: what one of them explains must not be lost.
            let font = fonts.entry(reported).or_insert(Font { printed, is_without_text });
            font.is_without_text &= is_without_text;
        }
        Self(fonts)
    }

    /// Reported names of the fonts none of whose characters can be known.
    pub(super) fn without_text(&self) -> BTreeSet<String> {
        self.0.iter().filter(|(_, font)| font.is_without_text).map(|(name, _)| name.clone()).collect()
    }

    /// The name of a font as it is to be printed.
    pub(super) fn printed(&self, reported: &str) -> String {
        self.0.get(reported).map_or_else(|| reported.to_owned(), |font| font.printed.clone())
    }
}

/// The name of a font: Word writes it in GBK where it is Chinese.
fn decoded(name: &[u8]) -> String {
    std::str::from_utf8(name).map_or_else(|_| GBK.decode_without_bom_handling(name).0.into_owned(), str::to_owned)
}

/// A name without the six letters that mark a part of a font (`BCDEEE+SimSun`).
fn without_subset(name: &str) -> &str {
    match name.split_once('+') {
        Some((tag, rest)) if tag.len() == 6 && tag.chars().all(|c| c.is_ascii_uppercase()) => rest,
        _ => name,
    }
}
