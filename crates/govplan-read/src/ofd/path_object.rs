use super::content::placement;
use super::drawing::{Drawing, Ink};
use super::geometry::{Matrix, Rectangle, numbers};
use super::xml::{Element, Elements};
use std::iter;

/// Millimetres up to which a rectangle is as thin as a line.
const THIN: f64 = 1.0;

/// Draws the lines of a path that are horizontal or vertical.
pub(super) fn draw(object: &Element<'_>, elements: &mut Elements<'_>, drawing: &mut Drawing, ink: &mut Ink) {
    let is_stroked = object.flag("Stroke").unwrap_or(true);
    let is_filled = object.flag("Fill").unwrap_or(false);
    let is_transparent = object.number("Alpha") == Some(0.0);
    if is_transparent || !(is_stroked || is_filled) {
        return elements.skip();
    }
    let placement = placement(object);
    let depth = elements.depth();
    while let Some(child) = elements.next(depth) {
        if child.name() != "AbbreviatedData" {
            elements.skip();
            continue;
        }
        for outline in outlines(&elements.text(), placement) {
            for line in lines(&outline, is_stroked) {
                drawing.ruling(line, ink);
            }
            if ink.is_spent {
                return;
            }
        }
    }
}

/// One stroke of a path: where it turns, on the page.
type Outline = Vec<(f64, f64)>;

/// The strokes of a path. A curve is taken as the straight way to its end.
fn outlines(data: &str, placement: Matrix) -> impl Iterator<Item = Outline> {
    let mut segments = segments(data);
    let mut start = None;
    iter::from_fn(move || {
        let mut outline: Outline = start.take().into_iter().collect();
        for (command, end) in segments.by_ref() {
            let end = end.map(|(x, y)| placement.map(x, y));
            match command {
                'S' | 'M' if outline.len() > 1 => {
                    start = end;
                    return Some(outline);
                }
                'S' | 'M' => outline = end.into_iter().collect(),
                'C' => outline.extend(outline.first().copied()),
                _ => outline.extend(end),
            }
        }
        (outline.len() > 1).then_some(outline)
    })
}

/// Each command of a path with the point that it ends in: the last two of its numbers, however many it takes.
fn segments(data: &str) -> impl Iterator<Item = (char, Option<(f64, f64)>)> {
    let is_command = |c: char| "SMLQBAC".contains(c);
    data.match_indices(is_command).filter_map(move |(start, command)| {
        let (_, rest) = data.split_at_checked(start + command.len())?;
        let last = rest
            .split(is_command)
            .next()
            .map(numbers)
            .into_iter()
            .flatten()
            .fold((None, None), |(_, x), y| (x, Some(y)));
        Some((command.chars().next()?, last.0.zip(last.1)))
    })
}

/// The lines that a stroke shows: itself where it is thin, else its level and plumb sides if they are drawn.
fn lines(outline: &Outline, is_stroked: bool) -> Vec<Rectangle> {
    let whole = Rectangle::around(outline.iter().copied());
    if is_line(whole) {
        return vec![whole];
    }
    if !is_stroked {
        return Vec::new();
    }
    let sides = outline.iter().zip(outline.iter().skip(1)).map(|(from, to)| Rectangle::around([*from, *to]));
    sides.filter(|side| is_line(*side)).collect()
}

/// Whether a rectangle is thin in one direction and long in the other.
fn is_line(rectangle: Rectangle) -> bool {
    let (width, height) = (rectangle.width(), rectangle.height());
    width.min(height) <= THIN && width.max(height) > THIN
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rulings(attributes: &str, data: &str) -> Vec<[f64; 4]> {
        let text = format!("<PathObject {attributes}><AbbreviatedData>{data}</AbbreviatedData></PathObject>");
        let mut elements = Elements::new(&text, 9);
        let object = elements.next(0).unwrap();
        let mut drawing = Drawing::default();
        draw(&object, &mut elements, &mut drawing, &mut Ink::new(10_000));
        drawing.rulings.iter().map(|line| [line.left, line.top, line.right, line.bottom]).collect()
    }

    #[test]
    fn lines_lie_where_boundary_and_matrix_put_them() {
        assert_eq!(rulings("Boundary='20 30 100 1'", "M 0 0.5 L 100 0.5"), [[20.0, 30.5, 120.0, 30.5]]);
        assert_eq!(rulings("Boundary='20 30 1 90' CTM='2 0 0 2 0 0'", "S 0 0 L 0 40"), [[20.0, 30.0, 20.0, 110.0]]);
        assert_eq!(
            rulings("", "M 0 0 L 9 0 M0,5L9,5S 0 0 L 0 5"),
            [[0.0, 0.0, 9.0, 0.0], [0.0, 5.0, 9.0, 5.0], [0.0, 0.0, 0.0, 5.0]]
        );
    }

    #[test]
    fn a_frame_shows_its_sides_and_a_thin_rectangle_one_line() {
        let frame = "M 0 0 L 50 0 L 50 20 L 0 20 C";
        let sides = [[0.0, 0.0, 50.0, 0.0], [50.0, 0.0, 50.0, 20.0], [0.0, 20.0, 50.0, 20.0], [0.0, 0.0, 0.0, 20.0]];
        assert_eq!(rulings("", frame), sides);
        let thin = "M 0 0 L 50 0 L 50 0.4 L 0 0.4 C";
        for attributes in ["Fill='true' Stroke='false'", "Fill='true'", ""] {
            assert_eq!(rulings(attributes, thin), [[0.0, 0.2, 50.0, 0.2]], "{attributes}");
        }
    }

    #[test]
    fn what_is_not_drawn_or_not_level_is_no_line() {
        let frame = "M 0 0 L 50 0 L 50 20 L 0 20 C";
        assert!(rulings("Stroke='false' Fill='true'", frame).is_empty(), "the shade of a cell");
        assert!(rulings("Stroke='false'", "M 0 0 L 50 0").is_empty());
        assert!(rulings("Alpha='0'", "M 0 0 L 50 0").is_empty());
        assert!(rulings("", "M 0 0 L 50 30").is_empty(), "a slash through a header cell");
        assert!(rulings("", "M 0 0 L 0.3 0").is_empty(), "a dot");
        assert!(rulings("", "M 0 0 Q 20 9 40 30 B 1 1 2 2 60 70 A 5 5 0 0 1 90 120").is_empty());
        for data in ["", "M", "L 5 5", "C C C", "M 1 L 2", "M 0 0 L x 5", "M 0 0 L 1e999 0", "5 5 5"] {
            assert!(rulings("", data).is_empty(), "{data}");
        }
    }
}
