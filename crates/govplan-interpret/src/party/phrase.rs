//! A phrase of responsibility: groups of organs, each closed by its verb or opened by its label, with deadlines among them.
//!
//! ```text
//! phrase   := labelled | verbal
//! labelled := (LABEL "：" units)*                责任单位：…；完成时限：…
//! verbal   := group ("，" group)*                A、B牵头，C配合，6月底前完成
//! group    := units ("会同" units)? VERB
//! ```

use super::list::{Listed, is_list, is_list_of_known, is_unit_name, split_list};
use crate::vocabulary::{Column, closing_role, field_label, rule_of};
use govplan_core::{Origin, Person, Role, before_post, collective};
use govplan_document::Text;
use govplan_time::Context;
use std::ops::Range;

use super::running::joint;
use crate::draft::Party;

/// What a phrase or a cell says.
#[derive(Debug, Default)]
pub(crate) struct Parties {
    pub(crate) parties: Vec<Party>,
    /// Parts that name no organ: deadlines, remarks.
    pub(crate) others: Vec<Text>,
    /// Rules for what follows, as printed.
    pub(crate) rules: Vec<Text>,
    /// Parts behind a deadline's own label.
    pub(crate) deadlines: Vec<Text>,
    pub(crate) persons: Vec<Person>,
    /// Whether a verb or a label gave a role: what tells a phrase from any text in brackets.
    pub(crate) has_role: bool,
    /// Whether the text is made of fields with labels.
    pub(crate) is_labelled: bool,
}

/// Reads a cell or phrase; organs that no verb or label gives a role get the one of the column.
pub(crate) fn parse(text: &Text, default: Option<Role>, origin: Origin) -> Parties {
    let mut parties = Parties::default();
    if !labelled(text, origin, &mut parties) {
        verbal(text, default, origin, &mut parties);
    }
    parties
}

/// Reads fields with labels, if the text is made of them.
fn labelled(text: &Text, origin: Origin, into: &mut Parties) -> bool {
    let content = text.as_str();
    let mut fields: Vec<(Range<usize>, Column)> = Vec::new();
    for (at, colon) in content.match_indices(['：', ':']) {
        let from = fields.last().map_or(0, |(label, _)| label.end);
        let before = content.get(from..at).unwrap_or_default();
        let Some((length, field)) = field_label(before.trim_end()) else { continue };
        let label = before.trim_end().len() - length;
        // A few characters before a known label, at the start of a part, belong to it: 县级责任单位.
        let part = before
            .rfind(|c: char| c.is_whitespace() || "，,；;。、".contains(c))
            .map_or(0, |mark| mark + before.get(mark..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8));
        let extra = before.get(part..label).unwrap_or_default();
        let is_apart = part > 0 || from == 0;
        let start = if is_apart && extra.chars().count() <= LABEL_PREFIX { part.min(label) } else { label };
        fields.push((from + start..at + colon.len(), field));
    }
    if fields.first().is_none_or(|(label, _)| label.start != 0) {
        return false;
    }
    let ends = fields.iter().skip(1).map(|(label, _)| label.start).chain([content.len()]).collect::<Vec<_>>();
    for ((label, field), end) in fields.into_iter().zip(ends) {
        let body = trimmed(text, label.end..end);
        match field {
            Column::Unit(role) => verbal(&body, Some(role), origin, into),
            Column::Deadline => into.deadlines.push(body),
            Column::Person(role) => into.persons.extend(persons(body.as_str(), role)),
            _ => into.others.push(body),
        }
    }
    into.has_role = true;
    into.is_labelled = true;
    true
}

/// How many characters before a known label may belong to it.
const LABEL_PREFIX: usize = 3;

/// Reads groups closed by verbs; those that no verb closes have the role of their column or label.
fn verbal(text: &Text, default: Option<Role>, origin: Origin, into: &mut Parties) {
    let content = text.as_str();
    let mut pending: Vec<Range<usize>> = Vec::new();
    let mut has_verb = false;
    for group in groups(content, into, text) {
        let printed = content.get(group.clone()).unwrap_or_default().trim_end();
        // 年内持续推进 ends like a verb of responsibility, but it is a time.
        let found = closing_role(printed).filter(|_| !begins_with_time(printed));
        let Some((length, role)) = found else {
            // 甲会同乙研究提出方案 ends in what is to be done.
            let is_cell = default.is_some() && origin == Origin::Column;
            let jointly = if is_cell { Vec::new() } else { joint(&text.slice(group.clone())) };
            if jointly.is_empty() {
                pending.push(group);
            } else {
                has_verb |= default.is_none();
                into.parties.extend(jointly.into_iter().map(|party| Party { origin, ..party }));
            }
            continue;
        };
        has_verb = true;
        let units = group.start..group.start + printed.len() - length;
        let start = pending.drain(..).next().map_or(units.start, |first| first.start);
        into.add_group(text, start..units.end, role, origin);
    }
    into.has_role |= has_verb;
    for group in pending {
        let (rest, range) = (trimmed(text, group.clone()), group);
        let names = default.filter(|_| !has_verb && (origin == Origin::Column || !begins_with_time(rest.as_str())));
        match names {
            Some(role) => into.add_group(text, range, role, origin),
            None => into.others.push(rest),
        }
    }
}

