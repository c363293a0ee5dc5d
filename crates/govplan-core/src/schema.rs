//! JSON Schema (2020-12) of what govplan reads and writes, made from the types themselves.
//!
//! The types say what serde says; what the strict reader adds to that for all of them alike is added here: no unknown
//! field, no empty text, `null` for a field without a value.

use crate::{CheckConfig, Finding, FlatRow, FormatVersion, Plan, Register};
use schemars::generate::{SchemaGenerator, SchemaSettings};
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Names of the schemas that exist: `plan`, `finding`, `row`, `config`, `register`.
#[must_use]
pub fn schema_names() -> [&'static str; 5] {
    ["plan", "finding", "row", "config", "register"]
}

/// The JSON Schema of a name: of a plan as it is read, of a finding, of a row of the flat form as it is written, of
/// the settings of checks, or of a register of organs.
///
/// Its `$id` carries the version of the format; descriptions are English, then Chinese.
///
/// ```
/// let plan = govplan_core::schema("plan").unwrap();
/// assert_eq!(plan["$id"], "https://govplan.dev/schema/1.0/plan.json");
/// assert_eq!(plan["required"], serde_json::json!(["govplan", "id"]));
/// assert!(govplan_core::schema("ledger").is_none());
/// ```
#[must_use]
pub fn schema(name: &str) -> Option<Value> {
    let read = || SchemaSettings::draft2020_12().for_deserialize();
    let written = || SchemaSettings::draft2020_12().for_serialize();
    match name {
        "plan" => Some(schema_of::<Plan>(name, read())),
        "finding" => Some(schema_of::<Finding>(name, read())),
        "config" => Some(schema_of::<CheckConfig>(name, read())),
        "register" => Some(schema_of::<Register>(name, read())),
        "row" => Some(schema_of::<FlatRow>(name, written())),
        _ => None,
    }
}

fn schema_of<T: JsonSchema>(name: &str, settings: SchemaSettings) -> Value {
    let settings = settings
        .with_transform(RecursiveTransform(close_object))
        .with_transform(RecursiveTransform(bound_integer))
        .with_transform(RecursiveTransform(fill_text));
    let generator: SchemaGenerator = settings.into_generator();
    let mut schema = generator.into_root_schema_for::<T>();

    let chinese = chinese();
    if let Some(Value::Object(types)) = schema.get_mut("$defs") {
        for (type_name, schema) in types.iter_mut() {
            describe(type_name, schema.as_object_mut(), &chinese);
        }
    }
    describe(&T::schema_name(), schema.as_object_mut(), &chinese);

    let id = format!("https://govplan.dev/schema/{}/{name}.json", FormatVersion::current());
    let mut rest = schema.as_object().cloned().unwrap_or_default();
    let mut ordered = Map::new();
    ordered.extend(rest.remove_entry("$schema"));
    ordered.insert("$id".to_owned(), id.into());
    ordered.extend(rest.remove_entry("title"));
    ordered.extend(rest.remove_entry("description"));
    ordered.extend(rest);
    Value::Object(ordered)
}

/// An object of the model has no other fields, and `null` in those that it need not have.
fn close_object(schema: &mut Schema) {
    let required = schema.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
    let Some(Value::Object(properties)) = schema.get_mut("properties") else { return };
    for (name, property) in properties.iter_mut() {
        if let (false, Some(property)) = (required.contains(&json!(name)), property.as_object_mut()) {
            take_null(property);
        }
    }
    schema.insert("additionalProperties".to_owned(), false.into());
}

/// Lets a property be `null`.
fn take_null(property: &mut Map<String, Value>) {
    if let Some(reference) = property.remove("$ref") {
        property.insert("anyOf".to_owned(), json!([{ "$ref": reference }, { "type": "null" }]));
    } else if let Some(Value::String(kind)) = property.get("type") {
        let kinds = json!([kind, "null"]);
        property.insert("type".to_owned(), kinds);
    }
}

/// The bounds of an integer are those of its Rust type, which `format` names in a word that JSON Schema does not know.
fn bound_integer(schema: &mut Schema) {
    let (minimum, maximum) = match schema.get("format").and_then(Value::as_str) {
        Some("uint8") => (json!(u8::MIN), json!(u8::MAX)),
        Some("uint16") => (json!(u16::MIN), json!(u16::MAX)),
        Some("uint32") => (json!(u32::MIN), json!(u32::MAX)),
        Some("int32") => (json!(i32::MIN), json!(i32::MAX)),
        Some("int64") => (json!(i64::MIN), json!(i64::MAX)),
        _ => return,
    };
    schema.remove("format");
    let own = schema.get("minimum").filter(|own| own.as_i64() > minimum.as_i64()).cloned();
    schema.insert("minimum".to_owned(), own.unwrap_or(minimum));
    schema.insert("maximum".to_owned(), maximum);
}

/// No text of the model is empty; a pattern or a constant says so by itself.
fn fill_text(schema: &mut Schema) {
    let is_text = match schema.get("type") {
        Some(Value::String(kind)) => kind == "string",
        Some(Value::Array(kinds)) => kinds.contains(&json!("string")),
        _ => false,
    };
    if is_text && ["pattern", "const", "enum"].iter().all(|keyword| schema.get(*keyword).is_none()) {
        schema.insert("minLength".to_owned(), 1.into());
    }
}

