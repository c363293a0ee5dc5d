//! Heights of rows: programs fit them to wrapped text only in part, and never to merged cells.

/// Points of a line of text of 11 points; the highest row that Excel has.
pub(super) const LINE: f64 = 15.0;
const HIGHEST: f64 = 409.0;

/// Lines that a text takes in a column of so many characters of Latin text.
pub(super) fn lines(text: &str, width: u32) -> u32 {
    // In tenths of a Latin character, with a little room at either end.
    let room = u64::from(width).saturating_mul(10).saturating_sub(15).max(22);
    let of_line = |line: &str| {
        // A character that is not of Latin text begins with a byte of 0xC0 or more.
        let length: u64 = line.bytes().map(|byte| if byte < 0x80 { 11 } else { u64::from(byte >= 0xC0) * 22 }).sum();
        u32::try_from(length.div_ceil(room)).unwrap_or(u32::MAX).max(1)
    };
    text.split('\n').map(of_line).fold(0, u32::saturating_add)
}

/// The height of a row of so many lines.
pub(super) fn height(lines: u32, line: f64) -> f64 {
    (f64::from(lines.max(1)) * line + 3.0).min(HIGHEST)
}

#[cfg(test)]
mod tests {
    use super::{height, lines};

    #[test]
    fn a_text_takes_as_many_lines_as_it_fills() {
        assert_eq!((lines("", 10), lines("市教育局", 16), lines("市教育局\n市财政局", 16)), (1, 1, 2));
        assert_eq!(lines(&"长".repeat(100), 48), 5);
        assert!(height(u32::MAX, 15.0) <= 409.0 && lines("长", 0) == 1);
    }
}