/// Whether a phrase without a verb or label still names who is responsible: lists of organs, with or without a time
/// (市教育局、财政局，6月底前). One name alone must be a known one, for any word in brackets may end like an organ's.
pub(crate) fn is_bare_phrase(text: &str) -> bool {
    let groups = split(text, &['，', ',', '；', ';', '。']);
    let printed = |group: &Range<usize>| text.get(group.clone()).unwrap_or_default().trim();
    let (lists, others): (Vec<&str>, Vec<&str>) = groups.iter().map(printed).partition(|group| is_list(group));
    let several = lists.len() > 1 || lists.iter().any(|list| list.contains(['、', ' ']));
    let is_certain = several || lists.iter().any(|list| is_list_of_known(list));
    is_certain && others.into_iter().all(|group| begins_with_time(group) || is_rule(group))
}

/// Whether a part of a phrase begins with an expression of time.
fn begins_with_time(text: &str) -> bool {
    let lead =
        ["限", "于", "在", "拟于", "确保", "力争"].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    govplan_time::parse(lead, &Context::default()).first().is_some_and(|expression| expression.span.start == 0)
}

/// The parts of a sentence between its marks, and behind a verb that closes a group of its own (甲牵头、乙配合).
pub(super) fn parted(sentence: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    for part in split(sentence, &['，', ',', '；', ';', '\n']) {
        let mut start = part.start;
        for piece in split(sentence.get(part.clone()).unwrap_or_default(), &['、']) {
            let end = part.start + piece.end;
            let closed = sentence.get(start..end).is_some_and(|group| closing_role(group.trim_end()).is_some());
            if closed || end == part.end {
                parts.push(start..end);
                start =
                    end + sentence.get(end..part.end).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            }
        }
        if start < part.end {
            parts.push(start..part.end);
        }
    }
    parts
}

/// The groups of a phrase between its marks; rules for what follows are taken out.
fn groups(content: &str, into: &mut Parties, text: &Text) -> Vec<Range<usize>> {
    let mut kept = Vec::new();
    for sentence in split(content, &['。']) {
        let printed = content.get(sentence.clone()).unwrap_or_default();
        let mut rule: Option<Range<usize>> = None;
        for group in parted(printed) {
            let range = sentence.start + group.start..sentence.start + group.end;
            let words = printed.get(group).unwrap_or_default().trim();
            match &mut rule {
                Some(open) if is_rule(words) => open.end = range.end,
                Some(_) => kept.push(range),
                None if is_rule(words) => rule = Some(range),
                None => kept.push(range),
            }
        }
        into.rules.extend(rule.map(|rule| trimmed(text, rule)));
    }
    kept
}

impl Parties {
    /// Whether an organ or a person is named; a sentence that ends in a verb of responsibility (需要进一步落实) names none.
    pub(crate) fn names_somebody(&self) -> bool {
        !self.persons.is_empty() || self.parties.iter().any(|party| is_organ(&party.unit))
    }

    /// Adds the organs of a group; 会同 divides those who lead from those who take part.
    fn add_group(&mut self, text: &Text, range: Range<usize>, role: Role, origin: Origin) {
        let text = &trimmed(text, range);
        let range = 0..text.as_str().len();
        let printed = text.as_str();
        match printed.find("会同") {
            Some(at) => {
                self.add(&text.slice(range.start..range.start + at), Role::Lead, origin);
                self.add(&text.slice(range.start + at + "会同".len()..range.end), Role::Cooperating, origin);
            }
            None => self.add(&text.slice(range), role, origin),
        }
    }

    fn add(&mut self, list: &Text, role: Role, origin: Origin) {
        for listed in split_list(list) {
            if before_post(&listed.unit).is_some() {
                let mut person = Person::new(listed.unit);
                person.role = Some(role);
                self.persons.push(person);
                continue;
            }
            let Listed { mut unit, raw, open } = listed;
            // A role in brackets behind one name (市教育局（牵头）) is that organ's own.
            let own = unit.strip_suffix('）').and_then(|open| open.rsplit_once('（')).and_then(|(name, inner)| {
                let (length, role) = closing_role(inner)?;
                (length == inner.len()).then(|| (name.to_owned(), role))
            });
            let role = own.as_ref().map_or(role, |(_, role)| *role);
            unit = own.map_or(unit, |(name, _)| name);
            self.parties.push(Party { unit, raw, role, origin, inherited: false, open_list: open });
        }
    }
}

/// Whether a name may be that of an organ: by its ending, or as an expression for several.
fn is_organ(name: &str) -> bool {
    is_unit_name(name) || collective(name).is_some()
}

/// Whether a part of a phrase states a rule for what follows, and names nobody for this requirement.
fn is_rule(text: &str) -> bool {
    text.starts_with("以下") || text.starts_with("不再") || text.contains("下同") || rule_of(text).is_some()
}

