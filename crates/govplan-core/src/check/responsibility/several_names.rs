use super::bracketed_name::BracketedName;
use crate::check::{Context, Layer, Part, Rule, RuleText};
use crate::{Assignment, Finding, Message, Related, Severity, Unit};
use std::collections::{BTreeMap, BTreeSet};

pub(in crate::check) static SEVERAL_NAMES: Rule = Rule {
    code: "GP303",
    name: "several-names",
    severity: Severity::Note,
    layer: Layer::Responsibility,
    summary: RuleText { zh: "同一单位用了几种名称", en: "one unit under several names" },
    explanation: RuleText {
        zh: "按别名表认定为同一单位的几种写法已经合并，予以说明；名称（包括别名）只差括号内容或空格、疑为同一单位的不合并，提请核对",
        en: "names that a table of aliases knows as one unit were merged, which is said; names, aliases too, that differ in brackets or spaces alone may be one unit and are not merged, which is to be confirmed",
    },
    rationale: RuleText {
        zh: "名称不统一，任务就会统计到不同单位名下",
        en: "work of one unit is counted under two where its name is not the same throughout",
    },
    failing: r#"{"units": [{"name": "区直各学校（幼儿园）"}, {"name": "区直各学校（单位、幼儿园）"}]}"#,
    passing: r#"{"units": [{"name": "区直各学校（单位、幼儿园）"}, {"name": "机关各科室"}, {"name": "机关各相关科室"}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

/// A unit under one of its names, with its place among the units.
struct Named<'c> {
    index: usize,
    unit: &'c Unit,
    name: &'c String,
    read: BracketedName,
}

/// Assignments by the name of their unit.
type Uses<'c> = BTreeMap<&'c str, Vec<Part<'c, Assignment>>>;

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut alike: BTreeMap<String, Vec<Named<'_>>> = BTreeMap::new();
    for (index, unit) in context.plan.units.iter().enumerate() {
        for name in std::iter::once(&unit.name).chain(&unit.aliases) {
            let read = BracketedName::read(name);
            let same = alike.entry(read.outside.clone()).or_default();
            // Names of one unit were merged, which is said.
            if !read.names_an_office() && same.last().is_none_or(|last| last.index != index) {
                same.push(Named { index, unit, name, read });
            }
        }
    }
    alike.retain(|_, units| units.len() > 1);
    let named_twice = context.plan.units.iter().enumerate().filter(|(_, unit)| !unit.aliases.is_empty());

    // Most units have one name, and where they are assigned need not be known.
    let doubtful = alike.values().flatten().map(|named| named.unit).chain(named_twice.clone().map(|(_, unit)| unit));
    let doubtful: BTreeSet<&str> = doubtful.map(|unit| unit.name.as_str()).collect();
    let mut uses = Uses::new();
    let assignments = (!doubtful.is_empty()).then(|| context.assignments()).into_iter().flatten();
    for assignment in assignments {
        let name = assignment.item.unit.as_str();
        if doubtful.contains(name) {
            uses.entry(name).or_default().push(assignment);
        }
    }
    let merged = named_twice.filter_map(|(index, unit)| merged(index, unit, &uses));
    merged.chain(alike.values().filter_map(|units| unmerged(units, &uses))).collect()
}

/// A unit that is printed under several of its names.
fn merged(index: usize, unit: &Unit, uses: &Uses<'_>) -> Option<Finding> {
    let uses = uses.get(unit.name.as_str()).map(Vec::as_slice).unwrap_or_default();
    let printed = |name: &&String| {
        uses.iter().any(|part| part.item.raw.is_none()) || uses.iter().any(|part| part.item.raw.as_ref() == Some(*name))
    };
    let names: Vec<&String> = std::iter::once(&unit.name).chain(&unit.aliases).filter(printed).collect();
    if names.len() < 2 {
        return None;
    }
    let listed = listed(names.iter().copied());
    let message = Message::new(
        format!("{listed}是同一单位，已合并为`{}`；请统一名称", unit.name),
        format!("{listed} are one unit, merged as `{}`; use one name throughout", unit.name),
    );
    Some(Finding { expected: Some(unit.name.clone()), ..finding(index, unit, message, related(uses)) })
}

