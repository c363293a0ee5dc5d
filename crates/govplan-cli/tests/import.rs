//! Many files at once, as a user imports them.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

use assert_cmd::Command;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The command in a folder.
fn govplan(folder: &TempDir, arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("govplan").unwrap();
    command.env_clear().current_dir(folder.path()).args(["--today", "2020-09-01", "--lang", "en"]).args(arguments);
    command
}

fn write(folder: &TempDir, name: &str, content: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, content).unwrap();
    path
}

fn plan(organ: &str) -> Vec<u8> {
    format!("2020年工作方案\n\n工作任务\t责任单位\n1.完善制度规范。\t{organ}\n2.加强培训。\t{organ}\n").into_bytes()
}

/// Plans, a picture and a broken file, in folders.
fn plans() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(&folder, "plans/乙.txt", &plan("乙科"));
    write(&folder, "plans/a/2.txt", &plan("甲科"));
    write(&folder, "plans/a/.hidden.md", &plan("丙科"));
    write(&folder, "plans/a/broken.txt", b"");
    write(&folder, "plans/a/picture.png", b"\x89PNG\r\n\x1a\n....");
    write(&folder, ".gitignore", b"*.txt\n*.md\n");
    write(&folder, "plans/b.txt", &plan("丁科"));
    folder
}

/// The names of the files whose plans stand in JSON Lines.
fn names(lines: &[u8]) -> Vec<String> {
    let name = |line: &str| {
        let plan: serde_json::Value = serde_json::from_str(line).unwrap();
        plan["source"]["name"].as_str().unwrap().to_owned()
    };
    std::str::from_utf8(lines).unwrap().lines().map(name).collect()
}

#[test]
fn a_folder_becomes_json_lines_sorted_by_path_and_a_broken_file_stops_nothing() {
    let folder = plans();
    let output = govplan(&folder, &["import", "plans"]).output().unwrap();
    assert_eq!(names(&output.stdout), [".hidden.md", "2.txt", "b.txt", "乙.txt"]);
    assert_eq!(output.status.code(), Some(3));
    let broken = Path::new("plans").join("a").join("broken.txt");
    let expected = format!("error: `{}`: the file is empty, ", broken.display());
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.starts_with(&expected), "{told}");
    let summary = "\nfiles read: 4, plans: 4, requirements: 8, skipped as no documents: 1, failed: 1\n";
    assert!(told.ends_with(summary), "{told}");
}

#[test]
fn the_summary_is_in_chinese_too() {
    let folder = plans();
    let output = govplan(&folder, &["import", "plans", "--lang", "zh"]).output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("broken.txt`：文件为空，"), "{told}");
    assert!(told.ends_with("\n读取文件4个，计划4个，要求8条；跳过非公文文件1个；失败1个\n"), "{told}");
}

#[test]
fn the_same_lines_whatever_the_threads_do() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..60 {
        write(&folder, &format!("{number:02}.txt"), &plan("办公室").repeat(1 + number * 7 % 11));
    }
    let lines = |jobs: &str| govplan(&folder, &["import", ".", "--jobs", jobs]).output().unwrap().stdout;
    let one = lines("1");
    assert_eq!(names(&one), (0..60).map(|number| format!("{number:02}.txt")).collect::<Vec<_>>());
    assert_eq!((lines("2"), lines("7")), (one.clone(), one));
}

#[test]
fn a_pattern_finds_what_it_matches() {
    let folder = plans();
    let found = govplan(&folder, &["import", "plans/**/*.txt", "--quiet"]).output().unwrap();
    assert_eq!(names(&found.stdout), ["2.txt", "b.txt", "乙.txt"]);
    let told = String::from_utf8(found.stderr).unwrap();
    assert_eq!((found.status.code(), told.lines().count()), (Some(3), 1), "{told}");
    govplan(&folder, &["import", "plans/?.txt"]).assert().success();
    let none = govplan(&folder, &["import", "nothing/*.txt"]).output().unwrap();
    assert_eq!((none.status.code(), none.stdout.len()), (Some(3), 0));
    assert!(String::from_utf8(none.stderr).unwrap().contains("`nothing/*.txt`: no file matches the pattern"));
}

