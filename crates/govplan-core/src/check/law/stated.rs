//! The times that texts state, each with the words around it: what the rules of law go by. They are read once for all rules.

use super::length::{Length, ends_ahead, is_figure};
use crate::check::Context;
use crate::check::trace::Traces;
use crate::{Finding, Message, Origin, Period, Place, Rule};
use govplan_time::{parse, scan};
use std::ops::Range;

/// A time that a text states.
pub(in crate::check) struct Stated<'a> {
    /// Id of the requirement or directive.
    pub(in crate::check) id: &'a str,
    /// JSON Pointer of its text.
    pub(super) pointer: String,
    pub(super) place: Option<&'a Place>,
    pub(super) title: &'a str,
    pub(super) length: Length,
    /// The time as printed.
    pub(super) printed: &'a str,
    /// The clause that it stands in, and the one that it leads in or goes on from.
    pub(super) near: &'a str,
    /// The clause that it stands in, with the next where it ends with the time.
    pub(super) clause: &'a str,
    /// From one full stop or semicolon to the next.
    pub(super) sentence: &'a str,
}

/// The longest text that is read.
const LONGEST: usize = 20_000;

/// The times stated in the texts of a plan, in its order; texts without a length of time are passed over at a glance.
pub(in crate::check) fn stated<'a>(context: &Context<'a>) -> Vec<Stated<'a>> {
    let dates = govplan_time::Context { year: Some(2000), ..govplan_time::Context::default() };
    let mut stated = Vec::new();
    let directives = context.directives.iter().map(|located| {
        let item = located.item;
        let (pointer, title) = (format!("{}/text", located.pointer), item.title.as_deref());
        (item.id.as_str(), pointer, title, Some(&*item.text), &*item.timings, item.place.as_ref())
    });
    // A requirement without a title of its own has that of its task.
    let titles = context.tasks.iter().flat_map(|task| {
        task.item.requirements.iter().map(|requirement| requirement.title.as_ref().or(task.item.title.as_ref()))
    });
    let requirements = context.requirements.iter().zip(titles).zip(context.glances());
    let requirements =
        requirements.filter(|(_, glance)| glance.text.time || glance.apart).map(|((located, title), _)| {
            let item = located.item;
            let text = item.text.as_deref();
            let pointer = format!("{}/text", located.pointer);
            (item.id.as_str(), pointer, title.map(String::as_str), text, &*item.timings, item.place.as_ref())
        });
    let cells = context.requirements_with(|glance| glance.cells).flat_map(|located| {
        let (item, above) = (located.item, &located.pointer);
        item.cells.iter().map(move |(header, cell)| {
            let pointer = format!("{above}/cells/{}", header.replace('~', "~0").replace('/', "~1"));
            (item.id.as_str(), pointer, None, Some(cell.as_str()), &[][..], item.place.as_ref())
        })
    });
    for (id, pointer, title, text, timings, place) in directives.chain(requirements).chain(cells) {
        let (title, text) = (title.unwrap_or_default(), text.unwrap_or_default());
        let apart = || timings.iter().filter(|timing| matches!(timing.origin, Some(Origin::Column | Origin::Phrase)));
        if text.len() > LONGEST {
            continue;
        }
        let Traces { time: has_time, law: is_of_law, .. } = Traces::of(text);
        if !has_time && apart().next().is_none() || !is_of_law && !Traces::of(title).law {
            continue;
        }
        let of = |length: Length, printed: &'a str, words: Around<'a>| {
            let Around { near, clause, sentence } = words;
            Stated { id, pointer: pointer.clone(), place, title, length, printed, near, clause, sentence }
        };
        if has_time {
            let read = scan(text, &dates);
            let own = just(text).chain(put_off(text)).chain(or_more(text)).chain(before_events(text));
            let own = own
                .filter(|(_, span)| read.iter().all(|read| read.span.end <= span.start || span.end <= read.span.start));
            stated.extend(
                own.filter_map(|(length, span)| Some(of(length, text.get(span.clone())?, around(text, &span)))),
            );
            stated.extend(read.iter().filter_map(|found| {
                let printed = text.get(found.span.clone())?;
                Some(of(Length::of_expression(found, printed)?, printed, around(text, &found.span)))
            }));
        }
        // A column's time is that of the whole text, where there is no other.
        for timing in apart().take(1) {
            let printed = timing.raw.as_deref().unwrap_or_default();
            let is_short =
                !text.contains(['。', '；']) || text.ends_with('。') && text.matches(['。', '；']).count() == 1;
            if let Some(length) = Length::of_timing(timing, printed).filter(|_| is_short && !has_time) {
                let words = Around { near: text, clause: text, sentence: text };
                let above = pointer.strip_suffix("/text").unwrap_or_default();
                let index = timings.iter().position(|other| std::ptr::eq(other, timing)).unwrap_or_default();
                let place = timing.place.as_ref().or(place);
                stated.push(Stated {
                    pointer: format!("{above}/timings/{index}"),
                    place,
                    ..of(length, printed, words)
                });
            }
        }
    }
    stated
}

