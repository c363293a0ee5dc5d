use super::{CheckPolicy, Exception, Selector};
use crate::{JsonError, Severity};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Settings of checks, as a configuration file states them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CheckConfig {
    /// Rules that are looked at; without it all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub select: Vec<Selector>,
    /// Rules that are not looked at, even where they are selected.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ignore: Vec<Selector>,
    /// How grave the findings of rules are; where several selectors name a rule the narrowest says.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub severities: BTreeMap<Selector, SeveritySetting>,
    /// Numbers from which on a rule has something to say.
    #[serde(default, skip_serializing_if = "Thresholds::is_empty")]
    pub thresholds: Thresholds,
    /// Table of newer days off, with the columns `date,name,kind`; its path counts from the configuration file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
    /// Register of the organs that units are held against; its path counts from the configuration file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register: Option<String>,
    /// Findings that are right and shall stay, each with its reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<Exception>,
}

/// Numbers from which on a rule has something to say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Thresholds {
    /// The most duties of one organ that are no overload; without it none is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_duties: Option<u32>,
}

impl Thresholds {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// How grave the findings of a rule are said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SeveritySetting {
    /// Not told at all.
    Off,
    /// Worth knowing.
    Note,
    /// Should be looked at.
    Warning,
    /// Must be mended.
    Error,
}

impl SeveritySetting {
    /// The severity, unless the findings are not told at all.
    #[must_use]
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Note => Some(Severity::Note),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

impl CheckConfig {
    /// Reads settings from JSON, as strictly as a plan is read.
    ///
    /// ```
    /// use govplan_core::CheckConfig;
    ///
    /// let config = CheckConfig::from_json(br#"{"select": ["GP3"], "thresholds": {"most_duties": 20}}"#)?;
    /// assert_eq!(config.thresholds.most_duties, Some(20));
    /// let error = CheckConfig::from_json(br#"{"exception": []}"#).unwrap_err();
    /// assert_eq!(error.nearest(), Some("exceptions"));
    /// # Ok::<(), govplan_core::JsonError>(())
    /// ```
    ///
    /// # Errors
    /// What is no JSON, an unknown field (with the nearest known one), a rule that does not exist (with the nearest), an
    /// exception without a reason; each with its JSON Pointer.
    pub fn from_json(json: &[u8]) -> Result<Self, JsonError> {
        crate::json::strictly(json)
    }

    /// Which findings count, and how much.
    #[must_use]
    pub fn policy(&self) -> CheckPolicy {
        CheckPolicy {
            select: self.select.clone(),
            ignore: self.ignore.clone(),
            severities: self.severities.clone(),
            exceptions: self.exceptions.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_settings_is_told_with_its_pointer() {
        for (json, pointer, said) in [
            (r#"{"selekt": []}"#, "/selekt", "`select`"),
            (r#"{"select": ["GP3", "vague-units"]}"#, "/select/1", "`vague-unit`"),
            (r#"{"severities": {"GP999": "off"}}"#, "/severities", "`GP"),
            (r#"{"severities": {"GP304": "loud"}}"#, "/severities/GP304", "`off`"),
            (r#"{"thresholds": {"most_duty": 3}}"#, "/thresholds/most_duty", "`most_duties`"),
            (r#"{"exceptions": [{"code": "GP304"}]}"#, "/exceptions/0", "`reason`"),
            (r#"{"exceptions": [{"code": "GP304", "reason": "  "}]}"#, "/exceptions/0/reason", "a reason in words"),
            (
                r#"{"exceptions": [{"code": "GP304", "reason": "因", "pointer": "x"}]}"#,
                "/exceptions/0/pointer",
                "JSON Pointer",
            ),
        ] {
            let error = CheckConfig::from_json(json.as_bytes()).unwrap_err();
            let text = error.to_string();
            assert!(error.pointer().unwrap_or_default().starts_with(pointer) && text.contains(said), "{json}: {text}");
        }
    }

    #[test]
    fn settings_come_back_as_they_were() {
        let json = r#"{"select":["GP3"],"ignore":["form"],"severities":{"GP304":"off"},"thresholds":{"most_duties":9},"calendar":"2027.csv","register":"organs.json","exceptions":[{"code":"vague-unit","requirement":"s1.t1.r1","reason":"名单另发"}]}"#;
        let config = CheckConfig::from_json(json.as_bytes()).unwrap();
        assert_eq!(serde_json::to_string(&config).unwrap(), json);
    }
}
