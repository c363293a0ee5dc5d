//! Plans as documents of the field make them, at random: out of tables with whatever text in their cells, and out of clauses.

use govplan::time::{Context, Expression, YearSource, parse, parse_iso_date};
use govplan::{
    Assignment, Directive, DirectiveId, DocumentKind, Origin, Paragraph, Person, Plan, PlanPeriod, Requirement,
    RequirementId, Role, Section, SectionId, Task, TaskId, Timing, Unit,
};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const VERBS: [&str; 6] = ["完善", "编制", "公开", "清理", "优化", "健全"];
const OBJECTS: [&str; 6] =
    ["标准目录", "办事指南", "信用档案，方便群众查询", "服务流程（含线上流程）", "“一件事”清单", "3.5万平方米厂房"];

/// Texts that another layout would take for something else.
const SLY: [&str; 20] = [
    "=1+1",
    "+86-10",
    "-",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "1.编制目录；2.公开目录；3.更新目录。",
    "（一）加强领导",
    "一、加强领导",
    "2.5万平方米",
    "第一行\n第二行",
    "\u{202e}从右向左\u{202c}",
    "同上",
    "合计",
    "备注：无",
    "责任单位：市教育局",
    "附件",
    "_x0041_{a}&amp;",
    "编制目录（市教育局负责）。",
];

/// Organs of which none is another under a second name.
const ORGANS: [&str; 12] = [
    "办公室",
    "人事科",
    "市财政局",
    "市教育局",
    "县公安局",
    "宣传信息中心",
    "机关各相关科室",
    "各镇（街）教委",
    "各县、区人民政府（管委会）",
    "区直各学校（单位、幼儿园）",
    "潮州供电局",
    "国务院相关部门",
];

const TIMES: [&str; 10] = [
    "2020年9月底前",
    "6月底前",
    "第三季度",
    "年底前",
    "每季度末月20日前",
    "持续推进",
    "及时",
    "10月底前报送",
    "收到申请之日起20个工作日内",
    "3月—12月",
];

const CHINESE: [&str; 9] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];

fn sentence() -> impl Strategy<Value = String> {
    (select(&VERBS[..]), select(&OBJECTS[..])).prop_map(|(verb, object)| format!("{verb}{object}。"))
}

fn title() -> impl Strategy<Value = String> {
    (select(&VERBS[..]), select(&OBJECTS[..2])).prop_map(|(verb, object)| format!("{verb}{object}"))
}

/// What a cell may hold.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![4 => sentence(), 3 => select(&SLY[..]).prop_map(str::to_owned), 1 => Just("长".repeat(10_000))]
}

fn context() -> Context {
    Context { issued: parse_iso_date("2020-08-27"), year: Some(2020), year_source: YearSource::Title }
}

/// The timings that a cell or a phrase gives, completion before milestones on the way.
fn timings(id: &RequirementId, times: &[&str], origin: Origin) -> Vec<Timing> {
    let found = times.iter().flat_map(|text| parse(text, &context()).into_iter().map(move |found| (*text, found)));
    let mut found: Vec<(&str, Expression)> = found.collect();
    found.sort_by_key(|(_, expression)| expression.milestone.is_some());
    let timing = |(number, (text, expression)): (usize, (&str, Expression))| {
        let raw = if origin == Origin::Column { text } else { &text[expression.span.clone()] };
        let mut timing = Timing::of_expression(id.timing(number), expression);
        (timing.raw, timing.origin) = (Some(raw.to_owned()), Some(origin));
        timing
    };
    (1..).zip(found).map(timing).collect()
}

/// Organs with their roles, and whether the list of each role stays open.
fn assignments(origin: Origin) -> impl Strategy<Value = Vec<Assignment>> {
    (subsequence(&ORGANS[..], 0..5), vec((select(&Role::ALL[..]), any::<bool>()), 5)).prop_map(
        move |(organs, roles)| {
            let mut assigned: Vec<Assignment> =
                organs.iter().zip(&roles).map(|(organ, (role, _))| Assignment::new(*organ, *role)).collect();
            assigned.sort_by_key(|assignment| assignment.role);
            assigned.iter_mut().for_each(|assignment| assignment.origin = Some(origin));
            if let (Some(last), Some((_, true))) = (assigned.last_mut(), roles.last()) {
                last.open_list = true;
            }
            assigned
        },
    )
}

