use super::*;
use crate::{Requirement, Section, SectionId, Task, Unit};

/// A plan of one task, and one requirement for each list of organs and roles.
fn plan(units: &[(&str, &[&str])], requirements: &[&[(&str, Role)]]) -> Plan {
    let mut plan = Plan::new("p".parse().unwrap());
    for (name, aliases) in units {
        let mut unit = Unit::new(*name);
        unit.aliases = aliases.iter().map(|alias| (*alias).to_owned()).collect();
        plan.units.push(unit);
    }
    let mut outer = Section::new(SectionId::top(1));
    outer.title = Some("第一部分".to_owned());
    let mut inner = Section::new(outer.id.section(1));
    inner.title = Some("重点工作".to_owned());
    let mut task = Task::new(inner.id.task(1));
    for (n, assignments) in requirements.iter().enumerate() {
        let mut requirement = Requirement::new(task.id.requirement(n + 1), "抓好落实。");
        requirement.assignments = assignments.iter().map(|(unit, role)| Assignment::new(*unit, *role)).collect();
        task.requirements.push(requirement);
    }
    inner.tasks.push(task);
    outer.sections.push(inner);
    plan.sections.push(outer);
    plan
}

const OFFICE: (&str, &[&str]) = ("办公室", &[]);
const BASIC: (&str, &[&str]) = ("基础教育科", &["基教科"]);

#[test]
fn duties_come_in_the_order_of_the_plan_under_every_name() {
    let plan = plan(
        &[OFFICE, BASIC],
        &[
            &[("基础教育科", Role::Lead), ("办公室", Role::Cooperating)],
            &[("办公室", Role::Responsible)],
            &[("基础教育科", Role::Responsible)],
        ],
    );
    let graph = Graph::new(&plan);
    let ids = |organ| -> Vec<String> {
        let duties = graph.duties(organ).unwrap();
        duties.iter().map(|duty| format!("{} {}", duty.item.requirement.id, duty.assignment.role.as_str())).collect()
    };
    assert_eq!(ids("办公室"), ["s1.s1.t1.r1 cooperating", "s1.s1.t1.r2 responsible"]);
    assert_eq!(ids("基教科"), ["s1.s1.t1.r1 lead", "s1.s1.t1.r3 responsible"]);
    let duty = &graph.duties("办公室").unwrap()[1];
    assert_eq!(duty.item.pointer, "/sections/0/sections/0/tasks/0/requirements/1");
    assert_eq!(duty.item.section_title().as_deref(), Some("第一部分 / 重点工作"));
}

#[test]
fn an_unknown_organ_names_the_nearest_and_never_a_far_one() {
    let plan = plan(&[OFFICE, BASIC], &[]);
    let graph = Graph::new(&plan);
    for (asked, nearest) in [
        ("办公", Some("办公室")),
        ("基教处", Some("基教科")),
        ("基础教育处", Some("基础教育科")),
        ("财政局", None),
        ("", None),
    ] {
        assert_eq!(graph.duties(asked).unwrap_err().nearest.as_deref(), nearest, "{asked}");
    }
}

#[test]
fn work_without_an_organ_and_without_a_lead_is_found() {
    let plan = plan(
        &[OFFICE, BASIC],
        &[
            &[],
            &[("办公室", Role::Responsible)],
            &[("办公室", Role::Responsible), ("基础教育科", Role::Responsible)],
            &[("办公室", Role::Lead), ("基础教育科", Role::Responsible)],
            &[("办公室", Role::Responsible), ("办公室", Role::Supervising)],
        ],
    );
    let graph = Graph::new(&plan);
    let ids = |items: Vec<&WorkItem<'_>>| -> Vec<String> {
        items.iter().map(|item| item.requirement.id.to_string()).collect()
    };
    assert_eq!(ids(graph.without_unit().collect()), ["s1.s1.t1.r1"]);
    assert_eq!(ids(graph.without_lead().collect()), ["s1.s1.t1.r3"]);
}

