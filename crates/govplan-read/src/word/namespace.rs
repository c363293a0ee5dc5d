use quick_xml::events::BytesStart;

/// The namespaces whose elements hold text or say how to read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Namespace {
    /// WordprocessingML.
    Word,
    /// Office math.
    Math,
    /// Alternate content.
    Compatibility,
    /// Flat OPC.
    Package,
    /// Word 2003's annotations: insertions, deletions, comments.
    Annotation,
    /// Anything else: drawings, shapes, hints.
    Other,
}

/// Namespaces by name, with the prefix that everybody writes for them: ECMA-376 Part 1 (strict) and Part 4
/// (transitional), Part 3 (compatibility), MS-OE376 (Flat OPC), Office 2003 XML Reference Schemas.
const NAMESPACES: &[(&str, &str, Namespace)] = &[
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w", Namespace::Word),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", "w", Namespace::Word),
    ("http://schemas.microsoft.com/office/word/2003/wordml", "w", Namespace::Word),
    ("http://schemas.openxmlformats.org/officeDocument/2006/math", "m", Namespace::Math),
    ("http://purl.oclc.org/ooxml/officeDocument/math", "m", Namespace::Math),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", "mc", Namespace::Compatibility),
    ("http://schemas.microsoft.com/office/2006/xmlPackage", "pkg", Namespace::Package),
    ("http://schemas.microsoft.com/aml/2001/core", "aml", Namespace::Annotation),
];

/// Declarations in scope at once; no document that a program wrote has more, and each is looked at for each element.
const MOST_DECLARATIONS: usize = 256;

/// The prefixes in scope.
#[derive(Default)]
pub(super) struct Prefixes {
    declared: Vec<(usize, String, Namespace)>,
    /// The prefix that was asked for last, since declarations changed.
    last: Option<(String, Namespace)>,
}

impl Prefixes {
    /// Takes the declarations of an element at a depth.
    pub(super) fn open(&mut self, depth: usize, element: &BytesStart<'_>) {
        if !element.attributes_raw().contains("xmlns") {
            return;
        }
        for attribute in element.attributes().with_checks(false).map_while(Result::ok) {
            let prefix = match attribute.key.as_ref() {
                "xmlns" => "",
                name => match name.strip_prefix("xmlns:") {
                    Some(prefix) => prefix,
                    None => continue,
                },
            };
            if self.declared.len() < MOST_DECLARATIONS {
                let known = NAMESPACES.iter().find(|(uri, ..)| *uri == attribute.value);
                let namespace = known.map_or(Namespace::Other, |(.., namespace)| *namespace);
                self.declared.push((depth, prefix.to_owned(), namespace));
                self.last = None;
            }
        }
    }

    /// Forgets the declarations of an element at a depth.
    pub(super) fn close(&mut self, depth: usize) {
        while self.declared.last().is_some_and(|(declared, ..)| *declared >= depth) {
            self.declared.pop();
            self.last = None;
        }
    }

    /// The namespace of a prefix; one that nobody declared stands for what it usually does.
    pub(super) fn namespace(&mut self, prefix: &str) -> Namespace {
        // Nearly all elements of a part have the prefix of the one before.
        match &self.last {
            Some((last, namespace)) if last == prefix => *namespace,
            _ => {
                let namespace = self.found(prefix);
                self.last = Some((prefix.to_owned(), namespace));
                namespace
            }
        }
    }

    fn found(&self, prefix: &str) -> Namespace {
        let declared = self.declared.iter().rev().find(|(_, declared, _)| declared == prefix);
        let usual = || NAMESPACES.iter().find(|(_, usual, _)| *usual == prefix).map(|(.., namespace)| *namespace);
        declared.map(|(.., namespace)| *namespace).or_else(usual).unwrap_or(Namespace::Other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_stands_for_its_nearest_declaration_else_for_what_it_usually_does() {
        let mut prefixes = Prefixes::default();
        assert_eq!(prefixes.namespace("w"), Namespace::Word);
        assert_eq!(prefixes.namespace("ns0"), Namespace::Other);
        let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
        prefixes.open(1, &BytesStart::from_content(format!("ns0:document xmlns:ns0=\"{strict}\" xmlns=\"\""), 12));
        prefixes.open(2, &BytesStart::from_content("a:p xmlns:w=\"urn:other\"", 3));
        assert_eq!([prefixes.namespace("ns0"), prefixes.namespace("w")], [Namespace::Word, Namespace::Other]);
        prefixes.close(2);
        assert_eq!([prefixes.namespace("w"), prefixes.namespace("")], [Namespace::Word, Namespace::Other]);
    }

    #[test]
    fn declarations_without_end_cost_no_more_than_a_few() {
        let mut prefixes = Prefixes::default();
        for depth in 0..10_000 {
            prefixes.open(depth, &BytesStart::from_content("a xmlns:b=\"c\"", 1));
        }
        assert_eq!(prefixes.declared.len(), MOST_DECLARATIONS);
    }
}
