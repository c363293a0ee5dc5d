use crate::arguments::{For, WhenExpressions};
use crate::calendar::working_days;
use crate::exit::{Exit, Failure};
use crate::output::{self, Output};
use crate::session::Session;
use govplan::time::Context;
use govplan::{Error, Language, Message, expression_json_line, expression_text, typed_expression};
use std::io::{BufRead, Read};

/// The longest line that is taken for an expression, in bytes.
const LONGEST_LINE: usize = 1 << 20;

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
        let mut input = std::io::stdin().lock();
        let mut line = Vec::new();
        while read_line(&mut input, &mut line)? {
            tell(String::from_utf8_lossy(&line).trim(), &mut output)?;
        }
    }
    output.finish()?;
    Ok(Exit::Fine)
}

/// Reads a line; false where there is none. A line that is too long is an error, not a loss.
fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> Result<bool, Failure> {
    line.clear();
    let most = u64::try_from(LONGEST_LINE).unwrap_or(u64::MAX);
    let read = input.by_ref().take(most).read_until(b'\n', line);
    let read = read.map_err(|error| {
        let error = Error::File(error);
        Failure::files(Message::new(error.message(Language::Chinese), error.message(Language::English)))
    })?;
    if read == LONGEST_LINE {
        return Err(Failure::files(Message::new(
            format!("标准输入有一行超过{LONGEST_LINE}字节，请每行写一条时间表述"),
            format!("a line of standard input has more than {LONGEST_LINE} bytes, write one expression on each"),
        )));
    }
    Ok(read > 0)
}
