//! Who does what at 100,000 organs and 1,000,000 duties: the bare network, and the graph of a plan.

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use govplan::{Graph, Network};
use govplan_benches::{large_plan, links};
use std::hint::black_box;

const ORGANS: u32 = 100_000;
const DUTIES: usize = 1_000_000;

/// Numbers alone; links per second, and 10,000 questions in one round.
fn network(criterion: &mut Criterion) {
    let links = links(ORGANS, DUTIES);
    let nodes = ORGANS as usize;
    let network = Network::new(nodes, &links).unwrap_or_default();
    let mut group = criterion.benchmark_group("network");
    group.sample_size(10);
    group.throughput(Throughput::Elements(DUTIES as u64));
    group.bench_function("build", |bencher| bencher.iter(|| Network::new(nodes, black_box(&links))));
    group.throughput(Throughput::Elements(10_000));
    group.bench_function("targets by kind", |bencher| {
        let asked = || (0..10_000).map(|n| n * 7 % ORGANS);
        bencher.iter(|| asked().map(|node| network.targets_by_kind(black_box(node), 0).count()).sum::<usize>());
    });
    group.throughput(Throughput::Elements(1));
    group.bench_function("reach", |bencher| bencher.iter(|| network.reach(black_box(0)).len()));
    group.finish();
}

/// The graph of a plan; duties per second, and one question a round.
fn graph(criterion: &mut Criterion) {
    let plan = large_plan(ORGANS);
    let graph = Graph::new(&plan);
    let mut group = criterion.benchmark_group("graph");
    group.sample_size(10);
    group.throughput(Throughput::Elements(DUTIES as u64));
    group.bench_function("build", |bencher| {
        bencher.iter_batched(|| (), |()| Graph::new(black_box(&plan)), BatchSize::PerIteration);
    });
    group.throughput(Throughput::Elements(1));
    group
        .bench_function("duties", |bencher| bencher.iter(|| graph.duties(black_box("7科")).map(|duties| duties.len())));
    group.bench_function("single points", |bencher| bencher.iter(|| graph.single_points().len()));
    group.bench_function("communities", |bencher| bencher.iter(|| graph.communities(1).len()));
    group.finish();
}

criterion_group!(benches, network, graph);
criterion_main!(benches);
