//! Organs that running text tells to act: 由民政部牵头，财政部配合; 各省级人民政府要…; 国家卫生健康委推行….

use super::list::{Listed, is_unit_name, split_list};
use super::phrase::parted;
use crate::draft::Party;
use crate::vocabulary::{closing_role, role_of_predicate, unit_kind_of};
use govplan_core::{Closure, Origin, Role, collective, known_organ};
use govplan_document::Text;

/// Words that tell a subject what to do.
const MODALS: [&str; 6] = ["要", "应当", "应", "须", "必须", "需"];

/// The organs that a text tells to act: those behind 由, else the subjects of its clauses.
pub(crate) fn told(text: &Text) -> Vec<Party> {
    let behind = entrusted(text);
    if behind.is_empty() { subjects(text) } else { behind }
}

/// The subjects of the first sentence that has any: the one that it begins with, and those of its further clauses that a
/// modal verb or one of responsibility follows.
fn subjects(text: &Text) -> Vec<Party> {
    let content = text.as_str();
    let mut found: Vec<Party> = Vec::new();
    let mut start = 0;
    for (at, mark) in content.match_indices(['，', '。', '；', '：']).chain([(content.len(), "")]) {
        for party in subject(&text.slice(start..at).trim(), start == 0) {
            if found.iter().all(|said| said.unit != party.unit) {
                found.push(party);
            }
        }
        start = at + mark.len();
    }
    found
}

/// Organs behind 由, with those of the groups that follow: 由民政部牵头，财政部配合.
fn entrusted(text: &Text) -> Vec<Party> {
    let content = text.as_str();
    let mut parties = Vec::new();
    for (at, word) in content.match_indices('由') {
        let start = at + word.len();
        let end =
            start + content.get(start..).and_then(|rest| rest.find(['。', '；', ';'])).unwrap_or(content.len() - start);
        let groups = parted(content.get(start..end).unwrap_or_default());
        let found = groups.into_iter().map(|group| closed_group(text, start + group.start, start + group.end));
        parties.extend(found.take_while(|found| !found.is_empty()).flatten());
    }
    parties
}

/// The organs of a group that a verb closes (民政部、教育部分别牵头), or that begins with their names (民政部会同教育部制定…).
fn closed_group(text: &Text, start: usize, end: usize) -> Vec<Party> {
    let group = text.slice(start..end);
    if let Some((length, role)) = closing_role(group.as_str()) {
        let list = group.slice(0..group.as_str().len() - length);
        if is_list_of_organs(&list) {
            return parties(split_list(&list), role);
        }
    }
    let jointly = joint(&group);
    if jointly.is_empty() {
        let names = leading_names(group.as_str());
        return parties(split_list(&group.slice(0..names)), Role::Responsible);
    }
    jointly
}

/// The organs of a group that begins with some who act together with others (发展改革委会同财政部研究提出方案); none where
/// it does not begin so.
pub(super) fn joint(group: &Text) -> Vec<Party> {
    let content = group.as_str();
    if !content.contains("会同") {
        return Vec::new();
    }
    let start = if content.starts_with('由') { '由'.len_utf8() } else { 0 };
    let names = start + leading_names(content.get(start..).unwrap_or_default());
    let Some(at) = content.get(..names).and_then(|names| names.find("会同")) else { return Vec::new() };
    let mut found = parties(split_list(&group.slice(start..at)), Role::Lead);
    found.extend(parties(split_list(&group.slice(at + "会同".len()..names)), Role::Cooperating));
    found
}

/// The subject of a clause, where that is a list of organs: before a modal verb or one of responsibility any, at the head
/// of a text also such as the table of organs holds. All of the list must be organs, else none is taken.
fn subject(text: &Text, is_first: bool) -> Vec<Party> {
    let content = text.as_str();
    let begin =
        ["请", "责成"].iter().find_map(|word| content.strip_prefix(word)).map_or(0, |rest| content.len() - rest.len());
    let clause = content.get(begin..).unwrap_or_default();
    let role = |from: usize| clause.get(from..).and_then(role_of_predicate);
    // 甲会同乙…: the first acts, the second takes part.
    if let Some((at, word)) = clause.match_indices("会同").next()
        && let before = clause.get(..at).unwrap_or_default()
        && let names = MODALS.iter().find_map(|modal| before.strip_suffix(modal)).unwrap_or(before).len()
        && is_list_of_organs(&text.slice(begin..begin + names))
    {
        let beside = at + word.len();
        let length = leading_names(clause.get(beside..).unwrap_or_default());
        let first = role(beside + length).unwrap_or(Role::Lead);
        let mut found = parties(split_list(&text.slice(begin..begin + names)), first);
        found.extend(parties(split_list(&text.slice(begin + beside..begin + beside + length)), Role::Cooperating));
        return found;
    }
    for verb in [MODALS.as_slice(), &["牵头", "负责", "于", "将"]].concat() {
        // 各牵头单位 and 分管负责人 hold no verb.
        let is_verb = |at: &usize| {
            let rest = clause.get(at + verb.len()..).unwrap_or_default();
            !["人", "单位", "部门", "科室", "处室"].iter().any(|noun| rest.starts_with(noun))
        };
        if let Some(at) = clause.find(verb).filter(is_verb)
            && is_list_of_organs(&text.slice(begin..begin + at))
        {
            return parties(split_list(&text.slice(begin..begin + at)), role(at).unwrap_or(Role::Responsible));
        }
    }
    let names = if is_first { leading_names(clause) } else { 0 };
    // A sentence that is nothing but names orders nothing.
    if names == 0 || clause.get(names..).is_none_or(|verb| verb.chars().count() < 2) {
        return Vec::new();
    }
    parties(split_list(&text.slice(begin..begin + names)), role(names).unwrap_or(Role::Responsible))
}

