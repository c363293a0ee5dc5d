use crate::arguments::{For, Units};
use crate::exit::{Exit, Failure};
use crate::input::Input;
use crate::output;
use crate::register::register;
use crate::session::Session;
use govplan::{ListedUnit, Plan, Register, units_json, units_text};

/// The organs of every plan, and what a register says of them.
pub(crate) fn run(arguments: &Units, session: &Session) -> Result<Exit, Failure> {
    let register = register(&arguments.register, &arguments.files.reading)?;
    let index = register.as_ref().map(Register::index);
    let input = Input::load(&arguments.files, session);
    if input.is_empty() {
        return Ok(input.exit);
    }
    let plans: Vec<(&Plan, Vec<ListedUnit<'_>>)> =
        input.plans().map(|plan| (plan, plan.listed_units(index.as_ref()))).collect();
    match arguments.look.format {
        For::Human => output::print(&units_text(&plans, &session.screen))?,
        For::Json => output::write(units_json(&plans).as_bytes(), None)?,
    }
    Ok(input.exit)
}
