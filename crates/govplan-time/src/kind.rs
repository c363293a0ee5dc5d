use serde::{Deserialize, Serialize};

/// What an expression of time asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TimingKind {
    /// Done by the end of a day, or before an event (2020年9月底前; 汛期前).
    By,
    /// On one day (4月15日当天).
    On,
    /// Between two days (第三季度; “十四五”期间).
    Range,
    /// Again and again (每季度末月20日前).
    Recurring,
    /// Without an end, or until one (持续推进; 年内持续推进).
    Continuous,
    /// At once (立即; 即日起).
    Immediate,
    /// Within a period after, or before, an event (收到申请之日起20个工作日内).
    AfterEvent,
    /// For no less than a period (征求意见不少于30日).
    Minimum,
    /// Asked for in words that set no day (及时; 适时; 尽快).
    Vague,
}

impl TimingKind {
    /// The name that JSON uses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::By => "by",
            Self::On => "on",
            Self::Range => "range",
            Self::Recurring => "recurring",
            Self::Continuous => "continuous",
            Self::Immediate => "immediate",
            Self::AfterEvent => "after_event",
            Self::Minimum => "minimum",
            Self::Vague => "vague",
        }
    }
}
