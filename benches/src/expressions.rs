//! The deadline expressions that the peers are asked too, and how govplan is asked.

use govplan::time::{Context, Expression, YearSource, parse, parse_iso_date, scan};

/// The expressions of a table: its first column; lines that begin with `#` say nothing.
pub fn expressions(table: &str) -> impl Iterator<Item = &str> {
    let lines = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split_once('\t').map_or(line, |(text, _)| text))
}

/// What the document says of its own time: of 2020, issued on 27 August.
#[must_use]
pub fn context() -> Context {
    Context { issued: parse_iso_date("2020-08-27"), year: Some(2020), year_source: YearSource::Title }
}

/// A text as the cell of a deadline column; where it is none as a whole, the expressions that stand in it.
#[must_use]
pub fn typed(text: &str, context: &Context) -> Vec<Expression> {
    let whole = parse(text, context);
    if whole.is_empty() { scan(text, context) } else { whole }
}
