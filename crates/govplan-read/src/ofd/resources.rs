use super::content;
use super::drawing::{Drawing, Ink};
use super::parts::Parts;
use super::xml::Elements;
use crate::ReadError;
use std::collections::BTreeMap;

/// Composite objects by their `ID`, each drawn once; all that a reader needs of the resources.
#[derive(Default)]
pub(super) struct Composites<'o> {
    own: BTreeMap<String, Drawing>,
    /// Those of the document, where these are a page's own.
    outer: Option<&'o Composites<'o>>,
}

impl<'o> Composites<'o> {
    /// A page's own, before those of its document.
    pub(super) fn within(outer: &'o Self) -> Self {
        Self { own: BTreeMap::new(), outer: Some(outer) }
    }

    /// The composite object of an `ID`.
    pub(super) fn get(&self, id: &str) -> Option<&Drawing> {
        self.own.get(id).or_else(|| self.outer?.get(id))
    }

    /// Draws the composite objects of a resource part, named in another part. One may be made of others before it, so
    /// that none holds itself.
    pub(super) fn read(
        &mut self,
        parts: &mut Parts<'_>,
        holder: &str,
        location: &str,
        ink: &mut Ink,
    ) -> Result<(), ReadError> {
        let Some(part) = parts.part(holder, location)? else { return Ok(()) };
        let mut elements = Elements::new(&part.text, parts.limits.depth);
        while let Some(element) = elements.next(0) {
            if element.name() == "CompositeGraphicUnit"
                && let Some(id) = element.attribute("ID")
            {
                let mut drawing = Drawing::default();
                content::draw(&mut elements, self, &mut drawing, ink);
                self.own.insert(id, drawing);
            }
        }
        parts.note(&part.name, &elements, None);
        Ok(())
    }
}
