//! Generated files are those that are committed.

use govplan::{Options, open, rule_page, rules, rules_page, schema, schema_names, schema_page, schemas_page};
use govplan_tests::{binary, seed, seed_plan, workspace};
use std::path::Path;
use std::process::Command;

fn assert_fresh(path: &Path, made: &str) {
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    let lines = made.lines().zip(committed.lines()).enumerate();
    let differs = lines.map(|(i, line)| (i + 1, line)).find(|(_, (made, committed))| made != committed);
    let path = path.display();
    assert!(made == committed, "{path} is stale, run `cargo xtask generate`; the first line that differs: {differs:?}");
}

#[test]
fn schemas_are_fresh() {
    for name in schema_names() {
        let path = workspace().join(format!("schema/{name}.schema.json"));
        assert_fresh(&path, &format!("{:#}\n", schema(name).unwrap()));
    }
}

#[test]
fn pages_of_the_schemas_are_fresh_and_each_has_one() {
    let folder = workspace().join("docs/reference");
    let schemas = schema_names().map(|name| (name, schema(name).unwrap()));
    for (name, schema) in &schemas {
        assert_fresh(&folder.join(format!("{name}.md")), &schema_page(schema));
    }
    assert_fresh(&folder.join("README.md"), &schemas_page(schemas.iter().map(|(name, schema)| (*name, schema))));
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), schemas.len() + 1, "a page without a schema");
}

#[test]
fn pages_of_the_schemas_name_every_field_and_word() {
    for name in schema_names() {
        let schema = schema(name).unwrap();
        let types = [&schema].into_iter().chain(schema["$defs"].as_object().unwrap().values());
        let mut rows = 0;
        for of in types {
            rows += of["properties"].as_object().map_or(0, serde_json::Map::len);
            rows += of["oneOf"].as_array().map_or(0, Vec::len);
        }
        let page = schema_page(&schema);
        assert_eq!(page.lines().filter(|line| line.starts_with("| `")).count(), rows, "{name}");
        // What may be anything at all: the additions of other tools, and the value of a patch.
        let open = page.lines().filter(|line| line.contains("任意 any"));
        let is_known = |line: &str| line.starts_with("| `extensions`") || line.starts_with("| `value`");
        assert!(open.clone().all(is_known), "{name}: {:?}", open.collect::<Vec<_>>());
    }
}

#[test]
fn the_plan_of_the_seed_is_fresh() {
    let loaded = open(seed(), &Options::default()).unwrap();
    let [plan] = loaded.plans.as_slice() else { panic!("{} plans", loaded.plans.len()) };
    assert_fresh(&seed_plan(), &plan.to_json());
}

#[test]
fn output_of_the_examples_is_fresh() {
    for name in ["read_and_check", "build_by_hand"] {
        let output = Command::new(binary(name).unwrap()).output().unwrap();
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        let path = workspace().join(format!("examples/{name}.out"));
        assert_fresh(&path, &String::from_utf8(output.stdout).unwrap());
    }
}

#[test]
fn pages_of_the_rules_are_fresh_and_each_has_one() {
    let folder = workspace().join("docs/rules");
    for rule in rules() {
        assert_fresh(&folder.join(format!("{}.md", rule.code)), &rule_page(rule));
    }
    assert_fresh(&folder.join("README.md"), &rules_page(rules()));
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), rules().count() + 1, "a page without a rule");
}
