use super::charge::{answers, charges};
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Related, Severity, known_organ};
use std::collections::BTreeMap;

pub(in crate::check) static HIGHER_ORGAN: Rule = Rule {
    code: "GP316",
    name: "higher-organ",
    severity: Severity::Note,
    layer: Layer::Responsibility,
    summary: RuleText { zh: "给上级机关派了任务", en: "work asked of an organ above the issuer" },
    explanation: RuleText {
        zh: "由牵头、责任或落实单位的名称看，其层级高于发文机关（县的计划写了省级部门，乡镇的计划写了县委部门）；派驻的分局、支队等和配合、督导单位不算；同一单位合并提示一次",
        en: "by its name a unit that leads, answers or carries out is of a higher level than the issuer (a department of the province in a county's plan, of the county's party committee in a township's); branches, and units that cooperate or supervise, are none; each unit is said once",
    },
    rationale: RuleText {
        zh: "下级机关不能给上级部门派任务，多半是照抄上级文件时没有改成本级",
        en: "an organ cannot charge those above it; most often the text was copied from the higher plan",
    },
    failing: r#"{"head": {"title": "关于印发工作要点的通知", "issuers": ["大竹县人民政府"]}, "units": [{"name": "省教育厅"}], "directives": [{"id": "n1", "text": "组织培训。", "assignments": [{"unit": "省教育厅", "role": "lead"}]}]}"#,
    passing: r#"{"head": {"title": "关于印发工作要点的通知", "issuers": ["大竹县人民政府"]}, "units": [{"name": "县教育局"}, {"name": "省教育厅"}], "directives": [{"id": "n1", "text": "组织培训。", "assignments": [{"unit": "县教育局", "role": "lead"}, {"unit": "省教育厅", "role": "supervising"}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

/// Level of government, the lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Town,
    County,
    City,
    Province,
    State,
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let issuers = context.plan.head.issuers.iter().map(|issuer| issuer_level(issuer));
    // One issuer whose level is not told may be above all.
    let Some(level) = issuers.collect::<Option<Vec<Level>>>().and_then(|levels| levels.into_iter().max()) else {
        return Vec::new();
    };
    let mut findings: Vec<Finding> = Vec::new();
    let mut said: BTreeMap<&str, usize> = BTreeMap::new();
    let mut levels: BTreeMap<&str, bool> = BTreeMap::new();
    for charge in charges(context) {
        for (index, assignment) in charge.own().filter(|(_, assignment)| answers(assignment.role)) {
            let unit = assignment.unit.as_str();
            if !*levels.entry(unit).or_insert_with(|| unit_level(unit).is_some_and(|higher| higher > level)) {
                continue;
            }
            if let Some(finding) = said.get(unit).and_then(|index| findings.get_mut(*index)) {
                let place = assignment.place.as_ref().or(charge.place).cloned();
                finding.related.push(Related::new(Some(charge.at(index)), place, None));
                continue;
            }
            let message = Message::new(
                format!("`{unit}`的层级高于发文机关，不受其派任务；请改为本级单位，或核对名称"),
                format!(
                    "`{unit}` is above the issuer, who cannot charge it; name a unit of this level, or see whether the name is right"
                ),
            );
            said.insert(unit, findings.len());
            findings.push(charge.finding(&HIGHER_ORGAN, Some(index), message, unit.to_owned()));
        }
    }
    findings
}

/// The level of an issuer by its full name: the last place named in it.
fn issuer_level(name: &str) -> Option<Level> {
    if name.starts_with("国务院") || name.starts_with("中共中央") {
        return Some(Level::State);
    }
    // Zones are of any level, and so is what names no place.
    if ["开发区", "新区", "园区", "示范区", "管理区", "矿区", "林区"].iter().any(|zone| name.contains(zone))
    {
        return None;
    }
    let characters: Vec<char> = name.chars().collect();
    let mut level = None;
    for (at, character) in characters.iter().enumerate().skip(1) {
        let before = at.checked_sub(1).and_then(|at| characters.get(at));
        let after = characters.get(at + 1);
        let is_town = after.is_none_or(|next| matches!(next, '人' | '委' | '党' | '政'));
        let found = match character {
            '省' => Some(Level::Province),
            '区' if before == Some(&'治') => Some(Level::Province),
            '区' if before == Some(&'社') => None,
            '市' if before == Some(&'城') || after == Some(&'场') => None,
            '市' | '盟' => Some(Level::City),
            '州' if at > 1 => Some(Level::City),
            '县' | '区' | '旗' => Some(Level::County),
            '镇' | '乡' if is_town => Some(Level::Town),
            _ => None,
        };
        level = found.or(level);
    }
    level
}

