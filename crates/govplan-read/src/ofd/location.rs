/// The names that a location may mean, the likelier first: seen from the part that holds it, then from the root, where
/// some writers count from although the standard does not.
pub(super) fn names(holder: &str, location: &str) -> [String; 2] {
    let from_root = normalized(location);
    if location.starts_with(['/', '\\']) {
        return [from_root.clone(), from_root];
    }
    [normalized(&format!("{holder}/../{location}")), from_root]
}

/// The name of a part, without a leading slash and without steps back.
pub(super) fn normalized(location: &str) -> String {
    let mut steps = Vec::new();
    for step in location.split(['/', '\\']).map(str::trim) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            _ => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locations_are_seen_from_their_part_or_from_the_root() {
        let cases = [
            ("OFD.xml", "Doc_0/Document.xml", "Doc_0/Document.xml"),
            ("OFD.xml", "/Doc_0/Document.xml", "Doc_0/Document.xml"),
            ("Doc_0/Document.xml", "Pages/Page_0/Content.xml", "Doc_0/Pages/Page_0/Content.xml"),
            ("Doc_0/Document.xml", "/Doc_0/Pages/Page_0/Content.xml", "Doc_0/Pages/Page_0/Content.xml"),
            ("Doc_0/Document.xml", "./Pages\\Page_0\\Content.xml", "Doc_0/Pages/Page_0/Content.xml"),
            ("Doc_0/Pages/Page_0/Content.xml", "../../Res.xml", "Doc_0/Res.xml"),
            ("OFD.xml", "../../Res.xml", "Res.xml"),
        ];
        for (holder, location, name) in cases {
            assert_eq!(names(holder, location)[0], name, "{location}");
        }
        assert_eq!(names("Doc_0/Document.xml", "Doc_0/Res.xml")[1], "Doc_0/Res.xml");
    }
}
