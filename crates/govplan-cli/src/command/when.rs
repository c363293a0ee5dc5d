use crate::arguments::{For, WhenExpressions};
use crate::calendar::working_days;
use crate::exit::{Exit, Failure};
use crate::input::each_line;
use crate::output::{self, Output};
use crate::session::Session;
use govplan::time::Context;
use govplan::{expression_json_line, expression_text, typed_expression};

/// What expressions of time come to: those of the arguments, else each line of standard input.
pub(crate) fn run(arguments: &WhenExpressions, session: &Session) -> Result<Exit, Failure> {
    let days = working_days(&arguments.calendar)?;
    let context = Context { year: arguments.year, issued: arguments.issued, ..Context::default() };
    let tell = |expression: &str, output: &mut Output<'_>| {
        let (timings, findings) = typed_expression(expression, &context, &days);
        match arguments.look.format {
            For::Human => output::print(&expression_text(expression, &timings, &findings, &session.screen)),
            For::Json => output.write(expression_json_line(expression, &timings, &findings).as_bytes()),
        }
    };
    let mut output = Output::open(None)?;
    for expression in &arguments.expressions {
        tell(expression, &mut output)?;
    }
    if arguments.expressions.is_empty() {
        each_line(|line| tell(line, &mut output))?;
    }
    output.finish()?;
    Ok(Exit::Fine)
}
