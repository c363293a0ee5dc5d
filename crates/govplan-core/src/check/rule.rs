use super::Context;
use crate::{Finding, LegalBasis, LegalTier, Message, Severity};
use govplan_time::Language;
use serde::Serialize;

/// A rule (规则): what it looks for, why that matters, an example that fails and one that passes, where it comes from.
///
/// Codes and names are permanent. [`rules`](crate::rules) lists every rule, [`rule`](crate::rule) finds one.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct Rule {
    /// Code (`GP205`), never reused.
    pub code: &'static str,
    /// Name in words (`traditional-characters`).
    pub name: &'static str,
    /// How grave its findings are, unless a finding says otherwise.
    pub severity: Severity,
    /// What it looks at.
    pub layer: Layer,
    /// The rule in one line.
    pub summary: RuleText,
    /// What it does.
    pub explanation: RuleText,
    /// Why it matters.
    pub rationale: RuleText,
    /// An example that fails: members of a plan as JSON; for the reading layer, an excerpt of a document.
    pub failing: &'static str,
    /// The same example, mended.
    pub passing: &'static str,
    /// The instrument that it comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<RuleBasis>,
    /// Whether the JSON Schema of a plan says it too.
    pub schema_can_say: bool,
    /// Looks for it in a plan; absent where reading and interpretation look for it.
    #[serde(skip)]
    pub(super) check: Option<Check>,
}

/// Everything that a rule finds in a plan.
pub(super) type Check = fn(&Context<'_>) -> Vec<Finding>;

/// What a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Layer {
    /// What reading and interpreting the document had to say (读取).
    Reading,
    /// Ids and references of the plan (结构).
    Structure,
    /// Form of the official document (格式).
    Form,
    /// Who does what (责任).
    Responsibility,
    /// By when (时限).
    Time,
    /// What the law asks for (法规).
    Law,
    /// Whether the parts agree with each other (一致性).
    Coherence,
}

/// A text of a rule, in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct RuleText {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl RuleText {
    /// The text in one language.
    #[must_use]
    pub fn text(self, language: Language) -> &'static str {
        match language {
            Language::Chinese => self.zh,
            Language::English => self.en,
        }
    }
}

/// The instrument that a rule comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RuleBasis {
    /// Instrument, with its number.
    pub instrument: &'static str,
    /// Article or clause.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<&'static str>,
    /// Rank of the instrument.
    pub tier: LegalTier,
}

impl Rule {
    /// A finding of this rule: its code, severity and legal basis, and a message. The other fields are the caller's.
    ///
    /// ```
    /// use govplan_core::{Message, reading};
    ///
    /// let mut finding = reading::UNREAD_ROW.finding(Message::new("第3行读不懂", "row 3 could not be read"));
    /// finding.pointer = Some("/sections/0".to_owned());
    /// assert_eq!(finding.code.as_str(), "GP007");
    /// ```
    #[must_use]
    pub fn finding(&'static self, message: Message) -> Finding {
        let basis = self.legal_basis;
        Finding {
            code: crate::RuleCode::of_rule(self),
            severity: self.severity,
            message,
            pointer: None,
            place: None,
            subject: None,
            expected: None,
            found: None,
            legal_basis: basis.map(|basis| LegalBasis::new(basis.instrument, basis.article, basis.tier)),
            fix: None,
            related: Vec::new(),
        }
    }
}
