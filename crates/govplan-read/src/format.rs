use std::fmt;
use std::str::FromStr;

/// A format that can be read (文件格式). Which there are depends on the features of this crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Plain text (纯文本): paragraphs on lines, tab-separated tables.
    #[cfg(feature = "text")]
    Text,
    /// Markdown: plain text with pipe tables.
    #[cfg(feature = "markdown")]
    Markdown,
}

impl Format {
    /// Every format that this build reads.
    pub const ALL: &[Self] = &[
        #[cfg(feature = "text")]
        Self::Text,
        #[cfg(feature = "markdown")]
        Self::Markdown,
    ];

    /// Name of the format and of its reader (`text`).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            #[cfg(feature = "text")]
            Self::Text => "text",
            #[cfg(feature = "markdown")]
            Self::Markdown => "markdown",
        }
    }

    /// Media type: `text/plain` (RFC 2046), `text/markdown` (RFC 7763).
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            #[cfg(feature = "text")]
            Self::Text => "text/plain",
            #[cfg(feature = "markdown")]
            Self::Markdown => "text/markdown",
        }
    }

    /// The names of every format, for messages.
    pub(crate) fn names(separator: &str) -> String {
        Self::ALL.iter().map(|format| format.name()).collect::<Vec<_>>().join(separator)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl FromStr for Format {
    type Err = String;

    /// Reads a format's name.
    ///
    /// ```
    /// use govplan_read::Format;
    /// assert_eq!("markdown".parse(), Ok(Format::Markdown));
    /// assert_eq!("odt".parse::<Format>().unwrap_err(), "unknown format `odt`, expected one of text, markdown");
    /// ```
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let format = Self::ALL.iter().find(|format| format.name() == text);
        format.copied().ok_or_else(|| format!("unknown format `{text}`, expected one of {}", Self::names(", ")))
    }
}
