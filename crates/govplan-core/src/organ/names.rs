use super::table;
use std::collections::BTreeMap;
use std::sync::LazyLock;

static NAMES: LazyLock<BTreeMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut names: BTreeMap<&'static str, Vec<&'static str>> = BTreeMap::new();
    for row in table(include_str!("../../data/organ_names.csv")) {
        let [function, _, full, short, ..] = row[..] else { continue };
        for name in full.split(';').chain(short.split(';')).filter(|name| !name.is_empty()) {
            names.entry(name).or_default().push(function);
        }
    }
    names
});

/// Levels of government whose one-character name stands before that of a department (市财政局).
const LEVELS: [char; 8] = ['省', '市', '州', '县', '区', '旗', '盟', '镇'];

/// An organ whose name a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownOrgan<'n> {
    /// Level printed before the name (市 in 市财政局).
    pub level: Option<char>,
    /// The name without its level.
    pub name: &'n str,
    /// Functional type (财政); absent where the name stands for more than one.
    pub function: Option<&'static str>,
}

/// The organ of a name, if a table holds the name as it is or behind the one character of its level.
///
/// ```
/// let organ = govplan_core::known_organ("市市场监管局").unwrap();
/// assert_eq!((organ.level, organ.name), (Some('市'), "市场监管局"));
/// assert_eq!(govplan_core::known_organ("市场监管局").unwrap().level, None);
/// assert!(govplan_core::known_organ("潮州供电局").is_none());
/// ```
#[must_use]
pub fn known_organ(name: &str) -> Option<KnownOrgan<'_>> {
    let known = |level, name| {
        let functions = NAMES.get(name)?;
        Some(KnownOrgan { level, name, function: functions.first().copied().filter(|_| functions.len() == 1) })
    };
    known(None, name).or_else(|| {
        let mut rest = name.chars();
        let level = rest.next().filter(|character| LEVELS.contains(character))?;
        known(Some(level), rest.as_str())
    })
}

/// The level that stands before the name of an organ, also of one that the table does not hold.
///
/// The character is no level where names of the table begin with it and the next: 市场监管总局 is of no 市.
///
/// ```
/// use govplan_core::printed_level;
/// assert_eq!(printed_level("市城市管理和综合执法局"), Some('市'));
/// assert_eq!(printed_level("市场监管总局"), None);
/// ```
#[must_use]
pub fn printed_level(name: &str) -> Option<char> {
    if let Some(organ) = known_organ(name) {
        return organ.level;
    }
    let first = name.chars().next().filter(|character| LEVELS.contains(character))?;
    let beginning: String = name.chars().take(2).collect();
    let mut after = NAMES.range(beginning.as_str()..);
    (!after.next().is_some_and(|(known, _)| known.starts_with(&beginning))).then_some(first)
}

/// Whether two names are one organ: of one functional type and level, and one an abbreviation of the other.
///
/// Both must stand in the table; that names look alike is never enough.
///
/// ```
/// use govplan_core::is_same_organ;
/// assert!(is_same_organ("基教科", "基础教育科"));
/// assert!(!is_same_organ("市财政局", "县财政局"));
/// assert!(!is_same_organ("综合科", "秘书科"));
/// ```
#[must_use]
pub fn is_same_organ(one: &str, other: &str) -> bool {
    let (Some(one), Some(other)) = (known_organ(one), known_organ(other)) else { return one == other };
    one.function.is_some()
        && (one.level, one.function) == (other.level, other.function)
        && (abbreviates(one.name, other.name) || abbreviates(other.name, one.name))
}

/// Whether the characters of the short name stand in the long one in the same order.
fn abbreviates(short: &str, long: &str) -> bool {
    let mut characters = long.chars();
    short.chars().all(|wanted| characters.any(|character| character == wanted))
}
