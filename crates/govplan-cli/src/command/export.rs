use crate::arguments::{Export, To};
use crate::exit::{Exit, Failure};
use crate::input::Input;
use crate::output;
use crate::session::Session;
use govplan::{ByteOrderMark, rows_csv, rows_json_lines};

/// Flat rows of every plan, one table for all.
pub(crate) fn run(arguments: &Export, session: &Session) -> Result<Exit, Failure> {
    let input = Input::load(&arguments.files, session);
    if input.is_empty() {
        return Ok(input.exit);
    }
    let mark = if arguments.bom { ByteOrderMark::Present } else { ByteOrderMark::Absent };
    let bytes = match arguments.to {
        To::Csv => rows_csv(input.plans(), mark),
        To::Jsonl => rows_json_lines(input.plans()).into_bytes(),
    };
    output::write(&bytes, arguments.output.as_deref())?;
    Ok(input.exit)
}
