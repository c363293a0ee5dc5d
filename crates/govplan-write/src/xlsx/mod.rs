//! Workbooks (.xlsx): a plan as its notice, its task table, and on request a sheet for each organ; a responsibility matrix.
//!
//! Every text is written as text: nothing of a document becomes a formula, a number or a link.

mod error;
mod height;
mod matrix;
mod notice;
mod organs;
mod sheet;
mod style;
mod tasks;

pub use error::WorkbookError;
pub use matrix::raci_xlsx;

use crate::office::{Form, TaskTable, notice};
use govplan_core::Plan;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use sheet::names;
use style::Style;

/// Which sheets a workbook has beside the notice and the task table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OrganSheets {
    /// None.
    #[default]
    Absent,
    /// One for each organ that is assigned work, with its rows of the task table.
    Present,
}

/// Name of the sheet of the notice, and of that of the task table.
const NOTICE: &str = "公文";
const TASKS: &str = "任务表";

/// A plan as a workbook (Office Open XML, ISO/IEC 29500), which is read as the same plan.
///
/// The task table has a header that stays in view and is repeated on each page, filters, cells merged over what belongs to
/// them, and a choice of words for the status. Time is linear in the plan's size.
///
/// # Errors
/// A text that is longer than a cell may be (32,767 characters), and a plan of more rows than a sheet has (1,048,576).
///
/// ```
/// use govplan_core::{Plan, Requirement, Section, SectionId, Task};
/// use govplan_write::{OrganSheets, plan_xlsx};
///
/// let mut plan = Plan::new("p".parse()?);
/// let mut section = Section::new(SectionId::top(1));
/// let mut task = Task::new(section.id.task(1));
/// task.requirements.push(Requirement::new(task.id.requirement(1), "=1+1 is a text."));
/// section.tasks.push(task);
/// plan.sections.push(section);
/// assert!(plan_xlsx(&plan, OrganSheets::Absent)?.starts_with(b"PK"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn plan_xlsx(plan: &Plan, organs: OrganSheets) -> Result<Vec<u8>, WorkbookError> {
    let table = TaskTable::of(plan);
    let (lines, _) = notice(plan, Form::Table);
    let style = Style::new();
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(Some(plan)));
    // The notice ends where the task table begins: its title stands above the table.
    let (above, title) = match lines.split_last() {
        Some((title, above)) if title.kind.is_title() => (above, Some(title)),
        _ => (lines.as_slice(), None),
    };
    if !above.is_empty() {
        notice::write(workbook.add_worksheet().set_name(NOTICE)?, above, &style)?;
    }
    let first_row =
        tasks::write(sheet(&mut workbook, table.rows.len() >= LONG)?.set_name(TASKS)?, &table, title, &style)?;
    if organs == OrganSheets::Present {
        let named = names(plan.units.iter().map(|unit| unit.name.as_str()), &[NOTICE, TASKS]);
        let rows = organs::rows(plan, &table, first_row);
        for (unit, name) in plan.units.iter().zip(named) {
            let rows = rows.get(unit.name.as_str()).map_or(&[][..], Vec::as_slice);
            organs::write(workbook.add_worksheet().set_name(name)?, rows, &style)?;
        }
    }
    Ok(workbook.save_to_buffer()?)
}

/// Rows of the task table from which on a sheet goes through a temporary file, and is packed fast rather than small.
const LONG: usize = 10_000;
const FAST: u8 = 1;

/// A sheet: the rows of a long one pass through a temporary file without a name, so that the memory does not grow with them.
fn sheet(workbook: &mut Workbook, is_long: bool) -> Result<&mut Worksheet, XlsxError> {
    if is_long {
        workbook.set_zip_compression_level(FAST);
        workbook.add_worksheet_with_constant_memory()
    } else {
        Ok(workbook.add_worksheet())
    }
}

/// What the file says of itself: the plan's title, and for a moment the date of its document, for there is no clock.
fn properties(plan: Option<&Plan>) -> DocProperties {
    let title = plan.and_then(|plan| plan.title.as_deref().or(plan.head.title.as_deref())).unwrap_or_default();
    let issuers = plan.map(|plan| plan.head.issuers.join("、")).unwrap_or_default();
    let day = plan.and_then(|plan| plan.head.issued_on);
    let day = day.and_then(|day| ExcelDateTime::parse_from_str(&day.to_string()).ok());
    let day = day.or_else(|| ExcelDateTime::from_ymd(1980, 1, 1).ok());
    let properties = DocProperties::new().set_title(title).set_author(issuers);
    match day {
        Some(day) => properties.set_creation_datetime(&day),
        None => properties,
    }
}
