use super::PrintedText;
use super::slip::{Slip, findings};
use crate::check::basis::punctuation;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::organ::table;
use crate::{Finding, Message, Severity};
use std::collections::BTreeSet;
use std::sync::LazyLock;

pub(in crate::check) static CUT_OFF_TEXT: Rule = Rule {
    code: "GP219",
    name: "cut-off-text",
    severity: Severity::Warning,
    layer: Layer::Form,
    summary: RuleText { zh: "文字没有说完", en: "a text that breaks off" },
    explanation: RuleText {
        zh: "正文以逗号、顿号或“以及”“及”一类的连词结尾；一条中有几处责任分工括号的，括号之前不在此列",
        en: "a body ends in a comma or in a conjunction such as 以及 or 及; before a phrase of responsibility, where the clause may go on behind it, it is left alone",
    },
    rationale: RuleText {
        zh: "后面的文字可能漏排或漏读，任务因此不完整",
        en: "what follows was lost in print or in reading, and the work is not all there",
    },
    failing: r#"{"directives": [{"id": "n1", "text": "建立公开台账，明确责任单位、"}]}"#,
    passing: r#"{"directives": [{"id": "n1", "text": "建立公开台账，明确责任单位、完成时限。"}]}"#,
    legal_basis: Some(punctuation("4.4、4.5")),
    schema_can_say: false,
    check: Some(check),
};

/// What no finished text ends in, with the characters that make another word of it.
static ENDINGS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let rows = table(include_str!("../../../data/unfinished_endings.csv"));
    rows.filter_map(|row| Some((*row.first()?, *row.get(1)?))).collect()
});

fn check(context: &Context<'_>) -> Vec<Finding> {
    let cut = cut_by_phrases(context);
    let find = |text: &PrintedText<'_>| if cut.contains(text.pointer.as_str()) { Vec::new() } else { slips(text) };
    findings(
        context,
        &CUT_OFF_TEXT,
        |traces| traces.open_end,
        find,
        |found, _| {
            Message::new(
                format!("文字到`{found}`就断了，没有说完；请补上后面的文字"),
                format!("the text breaks off at `{found}`, expected the rest of the sentence; add it"),
            )
        },
    )
}

/// The bodies from which a phrase of responsibility was taken: a clause with several of them goes on behind each.
fn cut_by_phrases(context: &Context<'_>) -> BTreeSet<String> {
    let requirements = context.requirements_with(|glance| glance.phrase);
    requirements.map(|requirement| format!("{}/text", requirement.pointer)).collect()
}

fn slips(text: &PrintedText<'_>) -> Vec<Slip> {
    let body = text.text.trim_end();
    let is_body = |_: &&(&str, &str)| {
        text.pointer.ends_with("/text") || text.pointer.ends_with("/intro") || text.pointer.contains("/paragraphs/")
    };
    let is_open = |(ending, unless): &&(&str, &str)| {
        let before = body.strip_suffix(*ending).and_then(|before| before.chars().next_back());
        before.is_some_and(|before| !unless.contains(before))
    };
    let ending = ENDINGS.iter().filter(is_body).find(is_open).map(|(ending, _)| ending);
    let slip = ending.map(|ending| Slip { range: body.len().saturating_sub(ending.len())..body.len(), mended: None });
    slip.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::super::slip::found_in;
    use super::*;
    use crate::{Assignment, Plan, Role, Section, SectionId, Task};
    use crate::{Origin, Requirement};

    #[test]
    fn a_text_may_end_without_a_full_stop_but_not_in_a_comma() {
        assert_eq!(found_in(check, "明确责任单位、")[0].0, "责任单位、");
        assert_eq!(found_in(check, "教育局、财政局以及 ").len(), 1);
        assert_eq!(found_in(check, "开发金融产品及").len(), 1);
        for text in ["加强宣传普及", "明确责任单位", "具体措施：", "明确责任；", "广泛参与", "饱和", "落实。"]
        {
            assert_eq!(found_in(check, text), [], "{text}");
        }
    }
    #[test]
    fn a_clause_may_go_on_behind_a_phrase_of_responsibility() {
        let mut plan = Plan::new("计划".parse().unwrap());
        let mut section = Section::new(SectionId::top(1));
        let mut task = Task::new(section.id.task(1));
        task.requirements.push(Requirement::new(task.id.requirement(1), "将肉类、蔬菜纳入追溯范围，"));
        section.tasks.push(task);
        plan.sections.push(section);
        assert_eq!(check(&Context::usual(&plan)).len(), 1);

        let mut assignment = Assignment::new("省商务厅", Role::Responsible);
        assignment.origin = Some(Origin::Phrase);
        plan.sections[0].tasks[0].requirements[0].assignments.push(assignment);
        assert_eq!(check(&Context::usual(&plan)), []);
    }
}
