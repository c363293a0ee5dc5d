//! Who does what in real documents is what a careful reader counted: `gold.json` holds each document's requirements with their
//! organs, and everything expected here is counted from it, without a graph.

use govplan::{
    Duty, DutyQuery, Graph, Loaded, NodeId, Options, Plan, Register, Role, ScheduleSettings, Workload, open,
    time::WorkingDays,
};
use govplan_tests::corpus;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Documents whose responsibilities stand in running text, and the one that the project begins with.
const CASES: [(&str, &str); 6] = [
    ("00-seed", "source.txt"),
    ("21-guofa2019-3-bonded-zone", "source.html"),
    ("23-guangzhou-2012-talent", "source.html"),
    ("25-guobanfa2019-39-fangguanfu", "source.txt"),
    ("27-chaozhou-2019-bluesky", "source.txt"),
    ("29-guofa2020-6-government-report", "source.txt"),
];

fn plan(case: &str, file: &str) -> Plan {
    let Loaded { plans, .. } = open(corpus().join(case).join(file), &Options::default()).unwrap();
    plans.into_iter().next().unwrap()
}

/// An organ and its role.
type Part = (String, String);

/// The requirements of a document as its reader saw them, each the organs with their roles.
fn gold(case: &str) -> Vec<Vec<Part>> {
    let json = std::fs::read_to_string(corpus().join(case).join("gold.json")).unwrap();
    let gold: Value = serde_json::from_str(&json).unwrap();
    let standing = gold["standing_responsibilities"].as_array().cloned().unwrap_or_default();
    let mut requirements = Vec::new();
    let mut sections: Vec<&Value> = gold["sections"].as_array().unwrap().iter().rev().collect();
    while let Some(section) = sections.pop() {
        sections.extend(section["sections"].as_array().into_iter().flatten().rev());
        for requirement in
            section["tasks"].as_array().unwrap().iter().flat_map(|task| task["requirements"].as_array().unwrap())
        {
            let own = requirement["responsibilities"].as_array().unwrap();
            let mut organs: Vec<_> = own.iter().map(organ_and_role).collect();
            // What is stated once for all work may be repeated in the requirement that states it.
            let once = standing.iter().map(organ_and_role).filter(|all| !organs.contains(all)).collect::<Vec<_>>();
            organs.extend(once);
            requirements.push(organs);
        }
    }
    requirements
}

fn organ_and_role(responsibility: &Value) -> Part {
    let whole = responsibility.get("canonical").unwrap_or(&responsibility["unit"]).as_str().unwrap();
    // The two names of one office in the seed, which its reader keeps as they are printed.
    let whole = if whole == "基教科" { "基础教育科" } else { whole };
    (whole.to_owned(), responsibility["role"].as_str().unwrap().to_owned())
}

fn organ(graph: &Graph<'_>, name: &str) -> NodeId {
    let found = graph.find(name).unwrap();
    assert_eq!(found.len(), 1, "{name}");
    found[0]
}

fn ids(duties: &[Duty<'_, '_>]) -> Vec<String> {
    duties.iter().map(|duty| duty.item.requirement.id.to_string()).collect()
}

#[test]
fn organs_have_as_many_duties_in_each_role_as_the_reader_counted() {
    for (case, file) in CASES {
        let plan = plan(case, file);
        let graph = Graph::new(&plan);
        let mut expected: BTreeMap<Part, usize> = BTreeMap::new();
        for responsibility in gold(case).into_iter().flatten() {
            *expected.entry(responsibility).or_default() += 1;
        }
        let counted = |organ: Workload<'_>| {
            let name = organ.name.to_owned();
            organ.duties.into_iter().map(move |(role, number)| ((name.clone(), role.as_str().to_owned()), number))
        };
        assert_eq!(graph.organs().flat_map(counted).collect::<BTreeMap<_, _>>(), expected, "{case}");
        for ((name, role), number) in &expected {
            let role = Role::ALL.into_iter().find(|known| known.as_str() == role).unwrap();
            let duties = graph.duties_of(organ(&graph, name), DutyQuery::default().of_role(role));
            assert_eq!(duties.len(), *number, "{case} {name}");
        }
    }
}

