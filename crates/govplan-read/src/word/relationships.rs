use super::xml::Xml;
use std::collections::BTreeSet;

/// What a part is related to: kind of relationship and name of the other part (ECMA-376 Part 2 §9).
#[derive(Default)]
pub(super) struct Relationships {
    related: Vec<(String, String)>,
}

impl Relationships {
    /// Reads the relationships of a part that stands in a folder; of broken ones, those before the break.
    pub(super) fn read(text: &str, folder: &str) -> Self {
        let mut xml = Xml::new(text, 2);
        let mut related = Vec::new();
        while let Ok(Some(element)) = xml.next_inside(0) {
            let is_internal = element.attribute("TargetMode").is_none_or(|mode| mode != "External");
            if let (true, Some(kind), Some(target)) =
                (is_internal, element.attribute("Type"), element.attribute("Target"))
            {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                related.push((kind, from_root(&target, folder)));
            }
        }
        Self { related }
    }

    /// The names of the parts of a kind, in order, each once.
    pub(super) fn parts(&self, kind: &str) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let names = self.related.iter().filter(|(other, _)| other == kind).map(|(_, name)| name);
        names.filter(|name| seen.insert(*name)).cloned().collect()
    }
}

/// The folder of a part and the name of the part that holds its relationships.
pub(super) fn of_part(name: &str) -> (&str, String) {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let slash = if folder.is_empty() { "" } else { "/" };
    (folder, format!("{folder}{slash}_rels/{file}.rels"))
}

/// A target as a name from the root: it is relative to a folder unless it begins at the root.
fn from_root(target: &str, folder: &str) -> String {
    let target = target.replace('\\', "/");
    let folder = if target.starts_with('/') { "" } else { folder };
    let mut path: Vec<&str> = Vec::new();
    for step in folder.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_names_from_the_root() {
        assert_eq!(from_root("styles.xml", "word"), "word/styles.xml");
        assert_eq!(from_root("/word/styles.xml", "word"), "word/styles.xml");
        assert_eq!(from_root("../customXml/./item1.xml", "word"), "customXml/item1.xml");
        assert_eq!(from_root("..\\..\\x.xml", ""), "x.xml");
        assert_eq!(of_part("word/document.xml"), ("word", "word/_rels/document.xml.rels".to_owned()));
        assert_eq!(of_part("document.xml"), ("", "_rels/document.xml.rels".to_owned()));
    }

    #[test]
    fn related_parts_are_known_by_the_last_word_of_their_kind() {
        let text = r#"<Relationships><Relationship Type="http://purl.oclc.org/ooxml/x/relationships/header" Target="h.xml"/>
            <Relationship Type="http://schemas.openxmlformats.org/x/relationships/header" Target="h.xml"/>
            <Relationship Type="y/hyperlink" Target="http://z" TargetMode="External"/><Relationship Type="y/footer""#;
        let relationships = Relationships::read(text, "word");
        assert_eq!(relationships.parts("header"), ["word/h.xml"]);
        assert!(relationships.parts("hyperlink").is_empty() && relationships.parts("footer").is_empty());
    }
}
