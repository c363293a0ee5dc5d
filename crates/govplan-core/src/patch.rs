//! JSON Patch (RFC 6902) on plans: fixes carried out.

use crate::{Finding, Fix, JsonError, PatchOperation, PatchVerb, Plan};
use serde_json::Value;

/// Rounds of mending after which what is left stays: each fix may bring others to light, but not without end.
const MOST_ROUNDS: usize = 64;

/// Why a patch could not be carried out.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PatchError {
    /// An operation asks for what is not there, or tests what is not so; counted from 0.
    #[error("operation {operation} of the patch cannot be carried out: {reason}")]
    Operation {
        /// Which operation, from 0.
        operation: usize,
        /// What is wrong with it.
        reason: String,
    },
    /// What came of it is no plan.
    #[error("what the patch makes is no plan: {0}")]
    NoPlan(JsonError),
}

/// Carries out a patch, wholly or not at all.
///
/// ```
/// use govplan_core::{PatchOperation, apply_patch};
/// use serde_json::json;
///
/// let mut document = json!({"title": "督導體系"});
/// apply_patch(&mut document, &[PatchOperation::replace("/title", "督导体系")])?;
/// assert_eq!(document, json!({"title": "督导体系"}));
/// assert!(apply_patch(&mut document, &[PatchOperation::replace("/id", "一")]).is_err());
/// # Ok::<(), govplan_core::PatchError>(())
/// ```
///
/// # Errors
/// An operation that asks for what is not there; the document is then as it was.
pub fn apply_patch(document: &mut Value, patch: &[PatchOperation]) -> Result<(), PatchError> {
    let operations = patch.iter().enumerate().map(|(operation, step)| {
        let reason = |reason: &str| PatchError::Operation { operation, reason: reason.to_owned() };
        json_operation(step).map_err(|fault| reason(&fault))
    });
    let operations: Vec<json_patch::PatchOperation> = operations.collect::<Result<_, _>>()?;
    json_patch::patch(document, &operations)
        .map_err(|error| PatchError::Operation { operation: error.operation, reason: error.kind.to_string() })
}

fn json_operation(step: &PatchOperation) -> Result<json_patch::PatchOperation, String> {
    let pointer =
        |text: &str| json_patch::jsonptr::PointerBuf::parse(text).map_err(|_| format!("`{text}` is no JSON Pointer"));
    let path = pointer(&step.path)?;
    let from = || pointer(step.from.as_deref().ok_or("it has no `from`")?);
    // A value that is left out is `null`: the model does not tell the two apart.
    let value = || step.value.clone().unwrap_or_default();
    Ok(match step.op {
        PatchVerb::Add => json_patch::PatchOperation::Add(json_patch::AddOperation { path, value: value() }),
        PatchVerb::Remove => json_patch::PatchOperation::Remove(json_patch::RemoveOperation { path }),
        PatchVerb::Replace => {
            json_patch::PatchOperation::Replace(json_patch::ReplaceOperation { path, value: value() })
        }
        PatchVerb::Move => json_patch::PatchOperation::Move(json_patch::MoveOperation { from: from()?, path }),
        PatchVerb::Copy => json_patch::PatchOperation::Copy(json_patch::CopyOperation { from: from()?, path }),
        PatchVerb::Test => json_patch::PatchOperation::Test(json_patch::TestOperation { path, value: value() }),
    })
}

impl Fix {
    /// The plan with this fix carried out.
    ///
    /// # Errors
    /// A patch that does not fit the plan, or after which it is no plan.
    pub fn apply(&self, plan: &Plan) -> Result<Plan, PatchError> {
        let mut value = serde_json::to_value(plan).unwrap_or_default();
        apply_patch(&mut value, &self.patch)?;
        plan_of(&value)
    }
}

fn plan_of(value: &Value) -> Result<Plan, PatchError> {
    Plan::from_json(value.to_string().as_bytes()).map_err(PatchError::NoPlan)
}

/// A plan after mending.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Mended {
    /// The plan as it is now.
    pub plan: Plan,
    /// What was mended, in the order in which it was.
    pub applied: Vec<Finding>,
}