/// What the table says in Chinese of a type, a field or a word, with an example where it gives one.
type Chinese = BTreeMap<&'static str, (&'static str, Option<&'static str>)>;

fn chinese() -> Chinese {
    let rows = crate::organ::table(include_str!("../data/schema_zh.csv"));
    let entries = rows.filter_map(|row| match row[..] {
        [of, chinese, example] => Some((of, (chinese, Some(example).filter(|example| !example.is_empty())))),
        _ => None,
    });
    entries.collect()
}

/// Gives a type its title, its fields and words their descriptions, in both languages.
fn describe(type_name: &str, schema: Option<&mut Map<String, Value>>, chinese: &Chinese) {
    let Some(schema) = schema else { return };
    explain(schema, None);
    if let Some((term, example)) = chinese.get(type_name) {
        schema.insert("title".to_owned(), format!("{type_name} ({term})").into());
        add_example(schema, *example);
    }
    let lookup = |part: &str| chinese.get(format!("{type_name}.{part}").as_str());
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        for (name, property) in properties.iter_mut() {
            let (Some(property), Some((text, example))) = (property.as_object_mut(), lookup(name)) else { continue };
            explain(property, Some(text));
            add_example(property, *example);
        }
    }
    if let Some(Value::Array(words)) = schema.get_mut("oneOf") {
        for word in words.iter_mut().filter_map(Value::as_object_mut) {
            let text = word.get("const").and_then(Value::as_str).and_then(lookup);
            explain(word, text.map(|(text, _)| *text));
        }
    }
}

/// Leaves of a description its first paragraph on one line, and puts the Chinese one under it.
fn explain(schema: &mut Map<String, Value>, chinese: Option<&str>) {
    let english = schema.get("description").and_then(Value::as_str).unwrap_or_default();
    let english = english.split("\n\n").next().unwrap_or_default().replace('\n', " ");
    let lines: Vec<&str> = [english.as_str()].into_iter().chain(chinese).collect();
    let description = lines.join("\n");
    schema.insert("description".to_owned(), description.into());
}

fn add_example(schema: &mut Map<String, Value>, example: Option<&str>) {
    if let Some(example) = example {
        schema.insert("examples".to_owned(), json!([example]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Every type of every schema, by name.
    fn types() -> Vec<(String, Value)> {
        let mut types = Vec::new();
        for name in schema_names() {
            let schema = schema(name).unwrap();
            let title = schema["title"].as_str().unwrap();
            types.push((title.split(' ').next().unwrap().to_owned(), schema.clone()));
            let below = schema["$defs"].as_object().unwrap();
            types.extend(below.iter().map(|(name, schema)| (name.clone(), schema.clone())));
        }
        types
    }

    fn properties(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
        schema["properties"].as_object().into_iter().flatten()
    }

    #[test]
    fn every_type_and_field_is_described_in_both_languages() {
        let mut described = BTreeSet::new();
        for (name, schema) in types() {
            assert!(schema["title"].as_str().is_some_and(|title| title.contains(" (")), "{name} has no Chinese term");
            assert!(schema["description"].as_str().is_some_and(|text| !text.contains('[')), "{name}: {schema}");
            for (field, property) in properties(&schema) {
                let text = property["description"].as_str().unwrap_or_default();
                assert!(text.contains('\n'), "{name}.{field} is not described in both languages: {text}");
                described.insert(format!("{name}.{field}"));
            }
            for word in schema["oneOf"].as_array().into_iter().flatten() {
                let text = word["description"].as_str().unwrap();
                assert!(!text.is_ascii(), "{name}: {text}");
                described.insert(format!("{name}.{}", word["const"].as_str().unwrap()));
            }
            described.insert(name);
        }
        let unused: Vec<_> = chinese().into_keys().filter(|of| !described.contains(*of)).collect();
        assert!(unused.is_empty(), "{unused:?} are of nothing in the schemas");
    }

    #[test]
    fn only_maps_are_open() {
        for (name, schema) in types() {
            if schema.get("properties").is_some() {
                assert_eq!(schema["additionalProperties"], false, "{name}");
            }
        }
        let plan = schema("plan").unwrap();
        let extensions = &plan["properties"]["extensions"];
        assert_eq!(extensions["additionalProperties"], false);
        assert_eq!(extensions["type"], json!(["object", "null"]));
        assert!(extensions["patternProperties"].as_object().is_some_and(|patterns| patterns.len() == 1));
    }

    #[test]
    fn bounds_are_those_of_the_types() {
        let plan = schema("plan").unwrap();
        let bounds = |at: &str| plan.pointer(at).map(|number| (number["minimum"].clone(), number["maximum"].clone()));
        let of = |minimum: i64, maximum: u64| Some((json!(minimum), json!(maximum)));
        assert_eq!(bounds("/properties/revision"), of(0, 4_294_967_295));
        assert_eq!(bounds("/$defs/Place/properties/line"), of(1, 4_294_967_295));
        assert_eq!(bounds("/$defs/Recurrence/properties/day"), of(0, 255));
        assert_eq!(bounds("/$defs/Period/properties/n"), of(-2_147_483_648, 2_147_483_647));
        assert!(!plan.to_string().contains("int32"));
    }
}
