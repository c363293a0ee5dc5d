use crate::rounds::on_demand;
use govplan::time::{WorkingDays, parse_iso_date};
use std::error::Error;
use std::hint::black_box;

/// Prints nothing but a dash for a day of a year that is not announced.
pub(crate) fn row(table: &str) -> Result<(), Box<dyn Error>> {
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
    on_demand(queries.len(), || {
        for query in &queries {
            let (day, count) = *black_box(query);
            let _ = black_box(days.add(day, count));
        }
    })
}
