//! The terminal: its language, its width, its colours, and the stream for complaints.

mod help;
mod language;
mod progress;
mod screen;

pub(crate) use help::translate;
pub(crate) use language::{language_of, preferred_language};
pub(crate) use progress::progress;
pub(crate) use screen::screen;

use govplan::{Language, Message, printable};
use std::io::Write;

/// Says on standard error what went wrong.
pub(crate) fn complain(message: &Message, language: Language) {
    let lead = match language {
        Language::Chinese => "错误：",
        Language::English => "error: ",
    };
    say(&format!("{lead}{}", printable(message.text(language))));
}

/// Says a line on standard error.
pub(crate) fn say(line: &str) {
    // Where standard error is closed there is nobody to tell.
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}
