//! Govplan's own row in the tables beside its peers, for `benches/peers/*.py` to judge and print: one line for each answer,
//! and a last one with the version and how many a second.
#![expect(clippy::print_stdout, reason = "its output is what it is for")]

use govplan::time::{Expression, WorkingDays, parse_iso_date};
use govplan::{OrganSheets, plan_xlsx};
use govplan_benches::{context, expressions, ledger, typed};
use serde_json::{Value, json};
use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

const USAGE: &str = "\
govplan_row deadlines FILE      a table of expressions in, their types as JSON out
govplan_row working-days FILE   lines of a date and a count in, dates out
govplan_row workbook FILE       a workbook out, with as many rows as the file's name before the dot says";

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["deadlines", file] => deadlines(&std::fs::read_to_string(file)?),
        ["working-days", file] => working_days(&std::fs::read_to_string(file)?)?,
        ["workbook", file] => workbook(Path::new(file))?,
        _ => {
            println!("{USAGE}");
            return Ok(ExitCode::from(2));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn deadlines(table: &str) {
    let context = context();
    let texts: Vec<&str> = expressions(table).collect();
    for text in &texts {
        let found: Vec<Value> = typed(text, &context).iter().map(json_of).collect();
        println!("{}", Value::from(found));
    }
    let rate = per_second(texts.len(), || {
        for text in &texts {
            black_box(typed(black_box(text), &context));
        }
    });
    close(rate);
}

fn json_of(found: &Expression) -> Value {
    json!({
        "kind": found.kind,
        "start": found.start.map(|day| day.to_string()),
        "end": found.end.map(|day| day.to_string()),
        "period": found.period,
        "recurrence": found.recurrence,
    })
}

/// Prints nothing but a dash for a day of a year that is not announced.
fn working_days(table: &str) -> Result<(), Box<dyn Error>> {
    let days = WorkingDays::announced();
    let mut queries = Vec::new();
    for line in table.lines() {
        let (day, count) = line.split_once(' ').ok_or("a line is not `date count`")?;
        queries.push((parse_iso_date(day).ok_or("not a date")?, count.parse::<i32>()?));
    }
    for (day, count) in &queries {
        println!("{}", days.add(*day, *count).map_or_else(|_| "-".to_owned(), |found| found.to_string()));
    }
    // One query after the other, each alone: a batch would be another kind of work.
    let rate = per_second(queries.len(), || {
        for query in &queries {
            let (day, count) = *black_box(query);
            let _ = black_box(days.add(day, count));
        }
    });
    close(rate);
    Ok(())
}

/// Prints how many megabytes the memory has grown beyond the plan.
fn workbook(file: &Path) -> Result<(), Box<dyn Error>> {
    let rows = file.file_stem().and_then(|name| name.to_str()).ok_or("no count of rows")?.parse()?;
    let plan = ledger(rows);
    let before = peak()?;
    std::fs::write(file, plan_xlsx(&plan, OrganSheets::Absent)?)?;
    println!("{}", peak()?.saturating_sub(before) / 1024);
    let rate = per_second(rows, || {
        let _ = black_box(plan_xlsx(black_box(&plan), OrganSheets::Absent));
    });
    close(rate);
    Ok(())
}

/// The most memory that this process has held at once, in kilobytes, as Linux counts it.
fn peak() -> Result<u64, Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no count of memory")?;
    Ok(peak.trim().trim_end_matches(" kB").parse()?)
}

fn close(rate: f64) {
    println!("{}", json!({"version": env!("CARGO_PKG_VERSION"), "per_second": rate}));
}

/// How many pieces of work are done a second, where a round does so many: the best of three seconds, as the peers are timed.
fn per_second(pieces: usize, mut round: impl FnMut()) -> f64 {
    let mut second = || {
        let begin = Instant::now();
        let mut rounds = 0_u32;
        while begin.elapsed() < Duration::from_secs(1) {
            round();
            rounds += 1;
        }
        f64::from(rounds) * pieces as f64 / begin.elapsed().as_secs_f64()
    };
    (0..3).map(|_| second()).fold(0.0, f64::max)
}
