use super::{Extensions, UnifiedCode};
use serde::{Deserialize, Serialize};

/// An organ that is assigned work (责任单位), once in a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Unit {
    /// Canonical name, unique in the plan; assignments refer to it.
    pub name: String,
    /// Other names printed in this plan for the same organ. Two names are one organ only where a table of aliases says
    /// so, never because they look alike.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// What kind of organ it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<UnitKind>,
    /// What a collective expression ranges over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collective: Option<Collective>,
    /// Name of the organ above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Unified social credit code (统一社会信用代码).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<UnifiedCode>,
    /// Functional type (教育和体育).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub function: Option<String>,
    /// Additions of other tools.
    #[serde(default, skip_serializing_if = "Extensions::is_empty")]
    pub extensions: Extensions,
}

impl Unit {
    /// An organ of a name.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            aliases: Vec::new(),
            kind: None,
            collective: None,
            parent: None,
            code: None,
            function: None,
            extensions: Extensions::new(),
        }
    }

    /// The members of a collective that can be told.
    pub(crate) fn closed_members(&self) -> impl Iterator<Item = &str> {
        let closed = self.collective.iter().filter(|collective| collective.closure == Closure::Closed);
        closed.flat_map(|collective| &collective.members).map(String::as_str)
    }
}

/// Kind of organ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum UnitKind {
    /// Government of a place (人民政府).
    Government,
    /// Department of a government or party committee (工作部门).
    Department,
    /// Internal office of an organ (内设机构: 科、处、股室).
    InternalOffice,
    /// Subordinate institution (所属事业单位).
    Subordinate,
    /// School or kindergarten (学校、幼儿园).
    School,
    /// Enterprise (企业).
    Enterprise,
    /// Committee, leading group or headquarters (委员会、领导小组、指挥部).
    Committee,
    /// Group of persons named by their office (分管领导).
    PersonGroup,
    /// Several organs under one expression (各镇（街）教委).
    Collective,
    /// Not told by the name.
    Unknown,
}

/// What a collective expression ranges over (集合单位).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Collective {
    /// The set, in the words of the field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ranges_over: Option<String>,
    /// Whether the set can be told.
    pub closure: Closure,
    /// Its members, where they are known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
}

impl Collective {
    /// A collective of which nothing more is known.
    #[must_use]
    pub fn new(closure: Closure) -> Self {
        Self { ranges_over: None, closure, members: Vec::new() }
    }
}

/// Whether the members of a collective can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Closure {
    /// All of a set that a register or an organ's structure lists (机关各科室).
    Closed,
    /// Those of a set that something concerns: nobody is named (机关各相关科室).
    Open,
    /// Those whom the plan itself names elsewhere (各责任单位).
    SelfReference,
}
