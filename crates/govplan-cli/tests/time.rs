//! The verbs of time, as a user runs them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn seed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds/yanzhou-2020-open-government.txt")
}

fn govplan(arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("govplan").unwrap();
    command.env_clear().args(["--today", "2020-09-20"]).args(arguments);
    command
}

fn stdout(command: &mut Command) -> String {
    String::from_utf8(command.assert().success().get_output().stdout.clone()).unwrap()
}

fn stderr(command: &mut Command, code: i32) -> String {
    String::from_utf8(command.assert().code(code).stdout("").get_output().stderr.clone()).unwrap()
}

fn json(command: &mut Command) -> Value {
    serde_json::from_str(&stdout(command)).unwrap()
}

#[test]
fn the_seed_says_what_is_due_what_lasts_and_what_has_no_day() {
    let schedule = json(govplan(&["due", "--format", "json"]).arg(seed()));
    let due = schedule["due"].as_array().unwrap();
    assert_eq!(due.len(), 1);
    assert_eq!(
        (&due[0]["due"], &due[0]["requirement"], &due[0]["state"]),
        (&"2020-09-30".into(), &"s3.t1.r1".into(), &"due_soon".into())
    );
    let minimum = &schedule["periods"][0];
    assert_eq!(
        (&minimum["requirement"], &minimum["kind"], &minimum["period"]["n"]),
        (&"s2.t1.r1".into(), &"minimum".into(), &30.into())
    );
    let limit = schedule["limits"].as_array().unwrap().iter().find(|limit| limit["requirement"] == "s2.t1.r1").unwrap();
    assert_eq!(limit["limit"]["id"], "DEC-15");
    assert_eq!(limit["limit"]["legal_basis"]["article"], "第15条");
    assert_eq!(limit["limit"]["legal_basis"]["tier"], "administrative_regulation");
    let undated: Vec<_> = schedule["undated"].as_array().unwrap().iter().map(|entry| &entry["requirement"]).collect();
    // 29 requirements: one is due on a day, one is a least period alone.
    assert_eq!(undated.len(), 27);
    assert!(
        schedule["undated"]
            .as_array()
            .unwrap()
            .iter()
            .all(|entry| entry["reason"] == "no_time" || entry["reason"] == "no_day")
    );

    let text = stdout(govplan(&["--lang", "zh", "due"]).arg(seed()));
    for part in [
        "2020-09-30 2020年9月底前，编制完成本部门政务公开事项标准目录。\n",
        "2020年9月底前（临期）\n",
        "2020年9月最后一天\n",
        "法定期限  向社会公开征求意见：不少于30日（",
    ] {
        assert!(text.contains(part), "{part} not in\n{text}");
    }
}

#[test]
fn what_is_due_is_asked_for_by_organ_and_by_day() {
    let dues = |arguments: &[&str]| {
        let schedule = json(govplan(&["due", "--format", "json"]).args(arguments).arg(seed()));
        (schedule["due"].as_array().unwrap().len(), schedule["undated"].as_array().unwrap().len())
    };
    assert_eq!(dues(&["--unit", "办公室"]), (1, 14));
    assert_eq!(dues(&["--unit", "基教科"]), (0, 2));
    assert_eq!(dues(&["--from", "2020-10-01"]).0, 0);
    assert_eq!(dues(&["--from", "2020-09-30", "--to", "2020-09-30"]).0, 1);
    let state = |today: &str, soon: &str| {
        json(govplan(&["due", "--format", "json", "--soon", soon, "--today", today]).arg(seed()))["due"][0]["state"]
            .clone()
    };
    assert_eq!(state("2020-10-01", "14"), "overdue");
    assert_eq!(state("2020-09-30", "0"), "due_soon");
    assert_eq!(state("2020-09-01", "14"), "later");
    assert!(stderr(govplan(&["--lang", "en", "due", "--unit", "办公"]).arg(seed()), 2).contains("`办公室`"));
}

