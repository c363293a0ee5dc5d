use crate::{Finding, Message, Plan, PlanId, RuleCode};
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;

/// What a former check found, so that only what is new is told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    /// How often each finding was there, by fingerprint and then by pointer.
    known: BTreeMap<String, BTreeMap<Option<String>, usize>>,
}

/// What is no outcome of a check.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("finding {number} is none: {detail}")]
pub struct BaselineError {
    /// Which of the findings, or of the lines, from 1.
    pub number: usize,
    /// What is wrong with it, in English.
    pub detail: String,
}

/// As much of a finding as tells whether it is the same.
#[derive(Deserialize)]
struct Known {
    code: RuleCode,
    message: Message,
    #[serde(default)]
    pointer: Option<String>,
    #[serde(default)]
    subject: Option<String>,
    #[serde(default)]
    found: Option<String>,
}

impl Finding {
    /// What a finding keeps while the document around it changes: 32 hexadecimal digits of its rule, its plan and what it is
    /// about, never of its place. Two findings may share it.
    ///
    /// ```
    /// use govplan_core::{Message, Place, reading};
    ///
    /// let plan = "计划".parse()?;
    /// let one = reading::UNREAD_ROW.finding(Message::new("第3行读不懂", "row 3 could not be read"));
    /// let mut other = reading::UNREAD_ROW.finding(Message::new("第5行读不懂", "row 5 could not be read"));
    /// other.place = Some(Place::in_line(5, 1, 1));
    /// assert_eq!(one.fingerprint(&plan), other.fingerprint(&plan));
    /// # Ok::<(), govplan_core::TokenError>(())
    /// ```
    #[must_use]
    pub fn fingerprint(&self, plan: &PlanId) -> String {
        fingerprint(plan, &self.code, self.subject.as_deref(), self.found.as_deref(), &self.message)
    }
}