impl Plan {
    /// The plan with every fix carried out that a check of it offers, until it offers none that can be.
    ///
    /// `find` checks a plan. What reading and interpretation said is stored in the plan and mends nothing: only what is found
    /// anew does. A fix that does not fit, or after which the plan were none, is left. Mending what is mended changes nothing.
    ///
    /// ```
    /// use govplan_core::{CheckSettings, Plan};
    ///
    /// let mut plan = Plan::new("计划".parse()?);
    /// plan.head.number = Some("国办发〔2019〕3号".parse()?);
    /// plan.head.number_raw = Some("国办发[2019]03号".to_owned());
    /// let mended = plan.mended(|plan| plan.check(&CheckSettings::default()));
    /// assert_eq!((mended.plan.head.number_raw, mended.applied.len()), (None, 1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn mended(&self, find: impl Fn(&Plan) -> Vec<Finding>) -> Mended {
        let mut mended = Mended { plan: self.clone(), applied: Vec::new() };
        for _ in 0..MOST_ROUNDS {
            let found = find(&mended.plan).into_iter().filter(|finding| !self.findings.contains(finding));
            let offered: Vec<(Finding, Fix)> =
                found.filter_map(|finding| finding.fix.clone().map(|fix| (finding, fix))).collect();
            let Some((plan, applied)) = round(&mended.plan, offered) else { break };
            mended.plan = plan;
            mended.applied.extend(applied);
        }
        mended
    }
}

/// One round: every fix that touches nothing that another of this round has touched.
fn round(plan: &Plan, offered: Vec<(Finding, Fix)>) -> Option<(Plan, Vec<Finding>)> {
    let before = serde_json::to_value(plan).unwrap_or_default();
    let mut value = before.clone();
    let mut touched: Vec<String> = Vec::new();
    let mut taken: Vec<(Finding, Fix)> = Vec::new();
    for (finding, fix) in offered {
        let touches: Vec<String> = fix.patch.iter().flat_map(touches).collect();
        let is_apart = touches.iter().all(|one| touched.iter().all(|other| !is_related(one, other)));
        if is_apart && changes(&mut value, &fix) {
            touched.extend(touches);
            taken.push((finding, fix));
        }
    }
    match plan_of(&value) {
        Ok(plan) if !taken.is_empty() => Some((plan, taken.into_iter().map(|(finding, _)| finding).collect())),
        Ok(_) => None,
        // One of them is to blame: each by itself.
        Err(_) => one_by_one(before, taken),
    }
}

fn one_by_one(mut value: Value, offered: Vec<(Finding, Fix)>) -> Option<(Plan, Vec<Finding>)> {
    let mut last = None;
    let mut applied = Vec::new();
    for (finding, fix) in offered {
        let mut changed = value.clone();
        if !changes(&mut changed, &fix) {
            continue;
        }
        if let Ok(plan) = plan_of(&changed) {
            value = changed;
            applied.push(finding);
            last = Some(plan);
        }
    }
    last.map(|plan| (plan, applied))
}

/// Carries out a fix; whether it could be and something is different now.
fn changes(value: &mut Value, fix: &Fix) -> bool {
    let is_idle = |step: &PatchOperation| match step.op {
        PatchVerb::Test => true,
        PatchVerb::Replace => value.pointer(&step.path) == step.value.as_ref(),
        _ => false,
    };
    !fix.patch.iter().all(is_idle) && apply_patch(value, &fix.patch).is_ok()
}

/// The pointers below which an operation may change something: where items come and go, those beside it move.
fn touches(step: &PatchOperation) -> Vec<String> {
    let above = |pointer: &str| pointer.rsplit_once('/').map(|(above, _)| above.to_owned()).unwrap_or_default();
    match step.op {
        PatchVerb::Replace | PatchVerb::Test => vec![step.path.clone()],
        PatchVerb::Add | PatchVerb::Remove => vec![above(&step.path)],
        PatchVerb::Move | PatchVerb::Copy => {
            [Some(above(&step.path)), step.from.as_deref().map(above)].into_iter().flatten().collect()
        }
    }
}

