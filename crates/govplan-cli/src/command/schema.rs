use crate::arguments::{PageFormat, Schema};
use crate::exit::{Exit, Failure};
use crate::output;
use govplan::{Message, schema, schema_names, schema_page, schemas_page};
use serde_json::Value;

/// A JSON Schema, or the names of all.
pub(crate) fn run(arguments: &Schema) -> Result<Exit, Failure> {
    let written = match &arguments.name {
        Some(name) => one(&schema(name).ok_or_else(|| unknown(name))?, arguments.format),
        None => all(arguments.format),
    };
    output::write(written.as_bytes(), None)?;
    Ok(Exit::Fine)
}

fn one(schema: &Value, format: PageFormat) -> String {
    match format {
        PageFormat::Human | PageFormat::Json => format!("{schema:#}\n"),
        PageFormat::Markdown => schema_page(schema),
    }
}

fn all(format: PageFormat) -> String {
    match format {
        PageFormat::Human => schema_names().map(|name| format!("{name}\n")).concat(),
        PageFormat::Json => format!("{:#}\n", serde_json::json!(schema_names())),
        PageFormat::Markdown => {
            let schemas: Vec<_> = schema_names().into_iter().filter_map(|name| Some((name, schema(name)?))).collect();
            schemas_page(schemas.iter().map(|(name, schema)| (*name, schema)))
        }
    }
}

fn unknown(name: &str) -> Failure {
    let names = schema_names().join(", ");
    Failure::usage(Message::new(
        format!("没有名为`{name}`的 JSON Schema，应为 {names} 之一"),
        format!("no JSON Schema `{name}`, expected one of {names}"),
    ))
}
