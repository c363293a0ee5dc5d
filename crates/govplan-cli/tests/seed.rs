//! The command on a real document, as a user runs it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use assert_cmd::Command;
use std::fs;
use std::path::{Path, PathBuf};

fn seed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds/yanzhou-2020-open-government.txt")
}

fn govplan(arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("govplan").unwrap();
    command.env_clear().args(["--today", "2020-09-01"]).args(arguments);
    command
}

fn stdout(command: &mut Command) -> String {
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}

fn json(command: &mut Command) -> serde_json::Value {
    serde_json::from_str(&stdout(command)).unwrap()
}

/// A file of this run alone.
fn file(folder: &tempfile::TempDir, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, content).unwrap();
    path
}

#[test]
fn the_seed_becomes_a_plan_and_the_plan_stands_for_the_seed() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.json");
    govplan(&["import"]).arg(seed()).arg("-o").arg(&plan).assert().success().stdout("");
    let plan_bytes = fs::read_to_string(&plan).unwrap();
    assert!(plan_bytes.contains("\"id\": \"兖教体发-2020-46\""));
    assert_eq!(stdout(govplan(&["import"]).arg(&plan)), plan_bytes);
    for verb in [&["check", "--format", "json"][..], &["show"], &["export", "--to", "csv"], &["duties", "办公室"]] {
        assert_eq!(stdout(govplan(verb).arg(&plan)), stdout(govplan(verb).arg(seed())), "{verb:?}");
    }
}

#[test]
fn the_same_bytes_under_any_locale_zone_and_folder() {
    let run = |locale: &str, zone: &str, folder: &Path, seed: &Path| {
        let mut command = govplan(&["import"]);
        stdout(command.env("LC_ALL", locale).env("TZ", zone).current_dir(folder).arg(seed))
    };
    let seed = seed().canonicalize().unwrap();
    let seeds = seed.parent().unwrap();
    let here = run("C", "UTC", Path::new("/"), &seed);
    assert_eq!(here, run("zh_CN.UTF-8", "Asia/Shanghai", seeds, Path::new("yanzhou-2020-open-government.txt")));
    assert!(here.contains("\"name\": \"yanzhou-2020-open-government.txt\"") && !here.contains("seeds"));
}

#[test]
fn every_organ_has_its_duties() {
    for (organ, number) in [
        ("办公室", 15),
        ("宣传信息中心", 5),
        ("许可服务科", 3),
        ("人事科", 2),
        ("校产办", 2),
        ("基础教育科", 2),
        ("基教科", 2),
    ] {
        let document = json(govplan(&["duties", organ, "--format", "json"]).arg(seed()));
        assert_eq!(document["organ"], organ);
        let duties = document["duties"].as_array().unwrap();
        assert_eq!(duties.len(), number, "{organ}");
        assert!(duties.iter().all(|duty| duty["plan"] == "兖教体发-2020-46" && duty["role"] == "responsible"));
    }
    let inherited = json(govplan(&["duties", "办公室", "--format", "json"]).arg(seed()));
    let inherited: Vec<_> =
        inherited["duties"].as_array().unwrap().iter().filter(|duty| duty["inherited"] == true).collect();
    assert_eq!(inherited.len(), 1);
    assert_eq!(inherited[0]["requirement"], "s3.t1.r2");
}

#[test]
fn an_unknown_organ_is_told_the_nearest() {
    let asked = govplan(&["--lang", "zh", "duties", "办公"]).arg(seed()).assert().code(2).stdout("");
    assert_eq!(asked.get_output().stderr, "错误：计划中没有单位`办公`，最接近的是`办公室`\n".as_bytes());
}

