use super::charge::units_by_name;
use crate::check::{Context, Layer, Rule, RuleText, excerpt};
use crate::organ::table;
use crate::{Finding, Message, Severity, Unit, known_organ};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

pub(in crate::check) static PHRASE_IN_TEXT: Rule = Rule {
    code: "GP320",
    name: "phrase-in-text",
    severity: Severity::Warning,
    layer: Layer::Responsibility,
    summary: RuleText { zh: "责任分工留在正文里", en: "who does it stands in the text still" },
    explanation: RuleText {
        zh: "要求的正文里还有“（市财政局负责）”“责任单位：……”一类写明分工的括号或标签；括号里没有已知单位的不算",
        en: "the text of a requirement still holds the bracket or label that says who does it (（市财政局负责）, 责任单位：…); a bracket that names no organ known is none",
    },
    rationale: RuleText {
        zh: "正文里的分工不会进入统计和台账",
        en: "what the text alone says of units is in no list and no ledger",
    },
    failing: r#"{"units": [{"name": "市财政局"}], "sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "按时公开预算。（市财政局负责）"}]}]}]}"#,
    passing: r#"{"units": [{"name": "市财政局"}], "sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "按时公开预算。", "assignments": [{"unit": "市财政局", "role": "responsible"}]}]}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

static LABELS: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| first_column(include_str!("../../../data/responsibility_labels.csv")).collect());
static VERBS: LazyLock<Vec<&str>> =
    LazyLock::new(|| first_column(include_str!("../../../data/responsibility_verbs.csv")).collect());

fn first_column(csv: &'static str) -> impl Iterator<Item = &'static str> {
    table(csv).filter_map(|row| row.first().copied())
}

/// Longest bracket that is read, in bytes.
const BRACKET: usize = 600;

/// What ends a sentence or a line.
const ENDS: [char; 3] = ['。', '\n', '；'];

fn check(context: &Context<'_>) -> Vec<Finding> {
    let units = units_by_name(context.plan);
    let worth_reading = context.requirements_with(|glance| glance.text.bracket || glance.text.label);
    let findings = worth_reading.filter_map(|requirement| {
        let text = requirement.item.text.as_deref()?;
        let phrase = phrase(text, &units)?;
        let short = excerpt(phrase);
        let message = Message::new(
            format!("正文里还有责任分工`{short}`；请移出正文，列入分工"),
            format!("the text still says who does it, `{short}`; take it out and list the units"),
        );
        Some(Finding {
            pointer: Some(format!("{}/text", requirement.pointer)),
            place: requirement.item.place.clone(),
            subject: Some(requirement.item.id.to_string()),
            found: Some(phrase.to_owned()),
            ..PHRASE_IN_TEXT.finding(message)
        })
    });
    findings.collect()
}

/// The first phrase of responsibility in a text, without its brackets.
fn phrase<'t>(text: &'t str, units: &BTreeMap<&str, &Unit>) -> Option<&'t str> {
    in_brackets(text, units).or_else(|| labelled(text))
}

/// The first in brackets.
fn in_brackets<'t>(text: &'t str, units: &BTreeMap<&str, &Unit>) -> Option<&'t str> {
    let brackets = text.split(['（', '(', '〔', '【']).skip(1).map(|part| {
        let inside = part.split(['）', ')', '〕', '】']).next().unwrap_or_default();
        inside.trim().trim_end_matches('。')
    });
    let mut short = brackets.filter(|part| part.len() <= BRACKET);
    short.find(|part| is_labelled(part) || is_verbal(part, units))
}

/// The first that is a sentence, opened by a label, found by its colon.
fn labelled(text: &str) -> Option<&str> {
    let colons = text.match_indices('：').chain(text.match_indices(':'));
    let sentences = colons.filter_map(|(colon, _)| {
        let label = text.get(..colon)?.rsplit(ENDS).next()?;
        text.get(colon - label.len()..)?.split(ENDS).next()
    });
    sentences.map(str::trim).find(|part| is_labelled(part))
}

/// Whether a label may end in this character, or in what stands before it.
pub(in crate::check) fn may_end_label(character: char) -> bool {
    static ENDINGS: LazyLock<BTreeSet<char>> =
        LazyLock::new(|| LABELS.iter().filter_map(|label| label.chars().next_back()).collect());
    character.is_whitespace() || ENDINGS.contains(&character)
}

/// Whether a label of responsibility opens it, with something after the colon.
fn is_labelled(part: &str) -> bool {
    let Some((label, rest)) = part.split_once(['：', ':']) else { return false };
    !rest.trim().is_empty() && LABELS.contains(label.trim())
}

/// Whether it is a list of organs, one of which is known, and a verb of responsibility.
fn is_verbal(part: &str, units: &BTreeMap<&str, &Unit>) -> bool {
    let verb = VERBS.iter().find_map(|verb| part.strip_suffix(*verb));
    let names = verb.into_iter().flat_map(|names| names.split(['、', '，', ',', '；']));
    names
        .filter_map(|name| name.trim().rsplit('由').next())
        .any(|name| units.contains_key(name) || known_organ(name).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_phrases_that_name_organs_are_said() {
        let unit = Unit::new("护城河指挥部");
        let units = BTreeMap::from([(unit.name.as_str(), &unit)]);
        for (text, expected) in [
            ("完成治理。（护城河指挥部牵头）", Some("护城河指挥部牵头")),
            ("完成治理。〔市教育局、财政局按职责分工负责。〕再看效果。", Some("市教育局、财政局按职责分工负责")),
            ("完成治理。责任单位：护城河指挥部", Some("责任单位：护城河指挥部")),
            ("公开信息。（落地部分由市商务局负责）", Some("落地部分由市商务局负责")),
            ("落实校长（园长）负责制。", None),
            ("坚持管行业必须管安全（谁主管谁负责）。", None),
            ("写明公开内容、责任单位：逐条抓好落实。", None),
            ("责任单位：", None),
            ("市教育局负责落实。", None),
            ("每年公开一次（市教育局已公开的除外）。", None),
        ] {
            assert_eq!(phrase(text, &units), expected, "{text}");
        }
    }
}
