//! What the check says of the corpus, as a second reader judged it who had not written the rules.

use govplan::{CheckSettings, Options, load};
use govplan_tests::corpus;
use std::collections::BTreeMap;
use std::fs;

/// Least share of the findings that are true.
const PRECISION: f64 = 0.97;

/// The findings by document, source and code: how many there are.
fn counts() -> BTreeMap<[String; 3], usize> {
    let mut counts = BTreeMap::new();
    for folder in fs::read_dir(corpus()).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        let document = folder.file_name().unwrap().to_string_lossy().into_owned();
        for path in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            let source = path.file_name().unwrap().to_string_lossy().into_owned();
            if document == "composed" || !source.starts_with("source.") {
                continue;
            }
            let options = Options { name: Some(source.clone()), ..Options::default() };
            let loaded = load(&fs::read(&path).unwrap(), &options).unwrap();
            let plans = loaded.plans.iter();
            for finding in plans.flat_map(|plan| plan.check(&CheckSettings::new(plan.head.issued_on))) {
                *counts.entry([document.clone(), source.clone(), finding.code.to_string()]).or_default() += 1;
            }
        }
    }
    counts
}

#[test]
fn findings_are_those_that_were_judged_and_nearly_all_are_true() {
    let listed = fs::read_to_string(corpus().join("findings.tsv")).unwrap();
    let mut judged = BTreeMap::new();
    let mut wrong = 0;
    for row in listed.lines().skip(1) {
        let fields: Vec<&str> = row.split('\t').collect();
        let [document, source, code, count, false_ones] = fields[..] else { panic!("{row}") };
        judged.insert([document, source, code].map(str::to_owned), count.parse::<usize>().unwrap());
        wrong += false_ones.parse::<usize>().unwrap();
    }
    let found = counts();
    let differ: Vec<_> = found.iter().filter(|(key, count)| judged.get(*key) != Some(count)).collect();
    let gone: Vec<_> = judged.keys().filter(|key| !found.contains_key(*key)).collect();
    assert!(differ.is_empty() && gone.is_empty(), "to be judged anew: {differ:?}\nno longer found: {gone:?}");
    let all: usize = judged.values().sum();
    let precision = 1.0 - wrong as f64 / all as f64;
    assert!(precision >= PRECISION, "{precision:.3} of {all}");
}
