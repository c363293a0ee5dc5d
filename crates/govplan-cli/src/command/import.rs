use crate::arguments::Import;
use crate::batch;
use crate::exit::{Exit, Failure};
use crate::input::{about, load};
use crate::output;
use crate::session::Session;

/// Documents to plans: one as JSON, several as JSON Lines.
pub(crate) fn run(arguments: &Import, session: &Session) -> Result<Exit, Failure> {
    let [source] = arguments.sources.as_slice() else { return batch::run(arguments, session) };
    if batch::is_many(&arguments.sources) {
        return batch::run(arguments, session);
    }
    let loaded = load(source, &arguments.reading.options())
        .map_err(|error| Failure::files(about(source, |language| error.message(language))))?;
    let json = match loaded.plans.as_slice() {
        [plan] => plan.to_json(),
        plans => plans.iter().map(|plan| plan.to_json_line() + "\n").collect(),
    };
    output::write(json.as_bytes(), arguments.output.as_deref())?;
    Ok(Exit::Fine)
}
