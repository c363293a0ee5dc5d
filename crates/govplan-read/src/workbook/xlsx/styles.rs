use super::super::{Markup, NumberFormat, Piece, attribute};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Reads the number format of each style that a cell may have.
pub(super) fn read(markup: &str) -> Vec<NumberFormat> {
    let mut codes = BTreeMap::new();
    let mut formats = Vec::new();
    let mut list = None;
    for piece in Markup::new(markup) {
        match piece {
            Piece::Open(tag) => match (tag.local_name().as_ref(), list) {
                ("numFmts", _) => list = Some(List::Codes),
                ("cellXfs", _) => list = Some(List::Styles),
                ("numFmt", Some(List::Codes)) => {
                    let code = attribute(&tag, "formatCode").map(|code| NumberFormat::of(&code));
                    codes.extend(attribute(&tag, "numFmtId").map(Cow::into_owned).zip(code));
                }
                ("xf", Some(List::Styles)) => {
                    let id = attribute(&tag, "numFmtId").unwrap_or_default();
                    let own = codes.get(id.as_ref()).copied();
                    formats.push(own.or_else(|| NumberFormat::named(&id)).unwrap_or_default());
                }
                _ => {}
            },
            Piece::Close(tag) if matches!(tag.local_name().as_ref(), "numFmts" | "cellXfs") => list = None,
            Piece::Close(_) | Piece::Text(_) => {}
        }
    }
    formats
}

/// The lists of the part that matter here; others hold elements of the same names.
#[derive(Clone, Copy)]
enum List {
    Codes,
    Styles,
}

#[cfg(test)]
mod tests {
    use super::super::super::number_format::Shown;
    use super::*;

    #[test]
    fn styles_have_their_own_codes_or_built_in_ones() {
        let markup = "<styleSheet><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts>\
                      <cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"176\"/>\
                      <xf numFmtId=\"10\"/><xf numFmtId=\"4\"/></cellXfs><dxfs><dxf><numFmt numFmtId=\"176\" formatCode=\"0\"/></dxf></dxfs></styleSheet>";
        let month = NumberFormat::Moment(Shown { day: false, ..Shown::DATE });
        let percent = NumberFormat::Percent { decimals: 2 };
        assert_eq!(read(markup), [NumberFormat::Plain, month, percent, NumberFormat::Plain]);
    }
}