#[test]
fn organs_are_counted_by_role_and_one_outside_the_index_comes_last() {
    let plan = plan(
        &[OFFICE, BASIC],
        &[
            &[("人事科", Role::Lead), ("办公室", Role::Cooperating)],
            &[("办公室", Role::Responsible)],
            &[("办公室", Role::Responsible)],
        ],
    );
    let graph = Graph::new(&plan);
    let organs: Vec<_> = graph.organs().map(|organ| (organ.name, organ.total())).collect();
    assert_eq!(organs, [("办公室", 3), ("基础教育科", 0), ("人事科", 1)]);
    let office = graph.organs().next().unwrap();
    assert_eq!(office.duties, BTreeMap::from([(Role::Responsible, 2), (Role::Cooperating, 1)]));
}

fn name_of<'a>(graph: &Graph<'a>, organ: NodeId) -> &'a str {
    graph.organ(organ).unwrap().name
}

fn names(graph: &Graph<'_>, organs: &[NodeId]) -> Vec<String> {
    organs.iter().map(|organ| name_of(graph, *organ).to_owned()).collect()
}

fn one(graph: &Graph<'_>, name: &str) -> NodeId {
    graph.find(name).unwrap()[0]
}

/// A leads with B, B works with C alone and both on another, D stands for itself.
fn small() -> Plan {
    plan(
        &[("甲", &[]), ("乙", &[]), ("丙", &[]), ("丁", &[])],
        &[
            &[("甲", Role::Lead), ("乙", Role::Cooperating)],
            &[("乙", Role::Cooperating), ("丙", Role::Responsible)],
            &[("丙", Role::Responsible), ("乙", Role::Cooperating), ("乙", Role::Supervising)],
            &[("丁", Role::Responsible)],
            &[],
        ],
    )
}

#[test]
fn partners_share_most_first() {
    let plan = small();
    let graph = Graph::new(&plan);
    let partners = graph.partners(one(&graph, "乙"));
    let shared: Vec<_> = partners.iter().map(|partner| (partner.name, partner.shared.len())).collect();
    assert_eq!(shared, [("丙", 2), ("甲", 1)]);
    assert_eq!(partners[0].shared[1].own, [Role::Cooperating, Role::Supervising]);
    assert_eq!(partners[0].shared[1].other, [Role::Responsible]);
    assert!(graph.partners(one(&graph, "丁")).is_empty());
}

#[test]
fn what_hangs_on_one_organ_is_found() {
    let plan = small();
    let graph = Graph::new(&plan);
    assert_eq!(names(&graph, &graph.single_points()), ["乙"]);
    let alone: Vec<_> = graph
        .carried_alone()
        .map(|(item, organ)| (item.requirement.id.as_str().to_owned(), name_of(&graph, organ)))
        .collect();
    assert_eq!(alone, [("s1.s1.t1.r4".to_owned(), "丁")]);
    assert_eq!(graph.only_cooperating().count(), 0);
    let helpers = self::plan(&[("甲", &[]), ("乙", &[])], &[&[("甲", Role::Lead), ("乙", Role::Cooperating)]]);
    let graph = Graph::new(&helpers);
    assert_eq!(names(&graph, &graph.only_cooperating().collect::<Vec<_>>()), ["乙"]);
}

#[test]
fn communities_hold_together_by_as_much_work_as_is_asked_for() {
    let plan = small();
    let graph = Graph::new(&plan);
    let groups = |weight| graph.communities(weight).iter().map(|group| names(&graph, group)).collect::<Vec<_>>();
    assert_eq!(groups(1), [vec!["甲", "乙", "丙"], vec!["丁"]]);
    assert_eq!(groups(2), [vec!["甲"], vec!["乙", "丙"], vec!["丁"]]);
}

#[test]
fn a_chain_goes_over_requirements_that_each_two_share() {
    let plan = small();
    let graph = Graph::new(&plan);
    let chain = graph.chain(one(&graph, "甲"), one(&graph, "丙")).unwrap();
    assert_eq!(names(&graph, &chain.organs), ["甲", "乙", "丙"]);
    let ids: Vec<_> = chain.requirements.iter().map(|id| graph.item(*id).unwrap().requirement.id.as_str()).collect();
    assert_eq!(ids, ["s1.s1.t1.r1", "s1.s1.t1.r2"]);
    assert_eq!(graph.chain(one(&graph, "甲"), one(&graph, "丁")), None);
    assert_eq!(names(&graph, &graph.chain(one(&graph, "甲"), one(&graph, "甲")).unwrap().organs), ["甲"]);
}

