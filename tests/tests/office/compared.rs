//! Two plans side by side.
//!
//! Left out is what hangs on the file and not on the plan: places, the source, findings of reading, the origin of a value (a
//! phrase that is written into a column is read from one), an id that is a hash of the bytes. Of an organ as printed only what
//! is another name of it is compared: a name that stood without its level (公安局 behind 市财政局) is written in full. Organs of
//! different roles stand in the order of the columns; an organ is inherited where all that share its role are, for they share a
//! cell. The index of organs is compared without its order.

use govplan::{Paragraph, Plan, Role};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// How the sentences end that send out a plan whose notice says nothing.
const PURPOSES: [&str; 2] = ["印发给你们，请认真贯彻落实。", "现就有关工作任务通知如下。"];

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kept {
    /// All of a plan.
    All,
    /// What a document prints, without what reading makes of it: ids, the kinds of organs.
    Printed,
}

/// What is different between two plans, each with its path.
pub(crate) fn differences(one: &Plan, other: &Plan, kept: Kept) -> Vec<String> {
    let mut found = Vec::new();
    let mut other = other.clone();
    // A notice that says nothing itself is given the sentence that sends its plan out.
    let is_given = |said: &Paragraph| PURPOSES.iter().any(|purpose| said.text.ends_with(purpose));
    other.preamble.retain(|said| !is_given(said) || one.preamble.iter().any(|own| own.text == said.text));
    compare("", &normal(one, kept), &normal(&other, kept), &mut found);
    found
}

fn normal(plan: &Plan, kept: Kept) -> Value {
    let mut plan = plan.clone();
    plan.source = None;
    plan.findings.clear();
    plan.units.iter_mut().for_each(|unit| unit.aliases.sort());
    plan.units.sort_by(|one, other| one.name.cmp(&other.name));
    if kept == Kept::Printed {
        plan.units.iter_mut().for_each(|unit| (unit.kind, unit.collective, unit.function) = (None, None, None));
    }
    let aliases = plan.units.iter().map(|unit| (unit.name.clone(), unit.aliases.iter().cloned().collect())).collect();
    let mut value = serde_json::to_value(&plan).unwrap();
    if kept == Kept::Printed || plan.id.as_str().starts_with("sha256-") {
        value["id"] = Value::Null;
    }
    leave_out(&mut value, &aliases);
    value
}

fn leave_out(value: &mut Value, aliases: &BTreeMap<String, BTreeSet<String>>) {
    match value {
        Value::Object(fields) => {
            fields.remove("place");
            fields.remove("origin");
            if let (Some(unit), Some(raw)) = (fields.get("unit").and_then(Value::as_str), fields.get("raw")) {
                let is_name =
                    aliases.get(unit).is_some_and(|names| raw.as_str().is_some_and(|raw| names.contains(raw)));
                if !is_name {
                    fields.remove("raw");
                }
            }
            if let Some(Value::Array(assignments)) = fields.get_mut("assignments") {
                by_columns(assignments);
            }
            fields.values_mut().for_each(|value| leave_out(value, aliases));
        }
        Value::Array(items) => items.iter_mut().for_each(|value| leave_out(value, aliases)),
        _ => {}
    }
}

/// Assignments in the order of the columns; one is inherited where all of its column are.
fn by_columns(assignments: &mut [Value]) {
    assignments.sort_by_key(|one| Role::ALL.iter().position(|role| one["role"] == role.as_str()));
    for column in assignments.chunk_by_mut(|one, other| one["role"] == other["role"]) {
        if column.iter().any(|one| one.get("inherited").is_none()) {
            column.iter_mut().for_each(|one| drop(one.as_object_mut().unwrap().remove("inherited")));
        }
    }
}

fn compare(path: &str, one: &Value, other: &Value, into: &mut Vec<String>) {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            for key in one.keys().chain(other.keys()).collect::<BTreeSet<_>>() {
                let of = |fields: &serde_json::Map<String, Value>| fields.get(key).cloned().unwrap_or_default();
                compare(&format!("{path}/{key}"), &of(one), &of(other), into);
            }
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (index, (one, other)) in one.iter().zip(other).enumerate() {
                compare(&format!("{path}/{index}"), one, other, into);
            }
        }
        _ if one != other => into.push(format!("{path}: {one} became {other}")),
        _ => {}
    }
}
