//! What is wrong with plans: formats, selections, baselines, settings and fixes, as a user asks for them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use assert_cmd::Command;
use serde_json::{Value, json};
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

fn stderr(command: &mut Command, code: i32) -> String {
    String::from_utf8(command.assert().code(code).get_output().stderr.clone()).unwrap()
}

fn lines(command: &mut Command) -> Vec<Value> {
    stdout(command).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The code of each finding of the seed under some arguments.
fn codes(arguments: &[&str]) -> Vec<String> {
    let found = lines(govplan(&["check", "--format", "jsonl"]).args(arguments).arg(seed()));
    found.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
}

/// A file of this run alone.
fn file(folder: &tempfile::TempDir, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, content).unwrap();
    path
}

/// A plan with faults that can be mended, one of them twice in one text.
fn faulty() -> Value {
    json!({
        "govplan": "1.0", "id": "p",
        "head": {"number": "国办发〔2019〕3号", "number_raw": "国办发[2019]03号"},
        "sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [
            {"id": "s1.t1.r1", "text": "健全督導體系，明确责任分工，落实到岗到人，完善保障機制，定期检查并通报结果。"},
            {"id": "s1.t1.r2", "text": "编制完成标准目录，并向社会公布，及时更新，把落實情况纳入考核。"},
        ]}]}],
    })
}

#[test]
fn every_format_tells_the_same_findings() {
    let seed = seed();
    let path = seed.to_str().unwrap();
    let all: Value = serde_json::from_str(&stdout(govplan(&["check", "--format", "json"]).arg(&seed))).unwrap();
    let all = all[0]["findings"].as_array().unwrap().clone();

    let told = lines(govplan(&["check", "--format", "jsonl"]).arg(&seed));
    assert_eq!(told.len(), all.len());
    for (mut line, finding) in told.into_iter().zip(&all) {
        let line = line.as_object_mut().unwrap();
        assert_eq!(line.remove("plan"), Some(json!("兖教体发-2020-46")));
        assert_eq!(line.remove("source"), Some(json!("yanzhou-2020-open-government.txt")));
        assert_eq!(Value::Object(line.clone()), *finding);
    }

    let sarif: Value = serde_json::from_str(&stdout(govplan(&["check", "--format", "sarif"]).arg(&seed))).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), all.len());
    let traditional = results.iter().find(|result| result["ruleId"] == "GP205").unwrap();
    let region = &traditional["locations"][0]["physicalLocation"]["region"];
    assert_eq!(*region, json!({"startLine": 17, "startColumn": 135, "endColumn": 139}));
    assert!(traditional["properties"]["fix"]["patch"][0]["path"].is_string() && traditional.get("fixes").is_none());

    let github = stdout(govplan(&["--lang", "en", "check", "--format", "github"]).arg(&seed));
    assert_eq!(github.lines().count(), all.len());
    let expected = format!("::warning file={path},line=17,col=135,endColumn=139,title=GP205::");
    assert!(github.lines().any(|line| line.starts_with(&expected)), "{github}");

    let junit = stdout(govplan(&["check", "--format", "junit"]).arg(&seed));
    assert_eq!(junit.matches("<failure ").count(), all.len());
    let rules: Value = serde_json::from_str(&stdout(&mut govplan(&["explain", "--format", "json"]))).unwrap();
    assert_eq!(junit.matches("<testcase ").count(), rules.as_array().unwrap().len());
    for format in ["jsonl", "sarif", "github", "junit"] {
        let run = || stdout(govplan(&["check", "--format", format]).arg(seed.as_path()));
        assert_eq!(run(), run(), "{format}");
    }
}

#[test]
fn the_places_of_a_plan_are_those_of_its_document_and_not_of_the_json() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.json");
    govplan(&["import", "-o"]).arg(&plan).arg(seed()).assert().success();
    let github = stdout(govplan(&["check", "--format", "github"]).arg(&plan));
    assert!(github.contains("file=yanzhou-2020-open-government.txt,line=17,") && !github.contains("plan.json"));
}

