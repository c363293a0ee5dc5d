use super::page::Page;
use crate::label::{label, word};
use crate::place::place_text;
use govplan_core::{Finding, Language, Severity};

/// A finding in short: which rule, how grave, where, what.
pub(super) fn write_brief(page: &mut Page<'_>, finding: &Finding) {
    let language = page.screen.language;
    let place = finding.place.as_ref().map(|place| format!("{} ", place_text(place, language))).unwrap_or_default();
    let mark = format!("{} {}", finding.code, word("severity", finding.severity, language));
    page.tinted_item(0, (&mark, finding.severity.into()), &format!("{place}{}", finding.message.text(language)));
}

/// How many findings there are of each severity.
pub(super) fn tally(findings: &[Finding], language: Language) -> String {
    if findings.is_empty() {
        return label("show.no_findings", language).to_owned();
    }
    let of = |severity: Severity| {
        let number = findings.iter().filter(|finding| finding.severity == severity).count();
        format!("{} {number}", word("severity", severity, language))
    };
    [Severity::Error, Severity::Warning, Severity::Note].map(of).join(" · ")
}
