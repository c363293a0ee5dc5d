//! What a service does most: read a document, read a plan, check it, write it.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use govplan::{CheckSettings, Options, Plan, load};
use std::hint::black_box;

const SEED: &[u8] = include_bytes!("../../seeds/yanzhou-2020-open-government.txt");

/// Documents of the corpus, one or two in each format.
const DOCUMENTS: &[(&str, &[u8])] = &[
    ("seed.txt", SEED),
    ("seed.docx", include_bytes!("../../tests/corpus/00-seed/source.docx")),
    ("seed.doc", include_bytes!("../../tests/corpus/00-seed/source.doc")),
    ("seed.xlsx", include_bytes!("../../tests/corpus/00-seed/source.xlsx")),
    ("seed.pdf", include_bytes!("../../tests/corpus/00-seed/source.pdf")),
    ("chizhou.html", include_bytes!("../../tests/corpus/01-chizhou-xinfang/source.html")),
    ("chizhou.docx", include_bytes!("../../tests/corpus/01-chizhou-xinfang/source.docx")),
    ("chizhou.xlsx", include_bytes!("../../tests/corpus/01-chizhou-xinfang/source.xlsx")),
    ("chizhou.pdf", include_bytes!("../../tests/corpus/01-chizhou-xinfang/source.pdf")),
    ("shian.md", include_bytes!("../../tests/corpus/09-shian-county/source.md")),
    ("guofa.html", include_bytes!("../../tests/corpus/21-guofa2019-3-bonded-zone/source.html")),
    ("notice.ofd", include_bytes!("../../crates/govplan-read/tests/fixtures/openness-notice.ofd")),
];

/// A document to plans, and the reader's part of that alone; documents per second.
fn documents(criterion: &mut Criterion) {
    let options = Options::default();
    let mut group = criterion.benchmark_group("import");
    group.throughput(Throughput::Elements(1));
    for (name, bytes) in DOCUMENTS {
        group.bench_function(*name, |bencher| bencher.iter(|| load(black_box(bytes), &options)));
    }
    group.finish();
    let mut group = criterion.benchmark_group("reader");
    group.throughput(Throughput::Elements(1));
    for (name, bytes) in DOCUMENTS {
        group.bench_function(*name, |bencher| bencher.iter(|| govplan_read::read(black_box(bytes), &options)));
    }
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
    // Linear in size: the requirements in a second stay as many.
    let mut group = criterion.benchmark_group("check by size");
    group.sample_size(10);
    for count in [1_000, 10_000, 100_000] {
        let plan = govplan_benches::plan_of_requirements(count);
        group.throughput(Throughput::Elements(count as u64));
        group.bench_function(count.to_string(), |bencher| {
            bencher.iter(|| black_box(&plan).check(&CheckSettings::default()));
        });
    }
    group.finish();
}

fn write(criterion: &mut Criterion) {
    let plan = govplan_benches::plan();
    criterion.bench_function("write", |bencher| bencher.iter(|| black_box(&plan).to_json()));
}

criterion_group!(benches, documents, read, check, write);
criterion_main!(benches);
