use crate::Language;
use crate::date::iso_text;
use crate::table::records;
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, de};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

/// One step of how a date came about: a code and what it was applied to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Step {
    /// Permanent name of the step (`month_end`).
    pub code: Cow<'static, str>,
    /// What the step was applied to, by name (`month`, `year`).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<Cow<'static, str>, StepValue>,
}

impl Step {
    /// A step that was applied to nothing yet.
    pub(crate) fn new(code: &'static str) -> Self {
        Self { code: Cow::Borrowed(code), args: BTreeMap::new() }
    }

    /// The same, applied to one more value.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<StepValue>) -> Self {
        self.args.insert(Cow::Borrowed(name), value.into());
        self
    }

    /// The step for people, in a language; a code that this version does not know is given as it is.
    ///
    /// ```
    /// use govplan_time::{Context, Language, YearSource, scan};
    ///
    /// let context = Context { year: Some(2020), year_source: YearSource::Title, ..Context::default() };
    /// let found = scan("9月底前完成", &context);
    /// let steps: Vec<_> = found[0].steps.iter().map(|step| step.text(Language::English)).collect();
    /// assert_eq!(steps, ["no year printed: 2020 from the title", "the last day of September 2020"]);
    /// assert_eq!(found[0].steps[1].text(Language::Chinese), "2020年9月最后一天");
    /// ```
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let choose = |[chinese, english]: [&'static str; 2]| match language {
            Language::Chinese => chinese,
            Language::English => english,
        };
        let mut steps = records::<3>(include_str!("../data/steps.csv"));
        let Some([_, zh, en]) = steps.find(|[code, ..]| *code == self.code) else {
            return self.code.clone().into_owned();
        };
        let mut text = choose([zh, en]).to_owned();
        for (name, value) in &self.args {
            let value = value.to_string();
            let mut words = records::<4>(include_str!("../data/step_words.csv"));
            let word = words.find_map(|[of, is, zh, en]| (of == name && is == value).then(|| choose([zh, en])));
            text = text.replace(&format!("{{{name}}}"), word.unwrap_or(&value));
        }
        text
    }
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

impl From<i32> for StepValue {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u32> for StepValue {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<NaiveDate> for StepValue {
    fn from(date: NaiveDate) -> Self {
        Self::Text(iso_text(date))
    }
}

impl fmt::Display for StepValue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(formatter),
            Self::Text(text) => text.fmt(formatter),
        }
    }
}