#[test]
fn expressions_come_from_arguments_and_from_lines() {
    let text = stdout(&mut govplan(&["--lang", "en", "when", "9月底前", "--year", "2020"]));
    assert_eq!(
        text,
        "9月底前\n  deadline  9月底前 → 2020-09-30 (by)\n            no year printed: 2020 as given\n            the last day of September 2020\n"
    );
    let lines = stdout(
        govplan(&["when", "--format", "json", "--issued", "2020-08-27"])
            .write_stdin("自印发之日起20个工作日内\r\n\n县教育局\n第三季度前"),
    );
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 4, "a line for each line");
    assert_eq!(lines[0]["expression"], "自印发之日起20个工作日内");
    assert_eq!(
        (&lines[0]["timings"][0]["kind"], &lines[0]["timings"][0]["end"]),
        (&"after_event".into(), &"2020-09-24".into())
    );
    assert_eq!(lines[2]["timings"], Value::Array(Vec::new()));
    // Both readings, the strict one first, with a finding.
    let ambiguous = json(&mut govplan(&["when", "第三季度前", "--year", "2020", "--format", "json"]));
    assert_eq!(
        (&ambiguous["timings"][0]["end"], &ambiguous["timings"][0]["alternative"]["end"]),
        (&"2020-06-30".into(), &"2020-09-30".into())
    );
    assert_eq!(ambiguous["findings"][0]["code"], "GP403");
    // Without a year there is none.
    assert_eq!(lines[3]["timings"][0].get("end"), None);
}

#[test]
fn a_hostile_line_is_refused_or_read_and_never_lost() {
    let long = "每".repeat(400_000);
    assert!(stderr(govplan(&["--lang", "en", "when"]).write_stdin(long.as_str()), 3).contains("1048576 bytes"));
    let broken: &[u8] = b"9\xe6\x9c\x88\xff\xfe\n2020\xe5\xb9\xb4\xe5\xba\x95\xe5\x89\x8d\n";
    assert_eq!(stdout(govplan(&["when", "--format", "json"]).write_stdin(broken)).lines().count(), 2);
}

#[test]
fn periods_are_counted_with_their_steps() {
    let counted = json(&mut govplan(&["workday", "2020-09-18", "20", "--format", "json"]));
    assert_eq!(counted["due"], "2020-10-22");
    assert_eq!(counted["steps"][0]["code"], "working_days_counted");
    for (arguments, due) in [
        (&["2020-09-03", "30", "--unit", "calendar"][..], "2020-10-09"),
        (&["2020-08-31", "6", "--unit", "month"], "2021-03-01"),
        (&["2020-10-09", "-1"], "2020-09-30"),
        (&["2020-09-30T18:30", "48", "--unit", "hour"], "2020-10-02T18:30"),
    ] {
        assert_eq!(json(govplan(&["workday", "--format", "json"]).args(arguments))["due"], due, "{arguments:?}");
    }
    let text = stdout(&mut govplan(&["--lang", "zh", "workday", "2020-09-03", "30", "--unit", "calendar"]));
    assert!(text.starts_with("2020-10-09\n") && text.contains("民法典第203条"), "{text}");
    assert!(stderr(&mut govplan(&["workday", "2020-9-3", "1"]), 2).contains("2020-09-30"));
    assert!(stderr(&mut govplan(&["workday", "2020-09-03", "1", "--unit", "hour"]), 2).contains("T09:30"));
}

#[test]
fn an_unknown_year_says_so_until_a_newer_table_is_loaded() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("2027.csv");
    assert!(stderr(&mut govplan(&["--lang", "zh", "workday", "2026-12-21", "20"]), 3).contains("2027年"));
    fs::write(&table, "date,name,kind\n2027-01-01,元旦,holiday\n").unwrap();
    let counted = json(govplan(&["workday", "2026-12-21", "20", "--format", "json", "--calendar"]).arg(&table));
    assert_eq!(counted["due"], "2027-01-19");
    fs::write(&table, "date,name,kind\n2027-01-01,元旦,off\n").unwrap();
    let complaint = stderr(govplan(&["--lang", "en", "workday", "2026-12-21", "20", "--calendar"]).arg(&table), 3);
    assert!(
        complaint.contains("2027.csv`: line 2: found `off`, expected `holiday` or `makeup_workday`"),
        "{complaint}"
    );
    assert!(
        stderr(&mut govplan(&["--lang", "en", "workday", "2026-12-21", "1", "--calendar", "none.csv"]), 3)
            .contains("no such file")
    );
}

#[test]
fn a_calendar_is_the_same_bytes_every_time() {
    let export =
        || stdout(govplan(&["export", "--to", "ics", "--stamp", "2026-01-01T00:00:00Z", "--lang", "en"]).arg(seed()));
    let calendar = export();
    assert_eq!(calendar, export());
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    assert!(
        calendar.contains("DUE;VALUE=DATE:20200930\r\n")
            && calendar.contains("UID:兖教体发-2020-46.s3.t1.r1.d1@govplan\r\n")
    );
    assert!(calendar.contains("DTSTAMP:20260101T000000Z\r\n"));
    // Without a stamp, the beginning of the day that it is said to be.
    assert!(stdout(govplan(&["export", "--to", "ics"]).arg(seed())).contains("DTSTAMP:20200920T000000Z\r\n"));
}
