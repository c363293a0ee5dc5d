//! How work is timed: in rounds, as `benches/peers/measure.py` times the peers.

use serde_json::json;
use std::time::{Duration, Instant};

const ROUNDS: usize = 7;
/// A round lasts at least so long, and one call.
const ROUND: Duration = Duration::from_millis(250);
/// After so long no more rounds are taken, if three have been.
const BUDGET: Duration = Duration::from_secs(20);
const LEAST_ROUNDS: usize = 3;

/// How many pieces of work are done a second in each round, where a call does so many.
pub(crate) fn per_second(pieces: usize, mut call: impl FnMut()) -> Vec<f64> {
    call();
    let begin = Instant::now();
    let mut rates = Vec::new();
    while rates.len() < ROUNDS && (rates.len() < LEAST_ROUNDS || begin.elapsed() < BUDGET) {
        let (round, mut calls) = (Instant::now(), 0_u32);
        while round.elapsed() < ROUND {
            call();
            calls += 1;
        }
        rates.push(f64::from(calls) * pieces as f64 / round.elapsed().as_secs_f64());
    }
    rates
}

/// The last line.
pub(crate) fn close(rates: &[f64]) {
    println!("{}", json!({"version": env!("CARGO_PKG_VERSION"), "rates": rates}));
}
