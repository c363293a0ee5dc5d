//! What is measured with: the expressions that the peers are asked too, a ledger of any length, and a plan of known size, 6 sections of 5 tasks of
//! 3 requirements of 3 assignments, 74 KB as JSON in one line.

mod expressions;
mod ledger;
mod responsibilities;

pub use expressions::{context, expressions, typed};
pub use ledger::ledger;
pub use responsibilities::{large_plan, links};

use chrono::{Days, NaiveDate};
use govplan::{
    Assignment, Origin, Place, Plan, PlanId, Requirement, Role, Section, SectionId, Task, Timing, TimingKind, Unit,
};

const SECTIONS: usize = 6;
const TASKS: usize = 5;
const REQUIREMENTS: usize = 3;

/// Who does it: the first leads, the next two take part.
const ORGANS: [&str; 12] = [
    "办公室",
    "人事科",
    "计财科",
    "基础教育科",
    "学前教育科",
    "职业教育科",
    "许可服务科",
    "宣传信息中心",
    "安全管理科",
    "体育运动服务中心",
    "各镇（街）教委",
    "机关各科室",
];

/// Sentences of the length that they have in such documents.
const TEXTS: [&str; 4] = [
    "编制完成本部门政务公开事项标准目录，并按照规定的时间和方式在门户网站上向社会公开。",
    "落实政务舆情回应责任，增强回应的主动性、针对性、有效性，保持正确的舆论导向，及时发出权威声音，主动回应社会关切。",
    "做好依申请公开接收、登记、办理、调查、答复等各个环节工作，提高答复的精准度，推动办理工作的程序化、规范化、标准化。",
    "建立完善政务信息制作、获取、保存、处理等方面的制度，对政务信息进行全生命周期的规范管理，不断提升工作实效。",
];

/// The plan; every call makes the same.
#[must_use]
pub fn plan() -> Plan {
    plan_of(SECTIONS)
}

/// A plan of so many requirements or up to fourteen more, whose texts all differ in a number.
#[must_use]
pub fn plan_of_requirements(count: usize) -> Plan {
    let mut plan = plan_of(count.div_ceil(TASKS * REQUIREMENTS));
    let sections = plan.sections.iter_mut();
    let requirements = sections.flat_map(|section| &mut section.tasks).flat_map(|task| &mut task.requirements);
    for (n, text) in requirements.filter_map(|requirement| requirement.text.as_mut()).enumerate() {
        text.insert_str(0, &format!("第{n}批："));
    }
    plan
}

fn plan_of(sections: usize) -> Plan {
    let mut plan = Plan::new(PlanId::unnamed());
    plan.title = Some("2020年政务公开重点工作实施方案".to_owned());
    plan.units = ORGANS.map(Unit::new).to_vec();
    plan.sections = (1..=sections).map(section).collect();
    plan
}

fn section(n: usize) -> Section {
    let mut section = Section::new(SectionId::top(n));
    section.label = Some(n.to_string());
    section.title = Some("推进基层政务公开标准化规范化全覆盖".to_owned());
    section.tasks = (1..=TASKS).map(|t| task(&section, n, t)).collect();
    section
}

fn task(section: &Section, n: usize, t: usize) -> Task {
    let mut task = Task::new(section.id.task(t));
    let before = (n - 1) * TASKS + t;
    task.label = Some(before.to_string());
    task.title = Some("全面推进基层政务公开标准化规范化建设".to_owned());
    task.requirements = (1..=REQUIREMENTS).map(|r| requirement(&task, before * REQUIREMENTS + r, r)).collect();
    task
}

/// The requirement whose number over the whole plan is `line`.
fn requirement(task: &Task, line: usize, r: usize) -> Requirement {
    let text = TEXTS.get(line % TEXTS.len()).copied().unwrap_or_default();
    let mut requirement = Requirement::new(task.id.requirement(r), text);
    let organs = ORGANS.iter().cycle().skip(line * 5 % ORGANS.len());
    let roles = [Role::Lead, Role::Cooperating, Role::Cooperating];
    requirement.assignments = organs.zip(roles).map(|(organ, role)| assignment(organ, role, line)).collect();
    requirement.timings = vec![timing(&requirement, line)];
    requirement.place = Some(Place::in_line(line, 1, text.chars().count()));
    requirement
}

fn assignment(organ: &str, role: Role, line: usize) -> Assignment {
    let mut assignment = Assignment::new(organ, role);
    assignment.raw = Some(organ.to_owned());
    assignment.origin = Some(Origin::Column);
    assignment.place = Some(Place::in_line(line, 40, organ.chars().count()));
    assignment
}

fn timing(requirement: &Requirement, line: usize) -> Timing {
    let day = NaiveDate::default().checked_add_days(Days::new(line as u64 + 18_500)).unwrap_or_default();
    let mut timing = Timing::new(requirement.id.timing(1), TimingKind::By);
    timing.raw = Some(day.format("%Y年%-m月%-d日前").to_string());
    timing.end = Some(day);
    timing.origin = Some(Origin::Text);
    timing.place = Some(Place::in_line(line, 1, 11));
    timing
}

#[cfg(test)]
mod tests {
    use super::*;
    use govplan::{CheckSettings, Severity};

    #[test]
    fn the_plan_is_sound_and_of_the_size_that_is_said() {
        let plan = plan();
        assert_eq!(plan.requirements().count(), SECTIONS * TASKS * REQUIREMENTS);
        assert_eq!(Plan::from_json(plan.to_json().as_bytes()).as_ref(), Ok(&plan));
        let findings = plan.check(&CheckSettings::default());
        assert!(findings.iter().all(|finding| finding.severity != Severity::Error), "{findings:?}");
        assert_eq!(plan.to_json_line().len() / 1000, 74);
    }
}
