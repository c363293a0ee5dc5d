use super::numbering_gap::{gap, hidden, is_hidden, out_of_order};
use super::numbering_repeat::repeat;
use super::numeral::{Numeral, Series};
use crate::check::{Context, Rule};
use crate::{Finding, Message, Place, Related};
use std::collections::BTreeMap;

/// Most levels over which a numbering is taken to run on: task, section and two above.
const LEVELS: usize = 4;

/// A part of the plan with a number.
pub(super) struct Numbered<'c> {
    pub(super) label: &'c str,
    pub(super) pointer: &'c str,
    pub(super) place: Option<&'c Place>,
    numeral: Numeral<'c>,
}

impl Numbered<'_> {
    fn is_requirement(&self) -> bool {
        self.pointer.contains("/requirements/")
    }
}

/// What is wrong with a number.
enum Fault<'c> {
    /// Numbers are left out before it.
    Gap {
        /// The first of them.
        expected: Option<String>,
        /// How many they are.
        missing: u32,
        /// The item of the highest number before them.
        above: Option<&'c Numbered<'c>>,
    },
    /// It comes after a higher one.
    OutOfOrder(&'c Numbered<'c>),
    /// It was used before.
    Repeat(&'c Numbered<'c>),
}

/// What two rules say of the numbers of a plan.
pub(in crate::check) fn number_findings(context: &Context<'_>) -> Vec<Finding> {
    let hidden = hidden(context);
    findings(context, |item, fault| match fault {
        Fault::Gap { missing, above, .. } if is_hidden(&hidden, item, *above, *missing) => None,
        Fault::Gap { expected, .. } => Some(gap(item, expected.clone())),
        Fault::OutOfOrder(highest) => Some(out_of_order(item, highest)),
        Fault::Repeat(first) => Some(repeat(item, first)),
    })
}

/// What one of the rules says of them.
pub(super) fn of_rule(context: &Context<'_>, rule: &Rule) -> Vec<Finding> {
    context.number_findings().iter().filter(|finding| finding.code.as_str() == rule.code).cloned().collect()
}

/// Everything wrong with the numbers of directives, sections, tasks and requirements.
///
/// A numbering runs on over the plan or starts anew in each part at some level above; that of the requirements may go on
/// where the tasks' leaves off. For each series of numbers the reading with the fewest faults holds.
fn findings(context: &Context<'_>, finding: impl Fn(&Numbered<'_>, &Fault<'_>) -> Option<Finding>) -> Vec<Finding> {
    let directives = context.directives.iter().filter_map(|d| numbered(&d.item.label, &d.pointer, &d.item.place));
    let sections = context.sections.iter().filter_map(|s| numbered(&s.item.label, &s.pointer, &s.item.place));
    let strands: [Vec<Numbered<'_>>; 3] = [directives.collect(), sections.collect(), work(context)];

    let mut findings = Vec::new();
    for strand in &strands {
        let mut all: BTreeMap<Series<'_>, Vec<&Numbered<'_>>> = BTreeMap::new();
        for item in strand {
            all.entry(item.numeral.series).or_default().push(item);
        }
        let faults = all.values().flat_map(|items| {
            let mut faults = fewest_faults(items);
            let gaps = faults.iter().filter(|(_, fault)| matches!(fault, Fault::Gap { .. })).count();
            // Numbers with gaps nearly everywhere are those of a longer list, of which this is an extract.
            if gaps * 2 > items.len() {
                faults.retain(|(_, fault)| !matches!(fault, Fault::Gap { .. }));
            }
            faults
        });
        findings.extend(faults.filter_map(|(item, fault)| finding(item, &fault)));
    }
    findings
}

/// The numbered tasks, each with its numbered requirements after it.
fn work<'c>(context: &'c Context<'_>) -> Vec<Numbered<'c>> {
    let mut items: Vec<Numbered<'c>> = Vec::new();
    let mut requirements = context.requirements.iter();
    for task in &context.tasks {
        items.extend(numbered(&task.item.label, &task.pointer, &task.item.place));
        let own = requirements.by_ref().take(task.item.requirements.len());
        let own = own.filter_map(|r| numbered(&r.item.label, &r.pointer, &r.item.place));
        let mut own: Vec<_> = own.collect();
        // A clause with several phrases of responsibility is several requirements of one number.
        own.dedup_by(|next, one| next.label == one.label && is_one_clause(one.place, next.place));
        items.extend(own);
    }
    items
}

/// Whether two requirements of one number may be parts of one clause: not where each begins a paragraph of its own.
fn is_one_clause(one: Option<&Place>, other: Option<&Place>) -> bool {
    let paragraph =
        |place: &Place| (place.table.is_none() && place.sheet.is_none()).then_some((place.line, place.paragraph));
    let (Some(one), Some(other)) = (one.and_then(paragraph), other.and_then(paragraph)) else { return true };
    one == other
}

/// A finding about a number, with the other one that it disagrees with.
pub(super) fn finding_at(
    rule: &'static Rule,
    item: &Numbered<'_>,
    other: Option<&Numbered<'_>>,
    message: Message,
) -> Finding {
    let related = other
        .map(|other| Related::new(Some(other.pointer.to_owned()), other.place.cloned(), Some(other.label.to_owned())));
    Finding {
        pointer: Some(format!("{}/label", item.pointer)),
        place: item.place.cloned(),
        subject: Some(item.label.to_owned()),
        found: Some(item.label.to_owned()),
        related: related.into_iter().collect(),
        ..rule.finding(message)
    }
}

fn numbered<'c>(label: &'c Option<String>, pointer: &'c str, place: &'c Option<Place>) -> Option<Numbered<'c>> {
    let label = label.as_deref()?;
    Some(Numbered { label, pointer, place: place.as_ref(), numeral: Numeral::read(label)? })
}

