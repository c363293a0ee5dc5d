/// An affine map: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`, as the standard's `CTM` writes it: `a b c d e f`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix {
    a: f64,
    b: f64,
    c: f64,
    d: f64,
    e: f64,
    f: f64,
}

/// Rise over run up to which a line counts as level: a page scanned two degrees askew is still upright.
const LEVEL: f64 = 0.035;

/// Millimetres that no page reaches; what lies beyond is not drawn.
const FARTHEST: f64 = 100_000.0;

impl Matrix {
    pub(super) const IDENTITY: Self = Self { a: 1.0, b: 0.0, c: 0.0, d: 1.0, e: 0.0, f: 0.0 };

    /// Moves by a distance.
    pub(super) const fn shift(x: f64, y: f64) -> Self {
        Self { e: x, f: y, ..Self::IDENTITY }
    }

    /// Turns clockwise by degrees, rounded to quarters of a circle; what is no multiple of these turns nothing.
    pub(super) fn turn(degrees: f64) -> Self {
        match quarters(degrees) {
            1 => Self { a: 0.0, b: 1.0, c: -1.0, d: 0.0, ..Self::IDENTITY },
            2 => Self { a: -1.0, d: -1.0, ..Self::IDENTITY },
            3 => Self { a: 0.0, b: -1.0, c: 1.0, d: 0.0, ..Self::IDENTITY },
            _ => Self::IDENTITY,
        }
    }

    /// Reads `a b c d e f`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut numbers = numbers(text);
        let mut next = || numbers.next();
        Some(Self { a: next()?, b: next()?, c: next()?, d: next()?, e: next()?, f: next()? })
    }

    /// This map, then another.
    pub(super) fn then(self, next: Self) -> Self {
        let (e, f) = next.map(self.e, self.f);
        Self {
            a: next.a * self.a + next.c * self.b,
            b: next.b * self.a + next.d * self.b,
            c: next.a * self.c + next.c * self.d,
            d: next.b * self.c + next.d * self.d,
            e,
            f,
        }
    }

    /// Where a point comes to lie.
    pub(super) fn map(self, x: f64, y: f64) -> (f64, f64) {
        (self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)
    }

    /// The smallest upright rectangle around the place where a rectangle comes to lie.
    pub(super) fn map_rectangle(self, rectangle: Rectangle) -> Rectangle {
        let Rectangle { left, top, right, bottom } = rectangle;
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        Rectangle::around(corners.into_iter().map(|(x, y)| self.map(x, y)))
    }

    /// Whether lines that are level or plumb stay so.
    pub(super) fn is_upright(self) -> bool {
        let (run, rise) = (self.a.abs(), self.b.abs());
        run.min(rise) <= run.max(rise) * LEVEL
    }
}

/// A rectangle in millimetres, or in the units of an object before it is placed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rectangle {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Rectangle {
    /// Reads `x y width height`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut numbers = numbers(text);
        let mut next = || numbers.next();
        let (left, top, width, height) = (next()?, next()?, next()?, next()?);
        Some(Self { left, top, right: left + width, bottom: top + height })
    }

    /// The smallest one around points.
    pub(super) fn around(points: impl IntoIterator<Item = (f64, f64)>) -> Self {
        let (far, near) = (f64::INFINITY, f64::NEG_INFINITY);
        let nothing = Self { left: far, top: far, right: near, bottom: near };
        points.into_iter().fold(nothing, |around, (x, y)| Self {
            left: around.left.min(x),
            top: around.top.min(y),
            right: around.right.max(x),
            bottom: around.bottom.max(y),
        })
    }

    pub(super) fn width(self) -> f64 {
        self.right - self.left
    }

    pub(super) fn height(self) -> f64 {
        self.bottom - self.top
    }

    /// Whether all of it lies where a page may be.
    pub(super) fn is_drawable(self) -> bool {
        [self.left, self.top, self.right, self.bottom].iter().all(|edge| edge.abs() <= FARTHEST)
    }
}

/// Quarters of a circle in degrees, clockwise, from 0 to 3; 0 where degrees are no multiple of 90.
pub(super) fn quarters(degrees: f64) -> u8 {
    match degrees.rem_euclid(360.0) {
        90.0 => 1,
        180.0 => 2,
        270.0 => 3,
        _ => 0,
    }
}

/// The numbers of a list, up to the first that is none.
pub(super) fn numbers(text: &str) -> impl Iterator<Item = f64> {
    let words = text.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
    words.map_while(|word| word.parse().ok().filter(|number: &f64| number.is_finite()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matrix_maps_as_the_standard_writes_it() {
        let matrix = Matrix::parse("0.3527 0 0 0.3527 -114.8 111.4").unwrap();
        let (x, y) = matrix.then(Matrix::shift(114.8, 185.2)).map(324.0, -303.0);
        assert!((x - 114.27).abs() < 0.01 && (y - 189.73).abs() < 0.01, "{x} {y}");
        assert_eq!(Matrix::parse("1 0 0 1 0"), None);
        assert_eq!(Matrix::parse("1 0 0 1 0 inf"), None);
    }

    #[test]
    fn quarter_turns_are_upright_and_others_are_not() {
        let box_ = Rectangle { left: 0.0, top: -3.0, right: 4.0, bottom: 1.0 };
        assert_eq!(Matrix::turn(90.0).map_rectangle(box_), Rectangle { left: -1.0, top: 0.0, right: 3.0, bottom: 4.0 });
        assert_eq!(Matrix::turn(-90.0), Matrix::turn(270.0));
        assert_eq!(Matrix::turn(45.0), Matrix::IDENTITY);
        for (text, upright) in [
            ("1 0 0 1 5 5", true),
            ("0 1 -1 0 0 0", true),
            ("-2 0 0 -2 0 0", true),
            ("0.9998 0.0175 -0.0175 0.9998 0 0", true),
            ("0.7071 0.7071 -0.7071 0.7071 0 0", false),
            ("0.866 -0.5 0.5 0.866 0 0", false),
        ] {
            assert_eq!(Matrix::parse(text).unwrap().is_upright(), upright, "{text}");
        }
    }

    #[test]
    fn rectangles_hold_four_numbers_within_reach() {
        let page = Rectangle::parse("0 0 210 297").unwrap();
        assert_eq!((page.width(), page.height(), page.is_drawable()), (210.0, 297.0, true));
        assert_eq!(Rectangle::parse("0 0 210"), None);
        assert!(!Rectangle::parse("0 0 1e300 1").unwrap().is_drawable());
        assert!(!Rectangle::around([]).is_drawable());
        assert!(!Rectangle { left: f64::NAN, ..page }.is_drawable());
    }
}
