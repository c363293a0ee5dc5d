use crate::arguments::{For, Show};
use crate::config::{Judges, Settled};
use crate::exit::{Exit, Failure};
use crate::input::Input;
use crate::output;
use crate::session::Session;
use govplan::{Finding, Plan, overview_json, plan_text};

/// Who does what by when.
pub(crate) fn run(arguments: &Show, session: &Session) -> Result<Exit, Failure> {
    let input = Input::load(&arguments.files, session);
    let judges = Judges::of_files(Settled::default(), &input.files)?;
    let checked = judges.assembled().checked(&input, session);
    match arguments.look.format {
        For::Human => {
            let texts: Vec<String> =
                checked.iter().map(|(plan, findings)| plan_text(plan, findings, &session.screen)).collect();
            output::print(&texts.join("\n"))?;
        }
        For::Json => {
            let plans: Vec<(&Plan, &[Finding])> =
                checked.iter().map(|(plan, findings)| (*plan, findings.as_slice())).collect();
            output::write(overview_json(&plans).as_bytes(), None)?;
        }
    }
    Ok(input.exit)
}
