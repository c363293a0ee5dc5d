//! SARIF 2.1.0 (OASIS Standard, Errata 01): what code hosts and editors read.
//!
//! The few objects that are written stand here. The crate that has them all makes them from the standard's schema while it is
//! compiled, with a generator and two dozen further crates, and its objects own every text.

use crate::Findings;
use crate::place::place_text;
use crate::printable::printable;
use govplan_core::{
    Finding, Fix, Language, Layer, LegalBasis, Message, Place, PlanId, Related, Rule, RuleBasis, RuleText, Severity,
};
use serde::Serialize;
use std::collections::BTreeMap;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    language: &'static str,
    column_kind: &'static str,
    artifacts: Vec<Artifact<'a>>,
    results: Vec<Outcome<'a>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    information_uri: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    name: &'static str,
    short_description: Text,
    full_description: Text,
    help: Text,
    default_configuration: Configuration,
    properties: RuleProperties,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct RuleProperties {
    layer: Layer,
    #[serde(skip_serializing_if = "Option::is_none")]
    legal_basis: Option<RuleBasis>,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Artifact<'a> {
    location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    mime_type: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hashes: Option<BTreeMap<&'static str, &'a str>>,
}

#[derive(Serialize, Clone)]
struct ArtifactLocation {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    index: Option<usize>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Text,
    locations: Vec<Location<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a>>,
    partial_fingerprints: BTreeMap<&'static str, String>,
    properties: OutcomeProperties<'a>,
}

/// What SARIF has no place for, named as in a finding. The fix is of the plan and not of the document, so that it is none of
/// SARIF's fixes, which change files.
#[derive(Serialize)]
struct OutcomeProperties<'a> {
    plan: &'a PlanId,
    message: &'a Message,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    legal_basis: Option<&'a LegalBasis>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<&'a Fix>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    physical_location: Option<PhysicalLocation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<LogicalLocation<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    properties: Option<LocationProperties<'a>>,
}

#[derive(Serialize)]
struct LocationProperties<'a> {
    place: &'a Place,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<u32>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation<'a> {
    fully_qualified_name: &'a str,
}

/// Findings as SARIF 2.1.0: one run, with the rules that looked and a result for each finding.
///
/// A place with a line is a region of the document, its columns counted in characters (`unicodeCodePoints`); a place of another
/// kind is said in words, and the part of the plan is a logical location, named by its JSON Pointer. Legal basis and fix are
/// properties.
#[must_use]
pub fn findings_sarif<'r>(
    plans: &[Findings<'_>],
    rules: impl IntoIterator<Item = &'r Rule>,
    language: Language,
) -> String {
    let rules: Vec<&Rule> = rules.into_iter().collect();
    let mut artifacts = Vec::new();
    let mut results = Vec::new();
    for plan in plans {
        let artifact = plan.file.map(|file| artifact(file, plan, &mut artifacts));
        for finding in plan.findings {
            let rule = rules.iter().position(|rule| rule.code == finding.code.as_str());
            results.push(outcome(plan, finding, rule, artifact.as_ref(), language));
        }
    }
    let driver = Driver {
        name: "govplan",
        semantic_version: env!("CARGO_PKG_VERSION"),
        information_uri: env!("CARGO_PKG_REPOSITORY"),
        rules: rules.into_iter().map(|rule| descriptor(rule, language)).collect(),
    };
    let run = Run {
        tool: Tool { driver },
        language: match language {
            Language::Chinese => "zh-CN",
            Language::English => "en-US",
        },
        column_kind: "unicodeCodePoints",
        artifacts,
        results,
    };
    // Nothing written here can fail: keys are text, numbers finite.
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: [run] };
    let mut json = serde_json::to_string_pretty(&log).unwrap_or_default();
    json.push('\n');
    json
}

/// The document as one of the run's artifacts, which stands once however many plans it holds.
fn artifact<'a>(file: &str, plan: &Findings<'a>, artifacts: &mut Vec<Artifact<'a>>) -> ArtifactLocation {
    let uri = uri(file);
    if let Some(index) = artifacts.iter().position(|artifact| artifact.location.uri == uri) {
        return ArtifactLocation { uri, index: Some(index) };
    }
    let origin = plan.origin;
    let hash = origin.and_then(|origin| origin.sha256.as_ref());
    artifacts.push(Artifact {
        location: ArtifactLocation { uri: uri.clone(), index: None },
        mime_type: origin.and_then(|origin| origin.media_type.as_deref()),
        encoding: origin.and_then(|origin| origin.encoding.as_deref()),
        hashes: hash.map(|hash| BTreeMap::from([("sha-256", hash.as_str())])),
    });
    ArtifactLocation { uri, index: Some(artifacts.len() - 1) }
}

fn descriptor(rule: &Rule, language: Language) -> Descriptor {
    Descriptor {
        id: rule.code,
        name: rule.name,
        short_description: Text::of(rule.summary.text(language)),
        full_description: Text::of(rule.explanation.text(language)),
        help: help(rule),
        default_configuration: Configuration { level: level(rule.severity) },
        properties: RuleProperties { layer: rule.layer, legal_basis: rule.legal_basis },
    }
}

/// What a rule does and why, in both languages.
fn help(rule: &Rule) -> Text {
    let paragraph = |text: fn(RuleText) -> &'static str, stop: &str| {
        [rule.summary, rule.explanation, rule.rationale].map(text).join(stop)
    };
    Text::of(&format!("{}。\n\n{}.", paragraph(|text| text.zh, "。"), paragraph(|text| text.en, ". ")))
}

