use super::wrap::{columns, wrap};
use super::{Color, Screen};
use crate::label::label;
use crate::printable::printable;
use anstyle::{AnsiColor, Style};
use govplan_core::Severity;

/// Columns that a text gets even where the screen has less.
const NARROWEST: usize = 16;

/// A page for a terminal, written from top to bottom.
pub(super) struct Page<'s> {
    pub(super) screen: &'s Screen,
    text: String,
}

/// What a text is, which says how it is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tint {
    Plain,
    Title,
    Faint,
    Date,
    Error,
    Warning,
    Note,
}

impl From<Severity> for Tint {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Note => Self::Note,
        }
    }
}

impl Tint {
    fn style(self) -> Style {
        match self {
            Self::Plain => Style::new(),
            Self::Title => Style::new().bold(),
            Self::Faint => Style::new().dimmed(),
            Self::Date => AnsiColor::Cyan.on_default(),
            Self::Error => AnsiColor::Red.on_default().bold(),
            Self::Warning => AnsiColor::Yellow.on_default(),
            Self::Note => AnsiColor::Green.on_default(),
        }
    }
}

/// A name and what is to be said under it.
pub(super) struct Field {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) tint: Tint,
}

impl Field {
    pub(super) fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into(), tint: Tint::Plain }
    }

    pub(super) fn tinted(self, tint: Tint) -> Self {
        Self { tint, ..self }
    }
}

impl<'s> Page<'s> {
    pub(super) fn new(screen: &'s Screen) -> Self {
        Self { screen, text: String::new() }
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    /// The word of a key in the page's language.
    pub(super) fn label<'k>(&self, key: &'k str) -> &'k str {
        label(key, self.screen.language)
    }

    /// An empty line, unless the page is empty.
    pub(super) fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// A text, indented.
    pub(super) fn line(&mut self, indent: usize, tint: Tint, text: &str) {
        self.hanging(indent, ("", Tint::Plain), 0, (text, tint));
    }

    /// A text behind a mark, its further lines set under its first.
    pub(super) fn item(&mut self, indent: usize, mark: &str, tint: Tint, text: &str) {
        self.hanging(indent, (mark, Tint::Faint), columns(&printable(mark)) + 1, (text, tint));
    }

    /// A text behind a mark that says what it is.
    pub(super) fn tinted_item(&mut self, indent: usize, mark: (&str, Tint), text: &str) {
        self.hanging(indent, mark, columns(&printable(mark.0)) + 1, (text, Tint::Plain));
    }

    /// Texts behind their names, one under the other.
    pub(super) fn fields(&mut self, indent: usize, fields: &[Field]) {
        let width = fields.iter().map(|field| columns(&field.name) + 2).max().unwrap_or(0);
        let mut above = "";
        for field in fields {
            let name = if field.name == above { "" } else { &field.name };
            self.hanging(indent, (name, Tint::Faint), width, (&field.text, field.tint));
            above = &field.name;
        }
    }

    fn hanging(
        &mut self,
        indent: usize,
        (lead, lead_tint): (&str, Tint),
        lead_width: usize,
        (text, tint): (&str, Tint),
    ) {
        // A tab would end where the terminal thinks fit.
        let text = printable(text).replace('\t', "  ");
        let lead = printable(lead);
        let padding = " ".repeat(lead_width.saturating_sub(columns(&lead)));
        let first = format!("{}{padding}", self.paint(&lead, lead_tint));
        let further = " ".repeat(lead_width);
        let margin = " ".repeat(indent);
        let room = self.screen.width.saturating_sub(indent + lead_width).max(NARROWEST);
        let mut lines = wrap(&text, room);
        if lines.is_empty() {
            lines.push("");
        }
        for (n, line) in lines.into_iter().enumerate() {
            let lead = if n == 0 { &first } else { &further };
            let line = format!("{margin}{lead}{}", self.paint(line, tint));
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }

    fn paint(&self, text: &str, tint: Tint) -> String {
        match self.screen.color {
            Color::Ansi if tint != Tint::Plain && !text.is_empty() => {
                let style = tint.style();
                format!("{style}{text}{style:#}")
            }
            _ => text.to_owned(),
        }
    }
}
