//! What in a register cannot be.

use super::{DatedReference, NameKind, Register, RegisterFlaw, RegisteredOrgan};
use crate::organ::organ_functions;
use crate::{Message, OrganId, UnitKind};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn flaws(register: &Register) -> Vec<RegisterFlaw> {
    let mut ids: BTreeMap<&OrganId, usize> = BTreeMap::new();
    for (index, organ) in register.organs.iter().enumerate() {
        ids.entry(&organ.id).or_insert(index);
    }
    let functions: BTreeSet<&str> = organ_functions().collect();
    let mut judge = Judge { register, ids, functions, flaws: Vec::new() };
    for (index, organ) in register.organs.iter().enumerate() {
        judge.organ(index, organ);
    }
    judge.flaws
}

struct Judge<'r> {
    register: &'r Register,
    ids: BTreeMap<&'r OrganId, usize>,
    functions: BTreeSet<&'static str>,
    flaws: Vec<RegisterFlaw>,
}

/// First and last day of something.
type Span = (Option<NaiveDate>, Option<NaiveDate>);

impl<'r> Judge<'r> {
    fn organ(&mut self, index: usize, organ: &'r RegisteredOrgan) {
        let at = format!("/organs/{index}");
        if self.ids.get(&organ.id) != Some(&index) {
            let id = organ.id.as_str();
            self.flaw(
                format!("{at}/id"),
                id,
                None,
                [
                    format!("标识`{id}`重复，每个机构应有自己的标识"),
                    format!("id `{id}` stands twice, expected one of its own for each organ"),
                ],
            );
        }
        self.names(&at, organ);
        self.span(&at, "abolished_on", (organ.founded_on, organ.abolished_on));
        self.parents(&at, organ);
        self.codes(&at, organ);
        for (n, successor) in organ.successors.iter().enumerate() {
            self.reference(format!("{at}/successors/{n}/organ"), organ, &successor.organ);
        }
        let may_have_members = matches!(organ.kind, Some(UnitKind::Collective | UnitKind::Committee));
        if !organ.members.is_empty() && !may_have_members {
            self.flaw(
                format!("{at}/members"),
                organ.name_on(None),
                Some("collective"),
                [
                    "只有集合单位（collective）和议事协调机构（committee）有成员，请写明 kind".to_owned(),
                    "only a collective or a committee has members, say so in `kind`".to_owned(),
                ],
            );
        }
        for (n, member) in organ.members.iter().enumerate() {
            self.span(&format!("{at}/members/{n}"), "to", (member.from, member.to));
            self.reference(format!("{at}/members/{n}/organ"), organ, &member.organ);
        }
    }

    fn names(&mut self, at: &str, organ: &RegisteredOrgan) {
        if !organ.names.iter().any(|name| name.kind == NameKind::Official) {
            self.flaw(
                format!("{at}/names"),
                organ.id.as_str(),
                Some("official"),
                [
                    "没有正式名称，应至少有一个 kind 为 official（或不写 kind）的名称".to_owned(),
                    "no official name, expected one at least whose `kind` is `official` or left out".to_owned(),
                ],
            );
        }
        let mut spans: Vec<(usize, Span)> = Vec::new();
        for (n, name) in organ.names.iter().enumerate() {
            self.span(&format!("{at}/names/{n}"), "to", (name.from, name.to));
            if name.kind == NameKind::Official {
                spans.push((n, (name.from, name.to)));
            }
        }
        for n in overlapping(spans) {
            let name = organ.names.get(n).map_or("", |name| &name.name);
            self.flaw(
                format!("{at}/names/{n}"),
                name,
                None,
                [
                    format!("`{name}`与另一个正式名称同时有效，应写明起止日期，或改为别称（alias）"),
                    format!(
                        "`{name}` is official at the same time as another name, give their dates or make it an `alias`"
                    ),
                ],
            );
        }
    }

    fn parents(&mut self, at: &str, organ: &'r RegisteredOrgan) {
        for (n, parent) in organ.parents.iter().enumerate() {
            self.span(&format!("{at}/parents/{n}"), "to", (parent.from, parent.to));
            self.reference(format!("{at}/parents/{n}/organ"), organ, &parent.organ);
        }
        let spans = organ.parents.iter().enumerate().map(|(n, parent)| (n, (parent.from, parent.to))).collect();
        for n in overlapping(spans) {
            let id = organ.parents.get(n).map_or("", |parent| parent.organ.as_str());
            self.flaw(
                format!("{at}/parents/{n}"),
                id,
                None,
                [
                    format!("`{id}`与另一个上级机构同时有效，应写明起止日期"),
                    format!("`{id}` stands above it at the same time as another organ, give their dates"),
                ],
            );
        }
        if self.is_above_itself(organ) {
            let id = organ.id.as_str();
            self.flaw(
                format!("{at}/parents"),
                id,
                None,
                [
                    format!("`{id}`逐级向上又回到自身，上级机构不应成环"),
                    format!("the organs above `{id}` lead back to it, expected no circle"),
                ],
            );
        }
    }

