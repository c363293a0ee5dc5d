use super::table;
use crate::{Closure, Collective};
use std::collections::BTreeMap;
use std::sync::LazyLock;

static COLLECTIVES: LazyLock<BTreeMap<&'static str, (&'static str, Closure)>> = LazyLock::new(|| {
    let rows = table(include_str!("../../data/collectives.csv"));
    rows.filter_map(|row| match row[..] {
        [expression, ranges_over, closure] => Some((expression, (ranges_over, closure_of(closure)?))),
        _ => None,
    })
    .collect()
});

/// Words by which an expression shows that it means several organs, and whether the set can be told.
static SIGNS: LazyLock<Vec<(&'static str, Closure)>> = LazyLock::new(|| {
    let rows = table(include_str!("../../data/collective_signs.csv"));
    rows.filter_map(|row| match row[..] {
        [sign, closure, _] => Some((sign, closure_of(closure)?)),
        _ => None,
    })
    .collect()
});

fn closure_of(word: &str) -> Option<Closure> {
    match word {
        "closed" => Some(Closure::Closed),
        "open" => Some(Closure::Open),
        "self_reference" => Some(Closure::SelfReference),
        _ => None,
    }
}

/// What a name ranges over, if it is an expression for several organs at once (集合单位).
///
/// A name that the table does not hold is told by its words: 有关 and 相关 leave the set open, 责任单位 points back at
/// the plan, 各 means all of a set.
///
/// ```
/// use govplan_core::{Closure, collective};
/// assert_eq!(collective("机关各相关科室").unwrap().closure, Closure::Open);
/// assert_eq!(collective("各县、区人民政府（管委会）").unwrap().closure, Closure::Closed);
/// assert!(collective("办公室").is_none());
/// ```
#[must_use]
pub fn collective(name: &str) -> Option<Collective> {
    if let Some((ranges_over, closure)) = COLLECTIVES.get(name) {
        return Some(Collective { ranges_over: Some((*ranges_over).to_owned()), ..Collective::new(*closure) });
    }
    let sign = SIGNS.iter().find(|(sign, _)| match sign.strip_prefix('^') {
        Some(start) => name.starts_with(start),
        None => name.contains(sign),
    });
    sign.map(|(_, closure)| Collective::new(*closure))
}
