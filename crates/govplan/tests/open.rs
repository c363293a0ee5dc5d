//! Files and limits.

use govplan::{Language, Limits, Options, load, open};
use std::path::Path;

fn seed() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds/yanzhou-2020-open-government.txt")
}

#[test]
fn a_file_is_known_by_its_name_without_folders() {
    let loaded = open(seed(), &Options::default()).unwrap();
    let source = loaded.plans[0].source.as_ref().unwrap();
    assert_eq!(source.name.as_deref(), Some("yanzhou-2020-open-government.txt"));
    let line = loaded.plans[0].requirements().next().unwrap().item.place.as_ref().unwrap().line.unwrap();
    let text = loaded.text.unwrap();
    assert!(text.split('\n').nth(line.get() as usize - 1).unwrap().contains("重大建设项目信息公开"));
}

#[test]
fn a_limit_holds_for_documents_and_for_plans() {
    let tight = Options { limits: Limits { bytes: 100, ..Limits::default() }, ..Options::default() };
    assert!(open(seed(), &tight).unwrap_err().is_too_large());
    let json = open(seed(), &Options::default()).unwrap().plans[0].to_json();
    assert!(load(json.as_bytes(), &tight).unwrap_err().is_too_large());
}

#[test]
fn every_error_says_what_it_is() {
    let missing = open("no/such/file", &Options::default()).unwrap_err();
    assert!(missing.is_file());
    assert_eq!(missing.message(Language::Chinese), "没有这个文件，请核对路径");
    let image = load(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &Options::default()).unwrap_err();
    assert!(image.is_unsupported() && !image.is_invalid_plan());
    let plan = load(b"{\"govplan\": \"1.0\"}", &Options::default()).unwrap_err();
    assert!(plan.is_invalid_plan() && plan.to_string().contains("`id`"), "{plan}");
}

#[test]
fn errors_and_plans_can_be_sent_between_threads() {
    fn assert_sent<T: Send + Sync>() {}
    assert_sent::<govplan::Error>();
    assert_sent::<govplan::Loaded>();
    assert_sent::<govplan::Graph<'_>>();
}
