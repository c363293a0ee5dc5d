use crate::{Finding, RuleCode};

/// The parts of a plan in the order of the model; a finding about the whole stands before them all.
const PARTS: [&str; 9] = ["title", "head", "period", "basis", "directives", "units", "sections", "rules", "source"];

/// Part of a pointer: the place of a plan's part, a field, or an index, which orders by number.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    Part(usize),
    Index(u64),
    Field(String),
}

/// Where a computed finding stands among the others: by pointer, then by code.
pub(super) fn key(finding: &Finding) -> (Vec<Step>, RuleCode) {
    let pointer = finding.pointer.as_deref().unwrap_or_default();
    let steps = pointer.split('/').skip(1).enumerate().map(|(depth, step)| match step.parse() {
        Ok(index) => Step::Index(index),
        Err(_) if depth == 0 => Step::Part(PARTS.iter().position(|part| *part == step).unwrap_or(PARTS.len())),
        Err(_) => Step::Field(step.to_owned()),
    });
    (steps.collect(), finding.code.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Message;

    #[test]
    fn findings_follow_the_plan() {
        let pointers = [
            None,
            Some("/head"),
            Some("/directives/2"),
            Some("/units/0"),
            Some("/sections/2/tasks/9"),
            Some("/sections/10"),
        ];
        let findings = pointers.map(|pointer| Finding {
            pointer: pointer.map(str::to_owned),
            ..crate::reading::UNREAD_ROW.finding(Message::new("一", "one"))
        });
        assert!(findings.is_sorted_by_key(key));
    }
}
