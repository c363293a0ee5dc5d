use arrow_array::{ArrayRef, BooleanArray, Date32Array, RecordBatch, StringArray};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use chrono::NaiveDate;
use govplan_core::{FlatRow, Plan};
use std::borrow::Borrow;
use std::collections::VecDeque;
use std::sync::Arc;

/// The most rows of a batch.
const ROWS: usize = 8192;

/// The most bytes of text of a batch, unless one row has more.
const BYTES: usize = 64 << 20;

/// Schema of the [flat rows](FlatRow): the columns of [`rows_csv`](crate::rows_csv), dates as days, whether the organ is inherited
/// as a truth value, all else as text.
#[must_use]
pub fn rows_schema() -> SchemaRef {
    let fields = FlatRow::COLUMNS.map(|name| {
        let (kind, is_nullable) = match name {
            "inherited" => (DataType::Boolean, false),
            "deadline_start" | "deadline_end" => (DataType::Date32, true),
            "plan_id" | "requirement_id" => (DataType::Utf8, false),
            _ => (DataType::Utf8, true),
        };
        Field::new(name, kind, is_nullable)
    });
    Arc::new(Schema::new(fields.to_vec()))
}

/// Plans as Arrow record batches of the [flat rows](FlatRow) of every plan: no batch where there are no rows.
///
/// A batch has at most 8192 rows and 64 MiB of text, and is made when it is asked for; besides it the rows of one plan are
/// held.
///
/// # Errors
/// A row with 2 GiB of text or more, which the columns cannot address.
pub fn rows_arrow<P: Borrow<Plan>>(
    plans: impl IntoIterator<Item = P>,
) -> impl Iterator<Item = Result<RecordBatch, ArrowError>> {
    let (mut plans, schema) = (plans.into_iter(), rows_schema());
    let mut waiting: VecDeque<FlatRow> = VecDeque::new();
    std::iter::from_fn(move || {
        let (mut rows, mut bytes) = (Vec::new(), 0_usize);
        while rows.len() < ROWS {
            let Some(row) = waiting.pop_front() else {
                let Some(plan) = plans.next() else { break };
                waiting.extend(plan.borrow().rows());
                continue;
            };
            let length = text_length(&row);
            if bytes.saturating_add(length) > BYTES && !rows.is_empty() {
                waiting.push_front(row);
                break;
            }
            bytes += length;
            rows.push(row);
        }
        (!rows.is_empty()).then(|| batch(&schema, &rows, bytes))
    })
}

/// Bytes of the text of a row.
fn text_length(row: &FlatRow) -> usize {
    [
        &row.plan_title,
        &row.section_label,
        &row.section_title,
        &row.task_label,
        &row.task_title,
        &row.requirement_label,
        &row.requirement_title,
        &row.requirement_text,
        &row.unit,
        &row.unit_raw,
        &row.deadline_raw,
        &row.further_deadlines,
        &row.status,
    ]
    .into_iter()
    .flatten()
    .map(String::len)
    .sum()
}