    /// Whether the organs that stand above it now lead back to it.
    fn is_above_itself(&self, organ: &'r RegisteredOrgan) -> bool {
        let mut seen = BTreeSet::new();
        let mut above = organ;
        while let Some(next) = above.parents.iter().rev().find(|parent| is_current(parent)) {
            // An organ above itself alone is told where it names itself.
            if next.organ == organ.id {
                return !seen.is_empty();
            }
            let Some(parent) = self.ids.get(&next.organ).and_then(|index| self.register.organs.get(*index)) else {
                break;
            };
            if !seen.insert(&next.organ) {
                break;
            }
            above = parent;
        }
        false
    }

    fn codes(&mut self, at: &str, organ: &RegisteredOrgan) {
        if let Some(code) = organ.code.as_ref().filter(|code| !code.is_consistent()) {
            let (found, check) = (code.as_str(), code.check_character());
            self.flaw(format!("{at}/code"), found, Some(&check.to_string()), [
                format!("统一社会信用代码`{found}`的校验码不对，按前17位应为`{check}`（GB 32100-2015）"),
                format!("the check character of credit code `{found}` is wrong, its first 17 ask for `{check}` (GB 32100-2015)"),
            ]);
        }
        if let Some(code) = organ.division.as_ref().filter(|code| !code.is_consistent()) {
            let found = code.as_str();
            self.flaw(format!("{at}/division"), found, None, [
                format!("`{found}`不是行政区划代码，应为省2位、市2位、县2位（GB/T 2260-2007）"),
                format!("`{found}` is no division code, expected two digits each for province, city and county (GB/T 2260-2007)"),
            ]);
        }
        if let Some(function) = organ.function.as_deref().filter(|function| !self.functions.contains(function)) {
            let likeness = |other: &&str| strsim::normalized_levenshtein(function, other);
            let nearest = self.functions.iter().copied().max_by(|one, other| likeness(one).total_cmp(&likeness(other)));
            self.flaw(
                format!("{at}/function"),
                function,
                nearest,
                [
                    format!("没有职能类型`{function}`，最接近的是`{}`", nearest.unwrap_or_default()),
                    format!("no functional type `{function}`, the nearest is `{}`", nearest.unwrap_or_default()),
                ],
            );
        }
    }

    fn span(&mut self, at: &str, field: &str, (from, to): Span) {
        if let (Some(from), Some(to)) = (from, to)
            && from > to
        {
            let from = from.to_string();
            self.flaw(
                format!("{at}/{field}"),
                &to.to_string(),
                Some(&from),
                [format!("止于{to}，早于起始日{from}"), format!("ends on {to}, before it begins on {from}")],
            );
        }
    }

    fn reference(&mut self, at: String, organ: &RegisteredOrgan, other: &OrganId) {
        let id = other.as_str();
        if other == &organ.id {
            self.flaw(
                at,
                id,
                None,
                [format!("`{id}`指向自身，应为另一个机构"), format!("`{id}` is the organ itself, expected another")],
            );
        } else if !self.ids.contains_key(other) {
            self.flaw(
                at,
                id,
                None,
                [
                    format!("名录中没有标识为`{id}`的机构，应为名录中某机构的标识"),
                    format!("no organ `{id}` in the register, expected the id of one"),
                ],
            );
        }
    }

    fn flaw(&mut self, pointer: String, found: &str, expected: Option<&str>, [zh, en]: [String; 2]) {
        let (found, expected) = (found.to_owned(), expected.map(str::to_owned));
        self.flaws.push(RegisterFlaw { pointer, message: Message::new(zh, en), found, expected });
    }
}

fn is_current(reference: &DatedReference) -> bool {
    reference.to.is_none()
}

/// Which of the spans begin before one that begins no later has ended.
fn overlapping(mut spans: Vec<(usize, Span)>) -> Vec<usize> {
    spans.sort_by_key(|(_, (from, _))| *from);
    let mut found = Vec::new();
    let mut last: Option<Option<NaiveDate>> = None;
    for (n, (from, to)) in spans {
        let ends_later = match (last, from) {
            (None, _) => false,
            (Some(None), _) | (_, None) => true,
            (Some(Some(last)), Some(from)) => last >= from,
        };
        if ends_later {
            found.push(n);
        }
        last = Some(match last {
            Some(last) => last.zip(to).map(|(last, to)| last.max(to)),
            None => to,
        });
    }
    found
}
