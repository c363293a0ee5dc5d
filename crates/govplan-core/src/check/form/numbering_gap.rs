use super::numbering::{Numbered, finding_at, of_rule};
use crate::check::basis::official_format;
use crate::check::reading::HIDDEN_CONTENT;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Message, Place, Severity};
use std::num::NonZeroU32;

pub(in crate::check) static NUMBERING_GAP: Rule = Rule {
    code: "GP203",
    name: "numbering-gap",
    severity: Severity::Warning,
    layer: Layer::Form,
    summary: RuleText { zh: "序号不连续", en: "a number is left out or out of order" },
    explanation: RuleText {
        zh: "部分、任务、要求、通知事项的序号应当从一起依次编排；序号可以在每个部分重新开始，也可以全文连续，按较相符的一种判断；所缺的序号在隐藏的表格行中的，由GP013提示",
        en: "numbers of sections, tasks, requirements and directives count on from one; they may start anew in each part or run through the plan, whichever fits better; numbers that stand in hidden rows of a table are said by GP013",
    },
    rationale: RuleText {
        zh: "缺号可能是漏读、漏排了一项任务，也使按序号引用出错",
        en: "a missing number may be a task lost in print or in reading, and what is cited by number goes wrong",
    },
    failing: r#"{"sections": [{"id": "s1", "label": "一", "paragraphs": ["总体要求"]}, {"id": "s2", "label": "三", "paragraphs": ["工作安排"]}]}"#,
    passing: r#"{"sections": [{"id": "s1", "label": "一", "paragraphs": ["总体要求"]}, {"id": "s2", "label": "二", "paragraphs": ["工作安排"]}]}"#,
    legal_basis: Some(official_format("7.3.3")),
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    of_rule(context, &NUMBERING_GAP)
}

/// Table and row of each place where the document hides a row.
pub(super) fn hidden(context: &Context<'_>) -> Vec<Row> {
    let findings = context.plan.findings.iter().filter(|finding| finding.code.as_str() == HIDDEN_CONTENT.code);
    let places = findings.flat_map(|finding| {
        let related = finding.related.iter().filter_map(|related| related.place.as_ref());
        finding.place.iter().chain(related)
    });
    // A hidden cell or passage has a column; a workbook's rows are read though they are hidden.
    places.filter(|place| place.column.is_none()).filter_map(row).collect()
}

/// A table and a row of it.
pub(super) type Row = (NonZeroU32, NonZeroU32);

fn row(place: &Place) -> Option<Row> {
    place.table.zip(place.row)
}

/// Whether as many rows as numbers are missing are hidden between an item and the one above it.
pub(super) fn is_hidden(hidden: &[Row], item: &Numbered<'_>, above: Option<&Numbered<'_>>, missing: u32) -> bool {
    let Some(here) = item.place.and_then(row) else { return false };
    let above = above.and_then(|above| above.place).and_then(row);
    let between = hidden.iter().filter(|row| **row <= here && above.is_none_or(|above| above < **row));
    u32::try_from(between.count()).is_ok_and(|rows| rows >= missing)
}

pub(super) fn gap(item: &Numbered<'_>, expected: Option<String>) -> Finding {
    let label = item.label;
    let message = match &expected {
        Some(expected) => Message::new(
            format!("序号`{label}`处应为`{expected}`；请补上所缺事项或顺次改号"),
            format!("number `{label}` stands where `{expected}` was expected; add what is missing or number anew"),
        ),
        None => Message::new(
            format!("序号`{label}`之前有缺号；请补上所缺事项或顺次改号"),
            format!("numbers are left out before `{label}`; add what is missing or number anew"),
        ),
    };
    Finding { expected, ..finding_at(&NUMBERING_GAP, item, None, message) }
}

pub(super) fn out_of_order(item: &Numbered<'_>, highest: &Numbered<'_>) -> Finding {
    let (label, above) = (item.label, highest.label);
    let message = Message::new(
        format!("序号`{label}`排在`{above}`之后；请依次编排"),
        format!("number `{label}` stands after `{above}`, expected before it; number in order"),
    );
    finding_at(&NUMBERING_GAP, item, Some(highest), message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Plan, Requirement, Section, SectionId, Task};

    #[test]
    fn a_number_in_a_hidden_row_is_not_missing() {
        let found = |rows: &[usize]| {
            let mut plan = Plan::new("计划".parse().unwrap());
            let mut section = Section::new(SectionId::top(1));
            let mut task = Task::new(section.id.task(1));
            for (n, label) in ["1", "2", "4", "5"].into_iter().enumerate() {
                let mut requirement = Requirement::new(task.id.requirement(n + 1), "抓好落实。");
                requirement.label = Some(label.to_owned());
                requirement.place = Some(Place::in_table(1, n + 2, 3));
                task.requirements.push(requirement);
            }
            section.tasks.push(task);
            plan.sections.push(section);
            plan.findings = rows
                .iter()
                .map(|row| {
                    let place = Some(Place { column: None, ..Place::in_table(1, *row, 1) });
                    Finding { place, ..HIDDEN_CONTENT.finding(Message::new("隐藏", "hidden")) }
                })
                .collect();
            check(&Context::usual(&plan)).len()
        };
        assert_eq!(found(&[]), 1);
        assert_eq!(found(&[4]), 0, "the row that stands in its stead is that of 4");
        assert_eq!(found(&[3]), 1, "hidden above 2");
        assert_eq!(found(&[5]), 1, "hidden below 4");
    }
}
