use super::plain;
use crate::label::word;
use govplan_core::{Language, Layer, Rule, RuleText};

/// A rule as a page of Markdown in both languages: what it does, why it matters, an example that fails and one that passes,
/// where it comes from.
#[must_use]
pub fn rule_page(rule: &Rule) -> String {
    let both = |group: &str, value: &dyn Fn(Language) -> String| {
        format!("| {group} | {} · {} |\n", value(Language::Chinese), value(Language::English))
    };
    let mut page =
        format!("# {} {}\n\n{}\n\n{}\n\n", rule.code, rule.name, plain(rule.summary.zh), plain(rule.summary.en));
    page.push_str("| | |\n|---|---|\n");
    page.push_str(&both("级别 severity", &|language| word("severity", rule.severity, language)));
    page.push_str(&both("层次 layer", &|language| word("layer", rule.layer, language)));
    if let Some(basis) = rule.legal_basis {
        let article = basis.article.unwrap_or_default();
        page.push_str(&both("依据 legal basis", &|language| match language {
            Language::Chinese => format!("{}{}", plain(basis.instrument), plain(article)),
            Language::English => word("tier", basis.tier, language),
        }));
    }
    let schema = if rule.schema_can_say { "能 · yes" } else { "不能 · no" };
    page.push_str(&format!("| JSON Schema 能否表达 can say it | {schema} |\n"));
    section(&mut page, "检查什么 What it does", rule.explanation);
    section(&mut page, "为何重要 Why it matters", rule.rationale);
    example(&mut page, "反例 Fails", rule, rule.failing);
    example(&mut page, "正例 Passes", rule, rule.passing);
    page
}

fn section(page: &mut String, title: &str, text: RuleText) {
    page.push_str(&format!("\n## {title}\n\n{}\n\n{}\n", plain(text.zh), plain(text.en)));
}

/// An example: members of a plan as JSON, for the reading layer an excerpt of a document.
fn example(page: &mut String, title: &str, rule: &Rule, text: &str) {
    let kind = if rule.layer == Layer::Reading { "text" } else { "json" };
    page.push_str(&format!("\n## {title}\n\n```{kind}\n{text}\n```\n"));
}

/// Rules as a page of Markdown: a table for each layer, each rule with a link to its page.
#[must_use]
pub fn rules_page<'r>(rules: impl IntoIterator<Item = &'r Rule>) -> String {
    let mut page = "# 规则 Rules\n".to_owned();
    let mut above = None;
    for rule in rules {
        if above.replace(rule.layer) != Some(rule.layer) {
            let layer = |language| word("layer", rule.layer, language);
            page.push_str(&format!("\n## {} {}\n\n", layer(Language::Chinese), layer(Language::English)));
            page.push_str("| 代码 code | 名称 name | 级别 severity | 查什么 what it says |\n|---|---|---|---|\n");
        }
        let severity = word("severity", rule.severity, Language::English);
        let summary = format!("{} · {}", plain(rule.summary.zh), plain(rule.summary.en));
        page.push_str(&format!("| [{0}]({0}.md) | {1} | {severity} | {summary} |\n", rule.code, rule.name));
    }
    page
}