/// The pointer of the part so many levels above.
fn above(pointer: &str, levels: usize) -> &str {
    let end = pointer.rmatch_indices('/').nth(2 * levels - 1).map_or(0, |(at, _)| at);
    pointer.get(..end).unwrap_or_default()
}

/// The faults of one series by the reading that leaves the fewest.
fn fewest_faults<'c>(items: &[&'c Numbered<'c>]) -> Vec<(&'c Numbered<'c>, Fault<'c>)> {
    let (requirements, others): (Vec<_>, Vec<_>) = items.iter().partition(|item| item.is_requirement());
    let mut apart = fewest_faults_of_one_kind(&others);
    apart.extend(fewest_faults_of_one_kind(&requirements));
    if requirements.is_empty() || others.is_empty() {
        return apart;
    }
    let together = faults(items, |_| ("", 0));
    if together.len() < apart.len() { together } else { apart }
}

fn fewest_faults_of_one_kind<'c>(items: &[&'c Numbered<'c>]) -> Vec<(&'c Numbered<'c>, Fault<'c>)> {
    // Of readings that are equally good the widest holds.
    let mut readings = (1..=LEVELS)
        .rev()
        .map(|levels| faults(items, |item| (above(item.pointer, levels), item.pointer.matches('/').count())));
    let Some(mut fewest) = readings.next() else { return Vec::new() };
    while !fewest.is_empty()
        && let Some(faults) = readings.next()
    {
        if faults.len() < fewest.len() {
            fewest = faults;
        }
    }
    fewest
}

/// The faults where the numbers of each part start anew.
fn faults<'c>(
    items: &[&'c Numbered<'c>],
    part: impl Fn(&Numbered<'c>) -> (&'c str, usize),
) -> Vec<(&'c Numbered<'c>, Fault<'c>)> {
    let mut runs: BTreeMap<(&str, usize), Run<'_>> = BTreeMap::new();
    for item in items {
        runs.entry(part(item)).or_default().first.entry(item.numeral.value).or_insert(item);
    }
    let mut faults = Vec::new();
    for item in items {
        let Some(run) = runs.get_mut(&part(item)) else { continue };
        faults.extend(run.fault(item).map(|fault| (*item, fault)));
        run.highest = run.highest.filter(|highest| highest.numeral.value >= item.numeral.value).or(Some(item));
    }
    faults
}

/// Numbers that count on from each other.
#[derive(Default)]
struct Run<'c> {
    /// The first item of each value.
    first: BTreeMap<u32, &'c Numbered<'c>>,
    /// The item of the highest value so far.
    highest: Option<&'c Numbered<'c>>,
}

