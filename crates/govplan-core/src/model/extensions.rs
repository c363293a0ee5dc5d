use super::ExtensionName;
use serde_json::Value;
use std::collections::BTreeMap;

/// Additions of other tools: prefixed name (`jining:score`) to any JSON. They survive every round trip.
pub type Extensions = BTreeMap<ExtensionName, Value>;