/// Lengths told without a mark: 期限为15日, 为期7天.
fn just(text: &str) -> impl Iterator<Item = (Length, Range<usize>)> {
    text.match_indices('为').filter_map(|(at, word)| {
        let (before, after) = (text.get(..at)?, text.get(at.saturating_add(word.len())..)?);
        let named = ["一般", "原则上", "应当", "最长", "最多"]
            .iter()
            .find_map(|word| before.strip_suffix(word))
            .unwrap_or(before);
        let is_named = ["期限", "时限", "时间"].iter().any(|name| named.ends_with(name));
        let rest = if is_named { after } else { after.strip_prefix('期')? };
        let (period, end) = leading_length(rest)?;
        let start = text.len().saturating_sub(rest.len());
        Some((Length::Just(period), start..start.saturating_add(end)))
    })
}

/// Lengths by which a time is put off: 最多延长25个工作日.
fn put_off(text: &str) -> impl Iterator<Item = (Length, Range<usize>)> {
    let words = ["延长", "延期"].into_iter().flat_map(|word| text.match_indices(word));
    words.filter_map(|(at, word)| {
        let start = at.saturating_add(word.len());
        let (period, end) = leading_length(text.get(start..)?)?;
        Some((Length::AtMost(period), start..start.saturating_add(end)))
    })
}

/// Lengths that may be longer: 公示两周以上.
fn or_more(text: &str) -> impl Iterator<Item = (Length, Range<usize>)> {
    text.match_indices("以上").filter_map(|(at, _)| {
        let before = text.get(..at)?;
        let name = before.trim_end_matches(|c: char| !is_figure(c));
        let start = name.trim_end_matches(is_figure).len();
        let (period, end) = leading_length(before.get(start..)?)?;
        (start.saturating_add(end) == at).then_some((Length::AtLeast(period), start..at))
    })
}

/// The length of time that a text begins with, and where it ends.
fn leading_length(text: &str) -> Option<(Period, usize)> {
    /// The longest name of a length, in characters.
    const LONGEST_NAME: usize = 8;
    let name: String = text.chars().take(LONGEST_NAME).collect();
    let units = ["个工作日", "日", "天", "个月", "周", "年"].iter();
    let end = units.filter_map(|unit| Some(name.find(unit)?.saturating_add(unit.len()))).min()?;
    let within = parse(&format!("{}内", name.get(..end)?), &govplan_time::Context::default());
    let period = within.first().filter(|only| only.span.start == 0)?.period?;
    Some((period, end))
}

/// Lengths before an event: 听证会召开7日前.
fn before_events(text: &str) -> impl Iterator<Item = (Length, Range<usize>)> {
    /// No length has more bytes.
    const FURTHEST: usize = 40;
    text.match_indices("前").filter_map(|(at, word)| {
        let end = at.saturating_add(word.len());
        let least = end.saturating_sub(FURTHEST);
        let from = (least..end).find(|from| text.is_char_boundary(*from))?;
        let (start, period) = ends_ahead(text.get(from..end)?)?;
        Some((Length::Before(period), from.saturating_add(start)..end))
    })
}

