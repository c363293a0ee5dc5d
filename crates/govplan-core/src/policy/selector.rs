use crate::{Language, Layer, Message, RuleCode, rule, rules};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Rules, by the code or name of one (`GP304`, `vague-unit`), the start of their codes (`GP3`) or their layer
/// (`responsibility`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Selector {
    text: String,
    chosen: Chosen,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Chosen {
    Rule(&'static str),
    Prefix,
    Layer(Layer),
}

/// The words of a selector as JSON Schema states them; which of them name rules only [`FromStr`] knows.
#[cfg(feature = "schema")]
const PATTERN: &str = "^(GP[0-9]{0,3}|[a-z][a-z0-9_-]*)$";

impl Selector {
    /// Whether a rule is one of them.
    #[must_use]
    pub fn matches(&self, code: &RuleCode) -> bool {
        match self.chosen {
            Chosen::Rule(chosen) => code.as_str() == chosen,
            Chosen::Prefix => code.as_str().starts_with(&self.text),
            Chosen::Layer(layer) => rule(code.as_str()).is_some_and(|rule| rule.layer == layer),
        }
    }

    /// The selector as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// How narrow it is: a layer is the broadest, one rule the narrowest.
    pub(super) fn breadth(&self) -> usize {
        match self.chosen {
            Chosen::Layer(_) => 0,
            Chosen::Prefix => self.text.len(),
            Chosen::Rule(_) => usize::MAX,
        }
    }
}

/// The layers, as JSON names them.
const LAYERS: [(&str, Layer); 7] = [
    ("reading", Layer::Reading),
    ("structure", Layer::Structure),
    ("form", Layer::Form),
    ("responsibility", Layer::Responsibility),
    ("time", Layer::Time),
    ("law", Layer::Law),
    ("coherence", Layer::Coherence),
];

impl FromStr for Selector {
    type Err = SelectorError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let layer = LAYERS.iter().find(|(name, _)| *name == text).map(|(_, layer)| *layer);
        let is_prefix = text.starts_with("GP") && rules().any(|rule| rule.code.starts_with(text));
        let chosen = match rule(text) {
            Some(rule) => Some(Chosen::Rule(rule.code)),
            None if is_prefix => Some(Chosen::Prefix),
            None => layer.map(Chosen::Layer),
        };
        let chosen = chosen.ok_or_else(|| SelectorError { found: text.to_owned(), nearest: nearest(text) })?;
        Ok(Self { text: text.to_owned(), chosen })
    }
}

/// The code, name or layer that is most like a word.
fn nearest(word: &str) -> &'static str {
    let known = rules().flat_map(|rule| [rule.code, rule.name]).chain(LAYERS.iter().map(|(name, _)| *name));
    // Codes differ in a digit alone: to each other they are always alike.
    let word = if word.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("gp")) {
        word.to_ascii_uppercase()
    } else {
        word.to_ascii_lowercase()
    };
    let scored = known.map(|known| (strsim::jaro_winkler(&word, known), known));
    scored.fold((0.0, "GP"), |best, candidate| if candidate.0 > best.0 { candidate } else { best }).1
}

/// A word that names no rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelectorError {
    found: String,
    nearest: &'static str,
}

impl SelectorError {
    /// The word.
    #[must_use]
    pub fn found(&self) -> &str {
        &self.found
    }

    /// The code, name or layer that is most like it.
    #[must_use]
    pub fn nearest(&self) -> &str {
        self.nearest
    }

    /// The message, in both languages.
    #[must_use]
    pub fn message(&self) -> Message {
        let Self { found, nearest } = self;
        Message::new(
            format!("没有规则`{found}`，最接近的是`{nearest}`；可写代码、名称、代码开头（GP3）或层（form）"),
            format!(
                "no rule is called `{found}`, the nearest is `{nearest}`; expected a code, a name, the start of codes (GP3) or a layer (form)"
            ),
        )
    }
}

impl fmt::Display for SelectorError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.message().text(Language::English))
    }
}

impl std::error::Error for SelectorError {}

impl fmt::Display for Selector {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl From<Selector> for String {
    fn from(selector: Selector) -> Self {
        selector.text
    }
}

impl<'de> Deserialize<'de> for Selector {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Selector {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Selector".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "Rules, by the code or name of one, the start of their codes, or their layer.",
            "pattern": PATTERN,
            "examples": ["GP304", "vague-unit", "GP3", "responsibility"],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_word_is_told_the_nearest() {
        for (word, nearest) in
            [("GP3004", "GP304"), ("vague-units", "vague-unit"), ("Time", "time"), ("responsible", "responsibility")]
        {
            let error = word.parse::<Selector>().unwrap_err();
            assert_eq!(error.nearest(), nearest, "{word}");
        }
        for word in ["", "GP9", "gp304", "G", "GP30x"] {
            assert!(word.parse::<Selector>().is_err(), "{word}");
        }
    }
}
