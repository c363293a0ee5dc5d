use crate::check::basis::SUPERVISION_LEDGERS;
use crate::check::{Context, Layer, Rule, RuleText, excerpt};
use crate::organ::table;
use crate::{DocumentRuleKind, Finding, Located, Message, Plan, Requirement, RuleScope, Section, Severity};

pub(in crate::check) static NO_UNIT: Rule = Rule {
    code: "GP301",
    name: "no-unit",
    severity: Severity::Warning,
    layer: Layer::Responsibility,
    summary: RuleText { zh: "要求没有责任单位", en: "a requirement that no unit is responsible for" },
    explanation: RuleText {
        zh: "要求没有列出任何单位或责任人，也没有从上一行沿用或由通用规则指定；“基本原则”“总体目标”一类部分的条目不在此列；全文都没有责任单位的只提示一次",
        en: "the requirement names no unit and no person, inherits none and no rule of the document assigns one; items of sections of goals and principles (基本原则) are none; a plan that names no unit at all is said once",
    },
    rationale: RuleText {
        zh: "无人负责的工作难以落实，也无从督办",
        en: "work that is nobody's is not done, and nobody can be asked about it",
    },
    failing: r#"{"units": [{"name": "办公室"}], "sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "编制目录。", "assignments": [{"unit": "办公室", "role": "responsible"}]}, {"id": "s1.t1.r2", "text": "更新目录。"}]}]}]}"#,
    passing: r#"{"units": [{"name": "办公室"}], "sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "编制目录。", "assignments": [{"unit": "办公室", "role": "responsible"}]}, {"id": "s1.t1.r2", "text": "更新目录。", "assignments": [{"unit": "办公室", "role": "responsible"}]}]}]}]}"#,
    legal_basis: Some(SUPERVISION_LEDGERS),
    schema_can_say: false,
    check: Some(check),
};

const GOAL_TITLES: &str = include_str!("../../../data/goal_titles.csv");

fn check(context: &Context<'_>) -> Vec<Finding> {
    let nobodys: Vec<_> =
        context.requirements_with(|glance| glance.nobody).filter(|part| is_nobodys(context.plan, part.item)).collect();
    let goals: Vec<String> = context.sections.iter().filter(|part| states_goals(part.item)).map(below).collect();
    let is_goal = |part: &Located<'_, Requirement>| goals.iter().any(|section| part.pointer.starts_with(section));
    if nobodys.len() > 1 && nobodys.len() == context.requirements.len() {
        return vec![nobody_at_all(nobodys.len())];
    }
    nobodys.into_iter().filter(|part| !is_goal(part)).map(nobodys_finding).collect()
}

/// Whether a section states goals or principles, which the others carry out.
fn states_goals(section: &Section) -> bool {
    let title = section.title.as_deref().unwrap_or_default();
    table(GOAL_TITLES).any(|row| row.first().is_some_and(|word| title.contains(word)))
}

/// What the pointers of everything below a section begin with.
fn below(section: &Located<'_, Section>) -> String {
    format!("{}/", section.pointer)
}

fn is_nobodys(plan: &Plan, requirement: &Requirement) -> bool {
    requirement.assignments.is_empty() && requirement.persons.is_empty() && !has_standing_units(plan, requirement)
}

/// Whether a rule of the document gives the requirement its units.
fn has_standing_units(plan: &Plan, requirement: &Requirement) -> bool {
    let standing = plan.rules.iter().filter(|rule| rule.kind == DocumentRuleKind::StandingAssignment);
    standing.into_iter().any(|rule| match (rule.scope, &rule.place, &requirement.place) {
        (RuleScope::FromHere, Some(from), Some(here)) => from <= here,
        _ => true,
    })
}

fn nobodys_finding(requirement: &Located<'_, Requirement>) -> Finding {
    let Requirement { id, text, title, place, .. } = requirement.item;
    let name = excerpt(title.as_deref().or(text.as_deref()).unwrap_or(id.as_str()));
    let message = Message::new(
        format!("要求`{name}`没有责任单位；请明确由谁负责"),
        format!("requirement `{name}` names no unit, expected at least one; say who does it"),
    );
    Finding {
        pointer: Some(requirement.pointer.clone()),
        place: place.clone(),
        subject: Some(id.to_string()),
        ..NO_UNIT.finding(message)
    }
}

fn nobody_at_all(count: usize) -> Finding {
    let message = Message::new(
        format!("计划的{count}项要求都没有责任单位；请明确分工"),
        format!("none of the {count} requirements names a unit; say who does what"),
    );
    Finding { pointer: Some("/sections".to_owned()), ..NO_UNIT.finding(message) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Assignment, DocumentRule, Person, Place, Role, SectionId, Task};

    fn plan(requirements: usize) -> Plan {
        let mut plan = Plan::new("计划".parse().unwrap());
        let mut section = Section::new(SectionId::top(1));
        let mut task = Task::new(section.id.task(1));
        for n in 1..=requirements {
            let mut requirement = Requirement::new(task.id.requirement(n), "抓好落实。");
            requirement.place = Some(Place::in_line(n * 10, 1, 5));
            task.requirements.push(requirement);
        }
        section.tasks.push(task);
        plan.sections.push(section);
        plan
    }

    fn pointers(plan: &Plan) -> Vec<Option<String>> {
        check(&Context::usual(plan)).into_iter().map(|finding| finding.pointer).collect()
    }

    #[test]
    fn a_plan_without_units_is_said_once() {
        assert_eq!(pointers(&plan(3)), [Some("/sections".to_owned())]);
        assert_eq!(pointers(&plan(1)), [Some("/sections/0/tasks/0/requirements/0".to_owned())]);
    }

    #[test]
    fn principles_are_nobodys_duty() {
        let mut plan = plan(2);
        plan.sections.push(plan.sections[0].clone());
        plan.sections[1].tasks[0].requirements[0].assignments.push(Assignment::new("办公室", Role::Responsible));
        let all = ["/sections/0/tasks/0/requirements/0", "/sections/0/tasks/0/requirements/1"];
        let one = "/sections/1/tasks/0/requirements/1";
        assert_eq!(pointers(&plan), [all[0], all[1], one].map(|pointer| Some(pointer.to_owned())));
        plan.sections[0].title = Some("基本原则".to_owned());
        assert_eq!(pointers(&plan), [Some(one.to_owned())]);
    }

    #[test]
    fn a_standing_rule_reaches_from_its_place_on() {
        let mut plan = plan(2);
        let mut rule = DocumentRule::new(DocumentRuleKind::StandingAssignment);
        plan.rules = vec![rule.clone()];
        assert_eq!(pointers(&plan), []);
        rule.scope = RuleScope::FromHere;
        rule.place = Some(Place::in_line(15, 1, 5));
        plan.rules = vec![rule];
        assert_eq!(pointers(&plan), [Some("/sections/0/tasks/0/requirements/0".to_owned())]);
        plan.sections[0].tasks[0].requirements[0].persons.push(Person::new("分管副局长"));
        assert_eq!(pointers(&plan), []);
    }
}
