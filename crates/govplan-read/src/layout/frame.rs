use super::line::Line;
use super::sheet::Sheet;

/// Where running text stands on a page, and how far its lines are apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    pub(super) left: f64,
    pub(super) right: f64,
    /// From the top of a line to the top of the next, in heights of a character.
    pub(super) pitch: f64,
}

/// Lines that must end together to show where the margin is.
const AGREEING: usize = 3;
/// Lines of a paragraph end within so many characters of the margin.
const RAGGED: f64 = 1.2;
/// Where running text ends at the least, in widths of the page.
const RUNNING: f64 = 0.7;

impl Frame {
    /// The edges between which a line stands: those of its column, where it stands in one.
    pub(super) fn edges(&self, line: &Line) -> (f64, f64) {
        line.column.unwrap_or((self.left, self.right))
    }

    /// The frame that the lines of all pages of one width show.
    pub(super) fn of(sheets: &[Sheet], width: f64) -> Self {
        let alike = || sheets.iter().filter(|sheet| (sheet.width - width).abs() < 1.0);
        let lines: Vec<&Line> = alike().flat_map(Sheet::lines).collect();
        let left = lines.iter().map(|line| line.left).fold(f64::INFINITY, f64::min);
        let running = lines.iter().filter(|line| !line.is_parted && line.column.is_none());
        let mut ends: Vec<(f64, f64)> = running.map(|line| (line.right, line.em())).collect();
        ends.sort_by(|a, b| b.0.total_cmp(&a.0));
        let agreeing = ends.windows(AGREEING).find_map(|ends| match ends {
            [(first, em), .., (last, _)] if first - last <= RAGGED * em => Some(*first),
            _ => None,
        });
        // Too few lines to tell, or a list of short ones: pages have like margins on both sides.
        let right = agreeing.filter(|right| *right >= RUNNING * width).unwrap_or(width - left);
        let mut pitches: Vec<f64> = alike()
            .flat_map(|sheet| sheet.lines().zip(sheet.lines().skip(1)).collect::<Vec<_>>())
            .map(|(line, next)| (next.top - line.top) / line.em())
            .collect();
        let quarter = pitches.len() / 4;
        let pitch =
            if pitches.is_empty() { f64::INFINITY } else { *pitches.select_nth_unstable_by(quarter, f64::total_cmp).1 };
        Self { left, right, pitch }
    }
}
