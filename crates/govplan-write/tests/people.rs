//! What people read, of a plan built by hand.

#![cfg(feature = "human")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use govplan_core::{
    Assignment, Finding, Graph, Language, Message, Person, Place, Plan, Related, Requirement, Role, Section, SectionId,
    Task, Unit, reading,
};
use govplan_write::{Color, Screen, duties_text, findings_text, plan_text, rule_text};

fn plan() -> Plan {
    let mut plan = Plan::new("p".parse().unwrap());
    plan.title = Some("2020年工作要点".to_owned());
    plan.units.extend(["办公室", "人事科"].map(Unit::new));
    let mut section = Section::new(SectionId::top(1));
    section.label = Some("一".to_owned());
    section.title = Some("推进决策公开".to_owned());
    let mut task = Task::new(section.id.task(1));
    let mut shared = Requirement::new(task.id.requirement(1), "编制完成标准目录。");
    shared.label = Some("1".to_owned());
    shared.assignments.extend([Assignment::new("人事科", Role::Cooperating), Assignment::new("办公室", Role::Lead)]);
    shared.persons.push(Person::new("分管副局长"));
    let idle = Requirement::new(task.id.requirement(2), "更新目录\u{1b}[2J。");
    task.requirements.extend([shared, idle]);
    section.tasks.push(task);
    plan.sections.push(section);
    plan
}

fn finding(place: Option<Place>) -> Finding {
    let mut finding = reading::UNREAD_ROW.finding(Message::new("有一行读不懂", "a row could not be read"));
    finding.pointer = Some("/sections/0/tasks/0/requirements/1".to_owned());
    finding.place = place;
    finding
}

#[test]
fn a_plan_tells_its_organs_the_strongest_role_first() {
    let text = plan_text(&plan(), &[], &Screen::default());
    let expected = "\
2020年工作要点

一 推进决策公开
    1 编制完成标准目录。
      牵头    办公室
      配合    人事科
      责任人  分管副局长
    · 更新目录\u{fffd}[2J。
      责任  未列责任单位

部分 1、任务 1、要求 2、单位 2、责任 2、时限 0
单位责任  办公室（1）、人事科（1）

没有发现问题
";
    assert_eq!(text, expected);
}

#[test]
fn duties_tell_the_role_of_everyone() {
    let plan = plan();
    let graph = Graph::new(&plan);
    let duties = graph.duties("人事科").unwrap();
    let partners = graph.partners(graph.find("人事科").unwrap()[0]);
    let screen = Screen { language: Language::English, ..Screen::default() };
    let text = duties_text("人事科", &duties, &partners, &screen);
    assert!(text.starts_with("人事科 · duties 1\n"), "{text}");
    assert!(text.ends_with("works with 办公室 1\n"), "{text}");
    assert!(text.contains("lead         办公室\n    cooperating  人事科\n"), "{text}");
}

#[test]
fn without_its_document_a_finding_shows_the_plan() {
    let text = findings_text(&plan(), &[finding(None)], None, &Screen::default());
    let expected = "\
警告[GP007]: 有一行读不懂
--> p /sections/0/tasks/0/requirements/1
 = 计划: 更新目录\u{fffd}[2J。

错误 0 · 警告 1 · 提示 0
";
    assert_eq!(text, expected);
}

#[test]
fn with_its_document_a_finding_shows_the_line() {
    let source = "一、总则\n\t更新目录\u{1b}。\n";
    let place = Place::in_line(2, 4, 2);
    let text = findings_text(&plan(), &[finding(Some(place))], Some(source), &Screen::default());
    let expected = "\
警告[GP007]: 有一行读不懂
 --> p:2:4
  |
2 |     更新目录\u{fffd}。
  |         ^^^^

错误 0 · 警告 1 · 提示 0
";
    assert_eq!(text, expected);
}

#[test]
fn a_place_beyond_the_document_is_no_trouble() {
    for place in [Place::in_line(9, 1, 1), Place::in_line(1, 99, 9), Place::in_line(1, 1, 0), Place::in_table(1, 2, 3)]
    {
        let text = findings_text(&plan(), &[finding(Some(place))], Some("一\n"), &Screen::default());
        assert!(text.starts_with("警告[GP007]"), "{text}");
    }
}

#[test]
fn a_long_place_and_many_relations_stay_short() {
    let line = "督".repeat(5000);
    let mut long = finding(Some(Place::in_line(1, 1, 5000)));
    long.related = (2..100).map(|n| Related::new(None, Some(Place::in_line(n, 1, 1)), None)).collect();
    let text = findings_text(&plan(), &[long], Some(&line), &Screen::default());
    assert!(text.lines().all(|line| line.chars().count() < 100), "{text}");
    assert!(text.contains("= 另见: 6:1\n") && text.contains("= 另见: +93\n") && !text.contains("7:1"), "{text}");
}

#[test]
fn colours_change_nothing_but_colours() {
    let screen = Screen { color: Color::Ansi, ..Screen::default() };
    let colored = plan_text(&plan(), &[finding(None)], &screen);
    let plain: String = colored.split('\u{1b}').map(|part| part.strip_prefix('[').map_or(part, after_code)).collect();
    assert_eq!(plain, plan_text(&plan(), &[finding(None)], &Screen::default()));
}

fn after_code(sequence: &str) -> &str {
    sequence.split_once('m').map_or(sequence, |(_, text)| text)
}

#[test]
fn a_narrow_screen_still_gets_everything() {
    for width in [0, 1, 20, 40] {
        let text = plan_text(&plan(), &[finding(None)], &Screen { width, ..Screen::default() });
        assert!(text.replace(['\n', ' '], "").contains("编制完成标准目录。"), "{text}");
    }
}

#[test]
fn a_rule_explains_itself() {
    let text = rule_text(&reading::UNREAD_ROW, &Screen::default());
    assert!(text.starts_with("GP007 unread-row · 警告 · 读取\n"), "{text}");
    assert!(!text.contains('\t'));
}
