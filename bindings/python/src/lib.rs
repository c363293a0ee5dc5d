//! Python bindings: convert, call the façade, convert. No logic.

mod calendar;
mod duty;
mod error;
mod expression;
mod finding;
mod graph;
mod head;
mod hint;
mod part;
mod place;
mod plan;
mod read;
mod read_many;
mod register;
mod rows;
mod schedule;
mod schema;
mod section;
mod text;
mod value;
mod view;
mod work;
mod workdays;

use pyo3::prelude::*;

/// Chinese government work plans as exact data.
#[pymodule]
mod _govplan {
    #[pymodule_export]
    use crate::calendar::Calendar;
    #[pymodule_export]
    use crate::duty::Duty;
    #[pymodule_export]
    use crate::expression::{DocNumber, parse_doc_number, parse_timing};
    #[pymodule_export]
    use crate::finding::{_findings_json, Finding};
    #[pymodule_export]
    use crate::graph::{Graph, graph};
    #[pymodule_export]
    use crate::head::{Directive, Head, Paragraph, Unit};
    #[pymodule_export]
    use crate::place::Place;
    #[pymodule_export]
    use crate::plan::Plan;
    #[pymodule_export]
    use crate::read::{read, read_all};
    #[pymodule_export]
    use crate::read_many::{ReadMany, read_many};
    #[pymodule_export]
    use crate::register::{Register, Resolution, Suggestion};
    #[pymodule_export]
    use crate::rows::{Rows, rows};
    #[pymodule_export]
    use crate::schedule::{Schedule, ScheduleEntry};
    #[pymodule_export]
    use crate::schema::{schema, schema_names};
    #[pymodule_export]
    use crate::section::{Requirement, Section, Task};
    #[pymodule_export]
    use crate::view::Items;
    #[pymodule_export]
    use crate::work::{Assignment, Citation, Person, Timing};
    #[pymodule_export]
    use crate::workdays::{_add_workdays, _are_workdays, _count_workdays, add_workdays, count_workdays, is_workday};

    /// Version of the package.
    #[pymodule_export]
    #[allow(non_upper_case_globals, reason = "the name is Python's")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
