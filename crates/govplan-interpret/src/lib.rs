//! A raw document to typed plans with findings, by general rules.
//!
//! ```text
//! Document ─outline→ parts ─┬─ head      → number, title, issuers, addressees, dates, basis
//!                           ├─ table     → sections, tasks, requirements of a table
//!                           ├─ clause    → sections, tasks, requirements of numbered paragraphs
//!                           │     └ party → organs and roles of a cell or phrase
//!                           └─ assemble  → ids, index of organs, timings, findings: the only maker of plans
//! ```
//!
//! Knows the shape of a document and the words of the field (`data/`), and never a single document.

mod assemble;
mod clause;
mod draft;
mod head;
mod label;
mod outline;
mod party;
mod read;
mod table;
mod timing;
mod vocabulary;

use govplan_core::Plan;
use govplan_document::Document;

/// Reads the plans of a document, one at least: of a document that holds no work an empty one, with a finding.
///
/// Never fails and never panics; takes time linear in the size of the document.
#[must_use]
pub fn interpret(document: &Document) -> Vec<Plan> {
    vec![assemble::plan(read::draft(document), document)]
}
