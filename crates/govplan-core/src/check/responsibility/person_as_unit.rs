use super::charge::{Charge, charges, uses};
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Severity, UnitKind, before_post};

pub(in crate::check) static PERSON_AS_UNIT: Rule = Rule {
    code: "GP313",
    name: "person-as-unit",
    severity: Severity::Warning,
    layer: Layer::Responsibility,
    summary: RuleText { zh: "把人当作责任单位", en: "a person where a unit belongs" },
    explanation: RuleText {
        zh: "单位名称以职务或对人的称呼（局长、主任、分管领导、负责人）结尾；单位栏中写成“人事科科长”的也算，责任人另有一栏的除外；标明是人员一类（`person_group`）的不算",
        en: "the name of a unit ends in a post or a word for persons (局长, 主任, 分管领导, 负责人); so does the head of an office among the units (人事科科长), unless persons have a column of their own; one declared as `person_group` is none",
    },
    rationale: RuleText {
        zh: "人会调动，任务要记在单位名下，人员另列为责任人",
        en: "persons move on; work is kept under the unit, and the person beside it",
    },
    failing: r#"{"units": [{"name": "分管副局长"}], "directives": [{"id": "n1", "text": "组织培训。", "assignments": [{"unit": "分管副局长", "role": "responsible"}]}]}"#,
    passing: r#"{"units": [{"name": "局长办公室"}], "directives": [{"id": "n1", "text": "组织培训。", "assignments": [{"unit": "局长办公室", "role": "responsible"}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let units = context.plan.units.iter().enumerate();
    let persons: Vec<usize> = units
        .filter(|(_, unit)| unit.kind != Some(UnitKind::PersonGroup) && ends_in_a_post(&unit.name))
        .map(|(index, _)| index)
        .collect();
    let uses = uses(context, &persons);
    let of_units = persons.iter().zip(uses).filter_map(|(index, uses)| {
        let unit = context.plan.units.get(*index)?;
        let name = &unit.name;
        Some(Finding {
            pointer: Some(format!("/units/{index}/name")),
            place: uses.first().and_then(|related| related.place.clone()),
            subject: Some(name.clone()),
            found: Some(name.clone()),
            related: uses,
            ..PERSON_AS_UNIT.finding(message(name))
        })
    });
    of_units.chain(heads(context)).collect()
}

/// The heads of offices (人事科科长) that stand among the units: where most duties have no person beside their units, or
/// persons are named there and not their posts.
fn heads(context: &Context<'_>) -> Vec<Finding> {
    let all: Vec<Charge<'_>> = charges(context).collect();
    let manned = all.iter().filter(|charge| !charge.persons.is_empty());
    let charged = all.iter().filter(|charge| charge.own().next().is_some() || !charge.persons.is_empty());
    let has_persons = manned.clone().count() * 2 > charged.count();
    let persons = manned.flat_map(|charge| charge.persons.iter().enumerate().map(move |person| (charge, person)));
    let all = persons.clone().count();
    let heads: Vec<_> = persons.filter(|(_, (_, person))| is_head_of_an_organ(&person.name)).collect();
    if has_persons && heads.len() * OUTLIER > all {
        return Vec::new();
    }
    let findings = heads.into_iter().map(|(charge, (index, person))| {
        let pointer = format!("{}/persons/{index}", charge.pointer);
        Finding {
            pointer: Some(pointer),
            ..charge.finding(&PERSON_AS_UNIT, None, message(&person.name), person.name.clone())
        }
    });
    findings.collect()
}

/// Among persons that are named, posts that are fewer than one in so many do not belong.
const OUTLIER: usize = 5;

/// Whether a post is named with its organ: 人事科科长, 区财政局主要负责人.
fn is_head_of_an_organ(name: &str) -> bool {
    let Some(organ) = before_post(name) else { return false };
    let organ = organ.trim_end_matches("主要").trim_end_matches("分管").trim_end_matches('副');
    organ.chars().count() > 2
        && !organ.starts_with('各')
        && organ.ends_with([
            '局', '委', '办', '科', '室', '处', '股', '厅', '所', '站', '府', '心', '联', '会', '协', '社', '队', '部',
            '院', '校', '行', '司',
        ])
}

fn message(name: &str) -> Message {
    Message::new(
        format!("单位`{name}`像是人的职务；请改列责任人，并写明所在单位"),
        format!(
            "unit `{name}` reads like a person's post, expected an organ; list it under persons and name the organ"
        ),
    )
}

fn ends_in_a_post(name: &str) -> bool {
    let name = name.split(['（', '(']).next().unwrap_or_default().trim_end();
    before_post(name).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organs_are_no_persons() {
        for name in ["分管副市长", "局主要负责人", "各站所负责人", "办公室主任（兼）", "分管农业领导"]
        {
            assert!(ends_in_a_post(name), "{name}");
        }
        for name in ["省长热线办公室", "书记处", "校长办", "主任科", "各责任单位", "综合执法局", "领导小组"]
        {
            assert!(!ends_in_a_post(name), "{name}");
        }
    }
}
