use crate::check::basis::SUPERVISION_LEDGERS;
use crate::check::{Context, Layer, Part, Rule, RuleText};
use crate::{Assignment, Closure, Finding, Message, Related, Severity, Unit};
use std::collections::{BTreeMap, BTreeSet};

pub(in crate::check) static VAGUE_UNIT: Rule = Rule {
    code: "GP304",
    name: "vague-unit",
    severity: Severity::Warning,
    layer: Layer::Responsibility,
    summary: RuleText { zh: "责任单位不具体", en: "a unit that nobody can tell" },
    explanation: RuleText {
        zh: "“有关部门”“各相关科室”一类的说法没有点名；每种说法提示一次，列出用到的各处；若各处都另有点名的单位，则仅作提示",
        en: "expressions such as 有关部门 or 各相关科室 name nobody; each is said once with every place where it stands, and as a note where a unit that is named stands beside it everywhere",
    },
    rationale: RuleText {
        zh: "没有点名的责任无法追究", en: "nobody can be held to what is asked of nobody by name"
    },
    failing: r#"{"units": [{"name": "有关部门", "collective": {"closure": "open"}}]}"#,
    passing: r#"{"units": [{"name": "各部门", "collective": {"closure": "closed"}}]}"#,
    legal_basis: Some(SUPERVISION_LEDGERS),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let units = context.plan.units.iter().enumerate().filter(|(_, unit)| is_open(unit));
    let vague: BTreeMap<&str, usize> = units.map(|(index, unit)| (unit.name.as_str(), index)).collect();
    if vague.is_empty() {
        return Vec::new();
    }
    let mut uses: BTreeMap<usize, Vec<Part<'_, Assignment>>> =
        vague.values().map(|index| (*index, Vec::new())).collect();
    let mut named: BTreeSet<&str> = BTreeSet::new();
    for assignment in context.assignments() {
        match vague.get(assignment.item.unit.as_str()) {
            Some(index) => uses.entry(*index).or_default().push(assignment),
            None => {
                named.insert(assignment.owner);
            }
        }
    }
    let findings = uses.iter().filter_map(|(index, uses)| {
        let unit = context.plan.units.get(*index)?;
        let covered = !uses.is_empty() && uses.iter().all(|assignment| named.contains(assignment.owner));
        Some(finding(*index, unit, uses, covered))
    });
    findings.collect()
}

fn is_open(unit: &Unit) -> bool {
    unit.collective
        .as_ref()
        .is_some_and(|collective| collective.closure == Closure::Open && collective.members.is_empty())
}

fn finding(index: usize, unit: &Unit, uses: &[Part<'_, Assignment>], covered: bool) -> Finding {
    // What a requirement takes over from another is printed once.
    let printed: Vec<&Part<'_, Assignment>> = uses.iter().filter(|part| !part.item.inherited).collect();
    let (name, count) = (&unit.name, printed.len());
    let message = Message::new(
        format!("`{name}`没有点名（分工{count}处）；请列出具体单位"),
        format!("`{name}` names nobody (assignments: {count}); list the units that are meant"),
    );
    let related = printed.iter().map(|part| {
        let found = part.item.raw.clone().unwrap_or_else(|| part.item.unit.clone());
        Related::new(Some(part.pointer()), part.place.cloned(), Some(found))
    });
    Finding {
        severity: if covered { Severity::Note } else { VAGUE_UNIT.severity },
        pointer: Some(format!("/units/{index}")),
        place: uses.first().and_then(|part| part.place.cloned()),
        subject: Some(name.clone()),
        found: Some(name.clone()),
        related: related.collect(),
        ..VAGUE_UNIT.finding(message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Collective, Directive, DirectiveId, Plan, Role};

    #[test]
    fn a_unit_that_is_named_beside_it_everywhere_makes_it_a_note() {
        let mut plan = Plan::new("计划".parse().unwrap());
        let open = Collective::new(Closure::Open);
        plan.units = vec![Unit { collective: Some(open), ..Unit::new("有关部门") }, Unit::new("办公室")];
        for n in 1..=2 {
            let mut directive = Directive::new(DirectiveId::nth(n), "抓好落实。");
            let units = ["有关部门", "办公室"].into_iter().take(n);
            directive.assignments = units.map(|unit| Assignment::new(unit, Role::Responsible)).collect();
            plan.directives.push(directive);
        }
        let findings = check(&Context::usual(&plan));
        assert_eq!(findings.len(), 1);
        assert_eq!((findings[0].severity, findings[0].related.len()), (Severity::Warning, 2));

        plan.directives.remove(0);
        assert_eq!(check(&Context::usual(&plan))[0].severity, Severity::Note);
    }
}
