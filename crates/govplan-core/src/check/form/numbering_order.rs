use super::numeral::Numeral;
use crate::check::basis::official_format;
use crate::check::{Context, Layer, Rule, RuleText};
use crate::{Finding, Located, Message, Place, Related, Section, Severity, Task};

pub(in crate::check) static NUMBERING_ORDER: Rule = Rule {
    code: "GP213",
    name: "numbering-order",
    severity: Severity::Warning,
    layer: Layer::Form,
    summary: RuleText { zh: "序号层次颠倒", en: "levels of numbering upside down" },
    explanation: RuleText {
        zh: "结构层次序数依次为“一、”“（一）”“1.”“（1）”；阿拉伯数字之下不应再用汉字数字，其后也不应从“一”重新编起；表格的序号列不在此列；全计划提示一次，列出各处",
        en: "levels are numbered 一、, （一）, 1., （1） in this order, so that no Chinese numerals stand below Arabic ones, nor begin to count behind them; numbers of the rows of a table are left alone; said once for a plan, with every place",
    },
    rationale: RuleText {
        zh: "层次颠倒使读者分不清谁属于谁，按序号引用也会出错",
        en: "the reader cannot tell which belongs to which, and what is cited by number goes wrong",
    },
    failing: r#"{"sections": [{"id": "s1", "label": "1", "tasks": [{"id": "s1.t1", "label": "一", "requirements": [{"id": "s1.t1.r1", "text": "公开重大决策。"}]}]}]}"#,
    passing: r#"{"sections": [{"id": "s1", "label": "一", "tasks": [{"id": "s1.t1", "label": "1", "requirements": [{"id": "s1.t1.r1", "text": "公开重大决策。"}]}]}]}"#,
    legal_basis: Some(official_format("7.3.3")),
    schema_can_say: false,
    check: Some(check),
};

/// A part that has a number, above or below another.
#[derive(Clone, Copy)]
struct Part<'c> {
    pointer: &'c str,
    label: &'c str,
    place: Option<&'c Place>,
}

impl<'c> Part<'c> {
    fn new(pointer: &'c str, label: Option<&'c String>, place: Option<&'c Place>) -> Option<Self> {
        // Rows of a table are counted, not numbered by level.
        let in_table = place.is_some_and(|place| place.table.is_some() || place.cell.is_some());
        label.filter(|_| !in_table).map(|label| Self { pointer, label, place })
    }
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut pairs: Vec<(Part<'_>, Part<'_>)> = Vec::new();
    let mut neighbours = context.tasks.iter();
    for section in &context.sections {
        let own: Vec<_> = neighbours.by_ref().take(section.item.tasks.len()).collect();
        let beside = own.windows(2).filter_map(|pair| match pair {
            [one, next] => of_task(one).zip(of_task(next)),
            _ => None,
        });
        let behind = own.windows(3).filter_map(|run| match run {
            // One number that stands twice is another rule's business, a second count is not.
            [one, next, after] => last_below(one)
                .zip(of_task(next))
                .filter(|_| after.item.label.as_deref().is_some_and(|label| is_number(label, 2))),
            _ => None,
        });
        pairs.extend(beside.chain(behind).filter(begins_anew).filter(is_upside_down));
    }
    let mut tasks = context.tasks.iter();
    let mut requirements = context.requirements.iter();
    for section in &context.sections {
        let Located { pointer, item: Section { label, place, tasks: own, .. } } = section;
        let above = Part::new(pointer, label.as_ref(), place.as_ref());
        for task in tasks.by_ref().take(own.len()) {
            let (middle, own) = (of_task(task), &task.item.requirements);
            pairs.extend(above.zip(middle).filter(is_upside_down));
            let below = requirements.by_ref().take(own.len());
            let below = below.filter_map(|r| Part::new(&r.pointer, r.item.label.as_ref(), r.item.place.as_ref()));
            pairs.extend(below.filter_map(|below| middle.zip(Some(below))).filter(is_upside_down));
        }
    }
    let Some(((above, below), others)) = pairs.split_first() else { return Vec::new() };
    let (upper, lower, count) = (above.label, below.label, pairs.len());
    let message = Message::new(
        format!(
            "序号`{lower}`排在`{upper}`之下（共{count}处），应依次用`一、`、`（一）`、`1.`、`（1）`；请重新编排层次"
        ),
        format!(
            "number `{lower}` stands below `{upper}` (places: {count}), expected `一、`, `（一）`, `1.`, `（1）` in this order; number the levels anew"
        ),
    );
    let related = others.iter().map(|(_, part)| {
        Related::new(Some(format!("{}/label", part.pointer)), part.place.cloned(), Some(part.label.to_owned()))
    });
    vec![Finding {
        pointer: Some(format!("{}/label", below.pointer)),
        place: below.place.cloned(),
        subject: Some(lower.to_owned()),
        found: Some(lower.to_owned()),
        related: related.collect(),
        ..NUMBERING_ORDER.finding(message)
    }]
}

