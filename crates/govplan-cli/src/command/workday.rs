use crate::arguments::{CountedUnit, For, Workday};
use crate::calendar::working_days;
use crate::exit::{Exit, Failure};
use crate::output;
use crate::session::Session;
use chrono::NaiveDateTime;
use govplan::time::{DueError, due, due_after_hours, parse_iso_date};
use govplan::{Language, Message, Period, PeriodUnit, Step, due_json_line, due_text};

/// Form of a moment.
const MOMENT: &str = "%Y-%m-%dT%H:%M";

/// The end of a period, and how it came about.
pub(crate) fn run(arguments: &Workday, session: &Session) -> Result<Exit, Failure> {
    let unit = match arguments.unit {
        CountedUnit::Working => PeriodUnit::WorkingDay,
        CountedUnit::Calendar => PeriodUnit::CalendarDay,
        CountedUnit::Week => PeriodUnit::Week,
        CountedUnit::Month => PeriodUnit::Month,
        CountedUnit::Year => PeriodUnit::Year,
        CountedUnit::Hour => return tell(&after_hours(arguments)?, arguments, session),
    };
    let day = parse_iso_date(&arguments.start).ok_or_else(|| no_start(&arguments.start, "2020-09-30"))?;
    let days = working_days(&arguments.calendar)?;
    let found = due(day, Period::new(arguments.count, unit), &days).map_err(uncounted)?;
    tell(&(found.due.to_string(), found.steps), arguments, session)
}

fn after_hours(arguments: &Workday) -> Result<(String, Vec<Step>), Failure> {
    let moment = NaiveDateTime::parse_from_str(&arguments.start, MOMENT)
        .map_err(|_| no_start(&arguments.start, "2020-09-30T09:30"))?;
    let (end, step) = due_after_hours(moment, arguments.count).map_err(uncounted)?;
    Ok((end.format(MOMENT).to_string(), vec![step]))
}

fn tell((end, steps): &(String, Vec<Step>), arguments: &Workday, session: &Session) -> Result<Exit, Failure> {
    match arguments.look.format {
        For::Human => output::print(&due_text(end, steps, &session.screen))?,
        For::Json => output::write(due_json_line(end, steps).as_bytes(), None)?,
    }
    Ok(Exit::Fine)
}

/// A year whose days off nobody has announced is data that is missing, as a file would be.
fn uncounted(error: DueError) -> Failure {
    let message = Message::new(error.message(Language::Chinese), error.message(Language::English));
    match error {
        DueError::UnknownYear(_) => Failure::files(message),
        _ => Failure::usage(message),
    }
}

fn no_start(found: &str, expected: &str) -> Failure {
    Failure::usage(Message::new(
        format!("`{found}`不能作为起算的时间，应写作{expected}"),
        format!("`{found}` is no time to count from, expected one such as {expected}"),
    ))
}