#[test]
fn rules_are_selected_and_ignored() {
    let all = codes(&[]);
    for (arguments, expected) in [
        (&["--select", "GP205"][..], &["GP205"][..]),
        (&["--select", "gp205,vague-unit"], &["GP205", "GP304"]),
        (&["--select", "GP205", "--select", "responsibility"], &["GP205", "GP3"]),
        (&["--select", "GP2", "--ignore", "traditional-characters"], &["GP214"]),
    ] {
        let found = codes(arguments);
        let is_expected = |code: &String| expected.iter().any(|start| code.starts_with(start));
        assert!(found.iter().all(is_expected), "{arguments:?}: {found:?}");
        let absent = expected.iter().find(|start| !found.iter().any(|code| code.starts_with(**start)));
        assert_eq!(absent, None, "{arguments:?}: {found:?}");
    }
    let without = codes(&["--ignore", "GP304, GP205"]);
    assert!(without.len() < all.len() && !without.contains(&"GP205".to_owned()));
    // What is not looked at fails nothing.
    govplan(&["check", "--fail-on", "note", "--select", "GP401"]).arg(seed()).assert().success();
    let junit = stdout(govplan(&["check", "--format", "junit", "--select", "GP205"]).arg(seed()));
    assert_eq!(junit.matches("<testcase ").count(), 1);
    let told = stderr(govplan(&["--lang", "en", "check", "--select", "vague-units"]).arg(seed()), 2);
    assert!(told.contains("`vague-units`") && told.contains("`vague-unit`"), "{told}");
    let told = stderr(govplan(&["--lang", "zh", "check", "--ignore", "GP9"]).arg(seed()), 2);
    assert!(told.starts_with("错误：没有规则`GP9`"), "{told}");
}

#[test]
fn a_baseline_leaves_what_is_new() {
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(seed()).unwrap();
    for format in ["json", "jsonl"] {
        let before = file(&folder, "before.json", stdout(govplan(&["check", "--format", format]).arg(seed())));
        let check = |document: &Path| {
            lines(govplan(&["check", "--format", "jsonl", "--baseline"]).arg(&before).arg(document)).len()
        };
        assert_eq!(check(&seed()), 0, "{format}");
        // The same faults some lines further down are the same; another one is new.
        let name = "yanzhou-2020-open-government.txt";
        assert_eq!(check(&file(&folder, name, format!("\n\n{text}"))), 0, "{format}");
        let worse = text.replace("编制完成本部门", "編制完成本部门");
        assert_eq!(check(&file(&folder, name, worse)), 1, "{format}");
        govplan(&["check", "--fail-on", "note", "--baseline"]).arg(&before).arg(seed()).assert().success();
    }
    let wrong = file(&folder, "wrong.json", "{\"a\": 1}");
    let told = stderr(govplan(&["--lang", "en", "check", "--baseline"]).arg(&wrong).arg(seed()), 3);
    assert!(told.contains("wrong.json`: finding 1 is none"), "{told}");
    stderr(govplan(&["check", "--baseline", "none.json"]).arg(seed()), 3);
}

