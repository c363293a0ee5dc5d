//! The edges of the house are those that ARCHITECTURE.md names, and no other.

use cargo_metadata::{Metadata, MetadataCommand};
use govplan_tests::workspace;
use std::collections::{BTreeMap, BTreeSet};

/// What each member depends on; anything else is a never-edge.
const EDGES: [(&str, &[&str]); 14] = [
    ("govplan-time", &[]),
    ("govplan-core", &["govplan-time"]),
    ("govplan-document", &["govplan-core"]),
    ("govplan-read", &["govplan-document"]),
    ("govplan-interpret", &["govplan-core", "govplan-document", "govplan-time"]),
    ("govplan-write", &["govplan-core"]),
    ("govplan", &["govplan-core", "govplan-interpret", "govplan-read", "govplan-time", "govplan-write"]),
    ("govplan-cli", &["govplan"]),
    ("govplan-python", &["govplan"]),
    ("govplan-examples", &["govplan"]),
    ("govplan-service", &["govplan"]),
    ("govplan-tests", &["govplan"]),
    ("govplan-benches", &["govplan", "govplan-document", "govplan-read"]),
    ("xtask", &[]),
];

/// Crates that bring the outside world, which core and what stands below it never know.
const OUTSIDE: [&str; 8] = ["clap", "glob", "ignore", "indicatif", "pyo3", "sys-locale", "tempfile", "ureq"];

fn metadata() -> Metadata {
    MetadataCommand::new().manifest_path(workspace().join("Cargo.toml")).no_deps().exec().unwrap()
}

#[test]
fn edges_are_those_that_exist() {
    let metadata = metadata();
    let members: BTreeSet<&str> = metadata.packages.iter().map(|package| package.name.as_str()).collect();
    let found: BTreeMap<&str, BTreeSet<&str>> = metadata
        .packages
        .iter()
        .map(|package| {
            let names = package.dependencies.iter().map(|dependency| dependency.name.as_str());
            (package.name.as_str(), names.filter(|name| members.contains(name)).collect())
        })
        .collect();
    let expected: BTreeMap<&str, BTreeSet<&str>> =
        EDGES.iter().map(|(member, edges)| (*member, edges.iter().copied().collect())).collect();
    assert_eq!(found, expected);
}

#[test]
fn no_library_brings_the_outside_world() {
    for package in metadata().packages {
        let is_edge = ["govplan-cli", "govplan-python", "govplan-service", "govplan-tests", "xtask"]
            .contains(&package.name.as_str());
        let outside: Vec<_> =
            package.dependencies.iter().filter(|dependency| OUTSIDE.contains(&dependency.name.as_str())).collect();
        assert!(is_edge || outside.is_empty(), "{} depends on {outside:?}", package.name);
    }
}

#[test]
fn nothing_below_the_bindings_has_a_binding_feature() {
    for package in metadata().packages {
        let names = package.features.keys().filter(|name| ["python", "pyo3", "wasm", "node"].contains(&name.as_str()));
        assert_eq!(names.count(), 0, "{}", package.name);
    }
}
