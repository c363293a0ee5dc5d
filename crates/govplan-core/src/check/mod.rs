//! Checks of a plan: the registry of rules, code to rule, and one file a rule.
//!
//! Checks never change a plan and never print.

mod basis;
mod coherence;
mod context;
mod excerpt;
mod form;
mod glance;
mod law;
mod order;
pub mod reading;
mod registry;
mod responsibility;
mod rule;
mod structure;
mod time;
mod trace;
mod work;

pub use form::{JudgedNumber, NumberVerdict, punctuation_slips};
pub use registry::{rule, rules};
pub use rule::{Layer, Rule, RuleBasis, RuleText};

use crate::{Finding, Message, Plan, RegisterIndex, Severity};
use chrono::NaiveDate;
use context::{Context, Part};
use excerpt::excerpt;
use govplan_time::WorkingDays;
use hashbrown::HashSet;
use work::{Nth, Work};

/// What checks may depend on besides the plan.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct CheckSettings<'d> {
    /// The day on which the check is made, for rules about what is past.
    pub today: Option<NaiveDate>,
    /// The working days that rules about days off and periods go by.
    pub working_days: &'d WorkingDays,
    /// The most duties of one organ that are no overload; without it none is.
    pub most_duties: Option<usize>,
    /// The organs that units are held against; without it none is.
    pub register: Option<&'d RegisterIndex<'d>>,
}

impl CheckSettings<'static> {
    /// Settings for a check made on a day, with the working days that are built in.
    #[must_use]
    pub fn new(today: Option<NaiveDate>) -> Self {
        Self { today, working_days: WorkingDays::announced(), most_duties: None, register: None }
    }
}

impl Default for CheckSettings<'static> {
    /// Settings for a check made on no day in particular.
    fn default() -> Self {
        Self::new(None)
    }
}

impl Plan {
    /// Everything there is to say of the plan: what reading and interpretation said, in their order, then what the rules
    /// find, in the order of the plan and then of the codes. Nothing is said twice.
    ///
    /// ```
    /// use govplan_core::{CheckSettings, Plan, Unit, Collective, Closure};
    ///
    /// let mut plan = Plan::new("计划".parse()?);
    /// let mut unit = Unit::new("有关部门");
    /// unit.collective = Some(Collective::new(Closure::Open));
    /// plan.units.push(unit);
    ///
    /// let findings = plan.check(&CheckSettings::default());
    /// assert_eq!(findings[0].code.as_str(), "GP304");
    /// assert_eq!(findings[0].pointer.as_deref(), Some("/units/0"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn check(&self, settings: &CheckSettings<'_>) -> Vec<Finding> {
        let context = Context::new(self, settings);
        let found: Vec<Finding> = rules().filter_map(|rule| rule.check).flat_map(|check| check(&context)).collect();
        let mut findings: Vec<Finding> = self.findings.iter().cloned().chain(order::ordered(found)).collect();
        let mut are_new = are_new(&findings).into_iter();
        findings.retain(|_| are_new.next().unwrap_or(true));
        findings
    }
}

/// Of each finding, whether it is the first that says this of its place.
fn are_new(findings: &[Finding]) -> Vec<bool> {
    let mut said = HashSet::with_capacity(findings.len());
    let are_new = findings.iter().map(|Finding { code, pointer, place, message, .. }| {
        // By reference: most findings are new.
        said.insert((pointer, code, place, &message.en))
    });
    are_new.collect()
}

/// The first problem for which a plan cannot be taken at its word: an id or a name that stands twice, a reference that
/// leads nowhere.
pub(crate) fn structural_problem(plan: &Plan) -> Option<Finding> {
    let settings = CheckSettings::default();
    let context = Context::new(plan, &settings);
    let structure = rules().filter(|rule| rule.layer == Layer::Structure && rule.severity == Severity::Error);
    let problems = structure.filter_map(|rule| rule.check).flat_map(|check| check(&context));
    problems.min_by(|one, other| order::key(one).cmp(&order::key(other)))
}

/// The note for a field of a newer version of the format that was passed over.
pub(crate) fn unknown_field(pointer: &str, name: &str) -> Finding {
    let message = Message::new(
        format!("不认识字段`{name}`，已略过；请换用较新版本的 govplan 读取"),
        format!("field `{name}` is not known to this version and was passed over; a newer govplan reads it"),
    );
    Finding {
        // The plan itself has an empty pointer, and no text of a plan is empty.
        pointer: Some(pointer.to_owned()).filter(|pointer| !pointer.is_empty()),
        found: Some(name.to_owned()),
        ..reading::UNKNOWN_FIELD.finding(message)
    }
}

#[cfg(test)]
mod tests;