#[test]
fn a_check_fails_at_the_severity_that_is_asked_for() {
    for (fail_on, code) in [("error", 0), ("warning", 1), ("note", 1), ("never", 0)] {
        govplan(&["check", "--fail-on", fail_on]).arg(seed()).assert().code(code);
    }
    let document = json(govplan(&["check", "--format", "json"]).arg(seed()));
    assert_eq!(document[0]["plan"], "兖教体发-2020-46");
    assert_eq!(document[0]["source"], "yanzhou-2020-open-government.txt");
    assert!(document[0]["findings"].as_array().unwrap().iter().any(|finding| finding["code"] == "GP205"));
}

#[test]
fn a_finding_shows_the_line_with_the_place_underlined() {
    let text = stdout(govplan(&["--lang", "zh", "check"]).arg(seed()));
    let lines: Vec<&str> = text.lines().collect();
    let title = lines.iter().position(|line| line.starts_with("警告[GP205]: `督導體系`")).unwrap();
    assert_eq!(lines[title + 1], "  --> yanzhou-2020-open-government.txt:17:135");
    let columns_before = |line: &str, mark: &str| {
        let (before, _) = line.split_once(mark).unwrap();
        before.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>()
    };
    let shown = columns_before(lines[title + 3], "督導體系");
    let underlined = columns_before(lines[title + 4], "^^^^^^^^");
    assert_eq!(shown, underlined);
}

#[test]
fn show_tells_who_what_and_when_in_both_languages() {
    let chinese = stdout(govplan(&["--lang", "zh", "show"]).arg(seed()));
    for part in [
        "2020年区教育和体育局政务公开重点工作实施方案\n兖教体发〔2020〕46号 · 济宁市兖州区教育和体育局 · 2020-08-27\n",
        "      时限  2020年9月底前 → 2020-09-30（截止）\n",
        "责任  办公室（承前）\n",
        "部分 5、任务 14、要求 29、",
        "单位责任  办公室（15）、宣传信息中心（5）、",
    ] {
        assert!(chinese.contains(part), "{part} not in\n{chinese}");
    }
    let english = stdout(govplan(&["--lang", "en", "show"]).arg(seed()));
    assert!(english.contains("deadline     2020年9月底前 → 2020-09-30 (by)\n"), "{english}");
    assert!(english.contains("sections 5, tasks 14, requirements 29, "));
    for line in chinese.lines() {
        let width: usize = line.chars().map(|c| if c < '\u{2e80}' { 1 } else { 2 }).sum();
        assert!(width <= 80, "{width} columns: {line}");
    }
}

#[test]
fn show_for_programs_counts() {
    let overview = json(govplan(&["show", "--format", "json"]).arg(seed()));
    let counts = &overview[0]["counts"];
    assert_eq!((&counts["sections"], &counts["tasks"], &counts["requirements"]), (&5.into(), &14.into(), &29.into()));
    assert_eq!(counts["assignments"], 47);
    let office = overview[0]["organs"].as_array().unwrap().iter().find(|organ| organ["name"] == "办公室").unwrap();
    assert_eq!(office["duties"]["responsible"], 15);
}

#[test]
fn rows_are_exported_for_excel_and_for_programs() {
    let csv = govplan(&["export", "--to", "csv", "--bom"]).arg(seed()).output().unwrap().stdout;
    let csv = String::from_utf8(csv).unwrap();
    assert!(csv.starts_with("\u{feff}plan_id,plan_title,section_label,"));
    assert_eq!(csv.matches("\r\n").count(), 48);
    let rows = stdout(govplan(&["export", "--to", "jsonl"]).arg(seed()));
    assert_eq!(rows.lines().count(), 47);
    let dated: serde_json::Value = rows
        .lines()
        .map(|row| serde_json::from_str::<serde_json::Value>(row).unwrap())
        .find(|row| !row["deadline_end"].is_null())
        .unwrap();
    assert_eq!(dated["deadline_end"], "2020-09-30");
    assert_eq!(dated["section_title"], "推进基层政务公开标准化规范化全覆盖");
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let image = file(&folder, "scan.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    let run = govplan(&["--lang", "en", "import", "missing.txt"]).arg(&image).arg(seed()).assert().code(3);
    let stderr = String::from_utf8(run.get_output().stderr.clone()).unwrap();
    assert!(stderr.contains("error: `missing.txt`: no such file, check the path\n"), "{stderr}");
    assert!(stderr.contains("scan.png`: "), "{stderr}");
    assert_eq!(String::from_utf8_lossy(&run.get_output().stdout).lines().count(), 1);
}

#[test]
fn several_files_become_json_lines_and_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let other = file(&folder, "b.txt", "2021年工作要点\n工作任务\t责任单位\n1.完善制度规范\t办公室\n");
    let plans = folder.path().join("plans.jsonl");
    govplan(&["import"]).arg(seed()).arg(&other).arg("-o").arg(&plans).assert().success();
    assert_eq!(fs::read_to_string(&plans).unwrap().lines().count(), 2);
    assert_eq!(json(govplan(&["check", "--format", "json"]).arg(&plans)).as_array().unwrap().len(), 2);
    let duties = json(govplan(&["duties", "办公室", "--format", "json"]).arg(&plans));
    assert_eq!(duties["duties"].as_array().unwrap().len(), 16);
}

