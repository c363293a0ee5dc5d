use crate::arguments::{Check, For};
use crate::exit::{Exit, Failure};
use crate::input::Input;
use crate::output;
use crate::session::Session;
use govplan::{Finding, Findings, Plan, findings_json, findings_text};

/// What is wrong with plans and with how they were read.
pub(crate) fn run(arguments: &Check, session: &Session) -> Result<Exit, Failure> {
    let input = Input::load(&arguments.files, session);
    let mut checked: Vec<(&Plan, Option<&str>, Vec<Finding>)> = Vec::new();
    for loaded in &input.loaded {
        let text = loaded.text.as_deref();
        checked.extend(loaded.plans.iter().map(|plan| (plan, text, session.check(plan))));
    }
    match arguments.look.format {
        For::Human => {
            let text = |(plan, text, findings): &(&Plan, Option<&str>, Vec<Finding>)| {
                findings_text(plan, findings, *text, &session.screen)
            };
            output::print(&checked.iter().map(text).collect::<Vec<_>>().join("\n"))?;
        }
        For::Json => {
            let all: Vec<Findings<'_>> =
                checked.iter().map(|(plan, _, findings)| Findings::new(plan, findings)).collect();
            output::write(findings_json(&all).as_bytes(), None)?;
        }
    }
    let mut findings = checked.iter().flat_map(|(_, _, findings)| findings);
    let fails = findings.any(|finding| arguments.fail_on.counts(finding.severity));
    Ok(input.exit.max(if fails { Exit::Findings } else { Exit::Fine }))
}
