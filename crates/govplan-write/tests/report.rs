//! The page of plans built by hand.

#![cfg(feature = "html")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use chrono::NaiveDate;
use govplan_core::{
    Assignment, CheckSettings, Directive, Finding, Language, Person, Place, Plan, Requirement, Role, ScheduleSettings,
    Section, SectionId, Task, Timing, TimingKind, Unit, WorkingDays,
};
use govplan_write::{ReportedPlan, report_html};

const SLY: &str = "\"><img onerror='run()'>&\u{202e}\u{0}";

/// A plan with every part that a page can show.
fn plan(id: &str, text: &str) -> Plan {
    let mut plan = Plan::new(id.parse().unwrap());
    plan.title = Some(text.to_owned());
    plan.head.issuers.push(text.to_owned());
    plan.head.issued_on = NaiveDate::from_ymd_opt(2020, 8, 27);
    plan.directives.push(Directive::new("n1".parse().unwrap(), text));
    let mut office = Unit::new("办公室");
    office.aliases.push(format!("{text}（办）"));
    plan.units.push(office);
    let mut section = Section::new(SectionId::top(1));
    section.label = Some("一".to_owned());
    section.title = Some(text.to_owned());
    let mut task = Task::new(section.id.task(1));
    task.title = Some(text.to_owned());
    task.intro = Some(text.to_owned());
    let mut requirement = Requirement::new(task.id.requirement(1), text);
    requirement.title = Some(text.to_owned());
    requirement.status = Some(text.to_owned());
    requirement.cells.insert(text.to_owned(), text.to_owned());
    requirement.persons.push(Person::new(text));
    requirement.place = Some(Place::in_line(12, 5, 1));
    let mut printed = Assignment::new("办公室", Role::Lead);
    printed.raw = Some(text.to_owned());
    printed.inherited = true;
    printed.open_list = true;
    requirement.assignments.extend([printed, Assignment::new(text, Role::Cooperating)]);
    let mut timing = Timing::new(requirement.id.timing(1), TimingKind::Range);
    timing.raw = Some(text.to_owned());
    timing.start = NaiveDate::from_ymd_opt(2020, 9, 20);
    timing.end = NaiveDate::from_ymd_opt(2020, 10, 1);
    timing.milestone = Some(text.to_owned());
    requirement.timings.push(timing);
    let blank = Requirement::new(task.id.requirement(2), "");
    task.requirements.extend([requirement, blank]);
    section.tasks.push(task);
    plan.sections.push(section);
    plan
}

fn page(plans: &[Plan], today: Option<NaiveDate>, language: Language) -> String {
    let days = WorkingDays::announced();
    let findings: Vec<Vec<Finding>> = plans.iter().map(|plan| plan.check(&CheckSettings::default())).collect();
    let mut settings = ScheduleSettings::new(days);
    settings.today = today;
    let reported: Vec<ReportedPlan<'_>> = plans
        .iter()
        .zip(&findings)
        .map(|(plan, findings)| ReportedPlan::new(plan, findings, plan.schedule(&settings)))
        .collect();
    report_html(&reported, days, today, language)
}

#[test]
fn every_text_is_escaped_wherever_it_stands() {
    for language in [Language::Chinese, Language::English] {
        for plans in [vec![plan("p", SLY)], vec![plan("p", SLY), plan("q", SLY)]] {
            for today in [None, NaiveDate::from_ymd_opt(2020, 9, 25)] {
                let html = page(&plans, today, language);
                assert!(html.starts_with("<!DOCTYPE html>\n<html lang="), "{}", html.get(..100).unwrap());
                assert!(html.ends_with("</html>"));
                assert!(!html.contains("<img") && !html.contains("onerror='") && !html.contains("\"><img"));
                assert!(!html.contains(['\u{202e}', '\u{0}']));
                let escaped = "&quot;&gt;&lt;img onerror=&#x27;run()&#x27;&gt;&amp;\u{fffd}\u{fffd}";
                // Title, issuer, alias, section, task, row, time, person, cells, organ and its printed name at least.
                assert!(html.matches(escaped).count() >= 20 * plans.len(), "{}", html.matches(escaped).count());
            }
        }
    }
}

#[test]
fn the_same_plans_give_the_same_bytes_and_today_is_told_only_where_it_is() {
    let plans = [plan("p", "编制目录。")];
    let today = NaiveDate::from_ymd_opt(2020, 10, 8);
    assert_eq!(page(&plans, today, Language::Chinese), page(&plans, today, Language::Chinese));
    let late = page(&plans, today, Language::English);
    assert!(late.contains(r#"<time datetime="2020-10-08">"#) && late.contains(">overdue</span>"));
    let timeless = page(&plans, None, Language::English);
    assert!(!timeless.contains("As of") && !timeless.contains("overdue</span>"));
}

#[test]
fn a_row_tells_its_place_what_was_printed_and_what_was_found() {
    let html = page(&[plan("p", "编制目录。")], None, Language::Chinese);
    assert!(html.contains(r#"<code>s1.t1.r1</code><span class="place">12:5</span>"#));
    assert!(html.contains(r#"data-organs="1:lead 2:cooperating" data-months="2020-10""#));
    assert!(html.contains(
        r#"<span class="printed" lang="zh-Hans">编制目录。</span> <b class="days">2020-09-20 至 2020-10-01</b>"#
    ));
    // The last day is off.
    assert!(html.contains(
        r#"<time datetime="2020-10-01">2020-10-01 周四</time> <span class="mark rest">国庆节、中秋节</span>"#
    ));
    let mark = html.split_once("<td class=\"marks\"><a href=\"#f").unwrap().1;
    let (number, _) = mark.split_once('"').unwrap();
    assert!(html.contains(&format!("<li id=\"f{number}\">")));
}

#[test]
fn days_off_that_are_not_announced_are_not_marked() {
    let mut future = plan("p", "编制目录。");
    for requirement in future.sections.iter_mut().flat_map(|section| &mut section.tasks) {
        for timing in requirement.requirements.iter_mut().flat_map(|requirement| &mut requirement.timings) {
            timing.start = None;
            timing.end = NaiveDate::from_ymd_opt(2090, 10, 1);
        }
    }
    let html = page(&[future], None, Language::English);
    assert!(html.contains("The days off of this year are not announced"));
    assert!(!html.contains("class=\"rest"));
}

#[test]
fn a_plan_without_work_and_no_plan_at_all_are_pages_too() {
    let empty = Plan::new("p".parse().unwrap());
    assert!(page(&[empty], None, Language::Chinese).contains("没有可以确定到期日的事项"));
    assert!(page(&[], None, Language::Chinese).ends_with("</html>"));
}
