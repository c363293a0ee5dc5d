//! The façade as an outsider uses it: nothing but `govplan`.

use govplan::time::WorkingDays;
use govplan::{
    Assignment, CheckSettings, Citation, Closure, Collective, Directive, DirectiveId, DocNumber, DocumentRule,
    DocumentRuleKind, Error, Every, Finding, FlatRow, Format, Graph, Head, JsonError, JsonErrorKind, Language, Limits,
    Loaded, Message, Options, Period, PeriodUnit, Person, Place, Plan, PlanId, ReadError, Recurrence, Requirement,
    Role, Rule, Schedule, ScheduleSettings, Section, SectionId, Severity, SourceFile, Step, Task, TimeLimit, Timing,
    TimingKind, TimingView, TokenError, Unit, UnitKind, WorkItem, Workload,
};

fn assert_shared<T: Send + Sync>() {}

#[test]
fn every_type_crosses_threads() {
    assert_shared::<(Plan, Head, Section, Task, Requirement, Assignment, Timing, Person, Unit, Collective)>();
    assert_shared::<(Directive, Citation, DocumentRule, SourceFile, Place, DocNumber, PlanId, Finding, FlatRow)>();
    assert_shared::<(
        Graph<'static>,
        Workload<'static>,
        WorkItem<'static>,
        Rule,
        CheckSettings<'static>,
        TimingView<'static>,
    )>();
    assert_shared::<(Schedule<'static>, ScheduleSettings<'static>, TimeLimit, WorkingDays)>();
    assert_shared::<(Error, JsonError, ReadError, TokenError, Loaded, Options, Limits, Format, Language)>();
}

#[test]
fn errors_are_errors() {
    fn assert_error<E: std::error::Error + 'static>() {}
    assert_error::<Error>();
    assert_error::<JsonError>();
    assert_error::<ReadError>();
    assert_error::<TokenError>();
}

/// A plan made without a document.
fn plan() -> Plan {
    let mut plan = Plan::new("示例-2021-1".parse().unwrap());
    plan.head.number = Some("示政办发〔2021〕1号".parse().unwrap());
    let mut districts = Unit::new("各区县");
    districts.kind = Some(UnitKind::Collective);
    districts.collective = Some(Collective::new(Closure::Open));
    plan.units.extend([Unit::new("办公室"), districts]);
    plan.rules.push(DocumentRule::new(DocumentRuleKind::FirstListedIsLead));
    let mut directive = Directive::new(DirectiveId::nth(1), "认真组织实施。");
    directive.assignments.push(Assignment::new("各区县", Role::Implementing));
    plan.directives.push(directive);

    let mut section = Section::new(SectionId::top(1));
    section.label = Some("一".to_owned());
    let mut task = Task::new(section.id.task(1));
    let mut requirement = Requirement::new(task.id.requirement(1), "按月报送进展。");
    requirement.assignments.push(Assignment::new("办公室", Role::Lead));
    requirement.persons.push(Person::new("分管副市长"));
    requirement.place = Some(Place::in_line(3, 1, 7));
    let mut monthly = Timing::new(requirement.id.timing(1), TimingKind::Recurring);
    monthly.period = Some(Period { n: 5, unit: PeriodUnit::WorkingDay });
    monthly.steps.push(Step { code: "each_month".into(), args: [("day".into(), 5.into())].into() });
    monthly.recurrence = Some(Recurrence {
        every: Every::Monthly,
        interval: None,
        times: None,
        day: Some(5),
        weekday: None,
        month: None,
        month_of_quarter: None,
        from_end: None,
        next_period: true,
    });
    requirement.timings.push(monthly);
    task.requirements.push(requirement);
    section.tasks.push(task);
    plan.sections.push(section);
    plan
}

#[test]
fn a_plan_made_by_hand_is_checked_queried_and_written() {
    let plan = plan();
    assert_eq!(Plan::from_json(plan.to_json().as_bytes()).as_ref(), Ok(&plan));
    assert!(plan.check(&CheckSettings::default()).iter().all(|finding| finding.severity < Severity::Error));

    let duties = Graph::new(&plan);
    let duties = duties.duties("办公室").unwrap();
    let items: Vec<_> = duties.iter().map(|duty| (duty.item.requirement.id.as_str(), duty.assignment.role)).collect();
    assert_eq!(items, [("s1.t1.r1", Role::Lead)]);
    assert!(Graph::new(&plan).duties("财政局").is_err());

    let rows: Vec<FlatRow> = plan.rows().collect();
    assert_eq!((rows.len(), rows[0].unit.as_deref(), rows[0].place.as_deref()), (1, Some("办公室"), Some("3:1")));
    let timing = &plan.sections[0].tasks[0].requirements[0].timings[0];
    assert!(matches!(timing.view(), TimingView::Recurring { recurrence: Some(rhythm), .. } if rhythm.next_period));
}

#[test]
fn a_fault_made_by_hand_is_found_and_refused() {
    let mut plan = plan();
    plan.sections[0].tasks[0].requirements[0].assignments[0].unit = "办工室".to_owned();
    let found = plan.check(&CheckSettings::default());
    let fault = found.iter().find(|finding| finding.severity == Severity::Error).unwrap();
    assert_eq!(fault.expected.as_deref(), Some("办公室"));
    let Message { zh, en, .. } = &fault.message;
    assert!(zh.contains("`办工室`") && en.contains("`办工室`"));

    let error = Plan::from_json(plan.to_json().as_bytes()).unwrap_err();
    assert_eq!(error.kind(), JsonErrorKind::Structure);
    assert_eq!(error.pointer(), fault.pointer.as_deref());
    assert!(error.message(Language::Chinese).contains("办公室"));
}