fn batch(schema: &SchemaRef, rows: &[FlatRow], bytes: usize) -> Result<RecordBatch, ArrowError> {
    if i32::try_from(bytes).is_err() {
        return Err(ArrowError::InvalidArgumentError(format!(
            "a row with {bytes} bytes of text, expected less than 2 GiB"
        )));
    }
    let text =
        |of: fn(&FlatRow) -> Option<&str>| -> ArrayRef { Arc::new(rows.iter().map(of).collect::<StringArray>()) };
    let days = |of: fn(&FlatRow) -> Option<NaiveDate>| -> ArrayRef {
        let since_epoch = |day: NaiveDate| day.to_epoch_days();
        Arc::new(rows.iter().map(|row| of(row).map(since_epoch)).collect::<Date32Array>())
    };
    let inherited: BooleanArray = rows.iter().map(|row| Some(row.inherited)).collect();
    let columns = vec![
        text(|row| Some(&row.plan_id)),
        text(|row| row.plan_title.as_deref()),
        text(|row| row.section_label.as_deref()),
        text(|row| row.section_title.as_deref()),
        text(|row| row.task_label.as_deref()),
        text(|row| row.task_title.as_deref()),
        text(|row| Some(&row.requirement_id)),
        text(|row| row.requirement_label.as_deref()),
        text(|row| row.requirement_title.as_deref()),
        text(|row| row.requirement_text.as_deref()),
        text(|row| row.unit.as_deref()),
        text(|row| row.unit_raw.as_deref()),
        text(|row| row.role.map(govplan_core::Role::as_str)),
        Arc::new(inherited),
        text(|row| row.deadline_kind.map(govplan_core::TimingKind::as_str)),
        text(|row| row.deadline_raw.as_deref()),
        days(|row| row.deadline_start),
        days(|row| row.deadline_end),
        text(|row| row.further_deadlines.as_deref()),
        text(|row| row.status.as_deref()),
        text(|row| row.place.as_deref()),
    ];
    RecordBatch::try_new(Arc::clone(schema), columns)
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow_array::Array;
    use govplan_core::{Assignment, Requirement, Role, Section, SectionId, Task, Timing, TimingKind};

    /// A plan with one requirement of so many organs.
    fn plan(organs: usize, text: &str) -> Plan {
        let mut plan = Plan::new("p".parse().unwrap());
        let mut section = Section::new(SectionId::top(1));
        let mut task = Task::new(section.id.task(1));
        let mut requirement = Requirement::new(task.id.requirement(1), text);
        requirement.assignments.extend((1..=organs).map(|n| Assignment::new(format!("{n}科"), Role::Cooperating)));
        let mut timing = Timing::new(requirement.id.timing(1), TimingKind::AfterEvent);
        timing.end = NaiveDate::from_ymd_opt(2020, 9, 30);
        requirement.timings.push(timing);
        task.requirements.push(requirement);
        section.tasks.push(task);
        plan.sections.push(section);
        plan
    }

    fn column<'b, A: 'static>(batch: &'b RecordBatch, name: &str) -> &'b A {
        batch.column_by_name(name).unwrap().as_any().downcast_ref().unwrap()
    }

    #[test]
    fn every_column_holds_what_the_rows_do() {
        let batch = rows_arrow([&plan(2, "编制目录。"), &plan(0, "抓好落实。")]).next().unwrap().unwrap();
        assert_eq!(batch.schema(), rows_schema());
        let names: Vec<_> = batch.schema().fields().iter().map(|field| field.name().clone()).collect();
        assert_eq!(names, FlatRow::COLUMNS);
        let units: Vec<_> = column::<StringArray>(&batch, "unit").iter().collect();
        assert_eq!(units, [Some("1科"), Some("2科"), None]);
        assert_eq!(column::<StringArray>(&batch, "role").value(1), "cooperating");
        assert_eq!(column::<StringArray>(&batch, "deadline_kind").value(2), "after_event");
        assert_eq!(column::<Date32Array>(&batch, "deadline_end").value(0), 18_535);
        assert!(column::<StringArray>(&batch, "status").is_null(0));
    }

    #[test]
    fn batches_are_bounded_and_lose_no_row() {
        let many = plan(ROWS + 1, "编制目录。");
        let counts: Vec<_> = rows_arrow([&many, &plan(1, "")]).map(|batch| batch.unwrap().num_rows()).collect();
        assert_eq!(counts, [ROWS, 2]);
        let long = plan(3, &"长".repeat(BYTES / 6));
        let counts: Vec<_> = rows_arrow([&long]).map(|batch| batch.unwrap().num_rows()).collect();
        assert_eq!(counts, [1, 1, 1]);
        assert!(rows_arrow::<&Plan>([]).next().is_none());
    }
}
