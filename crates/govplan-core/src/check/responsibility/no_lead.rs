use super::charge::units_by_name;
use super::whole_organ::WholeOrgan;
use crate::check::basis::SUPERVISION_LEDGERS;
use crate::check::context::task;
use crate::check::{Context, Layer, Rule, RuleText, excerpt};
use crate::{
    Assignment, DocumentRuleKind, Finding, Located, Message, Origin, Related, Requirement, Role, Severity, Unit,
};
use std::collections::{BTreeMap, BTreeSet};

pub(in crate::check) static NO_LEAD: Rule = Rule {
    code: "GP306",
    name: "no-lead",
    severity: Severity::Note,
    layer: Layer::Responsibility,
    summary: RuleText { zh: "多个责任单位没有牵头单位", en: "several responsible units and no lead" },
    explanation: RuleText {
        zh: "一项要求有几个责任单位，既没有标明牵头单位，也没有“列第一位的为牵头单位”一类的规则；单位与包含它的统称并列的由 GP310 提示；正文分别写明各家做什么、或同一任务下的其他要求由各家分别牵头的不算；全文都不设牵头单位的只提示一次",
        en: "a requirement has several responsible units, none of them marked as lead, and no rule of the document says that the first one leads; a unit beside the expression that means it is said by GP310; units to each of which the text gives its own part, or each of which leads another requirement of the same task, are none; a plan that names no lead anywhere is said once",
    },
    rationale: RuleText {
        zh: "几家共同负责又无人牵头，容易推诿",
        en: "where several answer together and nobody leads, each waits for the other",
    },
    failing: r#"{"units": [{"name": "办公室"}, {"name": "人事科"}], "sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "组织培训。", "assignments": [{"unit": "办公室", "role": "responsible"}, {"unit": "人事科", "role": "responsible"}]}]}]}]}"#,
    passing: r#"{"units": [{"name": "办公室"}, {"name": "人事科"}], "sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "组织培训。", "assignments": [{"unit": "办公室", "role": "lead"}, {"unit": "人事科", "role": "responsible"}]}]}]}]}"#,
    legal_basis: Some(SUPERVISION_LEDGERS),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    if context.plan.rules.iter().any(|rule| rule.kind == DocumentRuleKind::FirstListedIsLead) {
        return Vec::new();
    }
    let units = units_by_name(context.plan);
    let is_leaderless = |part: &&Located<'_, Requirement>| {
        is_leaderless(part.item) && !is_of_one(part.item, &units) && !has_parts(part.item)
    };
    let mut leaderless: Vec<_> = context.requirements_with(|glance| glance.leaderless).filter(is_leaderless).collect();
    let leading = if leaderless.is_empty() { BTreeSet::new() } else { leading(context) };
    leaderless.retain(|part| {
        let lead = |assignment: &Assignment| leading.contains(&(task(part), assignment.unit.as_str()));
        !part.item.assignments.iter().filter(|assignment| assignment.role == Role::Responsible).all(lead)
    });
    let plan_has_leads =
        context.assignments_with(|glance| glance.lead).any(|assignment| assignment.item.role == Role::Lead);
    match leaderless.as_slice() {
        [] => Vec::new(),
        [first, ..] if leaderless.len() > 1 && !plan_has_leads => vec![no_leads_at_all(first, &leaderless)],
        _ => leaderless.into_iter().map(finding).collect(),
    }
}

/// The units that lead requirements, each with the task.
fn leading<'c>(context: &'c Context<'_>) -> BTreeSet<(&'c str, &'c str)> {
    let led = context.requirements_with(|glance| glance.lead).flat_map(|part| {
        let leads = part.item.assignments.iter().filter(|assignment| assignment.role == Role::Lead);
        leads.map(|assignment| (task(part), assignment.unit.as_str()))
    });
    led.collect()
}

