//! The strict reader and the schema refuse the same plans and take the same plans; where only one of them can say what is
//! wrong, the table says why. Python's and JavaScript's validators are held to the same tables.

use govplan::{JsonError, JsonErrorKind, Plan, schema};
use govplan_tests::agreement;
use jsonschema::Validator;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn table(name: &str) -> Value {
    serde_json::from_slice(&std::fs::read(agreement().join(name)).unwrap()).unwrap()
}

fn validator() -> Validator {
    jsonschema::draft202012::options().should_validate_formats(true).build(&schema("plan").unwrap()).unwrap()
}

/// The JSON of a case: its own text, or the plan of `plan.json` changed.
fn json_of(case: &Value) -> String {
    if let Some(text) = case["text"].as_str() {
        return text.to_owned();
    }
    let mut plan = table("plan.json");
    for pointer in case["remove"].as_array().into_iter().flatten() {
        let (parent, field) = pointer.as_str().unwrap().rsplit_once('/').unwrap();
        plan.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(field).unwrap();
    }
    for (pointer, value) in case["set"].as_object().into_iter().flatten() {
        set(&mut plan, pointer, value.clone());
    }
    plan.to_string()
}

fn set(plan: &mut Value, pointer: &str, value: Value) {
    if let Some(place) = plan.pointer_mut(pointer) {
        *place = value;
    } else {
        let (parent, field) = pointer.rsplit_once('/').unwrap();
        plan.pointer_mut(parent).unwrap()[field] = value;
    }
}

/// Whether the table says that only this side can tell.
fn is_for(side: &str, case: &Value) -> bool {
    case["only"].as_str().is_none_or(|only| {
        assert!(case["reason"].is_string(), "{case} gives no reason");
        only == side
    })
}

fn kind_of(error: &JsonError) -> &'static str {
    match error.kind() {
        JsonErrorKind::Syntax => "syntax",
        JsonErrorKind::Value => "value",
        JsonErrorKind::UnknownField => "unknown_field",
        JsonErrorKind::DuplicateKey => "duplicate_key",
        JsonErrorKind::Structure => "structure",
        _ => "other",
    }
}