fn is_list_of_organs(list: &Text) -> bool {
    let list = split_list(list);
    !list.is_empty() && list.iter().all(|listed| is_organ(&listed.unit))
}

/// Where the list of known organs ends that a text begins with; 0 where it begins with none.
fn leading_names(text: &str) -> usize {
    let mut end = 0;
    loop {
        let from = text.get(end..).unwrap_or_default();
        let separator = ["、", "和", "及", "会同"].iter().find(|word| end > 0 && from.starts_with(**word));
        let start = match separator {
            Some(word) => end + word.len(),
            None if end == 0 => 0,
            None => break,
        };
        // A list that goes on with something else is none of organs.
        let Some(length) = known_name(text.get(start..).unwrap_or_default()) else { return 0 };
        end = start + length;
    }
    let rest = text.get(end..).unwrap_or_default();
    match rest.strip_prefix("等") {
        Some(open) if end > 0 => {
            let noun = ["有关部门和单位", "有关部门", "部门和单位", "部门", "单位"]
                .iter()
                .find(|noun| open.starts_with(**noun));
            end + "等".len() + noun.map_or(0, |noun| noun.len())
        }
        _ => end,
    }
}

/// Characters of the longest name in the table of organs.
const NAME_LENGTH: usize = 24;

/// The length of the longest known name that a text begins with. A name that goes on (财政部 in 财政部门) is none.
fn known_name(text: &str) -> Option<usize> {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(NAME_LENGTH);
    let is_vague =
        |name: &str| name.trim_start_matches("国务院").starts_with(['有', '相']) && unit_kind_of(name).is_some();
    let is_name = |name: &str| {
        known_organ(name).is_some()
            || collective(name).is_some_and(|collective| collective.ranges_over.is_some() || is_vague(name))
    };
    let known = ends.filter(|end| text.get(..*end).is_some_and(is_name));
    let end = known.last()?;
    let goes_on = text.get(end..).is_some_and(|rest| rest.starts_with(['门', '长', '队', '员', '内', '级']));
    (!goes_on).then_some(end)
}

/// Whether a name is that of an organ; an expression that points back at the plan (各责任单位) names nobody.
fn is_organ(name: &str) -> bool {
    match collective(name) {
        Some(collective) => collective.closure != Closure::SelfReference,
        None => unit_kind_of(name).is_some() && is_unit_name(name),
    }
}

fn parties(list: Vec<Listed>, role: Role) -> Vec<Party> {
    let party = |listed: Listed| Party {
        unit: listed.unit,
        raw: listed.raw,
        role,
        origin: Origin::Text,
        inherited: false,
        open_list: listed.open,
    };
    list.into_iter().map(party).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use govplan_core::Place;

    fn said(text: &str) -> Vec<(String, Role)> {
        let text = Text::new(text, Place::in_line(1, 1, text.chars().count()));
        told(&text).into_iter().map(|party| (party.unit, party.role)).collect()
    }

    #[test]
    fn organs_in_running_text_are_those_told_to_act() {
        use Role::{Cooperating, Lead, Responsible, Supervising};
        for (text, expected) in [
            (
                "建立机制，由市场监管总局牵头，公安部、司法部配合，6月底前完成。",
                vec![("市场监管总局", Lead), ("公安部", Cooperating), ("司法部", Cooperating)],
            ),
            ("由教育部会同财政部制定具体办法。", vec![("教育部", Lead), ("财政部", Cooperating)]),
            ("由发展改革委会同有关部门研究提出方案。", vec![("发展改革委", Lead), ("有关部门", Cooperating)]),
            ("各省级人民政府要加强统筹。", vec![("各省级人民政府", Responsible)]),
            ("国务院办公厅适时对落实情况开展督查。", vec![("国务院办公厅", Supervising)]),
            ("市污染防治攻坚办牵头建立联席会议制度。", vec![("市污染防治攻坚办", Lead)]),
            (
                "市政府督查室会同市生态环境局开展督查。",
                vec![("市政府督查室", Supervising), ("市生态环境局", Cooperating)],
            ),
            ("国家卫生健康委推行电子证照。", vec![("国家卫生健康委", Responsible)]),
            ("请科技部、财政部等部门研究提出意见。", vec![("科技部", Responsible), ("财政部", Responsible)]),
            ("财政部门加大投入。", vec![("财政部门", Responsible)]),
            ("由县发改委牵头、县招商局配合，引进企业。", vec![("县发改委", Lead), ("县招商局", Cooperating)]),
            ("各镇召开动员大会，张贴通告。", vec![("各镇", Responsible)]),
            ("请县环保局会同县气象局每日通报火点。", vec![("县环保局", Lead), ("县气象局", Cooperating)]),
            ("县农委负责技术指导；县财政局负责落实补助。", vec![("县农委", Responsible), ("县财政局", Responsible)]),
            ("请各单位于7月16日前将分管负责人名单报县水利局。", vec![("各单位", Responsible)]),
            ("各牵头单位要认真研究。", vec![("各牵头单位", Responsible)]),
            ("由于历史原因，各责任单位要抓紧整改。", vec![]),
            ("海关、税务数据要共享。", vec![]),
        ] {
            let expected: Vec<_> = expected.into_iter().map(|(unit, role)| (unit.to_owned(), role)).collect();
            assert_eq!(said(text), expected, "{text}");
        }
    }
}
