use serde_json::{Map, Value};

/// A JSON Schema of govplan as a page of Markdown: every type with its fields, what they hold, whether they must be there
/// and what they mean; every set of words with its words.
///
/// It knows the shapes that [`schema`](govplan_core::schema) makes; what it does not know it shows as JSON.
#[must_use]
pub fn schema_page(schema: &Value) -> String {
    let (name, term) = title(schema);
    let mut page = format!("# {name} {term}\n\n");
    page.push_str(&format!("`$id`: `{}`\n\n", text(schema, "$id")));
    body(&mut page, schema);
    for definition in schema.get("$defs").and_then(Value::as_object).into_iter().flat_map(Map::values) {
        let (name, term) = title(definition);
        page.push_str(&format!("\n## {name}\n\n{term}\n\n"));
        body(&mut page, definition);
    }
    page
}

/// Schemas, each by its name, as a page of Markdown that links to the page of each.
#[must_use]
pub fn schemas_page<'s>(schemas: impl IntoIterator<Item = (&'s str, &'s Value)>) -> String {
    let mut page = "# 数据格式 Reference of the model\n\n".to_owned();
    page.push_str("| JSON Schema | 类型 type | 含义 meaning |\n|---|---|---|\n");
    for (name, schema) in schemas {
        let ((of, term), meaning) = (title(schema), meaning(schema));
        page.push_str(&format!("| [{name}]({name}.md) | {of} {term} | {meaning} |\n"));
    }
    page
}

/// What a type is: its description, then its fields, its words or its form.
fn body(page: &mut String, schema: &Value) {
    page.push_str(&text(schema, "description").replace('\n', "\n\n"));
    page.push('\n');
    if let Some(Value::Object(fields)) = schema.get("properties") {
        let required: Vec<&str> = list(schema, "required").filter_map(Value::as_str).collect();
        page.push_str("\n| 字段 field | 类型 type | 必填 required | 含义 meaning |\n|---|---|---|---|\n");
        for (name, field) in fields {
            let must = if required.contains(&name.as_str()) { "是 yes" } else { "" };
            page.push_str(&format!("| `{name}` | {} | {must} | {} |\n", kind(field), meaning(field)));
        }
        return;
    }
    if schema.get("oneOf").is_some() {
        page.push_str("\n| 值 value | 含义 meaning |\n|---|---|\n");
        for word in list(schema, "oneOf") {
            page.push_str(&format!("| `{}` | {} |\n", text(word, "const"), meaning(word)));
        }
        return;
    }
    page.push_str(&format!("\n- 类型 type: {}\n", kind(schema)));
    if let Some(Value::String(pattern)) = schema.get("pattern") {
        page.push_str(&format!("- 形式 pattern: `{pattern}`\n"));
    }
    let examples: Vec<String> = list(schema, "examples").map(example).collect();
    if !examples.is_empty() {
        page.push_str(&format!("- 例 example: {}\n", examples.join(", ")));
    }
}

/// What a value may be, in a cell: `null`, which every field that need not be there takes, is left out.
fn kind(schema: &Value) -> String {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix("#/$defs/")) {
        return format!("[{name}](#{})", name.to_lowercase());
    }
    let choices: Vec<String> =
        list(schema, "anyOf").filter(|choice| text(choice, "type") != "null").map(kind).collect();
    if !choices.is_empty() {
        return choices.join(" / ");
    }
    let own = schema.get("type");
    let name = own.and_then(Value::as_str).or_else(|| list(schema, "type").next()?.as_str());
    match name {
        Some("array") => format!("列表 list: {}", schema.get("items").map(kind).unwrap_or_default()),
        Some("object") => format!("对象 map: {}", values(schema)),
        Some("string") if text(schema, "format") == "date" => "日期 date".to_owned(),
        Some("string") => "文本 text".to_owned(),
        Some("boolean") => "真假 boolean".to_owned(),
        Some("integer") => match (schema.get("minimum"), schema.get("maximum")) {
            (Some(least), Some(most)) => format!("整数 integer, {least} … {most}"),
            _ => "整数 integer".to_owned(),
        },
        _ if own.is_none() => "任意 any".to_owned(),
        _ => cell(&format!("`{schema}`")),
    }
}

/// What stands in a map.
fn values(schema: &Value) -> String {
    let names = schema.get("patternProperties").and_then(Value::as_object);
    if let Some((pattern, of)) = names.and_then(|names| names.iter().next()) {
        return format!("{} → {}", cell(&format!("`{pattern}`")), kind(of));
    }
    schema.get("additionalProperties").map(kind).unwrap_or_default()
}

/// The description and the example, in a cell.
fn meaning(schema: &Value) -> String {
    let mut lines: Vec<String> = text(schema, "description").lines().map(cell).collect();
    lines.extend(list(schema, "examples").next().map(|value| cell(&format!("例 example: {}", example(value)))));
    lines.join("<br>")
}

fn example(value: &Value) -> String {
    format!("`{}`", value.as_str().map_or_else(|| value.to_string(), str::to_owned))
}

/// A bar would end a cell, even in code.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

/// The name of a type and its Chinese term: `Plan (工作计划)`.
fn title(schema: &Value) -> (&str, &str) {
    let title = text(schema, "title");
    let (name, term) = title.split_once(" (").unwrap_or((title, ""));
    (name, term.trim_end_matches(')'))
}

fn text<'s>(schema: &'s Value, keyword: &str) -> &'s str {
    schema.get(keyword).and_then(Value::as_str).unwrap_or_default()
}

fn list<'s>(schema: &'s Value, keyword: &str) -> impl Iterator<Item = &'s Value> {
    schema.get(keyword).and_then(Value::as_array).into_iter().flatten()
}
