use super::super::cell_text::unescaped;
use super::super::{Markup, Piece};

/// Reads the strings that cells share: their runs joined, the phonetic guide left out.
pub(super) fn read(markup: &str) -> Vec<String> {
    let mut strings = Vec::new();
    let mut string = String::new();
    let (mut is_text, mut is_guide) = (false, false);
    for piece in Markup::new(markup) {
        match piece {
            Piece::Open(tag) => match tag.local_name().as_ref() {
                "t" => is_text = !is_guide,
                "rPh" => is_guide = true,
                _ => {}
            },
            Piece::Text(text) if is_text => string.push_str(&text),
            Piece::Text(_) => {}
            Piece::Close(tag) => match tag.local_name().as_ref() {
                "t" => is_text = false,
                "rPh" => is_guide = false,
                "si" => {
                    strings.push(unescaped(&string).into_owned());
                    string.clear();
                }
                _ => {}
            },
        }
    }
    strings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_joined_and_guides_left_out() {
        let markup = "<sst><si><t>牵头</t></si><si><r><rPr/><t xml:space=\"preserve\">教育局 </t></r><r><t>（&amp;）</t></r>\
                      <rPh sb=\"0\" eb=\"1\"><t>jiao</t></rPh></si><si/><si><t>一_x000D_&#10;二</t></si></sst>";
        assert_eq!(read(markup), ["牵头", "教育局 （&）", "", "一\r\n二"]);
    }
}
