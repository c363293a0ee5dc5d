//! What a service does most: read a document, read a plan, check it, write it.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use govplan::{CheckSettings, Options, Plan, load};
use std::hint::black_box;

const SEED: &[u8] = include_bytes!("../../seeds/yanzhou-2020-open-government.txt");

fn import(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("import");
    group.throughput(Throughput::Bytes(SEED.len() as u64));
    group.bench_function("seed", |bencher| bencher.iter(|| load(black_box(SEED), &Options::default())));
    group.finish();
}

fn read(criterion: &mut Criterion) {
    let json = govplan_benches::plan().to_json_line();
    let mut group = criterion.benchmark_group("read");
    group.throughput(Throughput::Bytes(json.len() as u64));
    group.bench_function("strict", |bencher| bencher.iter(|| Plan::from_json(black_box(json.as_bytes()))));
    group.bench_function("serde_json alone", |bencher| {
        bencher.iter(|| serde_json::from_slice::<Plan>(black_box(json.as_bytes())));
    });
    group.finish();
}

fn check(criterion: &mut Criterion) {
    let plan = govplan_benches::plan();
    criterion.bench_function("check", |bencher| bencher.iter(|| black_box(&plan).check(&CheckSettings::default())));
}

fn write(criterion: &mut Criterion) {
    let plan = govplan_benches::plan();
    criterion.bench_function("write", |bencher| bencher.iter(|| black_box(&plan).to_json()));
}

criterion_group!(benches, import, read, check, write);
criterion_main!(benches);