fn fingerprint(
    plan: &PlanId,
    code: &RuleCode,
    subject: Option<&str>,
    found: Option<&str>,
    message: &Message,
) -> String {
    // The message counts only where nothing else says what it is about; its numbers are places and counts.
    let said = match (subject, found) {
        (None, None) => without_numbers(&message.en),
        _ => String::new(),
    };
    let mut hash = Sha256::new();
    for part in [code.as_str(), plan.as_str(), subject.unwrap_or_default(), found.unwrap_or_default(), said.as_str()] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let mut text = String::new();
    for byte in hash.finalize().iter().take(16) {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// A text with `0` for every run of digits.
fn without_numbers(text: &str) -> String {
    let mut rest = String::new();
    for character in text.chars() {
        match character {
            '0'..='9' if rest.ends_with('0') => {}
            '0'..='9' => rest.push('0'),
            _ => rest.push(character),
        }
    }
    rest
}

impl Baseline {
    /// Reads what a check wrote as JSON or as JSON Lines.
    ///
    /// # Errors
    /// What is neither: something that is no finding, or names no plan.
    pub fn from_json(json: &[u8]) -> Result<Self, BaselineError> {
        let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
        let mut baseline = Self::default();
        let is_list = json.trim_ascii_start().starts_with(b"[");
        let values = if is_list {
            let whole = serde_json::from_slice::<Vec<Value>>(json).map_err(|error| wrong(1, &error))?;
            whole.into_iter().map(Ok).collect()
        } else {
            serde_json::Deserializer::from_slice(json).into_iter::<Value>().collect::<Vec<_>>()
        };
        let mut number = 0;
        for value in values {
            let value = value.map_err(|error| wrong(number + 1, &error))?;
            let plan = value.get("plan").cloned().unwrap_or_default();
            let plan = PlanId::deserialize(plan).map_err(|error| BaselineError {
                number: number + 1,
                detail: format!("it names no plan ({error}), expected what `check` wrote as JSON or JSON Lines"),
            })?;
            let findings = match value.get("findings").and_then(Value::as_array) {
                Some(findings) => findings.iter().collect(),
                None => vec![&value],
            };
            for finding in findings {
                number += 1;
                let known = Known::deserialize(finding).map_err(|error| wrong(number, &error))?;
                baseline.add(&plan, known);
            }
        }
        Ok(baseline)
    }

    fn add(&mut self, plan: &PlanId, known: Known) {
        let Known { code, message, pointer, subject, found } = known;
        let fingerprint = fingerprint(plan, &code, subject.as_deref(), found.as_deref(), &message);
        *self.known.entry(fingerprint).or_default().entry(pointer).or_default() += 1;
    }

    /// The findings of a plan that were not there before.
    ///
    /// Of several that are alike, as many are new as there are more of them now: first those go that stand where one stood.
    /// What was there is used up, so that a plan that stands twice does not hide behind itself.
    #[must_use]
    pub fn new_findings(&mut self, plan: &Plan, findings: Vec<Finding>) -> Vec<Finding> {
        let marked: Vec<(Finding, String)> = findings
            .into_iter()
            .map(|finding| (finding.fingerprint(&plan.id), finding))
            .map(|(key, f)| (f, key))
            .collect();
        let mut elsewhere = Vec::new();
        for (finding, fingerprint) in marked {
            let stands = self.known.get_mut(&fingerprint).and_then(|known| known.get_mut(&finding.pointer));
            let was_there = stands.is_some_and(take_one);
            elsewhere.push((finding, fingerprint, was_there));
        }
        let mut new = Vec::new();
        for (finding, fingerprint, was_there) in elsewhere {
            let mut moved = self.known.get_mut(&fingerprint).into_iter().flat_map(BTreeMap::values_mut);
            if !was_there && !moved.any(take_one) {
                new.push(finding);
            }
        }
        new
    }
}

fn take_one(count: &mut usize) -> bool {
    let is_some = *count > 0;
    *count = count.saturating_sub(1);
    is_some
}

fn wrong(number: usize, error: &serde_json::Error) -> BaselineError {
    BaselineError { number, detail: format!("{error}, expected what `check` wrote as JSON or JSON Lines") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn finding(found: &str, pointer: &str) -> Finding {
        Finding {
            found: Some(found.to_owned()),
            pointer: Some(pointer.to_owned()),
            ..crate::reading::UNREAD_ROW.finding(Message::new("一", "one"))
        }
    }

    fn left(baseline: &Value, findings: &[Finding]) -> Vec<String> {
        let plan = Plan::new("计划".parse().unwrap());
        let mut baseline = Baseline::from_json(baseline.to_string().as_bytes()).unwrap();
        let new = baseline.new_findings(&plan, findings.to_vec());
        new.into_iter().filter_map(|finding| finding.pointer).collect()
    }

    #[test]
    fn only_what_is_new_is_left_wherever_the_rest_has_moved() {
        let before = json!([{"plan": "计划", "findings": [finding("甲", "/a"), finding("甲", "/b")]}]);
        assert_eq!(left(&before, &[finding("甲", "/b"), finding("甲", "/z")]), [""; 0]);
        assert_eq!(left(&before, &[finding("甲", "/z"), finding("甲", "/a"), finding("甲", "/b")]), ["/z"]);
        assert_eq!(left(&before, &[finding("乙", "/a")]), ["/a"]);
        let other = json!([{"plan": "别的", "findings": [finding("甲", "/a")]}]);
        assert_eq!(left(&other, &[finding("甲", "/a")]), ["/a"]);
    }

    #[test]
    fn lines_are_read_like_a_list_and_rubbish_is_refused() {
        let mut line = serde_json::to_value(finding("甲", "/a")).unwrap();
        line["plan"] = json!("计划");
        assert_eq!(left(&line, &[finding("甲", "/a")]), [""; 0]);
        assert_eq!(Baseline::from_json(b""), Ok(Baseline::default()));
        for rubbish in ["{", "[1]", "{\"plan\":\"p\"}", "[{\"findings\":[]}]", "{\"plan\":\"p\",\"code\":\"X\"}"] {
            assert!(Baseline::from_json(rubbish.as_bytes()).is_err(), "{rubbish}");
        }
    }
}