#[test]
fn standard_input_is_a_file() {
    let bytes = fs::read(seed()).unwrap();
    let plan = stdout(govplan(&["import", "-"]).write_stdin(bytes));
    let overview = json(govplan(&["show", "-", "--format", "json"]).write_stdin(plan));
    assert_eq!(overview[0]["plan"], "兖教体发-2020-46");
}

#[test]
fn a_plan_that_is_wrong_says_where() {
    let folder = tempfile::tempdir().unwrap();
    let plan = file(&folder, "plan.json", "{\n  \"govplan\": \"1.0\",\n  \"id\": \"p\",\n  \"sectons\": []\n}\n");
    let run = govplan(&["--lang", "en", "check"]).arg(&plan).assert().code(3).stdout("");
    let stderr = String::from_utf8(run.get_output().stderr.clone()).unwrap();
    assert!(stderr.contains("plan.json`: line 4 ") && stderr.contains("`sections`"), "{stderr}");
}

#[test]
fn an_output_that_cannot_be_written_says_so_and_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("missing/plan.json");
    let run = govplan(&["--lang", "zh", "import", "-o"]).arg(&output).arg(seed()).assert().code(3).stdout("");
    assert!(String::from_utf8_lossy(&run.get_output().stderr).contains("无法写入"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_document_cannot_command_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let sly = file(&folder, "a.txt", "工作任务\t责任单位\n1.完善\u{1b}[31m制度規範\u{9b}2J\t办公室\n");
    for verb in ["show", "check"] {
        let run = govplan(&[verb]).arg(&sly).output().unwrap();
        let text = String::from_utf8([run.stdout, run.stderr].concat()).unwrap();
        assert!(!text.contains(['\u{1b}', '\u{9b}']), "{text:?}");
    }
}

#[test]
fn colours_come_only_where_they_are_wanted() {
    let is_colored = |arguments: &[&str]| stdout(govplan(arguments).arg(seed())).contains('\u{1b}');
    assert!(is_colored(&["--color", "always", "show"]));
    assert!(is_colored(&["--color", "always", "check"]));
    assert!(!is_colored(&["show"]));
    assert!(!is_colored(&["--color", "always", "import"]));
}

#[test]
fn rules_schemas_and_completions_are_printed() {
    let rule = stdout(&mut govplan(&["--lang", "zh", "explain", "gp205"]));
    assert!(rule.starts_with("GP205 "), "{rule}");
    let rules = json(&mut govplan(&["explain", "--format", "json"]));
    assert_eq!(
        stdout(&mut govplan(&["explain"])).lines().filter(|line| line.starts_with("GP")).count(),
        rules.as_array().unwrap().len()
    );
    govplan(&["explain", "GP999"]).assert().code(2);
    let names = json(&mut govplan(&["schema", "--format", "json"]));
    for name in names.as_array().unwrap() {
        assert!(json(&mut govplan(&["schema", name.as_str().unwrap()]))["$schema"].is_string());
    }
    govplan(&["schema", "nonsense"]).assert().code(2);
    for shell in ["bash", "zsh", "fish", "powershell"] {
        assert!(stdout(&mut govplan(&["completions", shell])).contains("govplan"));
    }
}

#[test]
fn help_speaks_both_languages_and_lists_the_exit_codes() {
    let english = stdout(&mut govplan(&["--lang", "en", "--help"]));
    assert!(english.contains("Exit codes:\n  0  fine\n"));
    let chinese = stdout(&mut govplan(&["--lang", "zh", "--help"]));
    assert!(chinese.contains("退出码：\n  0  正常\n") && !chinese.contains("Options:"));
    govplan(&[]).assert().code(2);
    govplan(&["check"]).assert().code(2);
}

#[test]
fn the_locale_chooses_the_language() {
    let chinese = govplan(&["import", "missing"]).env("LC_ALL", "zh_CN.UTF-8").output().unwrap().stderr;
    assert!(String::from_utf8(chinese).unwrap().starts_with("错误："));
    let english = govplan(&["import", "missing"]).env("LC_ALL", "de_DE.UTF-8").output().unwrap().stderr;
    assert!(String::from_utf8(english).unwrap().starts_with("error: "));
}

#[test]
fn a_plan_for_an_office_is_read_as_the_same_plan() {
    let folder = tempfile::tempdir().unwrap();
    let duties = |file: &Path| stdout(govplan(&["duties", "办公室", "--format", "json"]).arg(file));
    let texts = |file: &Path| {
        let duties: serde_json::Value = serde_json::from_str(&duties(file)).unwrap();
        let rows = duties["duties"].as_array().unwrap().clone();
        rows.into_iter().map(|row| (row["requirement"].clone(), row["role"].clone())).collect::<Vec<_>>()
    };
    for (format, options) in [("xlsx", &["--sheet-per-organ"][..]), ("docx", &[])] {
        let file = folder.path().join("plan").with_extension(format);
        govplan(&["export", "--to", format]).args(options).arg(seed()).arg("-o").arg(&file).assert().success();
        assert_eq!(texts(&file), texts(&seed()), "{format}");
        assert_eq!(texts(&file).len(), 15);
    }
    let markdown = stdout(govplan(&["export", "--to", "markdown"]).arg(seed()));
    assert!(markdown.starts_with("兖教体发〔2020〕46号\n\n# 济宁市兖州区教育和体育局关于印发"));
    // One file holds one plan.
    govplan(&["export", "--to", "docx"]).arg(seed()).arg(seed()).assert().code(2).stdout("");
}

#[test]
fn a_report_tells_the_plan_and_what_a_check_finds_under_the_same_settings() {
    let folder = tempfile::tempdir().unwrap();
    let plan = file(&folder, "plan.txt", fs::read(seed()).unwrap());
    let page = folder.path().join("report.html");
    let export = |language| {
        let arguments = ["export", "--to", "html", "--lang", language];
        govplan(&arguments).arg(&plan).arg("-o").arg(&page).assert().success().stdout("");
        fs::read_to_string(&page).unwrap()
    };
    let listed = |html: &str| html.matches("<li id=\"f").count();
    let found = || {
        json(govplan(&["check", "--fail-on", "never", "--format", "json"]).arg(&plan))[0]["findings"]
            .as_array()
            .unwrap()
            .len()
    };
    let html = export("zh");
    assert!(html.contains("<html lang=\"zh-Hans\">") && html.contains("截至"));
    assert_eq!(html.matches("<tr class=\"row\"").count(), 29 + 3);
    assert_eq!(listed(&html), found());
    assert!(export("en").contains("<html lang=\"en\">"));
    let all = listed(&html);
    file(&folder, "govplan.toml", "ignore = ['GP3']");
    assert_eq!(listed(&export("zh")), found());
    assert!(found() < all);
}
