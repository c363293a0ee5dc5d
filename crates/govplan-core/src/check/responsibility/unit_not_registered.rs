use super::charge::uses;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{
    Finding, Message, RegisterIndex, Related, Resolution, ResolveContext, Severity, Suggestion, Unit, UnitKind,
};

pub(in crate::check) static UNIT_NOT_REGISTERED: Rule = Rule {
    code: "GP325",
    name: "unit-not-registered",
    severity: Severity::Warning,
    layer: Layer::Responsibility,
    summary: RuleText { zh: "机构名录里没有这个单位", en: "a unit that the register does not hold" },
    explanation: RuleText {
        zh: "单位的名称按设定的机构名录对不上唯一的机构：名录里没有，有几个，是别的机构的内设机构，或发文日不用这个名称；统称（各科室）不计，名录不收内设机构时内设机构也不计；未设名录时不检查",
        en: "by the register set, the name of a unit is that of no single organ: of none, of several, of an office within another organ, or of one that had it at another time than the day of issue; expressions for several units are left alone, and so are internal offices where the register lists none; without a register nothing is said",
    },
    rationale: RuleText {
        zh: "对不上名录的任务，汇总时落不到任何单位",
        en: "work of a name that nobody bears is counted for nobody",
    },
    failing: r#"{"units": [{"name": "市财证局"}]}"#,
    passing: r#"{"units": [{"name": "市财政局"}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(register) = context.settings.register else { return Vec::new() };
    let head = &context.plan.head;
    let by = ResolveContext { issuers: &head.issuers, on: head.issued_on };
    let lists_offices = register.organs().iter().any(|organ| organ.kind == Some(UnitKind::InternalOffice));
    let is_sought =
        |unit: &Unit| unit.collective.is_none() && (lists_offices || unit.kind != Some(UnitKind::InternalOffice));
    let sought = context.plan.units.iter().enumerate().filter(|(_, unit)| is_sought(unit));
    let open = sought.filter_map(|(index, unit)| Some((index, unit, suggestions(register, unit, &by)?)));
    let open: Vec<_> = open.collect();
    let indexes: Vec<usize> = open.iter().map(|(index, ..)| *index).collect();
    let uses = uses(context, &indexes);
    open.into_iter().zip(uses).map(|((index, unit, near), uses)| finding(index, unit, &near, &by, uses)).collect()
}

/// Organs that may be meant by a unit, where none of its names is that of one.
fn suggestions<'r>(register: &RegisterIndex<'r>, unit: &Unit, by: &ResolveContext<'_>) -> Option<Vec<Suggestion<'r>>> {
    let mut names = std::iter::once(&unit.name).chain(&unit.aliases).map(|name| register.resolve(name, by));
    let Some(Resolution::Open { suggestions }) = names.next() else { return None };
    let is_known = names.any(|resolution| matches!(resolution, Resolution::Found { .. }));
    (!is_known).then_some(suggestions)
}

