//! Values that a schema describes, at random.

use govplan::schema;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::strategy::Union;
use proptest::string::string_regex;
use serde_json::{Map, Value, json};

/// Below this only what must stand stands.
const DEPTH: usize = 12;

/// The JSON of a plan, as its schema describes it.
pub(crate) fn plan() -> impl Strategy<Value = Value> {
    let schema = schema("plan").unwrap();
    instance(&schema, &schema, 0).prop_map(with_references)
}

/// A value that the schema describes; the deeper it stands, the less is in it.
fn instance(root: &Value, schema: &Value, depth: usize) -> BoxedStrategy<Value> {
    if let Some(reference) = schema["$ref"].as_str() {
        return instance(root, root.pointer(reference.trim_start_matches('#')).unwrap(), depth);
    }
    for choice in ["anyOf", "oneOf"] {
        if let Some(choices) = schema[choice].as_array() {
            return Union::new(choices.iter().map(|choice| instance(root, choice, depth))).boxed();
        }
    }
    if let Some(word) = schema.get("const") {
        return Just(word.clone()).boxed();
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => return anything(),
    };
    Union::new(kinds.into_iter().map(|kind| of_kind(root, schema, kind, depth))).boxed()
}

fn of_kind(root: &Value, schema: &Value, kind: &str, depth: usize) -> BoxedStrategy<Value> {
    match kind {
        "null" => Just(Value::Null).boxed(),
        "boolean" => any::<bool>().prop_map(Value::from).boxed(),
        "integer" => {
            (schema["minimum"].as_i64().unwrap()..=schema["maximum"].as_i64().unwrap()).prop_map(Value::from).boxed()
        }
        "string" => text(schema).prop_map(Value::from).boxed(),
        "array" if depth > DEPTH => Just(json!([])).boxed(),
        "array" => vec(instance(root, &schema["items"], depth + 1), 0..3).prop_map(Value::from).boxed(),
        "object" => object(root, schema, depth),
        other => panic!("the schema has a type `{other}`"),
    }
}

fn text(schema: &Value) -> BoxedStrategy<String> {
    if schema["format"] == "date" {
        return (1..=9999, 1..=12, 1..=28).prop_map(|(y, m, d)| format!("{y:04}-{m:02}-{d:02}")).boxed();
    }
    match schema["pattern"].as_str() {
        Some(pattern) => string_regex(pattern.trim_start_matches('^').trim_end_matches('$')).unwrap().boxed(),
        None => "\\PC{1,4}".boxed(),
    }
}

fn object(root: &Value, schema: &Value, depth: usize) -> BoxedStrategy<Value> {
    let Some(properties) = schema["properties"].as_object() else {
        let (key, value) = match schema["patternProperties"].as_object().and_then(|patterns| patterns.iter().next()) {
            Some((pattern, value)) => (text(&json!({ "pattern": pattern })), value),
            None => ("\\PC{0,4}".boxed(), &schema["additionalProperties"]),
        };
        let entries = vec((key, instance(root, value, depth + 1)), 0..3);
        return entries.prop_map(|entries| entries.into_iter().collect::<Map<_, _>>().into()).boxed();
    };
    let required = schema["required"].as_array().map(Vec::as_slice).unwrap_or_default();
    let is_required = |name: &String| required.contains(&json!(name));
    let kept = properties.iter().filter(|(name, _)| is_required(name) || depth <= DEPTH);
    let fields = kept.map(|(name, property)| {
        let value = instance(root, property, depth + 1);
        let value = if is_required(name) { value.prop_map(Some).boxed() } else { option::of(value).boxed() };
        (Just(name.clone()), value).prop_map(|(name, value)| Some((name, value?)))
    });
    fields.collect::<Vec<_>>().prop_map(|fields| fields.into_iter().flatten().collect::<Map<_, _>>().into()).boxed()
}

fn anything() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,4}".prop_map(Value::from),
    ];
    leaf.prop_recursive(2, 8, 3, |value| {
        prop_oneof![
            vec(value.clone(), 0..3).prop_map(Value::from),
            vec(("\\PC{0,3}", value), 0..3).prop_map(|entries| entries.into_iter().collect::<Map<_, _>>().into()),
        ]
    })
    .boxed()
}

/// The plan with what a schema cannot ask for: ids differ, and every unit that is named exists, once.
fn with_references(mut plan: Value) -> Value {
    let mut count = 0;
    for unit in list(&mut plan, "units") {
        count += 1;
        unit["name"] = format!("单位{count}").into();
        unit["aliases"] = json!([]);
    }
    if count == 0 {
        plan["units"] = json!([{ "name": "单位1" }]);
    }
    for rule in list(&mut plan, "rules") {
        rule["units"] = json!(["单位1"]);
    }
    number(&mut plan, "");
    plan
}

fn number(above: &mut Value, id: &str) {
    for assignment in list(above, "assignments") {
        assignment["unit"] = "单位1".into();
    }
    let parts = [("directives", 'n'), ("sections", 's'), ("tasks", 't'), ("requirements", 'r'), ("timings", 'd')];
    for (name, letter) in parts {
        for (index, part) in list(above, name).enumerate() {
            let id = format!("{id}.{letter}{}", index + 1);
            part["id"] = id.trim_start_matches('.').into();
            number(part, &id);
        }
    }
}

fn list<'v>(value: &'v mut Value, name: &str) -> impl Iterator<Item = &'v mut Value> {
    value.get_mut(name).and_then(Value::as_array_mut).into_iter().flatten()
}
