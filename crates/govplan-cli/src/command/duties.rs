use crate::arguments::{Duties, For};
use crate::exit::{Exit, Failure};
use crate::input::Input;
use crate::output;
use crate::register::{graph, register};
use crate::session::Session;
use govplan::{Duty, DutyQuery, Language, Message, Partner, Register, duties_json, duties_text};

/// What an organ has to do, in every plan that knows it, and with whom.
pub(crate) fn run(arguments: &Duties, session: &Session) -> Result<Exit, Failure> {
    let register = register(&arguments.register, &arguments.files.reading)?;
    let index = register.as_ref().map(Register::index);
    let input = Input::load(&arguments.files, session);
    if input.is_empty() {
        return Ok(input.exit);
    }
    let graph = graph(input.plans(), index.as_ref());
    let organs = graph.find(&arguments.organ).map_err(|error| {
        let message = |language| error.message(language);
        let message = Message::new(message(Language::Chinese), message(Language::English));
        Failure { exit: input.exit.max(Exit::Usage), message }
    })?;
    let mut query = DutyQuery::default();
    query.is_expanded = arguments.expand;
    let duties: Vec<Duty<'_, '_>> = organs.iter().flat_map(|organ| graph.duties_of(*organ, query)).collect();
    let partners: Vec<Partner<'_, '_>> = organs.iter().flat_map(|organ| graph.partners(*organ)).collect();
    match arguments.look.format {
        For::Human => output::print(&duties_text(&arguments.organ, &duties, &partners, &session.screen))?,
        For::Json => output::write(duties_json(&arguments.organ, &duties, &partners).as_bytes(), None)?,
    }
    Ok(input.exit)
}
