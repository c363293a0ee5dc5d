//! A phrase of responsibility: groups of organs, each closed by its verb or opened by its label, with deadlines among them.
//!
//! ```text
//! phrase   := labelled | verbal
//! labelled := (LABEL "：" units)*                责任单位：…；完成时限：…
//! verbal   := group ("，" group)*                A、B牵头，C配合，6月底前完成
//! group    := units ("会同" units)? VERB
//! ```

use super::list::split_list;
use crate::vocabulary::{Column, closing_role, field_label};
use govplan_core::{Origin, Person, Role};
use govplan_document::Text;
use std::ops::Range;

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
    let marks: Vec<(usize, usize, Column)> = content
        .char_indices()
        .filter_map(|(at, _)| {
            let rest = content.get(at..)?;
            let (length, field) = field_label(rest)?;
            let colon = rest.get(length..)?.chars().next().filter(|c| matches!(c, '：' | ':'))?;
            Some((at, at + length + colon.len_utf8(), field))
        })
        .collect();
    // A label inside a longer one (责任单位 in 协同责任单位) begins no field of its own.
    let mut fields: Vec<(usize, usize, Column)> = Vec::new();
    for mark in marks {
        if fields.last().is_none_or(|last| last.1 != mark.1) {
            fields.push(mark);
        }
    }
    if fields.first().is_none_or(|first| first.0 != 0) {
        return false;
    }
    let ends = fields.iter().skip(1).map(|field| field.0).chain([content.len()]).collect::<Vec<_>>();
    for ((_, start, field), end) in fields.into_iter().zip(ends) {
        let body = trimmed(text, start..end);
        match field {
            Column::Unit(role) => into.add(&body, role, origin),
            Column::Deadline => into.deadlines.push(body),
            Column::Person(role) => into.persons.extend(persons(body.as_str(), role)),
            _ => into.others.push(body),
        }
    }
    into.has_role = true;
    true
}

/// Reads groups closed by verbs.
fn verbal(text: &Text, default: Option<Role>, origin: Origin, into: &mut Parties) {
    let mut pending: Vec<Range<usize>> = Vec::new();
    let content = text.as_str();
    let mut divided: Vec<Range<usize>> = Vec::new();
    for sentence in split(content, &['。']) {
        if is_rule(content.get(sentence.clone()).unwrap_or_default()) {
            into.rules.push(trimmed(text, sentence));
        } else {
            let groups = split(content.get(sentence.clone()).unwrap_or_default(), &['，', ',', '；', ';']);
            divided.extend(groups.into_iter().map(|group| sentence.start + group.start..sentence.start + group.end));
        }
    }
    for group in divided {
        let Some(printed) = content.get(group.clone()) else { continue };
        let printed = printed.trim_end();
        let Some((length, role)) = closing_role(printed) else {
            pending.push(group);
            continue;
        };
        into.has_role = true;
        let units = group.start..group.start + printed.len() - length;
        let start = pending.drain(..).next().map_or(units.start, |first| first.start);
        into.add_group(text, start..units.end, role, origin);
    }
    for group in pending {
        let rest = trimmed(text, group);
        if is_rule(rest.as_str()) {
            into.rules.push(rest);
            continue;
        }
        match default.filter(|_| !into.has_role) {
            Some(role) => into.add(&rest, role, origin),
            None => into.others.push(rest),
        }
    }
}

impl Parties {
    /// Adds the organs of a group; 会同 divides those who lead from those who take part.
    fn add_group(&mut self, text: &Text, range: Range<usize>, role: Role, origin: Origin) {
        let printed = text.as_str().get(range.clone()).unwrap_or_default();
        match printed.find("会同") {
            Some(at) => {
                self.add(&text.slice(range.start..range.start + at), Role::Lead, origin);
                self.add(&text.slice(range.start + at + "会同".len()..range.end), Role::Cooperating, origin);
            }
            None => self.add(&text.slice(range), role, origin),
        }
    }

    fn add(&mut self, list: &Text, role: Role, origin: Origin) {
        self.parties.extend(split_list(list).into_iter().map(|listed| Party {
            unit: listed.unit,
            raw: listed.raw,
            role,
            origin,
            inherited: false,
            open_list: listed.open,
        }));
    }
}

/// Whether a part of a phrase states a rule for what follows, and names nobody for this requirement.
fn is_rule(text: &str) -> bool {
    text.starts_with("以下")
        || ["不再列出", "不再单独列出", "不再一一列出", "下同", "第一位", "首位"].iter().any(|sign| text.contains(sign))
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
