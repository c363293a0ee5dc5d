use crate::arguments::{For, Number};
use crate::exit::{Exit, Failure};
use crate::input::each_line;
use crate::output::{self, Output};
use crate::session::Session;
use govplan::{DocNumber, number_json_line, number_text};

/// What is to be said of document numbers: those of the arguments, else each line of standard input.
pub(crate) fn run(arguments: &Number, session: &Session) -> Result<Exit, Failure> {
    let mut exit = Exit::Fine;
    let mut tell = |text: &str, output: &mut Output<'_>| {
        let judged = DocNumber::judge(text);
        exit = exit.max(arguments.failing.exit(&judged.findings));
        match arguments.look.format {
            For::Human => output::print(&number_text(text, &judged, &session.screen)),
            For::Json => output.write(number_json_line(text, &judged).as_bytes()),
        }
    };
    let mut output = Output::open(None)?;
    for text in &arguments.texts {
        tell(text, &mut output)?;
    }
    if arguments.texts.is_empty() {
        each_line(|line| tell(line, &mut output))?;
    }
    output.finish()?;
    Ok(exit)
}
