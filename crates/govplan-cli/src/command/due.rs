use crate::arguments::{Due, For};
use crate::calendar::working_days;
use crate::exit::{Exit, Failure};
use crate::input::Input;
use crate::output;
use crate::session::Session;
use govplan::{Graph, Language, Message, Plan, Schedule, ScheduleSettings, UnknownOrgan, schedule_json, schedule_text};

/// What is due when, in every plan, or in those that know an organ.
pub(crate) fn run(arguments: &Due, session: &Session) -> Result<Exit, Failure> {
    let days = working_days(&arguments.calendar)?;
    let mut settings = ScheduleSettings::new(&days);
    settings.from = arguments.from;
    settings.to = arguments.to;
    settings.today = session.today();
    settings.soon = arguments.soon;
    let input = Input::load(&arguments.files, session);
    let mut schedules: Vec<(&Plan, Schedule<'_>)> = Vec::new();
    let mut unknown: Vec<UnknownOrgan> = Vec::new();
    for plan in input.plans() {
        let schedule = plan.schedule(&settings);
        match &arguments.unit {
            None => schedules.push((plan, schedule)),
            Some(organ) => match schedule.of_organ(&Graph::new(plan), organ) {
                Ok(schedule) => schedules.push((plan, schedule)),
                Err(error) => unknown.push(error),
            },
        }
    }
    let nearest = unknown.iter().find(|error| error.nearest.is_some()).or(unknown.first());
    if let (true, Some(error)) = (schedules.is_empty(), nearest) {
        let message = |language| error.message(language);
        let message = Message::new(message(Language::Chinese), message(Language::English));
        return Err(Failure { exit: input.exit.max(Exit::Usage), message });
    }
    match arguments.look.format {
        For::Human => output::print(&schedule_text(&schedules, settings.today, &session.screen))?,
        For::Json => output::write(schedule_json(&schedules, settings.today).as_bytes(), None)?,
    }
    Ok(input.exit)
}
