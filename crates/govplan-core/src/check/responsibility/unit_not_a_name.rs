use super::charge::uses;
use crate::check::{Context, Layer, Rule, RuleText, excerpt};
use crate::{Finding, Message, Severity};

pub(in crate::check) static UNIT_NOT_A_NAME: Rule = Rule {
    code: "GP319",
    name: "unit-not-a-name",
    severity: Severity::Warning,
    layer: Layer::Responsibility,
    summary: RuleText { zh: "单位名称不像名称", en: "the name of a unit is no name" },
    explanation: RuleText {
        zh: "单位名称只有一个字，或含有句号、分号、冒号，或在括号外含有“7月15日”一类的日期",
        en: "the name of a unit is a single character, or holds a full stop, a semicolon or a colon, or a day or month (7月15日) outside brackets",
    },
    rationale: RuleText {
        zh: "多半是单位名单断错了位置，真正的单位因此没有任务",
        en: "most often a list of units was cut in the wrong place, and the unit that was meant has no work",
    },
    failing: r#"{"units": [{"name": "各单位于7月15日前将分管"}], "directives": [{"id": "n1", "text": "报送名单。", "assignments": [{"unit": "各单位于7月15日前将分管", "role": "responsible"}]}]}"#,
    passing: r#"{"units": [{"name": "各单位"}], "directives": [{"id": "n1", "text": "报送名单。", "assignments": [{"unit": "各单位", "role": "responsible"}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let units = context.plan.units.iter().enumerate();
    let odd: Vec<usize> = units.filter(|(_, unit)| !is_a_name(&unit.name)).map(|(index, _)| index).collect();
    let uses = uses(context, &odd);
    let findings = odd.iter().zip(uses).filter_map(|(index, uses)| {
        let name = &context.plan.units.get(*index)?.name;
        let short = excerpt(name);
        let message = Message::new(
            format!("单位`{short}`不像一个名称；请核对原文的单位名单"),
            format!("unit `{short}` does not read like a name, expected that of an organ; see the list of units in the document"),
        );
        Some(Finding {
            pointer: Some(format!("/units/{index}/name")),
            place: uses.first().and_then(|related| related.place.clone()),
            subject: Some(name.clone()),
            found: Some(name.clone()),
            related: uses,
            ..UNIT_NOT_A_NAME.finding(message)
        })
    });
    findings.collect()
}

/// An empty name is another rule's business.
fn is_a_name(name: &str) -> bool {
    let mut depth = 0_usize;
    let mut last = ' ';
    for character in name.chars() {
        match character {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            '。' | '；' | ';' | '：' => return false,
            '月' | '日' if depth == 0 && last.is_ascii_digit() => return false,
            _ => {}
        }
        last = character;
    }
    name.chars().count() != 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_names_of_organs_are_names() {
        for name in [
            "12345热线办",
            "县卫健局（3月1日起）",
            "八一学校",
            "3·15专班",
            "****分局",
            "某某科",
            "市委（市政府）督查室",
        ] {
            assert!(is_a_name(name), "{name}");
        }
        for name in ["各", "各单位于7月15日前将分管", "县财政局。", "责任单位：县财政局", "县财政局；县教育局"]
        {
            assert!(!is_a_name(name), "{name}");
        }
    }
}
