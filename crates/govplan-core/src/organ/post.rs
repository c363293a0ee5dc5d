//! Persons by the words that their posts end in.

use super::table;

const ENDINGS: &str = include_str!("../../data/post_endings.csv");

/// What stands before the post that a name ends in, if it ends in one; the table holds the posts.
///
/// ```
/// assert_eq!(govplan_core::before_post("人事科科长"), Some("人事科"));
/// assert_eq!(govplan_core::before_post("分管副市长"), Some("分管副"));
/// assert_eq!(govplan_core::before_post("局长办公室"), None);
/// ```
#[must_use]
pub fn before_post(name: &str) -> Option<&str> {
    let endings = table(ENDINGS).filter_map(|row| row.first().copied());
    // The longest ending is the whole post: 董事长, not 事长.
    endings.filter_map(|ending| name.strip_suffix(ending)).min_by_key(|before| before.len())
}
