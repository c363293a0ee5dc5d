//! Schedules as iCalendar (RFC 5545): what is due as to-dos, stretches of days and rounds as events of whole days.

use crate::label::label;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use govplan_core::{DueEntry, Language, Owner, Plan, Schedule, Step, Timing, TimingKind};
use icalendar::{Calendar, CalendarComponent, Component, Event, Property, Todo};
use std::collections::BTreeMap;

/// A summary is no longer than this many characters.
const LONGEST_SUMMARY: usize = 60;

/// Nor a description than this many: lines are folded in time with the square of their length, and nobody reads more.
const LONGEST_DESCRIPTION: usize = 10_000;

/// Schedules of plans as one iCalendar, in the order of the plans.
///
/// A day by which something is done is a to-do with that day as `DUE`; a day on which, and a stretch of days, an event of
/// whole days whose `DTEND` is the day after; what comes again one event with its `RRULE` (else an event for each round); what
/// has no day a to-do without one. Identifiers hang on the plan's and the timing's alone, and so stay what they are from one
/// export to the next. `stamp` becomes `DTSTAMP`; a time of day is that of Beijing.
#[must_use]
pub fn schedule_ics(plans: &[(&Plan, Schedule<'_>)], stamp: DateTime<Utc>, language: Language) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", "-//govplan//govplan//EN"));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    for (plan, schedule) in plans {
        let writer = Writer { plan, stamp, language };
        let mut rounds: BTreeMap<&str, Vec<&DueEntry<'_>>> = BTreeMap::new();
        for entry in &schedule.due {
            if entry.is_round {
                rounds.entry(entry.timing.id.as_str()).or_default().push(entry);
            } else {
                calendar.push(writer.single(entry));
            }
        }
        for event in rounds.values().flat_map(|rounds| writer.rounds(rounds)) {
            calendar.push(event);
        }
        for (owner, timing) in open(schedule) {
            calendar.push(writer.open(owner, timing));
        }
    }
    calendar.to_string()
}

/// What has no day, in the order of the parts of a schedule.
fn open<'s, 'a>(schedule: &'s Schedule<'a>) -> impl Iterator<Item = (&'s Owner<'a>, Option<&'a Timing>)> {
    let standing = schedule.standing.iter().map(|entry| (&entry.owner, Some(entry.timing)));
    let periods = schedule.periods.iter().map(|entry| (&entry.owner, Some(entry.timing)));
    let undated = schedule.undated.iter().map(|entry| (&entry.owner, entry.timing));
    standing.chain(periods).chain(undated)
}

struct Writer<'p> {
    plan: &'p Plan,
    stamp: DateTime<Utc>,
    language: Language,
}

