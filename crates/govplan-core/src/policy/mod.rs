//! What those who run checks have settled: which rules, how grave, what is excepted and why, what was known before.

mod baseline;
mod config;
mod exception;
mod selector;

pub use baseline::{Baseline, BaselineError};
pub use config::{CheckConfig, SeveritySetting, Thresholds};
pub use exception::Exception;
pub use selector::{Selector, SelectorError};

use crate::{Finding, Plan, Rule, RuleCode};
use std::collections::BTreeMap;

/// Which findings count, and how much.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct CheckPolicy {
    /// Rules that are looked at; none named: all.
    pub select: Vec<Selector>,
    /// Rules that are not, even where they are selected.
    pub ignore: Vec<Selector>,
    /// How grave the findings of a rule are; the narrowest selector says.
    pub severities: BTreeMap<Selector, SeveritySetting>,
    /// Findings that are right and shall stay, each with its reason.
    pub exceptions: Vec<Exception>,
}

impl CheckPolicy {
    /// The findings of a plan that count, each as grave as was settled; exceptions that the plan itself keeps in its
    /// `extensions` count too.
    ///
    /// A plan, section, task, requirement or unit keeps exceptions under `govplan:exceptions`: a list of `{"code", "reason"}`.
    /// One without a reason is none.
    ///
    /// ```
    /// use govplan_core::{CheckPolicy, CheckSettings, Closure, Collective, Plan, Unit};
    ///
    /// let mut plan = Plan::new("计划".parse()?);
    /// let mut unit = Unit::new("有关部门");
    /// unit.collective = Some(Collective::new(Closure::Open));
    /// plan.units.push(unit);
    /// let findings = plan.check(&CheckSettings::default());
    ///
    /// let mut policy = CheckPolicy::default();
    /// assert_eq!(policy.apply(&plan, findings.clone()), findings);
    /// policy.ignore.push("vague-unit".parse()?);
    /// assert!(policy.apply(&plan, findings).iter().all(|finding| finding.code.as_str() != "GP304"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn apply(&self, plan: &Plan, findings: Vec<Finding>) -> Vec<Finding> {
        let excepted = exception::sites(plan, &self.exceptions);
        let mut counted = Vec::with_capacity(findings.len());
        for mut finding in findings {
            if !self.names(&finding.code) || excepted.iter().any(|site| site.covers(&finding)) {
                continue;
            }
            match self.setting(&finding.code) {
                Some(SeveritySetting::Off) => continue,
                Some(setting) => finding.severity = setting.severity().unwrap_or(finding.severity),
                None => {}
            }
            counted.push(finding);
        }
        counted
    }

    /// Whether findings of a rule count anywhere at all.
    #[must_use]
    pub fn looks_at(&self, rule: &Rule) -> bool {
        let code = RuleCode::of_rule(rule);
        let is_off = self.setting(&code) == Some(SeveritySetting::Off);
        self.names(&code) && !is_off
    }

    /// Whether a rule is selected and not ignored.
    fn names(&self, code: &RuleCode) -> bool {
        let is_named = |selectors: &[Selector]| selectors.iter().any(|selector| selector.matches(code));
        (self.select.is_empty() || is_named(&self.select)) && !is_named(&self.ignore)
    }

    fn setting(&self, code: &RuleCode) -> Option<SeveritySetting> {
        let named = self.severities.iter().filter(|(selector, _)| selector.matches(code));
        named.max_by_key(|(selector, _)| selector.breadth()).map(|(_, setting)| *setting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CheckSettings, Closure, Collective, Severity, Unit};
    use serde_json::json;

    fn plan() -> Plan {
        let mut plan = Plan::new("计划".parse().unwrap());
        for name in ["有关部门", "相关科室"] {
            let mut unit = Unit::new(name);
            unit.collective = Some(Collective::new(Closure::Open));
            plan.units.push(unit);
        }
        plan
    }

    fn codes(policy: &CheckPolicy, plan: &Plan) -> Vec<(String, Severity)> {
        let found = policy.apply(plan, plan.check(&CheckSettings::default()));
        let vague = found.into_iter().filter(|finding| finding.code.as_str() == "GP304");
        vague.map(|finding| (finding.pointer.unwrap_or_default(), finding.severity)).collect()
    }

    fn both(severity: Severity) -> Vec<(String, Severity)> {
        ["/units/0", "/units/1"].map(|pointer| (pointer.to_owned(), severity)).to_vec()
    }

    #[test]
    fn rules_are_selected_and_ignored_by_code_name_prefix_and_layer() {
        let usual = codes(&CheckPolicy::default(), &plan());
        assert_eq!(usual.len(), 2);
        for word in ["GP304", "vague-unit", "GP3", "GP30", "responsibility", "GP"] {
            let selector: Selector = word.parse().unwrap();
            let select = CheckPolicy { select: vec![selector.clone()], ..CheckPolicy::default() };
            assert_eq!(codes(&select, &plan()), usual, "{word}");
            let ignore = CheckPolicy { ignore: vec![selector], ..select };
            assert_eq!(codes(&ignore, &plan()), [], "{word}");
        }
        let others = CheckPolicy { select: vec!["GP2".parse().unwrap()], ..CheckPolicy::default() };
        assert_eq!(codes(&others, &plan()), []);
    }

    #[test]
    fn the_narrowest_selector_says_how_grave() {
        let mut policy = CheckPolicy::default();
        policy.severities.insert("responsibility".parse().unwrap(), SeveritySetting::Error);
        assert_eq!(codes(&policy, &plan()), both(Severity::Error));
        policy.severities.insert("GP3".parse().unwrap(), SeveritySetting::Off);
        assert_eq!(codes(&policy, &plan()), []);
        let looks = |policy: &CheckPolicy| crate::rule("GP304").is_some_and(|rule| policy.looks_at(rule));
        assert!(!looks(&policy) && looks(&CheckPolicy::default()));
        policy.severities.insert("vague-unit".parse().unwrap(), SeveritySetting::Note);
        assert_eq!(codes(&policy, &plan()), both(Severity::Note));
    }

    #[test]
    fn exceptions_of_the_settings_hold_where_they_say() {
        let exception = |extra: serde_json::Value| {
            let mut value = json!({"code": "GP304", "reason": "名单另发"});
            value.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
            CheckPolicy { exceptions: vec![serde_json::from_value(value).unwrap()], ..CheckPolicy::default() }
        };
        let left = |extra| codes(&exception(extra), &plan()).len();
        assert_eq!(left(json!({})), 0);
        assert_eq!(left(json!({"pointer": "/units/0"})), 1);
        assert_eq!(left(json!({"pointer": "/units"})), 0);
        assert_eq!(left(json!({"pointer": "/uni"})), 2);
        assert_eq!(left(json!({"plan": "别的"})), 2);
        assert_eq!(left(json!({"requirement": "s1.t1.r1"})), 2);
    }

    #[test]
    fn exceptions_that_a_plan_keeps_need_a_reason() {
        let kept = |on_plan: bool, exceptions: serde_json::Value| {
            let mut plan = plan();
            let owner = if on_plan { &mut plan.extensions } else { &mut plan.units[1].extensions };
            owner.insert("govplan:exceptions".parse().unwrap(), exceptions);
            codes(&CheckPolicy::default(), &plan).len()
        };
        assert_eq!(kept(true, json!([{"code": "GP304", "reason": "名单另发"}])), 0);
        assert_eq!(kept(false, json!([{"code": "GP304", "reason": "名单另发"}])), 1);
        for none in [
            json!([{"code": "GP304"}]),
            json!([{"code": "GP304", "reason": " "}]),
            json!([{"code": "GP999", "reason": "名单另发"}]),
            json!({"code": "GP304", "reason": "名单另发"}),
            json!("GP304"),
        ] {
            assert_eq!(kept(true, none.clone()), 2, "{none}");
        }
        assert_eq!(kept(true, json!([1, {"code": "GP304", "reason": "名单另发"}])), 0);
    }
}
