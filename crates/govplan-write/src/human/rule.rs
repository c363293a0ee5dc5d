use super::Screen;
use super::page::{Field, Page, Tint};
use crate::label::word;
use govplan_core::Rule;

/// A rule for people: what it looks for, why, an example that fails and one that passes, where it comes from.
#[must_use]
pub fn rule_text(rule: &Rule, screen: &Screen) -> String {
    let language = screen.language;
    let mut page = Page::new(screen);
    let kind = format!("{} · {}", word("severity", rule.severity, language), word("layer", rule.layer, language));
    page.line(0, rule.severity.into(), &format!("{} {} · {kind}", rule.code, rule.name));
    page.line(0, Tint::Title, rule.summary.text(language));
    page.gap();
    page.line(0, Tint::Plain, rule.explanation.text(language));
    page.gap();
    let mut fields = vec![
        Field::new(page.label("rule.why"), rule.rationale.text(language)),
        Field::new(page.label("rule.failing"), rule.failing),
        Field::new(page.label("rule.passing"), rule.passing),
    ];
    if let Some(basis) = rule.legal_basis {
        let article = basis.article.map(|article| format!(" {article}")).unwrap_or_default();
        let tier = word("tier", basis.tier, language);
        fields.push(Field::new(page.label("rule.basis"), format!("{}{article} · {tier}", basis.instrument)));
    }
    page.fields(0, &fields);
    page.finish()
}

/// Rules for people, each in a line.
#[must_use]
pub fn rules_text<'r>(rules: impl IntoIterator<Item = &'r Rule>, screen: &Screen) -> String {
    let mut page = Page::new(screen);
    for rule in rules {
        let mark = format!("{} {}", rule.code, word("severity", rule.severity, screen.language));
        let text = format!("{} · {}", rule.name, rule.summary.text(screen.language));
        page.tinted_item(0, (&mark, rule.severity.into()), &text);
    }
    page.finish()
}
