//! Many files at once: found, read on all processors, their plans written in the order of their paths.
//!
//! One file that can not be read never stops the others. Of what was read only a few results are held at a time; the
//! paths are all that grows with the number of files.

mod found;
mod plans;
mod summary;

use crate::arguments::Import;
use crate::exit::{Exit, Failure};
use crate::output::Output;
use crate::session::Session;
use crate::terminal::{complain, progress, say};
use found::Found;
pub(crate) use found::is_many;
use govplan::{InOrder, Message};
use plans::{Outcome, read};
use std::io;
use std::num::NonZeroUsize;
use std::thread::available_parallelism;
use summary::Summary;

/// Imports every file of the sources as JSON Lines.
pub(crate) fn run(arguments: &Import, session: &Session) -> Result<Exit, Failure> {
    let found = Found::all(&arguments.sources, arguments.output.as_deref());
    let mut summary = Summary::new(found.failures);
    let mut output = Output::open(arguments.output.as_deref())?;
    let bar = progress(found.files.len(), arguments.quiet);
    let options = arguments.reading.options();
    let threads = arguments.jobs.or_else(|| available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN);
    let threads = NonZeroUsize::new(found.files.len()).map_or(NonZeroUsize::MIN, |files| threads.min(files));
    let mut outcomes = InOrder::new(threads, move |file| read(&file, &options)).map_err(|error| unstarted(&error))?;
    let mut files = found.files.into_iter();
    let mut read_all = Ok(());
    while read_all.is_ok() {
        while !outcomes.is_full()
            && let Some(file) = files.next()
        {
            outcomes.put(file);
        }
        let Some(outcome) = outcomes.take() else { break };
        bar.inc(1);
        summary.count(&outcome);
        if let Outcome::Plans(plans) = outcome {
            read_all = output.write(plans.lines.as_bytes());
        }
    }
    bar.finish_and_clear();
    read_all?;
    // Where there is no plan, what stood in the file before stays.
    if summary.has_plans() {
        output.finish()?;
    }
    for failure in summary.failures() {
        complain(failure, session.language);
    }
    if !arguments.quiet {
        say(&summary.text(session.language));
    }
    Ok(if summary.failures().is_empty() { Exit::Fine } else { Exit::Files })
}

fn unstarted(error: &io::Error) -> Failure {
    Failure::files(Message::new(format!("无法启动线程（{error}）"), format!("a thread could not be started: {error}")))
}
