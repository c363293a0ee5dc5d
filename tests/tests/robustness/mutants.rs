//! Every file of the corpus, damaged in many ways.

use crate::mutant::Original;
use crate::outcome::used;
use govplan_tests::corpus;
use std::panic::catch_unwind;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Mutants of each file.
const MUTANTS: usize = 300;

/// The sources of the corpus, in all formats.
fn sources() -> Vec<PathBuf> {
    let folders = std::fs::read_dir(corpus()).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let files = folders.flat_map(|folder| std::fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path());
    let is_source = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().starts_with("source.");
    let mut sources: Vec<PathBuf> = files.filter(is_source).collect();
    sources.sort();
    sources
}

/// What is wrong with a mutant.
fn fault(original: &Original, number: usize) -> Option<String> {
    let mutant = original.mutant(number as u64);
    match catch_unwind(|| used(&mutant)) {
        Ok(outcome) => outcome.err(),
        Err(_) => Some("the reader panicked".to_owned()),
    }
}

#[test]
fn mutants_of_every_source_are_an_error_or_plans() {
    let sources = sources();
    assert!(sources.len() > 20, "the corpus is not where it should be");
    let originals: Vec<Original> = sources.iter().map(|path| Original::new(std::fs::read(path).unwrap())).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let numbers = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
        let numbers = numbers.take_while(|number| *number < originals.len() * MUTANTS);
        let faults = numbers.filter_map(|number| {
            let (file, number) = (number / MUTANTS, number % MUTANTS);
            fault(&originals[file], number)
                .map(|fault| format!("{}, mutant {number}: {fault}", sources[file].display()))
        });
        faults.collect::<Vec<_>>()
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let faults: Vec<String> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    assert!(faults.is_empty(), "{} of {} mutants:\n{}", faults.len(), originals.len() * MUTANTS, faults.join("\n"));
}
