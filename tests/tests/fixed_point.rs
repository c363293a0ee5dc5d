//! Canonical JSON is a fixed point: read, write, read, write gives the same bytes. What the schema describes, the reader
//! takes.

mod described;

use govplan::{CheckSettings, Options, Plan, load, schema};
use govplan_tests::{corpus, seed};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::Value;
use std::path::PathBuf;

fn assert_fixed_point(plan: &Plan) {
    let written = plan.to_json();
    let read = Plan::from_json(written.as_bytes()).unwrap_or_else(|error| panic!("{error} in {written}"));
    assert_eq!(&read, plan);
    assert!(read.to_json() == written, "writing again gives other bytes");
    let line = plan.to_json_line();
    assert!(!line.contains('\n'));
    assert!(Plan::from_json(line.as_bytes()).is_ok_and(|read| read == *plan));
}

/// The documents of the corpus, and the seed.
fn documents() -> Vec<PathBuf> {
    let cases = std::fs::read_dir(corpus()).unwrap().map(|case| case.unwrap().path()).filter(|case| case.is_dir());
    let files = cases.flat_map(|case| std::fs::read_dir(case).unwrap().map(|file| file.unwrap().path()));
    let is_source = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap();
        name.starts_with("source.") && !path.is_dir()
    };
    let mut documents: Vec<PathBuf> = files.filter(is_source).chain([seed()]).collect();
    documents.sort();
    documents
}

#[test]
fn plans_of_documents_are_fixed_points_and_valid() {
    let validator = jsonschema::validator_for(&schema("plan").unwrap()).unwrap();
    let row_validator = jsonschema::validator_for(&schema("row").unwrap()).unwrap();
    let finding_validator = jsonschema::validator_for(&schema("finding").unwrap()).unwrap();
    let documents = documents();
    assert!(documents.len() >= 8, "{documents:?}");
    for path in documents {
        let options = Options { name: Some("source".to_owned()), ..Options::default() };
        let loaded = load(&std::fs::read(&path).unwrap(), &options).unwrap();
        assert!(!loaded.plans.is_empty(), "{}", path.display());
        for plan in &loaded.plans {
            assert_fixed_point(plan);
            let json: Value = serde_json::from_str(&plan.to_json()).unwrap();
            let errors: Vec<String> = validator.iter_errors(&json).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{}: {errors:?}", path.display());
            for row in plan.rows() {
                let row = serde_json::to_value(row).unwrap();
                assert!(row_validator.is_valid(&row), "{}: {row}", path.display());
            }
            for finding in plan.check(&CheckSettings::default()) {
                let finding = serde_json::to_value(finding).unwrap();
                assert!(finding_validator.is_valid(&finding), "{}: {finding}", path.display());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_the_schema_describes_is_taken_and_a_fixed_point(json in described::plan()) {
        let plan = Plan::from_json(json.to_string().as_bytes());
        prop_assert!(plan.is_ok(), "{} in {json}", plan.unwrap_err());
        assert_fixed_point(&plan.unwrap());
    }
}
