//! Texts judged by themselves: expressions of time, document numbers.

use crate::calendar::Calendar;
use crate::finding::Finding;
use crate::value::{value, word};
use crate::work::Timing;
use chrono::NaiveDate;
use govplan::time::Context;
use govplan::typed_expression;
use pyo3::prelude::*;

/// What a text that is an expression of time, or holds some, comes to.
///
/// Parameters
/// ----------
/// text : str
///     The text.
/// year : int, optional
///     Year of a date that names none.
/// issued : datetime.date, optional
///     Day on which the document was issued.
/// calendar : Calendar, optional
///     The working days that periods are counted in, in place of those that are built in.
///
/// Returns
/// -------
/// list of Timing
///     In the order of the text; a date whose year cannot be known has no ``end``.
///
/// Examples
/// --------
/// >>> govplan.parse_timing("第三季度前", year=2020)
/// [<Timing 第三季度前 → 2020-06-30>]
/// >>> govplan.parse_timing("12月10日前")[0].steps
/// ['year_unknown']
#[pyfunction]
#[pyo3(signature = (text, *, year=None, issued=None, calendar=None))]
pub fn parse_timing(
    text: &str,
    year: Option<i32>,
    issued: Option<NaiveDate>,
    calendar: Option<Calendar>,
) -> Vec<Timing> {
    let context = Context { year, issued, ..Context::default() };
    let (timings, _) = typed_expression(text, &context, Calendar::or_announced(calendar.as_ref()));
    timings.into_iter().map(Timing).collect()
}

value! {
    /// A document number (发文字号) judged by itself.
    DocNumber {
        /// The text that was judged.
        text: String,
        /// What came of it: ``ok``, ``warning`` (well-formed but for white space, or within other text), ``error`` (malformed) or
        /// ``other`` (no document number of a known series).
        verdict: String,
        /// The canonical form; absent where it cannot be recovered safely.
        canonical: Option<String>,
        /// Agency code (机关代字), where there is a canonical form.
        agency_code: Option<String>,
        /// Year, where the series has one.
        year: Option<u16>,
        /// Serial number, where there is a canonical form.
        serial: Option<u32>,
        /// What is to be said of it; nothing of a canonical number.
        findings: Vec<Finding>,
    }, shown |number| format!("<DocNumber {} {}>", number.canonical.as_deref().unwrap_or(&number.text), number.verdict);
}

/// Judge a text that should be a document number and nothing else.
///
/// Examples
/// --------
/// >>> number = govplan.parse_doc_number("国办发［2018］37号")
/// >>> number.verdict, number.canonical, number.year
/// ('error', '国办发〔2018〕37号', 2018)
#[pyfunction]
pub fn parse_doc_number(text: String) -> DocNumber {
    let judged = govplan::DocNumber::judge(&text);
    let canonical = judged.canonical.as_ref();
    DocNumber {
        verdict: word(&judged.verdict),
        canonical: canonical.map(ToString::to_string),
        agency_code: canonical.map(|number| number.agency_code().to_owned()),
        year: canonical.and_then(govplan::DocNumber::year),
        serial: canonical.map(govplan::DocNumber::serial),
        findings: judged.findings.into_iter().map(Finding).collect(),
        text,
    }
}
