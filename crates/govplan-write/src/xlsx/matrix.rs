use super::error::WorkbookError;
use super::height::{LINE, height, lines};
use super::sheet::{print_set_up, put, put_merged};
use super::style::Style;
use crate::graph::Matrix;
use govplan_core::{Graph, Plan, TaskColumn, WorkItem};
use rust_xlsxwriter::{Workbook, Worksheet};
use std::borrow::Cow;

/// Name of the sheet, and what the letters stand for.
const SHEET: &str = "责任矩阵";
const LEGEND: &str = "责任矩阵：A 牵头，R 责任或落实，C 配合，I 督导";

/// Row of the header, below the legend.
const HEADER: u32 = 1;

/// A column before the organs.
#[derive(Clone, Copy)]
enum Leading {
    /// Tells several plans apart.
    Plan,
    Known(TaskColumn),
}

const LEADING: [Leading; 4] = [
    Leading::Plan,
    Leading::Known(TaskColumn::Section),
    Leading::Known(TaskColumn::Task),
    Leading::Known(TaskColumn::Requirement),
];

impl Leading {
    fn header(self) -> &'static str {
        match self {
            Self::Plan => "计划",
            Self::Known(column) => column.header(),
        }
    }

    fn width(self) -> u32 {
        match self {
            Self::Known(TaskColumn::Requirement) => 48,
            _ => 20,
        }
    }

    fn text<'g>(self, item: &'g WorkItem<'g>) -> Cow<'g, str> {
        let requirement = item.requirement;
        let text = match self {
            Self::Plan => return Cow::Borrowed(name(item.plan)),
            Self::Known(TaskColumn::Section) => return Cow::Owned(item.section_title().unwrap_or_default()),
            Self::Known(TaskColumn::Task) => item.task.title.as_deref(),
            Self::Known(_) => requirement.text.as_deref().or(requirement.title.as_deref()),
        };
        Cow::Borrowed(text.unwrap_or_default())
    }
}

/// What a plan is called.
fn name(plan: &Plan) -> &str {
    plan.title.as_deref().or(plan.head.title.as_deref()).unwrap_or(plan.id.as_str())
}

/// Width of the column of an organ.
const ORGAN_WIDTH: u32 = 9;

/// Cells from which on the sheet is a long one.
const LONG: usize = 100_000;

/// The responsibility matrix (RACI) of a graph as a workbook: a row for each requirement, a column for each organ, in the cells
/// the letters of its roles: A for lead, R for responsible and implementing, C for cooperating, I for supervising.
///
/// Requirements stay in view beside the organs, and the names of the organs above them. The plan stands in a column of its own
/// where there are several. Takes time linear in the number of cells.
///
/// # Errors
/// A matrix of more than twenty million cells, more organs than a sheet has columns, or a text that is longer than a cell may be
/// (32,767 characters).
pub fn raci_xlsx(graph: &Graph<'_>) -> Result<Vec<u8>, WorkbookError> {
    let matrix = Matrix::of(graph)?;
    // With one plan its column would say the same in every row.
    let leading = LEADING.get(usize::from(graph.plans().len() <= 1)..).unwrap_or_default();
    let cells = matrix.rows().len().saturating_mul(matrix.organs.len());
    let mut workbook = Workbook::new();
    workbook.set_properties(&super::properties(None));
    write(super::sheet(&mut workbook, cells >= LONG)?.set_name(SHEET)?, &matrix, leading)?;
    Ok(workbook.save_to_buffer()?)
}

fn write(sheet: &mut Worksheet, matrix: &Matrix<'_>, leading: &[Leading]) -> Result<(), WorkbookError> {
    let style = Style::new();
    let organs = matrix.organs.iter().map(|organ| (organ.as_str(), ORGAN_WIDTH));
    let headers: Vec<(&str, u32)> =
        leading.iter().map(|column| (column.header(), column.width())).chain(organs).collect();
    let width = u16::try_from(headers.len()).unwrap_or(u16::MAX);
    put_merged(sheet, (0, 0), (1, width), LEGEND, &style.text)?;
    for (column, (header, width)) in (0..).zip(&headers) {
        sheet.set_column_width(column, f64::from(*width))?;
        put(sheet, HEADER, column, header, &style.header)?;
    }
    let tallest = headers.iter().map(|(header, width)| lines(header, *width)).max();
    sheet.set_row_height(HEADER, height(tallest.unwrap_or(1), LINE))?;
    let mut row = HEADER;
    for (item, letters) in matrix.rows() {
        row += 1;
        let mut tallest = 1;
        for (column, part) in (0..).zip(leading) {
            let text = part.text(item);
            tallest = tallest.max(lines(&text, part.width()));
            put(sheet, row, column, &text, &style.text)?;
        }
        sheet.set_row_height(row, height(tallest, LINE))?;
        for (column, letters) in (0_u16..).skip(leading.len()).zip(letters) {
            put(sheet, row, column, letters, &style.short)?;
        }
    }
    if row > HEADER {
        sheet.autofilter(HEADER, 0, row, width.saturating_sub(1))?;
    }
    print_set_up(sheet, HEADER)?;
    sheet.set_freeze_panes(HEADER + 1, u16::try_from(leading.len()).unwrap_or(0))?;
    Ok(())
}
