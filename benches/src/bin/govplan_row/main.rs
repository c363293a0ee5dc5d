//! Govplan's own rows in the tables beside its peers, where the work is Rust's, for `benches/peers/*.py` to judge and print:
//! answers as lines, and a line of JSON with the version. Where a FILE goes in, a round is taken then for each line of standard
//! input, and its rate printed; else that line has the rates of all rounds.
#![expect(clippy::print_stdout, reason = "its output is what it is for")]

mod deadlines;
mod graph;
mod plan_json;
mod rounds;
mod table;
mod workbook;
mod working_days;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
govplan_row deadlines FILE      a table of expressions in, their types as JSON out
govplan_row working-days FILE   lines of a date and a count in, dates out
govplan_row graph FILE          numbers of two nodes and of a kind in, nine bytes a link; what each kind of work answers out
govplan_row memory              bytes that the graph of a plan takes for each duty (Linux)
govplan_row plan FILE           the plan of the benchmarks out, in one line of JSON
govplan_row plan-json FILE      a plan in, read strictly
govplan_row table FILE          a document in, the rows of its first table as JSON out, with merged cells repeated
govplan_row workbook FILE       a workbook out, with as many rows as the file's name before the dot says";

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["deadlines", file] => deadlines::row(&std::fs::read_to_string(file)?)?,
        ["graph", file] => graph::row(&std::fs::read(file)?)?,
        ["memory"] => graph::memory()?,
        ["plan", file] => std::fs::write(file, govplan_benches::plan().to_json_line())?,
        ["plan-json", file] => plan_json::row(&std::fs::read(file)?)?,
        ["table", file] => table::row(&std::fs::read(file)?)?,
        ["working-days", file] => working_days::row(&std::fs::read_to_string(file)?)?,
        ["workbook", file] => workbook::row(Path::new(file))?,
        _ => {
            println!("{USAGE}");
            return Ok(ExitCode::from(2));
        }
    }
    Ok(ExitCode::SUCCESS)
}
