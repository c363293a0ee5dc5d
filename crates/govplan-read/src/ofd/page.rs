use super::content;
use super::directory::Directory;
use super::drawing::{Drawing, Ink};
use super::geometry::{Matrix, Rectangle};
use super::parts::Parts;
use super::resources::Composites;
use super::xml::Elements;
use crate::ReadError;
use crate::layout::Page;
use govplan_document::Place;
use std::collections::BTreeMap;

/// What the pages of one document share.
pub(super) struct Pages<'d> {
    directory: &'d Directory,
    composites: Composites<'d>,
    /// Templates by their `ID`, each drawn once.
    templates: BTreeMap<&'d str, Shared>,
}

/// A template as drawn.
struct Shared {
    drawing: Drawing,
    is_foreground: bool,
}

/// A sheet of A4, which offices print on.
const A4: Rectangle = Rectangle { left: 0.0, top: 0.0, right: 210.0, bottom: 297.0 };

/// What one part holds of a page or template.
struct Sheet {
    drawing: Drawing,
    page_box: Option<Rectangle>,
    /// The templates that it names, and whether each lies over it, where it says.
    templates: Vec<(String, Option<bool>)>,
}

impl<'d> Pages<'d> {
    /// Draws what the pages of a document share: no more resources and templates than there may be pages.
    pub(super) fn new(parts: &mut Parts<'_>, directory: &'d Directory, ink: &mut Ink) -> Result<Self, ReadError> {
        let mut composites = Composites::default();
        for location in directory.resources.iter().take(parts.limits.pages) {
            composites.read(parts, &directory.name, location, ink)?;
        }
        let mut pages = Self { directory, composites, templates: BTreeMap::new() };
        for template in directory.templates.iter().take(parts.limits.pages) {
            if let Some(sheet) = pages.sheet(parts, &template.location, None, ink)? {
                let shared = Shared { drawing: sheet.drawing, is_foreground: template.is_foreground };
                pages.templates.insert(&template.id, shared);
            }
        }
        Ok(pages)
    }

    /// Draws a page with its templates; `None` where its part can not be read.
    pub(super) fn page(
        &self,
        parts: &mut Parts<'_>,
        location: &str,
        number: usize,
        ink: &mut Ink,
    ) -> Result<Option<Page>, ReadError> {
        let place = Place::default().on_page(number);
        let Some(sheet) = self.sheet(parts, location, Some(place), ink)? else { return Ok(None) };
        let named = sheet.templates.iter().filter_map(|(id, is_over)| {
            let shared = self.templates.get(id.as_str())?;
            Some((&shared.drawing, is_over.unwrap_or(shared.is_foreground)))
        });
        let (over, under) = named.partition::<Vec<_>, _>(|(_, is_over)| *is_over);
        let mut drawing = Drawing::default();
        for (template, _) in under {
            drawing.add(template, Matrix::IDENTITY, ink);
        }
        drawing.glyphs.extend(sheet.drawing.glyphs);
        drawing.rulings.extend(sheet.drawing.rulings);
        drawing.has_pictures |= sheet.drawing.has_pictures;
        for (template, _) in over {
            drawing.add(template, Matrix::IDENTITY, ink);
        }
        let mut boxes = [sheet.page_box, self.directory.page_box].into_iter().flatten();
        let page_box = boxes.find(|page| page.is_drawable() && page.width() > 0.0 && page.height() > 0.0).unwrap_or(A4);
        Ok(Some(Page {
            number,
            width: page_box.width(),
            height: page_box.height(),
            glyphs: drawing.glyphs,
            rulings: drawing.rulings,
            has_pictures: drawing.has_pictures,
        }))
    }

    /// Draws what a part itself holds.
    fn sheet(
        &self,
        parts: &mut Parts<'_>,
        location: &str,
        place: Option<Place>,
        ink: &mut Ink,
    ) -> Result<Option<Sheet>, ReadError> {
        let Some(part) = parts.part(&self.directory.name, location)? else { return Ok(None) };
        let mut sheet = Sheet { drawing: Drawing::default(), page_box: None, templates: Vec::new() };
        let mut composites = Composites::within(&self.composites);
        let mut elements = Elements::new(&part.text, parts.limits.depth);
        while let Some(element) = elements.next(0) {
            match element.name() {
                "PhysicalBox" => sheet.page_box = Rectangle::parse(&elements.text()),
                "Template" => {
                    let is_over = element.attribute("ZOrder").map(|order| order == "Foreground");
                    sheet.templates.push((element.attribute("TemplateID").unwrap_or_default(), is_over));
                }
                "PageRes" => {
                    let location = elements.text();
                    composites.read(parts, &part.name, location.trim(), ink)?;
                }
                "Content" => content::draw(&mut elements, &composites, &mut sheet.drawing, ink),
                _ => {}
            }
        }
        parts.note(&part.name, &elements, place);
        Ok(Some(sheet))
    }
}
