use crate::rounds::{close, per_second};
use govplan::{OrganSheets, plan_xlsx};
use govplan_benches::ledger;
use std::error::Error;
use std::hint::black_box;
use std::path::Path;

/// Prints how many megabytes the memory has grown beyond the plan.
pub(crate) fn row(file: &Path) -> Result<(), Box<dyn Error>> {
    let rows = file.file_stem().and_then(|name| name.to_str()).ok_or("no count of rows")?.parse()?;
    let plan = ledger(rows);
    let before = peak()?;
    std::fs::write(file, plan_xlsx(&plan, OrganSheets::Absent)?)?;
    println!("{}", peak()?.saturating_sub(before) / 1024);
    let rates = per_second(rows, || {
        let _ = black_box(plan_xlsx(black_box(&plan), OrganSheets::Absent));
    });
    close(&rates);
    Ok(())
}

/// The most memory that this process has held at once, in kilobytes, as Linux counts it.
fn peak() -> Result<u64, Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no count of memory")?;
    Ok(peak.trim().trim_end_matches(" kB").parse()?)
}