#[test]
fn the_nearest_settings_hold() {
    let folder = tempfile::tempdir().unwrap();
    let below = folder.path().join("a/b");
    fs::create_dir_all(&below).unwrap();
    let document = below.join("plan.txt");
    fs::copy(seed(), &document).unwrap();
    let count = |code: &str, severity: Option<&str>| {
        let found = lines(govplan(&["check", "--format", "jsonl"]).arg(&document));
        let is_it = |finding: &&Value| finding["code"] == code && severity.is_none_or(|s| finding["severity"] == s);
        found.iter().filter(is_it).count()
    };
    assert_eq!((count("GP205", Some("warning")), count("GP304", None)), (1, 1));

    let settings = file(&folder, "govplan.toml", "[severities]\nGP205 = 'error'\nvague-unit = 'off'\n");
    assert_eq!((count("GP205", Some("error")), count("GP304", None)), (1, 0));
    govplan(&["check"]).arg(&document).assert().code(1);
    assert!(!stdout(govplan(&["show"]).arg(&document)).contains("GP304"));

    // The nearest alone holds, and arguments stand above it.
    fs::write(below.join("govplan.toml"), "select = ['GP304']\n").unwrap();
    assert_eq!((count("GP205", None), count("GP304", None)), (0, 1));
    let selected = lines(govplan(&["check", "--format", "jsonl", "--select", "GP205"]).arg(&document));
    assert_eq!(selected.len(), 1);
    let named = lines(govplan(&["check", "--format", "jsonl", "--config"]).arg(&settings).arg(&document));
    assert!(named.iter().any(|finding| finding["severity"] == "error"));

    let except = "[[exceptions]]\ncode = 'GP304'\npointer = '/units'\nreason = '成员名单另行印发'\n";
    fs::write(below.join("govplan.toml"), except).unwrap();
    assert_eq!(count("GP304", None), 0);
    fs::write(below.join("govplan.toml"), "calendar = 'days.csv'\n").unwrap();
    assert!(stderr(govplan(&["--lang", "en", "check"]).arg(&document), 3).contains("days.csv`: no such file"));
    fs::write(below.join("days.csv"), "date,name,kind\n2027-01-01,元旦,holiday\n").unwrap();
    govplan(&["check"]).arg(&document).assert().success();
}

