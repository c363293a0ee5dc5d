//! What the checks say of a real plan.

use crate::{
    Assignment, CheckSettings, Closure, Collective, Directive, DirectiveId, DocumentKind, Finding, Plan, Requirement,
    Role, Section, SectionId, Severity, Task, Timing, TimingKind, Unit,
};

const ROWS: &str = include_str!("seed_rows.tsv");

const DIRECTIVE: &str = "各镇（街）教委、区直各学校（单位、幼儿园）、机关各科室要对中办、国办《关于全面推进政务公开工作的意见》及实施\
细则，教育部印发的《义务教育领域基层政务公开标准指引》安排部署的各项工作进行“回头看”，逐项对照自查落实情况。强化日常监督，建立政务\
公开常态化督導體系，通过制定台账、定期调度、重点督查等形式，确保各项公开任务落实到位。";

/// The seed document's plan: its head, one of its directives, every row of its table.
fn plan() -> Plan {
    let mut plan = Plan::new("兖教体发-2020-46".parse().unwrap());
    plan.head.number = Some("兖教体发〔2020〕46号".parse().unwrap());
    plan.head.title = Some("关于印发2020年政务公开重点工作实施方案的通知".to_owned());
    plan.head.kind = Some(DocumentKind::Notice);
    plan.head.issuers = vec!["济宁市兖州区教育和体育局".to_owned()];
    plan.head.addressees = vec!["各镇（街）教委".to_owned(), "机关各科室".to_owned()];
    plan.head.issued_on = govplan_time::parse_iso_date("2020-08-27");
    let mut directive = Directive::new(DirectiveId::nth(1), DIRECTIVE);
    directive.label = Some("一".to_owned());
    plan.directives.push(directive);

    for row in ROWS.lines().skip(1) {
        let fields: Vec<&str> = row.split('\t').collect();
        let [section_label, task_label, units, text] = fields[..] else { panic!("{row}") };
        if plan.sections.last().is_none_or(|section| section.label.as_deref() != Some(section_label)) {
            let mut section = Section::new(SectionId::top(plan.sections.len() + 1));
            section.label = Some(section_label.to_owned());
            plan.sections.push(section);
        }
        let section = plan.sections.last_mut().unwrap();
        if section.tasks.last().is_none_or(|task| task.label.as_deref() != Some(task_label)) {
            let mut task = Task::new(section.id.task(section.tasks.len() + 1));
            task.label = Some(task_label.to_owned());
            section.tasks.push(task);
        }
        let task = section.tasks.last_mut().unwrap();
        let mut requirement = Requirement::new(task.id.requirement(task.requirements.len() + 1), text);
        if text.starts_with("2020年9月底前") {
            let mut timing = Timing::new(requirement.id.timing(1), TimingKind::By);
            timing.raw = Some("2020年9月底前".to_owned());
            timing.end = govplan_time::parse_iso_date("2020-09-30");
            requirement.timings.push(timing);
        }
        requirement.assignments = units.split(';').map(|printed| assignment(&mut plan.units, printed)).collect();
        task.requirements.push(requirement);
    }
    plan
}

fn assignment(units: &mut Vec<Unit>, printed: &str) -> Assignment {
    let raw = printed.trim_end_matches('^');
    let name = if raw == "基教科" { "基础教育科" } else { raw };
    if !units.iter().any(|unit| unit.name == name) {
        let mut unit = Unit::new(name);
        let closure = if name.contains("相关") { Closure::Open } else { Closure::Closed };
        unit.collective = name.contains('各').then(|| Collective::new(closure));
        units.push(unit);
    }
    if raw != name {
        units.iter_mut().find(|unit| unit.name == name).unwrap().aliases = vec![raw.to_owned()];
    }
    let mut assignment = Assignment::new(name, Role::Responsible);
    assignment.raw = Some(raw.to_owned());
    assignment.inherited = raw != printed;
    assignment
}

fn said(findings: &[Finding]) -> Vec<(&str, &str)> {
    findings.iter().map(|finding| (finding.code.as_str(), finding.subject.as_deref().unwrap_or_default())).collect()
}

#[test]
fn the_faults_of_a_real_plan_are_found_and_nothing_else() {
    let plan = plan();
    assert_eq!((plan.sections.len(), plan.tasks().count(), plan.requirements().count()), (5, 14, 29));
    let findings = plan.check(&CheckSettings::default());
    let expected = [
        #[cfg(feature = "traditional")]
        ("GP205", "督導體系"),
        ("GP303", "基础教育科"),
        ("GP303", "区直各学校（幼儿园）"),
        ("GP304", "机关各相关科室"),
        ("GP306", ""),
        // 机关各科室 alone for public consultation; 许可服务科 beside 机关各科室 in two rows.
        ("GP311", "s2.t1.r1"),
        ("GP310", "s2.t2.r2"),
        ("GP302", "s3.t1.r2"),
        // It lists the steps of answering requests without 审核 and 归档.
        ("GP522", "s3.t2.r1"),
        ("GP214", "功能定位,以内容建"),
    ];
    assert_eq!(said(&findings), expected);
    assert!(findings.iter().all(|finding| finding.severity < Severity::Error));
}

#[test]
fn the_plan_says_the_same_after_a_round_trip() {
    let plan = plan();
    let again = Plan::from_json(plan.to_json().as_bytes()).unwrap();
    assert_eq!(again.check(&CheckSettings::default()), plan.check(&CheckSettings::default()));
}
