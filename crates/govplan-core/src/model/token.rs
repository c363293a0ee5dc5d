//! Newtypes over text of one fixed shape: checked when made, carried as text.

/// Declares a newtype over text: what it is, the pattern that JSON Schema states, and the function that says the same.
macro_rules! token {
    ($(#[$meta:meta])* $name:ident, $pattern:literal, $expected:literal, $valid:expr) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(#[cfg_attr(feature = "schema", schemars(regex(pattern = $pattern)))] String);

        impl $name {
            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::TokenError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let valid: fn(&str) -> bool = $valid;
                if valid(text) {
                    Ok(Self(text.to_owned()))
                } else {
                    Err($crate::TokenError { found: text.to_owned(), expected: $expected })
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}
pub(super) use token;

/// Text that is not of the shape its type asks for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` found, expected {expected}")]
pub struct TokenError {
    pub(super) found: String,
    pub(super) expected: &'static str,
}

impl TokenError {
    /// The text that was found.
    #[must_use]
    pub fn found(&self) -> &str {
        &self.found
    }

    /// What was expected, in English.
    #[must_use]
    pub fn expected(&self) -> &str {
        self.expected
    }
}

token! {
    /// Code of a rule (`GP301`): permanent, never reused.
    RuleCode, "^GP[0-9]{3}$", "a rule code such as `GP301`",
    |text| text.strip_prefix("GP").is_some_and(|digits| digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit()))
}

impl RuleCode {
    /// The code of a rule: the registry's codes are of the right shape.
    pub(crate) fn of_rule(rule: &crate::Rule) -> Self {
        Self(rule.code.to_owned())
    }
}

token! {
    /// Name of an addition by another tool: a prefix, a colon, a name (`jining:score`).
    ExtensionName, "^[a-z][a-z0-9_-]*:[a-z][a-z0-9_-]*$", "a prefixed name such as `jining:score`",
    |text| {
        let word = |word: &str| {
            word.starts_with(|c: char| c.is_ascii_lowercase())
                && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-')
        };
        text.split_once(':').is_some_and(|(prefix, name)| word(prefix) && word(name))
    }
}

token! {
    /// A place in a plan: JSON Pointer (RFC 6901), such as `/sections/0/tasks/2`.
    PlanPointer, "^/", "a JSON Pointer such as `/sections/0/tasks/2`",
    |text| text.starts_with('/')
}

token! {
    /// Why something is as it is, in words.
    Reason, r"\S", "a reason in words",
    |text| text.chars().any(|c| !c.is_whitespace())
}

token! {
    /// Time of day, hours and minutes (`17:00`).
    ClockTime, "^([01][0-9]|2[0-3]):[0-5][0-9]$", "a time of day such as `17:00`",
    |text| {
        let number = |text: &str| (text.len() == 2).then(|| text.parse::<u8>().ok()).flatten();
        text.bytes().all(|b| b.is_ascii_digit() || b == b':')
            && text.split_once(':').is_some_and(|(hour, minute)| {
                number(hour).is_some_and(|hour| hour < 24) && number(minute).is_some_and(|minute| minute < 60)
            })
    }
}

token! {
    /// SHA-256 of a file, 64 hexadecimal digits in lower case.
    Sha256, "^[0-9a-f]{64}$", "64 hexadecimal digits in lower case",
    |text| text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

token! {
    /// Unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters. The shape alone is checked here; the
    /// check character is a rule's business.
    UnifiedCode, "^[0-9A-HJ-NP-RTUW-Y]{18}$", "18 characters of digits and capital letters without I, O, S, V, Z",
    |text| {
        text.len() == 18
            && text.bytes().all(|b| b.is_ascii_digit() || (b.is_ascii_uppercase() && !b"IOSVZ".contains(&b)))
    }
}

token! {
    /// Division code (行政区划代码): six digits of GB/T 2260, with three more for a township (GB/T 10114), with three again for a
    /// village. The shape alone is checked here; the parts are a register's business.
    DivisionCode, "^[1-9][0-9]{5}([0-9]{3}([0-9]{3})?)?$", "a division code of 6, 9 or 12 digits such as `370812`",
    |text| {
        matches!(text.len(), 6 | 9 | 12) && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit())
    }
}

token! {
    /// Key of an organ in a register: chosen by who keeps it, kept for ever; no white space.
    OrganId, r"^[^\s\u0085\ufeff]{1,200}$", "a key without white space, at most 200 characters",
    |text| {
        !text.is_empty()
            && text.chars().count() <= 200
            && !text.chars().any(|c| c.is_whitespace() || c == '\u{feff}')
    }
}

impl From<chrono::NaiveTime> for ClockTime {
    fn from(time: chrono::NaiveTime) -> Self {
        Self(time.format("%H:%M").to_string())
    }
}