impl Writer<'_> {
    fn single(&self, entry: &DueEntry<'_>) -> CalendarComponent {
        let id = entry.timing.id.as_str();
        if matches!(entry.timing.kind, TimingKind::On | TimingKind::Range) {
            let event = self.days(entry.first.unwrap_or(entry.due), entry.due, id);
            return self.due(event, entry).into();
        }
        let mut todo = Todo::new();
        match entry.timing.time.as_ref().and_then(|time| in_utc(entry.due, time.as_str())) {
            Some(moment) => todo.append_property(Property::new("DUE", moment)),
            None => todo.append_property(day("DUE", entry.due)),
        };
        todo.status(icalendar::TodoStatus::NeedsAction).uid(&self.uid(id));
        self.due(todo, entry).into()
    }

    /// One event with its rule; where no rule says it, an event for each round.
    fn rounds(&self, rounds: &[&DueEntry<'_>]) -> Vec<CalendarComponent> {
        let (Some(first), Some(last)) = (rounds.first(), rounds.last()) else { return Vec::new() };
        let id = first.timing.id.as_str();
        let event = |entry: &DueEntry<'_>, id: &str| {
            // A round without a day of its own stands on its first.
            let day = entry.first.unwrap_or(entry.due);
            self.due(self.days(day, day, id), entry)
        };
        let Some(rule) = first.timing.recurrence.and_then(|recurrence| recurrence.rrule()) else {
            return rounds.iter().map(|entry| event(entry, &format!("{id}.{}", entry.due)).into()).collect();
        };
        let until = last.first.unwrap_or(last.due).format("%Y%m%d");
        let mut event = event(first, id);
        event.append_property(Property::new("RRULE", format!("{rule};UNTIL={until}")));
        vec![event.into()]
    }

    fn open(&self, owner: &Owner<'_>, timing: Option<&Timing>) -> CalendarComponent {
        let mut todo = Todo::new();
        if let Some(start) = timing.and_then(|timing| timing.start) {
            todo.append_property(day("DTSTART", start));
        }
        todo.status(icalendar::TodoStatus::NeedsAction);
        todo.uid(&self.uid(timing.map_or(owner.id, |timing| timing.id.as_str())));
        self.told(todo, owner, timing, timing.map_or(&[], |timing| &timing.steps)).into()
    }

    /// An event of whole days, from one to another; the end that iCalendar writes is the day after.
    fn days(&self, first: NaiveDate, last: NaiveDate, id: &str) -> Event {
        let mut event = Event::new();
        event.append_property(day("DTSTART", first));
        event.append_property(day("DTEND", last.checked_add_days(Days::new(1)).unwrap_or(last)));
        event.append_property(("TRANSP", "TRANSPARENT"));
        event.uid(&self.uid(id));
        event
    }

    /// The same, with what is due.
    fn due<C: Component>(&self, component: C, entry: &DueEntry<'_>) -> C {
        self.told(component, &entry.owner, Some(entry.timing), &entry.steps)
    }

    /// The same, with what is to be done, by whom, and how the day came about.
    fn told<C: Component>(&self, mut component: C, owner: &Owner<'_>, timing: Option<&Timing>, steps: &[Step]) -> C {
        component.append_property(Property::new("DTSTAMP", self.stamp.format("%Y%m%dT%H%M%SZ").to_string()));
        component.summary(&summary(owner));
        let mut lines: Vec<String> = owner.text.map(str::to_owned).into_iter().collect();
        let mut organs: Vec<&str> = Vec::new();
        for assignment in owner.assignments {
            if !organs.contains(&assignment.unit.as_str()) {
                organs.push(&assignment.unit);
            }
        }
        if !organs.is_empty() {
            lines.push(format!("{}: {}", label("schedule.organs", self.language), organs.join("、")));
        }
        if let Some(raw) = timing.and_then(|timing| timing.raw.as_deref()) {
            lines.push(format!("{}: {raw}", label("show.deadline", self.language)));
        }
        lines.extend(steps.iter().map(|step| step.text(self.language)));
        let description = cut(&plain(&lines.join("\n")), LONGEST_DESCRIPTION);
        // A property without a value is an error to libical.
        if !description.is_empty() {
            component.description(&description);
        }
        component.append_property(Property::new("X-GOVPLAN-REQUIREMENT", owner.id));
        component
    }

    fn uid(&self, id: &str) -> String {
        plain(&format!("{}.{id}@govplan", self.plan.id))
    }
}

/// The first sentence of the title, else of the text, cut where it is long; the id where there is none.
fn summary(owner: &Owner<'_>) -> String {
    let text = plain(owner.title.or(owner.text).unwrap_or_default());
    let mut sentences = text.split(['。', '\n']).map(str::trim);
    let sentence = sentences.find(|sentence| !sentence.is_empty()).unwrap_or(owner.id);
    cut(sentence, LONGEST_SUMMARY)
}

/// A text that is no longer than so many characters, with a mark where it was.
fn cut(text: &str, longest: usize) -> String {
    let mut cut: String = text.chars().take(longest).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}

/// Text as iCalendar may hold it (RFC 5545, 3.3.11): every break of a line is one kind, and there are no other control
/// characters than the tab.
fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let breaks = ['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    text.replace(breaks, "\n").replace(|c: char| c.is_control() && c != '\n' && c != '\t', "")
}

fn day(name: &str, day: NaiveDate) -> Property {
    let mut property = Property::new(name, day.format("%Y%m%d").to_string());
    property.add_parameter("VALUE", "DATE");
    property
}

/// A time of day in Beijing (UTC+8) as iCalendar writes moments.
fn in_utc(day: NaiveDate, time: &str) -> Option<String> {
    let moment = day.and_time(NaiveTime::parse_from_str(time, "%H:%M").ok()?);
    Some(moment.checked_sub_signed(TimeDelta::hours(8))?.format("%Y%m%dT%H%M%SZ").to_string())
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn breaks_of_lines_are_one_kind_and_control_characters_are_left_out() {
        assert_eq!(plain("一\r\n二\r三\u{b}四\u{85}五\u{2028}六\n\n七"), "一\n二\n三\n四\n五\n六\n\n七");
        assert_eq!(plain("\0一\u{7f}\t二\u{9b}"), "一\t二");
    }
}
