use crate::Findings;
use crate::place::place_text;
use crate::printable::printable;
use govplan_core::{Finding, Language, Severity};

/// Findings as workflow commands of GitHub Actions, which shows them beside the lines that they are about: one finding a line,
/// `::error file=plan.txt,line=17,col=135,endColumn=139,title=GP205::message`.
///
/// The message of a finding whose place is no line names the place, or else the part of the plan.
#[must_use]
pub fn findings_github(plans: &[Findings<'_>], language: Language) -> String {
    let mut lines = String::new();
    for plan in plans {
        for finding in plan.findings {
            lines.push_str(&command(plan, finding, language));
            lines.push('\n');
        }
    }
    lines
}

fn command(plan: &Findings<'_>, finding: &Finding, language: Language) -> String {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut properties = Vec::new();
    properties.extend(plan.file.map(|file| format!("file={}", property(file))));
    let place = finding.place.as_ref();
    let line = place.and_then(|place| place.line);
    if let (Some(place), Some(line)) = (place, line) {
        properties.push(format!("line={line}"));
        if let Some(column) = place.column {
            properties.push(format!("col={column}"));
            let end = place.length.map(|length| column.saturating_add(length.get()));
            properties.extend(end.map(|end| format!("endColumn={end}")));
        }
    }
    properties.push(format!("title={}", property(finding.code.as_str())));
    let message = finding.message.text(language);
    let site =
        place.filter(|_| line.is_none()).map(|place| place_text(place, language)).filter(|text| !text.is_empty());
    let site = site.or_else(|| finding.pointer.clone().filter(|_| line.is_none()));
    let message = match (site, language) {
        (Some(site), Language::Chinese) => format!("{message}（{site}）"),
        (Some(site), Language::English) => format!("{message} ({site})"),
        (None, _) => message.to_owned(),
    };
    format!("::{level} {}::{}", properties.join(","), data(&message))
}

/// A text in a command: what would end the line is escaped, what a terminal would obey is gone.
fn data(text: &str) -> String {
    printable(&text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")).into_owned()
}

/// The value of a property, where a comma and a colon end it too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use govplan_core::{Message, Place, Plan, reading};

    #[test]
    fn nothing_of_a_document_can_end_a_command() {
        let plan = Plan::new("p".parse().unwrap());
        let mut finding = reading::UNREAD_ROW.finding(Message::new("一", "50%\r\n::error::sly\u{1b}[31m"));
        finding.place = Some(Place::in_line(17, 135, 4));
        let findings = [finding];
        let text = findings_github(&[Findings::new(&plan, &findings).of_file("a,b:c%.txt")], Language::English);
        assert_eq!(
            text,
            "::warning file=a%2Cb%3Ac%25.txt,line=17,col=135,endColumn=139,title=GP007::50%25%0D%0A::error::sly\u{fffd}[31m\n"
        );
    }

    #[test]
    fn a_place_without_a_line_stands_in_the_message() {
        let plan = Plan::new("p".parse().unwrap());
        let mut finding = reading::UNREAD_ROW.finding(Message::new("有一行读不懂", "a row could not be read"));
        finding.place = Some(Place::in_table(1, 3, 2));
        let mut findings = [finding];
        let text = findings_github(&[Findings::new(&plan, &findings)], Language::Chinese);
        assert_eq!(text, "::warning title=GP007::有一行读不懂（第1表第3行第2列）\n");
        findings[0].place = None;
        findings[0].pointer = Some("/head".to_owned());
        let text = findings_github(&[Findings::new(&plan, &findings)], Language::English);
        assert_eq!(text, "::warning title=GP007::a row could not be read (/head)\n");
    }
}
