//! The same input gives the same bytes, whatever the locale, the time zone and the folder.

use govplan_tests::{binary, seed};
use std::process::Command;

#[test]
fn locale_time_zone_and_folder_change_nothing() {
    let govplan = binary("govplan").unwrap();
    let seed = seed();
    let verbs: [&[&str]; 4] = [
        &["import"],
        &["export", "--to", "csv"],
        &["check", "--format", "json", "--fail-on", "never"],
        &["show", "--format", "json"],
    ];
    let worlds = [("zh_CN.UTF-8", "Asia/Shanghai", "."), ("C", "UTC", ".."), ("tr_TR.UTF-8", "America/St_Johns", "/")];
    for verb in verbs {
        let outputs = worlds.map(|(locale, zone, folder)| {
            let mut command = Command::new(&govplan);
            command.args(verb).arg(&seed).args(["--today", "2020-09-01"]).current_dir(folder);
            command.env_clear().env("LANG", locale).env("LC_ALL", locale).env("TZ", zone);
            let output = command.output().unwrap();
            assert!(output.status.success(), "{verb:?}: {}", String::from_utf8_lossy(&output.stderr));
            output.stdout
        });
        assert!(!outputs[0].is_empty(), "{verb:?}");
        assert!(outputs.iter().all(|output| output == &outputs[0]), "{verb:?}");
    }
}

#[test]
fn a_file_and_standard_input_give_the_same_plan_but_for_the_name() {
    let govplan = binary("govplan").unwrap();
    let from_file = Command::new(&govplan).arg("import").arg(seed()).output().unwrap().stdout;
    let input = std::fs::File::open(seed()).unwrap();
    let from_input = Command::new(&govplan).args(["import", "-"]).stdin(input).output().unwrap().stdout;
    let without_name = |json: &[u8]| {
        let mut plan = govplan::Plan::from_json(json).unwrap();
        plan.source.as_mut().unwrap().name = None;
        plan
    };
    assert_eq!(without_name(&from_file), without_name(&from_input));
}