/// A requirement out of a table: in its number, title and text whatever there may be.
fn row() -> impl Strategy<Value = Requirement> {
    let work = (option::of("[1-9][0-9]?|①"), option::weighted(0.3, cell()), option::weighted(0.9, cell()));
    let follow_up = (option::weighted(0.3, cell()), btree_map("[甲乙丙][0-9]{0,2}|备注", cell(), 0..3));
    let persons = vec(("[张王李]某[甲乙丙]", option::of(select(&Role::ALL[..]))), 0..3);
    let times = subsequence(&TIMES[..], 0..4);
    (work, assignments(Origin::Column), times, persons, follow_up).prop_map(
        |((label, title, text), assignments, times, persons, (status, cells))| {
            let mut requirement = Requirement::new(SectionId::top(1).task(1).requirement(1), text.unwrap_or_default());
            (requirement.label, requirement.title, requirement.assignments) = (label, title, assignments);
            requirement.timings = timings(&requirement.id, &times, Origin::Column);
            (requirement.status, requirement.cells) = (status, cells);
            requirement.persons = persons
                .into_iter()
                .map(|(name, role)| {
                    let mut person = Person::new(name);
                    person.role = role;
                    person
                })
                .collect();
            // Persons stand in the order of their columns.
            requirement.persons.sort_by_key(|person| {
                person.role.map_or(Role::ALL.len(), |role| Role::ALL.iter().position(|one| *one == role).unwrap())
            });
            requirement
        },
    )
}

/// A requirement out of a clause.
fn item() -> impl Strategy<Value = Requirement> {
    (option::weighted(0.3, title()), sentence(), assignments(Origin::Phrase), subsequence(&TIMES[..], 0..3)).prop_map(
        |(title, text, assignments, times)| {
            let mut requirement = Requirement::new(SectionId::top(1).task(1).requirement(1), text);
            (requirement.title, requirement.assignments) = (title, assignments);
            if !requirement.assignments.is_empty() {
                requirement.timings = timings(&requirement.id, &times, Origin::Phrase);
            }
            requirement
        },
    )
}

fn table_task() -> impl Strategy<Value = Task> {
    (option::of("[1-9]"), option::of(cell()), option::weighted(0.2, cell()), vec(row(), 0..4)).prop_map(
        |(label, title, intro, requirements)| {
            let mut task = Task::new(SectionId::top(1).task(1));
            (task.label, task.title, task.intro, task.requirements) = (label, title, intro, requirements);
            task
        },
    )
}

fn clause_task() -> impl Strategy<Value = Task> {
    (title(), vec(item(), 1..4)).prop_map(|(title, mut requirements)| {
        let mut task = Task::new(SectionId::top(1).task(1));
        task.title = Some(title);
        for (number, requirement) in (1..).zip(&mut requirements) {
            requirement.label = Some(number.to_string());
        }
        task.requirements = requirements;
        task
    })
}

fn section(
    tasks: impl Strategy<Value = Vec<Task>>,
    prose: impl Strategy<Value = String>,
) -> impl Strategy<Value = Section> {
    (title(), vec(prose, 0..2), tasks).prop_map(|(title, paragraphs, tasks)| {
        let mut section = Section::new(SectionId::top(1));
        (section.title, section.paragraphs, section.tasks) = (Some(title), paragraphs, tasks);
        section
    })
}

/// Sections out of tables, some with sections below them, some with nothing.
fn of_tables() -> impl Strategy<Value = Vec<Section>> {
    let below = || section(vec(table_task(), 0..3), cell());
    let above = (below(), vec((below(), vec(below(), 0..2)), 0..2)).prop_map(|(mut section, sections)| {
        section.sections = sections
            .into_iter()
            .map(|(mut section, sections)| {
                section.sections = sections;
                section
            })
            .collect();
        section
    });
    vec(above, 1..4)
}

