//! A page by its templates: the one place where text becomes markup.

use super::page::Page;
use crate::label::label;
use crate::printable::printable;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use govplan_core::Language;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{Environment, Error, Output, State, UndefinedBehavior, context, escape_formatter};
use sha2::{Digest, Sha256};

/// The templates, by the names that they call each other by. Names in `.html` have everything escaped.
const TEMPLATES: [(&str, &str); 8] = [
    ("report.html", include_str!("../../templates/report/report.html")),
    ("words.html", include_str!("../../templates/report/words.html")),
    ("overview.html", include_str!("../../templates/report/overview.html")),
    ("tasks.html", include_str!("../../templates/report/tasks.html")),
    ("matrix.html", include_str!("../../templates/report/matrix.html")),
    ("calendar.html", include_str!("../../templates/report/calendar.html")),
    ("network.html", include_str!("../../templates/report/network.html")),
    ("findings.html", include_str!("../../templates/report/findings.html")),
];
const STYLE: &str = include_str!("../../templates/report/report.css");
const SCRIPT: &str = include_str!("../../templates/report/report.js");

pub(super) fn render(page: &Page, language: Language) -> String {
    // The templates are fixed and every value that they name is there: a test lays out all of them.
    try_render(page, language).unwrap_or_default()
}

fn try_render(page: &Page, language: Language) -> Result<String, Error> {
    let mut environment = Environment::new();
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_formatter(write_value);
    environment.add_function("t", move |key: &str| label(key, language).to_owned());
    for (name, source) in TEMPLATES {
        environment.add_template(name, source)?;
    }
    environment.get_template("report.html")?.render(context! {
        page => Value::from(Serde(page)),
        language => if language == Language::English { "en" } else { "zh-Hans" },
        policy => policy(),
        style => Value::from_safe_string(STYLE.to_owned()),
        script => Value::from_safe_string(SCRIPT.to_owned()),
    })
}

/// Writes a value: nothing where there is none, and text without what would turn the direction of writing, escaped.
fn write_value(output: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    if value.is_none() {
        return Ok(());
    }
    match value.as_str().filter(|_| !value.is_safe()) {
        Some(text) => escape_formatter(output, state, &Value::from(printable(text))),
        None => escape_formatter(output, state, value),
    }
}

/// The Content Security Policy: our own style and script, by their hashes, and nothing else.
fn policy() -> String {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    let (style, script) = (hash(STYLE), hash(SCRIPT));
    format!(
        "default-src 'none'; style-src {style}; script-src {script}; img-src data:; base-uri 'none'; form-action 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::page::page;
    use govplan_core::WorkingDays;

    #[test]
    fn the_policy_names_the_style_and_the_script_that_the_page_has() {
        for language in [Language::Chinese, Language::English] {
            let page = page(&[], WorkingDays::announced(), None, language);
            let html = try_render(&page, language).unwrap();
            for (name, tag) in [("style-src", "style"), ("script-src", "script")] {
                let text = html.split_once(&format!("<{tag}>")).unwrap().1.split_once(&format!("</{tag}>")).unwrap().0;
                let hash = STANDARD.encode(Sha256::digest(text));
                let told = format!("{name} &#x27;sha256-{hash}&#x27;;").replace('/', "&#x2f;");
                assert!(html.contains(&told), "{told}");
                assert!(!text.contains('\r'));
            }
            assert!(!html.contains("unsafe-inline"));
        }
    }
}
