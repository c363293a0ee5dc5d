use super::drawing::{Drawing, Ink};
use super::geometry::{Matrix, Rectangle};
use super::resources::Composites;
use super::xml::{Element, Elements};
use super::{path_object, text_object};

/// Draws the objects inside the element that opened last, through all its layers and blocks.
pub(super) fn draw(elements: &mut Elements<'_>, composites: &Composites<'_>, drawing: &mut Drawing, ink: &mut Ink) {
    let depth = elements.depth();
    while !ink.is_spent
        && let Some(element) = elements.next(depth)
    {
        if element.flag("Visible") == Some(false) {
            elements.skip();
            continue;
        }
        match element.name() {
            "TextObject" => text_object::draw(&element, elements, drawing, ink),
            "PathObject" => path_object::draw(&element, elements, drawing, ink),
            "ImageObject" => {
                drawing.has_pictures = true;
                elements.skip();
            }
            "CompositeObject" => {
                let composite = element.attribute("ResourceID").and_then(|id| composites.get(&id));
                if let Some(composite) = composite {
                    drawing.add(composite, placement(&element), ink);
                }
                elements.skip();
            }
            // A layer or block: its objects follow.
            _ => {}
        }
    }
}

/// From an object's own coordinates to those of what holds it: its matrix, then the corner of its boundary.
pub(super) fn placement(object: &Element<'_>) -> Matrix {
    let matrix = object.attribute("CTM").and_then(|text| Matrix::parse(&text)).unwrap_or(Matrix::IDENTITY);
    let boundary = object.attribute("Boundary").and_then(|text| Rectangle::parse(&text));
    boundary.map_or(matrix, |boundary| matrix.then(Matrix::shift(boundary.left, boundary.top)))
}
