use super::{graph_dot, graph_graphml, graph_json, graph_mermaid, graph_svg, raci_csv};
use crate::ByteOrderMark;
use govplan_core::{Assignment, Graph, Language, Plan, Requirement, Role, Section, SectionId, Task, Unit};

/// A plan whose texts try to be something else in each of the formats.
fn sly() -> Plan {
    let mut plan = Plan::new("p<1>".parse().unwrap());
    plan.title = Some("<script>alert(1)</script>".to_owned());
    let organ = "办\"];\\N --> x[\"<img onerror=1>\u{1b}\u{202e}";
    plan.units.push(Unit::new(organ));
    let mut section = Section::new(SectionId::top(1));
    let mut task = Task::new(section.id.task(1));
    task.title = Some("]]></text>%%{init}%%\n;end".to_owned());
    let mut requirement = Requirement::new(task.id.requirement(1), "=cmd|'/c calc'!A1,\"\n");
    requirement.assignments = [Role::Lead, Role::Supervising].map(|role| Assignment::new(organ, role)).to_vec();
    task.requirements.push(requirement);
    section.tasks.push(task);
    plan.sections.push(section);
    plan
}

#[test]
fn a_text_stays_a_text_in_every_format() {
    let plan = sly();
    let graph = Graph::new(&plan);
    let dot = graph_dot(&graph, Language::English);
    assert!(
        dot.contains("n0 [label=\"办\\\"];\\\\N --> x[\\\"<img onerror=1>\u{fffd}\u{fffd}\", shape=box];"),
        "{dot}"
    );
    assert!(dot.contains("n0 -> n3 [label=\"lead\", style=bold];"), "{dot}");
    let mermaid = graph_mermaid(&graph, Language::Chinese);
    assert!(mermaid.lines().all(|line| line.matches('"').count() % 2 == 0), "{mermaid}");
    assert!(mermaid.contains("n0 ==>|\"牵头\"| n3") && !mermaid.contains("<img"), "{mermaid}");
    for xml in [graph_graphml(&graph), graph_svg(&graph, Language::Chinese)] {
        assert!(!xml.contains("<script") && !xml.contains("<img") && !xml.contains("]]>"), "{xml}");
        assert!(!xml.contains('\u{1b}') && !xml.contains('\u{202e}'), "{xml}");
    }
    let json: serde_json::Value = serde_json::from_str(&graph_json(&graph)).unwrap();
    assert_eq!(json["edges"].as_array().unwrap().len(), 4);
    assert_eq!(json["nodes"][0]["name"].as_str(), plan.units.first().map(|unit| unit.name.as_str()));
}

#[test]
fn the_matrix_has_the_letters_of_all_roles_and_tells_organs_of_one_name_apart() {
    let (first, mut second) = (sly(), sly());
    second.id = "q".parse().unwrap();
    let graph = Graph::of_plans([&first, &second]);
    let csv = raci_csv(&graph, ByteOrderMark::Absent).unwrap();
    let mut reader = csv::Reader::from_reader(csv.as_slice());
    let headers = reader.headers().unwrap().clone();
    assert!(headers[5].ends_with(" (p<1>)") && headers[6].ends_with(" (q)"), "{headers:?}");
    let cells: Vec<_> = reader.records().map(|row| row.unwrap()).collect();
    assert_eq!((&cells[0][5], &cells[0][6], &cells[1][5], &cells[1][6]), ("AI", "", "", "AI"));
}

#[test]
fn a_drawing_is_bounded_and_says_what_it_leaves_out() {
    let mut plan = Plan::new("p".parse().unwrap());
    let mut section = Section::new(SectionId::top(1));
    for n in 1..=500 {
        let mut task = Task::new(section.id.task(n));
        let mut requirement = Requirement::new(task.id.requirement(1), "办理。");
        requirement.assignments.push(Assignment::new(format!("{n}科"), Role::Lead));
        task.requirements.push(requirement);
        section.tasks.push(task);
    }
    plan.sections.push(section);
    let svg = graph_svg(&Graph::new(&plan), Language::English);
    assert_eq!(svg.matches("rx=\"4\"").count(), 800);
    assert!(svg.contains("organs not drawn: 100<") && svg.contains("tasks not drawn: 100<"), "{svg}");
}
