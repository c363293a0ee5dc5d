//! What is written for an office is read as the plan that was written.

mod compared;
#[path = "../described/mod.rs"]
mod described;
mod generated;

use compared::{Kept, differences};
use govplan::{Options, OrganSheets, Plan, load, plan_docx, plan_markdown, plan_xlsx};
use govplan_tests::{corpus, seed};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::path::PathBuf;

/// The documents of the corpus, the composed ones, and the seed.
fn documents() -> Vec<PathBuf> {
    let folders = |folder: PathBuf| {
        std::fs::read_dir(folder).unwrap().map(|case| case.unwrap().path()).filter(|case| case.is_dir())
    };
    let cases = folders(corpus()).chain(folders(corpus().join("composed")));
    let files = cases.flat_map(|case| std::fs::read_dir(case).unwrap().map(|file| file.unwrap().path()));
    let is_source = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().starts_with("source.");
    let mut documents: Vec<PathBuf> = files.filter(is_source).chain([seed()]).collect();
    documents.sort();
    documents
}

/// A plan in each of the formats, a name with the bytes.
fn written(plan: &Plan) -> [(&'static str, Vec<u8>); 3] {
    [
        ("xlsx", plan_xlsx(plan, OrganSheets::Absent).unwrap()),
        ("xlsx with a sheet per organ", plan_xlsx(plan, OrganSheets::Present).unwrap()),
        ("docx", plan_docx(plan)),
    ]
}

/// What another reading of a written plan says otherwise.
fn changes(plan: &Plan, bytes: &[u8], kept: Kept) -> Vec<String> {
    let options = Options { name: Some("again".to_owned()), ..Options::default() };
    match load(bytes, &options) {
        Ok(loaded) if loaded.plans.len() == 1 => differences(plan, &loaded.plans[0], kept),
        Ok(loaded) => vec![format!("{} plans", loaded.plans.len())],
        Err(error) => vec![error.to_string()],
    }
}

#[test]
fn the_plans_of_the_corpus_are_read_as_they_were_written() {
    let documents = documents();
    assert!(documents.len() > 60, "{}", documents.len());
    let mut changed = Vec::new();
    let mut in_clauses = 0;
    for path in &documents {
        let options = Options { name: Some("source".to_owned()), ..Options::default() };
        for plan in &load(&std::fs::read(path).unwrap(), &options).unwrap().plans {
            for (format, bytes) in written(plan) {
                let found = changes(plan, &bytes, Kept::All);
                changed.extend(found.into_iter().map(|change| format!("{} as {format}: {change}", path.display())));
            }
            in_clauses += usize::from(!plan_markdown(plan).contains("| --- |"));
        }
    }
    assert!(changed.is_empty(), "{changed:#?}");
    assert!(in_clauses >= 20, "only {in_clauses} plans stand in clauses");
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let plan = &load(&std::fs::read(seed()).unwrap(), &Options::default()).unwrap().plans[0];
    assert!(written(plan) == written(plan));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn generated_plans_are_read_as_they_were_written(plan in generated::plan()) {
        for (format, bytes) in written(&plan) {
            let found = changes(&plan, &bytes, Kept::Printed);
            prop_assert!(found.is_empty(), "{format}: {found:#?}\n{}", plan.to_json());
        }
    }

    #[test]
    fn whatever_a_plan_holds_can_be_written(json in described::plan()) {
        let plan = Plan::from_json(json.to_string().as_bytes()).unwrap();
        prop_assert!(plan_xlsx(&plan, OrganSheets::Present).is_ok());
        let read = load(&plan_docx(&plan), &Options::default());
        prop_assert!(read.is_ok() || plan_markdown(&plan).trim().is_empty(), "{}", read.unwrap_err());
    }
}