fn is_leaderless(requirement: &Requirement) -> bool {
    let of = |role| {
        let own = requirement.assignments.iter().filter(move |assignment| assignment.role == role);
        own.map(|assignment| assignment.unit.as_str())
    };
    // One unit that two columns name is one.
    let mut responsible = of(Role::Responsible);
    let first = responsible.next();
    of(Role::Lead).next().is_none() && responsible.any(|unit| Some(unit) != first)
}

/// Whether one of those responsible is an expression that means all the others: then it is their relation that is not
/// clear, which is another rule's business (GP310).
fn is_of_one(requirement: &Requirement, units: &BTreeMap<&str, &Unit>) -> bool {
    let responsible = || {
        let all = requirement.assignments.iter().filter(|assignment| assignment.role == Role::Responsible);
        all.filter_map(|assignment| units.get(assignment.unit.as_str()))
    };
    let mut wholes = responsible().filter_map(|unit| Some((unit, WholeOrgan::of(unit)?)));
    wholes.any(|(all, whole)| responsible().all(|unit| unit.name == all.name || whole.holds(unit)))
}

/// Whether the text gives each of those responsible a part of its own: a clause stands between the name of one and that
/// of the next (甲负责技术指导；乙负责落实补助).
fn has_parts(requirement: &Requirement) -> bool {
    let (Some(text), mut end) = (requirement.text.as_deref(), None::<usize>) else { return false };
    for assignment in requirement.assignments.iter().filter(|assignment| assignment.role == Role::Responsible) {
        let name = assignment.raw.as_deref().unwrap_or(&assignment.unit);
        let from = end.unwrap_or_default();
        let Some((between, at)) = text.get(from..).and_then(|rest| Some((rest, rest.find(name)?))) else {
            return false;
        };
        let is_apart = end.is_none() || between.get(..at).is_some_and(is_clause);
        if assignment.origin != Some(Origin::Text) || !is_apart {
            return false;
        }
        end = Some(from + at + name.len());
    }
    end.is_some()
}

/// Whether what stands between two names says what the first of them does: more than a few words, and a mark.
fn is_clause(between: &str) -> bool {
    const SHORTEST: usize = 4;
    let marks = ['，', '；', '。'];
    between.contains(marks) && between.split(marks).next().is_some_and(|words| words.chars().count() >= SHORTEST)
}

fn finding(requirement: &Located<'_, Requirement>) -> Finding {
    let units = responsible(requirement.item);
    let few = excerpt(&units);
    let message = Message::new(
        format!("`{few}`共同负责而没有牵头单位；请明确一个牵头单位"),
        format!("`{few}` are responsible together and none leads, expected one lead unit"),
    );
    Finding {
        pointer: Some(requirement.pointer.clone()),
        place: requirement.item.place.clone(),
        subject: Some(requirement.item.id.to_string()),
        found: Some(units),
        ..NO_LEAD.finding(message)
    }
}

fn no_leads_at_all(first: &Located<'_, Requirement>, all: &[&Located<'_, Requirement>]) -> Finding {
    let count = all.len();
    let message = Message::new(
        format!("{count}项要求由几个单位共同负责，计划没有指明任何牵头单位；请逐项明确，或规定列第一位的为牵头单位"),
        format!(
            "{count} requirements have several responsible units and the plan names no lead anywhere; name one in each, or state that the first one leads"
        ),
    );
    let related = all.iter().map(|requirement| {
        let Requirement { place, .. } = requirement.item;
        Related::new(Some(requirement.pointer.clone()), place.clone(), Some(responsible(requirement.item)))
    });
    Finding {
        pointer: Some("/sections".to_owned()),
        place: first.item.place.clone(),
        related: related.collect(),
        ..NO_LEAD.finding(message)
    }
}