fn outcome<'a>(
    plan: &Findings<'a>,
    finding: &'a Finding,
    rule_index: Option<usize>,
    artifact: Option<&ArtifactLocation>,
    language: Language,
) -> Outcome<'a> {
    let Finding { pointer, place, legal_basis, fix, related, .. } = finding;
    let located = location(pointer.as_deref(), place.as_ref(), artifact, language);
    Outcome {
        rule_id: finding.code.as_str(),
        rule_index,
        level: level(finding.severity),
        message: Text::of(finding.message.text(language)),
        locations: if located.is_nowhere() { Vec::new() } else { vec![located] },
        related_locations: related
            .iter()
            .enumerate()
            .map(|(id, related)| elsewhere(id, related, artifact, language))
            .collect(),
        partial_fingerprints: BTreeMap::from([("govplanFinding/v1", finding.fingerprint(plan.plan))]),
        properties: OutcomeProperties {
            plan: plan.plan,
            message: &finding.message,
            subject: finding.subject.as_deref(),
            expected: finding.expected.as_deref(),
            found: finding.found.as_deref(),
            legal_basis: legal_basis.as_ref(),
            fix: fix.as_ref(),
        },
    }
}

fn elsewhere<'a>(
    id: usize,
    related: &'a Related,
    artifact: Option<&ArtifactLocation>,
    language: Language,
) -> Location<'a> {
    let located = location(related.pointer.as_deref(), related.place.as_ref(), artifact, language);
    let message = related.found.as_deref().map(Text::of).or(located.message);
    Location { id: Some(id), message, ..located }
}

fn location<'a>(
    pointer: Option<&'a str>,
    place: Option<&'a Place>,
    artifact: Option<&ArtifactLocation>,
    language: Language,
) -> Location<'a> {
    let region = place.and_then(|place| {
        let column = place.column.map(std::num::NonZeroU32::get);
        let end = column.zip(place.length).map(|(column, length)| column.saturating_add(length.get()));
        place.line.map(|line| Region { start_line: line.get(), start_column: column, end_column: end })
    });
    // A place that is no region is said in words and kept as it is.
    let other = place.filter(|place| place.line.is_none());
    let words = other.map(|place| place_text(place, language)).filter(|text| !text.is_empty());
    Location {
        id: None,
        message: words.as_deref().map(Text::of),
        physical_location: artifact.map(|artifact| PhysicalLocation { artifact_location: artifact.clone(), region }),
        logical_locations: pointer
            .into_iter()
            .map(|pointer| LogicalLocation { fully_qualified_name: pointer })
            .collect(),
        properties: other.map(|place| LocationProperties { place }),
    }
}

impl Location<'_> {
    fn is_nowhere(&self) -> bool {
        self.physical_location.is_none() && self.logical_locations.is_empty()
    }
}

impl Text {
    /// A text of which nothing is a placeholder (3.11.5) or a link (3.11.6), and nothing commands a terminal.
    fn of(text: &str) -> Self {
        let mut plain = printable(text).replace('{', "{{").replace('}', "}}");
        if plain.contains("](") {
            plain = plain.replace('[', "\\[").replace(']', "\\]");
        }
        Self { text: plain }
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// A path as a URI reference (RFC 3986): what a path segment may not hold is percent-encoded.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.replace('\\', "/").bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;
    use govplan_core::{Plan, SourceFile, reading, rules};
    use serde_json::{Value, json};

    fn sarif(findings: &[Finding]) -> Value {
        let mut plan = Plan::new("p".parse().unwrap());
        let mut source = SourceFile::default();
        source.name = Some("计 划.txt".to_owned());
        plan.source = Some(source);
        let text = findings_sarif(&[Findings::new(&plan, findings)], rules(), Language::Chinese);
        serde_json::from_str(&text).unwrap()
    }

    fn finding(message: &str, place: Option<Place>) -> Finding {
        let mut finding = reading::UNREAD_ROW.finding(Message::new(message, "one"));
        finding.pointer = Some("/units/0".to_owned());
        finding.place = place;
        finding
    }

    #[test]
    fn lines_are_regions_and_other_places_are_words() {
        let mut with_more = finding("一", Some(Place::in_table(1, 3, 2)));
        with_more.related = vec![Related::new(None, Some(Place::in_line(9, 1, 2)), Some("相关".to_owned()))];
        let log = sarif(&[finding("一", Some(Place::in_line(7, 3, 12))), with_more]);
        let run = &log["runs"][0];
        let [line, cell] = &run["results"].as_array().unwrap()[..] else { panic!("{log}") };
        let physical = &line["locations"][0]["physicalLocation"];
        assert_eq!(physical["artifactLocation"], json!({"uri": "%E8%AE%A1%20%E5%88%92.txt", "index": 0}));
        assert_eq!(physical["region"], json!({"startLine": 7, "startColumn": 3, "endColumn": 15}));
        assert_eq!(line["locations"][0]["logicalLocations"], json!([{"fullyQualifiedName": "/units/0"}]));
        let cell_location = &cell["locations"][0];
        assert_eq!(cell_location["physicalLocation"].get("region"), None);
        assert_eq!(cell_location["message"]["text"], "第1表第3行第2列");
        assert_eq!(cell_location["properties"]["place"], json!({"table": 1, "row": 3, "column": 2}));
        assert_eq!(cell["relatedLocations"][0]["message"]["text"], "相关");
        let index = usize::try_from(line["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], line["ruleId"]);
    }

    #[test]
    fn nothing_of_a_document_is_a_placeholder_or_a_link() {
        let log = sarif(&[finding("{0} [点](http://x)\u{1b}", None), finding("国办发[2018]3号", None)]);
        let message = |n: usize| log["runs"][0]["results"][n]["message"]["text"].clone();
        assert_eq!((message(0), message(1)), (json!("{{0}} \\[点\\](http://x)\u{fffd}"), json!("国办发[2018]3号")));
    }
}
