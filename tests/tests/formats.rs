//! The same document in several formats is the same plan, but for places and what a format can not hold; and no phrase
//! that names who is responsible stays inside a requirement's text.

use govplan::{Options, load};
use govplan_tests::corpus;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The plan of a document as JSON, without places, findings and what is said of the file.
fn plan(path: &Path) -> Value {
    let options = Options { name: path.to_str().map(str::to_owned), ..Options::default() };
    let loaded = load(&fs::read(path).unwrap(), &options).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut plan: Value = serde_json::from_str(&loaded.plans[0].to_json()).unwrap();
    without_places(&mut plan);
    plan
}

fn without_places(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for name in ["place", "findings", "source"] {
                fields.remove(name);
            }
            fields.values_mut().for_each(without_places);
        }
        Value::Array(items) => items.iter_mut().for_each(without_places),
        _ => {}
    }
}

fn assert_same(case: &str, first: &str, others: &[&str], not_held: &[&str]) {
    let source = |name: &str| plan(&corpus().join(case).join(name));
    let without = |mut plan: Value| {
        let fields = plan.as_object_mut().unwrap();
        not_held.iter().for_each(|name| drop(fields.remove(*name)));
        plan
    };
    let expected = without(source(first));
    for other in others {
        let found = without(source(other));
        assert!(found == expected, "{case}: {other} differs from {first}: {}", difference(&expected, &found, ""));
    }
}

/// The first place where two values differ.
fn difference(one: &Value, other: &Value, pointer: &str) -> String {
    match (one, other) {
        (Value::Object(a), Value::Object(b)) => {
            let mut names: Vec<&String> = a.keys().chain(b.keys()).collect();
            names.sort();
            let name = names.into_iter().find(|name| a.get(*name) != b.get(*name)).unwrap();
            let null = Value::Null;
            difference(a.get(name).unwrap_or(&null), b.get(name).unwrap_or(&null), &format!("{pointer}/{name}"))
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            let index = (0..a.len()).find(|index| a[*index] != b[*index]).unwrap();
            difference(&a[index], &b[index], &format!("{pointer}/{index}"))
        }
        _ => format!("{pointer}: {one} against {other}"),
    }
}

#[test]
fn the_seed_is_one_plan_in_text_word_and_pdf() {
    assert_same("00-seed", "source.txt", &["source.docx", "source.doc", "source.pdf"], &[]);
}

/// A workbook holds the table alone: no notice, and so no head, basis, preamble, directives or name made of a number.
#[test]
fn the_seed_in_a_workbook_is_the_same_but_for_the_notice() {
    assert_same("00-seed", "source.txt", &["source.xlsx"], &["id", "head", "basis", "preamble", "directives"]);
}

#[test]
fn automatic_numbers_give_the_plan_that_typed_ones_give() {
    assert_same("21-guofa2019-3-bonded-zone", "source.docx", &["source.numbered.docx", "source.html"], &[]);
}

/// These carry no number or title, so that their name is made of the bytes.
#[test]
fn tables_are_the_same_in_every_format() {
    let formats = ["source.docx", "source.xlsx", "source.pdf"];
    assert_same("01-chizhou-xinfang", "source.html", &formats, &["id"]);
    assert_same("07-xuancheng-renshe", "source.html", &["source.docx"], &["id"]);
    assert_same("10-hongyang-pufa", "source.html", &["source.docx"], &[]);
    assert_same(
        "10-hongyang-pufa",
        "source.html",
        &["source.xlsx"],
        &["id", "head", "basis", "title", "preamble", "directives", "period"],
    );
    assert_same("composed/tables-10-minsheng-division", "source.html", &["source.docx"], &[]);
}

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            sources(&entry, into);
        } else if entry.file_name().is_some_and(|name| name.to_str().is_some_and(|name| name.starts_with("source."))) {
            into.push(entry);
        }
    }
}

#[test]
fn no_phrase_of_responsibility_stays_in_a_requirement() {
    let mut paths = Vec::new();
    sources(&corpus(), &mut paths);
    assert!(paths.len() > 60, "{}", paths.len());
    let mut left: Vec<String> = Vec::new();
    for path in paths {
        let options = Options { name: path.to_str().map(str::to_owned), ..Options::default() };
        let loaded = load(&fs::read(&path).unwrap(), &options).unwrap();
        let texts = loaded
            .plans
            .iter()
            .flat_map(|plan| plan.requirements().map(|part| part.item.text.clone().unwrap_or_default()));
        left.extend(
            texts.filter(|text| names_who_is_responsible(text)).map(|text| format!("{}: {text}", path.display())),
        );
    }
    assert!(left.is_empty(), "{}", left.join("\n"));
}

/// Whether a pair of brackets ends in a verb of responsibility, or opens with its label.
fn names_who_is_responsible(text: &str) -> bool {
    let inner =
        text.split(['（', '(', '〔', '【']).skip(1).filter_map(|rest| rest.split(['）', ')', '〕', '】']).next());
    inner.map(|inner| inner.trim_end_matches('。')).any(|inner| {
        ["负责", "牵头", "配合", "参加", "落实"].iter().any(|verb| inner.ends_with(verb))
            || ["责任单位", "牵头单位", "负责单位", "配合单位"].iter().any(|label| inner.starts_with(label))
    })
}
