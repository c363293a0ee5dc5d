//! Schedules as iCalendar (RFC 5545): what is due as to-dos, stretches of days and rounds as events of whole days.

use crate::label::label;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use govplan_core::{DueEntry, Language, Owner, Plan, Schedule, Timing, TimingKind};
use icalendar::{Calendar, CalendarComponent, Component, Event, Property, Todo};
use std::collections::BTreeMap;

/// A summary is no longer than this many characters.
const LONGEST_SUMMARY: usize = 60;

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
            return self.told(event, &entry.owner, Some(entry.timing)).into();
        }
        let mut todo = Todo::new();
        match entry.timing.time.as_ref().and_then(|time| in_utc(entry.due, time.as_str())) {
            Some(moment) => todo.append_property(Property::new("DUE", moment)),
            None => todo.append_property(day("DUE", entry.due)),
        };
        todo.status(icalendar::TodoStatus::NeedsAction).uid(&self.uid(id));
        self.told(todo, &entry.owner, Some(entry.timing)).into()
    }

    /// One event with its rule; where no rule says it, an event for each round.
    fn rounds(&self, rounds: &[&DueEntry<'_>]) -> Vec<CalendarComponent> {
        let (Some(first), Some(last)) = (rounds.first(), rounds.last()) else { return Vec::new() };
        let id = first.timing.id.as_str();
        let event = |entry: &DueEntry<'_>, id: &str| {
            // A round without a day of its own stands on its first.
            let day = entry.first.unwrap_or(entry.due);
            self.told(self.days(day, day, id), &entry.owner, Some(entry.timing))
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
        self.told(todo, owner, timing).into()
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

    /// The same, with what is to be done, by whom, and how the day came about.
    fn told<C: Component>(&self, mut component: C, owner: &Owner<'_>, timing: Option<&Timing>) -> C {
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
        if let Some(timing) = timing {
            lines.extend(timing.raw.iter().map(|raw| format!("{}: {raw}", label("show.deadline", self.language))));
            lines.extend(timing.steps.iter().map(|step| step.text(self.language)));
        }
        component.description(&lines.join("\n"));
        component.append_property(Property::new("X-GOVPLAN-REQUIREMENT", owner.id));
        component
    }

    fn uid(&self, id: &str) -> String {
        format!("{}.{id}@govplan", self.plan.id)
    }
}

/// The title, else the first sentence, cut where it is long.
fn summary(owner: &Owner<'_>) -> String {
    let text = owner.title.or(owner.text).unwrap_or(owner.id);
    let sentence = text.split(['。', '\n']).next().unwrap_or(text);
    let mut cut: String = sentence.chars().take(LONGEST_SUMMARY).collect();
    if cut.len() < sentence.len() {
        cut.push('…');
    }
    cut
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
