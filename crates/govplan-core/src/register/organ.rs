use crate::{DivisionCode, Extensions, OrganId, UnifiedCode, UnitKind};
use chrono::NaiveDate;
use govplan_time::iso_date;
use serde::{Deserialize, Serialize};

/// An organ as a register has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RegisteredOrgan {
    /// Key, unique in the register and kept for ever.
    pub id: OrganId,
    /// Names that it has and had; one at least is official. A renamed organ stays the same organ.
    pub names: Vec<DatedName>,
    /// What kind of organ it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<UnitKind>,
    /// Level of government.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<GovernmentLevel>,
    /// Organs above it, one at a time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<DatedReference>,
    /// Functional type (教育和体育), from the built-in vocabulary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub function: Option<String>,
    /// Unified social credit code (统一社会信用代码, GB 32100-2015).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<UnifiedCode>,
    /// Division whose organ it is (行政区划代码, GB/T 2260-2007).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub division: Option<DivisionCode>,
    /// Day on which it was set up, `YYYY-MM-DD`.
    #[serde(default, with = "iso_date", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "govplan_time::iso_date_schema"))]
    pub founded_on: Option<NaiveDate>,
    /// Day from which it is no more, `YYYY-MM-DD`.
    #[serde(default, with = "iso_date", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "govplan_time::iso_date_schema"))]
    pub abolished_on: Option<NaiveDate>,
    /// Organs that its duties went to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub successors: Vec<Succession>,
    /// Members of a collective or of a committee.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<DatedReference>,
    /// Additions of other tools.
    #[serde(default, skip_serializing_if = "Extensions::is_empty")]
    pub extensions: Extensions,
}

/// A name, and when it is the organ's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DatedName {
    /// The name.
    pub name: String,
    /// What kind of name it is; official where it is not said.
    #[serde(default, skip_serializing_if = "NameKind::is_official")]
    pub kind: NameKind,
    /// First day on which it holds, `YYYY-MM-DD`; absent where it is not known.
    #[serde(default, with = "iso_date", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "govplan_time::iso_date_schema"))]
    pub from: Option<NaiveDate>,
    /// Last day on which it holds, `YYYY-MM-DD`; absent where it still holds.
    #[serde(default, with = "iso_date", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "govplan_time::iso_date_schema"))]
    pub to: Option<NaiveDate>,
}

/// Kind of a name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NameKind {
    /// The name that it was given (全称).
    #[default]
    Official,
    /// Another whole name, as of a second sign at its door (别称、加挂牌子).
    Alias,
    /// A short form (简称).
    Abbreviation,
}

impl NameKind {
    fn is_official(&self) -> bool {
        *self == Self::Official
    }
}

/// Another organ of the register, and when it is meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DatedReference {
    /// Key of the organ.
    pub organ: OrganId,
    /// First day, `YYYY-MM-DD`; absent where it is not known.
    #[serde(default, with = "iso_date", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "govplan_time::iso_date_schema"))]
    pub from: Option<NaiveDate>,
    /// Last day, `YYYY-MM-DD`; absent where it still holds.
    #[serde(default, with = "iso_date", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "govplan_time::iso_date_schema"))]
    pub to: Option<NaiveDate>,
}

/// Where the duties of an organ went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Succession {
    /// Key of the organ that has them now.
    pub organ: OrganId,
    /// Day of the change, `YYYY-MM-DD`.
    #[serde(default, with = "iso_date", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "govplan_time::iso_date_schema"))]
    pub on: Option<NaiveDate>,
    /// What happened.
    pub kind: SuccessionKind,
}

/// What happened to an organ whose duties went to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SuccessionKind {
    /// It went into another, or with others into a new one (合并、并入).
    Merged,
    /// It was divided (分设).
    Split,
    /// Only some of its duties went (职责划转).
    Transferred,
}

/// Level of government (层级).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum GovernmentLevel {
    /// The state (中央).
    Central,
    /// Province, autonomous region, municipality (省级).
    Province,
    /// City, prefecture, league (地级).
    Prefecture,
    /// County, district, county-level city, banner (县级).
    County,
    /// Town, township, subdistrict (乡级).
    Township,
}

impl RegisteredOrgan {
    /// An organ of an official name.
    #[must_use]
    pub fn new(id: OrganId, name: impl Into<String>) -> Self {
        Self {
            id,
            names: vec![DatedName::new(name, NameKind::Official)],
            kind: None,
            level: None,
            parents: Vec::new(),
            function: None,
            code: None,
            division: None,
            founded_on: None,
            abolished_on: None,
            successors: Vec::new(),
            members: Vec::new(),
            extensions: Extensions::new(),
        }
    }

    /// Its official name on a day; without a day, or where none holds then, the last of the list.
    #[must_use]
    pub fn name_on(&self, day: Option<NaiveDate>) -> &str {
        let official = || self.names.iter().rev().filter(|name| name.kind.is_official());
        let then = day.and_then(|day| official().find(|name| name.holds_on(Some(day))));
        then.or_else(|| official().next()).map_or(self.id.as_str(), |name| &name.name)
    }

    /// The organ above it on a day; without a day the last of the list.
    #[must_use]
    pub fn parent_on(&self, day: Option<NaiveDate>) -> Option<&OrganId> {
        self.parents.iter().rev().find(|parent| parent.holds_on(day)).map(|parent| &parent.organ)
    }

    /// Its members on a day; without a day all that it ever had.
    pub fn members_on(&self, day: Option<NaiveDate>) -> impl Iterator<Item = &OrganId> {
        self.members.iter().filter(move |member| member.holds_on(day)).map(|member| &member.organ)
    }

    /// Whether it is an expression for several organs whose members the register lists.
    #[must_use]
    pub fn is_collective(&self) -> bool {
        self.kind == Some(UnitKind::Collective)
    }
}

impl DatedName {
    /// A name without dates.
    #[must_use]
    pub fn new(name: impl Into<String>, kind: NameKind) -> Self {
        Self { name: name.into(), kind, from: None, to: None }
    }

    /// Whether it holds on a day; without a day it does.
    #[must_use]
    pub fn holds_on(&self, day: Option<NaiveDate>) -> bool {
        holds_on(self.from, self.to, day)
    }
}

impl DatedReference {
    /// An organ, at all times.
    #[must_use]
    pub fn new(organ: OrganId) -> Self {
        Self { organ, from: None, to: None }
    }

    /// Whether it holds on a day; without a day it does.
    #[must_use]
    pub fn holds_on(&self, day: Option<NaiveDate>) -> bool {
        holds_on(self.from, self.to, day)
    }
}

fn holds_on(from: Option<NaiveDate>, to: Option<NaiveDate>, day: Option<NaiveDate>) -> bool {
    day.is_none_or(|day| from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to))
}
