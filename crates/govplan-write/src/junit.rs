use crate::Findings;
use crate::label::word;
use crate::place::place_text;
use crate::xml::{attribute, text};
use govplan_core::{Finding, Language, Rule};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Findings as JUnit XML, which build servers show as tests: a suite for each plan, in it a case for each rule that looked, and a
/// failure for each finding, its `type` saying how grave it is.
///
/// A finding of a rule that is not among `rules` has a case of its own.
#[must_use]
pub fn findings_junit<'r>(
    plans: &[Findings<'_>],
    rules: impl IntoIterator<Item = &'r Rule>,
    language: Language,
) -> String {
    let rules: Vec<&Rule> = rules.into_iter().collect();
    let suites: Vec<Suite<'_>> = plans.iter().map(|plan| Suite::of(plan, &rules, language)).collect();
    let tests: usize = suites.iter().map(Suite::tests).sum();
    let failures: usize = suites.iter().map(Suite::failures).sum();
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    // Writing to a string cannot fail.
    let _ = writeln!(xml, "<testsuites name=\"govplan\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">");
    for suite in &suites {
        suite.write(&mut xml, language);
    }
    xml.push_str("</testsuites>\n");
    xml
}

/// A plan and what each rule found in it, by code.
struct Suite<'a> {
    plan: &'a Findings<'a>,
    cases: BTreeMap<&'a str, Case<'a>>,
}

struct Case<'a> {
    name: String,
    class: String,
    findings: Vec<&'a Finding>,
}

impl<'a> Suite<'a> {
    fn of(plan: &'a Findings<'a>, rules: &[&'a Rule], language: Language) -> Self {
        let looked = rules.iter().map(|rule| {
            let name = format!("{} {}", rule.code, rule.name);
            (rule.code, Case { name, class: word("layer", rule.layer, language), findings: Vec::new() })
        });
        let mut cases: BTreeMap<&str, Case<'_>> = looked.collect();
        for finding in plan.findings {
            let code = finding.code.as_str();
            let case = cases.entry(code).or_insert_with(|| Case {
                name: code.to_owned(),
                class: "govplan".to_owned(),
                findings: Vec::new(),
            });
            case.findings.push(finding);
        }
        Self { plan, cases }
    }

    fn tests(&self) -> usize {
        self.cases.len()
    }

    fn failures(&self) -> usize {
        self.cases.values().filter(|case| !case.findings.is_empty()).count()
    }

    fn write(&self, xml: &mut String, language: Language) {
        let (name, tests, failures) = (attribute(self.plan.plan.as_str()), self.tests(), self.failures());
        let _ = writeln!(
            xml,
            "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\">"
        );
        if let Some(file) = self.plan.file {
            let file = attribute(file);
            let _ = writeln!(
                xml,
                "    <properties>\n      <property name=\"source\" value=\"{file}\"/>\n    </properties>"
            );
        }
        for case in self.cases.values() {
            let (class, name) = (attribute(&case.class), attribute(&case.name));
            let _ = write!(xml, "    <testcase classname=\"{class}\" name=\"{name}\"");
            if case.findings.is_empty() {
                xml.push_str("/>\n");
                continue;
            }
            xml.push_str(">\n");
            for finding in &case.findings {
                let message = finding.message.text(language);
                let kind = word("severity", finding.severity, Language::English);
                let text = text(&[self.site(finding, language), message.to_owned()].join(": "));
                let message = attribute(message);
                let _ = writeln!(xml, "      <failure type=\"{kind}\" message=\"{message}\">{text}</failure>");
            }
            xml.push_str("    </testcase>\n");
        }
        xml.push_str("  </testsuite>\n");
    }

    /// The document and the place in it, or the part of the plan.
    fn site(&self, finding: &Finding, language: Language) -> String {
        let place = finding.place.as_ref().map(|place| place_text(place, language)).filter(|place| !place.is_empty());
        let is_line = finding.place.as_ref().is_some_and(|place| place.line.is_some());
        let place = place.or_else(|| finding.pointer.clone()).unwrap_or_default();
        let gap = if is_line { ":" } else { " " };
        let file = self.plan.file.unwrap_or(self.plan.plan.as_str());
        if place.is_empty() { file.to_owned() } else { format!("{file}{gap}{place}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use govplan_core::{Message, Place, Plan, reading};

    #[test]
    fn a_suite_has_a_case_for_each_rule_and_a_failure_for_each_finding() {
        let plan = Plan::new("p<1>".parse().unwrap());
        let sly = "\"></failure>\u{0}\u{ffff}&\n";
        let mut finding = reading::UNREAD_ROW.finding(Message::new("一", sly));
        finding.place = Some(Place::in_line(3, 1, 1));
        let findings = [finding.clone(), finding];
        let rules = [&reading::NO_PLAN_FOUND, &reading::UNREAD_ROW];
        let xml = findings_junit(&[Findings::new(&plan, &findings).of_file("a&b.txt")], rules, Language::English);
        assert!(xml.contains("<testsuite name=\"p&lt;1&gt;\" tests=\"2\" failures=\"1\""), "{xml}");
        assert!(xml.contains("<testcase classname=\"reading\" name=\"GP001 no-plan-found\"/>"), "{xml}");
        assert_eq!(xml.matches("<failure ").count(), 2);
        assert!(
            xml.contains("message=\"&quot;&gt;&lt;/failure&gt;\u{fffd}\u{fffd}&amp;&#10;\">a&amp;b.txt:3:1: "),
            "{xml}"
        );
        let without = findings_junit(&[Findings::new(&plan, &findings)], [], Language::English);
        assert!(without.contains("name=\"GP007\"") && without.contains("tests=\"1\""), "{without}");
    }
}
