use crate::check::{Context, Layer, Rule, RuleText};
use crate::organ::table;
use crate::{Finding, Message, Place, Section, Severity};
use std::collections::BTreeSet;

pub(in crate::check) static TASK_TOTAL: Rule = Rule {
    code: "GP610",
    name: "task-total",
    severity: Severity::Warning,
    layer: Layer::Coherence,
    summary: RuleText {
        zh: "所说的任务总数与实有的不符", en: "the number of tasks stated is not the number there"
    },
    explanation: RuleText {
        zh: "通知事项或部分的段落说“共分解为12项任务”，而部分、任务、要求的数目（全文的或该部分的）没有一个是12；附件不止一个的不检查",
        en: "a directive or a paragraph of a section says how many tasks there are (共分解为12项任务), and neither the sections, tasks or requirements of the plan nor those of the section come to it; nothing is said where there are several attachments",
    },
    rationale: RuleText {
        zh: "数目对不上，可能漏了一项任务，也可能改稿后没有改数",
        en: "a task may have been lost, or the number was not changed with the draft",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "本方案共分解为3项任务，请认真落实。"}], "sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "编制目录。"}]}, {"id": "s1.t2", "requirements": [{"id": "s1.t2.r1", "text": "组织培训。"}]}]}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "本方案共分解为2项任务，请认真落实。"}], "sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "编制目录。"}]}, {"id": "s1.t2", "requirements": [{"id": "s1.t2.r1", "text": "组织培训。"}]}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

const WORDS: &str = include_str!("../../../data/total_words_in_text.csv");

/// Most characters between the measure word and the noun (12项“民生实事”目标任务).
const BETWEEN: usize = 8;

fn check(context: &Context<'_>) -> Vec<Finding> {
    let plan = context.plan;
    if plan.head.attachments.len() > 1 || context.tasks.is_empty() {
        return Vec::new();
    }
    let mut counts: BTreeSet<usize> = BTreeSet::new();
    counts.extend([plan.sections.len(), context.sections.len(), context.tasks.len(), context.requirements.len()]);
    let mut findings = Vec::new();
    for (index, paragraph) in plan.preamble.iter().enumerate() {
        let pointer = format!("/preamble/{index}/text");
        findings.extend(finding(context, &counts, pointer, paragraph.place.as_ref(), &paragraph.text));
    }
    for directive in &context.directives {
        let pointer = format!("{}/text", directive.pointer);
        findings.extend(finding(context, &counts, pointer, directive.item.place.as_ref(), &directive.item.text));
    }
    for section in &context.sections {
        let mut counts = counts.clone();
        counts.extend(counts_of(section.item));
        for (index, paragraph) in section.item.paragraphs.iter().enumerate() {
            let pointer = format!("{}/paragraphs/{index}", section.pointer);
            findings.extend(finding(context, &counts, pointer, section.item.place.as_ref(), paragraph));
        }
    }
    findings
}

/// How many parts a section holds, by each way of counting.
fn counts_of(section: &Section) -> [usize; 5] {
    let below = section.sections.iter().map(|section| section.tasks.len()).sum();
    let requirements = section.tasks.iter().map(|task| task.requirements.len()).sum();
    [section.sections.len(), section.tasks.len(), below, section.tasks.len() + below, requirements]
}

fn finding(
    context: &Context<'_>,
    counts: &BTreeSet<usize>,
    pointer: String,
    place: Option<&Place>,
    text: &str,
) -> Option<Finding> {
    let (printed, total) = total(text)?;
    if counts.contains(&total) {
        return None;
    }
    let (tasks, requirements) = (context.tasks.len(), context.requirements.len());
    let message = Message::new(
        format!("文中说`{printed}`，实有任务{tasks}项、要求{requirements}项；请核对是否有遗漏"),
        format!(
            "the text says `{printed}`, and there are {tasks} tasks and {requirements} requirements; see whether one is missing"
        ),
    );
    Some(Finding {
        pointer: Some(pointer),
        place: place.cloned(),
        expected: Some(tasks.to_string()),
        found: Some(total.to_string()),
        ..TASK_TOTAL.finding(message)
    })
}