/// Units that differ in their brackets alone, with the items of each among those of the fullest.
fn unmerged(units: &[Named<'_>], uses: &Uses<'_>) -> Option<Finding> {
    let fullest = units.iter().rev().max_by_key(|named| named.read.items.len())?;
    let mut alike = units.iter().filter(|named| named.read.items.is_subset(&fullest.read.items));
    let Named { index, unit, .. } = alike.clone().next()?;
    alike.clone().nth(1)?;
    let listed = listed(alike.clone().map(|named| named.name));
    let message = Message::new(
        format!("{listed}只差括号或空格，可能是同一单位，未合并；请核对后统一名称"),
        format!(
            "{listed} differ in brackets or spaces alone and may be one unit; they were not merged, so confirm and use one name"
        ),
    );
    let places = alike.by_ref().flat_map(|named| {
        let related = uses.get(named.unit.name.as_str()).map(|uses| related(uses)).unwrap_or_default();
        let others = std::iter::once(&named.unit.name).chain(&named.unit.aliases).filter(|name| *name != named.name);
        // Where the unit stands under another of its names, it does not look like the others.
        related.into_iter().filter(move |related| !others.clone().any(|other| related.found.as_ref() == Some(other)))
    });
    Some(finding(*index, unit, message, places.collect()))
}

fn finding(index: usize, unit: &Unit, message: Message, related: Vec<Related>) -> Finding {
    Finding {
        pointer: Some(format!("/units/{index}")),
        place: related.first().and_then(|related| related.place.clone()),
        subject: Some(unit.name.clone()),
        found: Some(unit.name.clone()),
        related,
        ..SEVERAL_NAMES.finding(message)
    }
}

/// The first place of each name as printed.
fn related(uses: &[Part<'_, Assignment>]) -> Vec<Related> {
    let mut seen = BTreeSet::new();
    let printed = uses.iter().map(|part| (part.item.raw.as_ref().unwrap_or(&part.item.unit), part));
    let first = printed.filter(|(printed, _)| seen.insert(*printed));
    first
        .map(|(printed, part)| Related::new(Some(part.pointer()), part.place.cloned(), Some(printed.clone())))
        .collect()
}

fn listed<'c>(names: impl Iterator<Item = &'c String>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join("、")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Directive, DirectiveId, Plan, Role};

    fn plan(names: &[&str]) -> Plan {
        let mut plan = Plan::new("计划".parse().unwrap());
        plan.units = names.iter().copied().map(Unit::new).collect();
        plan
    }

    #[test]
    fn names_that_differ_in_brackets_are_said_and_two_organs_are_not() {
        let cases: [(&[&str], usize); 8] = [
            (&["区直各学校（幼儿园）", "区直各学校（单位、幼儿园）"], 1),
            (&["各镇（街）教委", "各镇(街)教委", "各镇教委"], 1),
            (&["各县（市、区）政府", "各县（区、市）政府"], 1),
            (&["市财政局", "县财政局"], 0),
            (&["各地区", "有关地区"], 0),
            (&["机关各科室", "机关各相关科室"], 0),
            (&["区教体局（基教科）", "区教体局（学前科）", "区教体局"], 0),
            (&["各学校（小学）", "各学校（中学）"], 0),
        ];
        for (names, expected) in cases {
            assert_eq!(check(&Context::usual(&plan(names))).len(), expected, "{names:?}");
        }
    }

    #[test]
    fn an_alias_is_held_against_the_names_of_other_units() {
        let mut plan = plan(&["市人力资源和社会保障局", "市人社局(市就业局)"]);
        plan.units[0].aliases = vec!["市人社局".to_owned()];
        let mut directive = Directive::new(DirectiveId::nth(1), "抓好落实。");
        for raw in ["市人力资源和社会保障局", "市人社局"] {
            let assignment = Assignment::new("市人力资源和社会保障局", Role::Responsible);
            directive.assignments.push(Assignment { raw: Some(raw.to_owned()), ..assignment });
        }
        directive.assignments.push(Assignment::new("市人社局(市就业局)", Role::Responsible));
        plan.directives.push(directive);
        let findings = check(&Context::usual(&plan));
        let places = findings.iter().map(|finding| {
            let related = finding.related.iter().filter_map(|related| related.found.as_deref());
            related.collect::<Vec<_>>()
        });
        let expected = [vec!["市人力资源和社会保障局", "市人社局"], vec!["市人社局", "市人社局(市就业局)"]];
        assert_eq!(places.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_merged_unit_is_said_with_the_first_place_of_each_name() {
        let mut plan = plan(&["基础教育科"]);
        plan.units[0].aliases = vec!["基教科".to_owned()];
        let mut directive = Directive::new(DirectiveId::nth(1), "抓好落实。");
        for raw in ["基教科", "基教科"] {
            let assignment = Assignment::new("基础教育科", Role::Responsible);
            directive.assignments.push(Assignment { raw: Some(raw.to_owned()), ..assignment });
        }
        plan.directives.push(directive);
        assert_eq!(check(&Context::usual(&plan)), [], "only one of the names is printed");

        plan.directives[0].assignments[0].raw = Some("基础教育科".to_owned());
        let findings = check(&Context::usual(&plan));
        let related: Vec<_> = findings[0].related.iter().map(|related| related.found.as_deref().unwrap()).collect();
        assert_eq!(related, ["基础教育科", "基教科"]);
        assert_eq!(findings[0].message.zh, "`基础教育科`、`基教科`是同一单位，已合并为`基础教育科`；请统一名称");
    }
}
