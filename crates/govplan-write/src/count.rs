use govplan_core::{Plan, Timing, TimingKind};
use serde::Serialize;

/// How much a plan holds.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct Counts {
    pub(crate) sections: usize,
    pub(crate) tasks: usize,
    pub(crate) requirements: usize,
    pub(crate) organs: usize,
    pub(crate) assignments: usize,
    /// Times that are set; words that set none (及时) do not count.
    pub(crate) deadlines: usize,
}

impl Counts {
    pub(crate) fn of(plan: &Plan) -> Self {
        Self {
            sections: plan.all_sections().count(),
            tasks: plan.tasks().count(),
            requirements: plan.requirements().count(),
            organs: plan.units.len(),
            assignments: plan.requirements().map(|requirement| requirement.item.assignments.len()).sum(),
            deadlines: plan.requirements().flat_map(|requirement| &requirement.item.timings).filter(is_set).count(),
        }
    }
}

fn is_set(timing: &&Timing) -> bool {
    timing.kind != TimingKind::Vague
}
