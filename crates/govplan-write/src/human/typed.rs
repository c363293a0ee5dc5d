use super::Screen;
use super::brief::write_brief;
use super::page::{Page, Tint};
use super::timing::timing_fields;
use govplan_core::{Finding, Step, Timing};

/// What an expression of time comes to, for people: its times, with the steps that lead to their days.
#[must_use]
pub fn expression_text(expression: &str, timings: &[Timing], findings: &[Finding], screen: &Screen) -> String {
    let mut page = Page::new(screen);
    page.line(0, Tint::Title, expression);
    if timings.is_empty() {
        page.line(2, Tint::Warning, page.label("show.no_time"));
    }
    let fields = timing_fields(&page, timings);
    page.fields(2, &fields);
    for finding in findings {
        write_brief(&mut page, finding);
    }
    page.finish()
}

/// The end of a period for people: the day or moment, then how it came about.
#[must_use]
pub fn due_text(due: &str, steps: &[Step], screen: &Screen) -> String {
    let mut page = Page::new(screen);
    page.line(0, Tint::Date, due);
    for step in steps {
        page.line(2, Tint::Faint, &step.text(screen.language));
    }
    page.finish()
}
