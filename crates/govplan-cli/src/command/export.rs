use crate::arguments::{Export, To};
use crate::calendar::working_days;
use crate::config::{Judges, Settled};
use crate::exit::{Exit, Failure};
use crate::input::Input;
use crate::output;
use crate::register::{graph, register};
use crate::session::Session;
use chrono::NaiveTime;
use govplan::{
    ByteOrderMark, Language, Message, OrganSheets, Plan, Register, ReportedPlan, Schedule, ScheduleSettings,
    WorkbookError, graph_dot, graph_graphml, graph_json, graph_mermaid, graph_svg, plan_docx, plan_markdown, plan_xlsx,
    raci_csv, raci_xlsx, report_html, rows_csv, rows_json_lines, schedule_ics,
};

/// Flat rows of every plan, one table for all; one calendar, page or graph for all; or one plan as a file for an office.
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
        To::Html => report(arguments, &input, session)?,
        To::Dot | To::Mermaid | To::Graphml | To::GraphJson | To::Svg | To::Raci | To::RaciXlsx => {
            responsibilities(arguments, &input, mark, session.language)?
        }
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
    plan_xlsx(plan, organs).map_err(|error| unwritten(&error))
}

fn unwritten(error: &WorkbookError) -> Failure {
    Failure::files(error.message().clone())
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

/// A page of what the plans say, and of what a check with the same settings finds in them.
fn report(arguments: &Export, input: &Input, session: &Session) -> Result<Vec<u8>, Failure> {
    let days = working_days(&arguments.calendar)?;
    let mut settings = ScheduleSettings::new(&days);
    settings.today = session.today();
    let judges = Judges::of_files(Settled::of_facts(&arguments.calendar, &arguments.register), &input.files)?;
    let checked = judges.assembled().checked(input, session);
    let reported: Vec<ReportedPlan<'_>> =
        checked.iter().map(|(plan, findings)| ReportedPlan::new(plan, findings, plan.schedule(&settings))).collect();
    Ok(report_html(&reported, &days, session.today(), session.language).into_bytes())
}

/// Who does what in all plans, as one graph.
fn responsibilities(
    arguments: &Export,
    input: &Input,
    mark: ByteOrderMark,
    language: Language,
) -> Result<Vec<u8>, Failure> {
    let register = register(&arguments.register, &arguments.files.reading)?;
    let index = register.as_ref().map(Register::index);
    let graph = graph(input.plans(), index.as_ref());
    let text = match arguments.to {
        To::Dot => graph_dot(&graph, language),
        To::Mermaid => graph_mermaid(&graph, language),
        To::Graphml => graph_graphml(&graph),
        To::Svg => graph_svg(&graph, language),
        To::RaciXlsx => {
            return raci_xlsx(&graph).map_err(|error| unwritten(&error));
        }
        To::Raci => {
            return raci_csv(&graph, mark).map_err(|error| {
                let message = |language| error.message(language);
                Failure::usage(Message::new(message(Language::Chinese), message(Language::English)))
            });
        }
        _ => graph_json(&graph),
    };
    Ok(text.into_bytes())
}
