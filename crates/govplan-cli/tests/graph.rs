//! Who does what, as a user asks: duties, workload, units, graphs, with and without a register.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use assert_cmd::Command;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// A register that knows some organs of the seed, and one more.
const REGISTER: &str = r#"{"govplan": "1.0", "organs": [
  {"id": "jtj", "names": [{"name": "兖州区教育和体育局"}], "level": "county", "division": "370812"},
  {"id": "bgs", "names": [{"name": "办公室"}], "kind": "internal_office", "parents": [{"organ": "jtj"}]},
  {"id": "rsk", "names": [{"name": "人事教育科", "to": "2018-12-31"}, {"name": "人事科", "from": "2019-01-01"}],
     "kind": "internal_office", "parents": [{"organ": "jtj"}]},
  {"id": "xxzx", "names": [{"name": "宣传中心"}]},
  {"id": "ks", "names": [{"name": "机关各科室"}], "kind": "collective", "members": [{"organ": "bgs"}, {"organ": "rsk"}]}]}"#;

fn seed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds/yanzhou-2020-open-government.txt")
}

fn register(folder: &tempfile::TempDir, json: &str) -> PathBuf {
    let path = folder.path().join("register.json");
    fs::write(&path, json).unwrap();
    path
}

fn govplan(arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("govplan").unwrap();
    command.env_clear().args(["--today", "2020-09-01"]).args(arguments);
    command
}

fn stdout(command: &mut Command) -> String {
    String::from_utf8(command.assert().success().get_output().stdout.clone()).unwrap()
}

fn json(command: &mut Command) -> Value {
    serde_json::from_str(&stdout(command)).unwrap()
}

#[test]
fn duties_tell_with_whom() {
    let document = json(govplan(&["duties", "宣传信息中心", "--format", "json"]).arg(seed()));
    let partners: Vec<_> = document["partners"].as_array().unwrap().iter().map(|p| p["organ"].clone()).collect();
    assert_eq!(partners, ["办公室", "各镇（街）教委", "区直各学校（单位、幼儿园）"]);
    assert_eq!(document["partners"][0]["shared"][0]["own"], json!(["responsible"]));
    let text = stdout(govplan(&["--lang", "zh", "duties", "宣传信息中心"]).arg(seed()));
    assert!(text.contains("共同承担 办公室 2 · 各镇（街）教委 1"), "{text}");
}

#[test]
fn a_member_has_the_duties_of_its_collective_where_asked() {
    let folder = tempfile::tempdir().unwrap();
    let register = register(&folder, REGISTER);
    let duties = |arguments: &[&str]| {
        let mut command = govplan(&["duties", "人事科", "--format", "json"]);
        let document = json(command.args(arguments).arg("--register").arg(&register).arg(seed()));
        document["duties"].as_array().unwrap().clone()
    };
    assert_eq!(duties(&[]).len(), 2);
    let all = duties(&["--expand"]);
    assert_eq!(all.len(), 5);
    assert_eq!(all.iter().filter(|duty| duty["through"] == "机关各科室").count(), 3);
}

#[test]
fn workload_counts_by_role_and_month_and_names_what_is_loose() {
    let document = json(govplan(&["workload", "--format", "json"]).arg(seed()));
    let organs = document["organs"].as_array().unwrap();
    assert_eq!(organs.len(), 16);
    let office = organs.iter().find(|organ| organ["organ"] == "办公室").unwrap();
    assert_eq!((&office["duties"], &office["weight"]), (&json!(15), &json!(1500)));
    assert_eq!(office["months"], json!({"2020-09": {"duties": 1, "weight": 100}}));
    let total: u64 = organs.iter().map(|organ| organ["duties"].as_u64().unwrap()).sum();
    assert_eq!(total, 47);
    assert_eq!(document["without_unit"], json!([]));
    assert!(document["single_points"].as_array().unwrap().iter().any(|organ| organ["organ"] == "办公室"));
    let text = stdout(govplan(&["--lang", "en", "workload"]).arg(seed()));
    assert!(
        text.starts_with("办公室 15 · weighted 15\n  duties  responsible 15\n  month   2020-09 1 · undated 14\n"),
        "{text}"
    );
}

#[test]
fn units_are_resolved_or_left_open_with_what_is_like_them() {
    let folder = tempfile::tempdir().unwrap();
    let register = register(&folder, REGISTER);
    let plain = json(govplan(&["units", "--format", "json"]).arg(seed()));
    assert_eq!(plain.as_array().unwrap().len(), 16);
    assert!(
        plain
            .as_array()
            .unwrap()
            .iter()
            .all(|unit| unit.get("resolved").is_none() && unit.get("suggestions").is_none())
    );
    let units = json(govplan(&["units", "--format", "json", "--register"]).arg(&register).arg(seed()));
    let unit = |name: &str| units.as_array().unwrap().iter().find(|unit| unit["organ"] == name).unwrap().clone();
    assert_eq!(unit("办公室")["resolved"], json!({"id": "bgs", "name": "办公室", "by": "exact"}));
    assert_eq!(unit("机关各科室")["members"], json!(["办公室", "人事科"]));
    let open = unit("宣传信息中心");
    assert!(open.get("resolved").is_none());
    assert_eq!(open["suggestions"][0]["id"], "xxzx");
    assert!((open["suggestions"][0]["score"].as_f64().unwrap() - 4.0 / 6.0).abs() < 1e-9);
    assert_eq!(unit("基础教育科")["aliases"], json!(["基教科"]));
    let text = stdout(govplan(&["--lang", "zh", "units", "--register"]).arg(&register).arg(seed()));
    assert!(text.contains("办公室 · 职责 15\n  名录  办公室 · bgs · 全称\n"), "{text}");
}

#[test]
fn a_bad_register_is_refused_with_where_and_what() {
    let folder = tempfile::tempdir().unwrap();
    for (json, said) in [
        (REGISTER.replace("\"organ\": \"rsk\"", "\"organ\": \"none\""), "/organs/4/members/1/organ: no organ `none`"),
        (REGISTER.replace("370812", "990812"), "/organs/0/division: `990812` is no division code"),
        (REGISTER.replace("\"parents\"", "\"parent\""), "the nearest known one is `parents`"),
        ("{".to_owned(), "not JSON"),
    ] {
        let path = register(&folder, &json);
        for verb in [&["units"][..], &["workload"], &["duties", "办公室"], &["export", "--to", "dot"]] {
            let mut command = govplan(&["--lang", "en"]);
            let refused = command.args(verb).arg("--register").arg(&path).arg(seed()).assert().code(3).stdout("");
            let told = String::from_utf8_lossy(&refused.get_output().stderr).into_owned();
            assert!(told.contains(said), "{verb:?}: {told}");
        }
    }
    let missing = folder.path().join("none.json");
    govplan(&["units", "--register"]).arg(missing).arg(seed()).assert().code(3).stdout("");
}

#[test]
fn the_same_graph_is_the_same_bytes() {
    for format in ["dot", "mermaid", "graphml", "graph-json", "svg", "raci", "raci-xlsx"] {
        let command = || govplan(&["--lang", "zh", "export", "--to", format]);
        let written = || command().arg(seed()).arg(seed()).assert().success().get_output().stdout.clone();
        assert_eq!(written(), written(), "{format}");
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("graph.svg");
    govplan(&["export", "--to", "svg", "-o"]).arg(&file).arg(seed()).assert().success().stdout("");
    assert!(fs::read_to_string(file).unwrap().starts_with("<svg "));
}
