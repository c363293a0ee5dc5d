use serde::{Deserialize, Serialize};

/// What an organ has to do with a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Role {
    /// Leads the work (牵头、主责).
    Lead,
    /// Is responsible for the work (责任).
    Responsible,
    /// Takes part in the work (配合、参与、协办).
    Cooperating,
    /// Watches over the work (督导、督办).
    Supervising,
    /// Carries the work out in its own place (落实).
    Implementing,
}

impl Role {
    /// Every role, the strongest first.
    pub const ALL: [Role; 5] =
        [Role::Lead, Role::Responsible, Role::Cooperating, Role::Supervising, Role::Implementing];

    /// The name that JSON uses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Lead => "lead",
            Role::Responsible => "responsible",
            Role::Cooperating => "cooperating",
            Role::Supervising => "supervising",
            Role::Implementing => "implementing",
        }
    }
}

/// Where in a document a value was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Origin {
    /// A column of a table.
    Column,
    /// A phrase of responsibility: the bracket or label line that closes a clause.
    Phrase,
    /// The running text.
    Text,
    /// A rule that the document states once.
    Rule,
}
