//! Markdown: plans, and pages about rules and schemas, for a site and for whoever reads the repository.

#[cfg(feature = "office")]
mod plan;
mod rule;
mod schema;

#[cfg(feature = "office")]
pub use plan::plan_markdown;
pub use rule::{rule_page, rules_page};
pub use schema::{schema_page, schemas_page};

/// Text that stands for itself: what Markdown would take for markup is escaped.
fn plain(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