#[test]
fn units_are_held_against_the_register_of_the_settings_or_the_arguments() {
    let folder = tempfile::tempdir().unwrap();
    let document =
        file(&folder, "plan.txt", "工作任务\t责任单位\n1.编制标准目录。\t市财证局\n2.公开预算。\t市审计局\n");
    let organs = r#"[{"id": "czj", "names": [{"name": "市财政局"}]}, {"id": "sjj", "names": [{"name": "市审计局"}]}]"#;
    let register = file(&folder, "organs.json", format!(r#"{{"govplan": "1.0", "organs": {organs}}}"#));
    let check = |arguments: &[&str]| {
        lines(govplan(&["check", "--format", "jsonl", "--select", "GP325"]).args(arguments).arg(&document))
    };
    assert_eq!(check(&[]), [] as [Value; 0]);
    let named = check(&["--register", register.to_str().unwrap()]);
    assert_eq!((named.len(), &named[0]["found"], &named[0]["expected"]), (1, &json!("市财证局"), &json!("市财政局")));
    file(&folder, "govplan.toml", "register = 'organs.json'\n");
    assert_eq!(check(&[]), named);
    file(&folder, "govplan.toml", "register = 'none.json'\n");
    assert!(stderr(govplan(&["--lang", "en", "check"]).arg(&document), 3).contains("none.json`: no such file"));
}

#[test]
fn wrong_settings_are_told_where_they_stand() {
    let folder = tempfile::tempdir().unwrap();
    let document = file(&folder, "plan.txt", fs::read(seed()).unwrap());
    for (settings, told) in [
        ("selekt = []\n", "line 1 column 1 /selekt: unknown field `selekt`, the nearest known one is `select`"),
        ("[[exceptions]]\ncode = 'GP304'\n", "missing field `reason`"),
        ("ignore = ['vague']\n", "the nearest is `vague-unit`"),
        ("ignore = \n", "line 1 column "),
    ] {
        file(&folder, "govplan.toml", settings);
        let complaint = stderr(govplan(&["--lang", "en", "check"]).arg(&document), 3);
        assert!(complaint.contains("govplan.toml`: ") && complaint.contains(told), "{complaint}");
    }
}

#[test]
fn a_plan_keeps_its_own_exceptions() {
    let folder = tempfile::tempdir().unwrap();
    let mut plan = faulty();
    let requirement = &mut plan["sections"][0]["tasks"][0]["requirements"][0];
    requirement["extensions"] = json!({"govplan:exceptions": [{"code": "GP205", "reason": "引文照录"}]});
    let count = |plan: &Value| {
        let plan = file(&folder, "plan.json", plan.to_string());
        lines(govplan(&["check", "--format", "jsonl", "--select", "GP205"]).arg(plan)).len()
    };
    assert_eq!((count(&faulty()), count(&plan)), (3, 1));
    plan["extensions"] = json!({"govplan:exceptions": [{"code": "form", "reason": "引文照录"}]});
    assert_eq!(count(&plan), 0);
    plan["extensions"] = json!({"govplan:exceptions": [{"code": "form"}]});
    assert_eq!(count(&plan), 1);
}

#[test]
fn what_a_baseline_knows_is_not_mended() {
    let folder = tempfile::tempdir().unwrap();
    let plan = file(&folder, "plan.json", serde_json::to_string_pretty(&faulty()).unwrap());
    let before = file(&folder, "before.json", stdout(govplan(&["check", "--format", "json"]).arg(&plan)));
    let bytes = fs::read(&plan).unwrap();
    stdout(govplan(&["check", "--fix", "--baseline"]).args([&before, &plan]));
    assert!(fs::read(&plan).unwrap() == bytes);

    let mut worse = faulty();
    worse["title"] = json!("2021年政務公开工作要点");
    fs::write(&plan, serde_json::to_string_pretty(&worse).unwrap()).unwrap();
    stdout(govplan(&["check", "--fix", "--baseline"]).args([&before, &plan]));
    let mended: Value = serde_json::from_slice(&fs::read(&plan).unwrap()).unwrap();
    assert_eq!(mended["title"], "2021年政务公开工作要点");
    assert_eq!(mended["sections"], faulty()["sections"]);
}

#[test]
fn fixes_are_carried_out_once_and_shown() {
    let folder = tempfile::tempdir().unwrap();
    let plan = file(&folder, "plan.json", serde_json::to_string_pretty(&faulty()).unwrap());
    let told = stdout(govplan(&["--lang", "zh", "check", "--fix"]).arg(&plan));
    for part in ["把落實情况纳入考核。", "把落实情况纳入考核。"] {
        assert_eq!(told.matches(part).count(), 1, "{part} not in\n{told}");
    }
    assert!(told.contains("\n-") && told.contains("\n+") && told.contains("@@"), "{told}");
    let mended: Value = serde_json::from_slice(&fs::read(&plan).unwrap()).unwrap();
    let requirements = &mended["sections"][0]["tasks"][0]["requirements"];
    assert_eq!(requirements[0]["text"], "健全督导体系，明确责任分工，落实到岗到人，完善保障机制，定期检查并通报结果。");
    assert_eq!(requirements[1]["text"], "编制完成标准目录，并向社会公布，及时更新，把落实情况纳入考核。");
    assert_eq!(mended["head"], json!({"number": "国办发〔2019〕3号"}));

    let bytes = fs::read(&plan).unwrap();
    let again = stdout(govplan(&["check", "--fix"]).arg(&plan));
    assert!(!again.contains("@@") && fs::read(&plan).unwrap() == bytes);
    assert_eq!(again, stdout(govplan(&["check"]).arg(&plan)));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_programs_read_holds_no_difference() {
    let folder = tempfile::tempdir().unwrap();
    let lines_of_plans = format!("{}\n{}\n", faulty(), faulty());
    let plan = file(&folder, "plans.jsonl", lines_of_plans);
    let run = govplan(&["check", "--fix", "--format", "json", "--select", "GP205"]).arg(&plan).output().unwrap();
    let findings: Value = serde_json::from_slice(&run.stdout).unwrap();
    assert_eq!(findings.as_array().unwrap().len(), 2);
    assert!(findings[0]["findings"].as_array().unwrap().is_empty());
    assert!(String::from_utf8(run.stderr).unwrap().contains("@@"));
    let text = fs::read_to_string(&plan).unwrap();
    assert!(text.lines().count() == 2 && !text.contains("落實") && text.contains("number_raw"), "{text}");
}

#[test]
fn a_document_is_never_touched() {
    let folder = tempfile::tempdir().unwrap();
    let bytes = fs::read(seed()).unwrap();
    let document = file(&folder, "plan.txt", &bytes);
    let plan = file(&folder, "plan.json", faulty().to_string());
    let told = stderr(govplan(&["--lang", "en", "check", "--fix"]).arg(&plan).arg(&document), 2);
    assert!(told.contains("plan.txt`: this is a document"), "{told}");
    assert!(fs::read(&document).unwrap() == bytes && fs::read(&plan).unwrap() == faulty().to_string().as_bytes());
    let told = stderr(govplan(&["--lang", "en", "check", "--fix", "-"]).write_stdin(faulty().to_string()), 2);
    assert!(told.contains("standard input"), "{told}");
    let mut newer = faulty();
    newer["govplan"] = json!("1.7");
    newer["novel"] = json!(1);
    let newer = file(&folder, "newer.json", newer.to_string());
    assert!(stderr(govplan(&["--lang", "en", "check", "--fix"]).arg(newer), 2).contains("newer version"));
}

#[test]
fn a_deadline_whose_date_cannot_be_read_is_kept_and_told() {
    let folder = tempfile::tempdir().unwrap();
    let cells = ["13月底前", "2月30日前", "第五季度", "9月底前"];
    let rows: Vec<String> = cells.iter().map(|cell| format!("推进公开\t办公室\t{cell}")).collect();
    let table = format!("XX区2020年政务公开工作要点\n\n工作任务\t责任单位\t完成时限\n{}\n", rows.join("\n"));
    let plan = file(&folder, "plan.txt", table);
    let found = lines(govplan(&["check", "--format", "jsonl", "--select", "GP413,GP420,GP411,GP402"]).arg(&plan));
    let told: Vec<_> = found.iter().map(|it| (it["code"].as_str().unwrap(), it["found"].as_str().unwrap())).collect();
    assert_eq!(told, [("GP420", "13月底前"), ("GP413", "2月30日前"), ("GP420", "第五季度")]);
    assert_eq!(found[0]["place"], json!({"line": 4, "column": 10, "length": 5}));
    let due: Value = serde_json::from_str(&stdout(govplan(&["due", "--format", "json"]).arg(&plan))).unwrap();
    assert!(due["undated"].as_array().unwrap().iter().any(|entry| entry["raw"] == "13月底前"));
}

#[test]
fn document_numbers_are_judged_alone() {
    let cases = include_str!("../../govplan-core/data/doc_number_cases.csv");
    let cases: Vec<Vec<&str>> = cases.lines().skip(2).map(|line| line.splitn(4, ',').collect()).collect();
    let texts: Vec<&str> = cases.iter().map(|case| case[0]).collect();
    let from_arguments = stdout(govplan(&["number", "--format", "json"]).args(&texts));
    let from_lines = stdout(govplan(&["number", "--format", "json"]).write_stdin(texts.join("\r\n")));
    assert_eq!(from_arguments, from_lines);
    for (line, case) in from_arguments.lines().zip(&cases) {
        let judged: Value = serde_json::from_str(line).unwrap();
        let verdict = if case[1] == "warn" { "warning" } else { case[1] };
        assert_eq!((&judged["text"], &judged["verdict"]), (&case[0].into(), &verdict.into()));
        assert_eq!(judged["canonical"].as_str().unwrap_or_default(), case[2], "{line}");
        assert_eq!(judged["findings"].as_array().unwrap().is_empty(), verdict == "ok", "{line}");
    }
    assert_eq!(from_arguments.lines().count(), cases.len());
    let text = stdout(&mut govplan(&["--lang", "zh", "number", "国办发［2018］37号"]));
    assert!(text.starts_with("国办发［2018］37号 · 不规范\n  规范写法  国办发〔2018〕37号\n"), "{text}");
}

#[test]
fn a_malformed_number_makes_the_exit_code_one() {
    let ends = |arguments: &[&str], code: i32| govplan(&["number"]).args(arguments).assert().code(code);
    ends(&["国办发〔2018〕37号"], 0);
    ends(&["国办发〔2018〕37号", "国办发［2018］37号", "国办发〔2018〕37号"], 1);
    ends(&["国办发［2018］37号", "--fail-on", "never"], 0);
    ends(&["国办发〔2018〕 37号"], 0);
    ends(&["国办发〔2018〕 37号", "--fail-on", "warning"], 1);
    govplan(&["number"]).write_stdin("国办发〔2018〕37号\n国办发［2018］37号\n").assert().code(1);
}
