use super::Screen;
use super::brief::{tally, write_brief};
use super::page::{Field, Page, Tint};
use super::requirement::write_requirement;
use super::timing::timing_fields;
use crate::count::Counts;
use crate::wording::{bracketed, citation, days_text, separator, title};
use govplan_core::{Finding, Graph, Plan, Section, Task};
use std::cmp::Reverse;

/// A plan for people: who does what by when, then counts, then what was found, the gravest first.
///
/// ```
/// use govplan_core::Plan;
/// use govplan_write::{Screen, plan_text};
///
/// let mut plan = Plan::new("兖教体发-2020-46".parse()?);
/// plan.title = Some("2020年政务公开重点工作实施方案".to_owned());
/// assert!(plan_text(&plan, &[], &Screen::default()).starts_with("2020年政务公开重点工作实施方案\n"));
/// # Ok::<(), govplan_core::TokenError>(())
/// ```
#[must_use]
pub fn plan_text(plan: &Plan, findings: &[Finding], screen: &Screen) -> String {
    let mut page = Page::new(screen);
    write_head(&mut page, plan);
    write_directives(&mut page, plan);
    for section in &plan.sections {
        write_section(&mut page, 0, section);
    }
    write_summary(&mut page, plan, findings);
    page.finish()
}

fn write_head(page: &mut Page<'_>, plan: &Plan) {
    let language = page.screen.language;
    page.line(0, Tint::Title, title(plan));
    let number = plan.head.number.as_ref().map(|number| number.as_str().to_owned());
    let number = number.or_else(|| plan.head.number_raw.clone());
    let issuers = Some(plan.head.issuers.join(separator(language))).filter(|issuers| !issuers.is_empty());
    let issued_on = plan.head.issued_on.map(|day| day.to_string());
    let line: Vec<String> = [number, issuers, issued_on].into_iter().flatten().collect();
    if !line.is_empty() {
        page.line(0, Tint::Plain, &line.join(" · "));
    }
    let mut fields = Vec::new();
    if let (Some(_), Some(document)) = (&plan.title, &plan.head.title) {
        fields.push(Field::new(page.label("show.document"), document));
    }
    if let Some(period) = plan.period {
        let days = days_text(period.start, period.end, language).unwrap_or_default();
        fields.push(Field::new(page.label("show.period"), days));
    }
    if !plan.head.addressees.is_empty() {
        fields.push(Field::new(page.label("show.addressees"), plan.head.addressees.join(separator(language))));
    }
    fields.extend(plan.basis.iter().map(|basis| Field::new(page.label("show.basis"), citation(basis, language))));
    page.fields(0, &fields);
}

/// The covering notice in a line a paragraph: what it asks for in detail stands in the plan.
fn write_directives(page: &mut Page<'_>, plan: &Plan) {
    if plan.directives.is_empty() {
        return;
    }
    page.gap();
    page.line(0, Tint::Faint, page.label("show.directives"));
    for directive in &plan.directives {
        let text = directive.title.as_deref().unwrap_or(&directive.text);
        let sentence = text.split_inclusive('。').next().unwrap_or_default();
        page.item(2, directive.label.as_deref().unwrap_or("·"), Tint::Plain, sentence);
        let fields = timing_fields(page, &directive.timings);
        page.fields(4, &fields);
    }
}

fn write_section(page: &mut Page<'_>, indent: usize, section: &Section) {
    page.gap();
    if section.label.is_some() || section.title.is_some() {
        write_heading(page, indent, section.label.as_deref(), section.title.as_deref());
    }
    for paragraph in &section.paragraphs {
        page.line(indent, Tint::Plain, paragraph);
    }
    for section in &section.sections {
        write_section(page, indent + 2, section);
    }
    for (n, task) in section.tasks.iter().enumerate() {
        if n > 0 {
            page.gap();
        }
        write_task(page, indent + 2, task);
    }
}

pub(super) fn write_heading(page: &mut Page<'_>, indent: usize, label: Option<&str>, title: Option<&str>) {
    match label {
        Some(label) => page.item(indent, label, Tint::Title, title.unwrap_or_default()),
        None => page.line(indent, Tint::Title, title.unwrap_or_default()),
    }
}

fn write_task(page: &mut Page<'_>, indent: usize, task: &Task) {
    if task.label.is_some() || task.title.is_some() {
        write_heading(page, indent, task.label.as_deref(), task.title.as_deref());
    }
    if let Some(intro) = &task.intro {
        page.line(indent + 2, Tint::Plain, intro);
    }
    for requirement in &task.requirements {
        write_requirement(page, indent + 2, requirement);
    }
}

fn write_summary(page: &mut Page<'_>, plan: &Plan, findings: &[Finding]) {
    let counts = Counts::of(plan);
    let counts = [
        ("count.sections", counts.sections),
        ("count.tasks", counts.tasks),
        ("count.requirements", counts.requirements),
        ("count.organs", counts.organs),
        ("count.assignments", counts.assignments),
        ("count.deadlines", counts.deadlines),
    ];
    page.gap();
    let counts: Vec<String> = counts.iter().map(|(key, number)| format!("{} {number}", page.label(key))).collect();
    page.line(0, Tint::Title, &counts.join(separator(page.screen.language)));
    let graph = Graph::new(plan);
    let mut organs: Vec<(usize, &str)> = graph.organs().map(|organ| (organ.total(), organ.name)).collect();
    organs.sort_by_key(|(duties, _)| Reverse(*duties));
    if !organs.is_empty() {
        let language = page.screen.language;
        let number = |(duties, name): &(usize, &str)| format!("{name}{}", bracketed(&[duties.to_string()], language));
        let organs: Vec<String> = organs.iter().map(number).collect();
        page.fields(0, &[Field::new(page.label("show.organs"), organs.join(separator(language)))]);
    }
    page.gap();
    page.line(0, Tint::Title, &tally(findings, page.screen.language));
    let mut findings: Vec<&Finding> = findings.iter().collect();
    findings.sort_by_key(|finding| Reverse(finding.severity));
    for finding in findings {
        write_brief(page, finding);
    }
}