impl<'c> Run<'c> {
    fn fault(&self, item: &'c Numbered<'c>) -> Option<Fault<'c>> {
        let Numeral { value, series } = item.numeral;
        let first = self.first.get(&value).copied()?;
        if !std::ptr::eq(first, item) {
            return Some(Fault::Repeat(first));
        }
        if let Some(highest) = self.highest.filter(|highest| value < highest.numeral.value) {
            return Some(Fault::OutOfOrder(highest));
        }
        let mut expected = match self.highest {
            Some(highest) => highest.numeral.value.saturating_add(1),
            // A plan may be the second attachment or the third part of something larger.
            None if series.has_words() => value,
            None => 1,
        };
        // Numbers that come later are not left out, they are out of order.
        for there in self.first.range(expected.min(value)..value).map(|(there, _)| *there) {
            if there != expected {
                break;
            }
            expected += 1;
        }
        let missing = value.saturating_sub(expected);
        (missing > 0).then(|| Fault::Gap { expected: series.label(expected), missing, above: self.highest })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Plan, Requirement, Section, SectionId, Task};

    /// The faults of the labels of tasks, given section by section.
    fn faults_of(sections: &[&[&str]]) -> Vec<String> {
        let mut plan = Plan::new("计划".parse().unwrap());
        for (n, labels) in sections.iter().enumerate() {
            let mut section = Section::new(SectionId::top(n + 1));
            for (n, label) in labels.iter().enumerate() {
                let mut task = Task::new(section.id.task(n + 1));
                task.label = Some((*label).to_owned());
                section.tasks.push(task);
            }
            plan.sections.push(section);
        }
        said(&plan)
    }

    fn said(plan: &Plan) -> Vec<String> {
        let context = Context::usual(plan);
        let said = std::cell::RefCell::new(Vec::new());
        findings(&context, |item, fault| {
            said.borrow_mut().push(match fault {
                Fault::Gap { expected, .. } => {
                    format!("{} for {}", item.label, expected.as_deref().unwrap_or_default())
                }
                Fault::OutOfOrder(highest) => format!("{} after {}", item.label, highest.label),
                Fault::Repeat(first) => format!("{} as {}", item.label, first.pointer),
            });
            None
        });
        said.into_inner()
    }

    #[test]
    fn numbers_run_on_or_start_anew() {
        let cases: [(&[&[&str]], &[&str]); 13] = [
            (&[&["1", "2", "3"], &["4", "5"], &["6"]], &[]),
            (&[&["一", "二"], &["一", "二", "三"]], &[]),
            (&[&["1.1", "1.2"], &["2.1", "2.2"]], &[]),
            (&[&["1", "2", "3"], &["5", "6"]], &["5 for 4"]),
            (&[&["一", "三"], &["一", "二"]], &["三 for 二"]),
            (&[&["1", "2", "2", "3"]], &["2 as /sections/0/tasks/1"]),
            (&[&["1", "3", "2", "4"]], &["2 after 3"]),
            (&[&["（一）", "（四）"]], &["（四） for （二）"]),
            (&[&["①", "③", "④"]], &["③ for ②"]),
            (&[&["总则", "附则"], &["", "说明"]], &[]),
            (&[&["2", "3"], &["1", "2"]], &["2 for 1"]),
            (&[&["附件2", "附件4"]], &["附件4 for 附件3"]),
            (&[&["4294967295", "1"]], &["4294967295 for 2", "1 after 4294967295"]),
        ];
        for (sections, expected) in cases {
            assert_eq!(faults_of(sections), expected, "{sections:?}");
        }
    }

    #[test]
    fn one_clause_may_be_several_requirements() {
        let mut plan = Plan::new("计划".parse().unwrap());
        let mut section = Section::new(SectionId::top(1));
        let mut task = Task::new(section.id.task(1));
        for (n, label) in ["1", "1", "2", "1"].into_iter().enumerate() {
            let mut requirement = Requirement::new(task.id.requirement(n + 1), "抓好落实。");
            requirement.label = Some(label.to_owned());
            task.requirements.push(requirement);
        }
        section.tasks.push(task);
        plan.sections.push(section);
        assert_eq!(said(&plan), ["1 as /sections/0/tasks/0/requirements/0"]);

        plan.sections[0].tasks[0].requirements.pop();
        let mut next = Task::new(plan.sections[0].id.task(2));
        next.label = Some("3".to_owned());
        plan.sections[0].tasks.push(next);
        assert_eq!(said(&plan), [""; 0], "tasks and requirements may share one numbering");
    }
}
