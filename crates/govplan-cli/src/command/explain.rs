use crate::arguments::{Explain, PageFormat};
use crate::exit::{Exit, Failure};
use crate::output;
use crate::session::Session;
use govplan::{Message, Rule, rule, rule_json, rule_page, rule_text, rules, rules_json, rules_page, rules_text};

/// A rule, or all of them.
pub(crate) fn run(arguments: &Explain, session: &Session) -> Result<Exit, Failure> {
    let Some(code) = &arguments.code else {
        match arguments.format {
            PageFormat::Human => output::print(&rules_text(rules(), &session.screen))?,
            PageFormat::Json => output::write(rules_json(rules()).as_bytes(), None)?,
            PageFormat::Markdown => output::write(rules_page(rules()).as_bytes(), None)?,
        }
        return Ok(Exit::Fine);
    };
    let rule = find(code)?;
    match arguments.format {
        PageFormat::Human => output::print(&rule_text(rule, &session.screen))?,
        PageFormat::Json => output::write(rule_json(rule).as_bytes(), None)?,
        PageFormat::Markdown => output::write(rule_page(rule).as_bytes(), None)?,
    }
    Ok(Exit::Fine)
}

/// The rule of a code, in capitals or not, or of a name.
fn find(code: &str) -> Result<&'static Rule, Failure> {
    let found = rule(code).or_else(|| rule(&code.to_ascii_uppercase()));
    found.ok_or_else(|| {
        Failure::usage(Message::new(
            format!("没有规则`{code}`，`govplan explain`列出全部规则"),
            format!("no rule `{code}`, `govplan explain` lists them all"),
        ))
    })
}
