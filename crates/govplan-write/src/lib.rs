//! A plan and its findings to bytes: one module for each format.
//!
//! | for | functions | feature |
//! |---|---|---|
//! | spreadsheets | [`rows_csv`] | `csv` |
//! | tables | [`rows_arrow`], [`rows_schema`] | `arrow` |
//! | programs | [`rows_json_lines`], [`findings_json`], [`findings_json_lines`], [`number_json_line`], [`overview_json`], [`duties_json`], [`workload_json`], [`units_json`], [`schedule_json`], [`rule_json`], [`rules_json`] | |
//! | browsers and printers | [`report_html`] | `html` |
//! | calendars | [`schedule_ics`] | `ics` |
//! | offices | [`plan_xlsx`], [`raci_xlsx`], [`plan_docx`], [`plan_markdown`] | `office` |
//! | sites | [`rule_page`], [`rules_page`], [`schema_page`], [`schemas_page`] | |
//! | code hosts and editors | [`findings_sarif`] | `sarif` |
//! | code hosts | [`findings_github`] | |
//! | graphs | [`graph_json`], [`graph_dot`], [`graph_mermaid`], [`graph_graphml`], [`graph_svg`], [`raci_csv`] | `dot`, `mermaid`, `graphml`, `svg`, `raci` |
//! | test reports | [`findings_junit`] | `junit` |
//! | people | [`plan_text`], [`findings_text`], [`number_text`], [`duties_text`], [`workload_text`], [`units_text`], [`schedule_text`], [`rule_text`], [`rules_text`] | `human` |
//!
//! A plan itself is written by [`Plan::to_json`](govplan_core::Plan::to_json). Nothing here touches a file or a terminal (but for
//! the rows of a long workbook, which pass through a temporary file without a name), and the same input gives the same bytes.

#[cfg(feature = "arrow")]
mod arrow;
mod count;
#[cfg(feature = "csv")]
mod csv;
#[cfg(feature = "office")]
mod docx;
mod github;
mod graph;
#[cfg(feature = "html")]
mod html;
#[cfg(feature = "human")]
mod human;
#[cfg(feature = "ics")]
mod ics;
mod json;
#[cfg(feature = "junit")]
mod junit;
mod label;
mod markdown;
#[cfg(feature = "office")]
mod office;
mod place;
mod printable;
#[cfg(feature = "sarif")]
mod sarif;
#[cfg(any(feature = "html", feature = "human"))]
mod wording;
#[cfg(feature = "office")]
mod xlsx;
#[cfg(any(feature = "junit", feature = "graphml", feature = "svg"))]
mod xml;

#[cfg(feature = "arrow")]
pub use arrow::{rows_arrow, rows_schema};
#[cfg(feature = "csv")]
pub use csv::{ByteOrderMark, rows_csv};
#[cfg(feature = "office")]
pub use docx::plan_docx;
pub use github::findings_github;
#[cfg(any(feature = "office", feature = "raci"))]
pub use graph::MatrixTooLarge;
#[cfg(feature = "dot")]
pub use graph::graph_dot;
#[cfg(feature = "graphml")]
pub use graph::graph_graphml;
pub use graph::graph_json;
#[cfg(feature = "mermaid")]
pub use graph::graph_mermaid;
#[cfg(feature = "svg")]
pub use graph::graph_svg;
#[cfg(feature = "raci")]
pub use graph::raci_csv;
#[cfg(feature = "html")]
pub use html::{ReportedPlan, report_html};
#[cfg(feature = "human")]
pub use human::{
    Color, Screen, due_text, duties_text, expression_text, findings_text, number_text, plan_text, rule_text,
    rules_text, schedule_text, units_text, workload_text,
};
#[cfg(feature = "ics")]
pub use ics::schedule_ics;
pub use json::{
    Findings, due_json_line, duties_json, expression_json_line, findings_json, findings_json_lines, number_json_line,
    overview_json, rows_json_lines, rule_json, rules_json, schedule_json, units_json, workload_json,
};
#[cfg(feature = "junit")]
pub use junit::findings_junit;
#[cfg(feature = "office")]
pub use markdown::plan_markdown;
pub use markdown::{rule_page, rules_page, schema_page, schemas_page};
pub use printable::printable;
#[cfg(feature = "sarif")]
pub use sarif::findings_sarif;
#[cfg(feature = "office")]
pub use xlsx::{OrganSheets, WorkbookError, plan_xlsx, raci_xlsx};
