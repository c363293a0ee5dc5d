use crate::arguments::Import;
use crate::exit::{Exit, Failure};
use crate::input::Input;
use crate::output;
use crate::session::Session;
use govplan::Plan;

/// Documents to plans: one as JSON, several as JSON Lines.
pub(crate) fn run(arguments: &Import, session: &Session) -> Result<Exit, Failure> {
    let input = Input::load(&arguments.files, session);
    let plans: Vec<&Plan> = input.plans().collect();
    let json = match plans.as_slice() {
        [] => return Ok(input.exit),
        [plan] => plan.to_json(),
        plans => plans.iter().map(|plan| plan.to_json_line() + "\n").collect(),
    };
    output::write(json.as_bytes(), arguments.output.as_deref())?;
    Ok(input.exit)
}
