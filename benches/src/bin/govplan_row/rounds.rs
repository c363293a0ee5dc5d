//! How work is timed: in rounds, as `benches/peers/measure.py` times the peers.

use serde_json::json;
use std::error::Error;
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
        rates.push(round(pieces, &mut call));
    }
    rates
}

/// Takes a round for each line of standard input and prints its rate, after a line with the version: so that rounds are taken in
/// turn with those of the peers.
pub(crate) fn on_demand(pieces: usize, mut call: impl FnMut()) -> Result<(), Box<dyn Error>> {
    call();
    println!("{}", json!({"version": env!("CARGO_PKG_VERSION")}));
    for line in std::io::stdin().lines() {
        line?;
        println!("{}", round(pieces, &mut call));
    }
    Ok(())
}

/// How many pieces of work are done a second in one round.
fn round(pieces: usize, call: &mut impl FnMut()) -> f64 {
    let (begin, mut calls) = (Instant::now(), 0_u32);
    while begin.elapsed() < ROUND {
        call();
        calls += 1;
    }
    f64::from(calls) * pieces as f64 / begin.elapsed().as_secs_f64()
}

/// The last line.
pub(crate) fn close(rates: &[f64]) {
    println!("{}", json!({"version": env!("CARGO_PKG_VERSION"), "rates": rates}));
}
