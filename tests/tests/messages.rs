//! Every message follows the grammar of docs/messages.md, in both languages.

use govplan::{CheckSettings, Finding, Language, Layer, Options, Plan, Register, RegisteredOrgan, load, rules};
use govplan_tests::corpus;
use std::fs;

/// What a message quotes, sorted, and what it says itself.
fn parts(message: &str) -> (Vec<&str>, String) {
    let mut quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    quoted.sort_unstable();
    (quoted, message.split('`').step_by(2).collect::<Vec<_>>().join("`"))
}

/// What breaks the grammar, if anything does.
fn fault(finding: &Finding) -> Option<String> {
    let (zh, en) = (finding.message.text(Language::Chinese), finding.message.text(Language::English));
    if [zh, en].iter().any(|text| text.matches('`').count() % 2 == 1) {
        return Some("a quotation that is not closed".to_owned());
    }
    let ((quoted, said_zh), (quoted_en, said_en)) = (parts(zh), parts(en));
    if quoted != quoted_en {
        return Some(format!("the languages quote {quoted:?} and {quoted_en:?}"));
    }
    let markup =
        |text: &str| ["**", "__", "<", ">", "](", "\n", "  ", "::", "{", "}"].iter().any(|sign| text.contains(sign));
    if markup(&said_zh) || markup(&said_en) {
        return Some("markup, a name of the program, or a line break".to_owned());
    }
    // Quotations that stand side by side are joined as the document joins them.
    if !said_en.replace("`、`", "``").is_ascii() {
        return Some("English that holds other characters outside its quotations".to_owned());
    }
    if said_en.starts_with(char::is_uppercase) || said_en.ends_with(['.', ';', ',']) || said_en.matches(';').count() > 1
    {
        return Some("English that is not one observation, one expectation, one advice".to_owned());
    }
    let has_type = said_en.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| {
        word.chars().skip(1).any(|c| c.is_ascii_uppercase()) && word.chars().any(|c| c.is_ascii_lowercase())
    });
    if has_type {
        return Some("a name of a type".to_owned());
    }
    let advice = said_zh.split_once('；').map(|(_, advice)| advice);
    if said_zh.ends_with(['。', '；', '，', '.']) || advice.is_some_and(|advice| advice.contains('；')) {
        return Some("Chinese that is not one observation, one expectation, one advice".to_owned());
    }
    if said_zh.chars().any(|c| matches!(c, ',' | ';' | '!' | '?')) {
        return Some("half-width punctuation in Chinese".to_owned());
    }
    None
}

fn assert_follows(at: &str, findings: &[Finding]) {
    let faults = findings.iter().filter_map(|finding| {
        Some(format!("{at} {}: {}\n  {}\n  {}", finding.code, fault(finding)?, finding.message.zh, finding.message.en))
    });
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn messages_about_the_examples_of_rules() {
    let register = Register::new(vec![RegisteredOrgan::new("czj".parse().unwrap(), "市财政局")]);
    let index = register.index();
    let mut all = Vec::new();
    for rule in rules().filter(|rule| rule.layer != Layer::Reading) {
        let members = rule.failing.trim().trim_start_matches('{');
        let plan: Plan = serde_json::from_str(&format!(r#"{{"govplan": "1.0", "id": "计划", {members}"#)).unwrap();
        let mut settings = CheckSettings::new("2026-01-01".parse().ok());
        settings.most_duties = Some(3);
        settings.register = Some(&index);
        all.extend(plan.check(&settings));
    }
    assert_follows("example", &all);
}

#[test]
fn messages_about_documents() {
    for entry in fs::read_dir(corpus()).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        for path in fs::read_dir(entry).unwrap().map(|entry| entry.unwrap().path()) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if !name.starts_with("source.") {
                continue;
            }
            let options = Options { name: Some(name), ..Options::default() };
            let Ok(loaded) = load(&fs::read(&path).unwrap(), &options) else { continue };
            for plan in loaded.plans {
                assert_follows(&path.display().to_string(), &plan.check(&CheckSettings::new(plan.head.issued_on)));
            }
        }
    }
}
