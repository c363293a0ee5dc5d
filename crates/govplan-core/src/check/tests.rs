//! What holds for every rule, walked over the registry.

mod seed;

use super::*;
use crate::{Register, RegisteredOrgan};
use govplan_time::Language;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A plan with the members that an example states.
fn example(members: &str) -> Plan {
    let members = members.trim().strip_prefix('{').unwrap();
    serde_json::from_str(&format!(r#"{{"govplan": "1.0", "id": "计划", {members}"#)).unwrap()
}

/// The settings that every rule's examples are examined under.
fn examined() -> CheckSettings<'static> {
    static REGISTER: LazyLock<Register> = LazyLock::new(|| {
        let organ = RegisteredOrgan::new("czj".parse().unwrap(), "市财政局");
        Register::new(vec![organ])
    });
    static INDEX: LazyLock<RegisterIndex<'static>> = LazyLock::new(|| REGISTER.index());
    CheckSettings {
        most_duties: Some(3),
        register: Some(&INDEX),
        ..CheckSettings::new(govplan_time::parse_iso_date("2026-01-01"))
    }
}

/// Whether a rule's own check, and the check of the whole plan, find something.
fn fires(rule: &Rule, members: &str) -> bool {
    let plan = example(members);
    let alone = !(rule.check.unwrap())(&Context::new(&plan, &examined())).is_empty();
    let findings = plan.check(&examined());
    assert_eq!(findings.iter().any(|finding| finding.code.as_str() == rule.code), alone, "{}", rule.code);
    alone
}

#[test]
fn every_check_finds_its_failing_example_and_passes_the_other() {
    for rule in rules().filter(|rule| rule.check.is_some()) {
        assert!(fires(rule, rule.failing), "{} passes its failing example", rule.code);
        assert!(!fires(rule, rule.passing), "{} fails its passing example", rule.code);
    }
}

#[test]
fn every_finding_is_of_its_rule_and_points_into_the_plan() {
    for rule in rules().filter(|rule| rule.check.is_some()) {
        let plan = example(rule.failing);
        let json = serde_json::to_value(&plan).unwrap();
        for finding in (rule.check.unwrap())(&Context::new(&plan, &examined())) {
            assert_eq!(finding.code.as_str(), rule.code);
            assert_eq!(finding.legal_basis.is_some(), rule.legal_basis.is_some(), "{}", rule.code);
            let related = finding.related.iter().map(|related| &related.pointer);
            for pointer in related.chain([&finding.pointer]).flatten() {
                assert!(json.pointer(pointer).is_some(), "{}: {pointer}", rule.code);
            }
            for operation in finding.fix.iter().flat_map(|fix| &fix.patch) {
                assert!(json.pointer(&operation.path).is_some(), "{}: {}", rule.code, operation.path);
            }
            assert_speaks(rule.code, &finding.message.zh, &finding.message.en);
        }
    }
}

#[test]
fn codes_are_in_order_and_names_and_codes_unique() {
    let codes: Vec<&str> = rules().map(|rule| rule.code).collect();
    assert!(codes.is_sorted_by(|one, next| one < next), "{codes:?}");
    let names: BTreeSet<&str> = rules().map(|rule| rule.name).collect();
    assert_eq!(names.len(), codes.len());
    for found in rules() {
        assert_eq!(found.code.parse::<crate::RuleCode>().unwrap(), crate::RuleCode::of_rule(found));
        assert!(found.name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", found.name);
        assert!(rule(found.code).is_some_and(|by_code| std::ptr::eq(by_code, found)));
        assert!(rule(found.name).is_some_and(|by_name| std::ptr::eq(by_name, found)));
        let layer = match found.code.as_bytes()[2] {
            b'0' => Layer::Reading,
            b'1' => Layer::Structure,
            b'2' => Layer::Form,
            b'3' => Layer::Responsibility,
            b'4' => Layer::Time,
            b'5' => Layer::Law,
            _ => Layer::Coherence,
        };
        assert_eq!(found.layer, layer, "{}", found.code);
    }
}

#[test]
fn every_rule_speaks_both_languages() {
    for rule in rules() {
        for text in [rule.summary, rule.explanation, rule.rationale] {
            assert_speaks(rule.code, text.text(Language::Chinese), text.text(Language::English));
        }
        assert!(!rule.failing.is_empty() && rule.failing != rule.passing, "{}", rule.code);
    }
}

/// Messages are not empty, do not end in a full stop, and English starts in lower case.
fn assert_speaks(code: &str, zh: &str, en: &str) {
    assert!(zh.chars().any(|c| c > '\u{3400}') && !zh.ends_with(['。', '.', '；']), "{code}: {zh}");
    let start = en.chars().next().unwrap();
    assert!(!start.is_uppercase() && !en.ends_with(['.', ';', '。']), "{code}: {en}");
    assert!(en.is_ascii() || en.contains('`') || en.chars().any(|c| c.is_ascii_lowercase()), "{code}: {en}");
}

#[test]
fn nothing_is_said_twice_and_stored_findings_come_first() {
    let mut plan = example(rule("GP304").unwrap().failing);
    let stored = reading::JOINED_PARAGRAPH.finding(Message::new("已接合", "joined"));
    plan.findings = vec![stored.clone(), stored];
    let codes: Vec<String> =
        plan.check(&CheckSettings::default()).iter().map(|finding| finding.code.to_string()).collect();
    assert_eq!(codes, ["GP004", "GP304"]);
}

#[test]
fn only_faults_of_structure_refuse_a_plan() {
    for rule in rules().filter(|rule| rule.check.is_some()) {
        let refused = rule.layer == Layer::Structure && rule.severity == Severity::Error;
        let plan = example(rule.failing);
        assert_eq!(structural_problem(&plan).is_some(), refused, "{}", rule.code);
        assert_eq!(Plan::from_json(plan.to_json().as_bytes()).is_err(), refused, "{}", rule.code);
    }
}

mod odd_plans {
    use super::*;
    use crate::{Assignment, Place, Requirement, Role, Section, SectionId, Task, Unit};
    use proptest::prelude::*;

    fn label() -> impl Strategy<Value = String> {
        prop_oneof!["[一二三十百〇①⑳ⅠⅫ甲A1-9（）.第]{0,6}", "\\PC{0,20}", "[0-9]{1,12}"]
    }

    proptest! {
        #[test]
        fn check_never_panics(
            labels in proptest::collection::vec((label(), label(), label()), 0..12),
            names in proptest::collection::vec("[各镇（街)、(）局 ]{0,8}", 0..6),
        ) {
            let mut plan = Plan::new("计划".parse().unwrap());
            plan.units = names.iter().map(Unit::new).collect();
            plan.head.number_raw = labels.first().map(|(label, ..)| label.clone());
            for (section_label, task_label, text) in &labels {
                let mut section = Section::new(SectionId::top(1));
                let mut task = Task::new(section.id.task(1));
                let mut requirement = Requirement::new(task.id.requirement(1), text.as_str());
                requirement.place = Some(Place::in_line(1, 1, text.chars().count()));
                requirement.assignments = names.iter().rev().map(|name| Assignment::new(name, Role::Responsible)).collect();
                requirement.label = Some(task_label.clone());
                task.label = Some(task_label.clone());
                section.label = Some(section_label.clone());
                task.requirements = vec![requirement.clone(), requirement];
                section.tasks.push(task);
                plan.sections.push(section);
            }
            let findings = plan.check(&CheckSettings::default());
            prop_assert_eq!(plan.check(&CheckSettings::default()), findings);
        }
    }
}
