//! The typed model of a Chinese government work plan (政府工作计划): validation, checks, schema, graph.
//!
//! Knows no document, no file format, no clock: everything that a function needs is an argument.

mod check;
pub use check::{
    CheckSettings, JudgedNumber, Layer, NumberVerdict, Rule, RuleBasis, RuleText, punctuation_slips, reading, rule,
    rules,
};
mod flat;
mod graph;
mod json;
mod model;
mod organ;
mod patch;
mod policy;
mod register;
mod schedule;
#[cfg(feature = "schema")]
mod schema;
mod task_table;

pub use flat::FlatRow;
pub use govplan_time::{
    Alternative, DayOff, Every, Language, Period, PeriodUnit, Recurrence, Step, StepValue, TimingKind, WorkingDays,
};
pub use graph::{
    Burden, Centrality, Chain, Duty, DutyChange, DutyQuery, Edge, EdgeKind, Graph, GraphDifference, Link, Load, Month,
    Network, Node, NodeId, Organ, Partner, RoleWeights, SharedWork, UnknownOrgan, WorkItem, Workload,
};
pub use json::{JsonError, JsonErrorKind};
pub use model::{
    Assignment, Citation, ClockTime, Closure, Collective, Directive, DirectiveId, Disclosure, DivisionCode, DocNumber,
    DocumentKind, DocumentRule, DocumentRuleKind, ExtensionName, Extensions, Finding, Fix, Flaw, FormatVersion, Head,
    LegalBasis, LegalTier, Located, Message, OrganId, Origin, Paragraph, PatchOperation, PatchVerb, Person, Place,
    Plan, PlanId, PlanPeriod, PlanPointer, Reason, Recovered, Related, Requirement, RequirementId, Role, RuleCode,
    RuleScope, Section, SectionId, Severity, Sha256, SourceFile, Task, TaskId, Timing, TimingId, TimingView,
    TokenError, UnifiedCode, Unit, UnitKind,
};
pub use organ::{KnownOrgan, before_post, collective, is_same_organ, known_organ, organ_functions, printed_level};
pub use patch::{Mended, PatchError, apply_patch};
pub use policy::{
    Baseline, BaselineError, CheckConfig, CheckPolicy, Exception, Selector, SelectorError, SeveritySetting, Thresholds,
};
pub use register::{
    DatedName, DatedReference, GovernmentLevel, ListedUnit, NameKind, Register, RegisterError, RegisterFlaw,
    RegisterIndex, RegisteredOrgan, Resolution, ResolveContext, ResolvedBy, Succession, SuccessionKind, Suggestion,
};
pub use schedule::{
    DueEntry, DueState, LimitEntry, LimitKind, Owner, PeriodEntry, Schedule, ScheduleSettings, StandingEntry,
    TimeLimit, TimeLimitLength, UndatedEntry, UndatedReason, time_limits,
};
#[cfg(feature = "schema")]
pub use schema::{schema, schema_names};
pub use task_table::TaskColumn;