/// The words of one kind.
fn words(kind: &'static str) -> impl Iterator<Item = &'static str> {
    table(WORDS).filter_map(move |row| match row[..] {
        [place, word] if place == kind => Some(word),
        _ => None,
    })
}

/// The number of tasks that a text says there are, and its words.
fn total(text: &str) -> Option<(&str, usize)> {
    let mut from = 0;
    while let Some(start) = text.get(from..)?.find(is_numeral).map(|at| from + at) {
        let after = text.get(start..)?;
        let end = start + after.find(|character| !is_numeral(character)).unwrap_or(after.len());
        from = end;
        let before = text.get(..start)?.trim_end();
        let rest = text.get(end..)?.trim_start();
        let Some(rest) = words("measure").find_map(|measure| rest.strip_prefix(measure)) else { continue };
        let near = rest.char_indices().nth(BETWEEN + 2).map_or(rest, |(at, _)| rest.get(..at).unwrap_or_default());
        let near = near.split(['，', '。', '、', '；', '（']).next().unwrap_or_default();
        let noun = words("noun").filter_map(|noun| near.find(noun).map(|at| at + noun.len())).max();
        let (Some(noun), true) = (noun, is_total(before)) else { continue };
        let number = number(text.get(start..end)?)?;
        return Some((text.get(start..text.len() - rest.len() + noun)?, number));
    }
    None
}

/// Whether what stands before a number makes it a total: 共, or a sentence that issues the plan (现将…).
fn is_total(before: &str) -> bool {
    let sentence = before.rsplit(['，', '。', '；', '、']).next().unwrap_or_default();
    words("before").any(|word| before.ends_with(word)) || words("issuing").any(|word| sentence.starts_with(word))
}

fn is_numeral(character: char) -> bool {
    character.is_ascii_digit() || "一二三四五六七八九十百".contains(character)
}

/// A number under a thousand, in digits or in Chinese numerals.
fn number(text: &str) -> Option<usize> {
    if text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok();
    }
    let (mut sum, mut pending) = (0_usize, None);
    for character in text.chars().take(6) {
        let unit = match character {
            '百' => 100,
            '十' => 10,
            digit => {
                pending = Some("一二三四五六七八九".chars().position(|other| other == digit)? + 1);
                continue;
            }
        };
        sum += pending.take().unwrap_or(1) * unit;
    }
    Some(sum + pending.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_totals_of_the_plan_are_read() {
        for (text, expected) in [
            ("本方案共分解为12项任务。", Some(("12项任务", 12))),
            ("梳理出二十三项重点工作任务", Some(("二十三项重点工作任务", 23))),
            ("现确定 10 件民生实事，请抓好落实", Some(("10 件民生实事", 10))),
            ("全年共完成12项", None),
            ("每年完成10项任务", None),
            ("现把2016年12项“民生实事”目标任务印发", Some(("12项“民生实事”目标任务", 12))),
            ("共收到人大建议25件", None),
            ("共5项，其中任务2项", None),
            ("共2019项任务", None),
        ] {
            assert_eq!(total(text), expected, "{text}");
        }
        assert_eq!(
            [number("十"), number("二十"), number("一百二十三"), number("三")],
            [Some(10), Some(20), Some(123), Some(3)]
        );
    }

    #[test]
    fn a_section_may_count_its_own() {
        let mut plan =
            super::super::same_text::plan_of(&[&[("编制目录。", "办公室", "")], &[("组织培训。", "办公室", ""); 4]]);
        for (words, expected) in [("共4项任务", 0), ("共2项任务", 0), ("共5项任务", 0), ("共7项任务", 1)]
        {
            plan.sections[1].paragraphs = vec![words.to_owned()];
            assert_eq!(check(&Context::usual(&plan)).len(), expected, "{words}");
        }
        plan.head.attachments = vec!["附表一".to_owned(), "附表二".to_owned()];
        assert_eq!(check(&Context::usual(&plan)), []);
    }
}