fn finding(index: usize, unit: &Unit, near: &[Suggestion<'_>], by: &ResolveContext<'_>, uses: Vec<Related>) -> Finding {
    let name = &unit.name;
    let valid = near.iter().filter(|suggestion| suggestion.name == name && suggestion.is_valid).count();
    let nearest = near.first().map(|suggestion| suggestion.organ.name_on(by.on));
    let is_of_another_time = near.first().is_some_and(|suggestion| suggestion.name == name && !suggestion.is_valid);
    let message = match (nearest, by.on) {
        _ if valid > 1 => Message::new(
            format!("机构名录里叫`{name}`的有{valid}个；请写全称"),
            format!("the register has {valid} organs of the name `{name}`; write its full name"),
        ),
        _ if valid == 1 => Message::new(
            format!("机构名录里的`{name}`属于别的机构，不是发文机关的；请写全称，或补入名录"),
            format!(
                "`{name}` of the register belongs to another organ than the issuer; write its full name, or add it"
            ),
        ),
        (Some(now), Some(day)) if is_of_another_time => Message::new(
            format!("`{name}`在{day}不是机构名录里的名称，应为`{now}`；请改用当时的名称"),
            format!("`{name}` was no name in the register on {day}, expected `{now}`; use the name of that day"),
        ),
        (Some(nearest), _) => Message::new(
            format!("机构名录里没有`{name}`，最接近的是`{nearest}`；请核对名称，或补入名录"),
            format!("the register has no `{name}`, the nearest is `{nearest}`; confirm the name, or add it"),
        ),
        (None, _) => Message::new(
            format!("机构名录里没有`{name}`；请核对名称，或补入名录"),
            format!("the register has no `{name}`; confirm the name, or add it"),
        ),
    };
    Finding {
        pointer: Some(format!("/units/{index}")),
        place: uses.first().and_then(|related| related.place.clone()),
        subject: Some(name.clone()),
        expected: nearest.filter(|_| valid == 0).map(str::to_owned),
        found: Some(name.clone()),
        related: uses,
        ..UNIT_NOT_REGISTERED.finding(message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CheckSettings, Plan, Register};

    /// What is said of units under a register.
    fn said(names: &[&str], issued: Option<&str>, register: &str) -> Vec<String> {
        let mut plan = Plan::new("计划".parse().unwrap());
        plan.units = names.iter().copied().map(Unit::new).collect();
        plan.head.issued_on = issued.and_then(govplan_time::parse_iso_date);
        let register = Register::from_json(register.as_bytes()).unwrap();
        let index = register.index();
        let settings = CheckSettings { register: Some(&index), ..CheckSettings::default() };
        let findings = check(&Context::new(&plan, &settings));
        findings.into_iter().map(|finding| finding.message.en).collect()
    }

    #[test]
    fn a_name_is_known_near_of_another_time_or_of_several() {
        let register = r#"{"govplan": "1.0", "organs": [
            {"id": "czj", "names": [{"name": "市财政局", "from": "2019-01-01"}, {"name": "市财政委", "to": "2018-12-31"}]},
            {"id": "fy", "names": [{"name": "城东街道办事处"}, {"name": "街道办", "kind": "abbreviation"}]},
            {"id": "bgs", "kind": "internal_office", "names": [{"name": "办公室"}], "parents": [{"organ": "czj"}]},
            {"id": "fe", "names": [{"name": "城西街道办事处"}, {"name": "街道办", "kind": "abbreviation"}]}]}"#;
        let cases: [(&str, &str); 6] = [
            (
                "办公室",
                "`办公室` of the register belongs to another organ than the issuer; write its full name, or add it",
            ),
            ("市财政局", ""),
            ("市财证局", "the register has no `市财证局`, the nearest is `市财政局`; confirm the name, or add it"),
            (
                "市财政委",
                "`市财政委` was no name in the register on 2020-01-01, expected `市财政局`; use the name of that day",
            ),
            ("街道办", "the register has 2 organs of the name `街道办`; write its full name"),
            ("体育运动服务中心", "the register has no `体育运动服务中心`; confirm the name, or add it"),
        ];
        for (name, expected) in cases {
            assert_eq!(said(&[name], Some("2020-01-01"), register).join(""), expected, "{name}");
        }
    }

    #[test]
    fn several_units_and_offices_that_no_register_lists_are_left_alone() {
        let mut plan = Plan::new("计划".parse().unwrap());
        let office = Unit { kind: Some(UnitKind::InternalOffice), ..Unit::new("人事科") };
        let collective = Unit { collective: crate::collective("各科室"), ..Unit::new("各科室") };
        plan.units = vec![office, collective];
        let count = |register: &str| {
            let register = Register::from_json(register.as_bytes()).unwrap();
            let index = register.index();
            let settings = CheckSettings { register: Some(&index), ..CheckSettings::default() };
            check(&Context::new(&plan, &settings)).len()
        };
        assert_eq!(count(r#"{"govplan": "1.0", "organs": [{"id": "jtj", "names": [{"name": "市教体局"}]}]}"#), 0);
        let offices = r#"{"govplan": "1.0", "organs": [{"id": "bgs", "kind": "internal_office", "names": [{"name": "办公室"}]}]}"#;
        assert_eq!(count(offices), 1);
    }
}
