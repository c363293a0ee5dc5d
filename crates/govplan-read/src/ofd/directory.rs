use super::geometry::Rectangle;
use super::parts::Parts;
use super::xml::Elements;
use crate::ReadError;

/// What `Document.xml` lists.
pub(super) struct Directory {
    /// Name of the part that holds it.
    pub(super) name: String,
    /// Size of a page that does not say.
    pub(super) page_box: Option<Rectangle>,
    /// Locations of resources.
    pub(super) resources: Vec<String>,
    pub(super) templates: Vec<Template>,
    /// Locations of the pages, in order.
    pub(super) pages: Vec<String>,
}

/// A page that is printed on others.
pub(super) struct Template {
    pub(super) id: String,
    pub(super) location: String,
    /// Whether it lies over the page, where the page does not say.
    pub(super) is_foreground: bool,
}

/// The locations of the documents that `OFD.xml` names. Where it names none they are found by their usual name.
pub(super) fn documents(parts: &mut Parts<'_>) -> Result<Vec<String>, ReadError> {
    let mut locations = Vec::new();
    if let Some(part) = parts.part("", "OFD.xml")? {
        let mut elements = Elements::new(&part.text, parts.limits.depth);
        while let Some(element) = elements.next(0) {
            if element.name() == "DocRoot" {
                locations.push(elements.text().trim().to_owned());
            }
        }
        parts.note(&part.name, &elements, None);
    }
    if locations.is_empty() {
        locations = parts.named("Document.xml").map(|name| format!("/{name}")).collect();
    }
    Ok(locations)
}

impl Directory {
    /// Reads the list of a document.
    pub(super) fn read(parts: &mut Parts<'_>, location: &str) -> Result<Option<Self>, ReadError> {
        let Some(part) = parts.part("", location)? else { return Ok(None) };
        let mut directory =
            Self { name: part.name, page_box: None, resources: Vec::new(), templates: Vec::new(), pages: Vec::new() };
        let mut elements = Elements::new(&part.text, parts.limits.depth);
        while let Some(element) = elements.next(0) {
            match (element.name(), element.attribute("BaseLoc")) {
                ("PhysicalBox", _) => directory.page_box = Rectangle::parse(&elements.text()),
                ("PublicRes" | "DocumentRes", _) => directory.resources.push(elements.text().trim().to_owned()),
                ("TemplatePage", Some(location)) => directory.templates.push(Template {
                    id: element.attribute("ID").unwrap_or_default(),
                    location,
                    is_foreground: element.attribute("ZOrder").is_some_and(|order| order == "Foreground"),
                }),
                ("Page", Some(location)) => directory.pages.push(location),
                _ => {}
            }
        }
        parts.note(&directory.name, &elements, None);
        Ok(Some(directory))
    }
}
