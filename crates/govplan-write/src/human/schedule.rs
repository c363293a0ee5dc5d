use super::Screen;
use super::page::{Field, Page, Tint};
use crate::label::{label, word};
use crate::wording::days_text;
use crate::wording::title;
use crate::wording::{bracketed, separator};
use chrono::NaiveDate;
use govplan_core::{
    DueEntry, DueState, Language, LimitEntry, Owner, Plan, Schedule, TimeLimitLength, Timing, UndatedEntry,
};

/// Plans' work by day, for people: what is due, what stands all the time, what hangs on an event, what cannot be dated.
#[must_use]
pub fn schedule_text(plans: &[(&Plan, Schedule<'_>)], today: Option<NaiveDate>, screen: &Screen) -> String {
    let mut page = Page::new(screen);
    for (plan, schedule) in plans {
        page.gap();
        write_plan(&mut page, plan, schedule, today);
    }
    page.finish()
}

fn write_plan(page: &mut Page<'_>, plan: &Plan, schedule: &Schedule<'_>, today: Option<NaiveDate>) {
    page.line(0, Tint::Title, title(plan));
    let counts = [
        ("schedule.due", schedule.due.len()),
        ("schedule.standing", schedule.standing.len()),
        ("schedule.periods", schedule.periods.len()),
        ("schedule.undated", schedule.undated.len()),
    ];
    let today = today.map(|today| format!("{} {today}", page.label("schedule.today")));
    let counts = counts.iter().map(|(key, number)| format!("{} {number}", page.label(key)));
    page.line(0, Tint::Faint, &today.into_iter().chain(counts).collect::<Vec<_>>().join(" · "));
    write_due(page, schedule);
    if !schedule.standing.is_empty() {
        heading(page, "schedule.standing");
        for entry in &schedule.standing {
            write_time(page, &entry.owner, entry.timing, schedule);
        }
    }
    if !schedule.periods.is_empty() {
        heading(page, "schedule.periods");
        for entry in &schedule.periods {
            write_time(page, &entry.owner, entry.timing, schedule);
        }
    }
    if !schedule.undated.is_empty() {
        heading(page, "schedule.undated");
        for entry in &schedule.undated {
            write_undated(page, entry, schedule);
        }
    }
}

fn heading(page: &mut Page<'_>, key: &str) {
    page.gap();
    page.line(0, Tint::Title, page.label(key));
}

fn write_due(page: &mut Page<'_>, schedule: &Schedule<'_>) {
    if schedule.due.is_empty() {
        return;
    }
    heading(page, "schedule.due");
    // Rounds that are over would bury what is to come.
    let (passed, listed): (Vec<_>, Vec<_>) =
        schedule.due.iter().partition(|entry| entry.state == Some(DueState::Passed));
    if !passed.is_empty() {
        page.line(2, Tint::Faint, &format!("{} {}", page.label("schedule.passed"), passed.len()));
    }
    for entry in listed {
        let language = page.screen.language;
        let state = entry.state.map(|state| word("state", state, language));
        let mark = days_text(entry.first, Some(entry.due), language).unwrap_or_default();
        page.tinted_item(2, (&mark, tint(entry)), &subject(&entry.owner));
        let mut fields = organs(page, &entry.owner);
        let printed = entry.timing.raw.clone().unwrap_or_else(|| word("kind", entry.timing.kind, language));
        let other = entry.timing.alternative.as_ref().and_then(|alternative| alternative.end);
        let other = other.map(|day| format!("{} {day}", page.label("schedule.or")));
        let remarks: Vec<String> = state.into_iter().chain(other).collect();
        let name = page.label("show.deadline");
        fields.push(Field::new(name, format!("{printed}{}", bracketed(&remarks, language))));
        fields.extend(entry.steps.iter().map(|step| Field::new(name, step.text(language)).tinted(Tint::Faint)));
        fields.extend(limits(page, &entry.owner, schedule));
        page.fields(4, &fields);
    }
}

fn tint(entry: &DueEntry<'_>) -> Tint {
    match entry.state {
        Some(DueState::Overdue) => Tint::Error,
        Some(DueState::DueSoon) => Tint::Warning,
        _ => Tint::Date,
    }
}

fn write_time(page: &mut Page<'_>, owner: &Owner<'_>, timing: &Timing, schedule: &Schedule<'_>) {
    let language = page.screen.language;
    page.item(2, owner.id, Tint::Plain, &subject(owner));
    let mut fields = organs(page, owner);
    let printed = timing.raw.clone().unwrap_or_else(|| word("kind", timing.kind, language));
    let days = days_text(timing.start, timing.end, language).map(|days| format!(" → {days}")).unwrap_or_default();
    let kind = word("kind", timing.kind, language);
    let line = format!("{printed}{days}{}", bracketed(&[kind], language));
    fields.push(Field::new(page.label("show.deadline"), line).tinted(Tint::Date));
    fields.extend(limits(page, owner, schedule));
    page.fields(4, &fields);
}

fn write_undated(page: &mut Page<'_>, entry: &UndatedEntry<'_>, schedule: &Schedule<'_>) {
    let language = page.screen.language;
    page.item(2, entry.owner.id, Tint::Plain, &subject(&entry.owner));
    let mut fields = organs(page, &entry.owner);
    let printed = entry.timing.and_then(|timing| timing.raw.clone());
    let reason = word("undated", entry.reason, language);
    let line = match printed {
        Some(printed) => format!("{printed}{}", bracketed(&[reason], language)),
        None => reason,
    };
    fields.push(Field::new(page.label("show.deadline"), line));
    fields.extend(limits(page, &entry.owner, schedule));
    page.fields(4, &fields);
}

/// What is to be done, in a sentence.
fn subject(owner: &Owner<'_>) -> String {
    let text = owner.title.or(owner.text).unwrap_or(owner.id);
    text.split_inclusive('。').next().unwrap_or(text).to_owned()
}

fn organs(page: &Page<'_>, owner: &Owner<'_>) -> Vec<Field> {
    let mut names: Vec<&str> = Vec::new();
    for assignment in owner.assignments {
        if !names.contains(&assignment.unit.as_str()) {
            names.push(&assignment.unit);
        }
    }
    let line = names.join(separator(page.screen.language));
    if line.is_empty() { Vec::new() } else { vec![Field::new(page.label("schedule.organs"), line)] }
}

/// The limits of the law that an owner touches.
fn limits(page: &Page<'_>, owner: &Owner<'_>, schedule: &Schedule<'_>) -> Vec<Field> {
    let own = schedule.limits.iter().filter(|entry| entry.owner.id == owner.id);
    own.map(|entry| Field::new(page.label("schedule.limit"), limit_text(entry, page.screen.language))).collect()
}

fn limit_text(entry: &LimitEntry<'_>, language: Language) -> String {
    let limit = entry.limit;
    let (bound, amount) = match limit.length {
        TimeLimitLength::Period(period) => {
            (word("limit", limit.kind, language), [period.n.to_string(), word("unit", period.unit, language)])
        }
        TimeLimitLength::DayOfYear(month, day) => {
            (label("limit.day_of_year", language).to_owned(), [format!("{month:02}-{day:02}"), String::new()])
        }
        _ => (word("limit", limit.kind, language), Default::default()),
    };
    let basis = bracketed(&[format!("{}{}", limit.instrument, limit.article.unwrap_or_default())], language);
    match language {
        Language::Chinese => format!("{}：{bound}{}{basis}", limit.trigger, amount.concat()),
        Language::English => format!("{}: {bound} {}{basis}", limit.trigger, amount.join(" ").trim_end()),
    }
}
