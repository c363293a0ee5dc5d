//! A stated time held against a time limit of the law (法定期限).

use super::length::{Length, surely_longer, surely_shorter};
use super::stated::Stated;
use crate::check::Context;
use crate::organ::table;
use crate::schedule::time_limits;
use crate::{Finding, Language, LimitKind, Message, Period, PeriodUnit, Rule, TimeLimit, TimeLimitLength};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a rule is about: its limit, and the words that a text about it holds.
pub(super) struct Matter {
    pub(super) limit: &'static TimeLimit,
    /// For each group one of its words stands in the clause of the time.
    clause: Groups,
    /// The same of the clause and the one before it.
    near: Groups,
    /// The same of the sentence and the title.
    sentence: Groups,
    /// None of these stands in the clause or the one before it.
    unless: Vec<&'static str>,
    /// None of these stands in the sentence.
    never: Vec<&'static str>,
}

type Groups = Vec<Vec<&'static str>>;

static MATTERS: LazyLock<BTreeMap<&str, Matter>> = LazyLock::new(|| {
    let groups = |words: &'static str| words.split_whitespace().map(|group| group.split('|').collect()).collect();
    let words = |words: &'static str| words.split('|').filter(|word| !word.is_empty()).collect();
    let rows = table(include_str!("../../../data/law_matters.csv"));
    rows.filter_map(|row| {
        let [rule, limit, clause, near, sentence, unless, never] = *row else { return None };
        let limit = time_limits().find(|known| known.id == limit)?;
        let matter = Matter {
            limit,
            clause: groups(clause),
            near: groups(near),
            sentence: groups(sentence),
            unless: words(unless),
            never: words(never),
        };
        Some((rule, matter))
    })
    .collect()
});

/// What a rule is about, by its name.
pub(super) fn matter(rule: &Rule) -> Option<&'static Matter> {
    MATTERS.get(rule.name)
}

impl Matter {
    /// Whether a stated time is about this.
    pub(super) fn is_of(&self, stated: &Stated<'_>) -> bool {
        // A column's time brings its own words (自形成之日起20个工作日内).
        let holds = |groups: &Groups, text: &str| {
            groups.iter().all(|group| group.iter().any(|word| text.contains(word) || stated.printed.contains(word)))
        };
        let in_sentence = |word: &&&str| stated.sentence.contains(**word) || stated.title.contains(**word);
        holds(&self.clause, stated.clause)
            && holds(&self.near, stated.near)
            && self.sentence.iter().all(|group| group.iter().any(|word| in_sentence(&word)))
            && !self.unless.iter().any(|word| stated.near.contains(word))
            && !self.never.iter().any(|word| in_sentence(&word))
    }

    /// Its limit as a length of time.
    pub(super) fn period(&self) -> Option<Period> {
        match self.limit.length {
            TimeLimitLength::Period(period) => Some(period),
            TimeLimitLength::DayOfYear(..) => None,
        }
    }
}

/// The times that break the limit of a rule, which is about something named in both languages.
pub(super) fn breaches(context: &Context<'_>, rule: &'static Rule, what: [&str; 2]) -> Vec<Finding> {
    let Some(matter) = matter(rule) else { return Vec::new() };
    let Some(limit) = matter.period() else { return Vec::new() };
    let breaks = |length: Length| match (matter.limit.kind, length) {
        (
            LimitKind::Max | LimitKind::Extension,
            Length::Within(stated) | Length::AtMost(stated) | Length::Just(stated),
        ) => surely_longer(stated, limit),
        // 不少于30个工作日 asks for more than the most.
        (LimitKind::Max | LimitKind::Extension, Length::AtLeast(stated)) => surely_longer(stated, limit),
        (LimitKind::Min, Length::AtLeast(stated) | Length::AtMost(stated) | Length::Just(stated)) => {
            surely_shorter(stated, limit)
        }
        (LimitKind::MinBefore, Length::Before(stated)) => surely_shorter(stated, limit),
        _ => false,
    };
    let broken = context.stated().iter().filter(|stated| breaks(stated.length) && matter.is_of(stated));
    broken.map(|stated| said(rule, matter.limit.kind, limit, stated, what)).collect()
}

fn said(rule: &'static Rule, kind: LimitKind, limit: Period, stated: &Stated<'_>, [zh, en]: [&str; 2]) -> Finding {
    let printed = stated.printed;
    let [limit_zh, limit_en] = [length(limit, Language::Chinese), length(limit, Language::English)];
    let message = match kind {
        LimitKind::Min => Message::new(
            format!("{zh}`{printed}`短于法定的{limit_zh}；请改为不少于{limit_zh}"),
            format!("{en}, `{printed}`, is shorter than {limit_en}; give at least as long"),
        ),
        LimitKind::MinBefore => Message::new(
            format!("{zh}`{printed}`晚于法定的提前{limit_zh}；请至少提前{limit_zh}"),
            format!("{en}, `{printed}`, leaves less than {limit_en}; give at least as long"),
        ),
        _ => Message::new(
            format!("{zh}`{printed}`长于法定的{limit_zh}；请改为不超过{limit_zh}"),
            format!("{en}, `{printed}`, is longer than {limit_en}; take no longer"),
        ),
    };
    Finding { expected: Some(limit_zh), ..stated.finding(rule, message) }
}

/// A length of time for people.
pub(super) fn length(period: Period, language: Language) -> String {
    let n = period.n;
    let (zh, en) = match period.unit {
        PeriodUnit::WorkingDay => ("个工作日", "working days"),
        PeriodUnit::Week => ("周", "weeks"),
        PeriodUnit::Month => ("个月", "months"),
        PeriodUnit::Year => ("年", "years"),
        PeriodUnit::Hour => ("小时", "hours"),
        _ => ("日", "days"),
    };
    match language {
        Language::Chinese => format!("{n}{zh}"),
        Language::English => format!("{n} {en}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_a_matter_of_a_rule_with_the_basis_of_its_limit() {
        assert_eq!(MATTERS.len(), table(include_str!("../../../data/law_matters.csv")).count());
        for (name, matter) in MATTERS.iter() {
            let rule = crate::rule(name).unwrap();
            let basis = rule.legal_basis.unwrap();
            assert_eq!(basis.instrument, matter.limit.instrument, "{name}");
            assert_eq!(basis.article, matter.limit.article, "{name}");
            assert_eq!(basis.tier, matter.limit.tier, "{name}");
            let groups = matter.clause.iter().chain(&matter.near).chain(&matter.sentence);
            assert!(groups.flatten().all(|word| !word.is_empty()), "{name}");
        }
    }
}
