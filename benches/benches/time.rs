//! Time alone: expressions typed, working days, periods counted.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use govplan::time::{Period, PeriodUnit, WorkingDays, due, parse_iso_date, scan};
use govplan_benches::{context, expressions, typed};
use std::hint::black_box;

/// The table that the peers are asked too.
const DEADLINES: &str = include_str!("../peers/deadlines.tsv");
const SEED: &str = include_str!("../../seeds/yanzhou-2020-open-government.txt");

/// Sixty short texts, one by one; expressions per second.
fn short(criterion: &mut Criterion) {
    let (texts, context): (Vec<&str>, _) = (expressions(DEADLINES).collect(), context());
    let mut group = criterion.benchmark_group("expressions");
    group.throughput(Throughput::Elements(texts.len() as u64));
    group.bench_function("scan", |bencher| {
        bencher.iter(|| texts.iter().map(|text| scan(black_box(text), &context).len()).sum::<usize>());
    });
    group.bench_function("cells", |bencher| {
        bencher.iter(|| texts.iter().map(|text| typed(black_box(text), &context).len()).sum::<usize>());
    });
    group.finish();
}

/// A document, where most words are no time; bytes per second.
fn running(criterion: &mut Criterion) {
    let context = context();
    let mut group = criterion.benchmark_group("running text");
    group.throughput(Throughput::Bytes(SEED.len() as u64));
    group.bench_function("scan", |bencher| bencher.iter(|| scan(black_box(SEED), &context)));
    group.finish();
}

fn working_days(criterion: &mut Criterion) {
    let days = WorkingDays::announced();
    let (from, to) = (day("2020-09-18"), day("2024-10-22"));
    let mut group = criterion.benchmark_group("working days");
    group.throughput(Throughput::Elements(1));
    group.bench_function("add", |bencher| bencher.iter(|| days.add(black_box(from), black_box(20))));
    group.bench_function("count", |bencher| bencher.iter(|| days.count(black_box(from), black_box(to))));
    group.finish();
}

/// The last day of a period with its steps: within an ordinary month, and over a holiday.
fn periods(criterion: &mut Criterion) {
    let days = WorkingDays::announced();
    let mut group = criterion.benchmark_group("period");
    group.throughput(Throughput::Elements(1));
    for (name, begin, period) in [
        ("20 working days", day("2020-11-02"), Period::new(20, PeriodUnit::WorkingDay)),
        ("20 working days over a holiday", day("2020-09-18"), Period::new(20, PeriodUnit::WorkingDay)),
        ("30 days that end on a holiday", day("2020-09-03"), Period::new(30, PeriodUnit::CalendarDay)),
        ("2 months", day("2020-08-27"), Period::new(2, PeriodUnit::Month)),
    ] {
        group.bench_function(name, |bencher| bencher.iter(|| due(black_box(begin), black_box(period), days)));
    }
    group.finish();
}

fn day(text: &str) -> chrono::NaiveDate {
    parse_iso_date(text).unwrap_or_default()
}

criterion_group!(benches, short, running, working_days, periods);
criterion_main!(benches);
