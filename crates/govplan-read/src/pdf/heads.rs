use super::damaged;
use super::nesting::Nesting;
use super::scan::Raw;
use crate::ReadError;
use std::collections::BTreeMap;

/// Checks objects before the parser reads them, for what it does not bound itself: arrays and dictionaries in one
/// another, which it reads by recursion, and numbers that it allocates by.
pub(super) fn check(objects: &BTreeMap<u32, Raw<'_>>, depth: usize) -> Result<(), ReadError> {
    /// More columns than any picture or table has.
    const COLUMNS: u64 = 1 << 20;
    for raw in objects.values() {
        let mut nesting = Nesting::new(depth);
        // Where a string is not closed, what follows may be read as part of the object.
        let is_bounded =
            nesting.follow(&raw.head) && (nesting.is_outside_strings() || nesting.follow(raw.data.unwrap_or_default()));
        if !is_bounded {
            return Err(damaged(format!("objects nested deeper than {depth}")));
        }
        let is_boundless = |name: &[u8]| raw.number(name).is_some_and(|number| number > COLUMNS);
        if [b"/Columns".as_slice(), b"/Colors", b"/BitsPerComponent"].into_iter().any(is_boundless) {
            return Err(damaged("rows of a stream longer than any".to_owned()));
        }
    }
    Ok(())
}
