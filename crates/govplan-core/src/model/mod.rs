//! Every type of the plan, one file a part.

mod citation;
mod doc_number;
mod extensions;
mod finding;
mod head;
mod id;
mod paragraph;
mod place;
mod plan;
mod requirement;
mod role;
mod rule;
mod section;
mod source;
mod timing;
mod token;
mod unit;
mod version;

pub use citation::Citation;
pub use doc_number::{DocNumber, Flaw, Recovered};
pub(crate) use doc_number::{decimal, is_close, is_han, is_open};
pub use extensions::Extensions;
pub use finding::{Finding, Fix, LegalBasis, LegalTier, Message, PatchOperation, PatchVerb, Related, Severity};
pub use head::{Disclosure, DocumentKind, Head};
pub use id::{DirectiveId, PlanId, RequirementId, SectionId, TaskId, TimingId};
pub use paragraph::Paragraph;
pub use place::Place;
pub use plan::{Located, Plan, PlanPeriod};
pub use requirement::{Assignment, Person, Requirement};
pub use role::{Origin, Role};
pub use rule::{DocumentRule, DocumentRuleKind, RuleScope};
pub use section::{Directive, Section, Task};
pub use source::SourceFile;
pub use timing::{Timing, TimingView};
pub use token::{
    ClockTime, DivisionCode, ExtensionName, OrganId, PlanPointer, Reason, RuleCode, Sha256, TokenError, UnifiedCode,
};
pub use unit::{Closure, Collective, Unit, UnitKind};
pub use version::FormatVersion;
