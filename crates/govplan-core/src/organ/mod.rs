//! What is known of organs by their names alone: functional types, short names, collective expressions.
//!
//! The tables are facts, not rules: a name that they do not hold is left as it is.

mod collective;
mod names;
mod post;

pub use collective::collective;
pub(crate) use names::is_state_department;
pub use names::{KnownOrgan, is_same_organ, known_organ, organ_functions, printed_level};
pub use post::before_post;

/// The lines of a table of facts, without its comments and its header.
pub(crate) fn table(csv: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = csv.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.skip(1).map(|line| line.split(',').collect())
}
