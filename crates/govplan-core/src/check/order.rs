use crate::{Finding, RuleCode};

/// The parts of a plan in the order of the model; a finding about the whole stands before them all.
const PARTS: [&str; 9] = ["title", "head", "period", "basis", "directives", "units", "sections", "rules", "source"];

/// Part of a pointer: the place of a plan's part, a field, or an index, which orders by number.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step<'f> {
    Part(usize),
    Index(u64),
    Field(&'f str),
}

/// Where a computed finding stands among the others: by pointer, then by code.
pub(super) fn key(finding: &Finding) -> (Vec<Step<'_>>, &RuleCode) {
    let pointer = finding.pointer.as_deref().unwrap_or_default();
    let steps = pointer.split('/').skip(1).enumerate().map(|(depth, step)| match step.parse() {
        Ok(index) => Step::Index(index),
        Err(_) if depth == 0 => Step::Part(PARTS.iter().position(|part| *part == step).unwrap_or(PARTS.len())),
        Err(_) => Step::Field(step),
    });
    (steps.collect(), &finding.code)
}

/// Computed findings in their order; those of one pointer and code stay as they are.
pub(super) fn ordered(findings: Vec<Finding>) -> Vec<Finding> {
    let mut order: Vec<usize> = (0..findings.len()).collect();
    order.sort_by_cached_key(|index| findings.get(*index).map(key));
    let mut findings: Vec<Option<Finding>> = findings.into_iter().map(Some).collect();
    order.into_iter().filter_map(|index| findings.get_mut(index)?.take()).collect()
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
