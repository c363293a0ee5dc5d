use crate::check::{Context, Layer, Rule, RuleText, excerpt};
use crate::{Assignment, Finding, Located, Message, Related, Requirement, Severity};
use std::collections::BTreeMap;

pub(in crate::check) static INHERITED_UNIT: Rule = Rule {
    code: "GP302",
    name: "inherited-unit",
    severity: Severity::Note,
    layer: Layer::Responsibility,
    summary: RuleText { zh: "责任单位沿用上一行", en: "units taken over from the row above" },
    explanation: RuleText {
        zh: "本行没有责任单位（空白、合并单元格或“同上”），沿用上一行的；相连的几行合并提示",
        en: "the row names no unit of its own (blank, a merged cell or 同上) and has those of the row above; rows that follow each other are said once",
    },
    rationale: RuleText {
        zh: "空白有时是漏填，沿用是否正确应由起草单位确认",
        en: "a blank cell is sometimes an oversight; whoever drafted the plan should confirm it",
    },
    failing: r#"{"units": [{"name": "办公室"}], "sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "编制目录。", "assignments": [{"unit": "办公室", "role": "responsible"}]}, {"id": "s1.t1.r2", "text": "更新目录。", "assignments": [{"unit": "办公室", "role": "responsible", "inherited": true}]}]}]}]}"#,
    passing: r#"{"units": [{"name": "办公室"}], "sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "编制目录。", "assignments": [{"unit": "办公室", "role": "responsible"}]}, {"id": "s1.t1.r2", "text": "更新目录。", "assignments": [{"unit": "办公室", "role": "responsible"}]}]}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    if context.requirements_with(|glance| glance.inherited).next().is_none() {
        return findings;
    }
    // The last requirement that names each unit itself.
    let mut sources: BTreeMap<&str, &Located<'_, Requirement>> = BTreeMap::new();
    let mut before: Vec<&str> = Vec::new();
    for requirement in &context.requirements {
        let inherited: Vec<&str> = inherited(requirement.item).collect();
        let own = requirement.item.assignments.iter().filter(|assignment| !assignment.inherited);
        sources.extend(own.map(|assignment| (assignment.unit.as_str(), requirement)));
        let Some(first) = inherited.first() else {
            before = inherited;
            continue;
        };
        if let Some(finding) = findings.last_mut().filter(|_| inherited == before) {
            finding.related.push(related(requirement));
        } else {
            findings.push(finding(requirement, &inherited, sources.get(first).copied()));
        }
        before = inherited;
    }
    findings
}

fn inherited(requirement: &Requirement) -> impl Iterator<Item = &str> {
    let is_inherited = |assignment: &&Assignment| assignment.inherited;
    requirement.assignments.iter().filter(is_inherited).map(|assignment| assignment.unit.as_str())
}

fn finding(
    requirement: &Located<'_, Requirement>,
    units: &[&str],
    source: Option<&Located<'_, Requirement>>,
) -> Finding {
    let Requirement { id, text, title, place, .. } = requirement.item;
    let name = excerpt(title.as_deref().or(text.as_deref()).unwrap_or(id.as_str()));
    let listed = units.join("、");
    let message = match source.map(|source| &source.item.id) {
        Some(source) => Message::new(
            format!("要求`{name}`的单位`{listed}`沿用前面的（{source}）；请确认"),
            format!("requirement `{name}` takes `{listed}` over from {source} above; confirm it"),
        ),
        None => Message::new(
            format!("要求`{name}`的单位`{listed}`是沿用的；请确认"),
            format!("requirement `{name}` takes `{listed}` over from elsewhere; confirm it"),
        ),
    };
    Finding {
        pointer: Some(requirement.pointer.clone()),
        place: place.clone(),
        subject: Some(id.to_string()),
        found: Some(listed),
        related: source.into_iter().map(related).collect(),
        ..INHERITED_UNIT.finding(message)
    }
}

fn related(requirement: &Located<'_, Requirement>) -> Related {
    let Requirement { text, place, .. } = requirement.item;
    Related::new(Some(requirement.pointer.clone()), place.clone(), text.as_deref().map(excerpt))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Plan, Role, Section, SectionId, Task};

    #[test]
    fn rows_that_follow_each_other_are_said_once_with_the_row_that_they_take_from() {
        let mut plan = Plan::new("计划".parse().unwrap());
        let mut section = Section::new(SectionId::top(1));
        let mut task = Task::new(section.id.task(1));
        for (n, inherited) in [false, true, true, false, true].into_iter().enumerate() {
            let mut requirement = Requirement::new(task.id.requirement(n + 1), "抓好落实。");
            let assignment = Assignment { inherited, ..Assignment::new("办公室", Role::Responsible) };
            requirement.assignments.push(assignment);
            task.requirements.push(requirement);
        }
        section.tasks.push(task);
        plan.sections.push(section);

        let findings = check(&Context::usual(&plan));
        let row = |pointer: &str| pointer.rsplit('/').next().unwrap().to_owned();
        let said: Vec<_> = findings
            .iter()
            .map(|finding| {
                let related = finding.related.iter().map(|related| row(related.pointer.as_deref().unwrap()));
                (row(finding.pointer.as_deref().unwrap()), related.collect::<Vec<_>>())
            })
            .collect();
        assert_eq!(said, [("1".into(), vec!["0".into(), "2".into()]), ("4".into(), vec!["3".into()])]);
        assert_eq!(findings[1].message.zh, "要求`抓好落实。`的单位`办公室`沿用前面的（s1.t1.r4）；请确认");
    }
}
