use super::bracketed_name::is_an_office;
use super::charge::uses;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Related, Severity, is_same_organ, known_organ, printed_level};
use std::collections::BTreeMap;

pub(in crate::check) static LEVEL_LEFT_OUT: Rule = Rule {
    code: "GP315",
    name: "level-left-out",
    severity: Severity::Note,
    layer: Layer::Responsibility,
    summary: RuleText {
        zh: "单位名称有的带层级、有的不带",
        en: "an organ with its level in one place and without it in another",
    },
    explanation: RuleText {
        zh: "同一计划中，同一职能的部门既写作“市财政局”又写作“财政局”，且只有一个层级的写法；二者没有合并，提请核对",
        en: "a department stands with the level of its government before its name (市财政局) and without (财政局) in one plan, and with no other level; the two were not merged, which is to be confirmed",
    },
    rationale: RuleText {
        zh: "不带层级的部门可能指本级，也可能指下级，任务会落空或算到两家名下",
        en: "without its level a department may be this government's or another's, and its work is counted apart",
    },
    failing: r#"{"units": [{"name": "市财政局"}, {"name": "财政局"}]}"#,
    passing: r#"{"units": [{"name": "市财政局"}, {"name": "财政部"}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

/// A unit: its index, its name, and the name without its level.
type Known<'c> = (usize, &'c str, &'c str);

fn check(context: &Context<'_>) -> Vec<Finding> {
    // By function and by name: the departments of each level.
    let mut levelled: BTreeMap<&str, BTreeMap<char, Known<'_>>> = BTreeMap::new();
    let mut bare: Vec<(Known<'_>, &str)> = Vec::new();
    let units = context.plan.units.iter().enumerate().map(|(index, unit)| (index, unit.name.as_str(), unit));
    for (index, name, _) in units.filter(|(.., unit)| unit.collective.is_none()) {
        let function = known_organ(name).and_then(|organ| organ.function);
        let Some(level) = printed_level(name) else {
            let function = function.filter(|_| !is_an_office(name));
            bare.extend(function.map(|function| ((index, name, name), function)));
            continue;
        };
        let without = name.strip_prefix(level).unwrap_or(name);
        for key in function.into_iter().chain([without]) {
            levelled.entry(key).or_default().entry(level).or_insert((index, name, without));
        }
    }
    let pairs: Vec<(Known<'_>, Known<'_>)> = bare
        .into_iter()
        .filter_map(|(unit, function)| {
            let levels = [unit.1, function].into_iter().find_map(|key| levelled.get(key))?;
            let full = levels.values().next().filter(|_| levels.len() == 1)?;
            (unit.2 == full.2 || is_same_organ(unit.2, full.2)).then_some((unit, *full))
        })
        .collect();
    let indexes: Vec<usize> = pairs.iter().map(|((index, ..), _)| *index).collect();
    let uses = uses(context, &indexes);
    pairs.into_iter().zip(uses).map(|((bare, full), uses)| finding(bare, full, uses)).collect()
}

fn finding((index, name, _): Known<'_>, (full_index, full, _): Known<'_>, uses: Vec<Related>) -> Finding {
    let message = Message::new(
        format!("`{name}`没有层级，计划中另有`{full}`；如为同一单位，请统一名称"),
        format!("`{name}` stands without its level beside `{full}`; if they are one unit, use one name throughout"),
    );
    let place = uses.first().and_then(|related| related.place.clone());
    let full = Related::new(Some(format!("/units/{full_index}/name")), None, Some(full.to_owned()));
    Finding {
        pointer: Some(format!("/units/{index}/name")),
        place,
        subject: Some(name.to_owned()),
        expected: full.found.clone(),
        found: Some(name.to_owned()),
        related: std::iter::once(full).chain(uses).collect(),
        ..LEVEL_LEFT_OUT.finding(message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Plan, Unit};

    #[test]
    fn central_organs_and_organs_of_several_levels_are_not_said() {
        let cases: [(&[&str], usize); 6] = [
            (&["省卫生健康委", "卫生健康委"], 1),
            (&["市财政局", "县财政局", "财政局"], 0),
            (&["市财政局", "教育局"], 0),
            (&["省教育厅", "教育部"], 0),
            (&["市市场监管局", "市场监管总局"], 0),
            (&["办公室", "市办公室"], 0),
        ];
        for (names, expected) in cases {
            let mut plan = Plan::new("计划".parse().unwrap());
            plan.units = names.iter().copied().map(Unit::new).collect();
            assert_eq!(check(&Context::usual(&plan)).len(), expected, "{names:?}");
        }
    }
}
