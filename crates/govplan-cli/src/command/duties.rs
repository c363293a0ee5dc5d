use crate::arguments::{Duties, For};
use crate::exit::{Exit, Failure};
use crate::input::Input;
use crate::output;
use crate::session::Session;
use govplan::{Duty, Graph, Language, Message, Plan, UnknownOrgan, duties_json, duties_text};

/// What an organ has to do, in every plan that knows it.
pub(crate) fn run(arguments: &Duties, session: &Session) -> Result<Exit, Failure> {
    let input = Input::load(&arguments.files, session);
    let graphs: Vec<(&Plan, Graph<'_>)> = input.plans().map(|plan| (plan, Graph::new(plan))).collect();
    let mut known: Vec<(&Plan, Vec<Duty<'_, '_>>)> = Vec::new();
    let mut unknown: Vec<UnknownOrgan> = Vec::new();
    for (plan, graph) in &graphs {
        match graph.duties(&arguments.organ) {
            Ok(duties) => known.push((plan, duties)),
            Err(error) => unknown.push(error),
        }
    }
    if known.is_empty() {
        let with_nearest = unknown.iter().find(|error| error.nearest.is_some());
        return match with_nearest.or(unknown.first()) {
            Some(error) => {
                let message = |language| error.message(language);
                let message = Message::new(message(Language::Chinese), message(Language::English));
                Err(Failure { exit: input.exit.max(Exit::Usage), message })
            }
            None => Ok(input.exit),
        };
    }
    match arguments.look.format {
        For::Human => output::print(&duties_text(&arguments.organ, &known, &session.screen))?,
        For::Json => output::write(duties_json(&arguments.organ, &known).as_bytes(), None)?,
    }
    Ok(input.exit)
}