/// Whether one pointer leads to the other or to something in it.
fn is_related(one: &str, other: &str) -> bool {
    let holds = |above: &str, below: &str| {
        below.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    holds(one, other) || holds(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CheckSettings, Message, Requirement, Section, SectionId, Task};
    use serde_json::json;

    fn operation(op: PatchVerb, path: &str, from: Option<&str>, value: Option<Value>) -> PatchOperation {
        PatchOperation { op, path: path.to_owned(), from: from.map(str::to_owned), value }
    }

    #[test]
    fn every_verb_is_carried_out() {
        let mut document = json!({"a": [1, 2, 3], "b": {"c/d": 4}});
        let patch = [
            operation(PatchVerb::Test, "/a/1", None, Some(json!(2))),
            operation(PatchVerb::Add, "/a/-", None, Some(json!(4))),
            operation(PatchVerb::Add, "/a/0", None, Some(json!(0))),
            operation(PatchVerb::Remove, "/a/1", None, None),
            operation(PatchVerb::Replace, "/b/c~1d", None, Some(json!("x"))),
            operation(PatchVerb::Copy, "/e", Some("/b/c~1d"), None),
            operation(PatchVerb::Move, "/f", Some("/b"), None),
        ];
        apply_patch(&mut document, &patch).unwrap();
        assert_eq!(document, json!({"a": [0, 2, 3, 4], "e": "x", "f": {"c/d": "x"}}));
    }

    #[test]
    fn a_patch_is_carried_out_wholly_or_not_at_all() {
        for bad in [
            operation(PatchVerb::Test, "/a", None, Some(json!(2))),
            operation(PatchVerb::Remove, "/b", None, None),
            operation(PatchVerb::Replace, "b", None, Some(json!(1))),
            operation(PatchVerb::Move, "/c", None, None),
        ] {
            let mut document = json!({"a": 1});
            let patch = [operation(PatchVerb::Add, "/n", None, Some(json!(0))), bad];
            let error = apply_patch(&mut document, &patch).unwrap_err();
            assert!(matches!(error, PatchError::Operation { operation: 1, .. }), "{error}");
            assert_eq!(document, json!({"a": 1}));
        }
    }

    fn plan(texts: &[&str]) -> Plan {
        let mut plan = Plan::new("计划".parse().unwrap());
        let mut section = Section::new(SectionId::top(1));
        let mut task = Task::new(section.id.task(1));
        for (n, text) in (1..).zip(texts) {
            task.requirements.push(Requirement::new(task.id.requirement(n), *text));
        }
        section.tasks.push(task);
        plan.sections.push(section);
        plan
    }

    fn finding(patch: Vec<PatchOperation>) -> Finding {
        let fix = Some(Fix::new(Message::new("改", "mend"), patch));
        Finding { fix, ..crate::reading::UNREAD_ROW.finding(Message::new("一", "one")) }
    }

    const TEXTS: &str = "/sections/0/tasks/0/requirements";

    #[test]
    fn removals_do_not_shift_what_others_mean() {
        let find = |plan: &Plan| {
            let blank = plan.requirements().filter(|requirement| requirement.item.text.as_deref() == Some("删"));
            blank
                .map(|requirement| finding(vec![operation(PatchVerb::Remove, &requirement.pointer, None, None)]))
                .collect()
        };
        let mended = plan(&["一", "删", "二", "删", "三"]).mended(find);
        let texts: Vec<_> = mended.plan.requirements().filter_map(|found| found.item.text.clone()).collect();
        assert_eq!((texts, mended.applied.len()), (vec!["一".to_owned(), "二".to_owned(), "三".to_owned()], 2));
        assert_eq!(mended.plan.mended(find).applied, []);
    }

    #[test]
    fn a_fix_that_breaks_the_plan_is_left_and_the_others_are_not() {
        let find = |_: &Plan| {
            vec![
                finding(vec![PatchOperation::replace(format!("{TEXTS}/0/id"), "s1.t1.r2")]),
                finding(vec![PatchOperation::replace(format!("{TEXTS}/1/text"), "改好")]),
                finding(vec![PatchOperation::replace("/nowhere", "改好")]),
            ]
        };
        let mended = plan(&["一", "二"]).mended(find);
        assert_eq!(mended.applied.len(), 1);
        assert_eq!(mended.plan, plan(&["一", "改好"]));
    }

    #[test]
    fn what_is_stored_mends_nothing_and_what_never_ends_is_stopped() {
        let mut stored = plan(&["一"]);
        stored.findings.push(finding(vec![PatchOperation::replace(format!("{TEXTS}/0/text"), "改")]));
        assert_eq!(stored.mended(|plan| plan.check(&CheckSettings::default())).plan, stored);
        let endless = |plan: &Plan| {
            let text = plan.requirements().find_map(|found| found.item.text.clone()).unwrap_or_default();
            vec![finding(vec![PatchOperation::replace(format!("{TEXTS}/0/text"), format!("{text}一"))])]
        };
        assert_eq!(plan(&["一"]).mended(endless).applied.len(), MOST_ROUNDS);
    }
}
