use crate::arguments::{For, Schema};
use crate::exit::{Exit, Failure};
use crate::output;
use govplan::{Message, schema, schema_names};

/// A JSON Schema, or the names of all.
pub(crate) fn run(arguments: &Schema) -> Result<Exit, Failure> {
    let json = match (&arguments.name, arguments.look.format) {
        (Some(name), _) => schema(name).map(|schema| format!("{schema:#}\n")).ok_or_else(|| unknown(name))?,
        (None, For::Human) => schema_names().map(|name| format!("{name}\n")).concat(),
        (None, For::Json) => format!("{:#}\n", serde_json::json!(schema_names())),
    };
    output::write(json.as_bytes(), None)?;
    Ok(Exit::Fine)
}

fn unknown(name: &str) -> Failure {
    let names = schema_names().join(", ");
    Failure::usage(Message::new(
        format!("没有名为`{name}`的 JSON Schema，应为 {names} 之一"),
        format!("no JSON Schema `{name}`, expected one of {names}"),
    ))
}
