//! Builds a plan without a document, checks it, and writes it as JSON.
#![expect(clippy::print_stdout, reason = "an example shows what it makes")]

use chrono::NaiveDate;
use govplan::{Assignment, CheckSettings, Plan, Requirement, Role, Section, SectionId, Task, Timing, TimingKind, Unit};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut plan = Plan::new("示例-2021-1".parse()?);
    plan.title = Some("2021年政务公开工作方案".to_owned());
    plan.units.push(Unit::new("办公室"));

    let mut section = Section::new(SectionId::top(1));
    section.title = Some("重点工作".to_owned());
    let mut task = Task::new(section.id.task(1));
    task.title = Some("编制目录".to_owned());

    let mut dated = Requirement::new(task.id.requirement(1), "编制完成政务公开事项标准目录。");
    dated.assignments.push(Assignment::new("办公室", Role::Lead));
    let mut deadline = Timing::new(dated.id.timing(1), TimingKind::By);
    deadline.raw = Some("2021年9月底前".to_owned());
    deadline.end = NaiveDate::from_ymd_opt(2021, 9, 30);
    dated.timings.push(deadline);
    let nobodys = Requirement::new(task.id.requirement(2), "把公开情况纳入考核。");

    task.requirements.extend([dated, nobodys]);
    section.tasks.push(task);
    plan.sections.push(section);

    for finding in plan.check(&CheckSettings::default()) {
        println!("{} {} {}", finding.code, finding.pointer.unwrap_or_default(), finding.message.en);
    }
    println!("\n{}", plan.to_json());
    Ok(())
}
