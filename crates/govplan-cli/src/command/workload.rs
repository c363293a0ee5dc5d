use crate::arguments::{For, Workload};
use crate::calendar::working_days;
use crate::exit::{Exit, Failure};
use crate::input::Input;
use crate::output;
use crate::register::{graph, register};
use crate::session::Session;
use govplan::{Plan, Register, RoleWeights, Schedule, ScheduleSettings, workload_json, workload_text};

/// How much work each organ has and when, over all plans.
pub(crate) fn run(arguments: &Workload, session: &Session) -> Result<Exit, Failure> {
    let register = register(&arguments.register, &arguments.files.reading)?;
    let index = register.as_ref().map(Register::index);
    let days = working_days(&arguments.calendar)?;
    let settings = ScheduleSettings::new(&days);
    let input = Input::load(&arguments.files, session);
    if input.is_empty() {
        return Ok(input.exit);
    }
    let graph = graph(input.plans(), index.as_ref());
    let schedules: Vec<(&Plan, Schedule<'_>)> = input.plans().map(|plan| (plan, plan.schedule(&settings))).collect();
    let schedules: Vec<(&Plan, &Schedule<'_>)> = schedules.iter().map(|(plan, all)| (*plan, all)).collect();
    let loads = graph.load(&RoleWeights::default(), &schedules);
    match arguments.look.format {
        For::Human => output::print(&workload_text(&graph, &loads, &session.screen))?,
        For::Json => output::write(workload_json(&graph, &loads).as_bytes(), None)?,
    }
    Ok(input.exit)
}
