//! Chinese government work plans (政府工作计划) as exact data: read, check, query, write.
//!
//! [`load`] takes the bytes of a document, or of plans that were written before, and gives [`Plan`]s. A plan says what is
//! wrong with it ([`Plan::check`]), who does what ([`Graph`]), and lies flat for spreadsheets ([`Plan::rows`]).
//!
//! ```
//! use govplan::{CheckSettings, Graph, Options, load};
//!
//! let document = "\
//! XX区教育和体育局
//! 2020年政务公开工作实施方案
//!
//! 工作任务\t具体要求\t责任单位
//! 一、推进基层政务公开标准化
//! 1.编制目录\t2020年9月底前，编制完成标准目录。\t办公室
//! \t将政务公开列入干部培训内容。\t办公室 人事科
//! ";
//! let loaded = load(document.as_bytes(), &Options::default())?;
//! let plan = &loaded.plans[0];
//!
//! let duties = Graph::new(plan).duties("办公室")?.len();
//! assert_eq!(duties, 2);
//! let deadline = plan.requirements().find_map(|requirement| requirement.item.timings.first()?.end);
//! assert_eq!(deadline.unwrap().to_string(), "2020-09-30");
//! for finding in plan.check(&CheckSettings::default()) {
//!     println!("{} {}", finding.code, finding.message.zh);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Features
//!
//! All are on by default.
//!
//! | feature | gives |
//! |---|---|
//! | `text` | reading plain text: UTF-8, UTF-16, GB18030; tab-separated tables |
//! | `markdown` | reading Markdown with pipe tables |
//! | `arrow` | flat rows as Arrow record batches: [`rows_arrow`] |
//! | `csv` | [`rows_csv`] |
//! | `dot` | graphs for Graphviz: [`graph_dot`] |
//! | `graphml` | graphs as GraphML: [`graph_graphml`] |
//! | `human` | text for terminals in Chinese and English: [`plan_text`], [`findings_text`] |
//! | `ics` | schedules as iCalendar: [`schedule_ics`] |
//! | `junit` | findings as JUnit XML: [`findings_junit`] |
//! | `office` | plans as workbooks, Word documents and Markdown: [`plan_xlsx`], [`plan_docx`], [`plan_markdown`]; responsibility matrices as workbooks: [`raci_xlsx`] |
//! | `report` | plans as a page for browsers and paper: [`report_html`] |
//! | `mermaid` | graphs as Mermaid: [`graph_mermaid`] |
//! | `raci` | responsibility matrices as CSV: [`raci_csv`] |
//! | `sarif` | findings as SARIF 2.1.0: [`findings_sarif`] |
//! | `svg` | graphs drawn as SVG: [`graph_svg`] |
//! | `schema` | JSON Schemas of everything that is written |
//! | `traditional` | finding traditional characters in simplified text |

mod contained;
mod error;
mod in_order;
mod load;
mod open;
mod plans;
#[cfg(doctest)]
mod readme;
mod typed;

pub use contained::contained;
pub use error::Error;
pub use govplan_core::*;
pub use govplan_read::{FileKind, Format, Limits, Options, ReadError};
pub use govplan_time as time;
pub use govplan_write::*;
pub use in_order::{InOrder, NotYet};
pub use load::{Loaded, load};
pub use open::open;
pub use typed::typed_expression;