#[test]
fn centrality_counts_partners_and_chains() {
    let plan = small();
    let graph = Graph::new(&plan);
    let found: Vec<_> = graph.centrality().iter().map(|c| (c.partners, c.requirements, c.betweenness)).collect();
    assert_eq!(found, [(1, 1, 0.0), (2, 3, 1.0), (1, 2, 0.0), (0, 1, 0.0)]);
}

#[test]
fn members_of_closed_collectives_have_their_duties_where_asked() {
    let mut plan = plan(
        &[("人事科", &[]), ("机关各科室", &[])],
        &[&[("机关各科室", Role::Implementing)], &[("人事科", Role::Lead)]],
    );
    let mut collective = crate::Collective::new(crate::Closure::Closed);
    collective.members = vec!["人事科".to_owned(), "计财科".to_owned()];
    plan.units[1].collective = Some(collective);
    let graph = Graph::new(&plan);
    let staff = one(&graph, "人事科");
    assert_eq!(graph.duties_of(staff, DutyQuery::default()).len(), 1);
    let all = graph.duties_of(staff, DutyQuery::expanded());
    let through: Vec<_> = all.iter().map(|duty| (duty.item.requirement.id.as_str(), duty.through)).collect();
    assert_eq!(through, [("s1.s1.t1.r1", Some("机关各科室")), ("s1.s1.t1.r2", None)]);
    assert_eq!(graph.duties_of(staff, DutyQuery::expanded().of_role(Role::Lead)).len(), 1);
    assert_eq!(names(&graph, &graph.members_of(one(&graph, "机关各科室"))), ["人事科", "计财科"]);

    plan.units[1].collective.as_mut().unwrap().closure = crate::Closure::Open;
    assert_eq!(Graph::new(&plan).members_of(NodeId(1)).len(), 0);
}

#[test]
fn organs_of_two_plans_are_two() {
    let (first, mut second) = (small(), small());
    second.id = "q".parse().unwrap();
    let graph = Graph::of_plans([&first, &second]);
    assert_eq!(graph.find("甲").unwrap().len(), 2);
    assert_eq!(graph.duties("甲").unwrap().len(), 2);
    assert_eq!(graph.communities(1).len(), 4);
    assert!(graph.difference(&graph).duties.is_empty());
}

#[test]
fn a_difference_tells_whose_part_is_another() {
    let before = small();
    let mut after = small();
    let requirements = &mut after.sections[0].sections[0].tasks[0].requirements;
    requirements[0].assignments.remove(1);
    requirements[3].assignments[0].role = Role::Lead;
    requirements[4].assignments.push(Assignment::new("戊", Role::Lead));
    let (before, after) = (Graph::new(&before), Graph::new(&after));
    let difference = before.difference(&after);
    assert_eq!((difference.organs_added, difference.organs_gone), (vec!["戊"], vec![]));
    let changes: Vec<_> = difference.duties.iter().map(|c| (c.organ, c.before.clone(), c.after.clone())).collect();
    assert_eq!(
        changes,
        [
            ("乙", vec![Role::Cooperating], vec![]),
            ("丁", vec![Role::Responsible], vec![Role::Lead]),
            ("戊", vec![], vec![Role::Lead]),
        ]
    );
}

