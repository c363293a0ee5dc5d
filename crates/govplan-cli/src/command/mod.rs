//! One file a verb.

mod check;
mod completions;
mod due;
mod duties;
mod explain;
mod export;
mod import;
mod number;
mod schema;
mod show;
mod units;
mod when;
mod workday;
mod workload;

use crate::arguments::{Arguments, Command};
use crate::exit::Exit;
use crate::session::Session;
use crate::terminal::complain;

/// Does what the arguments ask for.
pub(crate) fn run(arguments: Arguments) -> Exit {
    let session = Session::new(&arguments.global);
    let done = match arguments.command {
        Command::Import(arguments) => import::run(&arguments, &session),
        Command::Show(arguments) => show::run(&arguments, &session),
        Command::Check(arguments) => check::run(&arguments, &session),
        Command::Export(arguments) => export::run(&arguments, &session),
        Command::Duties(arguments) => duties::run(&arguments, &session),
        Command::Workload(arguments) => workload::run(&arguments, &session),
        Command::Units(arguments) => units::run(&arguments, &session),
        Command::Due(arguments) => due::run(&arguments, &session),
        Command::When(arguments) => when::run(&arguments, &session),
        Command::Workday(arguments) => workday::run(&arguments, &session),
        Command::Number(arguments) => number::run(&arguments, &session),
        Command::Explain(arguments) => explain::run(&arguments, &session),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
    };
    done.unwrap_or_else(|failure| {
        complain(&failure.message, session.language);
        failure.exit
    })
}
