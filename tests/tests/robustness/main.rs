//! Whatever comes in, an error or findings come out: bytes of all kinds here, damaged files, archives, markup and tables
//! made to exhaust their reader in the modules.

mod archives;
mod entities;
mod mutant;
mod mutants;
mod outcome;
mod package;
mod random;
mod tables;

use govplan::{CheckSettings, Error, Limits, Options, Plan, ReadError, load};
use outcome::read;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

#[track_caller]
fn assert_has_findings(plans: &[Plan]) {
    assert!(!plans.is_empty(), "a document gives one plan at least");
    for plan in plans {
        assert!(!plan.findings.is_empty(), "{}", plan.to_json());
        assert!(Plan::from_json(plan.to_json().as_bytes()).is_ok_and(|read| read == *plan));
    }
}

#[test]
fn what_is_no_text_is_refused() {
    assert!(matches!(read(b""), Err(Error::Document(ReadError::Empty))));
    assert!(matches!(read("\u{feff} \n\u{3000}\n".as_bytes()), Err(Error::Document(ReadError::Blank))));
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";
    assert!(read(png).is_err());
    assert!(matches!(read(b"{"), Err(Error::Plan { .. })));
}

#[test]
fn broken_characters_are_a_finding() {
    let mut bytes = "关于印发2020年工作要点的通知\n一、加强领导。".repeat(40).into_bytes();
    bytes.extend(b"\xe4\xb8\n");
    bytes.extend("二、狠抓落实。\n".as_bytes());
    assert_has_findings(&read(&bytes).unwrap());
}

#[test]
fn too_much_is_refused_at_once() {
    let bytes = vec![b'a'; 70 << 20];
    assert!(matches!(read(&bytes), Err(Error::Document(ReadError::TooLarge { .. }))));
    let mut json = br#"{"govplan":"1.0","id":""#.to_vec();
    json.extend(&bytes);
    assert!(matches!(read(&json), Err(Error::Document(ReadError::TooLarge { .. }))));
}

#[test]
fn a_text_within_the_limit_is_read_however_it_is_cut() {
    let line = "各单位要认真落实政务公开工作责任制，".repeat(20_000);
    assert_has_findings(&read(line.as_bytes()).unwrap());
    let brackets = "（".repeat(100_000);
    assert_has_findings(&read(brackets.as_bytes()).unwrap());
    let numbered: String = (1..3_000).map(|n| format!("{n}.完善制度规范。（办公室负责）\n")).collect();
    let plans = read(numbered.as_bytes()).unwrap();
    assert!(plans.iter().all(|plan| plan.check(&CheckSettings::default()).len() < 15_000));
}

#[test]
fn a_row_of_a_hundred_thousand_columns_is_a_finding() {
    let header = "工作任务\t具体要求\t责任单位";
    let row = ["单位"; 100_000].join("\t");
    assert_has_findings(&read(format!("{header}\n1.推进公开\t抓好落实。\t{row}\n").as_bytes()).unwrap());
}

#[test]
fn a_text_without_a_plan_is_a_finding() {
    assert_has_findings(&read("今天天气很好。\n我们去公园。\n".as_bytes()).unwrap());
    assert_has_findings(&read(b"The quick brown fox jumps over the lazy dog.\n").unwrap());
}

#[test]
fn json_nested_without_end_is_refused() {
    let deep = format!(r#"{{"govplan":"1.0","id":"a","extensions":{{"a:b":{}"#, "[".repeat(1_000_000));
    assert!(Plan::from_json(deep.as_bytes()).is_err());
    let sections = r#"{"id":"s1","sections":["#.repeat(100_000);
    assert!(Plan::from_json(format!(r#"{{"govplan":"1.0","id":"a","sections":[{sections}"#).as_bytes()).is_err());
}

#[test]
fn limits_are_the_callers() {
    let options = Options { limits: Limits { bytes: 10, ..Limits::default() }, ..Options::default() };
    assert!(matches!(
        load("工作任务\t责任单位".as_bytes(), &options),
        Err(Error::Document(ReadError::TooLarge { .. }))
    ));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_an_error_or_plans(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(plans) = read(&bytes) {
            prop_assert!(!plans.is_empty());
        }
    }

    #[test]
    fn any_arrangement_of_the_words_of_plans_is_plans(text in words()) {
        for plan in read(text.as_bytes()).into_iter().flatten() {
            let written = plan.to_json();
            prop_assert_eq!(Plan::from_json(written.as_bytes()).map(|plan| plan.to_json()), Ok(written));
            let findings = plan.check(&CheckSettings::default());
            prop_assert!(findings.iter().all(|finding| !finding.message.en.is_empty() && !finding.message.zh.is_empty()));
        }
    }
}

/// Pieces that interpretation looks for, in any order.
fn words() -> impl Strategy<Value = String> {
    let word = proptest::sample::select(WORDS.split(' ').chain([" ", "\n", "\t", "\u{3000}"]).collect::<Vec<_>>());
    proptest::collection::vec(word, 0..80).prop_map(|words| words.concat())
}

const WORDS: &str = "工作任务 具体要求 责任单位 牵头单位 配合单位 完成时限 一、 （一） 1. 附件 ： 。 | |---| # （ ） 〔2020〕 46号 办公室 \
    各科室 、 等 牵头 负责 同上 2020年9月底前 年底前 每季度 《 》 根据 局 关于印发 的通知 2020年8月27日 以下简称 列第一位的为牵头单位 **";