/// The parts of a text between marks that stand outside brackets.
fn split(text: &str, marks: &[char]) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut depth = 0_usize;
    let mut start = 0;
    for (at, character) in text.char_indices() {
        match character {
            '（' | '(' | '〔' | '《' | '“' => depth += 1,
            '）' | ')' | '〕' | '》' | '”' => depth = depth.saturating_sub(1),
            _ if depth == 0 && marks.contains(&character) => {
                parts.push(start..at);
                start = at + character.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(start..text.len());
    parts.retain(|part| text.get(part.clone()).is_some_and(|printed| !printed.trim().is_empty()));
    parts
}

/// Names in a column or field for people.
pub(crate) fn persons(text: &str, role: Role) -> Vec<Person> {
    let names = text.split(|c: char| c.is_whitespace() || "、，,；;".contains(c)).filter(|name| !name.is_empty());
    names
        .map(|name| {
            let mut person = Person::new(name);
            person.role = Some(role);
            person
        })
        .collect()
}

/// A part of the text without the marks that only divide it from the next.
fn trimmed(text: &Text, range: Range<usize>) -> Text {
    let part = text.slice(range);
    let end = part.as_str().trim_end_matches(|c: char| c.is_whitespace() || "，,；;。".contains(c)).len();
    part.slice(0..end).trim()
}

#[cfg(test)]
mod tests {
    use super::*;
    use govplan_core::Place;

    fn read(text: &str, default: Option<Role>) -> Parties {
        parse(&Text::new(text, Place::in_line(1, 1, text.chars().count())), default, Origin::Phrase)
    }

    fn said(text: &str, default: Option<Role>) -> Vec<(String, Role)> {
        read(text, default).parties.into_iter().map(|party| (party.unit, party.role)).collect()
    }

    #[test]
    fn verbs_give_roles() {
        use Role::{Cooperating, Implementing, Lead, Responsible, Supervising};
        for (text, expected) in [
            ("办公室牵头，各科室配合", vec![("办公室", Lead), ("各科室", Cooperating)]),
            (
                "司法部牵头，国务院相关部门及各地区按职责分工负责",
                vec![("司法部", Lead), ("国务院相关部门", Responsible), ("各地区", Responsible)],
            ),
            ("民政部、教育部分别牵头", vec![("民政部", Lead), ("教育部", Lead)]),
            (
                "发展改革委、人民银行会同国务院相关部门按职责分工负责",
                vec![("发展改革委", Lead), ("人民银行", Lead), ("国务院相关部门", Cooperating)],
            ),
            (
                "市水务局牵头督导，市公安局，潮州供电局参与",
                vec![("市水务局", Supervising), ("市公安局", Cooperating), ("潮州供电局", Cooperating)],
            ),
            ("各县、区人民政府（管委会）负责落实", vec![("各县、区人民政府（管委会）", Implementing)]),
            (
                "牵头单位：市教育局；责任单位：市财政局、市人社局",
                vec![("市教育局", Lead), ("市财政局", Responsible), ("市人社局", Responsible)],
            ),
            ("协同责任单位：区教育局", vec![("区教育局", Cooperating)]),
            ("2018年至2020年", vec![]),
        ] {
            let expected: Vec<_> = expected.into_iter().map(|(unit, role)| (unit.to_owned(), role)).collect();
            assert_eq!(said(text, None), expected, "{text}");
        }
    }

    #[test]
    fn organs_without_a_verb_take_the_role_of_their_column() {
        assert_eq!(
            said("办公室 人事科", Some(Role::Lead)),
            [("办公室".to_owned(), Role::Lead), ("人事科".to_owned(), Role::Lead)]
        );
        assert!(said("办公室 人事科", None).is_empty());
        assert_eq!(
            said("由发展改革委会同有关部门研究提出方案", Some(Role::Responsible)),
            [("发展改革委".to_owned(), Role::Lead), ("有关部门".to_owned(), Role::Cooperating)]
        );
    }

    #[test]
    fn deadlines_and_rules_stand_apart_from_organs() {
        let parties = read("财政部牵头，审计署等按职责分工负责，6月底前出台相关政策，年内持续推进", None);
        let others: Vec<_> = parties.others.iter().map(Text::as_str).collect();
        assert_eq!(others, ["6月底前出台相关政策", "年内持续推进"]);
        assert!(parties.parties.iter().any(|party| party.open_list));

        let parties = read("市教育局负责。以下各项工作均需各县、区人民政府落实，不再列出", None);
        assert_eq!(parties.parties.len(), 1);
        assert_eq!(
            parties.rules.iter().map(Text::as_str).collect::<Vec<_>>(),
            ["以下各项工作均需各县、区人民政府落实，不再列出"]
        );
    }

    #[test]
    fn people_never_become_organs() {
        let parties = read("牵头领导：张三；责任单位：市教育局；完成时限：6月底前", None);
        assert_eq!(parties.persons.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["张三"]);
        assert_eq!(parties.parties.len(), 1);
        assert_eq!(parties.deadlines.iter().map(Text::as_str).collect::<Vec<_>>(), ["6月底前"]);
    }
}
