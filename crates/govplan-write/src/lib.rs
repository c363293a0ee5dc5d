//! A plan and its findings to bytes: one module for each format.
//!
//! | for | functions | feature |
//! |---|---|---|
//! | spreadsheets | [`rows_csv`] | `csv` |
//! | programs | [`rows_json_lines`], [`findings_json`], [`overview_json`], [`duties_json`], [`schedule_json`], [`rule_json`], [`rules_json`] | |
//! | calendars | [`schedule_ics`] | `ics` |
//! | sites | [`rule_page`], [`rules_page`] | |
//! | people | [`plan_text`], [`findings_text`], [`duties_text`], [`schedule_text`], [`rule_text`], [`rules_text`] | `human` |
//!
//! A plan itself is written by [`Plan::to_json`](govplan_core::Plan::to_json). Nothing here touches a file or a terminal,
//! and the same input gives the same bytes.

mod count;
#[cfg(feature = "csv")]
mod csv;
#[cfg(feature = "human")]
mod human;
#[cfg(feature = "ics")]
mod ics;
mod json;
mod label;
mod markdown;

#[cfg(feature = "csv")]
pub use csv::{ByteOrderMark, rows_csv};
#[cfg(feature = "human")]
pub use human::{
    Color, Screen, due_text, duties_text, expression_text, findings_text, plan_text, printable, rule_text, rules_text,
    schedule_text,
};
#[cfg(feature = "ics")]
pub use ics::schedule_ics;
pub use json::{
    Findings, due_json_line, duties_json, expression_json_line, findings_json, overview_json, rows_json_lines,
    rule_json, rules_json, schedule_json,
};
pub use markdown::{rule_page, rules_page};
