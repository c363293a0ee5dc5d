use crate::Language;
use serde::{Deserialize, Deserializer, Serialize, de};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

/// One step of how a date came about: a code and what it was applied to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Step {
    /// Permanent name of the step (`month_end`).
    pub code: String,
    /// What the step was applied to, by name (`month`, `year`).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, StepValue>,
}

/// A value that a step was applied to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum StepValue {
    /// A number, such as a year.
    Number(i64),
    /// A word or a date.
    Text(String),
}

// Written by hand: serde's own reader of an untagged enum copies each value before it looks at it.
impl<'de> Deserialize<'de> for StepValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl de::Visitor<'_> for Visitor {
            type Value = StepValue;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a whole number or a text")
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<StepValue, E> {
                Ok(StepValue::Number(number))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<StepValue, E> {
                i64::try_from(number).map(StepValue::Number).map_err(|_| E::custom("number too large"))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<StepValue, E> {
                if text.is_empty() { Err(E::custom("empty text")) } else { Ok(StepValue::Text(text.to_owned())) }
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

impl From<i64> for StepValue {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for StepValue {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// What each step says, by its code: Chinese, then English.
static TEXTS: LazyLock<BTreeMap<&'static str, (&'static str, &'static str)>> = LazyLock::new(|| {
    let lines = include_str!("../data/steps.csv").lines().filter(|line| !line.starts_with('#')).skip(1);
    let texts = lines.filter_map(|line| {
        let mut fields = line.splitn(3, '|');
        Some((fields.next()?, (fields.next()?, fields.next()?)))
    });
    texts.collect()
});

impl Step {
    /// The step in words; its code where it is none that this release knows.
    ///
    /// ```
    /// use govplan_time::{Context, Language, scan};
    /// let found = scan("2020年9月底前", &Context::default());
    /// assert_eq!(found[0].steps[0].text(Language::English), "last day of 2020-9");
    /// ```
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let Some((chinese, english)) = TEXTS.get(self.code.as_str()) else { return self.code.clone() };
        let template = match language {
            Language::Chinese => chinese,
            Language::English => english,
        };
        self.args.iter().fold((*template).to_owned(), |text, (name, value)| match value {
            StepValue::Number(number) => text.replace(&format!("{{{name}}}"), &number.to_string()),
            StepValue::Text(word) => text.replace(&format!("{{{name}}}"), word),
        })
    }
}
