use super::Screen;
use super::page::{Field, Page, Tint};
use crate::label::word;
use govplan_core::{JudgedNumber, NumberVerdict};

/// A judged document number for people: what came of it, the canonical form where it is another, and why.
#[must_use]
pub fn number_text(text: &str, judged: &JudgedNumber, screen: &Screen) -> String {
    let mut page = Page::new(screen);
    let tint = match judged.verdict {
        NumberVerdict::Ok => Tint::Note,
        NumberVerdict::Error => Tint::Error,
        _ => Tint::Warning,
    };
    page.line(0, tint, &format!("{text} · {}", word("verdict", judged.verdict, screen.language)));
    let canonical = judged.canonical.as_ref().filter(|number| number.as_str() != text);
    let fields = canonical.map(|number| Field::new(page.label("number.canonical"), number.as_str()));
    page.fields(2, fields.as_slice());
    for finding in &judged.findings {
        page.line(2, Tint::Plain, finding.message.text(screen.language));
    }
    page.finish()
}