/// The words around a time.
#[derive(Clone, Copy)]
struct Around<'a> {
    near: &'a str,
    clause: &'a str,
    sentence: &'a str,
}

fn around<'a>(text: &'a str, span: &Range<usize>) -> Around<'a> {
    const STOPS: [char; 5] = ['。', '；', ';', '\n', '！'];
    const COMMAS: [char; 7] = ['，', ',', '。', '；', ';', '\n', '！'];
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    // A sign is as wide as its character.
    let start = |before: &str, signs: &[char]| {
        let sign = before.char_indices().rev().find(|(_, c)| signs.contains(c));
        sign.map_or(0, |(at, c)| at.saturating_add(c.len_utf8()))
    };
    let end = |after: &str, signs: &[char]| after.find(signs).unwrap_or(after.len());
    let (sentence_start, sentence_end) = (start(before, &STOPS), span.end.saturating_add(end(after, &STOPS)));
    let clause_start = start(before, &COMMAS);
    let first_end = end(after, &COMMAS);
    // 20个工作日内，予以答复: the clause leads in the next.
    let leads_in = after.get(..first_end).is_some_and(|rest| rest.trim().is_empty());
    let next = after.get(first_end..).and_then(|rest| rest.strip_prefix(['，', ',']));
    let clause_end = match next.filter(|_| leads_in) {
        Some(next) => text.len().saturating_sub(next.len()).saturating_add(end(next, &COMMAS)),
        None => span.end.saturating_add(first_end),
    };
    let previous = text.get(..clause_start).unwrap_or_default().trim_end_matches(['，', ',']);
    let near_start =
        if clause_start > sentence_start { start(previous, &COMMAS).max(sentence_start) } else { clause_start };
    Around {
        near: text.get(near_start..clause_end).unwrap_or_default(),
        clause: text.get(clause_start..clause_end).unwrap_or_default(),
        sentence: text.get(sentence_start..sentence_end).unwrap_or_default(),
    }
}

impl Stated<'_> {
    /// A finding of a rule at this time.
    pub(super) fn finding(&self, rule: &'static Rule, message: Message) -> Finding {
        Finding {
            pointer: Some(self.pointer.clone()),
            place: self.place.cloned(),
            subject: Some(self.id.to_owned()),
            found: Some(self.printed.to_owned()),
            ..rule.finding(message)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_around_a_time_are_its_clause_and_its_sentence() {
        let text = "规范办理。收到公开申请后，30个工作日内，予以答复，并归档；每月通报。";
        let at = text.find("30").unwrap();
        let found = around(text, &(at..at + "30个工作日内".len()));
        assert_eq!(found.sentence, "收到公开申请后，30个工作日内，予以答复，并归档");
        assert_eq!(found.clause, "30个工作日内，予以答复");
        assert_eq!(found.near, "收到公开申请后，30个工作日内，予以答复");
    }

    #[test]
    fn lengths_are_told_without_a_mark_too() {
        let found = |text: &str| just(text).map(|(_, span)| text.get(span).unwrap().to_owned()).collect::<Vec<_>>();
        assert_eq!(found("公开征求意见期限为15日，为期7天。"), ["15日", "7天"]);
        assert_eq!(found("办理时限为10个工作日"), ["10个工作日"]);
        assert_eq!(found("时间为3月15日，为民服务日"), [] as [&str; 0]);
    }

    #[test]
    fn lengths_are_told_by_the_word_beside_them() {
        let found = |text: &str| -> Vec<String> {
            let all = put_off(text).chain(or_more(text));
            all.map(|(_, span)| text.get(span).unwrap().to_owned()).collect()
        };
        assert_eq!(found("最多延长25个工作日"), ["25个工作日"]);
        assert_eq!(found("公开听取意见两周以上"), ["两周"]);
        assert_eq!(found("延长期限的，县级以上人民政府"), [] as [&str; 0]);
    }
}
