use crate::arguments::When;
use anstream::{AutoStream, ColorChoice};
use govplan::{Color, Language, Screen};
use std::io::stdout;
use terminal_size::{Width, terminal_size_of};

/// Columns where there is no terminal.
const USUAL_WIDTH: usize = 80;
/// Columns beyond which lines are tiring to read.
const WIDEST: usize = 100;

/// How text for people looks on standard output.
pub(crate) fn screen(language: Language, color: When) -> Screen {
    let is_colored = match color {
        When::Always => true,
        When::Never => false,
        When::Auto => AutoStream::choice(&stdout()) != ColorChoice::Never,
    };
    let width = terminal_size_of(stdout()).map_or(USUAL_WIDTH, |(Width(width), _)| usize::from(width));
    Screen { language, color: if is_colored { Color::Ansi } else { Color::Plain }, width: width.min(WIDEST) }
}
