use super::counter::Counter;
use super::rows::Mark;
use crate::label::word;
use crate::place::place_text;
use govplan_core::{Finding, Language, Severity};
use serde::Serialize;
use std::collections::BTreeMap;

/// Findings that the page lists.
const MOST_FINDINGS: usize = 2_000;

/// A finding, with the part of the page that it is about.
#[derive(Serialize)]
pub(super) struct Told {
    n: usize,
    code: String,
    severity: &'static str,
    word: String,
    message: String,
    place: Option<String>,
    anchor: Option<String>,
    basis: Option<String>,
    fix: Option<String>,
}

/// What was found in plans, as far as it is listed.
#[derive(Serialize, Default)]
pub(super) struct FindingList {
    pub(super) counts: SeverityCounts,
    pub(super) left_out: usize,
}

/// How much was found of each severity.
#[derive(Serialize, Default)]
pub(super) struct SeverityCounts {
    pub(super) error: usize,
    pub(super) warning: usize,
    pub(super) note: usize,
}

impl FindingList {
    /// The findings of one plan for the list, and those of each row, by the name of its anchor.
    pub(super) fn tell(
        &mut self,
        findings: &[Finding],
        anchors: &BTreeMap<String, String>,
        counter: &mut Counter,
        language: Language,
    ) -> (Vec<Told>, BTreeMap<String, Vec<Mark>>) {
        let mut list = Vec::new();
        let mut marks: BTreeMap<String, Vec<Mark>> = BTreeMap::new();
        for finding in findings {
            self.counts.add(finding.severity);
            let anchor = finding.pointer.as_deref().and_then(|pointer| anchor(pointer, anchors));
            let n = counter.next();
            let is_listed = n <= MOST_FINDINGS;
            let told = Told::new(n, finding, anchor.cloned(), language);
            if let Some(anchor) = anchor {
                marks.entry(anchor.clone()).or_default().push(Mark {
                    n: is_listed.then_some(n),
                    code: told.code.clone(),
                    severity: told.severity,
                    word: told.word.clone(),
                });
            }
            if is_listed {
                list.push(told);
            } else {
                self.left_out += 1;
            }
        }
        (list, marks)
    }
}

impl SeverityCounts {
    fn add(&mut self, severity: Severity) {
        *match severity {
            Severity::Error => &mut self.error,
            Severity::Warning => &mut self.warning,
            Severity::Note => &mut self.note,
        } += 1;
    }
}

impl Told {
    fn new(n: usize, finding: &Finding, anchor: Option<String>, language: Language) -> Self {
        let severity = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        let basis = finding.legal_basis.as_ref();
        Self {
            n,
            code: finding.code.to_string(),
            severity,
            word: word("severity", finding.severity, language),
            message: finding.message.text(language).to_owned(),
            place: finding.place.as_ref().map(|place| place_text(place, language)).filter(|place| !place.is_empty()),
            anchor,
            basis: basis.map(|basis| format!("{}{}", basis.instrument, basis.article.as_deref().unwrap_or_default())),
            fix: finding.fix.as_ref().map(|fix| fix.description.text(language).to_owned()),
        }
    }
}

/// The anchor of the part that a pointer leads to, else of the nearest part above it.
fn anchor<'a>(pointer: &str, anchors: &'a BTreeMap<String, String>) -> Option<&'a String> {
    let mut above = Some(pointer);
    while let Some(pointer) = above {
        if let Some(anchor) = anchors.get(pointer) {
            return Some(anchor);
        }
        above = pointer.rsplit_once('/').map(|(above, _)| above);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_leads_to_the_nearest_part_that_the_page_shows() {
        let anchors = BTreeMap::from([("/units/1".to_owned(), "o2".to_owned())]);
        assert_eq!(anchor("/units/1/aliases/0", &anchors).map(String::as_str), Some("o2"));
        assert_eq!(anchor("/units/1", &anchors).map(String::as_str), Some("o2"));
        assert_eq!(anchor("/units/10", &anchors), None);
        assert_eq!(anchor("", &anchors), None);
    }
}
