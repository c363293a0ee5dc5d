use super::namespace::Namespace;
use super::xml::{Element, Token, Xml};
use std::collections::BTreeMap;

/// Elements between the root of a Flat OPC file and the root of a part.
const DEPTH: usize = 3;

/// The XML of each part of a Flat OPC file, by its name; of a broken file, the parts before the break and the one that
/// it breaks in.
pub(super) fn parts(text: &str) -> BTreeMap<String, &str> {
    let mut xml = Xml::new(text, DEPTH);
    let mut parts = BTreeMap::new();
    let mut name = String::new();
    loop {
        match xml.next() {
            Ok(Token::Open(element)) if is_package(&element, "part") => {
                let named = element.attribute("name").unwrap_or_default();
                name = named.trim_start_matches('/').to_owned();
            }
            Ok(Token::Open(element)) if is_package(&element, "xmlData") => {
                let start = xml.position();
                let end = match xml.skip() {
                    Ok(()) => text.get(..xml.position()).and_then(|read| read.rfind("</")),
                    Err(_) => None,
                };
                let part = text.get(start..end.unwrap_or(text.len())).unwrap_or_default();
                parts.insert(std::mem::take(&mut name), part);
            }
            Ok(Token::End) | Err(_) => return parts,
            Ok(_) => {}
        }
    }
}

fn is_package(element: &Element<'_>, name: &str) -> bool {
    element.namespace == Namespace::Package && element.name() == name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_known_by_their_names() {
        let text = "<pkg:package><pkg:part pkg:name='/_rels/.rels'><pkg:xmlData> <a/> </pkg:xmlData></pkg:part>\
            <pkg:part pkg:name='/word/media/1.png'><pkg:binaryData>AA==</pkg:binaryData></pkg:part>\
            <pkg:part pkg:name='/e.xml'><pkg:xmlData/></pkg:part>\
            <pkg:part pkg:name='/word/document.xml'><pkg:xmlData><w:document><w:p>";
        let names = parts(text).into_iter().map(|(name, part)| format!("{name} {part}")).collect::<Vec<_>>();
        assert_eq!(names, ["_rels/.rels  <a/> ", "e.xml ", "word/document.xml <w:document><w:p>"]);
    }
}
