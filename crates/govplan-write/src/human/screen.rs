use govplan_core::Language;

/// How text for people looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    /// Language of everything that is not the document's own.
    pub language: Language,
    /// Whether it is coloured.
    pub color: Color,
    /// Columns of a line; a Chinese character takes two.
    pub width: usize,
}

impl Default for Screen {
    /// Chinese, without colours, 80 columns.
    fn default() -> Self {
        Self { language: Language::Chinese, color: Color::Plain, width: 80 }
    }
}

/// Whether text is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Color {
    /// Text alone.
    #[default]
    Plain,
    /// With the escape sequences of ANSI terminals (ECMA-48).
    Ansi,
}
