use super::super::{Markup, Piece, attribute};

/// What a part refers to: other parts, by kind and by name.
#[derive(Default)]
pub(super) struct Relationships(Vec<Relationship>);

struct Relationship {
    id: String,
    kind: String,
    part: String,
}

impl Relationships {
    /// Reads the relationships of a part in a folder.
    pub(super) fn read(markup: &str, folder: &str) -> Self {
        let relationship = |piece| {
            let Piece::Open(tag) = piece else { return None };
            let id = attribute(&tag, "Id")?.into_owned();
            let kind = attribute(&tag, "Type")?.rsplit('/').next()?.to_owned();
            let part = resolved(folder, &attribute(&tag, "Target")?);
            Some(Relationship { id, kind, part })
        };
        Self(Markup::new(markup).filter_map(relationship).collect())
    }

    /// The first part of a kind.
    pub(super) fn of_kind(&self, kind: &str) -> Option<String> {
        self.0.iter().find(|one| one.kind == kind).map(|one| one.part.clone())
    }

    /// The kind and name of the part under an identifier.
    pub(super) fn named(&self, id: &str) -> Option<(&str, &str)> {
        self.0.iter().find(|one| one.id == id).map(|one| (one.kind.as_str(), one.part.as_str()))
    }
}

/// The name of a part from the root of the package.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let folder = if target.starts_with('/') { "" } else { folder };
    let mut names: Vec<&str> = Vec::new();
    for name in folder.split('/').chain(target.split('/')) {
        match name {
            "" | "." => {}
            ".." => drop(names.pop()),
            _ => names.push(name),
        }
    }
    names.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_named_from_the_root() {
        let cases = [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/worksheets", "../comments1.xml", "xl/comments1.xml"),
            ("", "./xl\\workbook.xml", "xl/workbook.xml"),
            ("", "../../a.xml", "a.xml"),
        ];
        for (folder, target, expected) in cases {
            assert_eq!(resolved(folder, target), expected);
        }
    }
}
