use super::matrix::{Matrix, MatrixTooLarge};
use crate::csv::ByteOrderMark;
use csv::{Terminator, WriterBuilder};
use govplan_core::Graph;

/// The responsibility matrix (RACI) of a graph as CSV: a row for each requirement, a column for each organ, in the cells the
/// letters of its roles: A for lead, R for responsible and implementing, C for cooperating, I for supervising.
///
/// The first columns are `plan_id`, `requirement_id`, `section_title`, `task_title` and `requirement_text`; where organs of
/// several plans have one name, the id of the plan stands behind it. Takes time linear in the number of cells.
///
/// # Errors
/// A matrix of more than twenty million cells.
pub fn raci_csv(graph: &Graph<'_>, mark: ByteOrderMark) -> Result<Vec<u8>, MatrixTooLarge> {
    let matrix = Matrix::of(graph)?;
    let start = match mark {
        ByteOrderMark::Absent => Vec::new(),
        ByteOrderMark::Present => b"\xef\xbb\xbf".to_vec(),
    };
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(start);
    let lead = ["plan_id", "requirement_id", "section_title", "task_title", "requirement_text"];
    // Writing to memory does not fail: all rows are of one length.
    let mut written = writer.write_record(lead.into_iter().chain(matrix.organs.iter().map(String::as_str)));
    for (item, letters) in matrix.rows() {
        let section = item.section_title().unwrap_or_default();
        let of = item.requirement;
        let texts = [
            item.plan.id.as_str(),
            of.id.as_str(),
            &section,
            item.task.title.as_deref().unwrap_or_default(),
            of.text.as_deref().unwrap_or_default(),
        ];
        written = written.and_then(|()| writer.write_record(texts.into_iter().chain(letters)));
    }
    Ok(written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default())
}
