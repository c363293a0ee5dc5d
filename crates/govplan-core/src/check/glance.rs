//! What a requirement holds at all, told in one walk over the plan, so that rules look closely only where there is something
//! to see. A plan may hold ten thousand requirements, and far more than a processor keeps at hand.

use super::responsibility::may_repeat;
use super::structure::is_of;
use super::trace::Traces;
use crate::{Origin, Requirement, Role, Timing, TimingKind};

/// Signs of what stands in a requirement; where one is absent, so is what it is a sign of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glance {
    /// What its text holds.
    pub(super) text: Traces,
    /// A unit that was taken over from above.
    pub(super) inherited: bool,
    /// A list of units that ends in 等.
    pub(super) open_list: bool,
    /// No unit.
    pub(super) nobody: bool,
    /// A unit that leads.
    pub(super) lead: bool,
    /// Two units that lead.
    pub(super) leads: bool,
    /// Two units that are responsible, and none that leads.
    pub(super) leaderless: bool,
    /// A unit that cooperates, and none that does more.
    pub(super) helpers: bool,
    /// A unit printed with more than its name, such as a blank.
    pub(super) torn: bool,
    /// A unit that may stand in it twice.
    pub(super) repeated: bool,
    /// Units or times of a phrase that was cut out of the text.
    pub(super) phrase: bool,
    /// More than one time.
    pub(super) times: bool,
    /// A time that ends before it begins.
    pub(super) backwards: bool,
    /// A time that can mean two days.
    pub(super) ambiguous: bool,
    /// A time without days.
    pub(super) undated: bool,
    /// A time that is counted in a length.
    pub(super) counted: bool,
    /// A time printed apart from the text.
    pub(super) apart: bool,
    /// A time that comes again.
    pub(super) rhythm: bool,
    /// A time that sets no day.
    pub(super) vague: bool,
    /// A time that does not bind.
    pub(super) softened: bool,
    /// A time whose id is not of the requirement.
    pub(super) misplaced: bool,
    /// Cells of other columns.
    pub(super) cells: bool,
}

impl Glance {
    pub(super) fn at(requirement: &Requirement) -> Self {
        let Requirement { id, text, assignments, timings, cells, .. } = requirement;
        let count = |role| assignments.iter().filter(|part| part.role == role).count();
        // Those of a rule for many duties are not its own.
        let own = || assignments.iter().filter(|part| part.origin != Some(Origin::Rule));
        let (phrase, column) = (Some(Origin::Phrase), Some(Origin::Column));
        let is_undated = |timing: &Timing| timing.start.is_none() && timing.end.is_none();
        let is_backwards = |timing: &Timing| timing.start.zip(timing.end).is_some_and(|(start, end)| end < start);
        Self {
            text: text.as_deref().map(Traces::of).unwrap_or_default(),
            inherited: assignments.iter().any(|part| part.inherited),
            open_list: assignments.iter().any(|part| part.open_list),
            nobody: assignments.is_empty(),
            lead: count(Role::Lead) > 0,
            leads: count(Role::Lead) > 1,
            leaderless: count(Role::Lead) == 0 && count(Role::Responsible) > 1,
            helpers: own().any(|part| part.role == Role::Cooperating)
                && own().all(|part| matches!(part.role, Role::Cooperating | Role::Supervising)),
            torn: assignments.iter().any(|part| part.raw.as_ref().is_some_and(|raw| raw.len() > part.unit.len())),
            repeated: may_repeat(own().map(|part| part.unit.as_str())),
            phrase: assignments.iter().any(|part| part.origin == phrase)
                || timings.iter().any(|timing| timing.origin == phrase),
            times: timings.len() > 1,
            backwards: timings.iter().any(is_backwards),
            ambiguous: timings.iter().any(|timing| timing.alternative.is_some()),
            undated: timings.iter().any(is_undated),
            counted: timings.iter().any(|timing| timing.period.is_some() || timing.kind == TimingKind::AfterEvent),
            apart: timings.iter().any(|timing| timing.origin == phrase || timing.origin == column),
            rhythm: timings.iter().any(|timing| timing.recurrence.is_some()),
            vague: timings.iter().any(|timing| timing.kind == TimingKind::Vague),
            softened: timings.iter().any(|timing| timing.modality.is_some()),
            misplaced: timings.iter().any(|timing| !is_of(timing.id.as_str(), id.as_str())),
            cells: !cells.is_empty(),
        }
    }
}