#[test]
fn a_name_that_looks_like_a_pattern_is_a_name_where_that_file_is() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder, "方案[1].txt", &plan("办公室"));
    let output = govplan(&folder, &["import", "方案[1].txt"]).output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty());
    assert!(output.stdout.starts_with(b"{\n"));
}

#[test]
fn files_named_are_meant_to_be_documents_and_each_is_read_once() {
    let folder = plans();
    let sources = ["import", "plans/b.txt", "plans/a/2.txt", "plans/b.txt", "plans/a/picture.png", "missing.txt"];
    let output = govplan(&folder, &sources).output().unwrap();
    assert_eq!(names(&output.stdout), ["2.txt", "b.txt"]);
    let told = String::from_utf8(output.stderr).unwrap();
    let expected = ["error: `missing.txt`: no such file", "error: `plans/a/picture.png`: the file is a PNG image"];
    assert!(told.lines().zip(expected).all(|(line, expected)| line.starts_with(expected)), "{told}");
    assert!(told.ends_with("skipped as no documents: 0, failed: 2\n"), "{told}");
}

#[test]
fn what_is_written_is_no_source_of_itself_and_nothing_is_lost_where_nothing_is_read() {
    let folder = plans();
    fs::remove_file(folder.path().join("plans/a/broken.txt")).unwrap();
    let import = |source: &str| govplan(&folder, &["import", source, "-o", "plans/plans.jsonl"]).output().unwrap();
    let lines = || fs::read(folder.path().join("plans/plans.jsonl")).unwrap();
    assert!(import("plans").status.success());
    let first = lines();
    assert!(import("plans").status.success());
    assert_eq!((names(&first).len(), lines()), (4, first.clone()));
    assert_eq!(import("missing/*").status.code(), Some(3));
    assert_eq!(lines(), first);
    let left: Vec<_> =
        fs::read_dir(folder.path().join("plans")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with(".govplan-")), "{left:?}");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_back_is_not_followed_for_ever() {
    let folder = plans();
    std::os::unix::fs::symlink("..", folder.path().join("plans/a/up")).unwrap();
    std::os::unix::fs::symlink("../乙.txt", folder.path().join("plans/a/3.txt")).unwrap();
    let output = govplan(&folder, &["import", "plans"]).output().unwrap();
    assert_eq!(names(&output.stdout), [".hidden.md", "2.txt", "3.txt", "b.txt", "乙.txt"]);
}

#[cfg(unix)]
#[test]
fn a_device_is_written_to_and_a_link_leads_to_what_is_written() {
    use std::os::unix::fs::symlink;
    let folder = plans();
    write(&folder, "there.json", b"");
    symlink("there.json", folder.path().join("link.json")).unwrap();
    symlink("/dev/null", folder.path().join("null.json")).unwrap();
    for name in ["link.json", "null.json"] {
        govplan(&folder, &["import", "plans/b.txt", "-o", name]).assert().success();
        assert!(fs::symlink_metadata(folder.path().join(name)).unwrap().is_symlink(), "{name}");
    }
    assert!(fs::read_to_string(folder.path().join("there.json")).unwrap().contains("丁科"));
}

#[test]
fn limits_are_arguments_of_every_verb_that_reads() {
    let folder = plans();
    for verb in [&["import"][..], &["show"], &["check"], &["export", "--to", "csv"], &["duties", "丁科"]] {
        let file = ["plans/b.txt", "--max-bytes", "9"];
        let output = govplan(&folder, &[verb, &file].concat()).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains("expected at most 9;"), "{verb:?} {told}");
        govplan(&folder, &[verb, &["plans/b.txt", "--max-cells", "8", "--max-pages", "1"]].concat()).assert().success();
    }
}
