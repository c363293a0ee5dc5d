//! What is written for an office is read as the plan that was written.

use govplan::{Options, OrganSheets, Plan, load, plan_xlsx};
use govplan_tests::{corpus, seed};
use serde_json::Value;
use std::path::PathBuf;

fn documents() -> Vec<PathBuf> {
    let folders = |folder: PathBuf| {
        std::fs::read_dir(folder).unwrap().map(|case| case.unwrap().path()).filter(|case| case.is_dir())
    };
    let cases = folders(corpus()).chain(folders(corpus().join("composed")));
    let files = cases.flat_map(|case| std::fs::read_dir(case).unwrap().map(|file| file.unwrap().path()));
    let is_source = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().starts_with("source.");
    let mut documents: Vec<PathBuf> = files.filter(is_source).chain([seed()]).collect();
    documents.sort();
    documents
}

/// A plan without what is not compared.
fn compared(plan: &Plan) -> Value {
    let mut plan = plan.clone();
    plan.source = None;
    plan.findings.clear();
    plan.units.iter_mut().for_each(|unit| unit.aliases.sort());
    plan.units.sort_by(|one, other| one.name.cmp(&other.name));
    let names: Vec<(String, Vec<String>)> =
        plan.units.iter().map(|unit| (unit.name.clone(), unit.aliases.clone())).collect();
    let mut value = serde_json::to_value(&plan).unwrap();
    without(&mut value, &names);
    if value["id"].as_str().unwrap().starts_with("sha256-") {
        value["id"] = Value::Null;
    }
    value
}

fn without(value: &mut Value, names: &[(String, Vec<String>)]) {
    match value {
        Value::Object(fields) => {
            fields.remove("place");
            fields.remove("origin");
            if fields.contains_key("unit") && fields.contains_key("role") {
                let (unit, raw) = (fields["unit"].clone(), fields.get("raw").cloned());
                let is_alias = names.iter().any(|(name, aliases)| {
                    unit == **name && raw.as_ref().is_some_and(|raw| aliases.iter().any(|alias| *raw == **alias))
                });
                if !is_alias {
                    fields.remove("raw");
                }
            }
            if let Some(Value::Array(assignments)) = fields.get_mut("assignments") {
                const ROLES: [&str; 5] = ["lead", "responsible", "cooperating", "supervising", "implementing"];
                assignments.sort_by_key(|one| ROLES.iter().position(|role| one["role"] == **role));
                let inherits = |role: &str| {
                    let of_role = || assignments.iter().filter(|one| one["role"] == *role);
                    of_role().all(|one| one.get("inherited").is_some())
                };
                let own: Vec<&str> = ROLES.into_iter().filter(|role| !inherits(role)).collect();
                for one in assignments.iter_mut().filter(|one| own.iter().any(|role| one["role"] == **role)) {
                    one.as_object_mut().unwrap().remove("inherited");
                }
            }
            fields.values_mut().for_each(|value| without(value, names));
        }
        Value::Array(items) => items.iter_mut().for_each(|value| without(value, names)),
        _ => {}
    }
}

fn differences(path: &str, one: &Value, other: &Value, into: &mut Vec<String>) {
    match (one, other) {
        (Value::Object(a), Value::Object(b)) => {
            let keys: std::collections::BTreeSet<&String> = a.keys().chain(b.keys()).collect();
            for key in keys {
                differences(&format!("{path}/{key}"), a.get(key).unwrap_or(&Value::Null), b.get(key).unwrap_or(&Value::Null), into);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (index, (a, b)) in a.iter().zip(b).enumerate() {
                differences(&format!("{path}/{index}"), a, b, into);
            }
        }
        _ if one != other => {
            let cut = |value: &Value| value.to_string().chars().take(300).collect::<String>();
            into.push(format!("{path}: {} -> {}", cut(one), cut(other)));
        }
        _ => {}
    }
}

fn assert_same(path: &str, plan: &Plan, bytes: &[u8]) -> usize {
    let again = load(bytes, &Options { name: Some("again".to_owned()), ..Options::default() })
        .unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut found = Vec::new();
    differences("", &compared(plan), &compared(&again.plans[0]), &mut found);
    for line in found.iter().take(6) {
        eprintln!("{path}{line}");
    }
    found.len()
}

#[test]
fn workbooks_are_read_as_the_plans_that_they_are() {
    let mut count = 0;
    let mut bad = 0;
    for path in documents() {
        let options = Options { name: Some("source".to_owned()), ..Options::default() };
        let loaded = load(&std::fs::read(&path).unwrap(), &options).unwrap();
        for plan in &loaded.plans {
            for bytes in [
                plan_xlsx(plan, OrganSheets::Absent).unwrap(),
                plan_xlsx(plan, OrganSheets::Present).unwrap(),
                govplan::plan_docx(plan),
            ] {
            let n = assert_same(&path.strip_prefix(corpus()).unwrap_or(&path).display().to_string(), plan, &bytes);
            count += 1;
            bad += usize::from(n > 0);
            }
        }
    }
    assert!(bad == 0, "{bad} of {count}");
}
