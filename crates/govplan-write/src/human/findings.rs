use super::brief::tally;
use super::snippet::snippet;
use super::wrap::wrap;
use super::{Color, Screen};
use crate::label::{label, word};
use crate::place::place_text;
use crate::printable::printable;
use annotate_snippets::{Group, Level, Origin, Renderer};
use govplan_core::{Finding, Language, Plan, Related, Severity};
use serde_json::Value;
use std::num::NonZeroU32;

/// Related places that are told; of the others, how many there are.
const MOST_RELATED: usize = 5;
/// Columns that stand before a message: how grave it is and its code.
const LEAD: usize = 18;

/// Findings for people: each with the line of the document that it is about, then how many there are.
///
/// `source` is the text of the document, its lines ended by line feeds: line `n` of a place is the nth. Without it a
/// finding shows what the plan says at its place.
#[must_use]
pub fn findings_text(plan: &Plan, findings: &[Finding], source: Option<&str>, screen: &Screen) -> String {
    let renderer = match screen.color {
        Color::Plain => Renderer::plain(),
        Color::Ansi => Renderer::styled(),
    };
    let renderer = renderer.term_width(screen.width);
    let evidence = Evidence {
        name: plan.source.as_ref().and_then(|source| source.name.as_deref()).unwrap_or(plan.id.as_str()),
        lines: source.map(|source| source.split('\n').collect()).unwrap_or_default(),
        plan: if findings.is_empty() { Value::Null } else { serde_json::to_value(plan).unwrap_or_default() },
    };
    let mut text = String::new();
    for finding in findings {
        text.push_str(&renderer.render(&[group(finding, &evidence, screen)]));
        text.push_str("\n\n");
    }
    text.push_str(&tally(findings, screen.language));
    text.push('\n');
    text
}

/// Where findings point: the document, or the plan where there is no document.
struct Evidence<'a> {
    name: &'a str,
    lines: Vec<&'a str>,
    plan: Value,
}

impl<'a> Evidence<'a> {
    /// The line of the document that a finding is about.
    fn line(&self, finding: &Finding) -> Option<&'a str> {
        let line = finding.place.as_ref()?.line.and_then(index)?;
        self.lines.get(line.checked_sub(1)?).copied()
    }

    /// What the plan says where a finding points: a text, or the text, title or name of a part.
    fn said(&self, finding: &Finding) -> Option<&str> {
        let value = self.plan.pointer(finding.pointer.as_deref()?)?;
        let field = || ["text", "title", "raw", "name", "unit"].iter().find_map(|field| value.get(field)?.as_str());
        value.as_str().or_else(field)
    }
}

fn group<'a>(finding: &'a Finding, evidence: &'a Evidence<'_>, screen: &Screen) -> Group<'a> {
    let language = screen.language;
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let wrapped = |text: &str| wrap(&printable(text), screen.width.saturating_sub(LEAD).max(LEAD)).join("\n");
    let title = level.with_name(word("severity", finding.severity, language));
    let title = title.primary_title(wrapped(finding.message.text(language))).id(finding.code.as_str());
    let line = evidence.line(finding);
    let snippet = line.and_then(|line| snippet(evidence.name, line, finding.place.as_ref()?, screen.width));
    let (group, said) = match snippet {
        Some(snippet) => (title.element(snippet), None),
        None => (title.element(origin(finding, evidence.name, language)), evidence.said(finding)),
    };
    let said = said.map(|said| ("finding.text", said.to_owned()));
    let remarks = said.into_iter().chain(remarks(finding, language));
    group.elements(remarks.map(|(key, text)| Level::NOTE.with_name(label(key, language)).message(wrapped(&text))))
}

/// What stands below a finding: where else to look, how to mend it, where its rule comes from.
fn remarks(finding: &Finding, language: Language) -> Vec<(&'static str, String)> {
    let is_elsewhere = |related: &&Related| related.place.is_none() || related.place != finding.place;
    let related: Vec<&Related> = finding.related.iter().filter(is_elsewhere).collect();
    let mut remarks: Vec<(&str, String)> = Vec::new();
    for related in related.iter().take(MOST_RELATED) {
        let place = related.place.as_ref().map(|place| place_text(place, language));
        let place = place.or_else(|| related.pointer.clone());
        let found = related.found.as_deref().map(|found| format!("`{found}`"));
        remarks.push(("finding.related", [place, found].into_iter().flatten().collect::<Vec<_>>().join(" ")));
    }
    if let Some(more) = related.len().checked_sub(MOST_RELATED).filter(|more| *more > 0) {
        remarks.push(("finding.related", format!("+{more}")));
    }
    remarks.extend(finding.fix.iter().map(|fix| ("finding.fix", fix.description.text(language).to_owned())));
    remarks.extend(finding.legal_basis.iter().map(|basis| {
        let article = basis.article.as_deref().map(|article| format!(" {article}")).unwrap_or_default();
        ("finding.basis", format!("{}{article}", basis.instrument))
    }));
    remarks
}

/// File, line and column; other places in words; without a place the pointer.
fn origin<'a>(finding: &Finding, name: &str, language: Language) -> Origin<'a> {
    let path = |place: Option<&str>| {
        let parts = [Some(name), place.filter(|place| !place.is_empty())];
        printable(&parts.into_iter().flatten().collect::<Vec<_>>().join(" ")).into_owned()
    };
    let Some(place) = &finding.place else { return Origin::path(path(finding.pointer.as_deref())) };
    match (place.line.and_then(index), place.column.and_then(index)) {
        (Some(line), Some(column)) => Origin::path(path(None)).line(line).char_column(column),
        (Some(line), None) => Origin::path(path(None)).line(line),
        (None, _) => Origin::path(path(Some(&place_text(place, language)))),
    }
}

fn index(count: NonZeroU32) -> Option<usize> {
    usize::try_from(count.get()).ok()
}
