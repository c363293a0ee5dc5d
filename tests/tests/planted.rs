//! Faults planted in documents of the corpus, one each, by people who had not written the rules: each is found under its
//! code, and nothing else is said that was not said before; but for those that `missed.tsv` lists.

use govplan::{CheckSettings, Finding, Options, load};
use govplan_tests::{corpus, workspace};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

/// What the check says of a document, by code: the number of places.
type Said = BTreeMap<String, usize>;

fn said(name: &str, text: &str) -> Said {
    let options = Options { name: Some(name.to_owned()), ..Options::default() };
    let loaded = load(text.as_bytes(), &options).unwrap_or_else(|error| panic!("{name}: {error}"));
    let findings = loaded.plans.iter().flat_map(|plan| plan.check(&CheckSettings::new(plan.head.issued_on)));
    findings.fold(Said::new(), |mut said, Finding { code, related, .. }| {
        *said.entry(code.to_string()).or_default() += 1 + related.len();
        said
    })
}

/// The codes that are said in more places than before.
fn new_codes(before: &Said, after: &Said) -> Vec<String> {
    let codes = after.iter().filter(|(code, places)| before.get(*code).is_none_or(|before| before < *places));
    codes.map(|(code, _)| code.clone()).collect()
}

fn codes<'f>(fault: &'f Value, field: &str) -> Vec<&'f str> {
    fault[field].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

#[test]
fn planted_faults_are_found_and_nothing_else() {
    let file = |name: &str| fs::read_to_string(workspace().join("tests/planted").join(name)).unwrap();
    let faults: Vec<Value> = serde_json::from_str(&file("faults.json")).unwrap();
    let mut missed = String::from("id\tcode\tsaid instead\tfault\n");
    for fault in &faults {
        let field = |name: &str| fault[name].as_str().unwrap_or_else(|| panic!("{fault}: no {name}"));
        let (id, code, source) = (field("id"), field("code"), field("source"));
        let text = fs::read_to_string(corpus().join(field("document")).join(source)).unwrap();
        assert_eq!(text.matches(field("old")).count(), 1, "{id}: the place to plant it");
        let found = new_codes(&said(source, &text), &said(source, &text.replace(field("old"), field("new"))));
        let right: Vec<&str> = codes(fault, "or").into_iter().chain([code]).collect();
        let honest = codes(fault, "also");
        let is_found = found.iter().any(|found| right.contains(&found.as_str()));
        let others = found.iter().filter(|found| !right.contains(&found.as_str()) && !honest.contains(&found.as_str()));
        if !is_found || others.count() > 0 {
            missed.push_str(&format!("{id}\t{code}\t{}\t{}\n", found.join(" "), field("fault")));
        }
    }
    let listed = file("missed.tsv");
    assert!(missed == listed, "missed.tsv holds other faults than are missed, which are:\n{missed}");
}
