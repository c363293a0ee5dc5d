use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, KnownOrgan, Message, Related, Severity, is_same_organ, known_organ};
use std::collections::BTreeMap;

pub(in crate::check) static SAME_ORGAN_TWICE: Rule = Rule {
    code: "GP314",
    name: "same-organ-twice",
    severity: Severity::Warning,
    layer: Layer::Responsibility,
    summary: RuleText {
        zh: "同一机关以全称和简称分列为两个单位",
        en: "one organ declared twice, under its full and its short name",
    },
    explanation: RuleText {
        zh: "`units` 中两个名称，按机构名称表属于同一层级、同一职能，且一个是另一个的简称，却没有合并为一个单位",
        en: "two names of `units` are of one level and one function by the table of organs, one short for the other, and were not merged into one unit",
    },
    rationale: RuleText {
        zh: "同一机关的任务分在两个名下，查询、统计都会漏",
        en: "the work of one organ is kept under two names, and each list of it is short",
    },
    failing: r#"{"units": [{"name": "市发展和改革委员会"}, {"name": "市发改委"}]}"#,
    passing: r#"{"units": [{"name": "市发展和改革委员会", "aliases": ["市发改委"]}, {"name": "县发改委"}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

/// How many units of one level and function are compared with each other.
const ALIKE: usize = 8;

/// A unit: its index and its name.
type Named<'c> = (usize, &'c str);

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut alike: BTreeMap<(Option<char>, &str), Vec<Named<'_>>> = BTreeMap::new();
    for (index, unit) in context.plan.units.iter().enumerate().filter(|(_, unit)| unit.collective.is_none()) {
        let Some(KnownOrgan { level, function: Some(function), .. }) = known_organ(&unit.name) else { continue };
        alike.entry((level, function)).or_default().push((index, &unit.name));
    }
    alike.into_values().flat_map(|units| repeated(&units)).collect()
}

/// A finding for each unit that an earlier one of the same kind is too.
fn repeated(units: &[Named<'_>]) -> Vec<Finding> {
    let mut first: Vec<Named<'_>> = Vec::new();
    let mut findings = Vec::new();
    for (index, name) in units {
        match first.iter().find(|(_, earlier)| earlier != name && is_same_organ(earlier, name)) {
            Some((before, earlier)) => findings.push(finding(*index, name, *before, earlier)),
            None if first.len() < ALIKE => first.push((*index, name)),
            None => {}
        }
    }
    findings
}

fn finding(index: usize, name: &str, before: usize, earlier: &str) -> Finding {
    let message = Message::new(
        format!("`{name}`与`{earlier}`是同一机关；请合并为一个单位，另一名称列为别名"),
        format!(
            "`{name}` and `{earlier}` are one organ, expected one unit; merge them and keep the other name as an alias"
        ),
    );
    Finding {
        pointer: Some(format!("/units/{index}/name")),
        subject: Some(name.to_owned()),
        expected: Some(earlier.to_owned()),
        found: Some(name.to_owned()),
        related: vec![Related::new(Some(format!("/units/{before}/name")), None, Some(earlier.to_owned()))],
        ..SAME_ORGAN_TWICE.finding(message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Plan, Unit};

    #[test]
    fn only_what_the_table_knows_as_one_is_said() {
        let cases: [(&[&str], usize); 5] = [
            (&["市卫健委", "市卫生健康委员会"], 1),
            (&["国家发展改革委", "发展改革委", "财政部"], 1),
            (&["市卫健委", "县卫健委", "卫健委"], 0),
            (&["综合科", "秘书科"], 0),
            (&["市财政局", "市财政局"], 0),
        ];
        for (names, expected) in cases {
            let mut plan = Plan::new("计划".parse().unwrap());
            plan.units = names.iter().copied().map(Unit::new).collect();
            assert_eq!(check(&Context::usual(&plan)).len(), expected, "{names:?}");
        }
    }
}
