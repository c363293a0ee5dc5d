use crate::check::{Context, Layer, Rule, RuleText, excerpt, reading};
use crate::{Finding, Located, Message, Related, Requirement, Severity};
use std::collections::BTreeMap;

pub(in crate::check) static HEADLESS_COLUMN: Rule = Rule {
    code: "GP110",
    name: "headless-column",
    severity: Severity::Note,
    layer: Layer::Structure,
    summary: RuleText { zh: "表格有一列没有表头", en: "a column of the table has no header" },
    explanation: RuleText {
        zh: "`cells` 中以列号为名的内容出自没有表头的列；每列提示一次，列出各行",
        en: "what stands in `cells` under a number comes of a column without a header; said once for a column, with its rows",
    },
    rationale: RuleText {
        zh: "没有表头就不知道这一列是任务、单位还是时限",
        en: "without a header nobody can tell whether the column is work, organs or time",
    },
    failing: r#"{"sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "公开重大决策。", "cells": {"4": "9月"}}]}]}]}"#,
    passing: r#"{"sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "公开重大决策。", "cells": {"备注": "9月"}}]}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    // A row that does not fit the header has its own finding, and its cells go by number too.
    if context.plan.findings.iter().any(|finding| finding.code.as_str() == reading::UNREAD_ROW.code) {
        return Vec::new();
    }
    let mut columns: BTreeMap<&str, Vec<(&Located<'_, Requirement>, &str)>> = BTreeMap::new();
    for requirement in &context.requirements {
        let cells = requirement.item.cells.iter();
        for (column, cell) in cells.filter(|(column, cell)| is_number(column) && !cell.is_empty()) {
            columns.entry(column).or_default().push((requirement, cell));
        }
    }
    columns.iter().filter_map(|(column, rows)| finding(column, rows)).collect()
}

fn is_number(column: &str) -> bool {
    !column.is_empty() && column.bytes().all(|b| b.is_ascii_digit())
}

fn finding(column: &str, rows: &[(&Located<'_, Requirement>, &str)]) -> Option<Finding> {
    let pointer = |requirement: &Located<'_, Requirement>| format!("{}/cells/{column}", requirement.pointer);
    let ((first, cell), others) = rows.split_first()?;
    let (cell, count) = (excerpt(cell), rows.len());
    let message = Message::new(
        format!("第{column}列没有表头，内容如`{cell}`（共{count}行）；请补上表头"),
        format!("column {column} has no header and holds `{cell}` (rows: {count}); give it a header"),
    );
    let related = others.iter().map(|(requirement, cell)| {
        Related::new(Some(pointer(requirement)), requirement.item.place.clone(), Some(excerpt(cell)))
    });
    Some(Finding {
        pointer: Some(pointer(first)),
        place: first.item.place.clone(),
        subject: Some(column.to_owned()),
        found: Some(cell),
        related: related.collect(),
        ..HEADLESS_COLUMN.finding(message)
    })
}