#[test]
fn the_reader_refuses_and_says_where() {
    let mut wrong = Vec::new();
    for case in table("refused.json").as_array().unwrap().iter().filter(|case| is_for("reader", case)) {
        let found = match Plan::from_json(json_of(case).as_bytes()) {
            Ok(_) => json!("taken"),
            Err(error) => json!([kind_of(&error), error.pointer(), error.nearest()]),
        };
        let expected = json!([case["kind"], case["pointer"], case["nearest"]]);
        if found != expected {
            wrong.push(format!("{}: found {found}, expected {expected}", case["name"]));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_schema_refuses_the_same() {
    let validator = validator();
    for case in table("refused.json").as_array().unwrap() {
        let Ok(plan) = serde_json::from_str(&json_of(case)) else { continue };
        assert_eq!(validator.is_valid(&plan), !is_for("schema", case), "{}", case["name"]);
    }
}

#[test]
fn both_take_the_same() {
    let validator = validator();
    for case in table("accepted.json").as_array().unwrap() {
        let name = &case["name"];
        let json = json_of(case);
        if is_for("reader", case) {
            let plan = Plan::from_json(json.as_bytes()).unwrap_or_else(|error| panic!("{name}: {error}"));
            let passed_over = plan.findings.iter().filter(|finding| finding.code.as_str() == "GP008");
            let pointers: Vec<_> = passed_over.map(|finding| finding.pointer.clone()).collect();
            let expected = case.get("passed_over").cloned().unwrap_or(json!([]));
            assert_eq!(json!(pointers), expected, "{name}");
            let written = plan.to_json();
            assert_eq!(Plan::from_json(written.as_bytes()).map(|plan| plan.to_json()).as_ref(), Ok(&written), "{name}");
        }
        if let Ok(plan) = serde_json::from_str(&json) {
            assert_eq!(validator.is_valid(&plan), is_for("schema", case), "{name}");
        }
    }
}

#[test]
fn null_is_taken_wherever_a_field_may_be_absent() {
    let validator = validator();
    let plan = table("plan.json");
    let mut count = 0;
    for pointer in fields(&plan, "") {
        let mut absent = plan.clone();
        let (parent, field) = pointer.rsplit_once('/').unwrap();
        let Some(object) = absent.pointer_mut(parent).and_then(Value::as_object_mut) else { continue };
        object.remove(field);
        let mut null = plan.clone();
        set(&mut null, &pointer, Value::Null);

        let is_own_key = ["/cells/", "/args/", "/extensions/"].iter().any(|map| pointer.contains(map));
        // The one list that must be there: `refused.json` says what the reader makes of it.
        if is_own_key || pointer.ends_with("/patch") {
            continue;
        }
        let read = |json: &Value| Plan::from_json(json.to_string().as_bytes()).map_err(|error| error.kind()).map(drop);
        assert_eq!(read(&null), read(&absent), "{pointer}");
        assert_eq!(validator.is_valid(&null), validator.is_valid(&absent), "{pointer}");
        count += usize::from(validator.is_valid(&null));
    }
    assert!(count > 100, "{count} fields looked at");
}

/// The pointers of every field of every object below.
fn fields(value: &Value, above: &str) -> Vec<String> {
    let escape = |name: &str| name.replace('~', "~0").replace('/', "~1");
    let below: Vec<(String, &Value)> = match value {
        Value::Object(fields) => {
            fields.iter().map(|(name, value)| (format!("{above}/{}", escape(name)), value)).collect()
        }
        Value::Array(items) => items.iter().enumerate().map(|(i, value)| (format!("{above}/{i}"), value)).collect(),
        _ => Vec::new(),
    };
    below.into_iter().flat_map(|(pointer, value)| [vec![pointer.clone()], fields(value, &pointer)].concat()).collect()
}

#[test]
fn the_plan_that_the_tables_change_is_canonical_and_has_every_field() {
    let plan = table("plan.json");
    let written = Plan::from_json(plan.to_string().as_bytes()).unwrap().to_json();
    let committed = std::fs::read_to_string(agreement().join("plan.json")).unwrap();
    let differs = written.lines().zip(committed.lines()).find(|(written, committed)| written != committed);
    assert_eq!((differs, written.len()), (None, committed.len()));

    let schema = schema("plan").unwrap();
    let mut seen = BTreeSet::new();
    note_fields(&schema, &schema, "Plan", &plan, &mut seen);
    for (name, definition) in schema["$defs"].as_object().unwrap().iter().chain([(&"Plan".to_owned(), &schema)]) {
        for field in definition["properties"].as_object().into_iter().flat_map(|fields| fields.keys()) {
            assert!(seen.contains(&(name.clone(), field.clone())), "{name}.{field} is not in the plan");
        }
    }
}

/// Notes the type and the name of every field of a value, as the schema has them.
fn note_fields(root: &Value, schema: &Value, name: &str, value: &Value, seen: &mut BTreeSet<(String, String)>) {
    let reference = schema["$ref"].as_str().or_else(|| schema["anyOf"][0]["$ref"].as_str());
    if let Some(pointer) = reference.and_then(|reference| reference.strip_prefix('#')) {
        let name = pointer.rsplit('/').next().unwrap();
        return note_fields(root, root.pointer(pointer).unwrap(), name, value, seen);
    }
    for item in value.as_array().into_iter().flatten() {
        note_fields(root, &schema["items"], name, item, seen);
    }
    for (field, below) in value.as_object().into_iter().flatten() {
        seen.insert((name.to_owned(), field.clone()));
        note_fields(root, &schema["properties"][field], name, below, seen);
    }
}