fn of_clauses() -> impl Strategy<Value = Vec<Section>> {
    vec(section(vec(clause_task(), 1..3), Just("坚持问题导向，注重实效。".to_owned())), 1..4)
}

/// Gives every part its id, and sections the number that their level has.
fn number(sections: &mut [Section], above: Option<&SectionId>, in_clauses: bool) {
    for (index, section) in sections.iter_mut().enumerate() {
        section.id = above.map_or_else(|| SectionId::top(index + 1), |above| above.section(index + 1));
        section.label = Some(CHINESE[index % 9].to_owned());
        for (number, task) in (1..).zip(&mut section.tasks) {
            tasks(task, section.id.task(number), in_clauses.then(|| CHINESE[number - 1].to_owned()));
        }
        let id = section.id.clone();
        self::number(&mut section.sections, Some(&id), in_clauses);
    }
}

fn tasks(task: &mut Task, id: TaskId, label: Option<String>) {
    task.id = id;
    task.label = label.or(task.label.take());
    for (number, requirement) in (1..).zip(&mut task.requirements) {
        requirement.id = task.id.requirement(number);
        for (number, timing) in (1..).zip(&mut requirement.timings) {
            timing.id = requirement.id.timing(number);
        }
    }
}

/// A plan out of a document.
pub(crate) fn plan() -> impl Strategy<Value = Plan> {
    let sections = prop_oneof![
        of_tables().prop_map(|sections| (sections, false)),
        of_clauses().prop_map(|sections| (sections, true)),
    ];
    let head = (any::<bool>(), any::<bool>(), subsequence(&["各镇人民政府", "各科室", "局属各单位"][..], 0..3));
    let notice = (option::of(Just("此件公开发布")), vec((title(), sentence()), 0..3), any::<bool>());
    (sections, head, notice).prop_map(|((mut sections, in_clauses), (numbered, dated, addressees), notice)| {
        number(&mut sections, None, in_clauses);
        let mut plan = Plan::new("generated".parse().unwrap());
        plan.sections = sections;
        let (note, directives, attached) = notice;
        let attached = attached || !directives.is_empty();
        plan.title = attached.then(|| "2020年政务公开工作要点".to_owned());
        plan.head.title = Some("某市教育局关于印发2020年政务公开工作要点的通知".to_owned());
        plan.head.kind = Some(DocumentKind::Notice);
        plan.head.issuers = vec!["某市教育局".to_owned()];
        plan.head.number = numbered.then(|| "某教发〔2020〕4号".parse().unwrap());
        plan.head.issued_on = dated.then(|| parse_iso_date("2020-08-27")).flatten();
        plan.head.addressees = addressees.into_iter().map(str::to_owned).collect();
        plan.head.attachments = plan.title.iter().cloned().collect();
        plan.head.note = note.filter(|_| dated).map(str::to_owned);
        plan.head.disclosure = plan.head.note.as_ref().map(|_| govplan::Disclosure::Public);
        let year = |month, day| parse_iso_date(&format!("2020-{month:02}-{day:02}"));
        plan.period = Some(PlanPeriod { start: year(1, 1), end: year(12, 31) });
        if attached {
            plan.preamble.push(Paragraph::new("现将《2020年政务公开工作要点》印发给你们，请认真贯彻落实。"));
        }
        for (index, (title, text)) in directives.into_iter().enumerate() {
            let mut directive = Directive::new(DirectiveId::nth(index + 1), text);
            (directive.label, directive.title) = (Some(CHINESE[index].to_owned()), Some(title));
            plan.directives.push(directive);
        }
        let assigned = plan.requirements().flat_map(|requirement| &requirement.item.assignments);
        let mut names: Vec<String> = assigned.map(|assignment| assignment.unit.clone()).collect();
        names.sort();
        names.dedup();
        plan.units = names.into_iter().map(Unit::new).collect();
        plan
    })
}