/// The level of a unit whose name a table holds, with the name of its place or without; absent where its name does not
/// tell.
fn unit_level(name: &str) -> Option<Level> {
    let Some(organ) = known_organ(name) else { return of_party(name).or_else(|| of_place(name)) };
    match organ.level {
        Some(level) => level_of(level),
        None => {
            let is_ministry =
                name.ends_with(['部', '署']) || ["中央", "国务院", "国家"].iter().any(|state| name.starts_with(state));
            (organ.is_central && !organ.is_local && is_ministry).then_some(Level::State)
        }
    }
}

fn level_of(character: char) -> Option<Level> {
    match character {
        '省' => Some(Level::Province),
        '市' | '州' | '盟' => Some(Level::City),
        '县' | '区' | '旗' => Some(Level::County),
        '镇' => Some(Level::Town),
        _ => None,
    }
}

/// The level of an organ of a party committee: 县委宣传部.
fn of_party(name: &str) -> Option<Level> {
    let mut characters = name.chars();
    let level = level_of(characters.next()?)?;
    let organ = characters.as_str().strip_prefix('委')?;
    organ.ends_with(['部', '办', '室', '委', '会', '校']).then_some(level)
}

/// The level of an organ behind the full name of its place: 达州市民政局.
fn of_place(name: &str) -> Option<Level> {
    let place = name.char_indices().skip(2).filter_map(|(at, character)| {
        let level = level_of(character)?;
        known_organ(name.get(at..)?)?.level.filter(|printed| *printed == character)?;
        Some(level)
    });
    place.last()
}

#[cfg(test)]
mod tests {
    use super::super::charge::plan_of;
    use super::*;
    use crate::Role;

    #[test]
    fn the_level_of_an_issuer_is_that_of_the_last_place_in_its_name() {
        let cases = [
            ("国务院办公厅", Some(Level::State)),
            ("甘肃省人民政府办公厅", Some(Level::Province)),
            ("广西壮族自治区人民政府", Some(Level::Province)),
            ("广州市人民政府", Some(Level::City)),
            ("济宁市兖州区教育和体育局", Some(Level::County)),
            ("海原县城市管理局", Some(Level::County)),
            ("临泽县乡村振兴局", Some(Level::County)),
            ("宣州区市场监管局", Some(Level::County)),
            ("中共海原县红羊乡委员会", Some(Level::Town)),
            ("某经济技术开发区管委会", None),
            ("教育局", None),
        ];
        for (name, expected) in cases {
            assert_eq!(issuer_level(name), expected, "{name}");
        }
    }

    #[test]
    fn branches_and_organs_of_the_level_are_not_said() {
        let cases = [
            ("大竹县人民政府", "省财政厅", 1),
            ("大竹县人民政府", "市公安局", 1),
            ("大竹县人民政府", "财政部", 1),
            ("大竹县人民政府", "市生态环境局大竹分局", 0),
            ("大竹县人民政府", "县财政局", 0),
            ("大竹县人民政府", "人民银行", 0),
            ("长葛市人民政府", "市公安局", 0),
            ("国务院", "省财政厅", 0),
            ("中共海原县红羊乡委员会", "县委宣传部", 1),
            ("大竹县人民政府", "县委宣传部", 0),
            ("大竹县人民政府", "达州市民政局", 1),
            ("长葛市人民政府", "长葛市民政局", 0),
            ("大竹县人民政府", "重庆市场监管局", 0),
            ("教育局", "省财政厅", 0),
        ];
        for (issuer, unit, expected) in cases {
            let mut plan = plan_of(&[&[(unit, Role::Lead)], &[(unit, Role::Responsible)]]);
            plan.head.issuers = vec![issuer.to_owned()];
            let findings = check(&Context::usual(&plan));
            assert_eq!(findings.len(), expected, "{issuer} {unit}");
            assert!(findings.iter().all(|finding| finding.related.len() == 1));
        }
    }
}
