use crate::arguments::{Export, To};
use crate::calendar::working_days;
use crate::exit::{Exit, Failure};
use crate::input::Input;
use crate::output;
use crate::session::Session;
use chrono::NaiveTime;
use govplan::{
    ByteOrderMark, Message, OrganSheets, Plan, Schedule, ScheduleSettings, plan_docx, plan_markdown, plan_xlsx,
    rows_csv, rows_json_lines, schedule_ics,
};

/// Flat rows of every plan, one table for all; one calendar for all; or one plan as a file for an office.
pub(crate) fn run(arguments: &Export, session: &Session) -> Result<Exit, Failure> {
    let input = Input::load(&arguments.files, session);
    if input.is_empty() {
        return Ok(input.exit);
    }
    let mark = if arguments.bom { ByteOrderMark::Present } else { ByteOrderMark::Absent };
    let bytes = match arguments.to {
        To::Csv => rows_csv(input.plans(), mark),
        To::Jsonl => rows_json_lines(input.plans()).into_bytes(),
        To::Ics => calendar(arguments, &input, session)?,
        To::Xlsx => workbook(only(&input)?, arguments.sheet_per_organ)?,
        To::Docx => plan_docx(only(&input)?),
        To::Markdown => plan_markdown(only(&input)?).into_bytes(),
    };
    output::write(&bytes, arguments.output.as_deref())?;
    Ok(input.exit)
}

fn calendar(arguments: &Export, input: &Input, session: &Session) -> Result<Vec<u8>, Failure> {
    let days = working_days(&arguments.calendar)?;
    let settings = ScheduleSettings::new(&days);
    let schedules: Vec<(&Plan, Schedule<'_>)> = input.plans().map(|plan| (plan, plan.schedule(&settings))).collect();
    let beginning_of = |day: chrono::NaiveDate| day.and_time(NaiveTime::MIN).and_utc();
    let stamp = arguments.stamp.or(session.today().map(beginning_of)).unwrap_or_default();
    Ok(schedule_ics(&schedules, stamp, session.language).into_bytes())
}

fn workbook(plan: &Plan, sheet_per_organ: bool) -> Result<Vec<u8>, Failure> {
    let organs = if sheet_per_organ { OrganSheets::Present } else { OrganSheets::Absent };
    plan_xlsx(plan, organs).map_err(|error| Failure::files(error.message().clone()))
}

/// The one plan that a file for an office holds.
fn only(input: &Input) -> Result<&Plan, Failure> {
    let mut plans = input.plans();
    match (plans.next(), plans.next()) {
        (Some(plan), None) => Ok(plan),
        _ => Err(Failure::usage(Message::new(
            "该格式一个文件只写一份计划，请逐份导出",
            "a file of this format holds one plan, export them one by one",
        ))),
    }
}