fn responsible(requirement: &Requirement) -> String {
    let units = requirement.assignments.iter().filter(|assignment| assignment.role == Role::Responsible);
    let units: Vec<&str> = units.map(|assignment| assignment.unit.as_str()).collect();
    units.join("、")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DocumentRule, Plan, Section, SectionId, Task};

    fn plan(rows: &[&[Role]]) -> Plan {
        let mut plan = Plan::new("计划".parse().unwrap());
        let mut section = Section::new(SectionId::top(1));
        let mut task = Task::new(section.id.task(1));
        for (n, roles) in rows.iter().enumerate() {
            let mut requirement = Requirement::new(task.id.requirement(n + 1), "抓好落实。");
            let units = ["办公室", "人事科", "财务科"].into_iter().zip(*roles);
            requirement.assignments = units.map(|(unit, role)| Assignment::new(unit, *role)).collect();
            task.requirements.push(requirement);
        }
        section.tasks.push(task);
        plan.sections.push(section);
        plan
    }

    #[test]
    fn units_with_parts_of_their_own_need_no_lead() {
        for (text, expected) in [
            ("办公室负责技术指导，每月举办一期培训班；人事科负责落实补助。", 0),
            ("办公室要落实安全责任，人事科要配备管理员。", 0),
            ("由办公室和人事科共同负责，实行值守。", 1),
            ("办公室、人事科负责技术指导，财务科负责落实补助。", 1),
            ("抓好落实。", 1),
        ] {
            let mut plan = plan(&[&[Role::Responsible; 2]]);
            let requirement = &mut plan.sections[0].tasks[0].requirements[0];
            requirement.text = Some(text.to_owned());
            for assignment in &mut requirement.assignments {
                assignment.origin = Some(Origin::Text);
            }
            assert_eq!(check(&Context::usual(&plan)).len(), expected, "{text}");
        }
    }

    #[test]
    fn units_each_of_which_leads_a_measure_of_the_task_need_no_lead_above() {
        const TWO: &[Role] = &[Role::Responsible, Role::Responsible];
        let second: &[Role] = &[Role::Cooperating, Role::Lead];
        for (rows, expected) in [(&[TWO, &[Role::Lead], second][..], 0), (&[TWO, &[Role::Lead]], 1)] {
            assert_eq!(check(&Context::usual(&plan(rows))).len(), expected, "{rows:?}");
        }
        let mut apart = plan(&[TWO, &[Role::Lead], second]);
        let section = &mut apart.sections[0];
        let measures = section.tasks[0].requirements.split_off(1);
        section.tasks.push(Task { requirements: measures, ..Task::new(section.id.task(2)) });
        assert_eq!(check(&Context::usual(&apart)).len(), 1, "in another task");
    }

    #[test]
    fn an_expression_and_one_that_it_means_are_no_two() {
        for (all, name, expected) in [("国务院各部门", "国家发展改革委", 0), ("市政府各部门", "国家发展改革委", 1)]
        {
            let mut plan = plan(&[&[Role::Responsible, Role::Responsible]]);
            let assignments = &mut plan.sections[0].tasks[0].requirements[0].assignments;
            for (assignment, name) in assignments.iter_mut().zip([name, all]) {
                assignment.unit = name.to_owned();
                plan.units.push(Unit { collective: crate::collective(name), ..Unit::new(name) });
            }
            assert_eq!(check(&Context::usual(&plan)).len(), expected, "{all}");
        }
    }

    #[test]
    fn a_plan_without_any_lead_is_said_once() {
        const TWO: &[Role] = &[Role::Responsible, Role::Responsible];
        const LED: &[Role] = &[Role::Lead, Role::Responsible, Role::Responsible];
        const SOLE: &[Role] = &[Role::Responsible, Role::Cooperating];
        for (rows, expected) in [(&[TWO, TWO, SOLE][..], 1), (&[TWO, TWO, LED], 2), (&[SOLE, LED], 0)] {
            let mut plan = plan(rows);
            assert_eq!(check(&Context::usual(&plan)).len(), expected, "{rows:?}");
            plan.rules.push(DocumentRule::new(DocumentRuleKind::FirstListedIsLead));
            assert_eq!(check(&Context::usual(&plan)), [], "{rows:?}");
        }
    }
}
