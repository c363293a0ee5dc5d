use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Fix, Message, PatchOperation, Place, Severity};
use std::collections::BTreeMap;

pub(in crate::check) static UNDECLARED_UNIT: Rule = Rule {
    code: "GP102",
    name: "undeclared-unit",
    severity: Severity::Error,
    layer: Layer::Structure,
    summary: RuleText { zh: "引用了未列出的单位", en: "a unit that is not declared" },
    explanation: RuleText {
        zh: "分工和通用规则中的单位必须是 `units` 中的规范名称；不是时指出最相近的一个",
        en: "units of assignments and document rules are canonical names of `units`; where one is not, the nearest is named",
    },
    rationale: RuleText {
        zh: "名称对不上，责任就落不到任何单位",
        en: "a name that leads nowhere holds nobody responsible",
    },
    failing: r#"{"units": [{"name": "办公室"}], "directives": [{"id": "n1", "text": "抓好落实。", "assignments": [{"unit": "办工室", "role": "responsible"}]}]}"#,
    passing: r#"{"units": [{"name": "办公室"}], "directives": [{"id": "n1", "text": "抓好落实。", "assignments": [{"unit": "办公室", "role": "responsible"}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

/// How many pairs of names are compared over a whole plan in search of the nearest.
const COMPARISONS: usize = 20_000;

/// Longest name that is compared, in bytes.
const NAME_LENGTH: usize = 120;

/// Least likeness, from 0 to 1, of a name that is worth naming.
const LIKENESS: f64 = 0.5;

fn check(context: &Context<'_>) -> Vec<Finding> {
    // An assignment refers to the canonical name; an alias tells which one was meant.
    let mut canonical: BTreeMap<&str, &str> = BTreeMap::new();
    for unit in &context.plan.units {
        canonical.extend(unit.aliases.iter().map(|alias| (alias.as_str(), unit.name.as_str())));
    }
    canonical.extend(context.plan.units.iter().map(|unit| (unit.name.as_str(), unit.name.as_str())));

    let declared = |name: &str| canonical.get(name) == Some(&name);
    let mut comparisons = COMPARISONS;
    let mut finding = |name: &str, pointer: String, place: Option<&Place>| {
        let expected = canonical.get(name).copied().or_else(|| nearest(context, name, &mut comparisons));
        undeclared(name, expected, pointer, place)
    };
    let mut findings = Vec::new();
    let is_strange = context.assigned().iter().any(|name| !declared(name));
    let assignments = is_strange.then(|| context.assignments()).into_iter().flatten();
    for assignment in assignments.filter(|assignment| !declared(&assignment.item.unit)) {
        let pointer = assignment.pointer() + "/unit";
        findings.push(finding(&assignment.item.unit, pointer, assignment.place));
    }
    for (index, rule) in context.plan.rules.iter().enumerate() {
        for (position, unit) in rule.units.iter().enumerate().filter(|(_, unit)| !declared(unit)) {
            findings.push(finding(unit, format!("/rules/{index}/units/{position}"), rule.place.as_ref()));
        }
    }
    findings
}

/// The declared name most like this one, while the budget of comparisons lasts.
fn nearest<'c>(context: &Context<'c>, name: &str, comparisons: &mut usize) -> Option<&'c str> {
    let units = context.plan.units.as_slice();
    *comparisons = comparisons.checked_sub(units.len()).filter(|_| name.len() <= NAME_LENGTH)?;
    let names = units.iter().map(|unit| unit.name.as_str()).filter(|unit| unit.len() <= NAME_LENGTH);
    let likeness = names.map(|unit| (strsim::normalized_levenshtein(name, unit), unit));
    let (likeness, unit) = likeness.max_by(|(a, _), (b, _)| a.total_cmp(b))?;
    (likeness >= LIKENESS).then_some(unit)
}

fn undeclared(name: &str, expected: Option<&str>, pointer: String, place: Option<&Place>) -> Finding {
    let message = match expected {
        Some(expected) => Message::new(
            format!("单位`{name}`不在`units`中，是否应为`{expected}`"),
            format!("unit `{name}` is not in `units`, the nearest there is `{expected}`"),
        ),
        None => Message::new(
            format!("单位`{name}`不在`units`中；请在`units`中列出"),
            format!("unit `{name}` is not in `units`; declare it there"),
        ),
    };
    let fix = expected.map(|expected| {
        let description = Message::new(format!("改为`{expected}`"), format!("refer to `{expected}`"));
        Fix::new(description, vec![PatchOperation::replace(pointer.clone(), expected)])
    });
    Finding {
        pointer: Some(pointer),
        place: place.cloned(),
        subject: Some(name.to_owned()),
        expected: expected.map(str::to_owned),
        found: Some(name.to_owned()),
        fix,
        ..UNDECLARED_UNIT.finding(message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Assignment, Directive, DirectiveId, DocumentRule, DocumentRuleKind, Plan, Role, Unit};

    #[test]
    fn the_unit_that_was_meant_is_named() {
        let mut plan = Plan::new("计划".parse().unwrap());
        plan.units =
            vec![Unit { aliases: vec!["基教科".to_owned()], ..Unit::new("基础教育科") }, Unit::new("宣传信息中心")];
        let cases = [
            ("基教科", Some("基础教育科")),
            ("宣传信息中兴", Some("宣传信息中心")),
            ("财政局", None),
            ("基础教育科", Some("")),
        ];
        for (name, expected) in cases {
            let mut directive = Directive::new(DirectiveId::nth(1), "抓好落实。");
            directive.assignments.push(Assignment::new(name, Role::Responsible));
            plan.directives = vec![directive];
            plan.rules = vec![DocumentRule::new(DocumentRuleKind::StandingAssignment)];
            plan.rules[0].units = vec![name.to_owned()];
            let findings = check(&Context::usual(&plan));
            if expected == Some("") {
                assert_eq!(findings, []);
                continue;
            }
            let pointers: Vec<_> = findings.iter().map(|finding| finding.pointer.as_deref().unwrap()).collect();
            assert_eq!(pointers, ["/directives/0/assignments/0/unit", "/rules/0/units/0"]);
            assert!(findings.iter().all(|finding| finding.expected.as_deref() == expected), "{name}");
        }
    }
}
