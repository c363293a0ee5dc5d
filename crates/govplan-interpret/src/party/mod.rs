//! Organs and their roles, out of a cell or a phrase: 办公室牵头，各科室配合.

mod list;
mod phrase;
mod running;

pub(crate) use list::{Listed, is_list, is_unit_name, split_list};
pub(crate) use phrase::{Parties, is_bare_phrase, parse, persons};
pub(crate) use running::told;
