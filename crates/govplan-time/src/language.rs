use std::str::FromStr;

/// Language of text for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// Chinese, simplified (中文).
    #[default]
    Chinese,
    /// English.
    English,
}

impl FromStr for Language {
    type Err = String;

    /// Reads `zh` or `en`, with or without a region (`zh-CN`, `en_US.UTF-8`).
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split(['-', '_', '.']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "zh" => Ok(Self::Chinese),
            "en" => Ok(Self::English),
            _ => Err(format!("unknown language `{text}`, expected `zh` or `en`")),
        }
    }
}