#[test]
fn edges_say_what_holds_what_and_what_depends_on_what() {
    let mut plan = plan(&[OFFICE], &[&[("办公室", Role::Lead)], &[]]);
    plan.units[0].parent = Some("区教体局".to_owned());
    let section = &mut plan.sections[0].sections[0];
    section.tasks[0].label = Some("1".to_owned());
    let mut later = Task::new(section.id.task(2));
    later.requirements.push(Requirement::new(later.id.requirement(1), "在第1项任务完成后总结。"));
    let mut person = crate::Person::new("王某");
    person.role = Some(Role::Lead);
    later.requirements[0].persons.push(person);
    section.tasks.push(later);
    let graph = Graph::new(&plan);
    let label = |id: NodeId| match graph.node(id).unwrap() {
        Node::Organ(organ) => organ.name.to_owned(),
        Node::Person { person, .. } => person.name.clone(),
        Node::Section { section, .. } => section.item.id.to_string(),
        Node::Task { task, .. } => task.item.id.to_string(),
        Node::Requirement(item) => item.requirement.id.to_string(),
    };
    let edges: Vec<String> = graph
        .edges()
        .map(|edge| format!("{} {} {}", label(edge.source), edge.kind.as_str(), label(edge.target)))
        .collect();
    assert_eq!(
        edges,
        [
            "办公室 lead s1.s1.t1.r1",
            "区教体局 above 办公室",
            "s1 contains s1.s1",
            "s1.s1 contains s1.s1.t1",
            "s1.s1 contains s1.s1.t2",
            "s1.s1.t1 contains s1.s1.t1.r1",
            "s1.s1.t1 contains s1.s1.t1.r2",
            "s1.s1.t2 contains s1.s1.t2.r1",
            "s1.s1.t2.r1 depends_on s1.s1.t1",
            "王某 person s1.s1.t2.r1",
        ]
    );
}

#[test]
fn load_is_counted_weighed_and_put_into_months() {
    use crate::{ScheduleSettings, Timing, TimingKind};
    use govplan_time::{WorkingDays, parse_iso_date};
    let mut plan = small();
    let requirement = &mut plan.sections[0].sections[0].tasks[0].requirements[0];
    let mut timing = Timing::new(requirement.id.timing(1), TimingKind::By);
    timing.end = parse_iso_date("2020-09-30");
    requirement.timings.push(timing);
    let graph = Graph::new(&plan);
    let schedule = plan.schedule(&ScheduleSettings::new(WorkingDays::announced()));
    let loads = graph.load(&RoleWeights::default(), &[(&plan, &schedule)]);
    let burden = |duties, weight| Burden { duties, weight };
    let second = &loads[1];
    assert_eq!((second.name, second.total), ("乙", burden(4, 175)));
    let months: Vec<_> = second.months.iter().map(|(month, burden)| (month.to_string(), *burden)).collect();
    assert_eq!(months, [("2020-09".to_owned(), burden(1, 50))]);
    assert_eq!((second.standing, second.undated), (burden(0, 0), burden(3, 125)));
}

#[test]
fn a_register_makes_organs_of_several_plans_one_and_knows_their_members() {
    let register = crate::Register::from_json(
        r#"{"govplan": "1.0", "organs": [
        {"id": "ks", "names": [{"name": "机关各科室"}], "kind": "collective", "members": [{"organ": "jck"}, {"organ": "rsk"}]},
        {"id": "jck", "names": [{"name": "基础教育科"}, {"name": "基教科", "kind": "abbreviation"}]},
        {"id": "rsk", "names": [{"name": "人事科"}]}]}"#
            .as_bytes(),
    )
    .unwrap();
    let index = register.index();
    let first = plan(&[("基教科", &[]), OFFICE], &[&[("基教科", Role::Lead)], &[("机关各科室", Role::Implementing)]]);
    let mut second = plan(&[BASIC, OFFICE], &[&[("基础教育科", Role::Responsible), ("办公室", Role::Lead)]]);
    second.id = "q".parse().unwrap();
    let graph = Graph::with_register([&first, &second], &index);
    let basic = graph.find("基教科").unwrap();
    assert_eq!(names(&graph, &basic), ["基础教育科"]);
    assert_eq!((graph.duties("基础教育科").unwrap().len(), graph.find("办公室").unwrap().len()), (2, 2));
    let all = graph.duties_of(basic[0], DutyQuery::expanded());
    let told: Vec<_> = all.iter().map(|duty| (duty.item.plan.id.as_str(), duty.through)).collect();
    assert_eq!(told, [("p", None), ("p", Some("机关各科室")), ("q", None)]);
    // A member that no plan names is there all the same.
    assert_eq!(graph.duties_of(one(&graph, "人事科"), DutyQuery::expanded()).len(), 1);
    let organs: Vec<_> = graph.organs().map(|organ| (organ.name, organ.total())).collect();
    assert_eq!(organs, [("基础教育科", 2), ("办公室", 0), ("机关各科室", 1), ("办公室", 1), ("人事科", 0)]);
}
