//! Expressions as real plans print them, each typed by hand; the rows that are read otherwise are listed with the reason.

mod fixture;

use fixture::{Table, ratchet};
use govplan_time::{Context, parse, scan};

fn faults(table: &Table) -> Vec<(String, String)> {
    let rows = table.rows.iter();
    let faults = rows.filter_map(|row| {
        let (raw, context) = (table.field(row, "raw"), table.context(row));
        let whole = parse(raw, &context);
        // A fragment of a sentence is no cell: what stands in it is looked for.
        let found = if whole.is_empty() { scan(raw, &context) } else { whole };
        Some((raw.to_owned(), table.fault(row, &found)?))
    });
    faults.collect()
}

#[test]
fn expressions_are_typed_as_a_careful_reader_types_them() {
    let table = Table::read(include_str!("deadlines.csv")).unwrap();
    assert_eq!(table.rows.len(), 131);
    ratchet(&faults(&table), &[("2019年上半年", "half a year is the span of its days, as 下半年 is")]);
}

#[test]
fn expressions_that_the_grammar_had_not_seen_are_typed() {
    let table = Table::read(include_str!("composed.csv")).unwrap();
    assert_eq!(table.rows.len(), 251);
    ratchet(&faults(&table), &[]);
}

#[test]
fn times_of_whole_plans_are_typed_as_a_careful_reader_types_them() {
    let table = Table::read(include_str!("plans.csv")).unwrap();
    assert_eq!(table.rows.len(), 60);
    ratchet(
        &faults(&table),
        &[
            ("9月投入使用", "a month is the span of its days; the last of them is the same"),
            ("2025年三季度", "a quarter is the span of its days; the last of them is the same"),
            ("年底", "the end of the year is a time by which; the day is the same"),
            ("5年内", "counted from 2012年起 in another clause of the plan"),
            ("三年内", "counted from the year of the plan, which is context"),
            ("年中", "no day in the middle of the year is set, so none is given"),
        ],
    );
}

#[test]
fn figures_and_names_are_no_times() {
    let table = Table::read(include_str!("non_expressions.csv")).unwrap();
    let context = Context { year: Some(2020), ..Context::default() };
    let faults = table.rows.iter().filter_map(|row| {
        let text = table.field(row, "text");
        let found = scan(text, &context);
        let printed: Vec<_> = found.iter().map(|found| text.get(found.span.clone())).collect();
        (!found.is_empty()).then(|| (text.to_owned(), format!("{printed:?}")))
    });
    ratchet(&faults.collect::<Vec<_>>(), &[]);
}
