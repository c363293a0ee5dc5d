//! Govplan's own row in the tables beside its peers, for `benches/peers/*.py` to judge and print: one line for each answer,
//! and a last one with the version and how many a second.
#![expect(clippy::print_stdout, reason = "its output is what it is for")]

use govplan::time::{Expression, WorkingDays, parse_iso_date};
use govplan::{Graph, Link, Network, OrganSheets, plan_xlsx};
use govplan_benches::{context, expressions, large_plan, ledger, typed};
use serde_json::{Value, json};
use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

const USAGE: &str = "\
govplan_row deadlines FILE      a table of expressions in, their types as JSON out
govplan_row working-days FILE   lines of a date and a count in, dates out
govplan_row graph FILE          numbers of two nodes and of a kind in, nine bytes a link; how long each kind of work takes out
govplan_row memory              bytes that the graph of a plan takes for each duty (Linux)
govplan_row workbook FILE       a workbook out, with as many rows as the file's name before the dot says";

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["deadlines", file] => deadlines(&std::fs::read_to_string(file)?),
        ["graph", file] => graph(&std::fs::read(file)?)?,
        ["memory"] => memory()?,
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

/// The network of as many nodes as the highest number names, asked 10,000 times for the links of the first kind of a node. It is
/// built from a column each of sources, targets and kinds.
fn graph(bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    let (mut sources, mut targets, mut kinds) = (Vec::new(), Vec::new(), Vec::new());
    for link in bytes.chunks_exact(9) {
        let (source, rest) = link.split_first_chunk::<4>().ok_or("a link is cut")?;
        let (target, kind) = rest.split_first_chunk::<4>().ok_or("a link is cut")?;
        sources.push(u32::from_le_bytes(*source));
        targets.push(u32::from_le_bytes(*target));
        kinds.push(kind.first().copied().unwrap_or(0));
    }
    let highest = sources.iter().chain(&targets).copied().max().ok_or("no links")?;
    let (nodes, asked) = (highest as usize + 1, || (0..10_000_u32).map(|n| n * 7 % (highest + 1)));
    let built = || {
        let columns = sources.iter().zip(&targets).zip(&kinds);
        let links = columns.map(|((source, target), kind)| Link { source: *source, target: *target, kind: *kind });
        Network::new(nodes, &links.collect::<Vec<_>>())
    };
    let network = built().ok_or("a link leads nowhere")?;
    let build = seconds(|| black_box(built()).map_or(0, |network| network.link_count()));
    let by_kind = || asked().map(|node| network.targets_by_kind(black_box(node), 0).count()).sum();
    let (queries, reach) = (seconds(by_kind), seconds(|| network.reach(black_box(0)).len()));
    let row = |(seconds, answer): (f64, usize)| json!({"seconds": seconds, "answer": answer});
    let row = json!({"build": row(build), "queries": row(queries), "reach": row(reach)});
    println!("{}", json!({"version": env!("CARGO_PKG_VERSION"), "work": row}));
    Ok(())
}

/// The shortest of five rounds, as the peers are timed, and what came out.
fn seconds(mut work: impl FnMut() -> usize) -> (f64, usize) {
    let mut best = (f64::INFINITY, 0);
    for _ in 0..5 {
        let begin = Instant::now();
        let answer = black_box(work());
        best = (begin.elapsed().as_secs_f64().min(best.0), answer);
    }
    best
}

/// How much larger the process is with the graph than without, for each of a million duties of 100,000 organs.
fn memory() -> Result<(), Box<dyn Error>> {
    let plan = large_plan(100_000);
    let duties: usize = plan.requirements().map(|requirement| requirement.item.assignments.len()).sum();
    let resident = || -> Result<f64, Box<dyn Error>> {
        let status = std::fs::read_to_string("/proc/self/status")?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no resident size")?;
        Ok(line.trim().trim_end_matches(" kB").parse::<f64>()? * 1024.0)
    };
    let before = resident()?;
    let graph = Graph::new(black_box(&plan));
    let taken = resident()? - before;
    black_box(&graph);
    println!("{}", json!({"duties": duties, "bytes_a_duty": taken / duties as f64}));
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