fn of_task<'c>(task: &'c Located<'_, Task>) -> Option<Part<'c>> {
    Part::new(&task.pointer, task.item.label.as_ref(), task.item.place.as_ref())
}

/// The last requirement of a task.
fn last_below<'c>(task: &'c Located<'_, Task>) -> Option<Part<'c>> {
    let last = task.item.requirements.last()?;
    Part::new(&task.pointer, last.label.as_ref(), last.place.as_ref())
}

fn is_number(label: &str, value: u32) -> bool {
    Numeral::read(label).is_some_and(|numeral| numeral.value == value)
}

/// Whether the second of two neighbours begins to count, as if it stood below the first.
fn begins_anew((_, next): &(Part<'_>, Part<'_>)) -> bool {
    is_number(next.label, 1)
}

/// Whether Chinese numerals stand below Arabic ones; words around a number (附件1) make it one of another kind.
fn is_upside_down((above, below): &(Part<'_>, Part<'_>)) -> bool {
    let script = |part: &Part<'_>| Numeral::read(part.label).and_then(|numeral| numeral.series.plain_script());
    script(above) == Some("decimal") && script(below) == Some("chinese")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Plan, Requirement, SectionId};

    fn found(section: &str, task: &str, place: Option<Place>) -> usize {
        let mut plan = Plan::new("计划".parse().unwrap());
        let mut above = Section::new(SectionId::top(1));
        let mut below = Task::new(above.id.task(1));
        (above.label, below.label) = (Some(section.to_owned()), Some(task.to_owned()));
        above.place = place;
        above.tasks.push(below);
        plan.sections.push(above);
        check(&Context::usual(&plan)).len()
    }

    #[test]
    fn a_second_count_behind_an_arabic_number_is_found() {
        let found = |labels: [&str; 5]| {
            let mut plan = Plan::new("计划".parse().unwrap());
            let mut section = Section::new(SectionId::top(1));
            for (n, label) in labels.into_iter().enumerate() {
                let mut task = Task::new(section.id.task(n + 1));
                task.label = Some(label.to_owned());
                let mut requirement = Requirement::new(task.id.requirement(1), "抓好落实。");
                requirement.label = Some((n + 1).to_string());
                task.requirements.push(requirement);
                section.tasks.push(task);
            }
            plan.sections.push(section);
            check(&Context::usual(&plan)).len()
        };
        assert_eq!(found(["（一）", "（二）", "（三）", "（一）", "（二）"]), 1);
        assert_eq!(found(["（一）", "（二）", "（一）", "（三）", "（四）"]), 0);
        assert_eq!(found(["（一）", "（二）", "（三）", "（四）", "（五）"]), 0);
    }

    #[test]
    fn only_levels_that_are_upside_down_are_found() {
        assert_eq!(found("1", "一", None), 1);
        for (above, below) in [("一", "1"), ("一", "一"), ("1", "1"), ("附件1", "一"), ("第1部分", "一"), ("1", "①")]
        {
            assert_eq!(found(above, below, None), 0, "{above} {below}");
        }
        assert_eq!(found("1", "一", Some(Place::in_table(1, 2, 1))), 0);
    }
}