#[test]
fn organs_have_the_partners_that_stand_beside_them() {
    for (case, file) in CASES {
        let plan = plan(case, file);
        let graph = Graph::new(&plan);
        let mut expected: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
        for requirement in gold(case) {
            let organs: BTreeSet<String> = requirement.into_iter().map(|(organ, _)| organ).collect();
            for one in &organs {
                let partners = expected.entry(one.clone()).or_default();
                for other in organs.iter().filter(|other| *other != one) {
                    *partners.entry(other.clone()).or_default() += 1;
                }
            }
        }
        for (name, partners) in expected {
            let found = graph.partners(organ(&graph, &name));
            let found = found.iter().map(|partner| (partner.name.to_owned(), partner.shared.len()));
            assert_eq!(found.collect::<BTreeMap<_, _>>(), partners, "{case} {name}");
        }
    }
}

#[test]
fn work_without_an_organ_without_a_lead_and_of_one_alone_is_that_of_the_reader() {
    for (case, file) in CASES {
        let plan = plan(case, file);
        let graph = Graph::new(&plan);
        let gold = gold(case);
        let organs = |requirement: &[Part]| -> usize {
            requirement.iter().map(|(organ, _)| organ).collect::<BTreeSet<_>>().len()
        };
        let has_lead = |requirement: &[Part]| requirement.iter().any(|(_, role)| role == "lead");
        let count = |is: &dyn Fn(&[Part]) -> bool| gold.iter().filter(|one| is(one)).count();
        assert_eq!(graph.without_unit().count(), count(&|one| one.is_empty()), "{case}");
        assert_eq!(graph.without_lead().count(), count(&|one| organs(one) > 1 && !has_lead(one)), "{case}");
        assert_eq!(graph.carried_alone().count(), count(&|one| organs(one) == 1), "{case}");
        let mut roles: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (organ, role) in gold.iter().flatten() {
            roles.entry(organ).or_default().insert(role);
        }
        let helpers = roles.into_iter().filter(|(_, roles)| roles.iter().eq(&["cooperating"])).map(|(organ, _)| organ);
        let found = graph.only_cooperating().map(|id| graph.organ(id).unwrap().name);
        assert_eq!(found.collect::<BTreeSet<_>>(), helpers.collect(), "{case}");
    }
}

#[test]
fn the_seed_is_as_counted_by_hand() {
    let plan = plan("00-seed", "source.txt");
    let graph = Graph::new(&plan);
    assert_eq!(graph.duties("办公室").unwrap().len(), 15);
    let basic = graph.duties("基础教育科").unwrap();
    assert_eq!(ids(&basic), ["s1.t1.r3", "s1.t2.r1"]);
    assert_eq!(ids(&graph.duties("基教科").unwrap()), ids(&basic));
    let partners = graph.partners(organ(&graph, "宣传信息中心"));
    let named: Vec<_> = partners.iter().map(|partner| (partner.name, partner.shared.len())).collect();
    assert_eq!(named, [("办公室", 2), ("各镇（街）教委", 1), ("区直各学校（单位、幼儿园）", 1)]);
    let duties = graph.duties("办公室").unwrap();
    let inherited: Vec<_> = duties.iter().filter(|duty| duty.assignment.inherited).cloned().collect();
    assert_eq!(ids(&inherited), ["s3.t1.r2"]);
    let schedule = plan.schedule(&ScheduleSettings::new(WorkingDays::announced()));
    let loads = graph.load(&Default::default(), &[(&plan, &schedule)]);
    let office = loads.iter().find(|load| load.name == "办公室").unwrap();
    let months: Vec<_> = office.months.iter().map(|(month, burden)| (month.to_string(), burden.duties)).collect();
    assert_eq!(months, [("2020-09".to_owned(), 1)]);
}

#[test]
fn two_plans_are_one_graph_and_a_register_says_which_organs_are_one() {
    let state = plan("21-guofa2019-3-bonded-zone", "source.html");
    let report = plan("29-guofa2020-6-government-report", "source.txt");
    let of = |case: &str| gold(case).iter().flatten().filter(|(organ, _)| organ == "财政部").count();
    let number = of("21-guofa2019-3-bonded-zone") + of("29-guofa2020-6-government-report");
    let apart = Graph::of_plans([&state, &report]);
    assert_eq!((apart.find("财政部").unwrap().len(), apart.duties("财政部").unwrap().len()), (2, number));
    let register =
        r#"{"govplan": "1.0", "organs": [{"id": "mof", "names": [{"name": "财政部"}], "level": "central"}]}"#;
    let register = Register::from_json(register.as_bytes()).unwrap();
    let index = register.index();
    let together = Graph::with_register([&state, &report], &index);
    let ministry = organ(&together, "财政部");
    assert_eq!(together.duties_of(ministry, DutyQuery::default()).len(), number);
    assert_eq!(together.find("海关总署").unwrap().len(), apart.find("海关总署").unwrap().len());
}
