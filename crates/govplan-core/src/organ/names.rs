use super::table;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What the tables say of a name.
#[derive(Debug, Default)]
struct Entry {
    /// The functional types that it stands for.
    functions: Vec<&'static str>,
    /// Whether it names an organ of a place: a province, a city, an office within one.
    is_local: bool,
    /// Whether it names a central organ.
    is_central: bool,
    /// Whether it names a department of the State Council.
    is_state_department: bool,
}

static NAMES: LazyLock<BTreeMap<String, Entry>> = LazyLock::new(|| {
    let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
    let mut add = |function, names: &'static str, is_central: bool, is_state_department: bool| {
        for name in names.split(';').filter(|name| !name.is_empty()) {
            // 自然资源和规划局 is as often printed 自然资源规划局.
            let without_and = name.replace('和', "");
            for name in [name.to_owned(), without_and] {
                let entry = entries.entry(name).or_default();
                entry.is_central |= is_central;
                entry.is_local |= !is_central;
                entry.is_state_department |= is_state_department;
                if !entry.functions.contains(&function) {
                    entry.functions.push(function);
                }
            }
        }
    };
    for row in table(include_str!("../../data/organ_names.csv")) {
        let [function, _, full, short, ..] = row[..] else { continue };
        add(function, full, false, false);
        add(function, short, false, false);
    }
    for row in table(include_str!("../../data/state_organs.csv")) {
        let [function, names, state_department] = row[..] else { continue };
        add(function, names, true, state_department == "yes");
    }
    entries
});

/// Every functional type (职能类型) that the tables know, in their order: the vocabulary of `function`.
pub fn organ_functions() -> impl Iterator<Item = &'static str> {
    let local = table(include_str!("../../data/organ_names.csv"));
    let central = table(include_str!("../../data/state_organs.csv"));
    let mut seen = std::collections::BTreeSet::new();
    local.chain(central).filter_map(|row| row.first().copied()).filter(move |function| seen.insert(*function))
}

/// Whether a name is that of a department of the State Council (国务院各部门).
pub(crate) fn is_state_department(name: &str) -> bool {
    NAMES.get(name).is_some_and(|entry| entry.is_state_department)
}

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
    /// Whether the name is that of an organ of a place (教育局), which a level may stand before.
    pub is_local: bool,
    /// Whether the name is that of a central organ (教育部). Some names are both (发展改革委).
    pub is_central: bool,
}

/// The organ of a name, if a table holds the name as it is or behind the one character of its level.
///
/// ```
/// let organ = govplan_core::known_organ("市市场监管局").unwrap();
/// assert_eq!((organ.level, organ.name), (Some('市'), "市场监管局"));
/// assert_eq!(govplan_core::known_organ("市场监管局").unwrap().level, None);
/// assert!(govplan_core::known_organ("教育部").unwrap().is_central);
/// assert!(govplan_core::known_organ("潮州供电局").is_none());
/// ```
#[must_use]
pub fn known_organ(name: &str) -> Option<KnownOrgan<'_>> {
    let known = |level: Option<char>, name| {
        let entry = NAMES.get(name).filter(|entry| level.is_none() || entry.is_local)?;
        let function = entry.functions.first().copied().filter(|_| entry.functions.len() == 1);
        let is_central = entry.is_central && level.is_none();
        Some(KnownOrgan { level, name, function, is_local: entry.is_local, is_central })
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
    let mut after = NAMES.range(beginning.clone()..);
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
/// assert!(is_same_organ("国家发展改革委", "发展改革委"));
/// assert!(!is_same_organ("税务总局", "税务局"));
/// ```
#[must_use]
pub fn is_same_organ(one: &str, other: &str) -> bool {
    let (Some(one), Some(other)) = (known_organ(one), known_organ(other)) else { return one == other };
    let same_rank = one.is_local && other.is_local || one.is_central && other.is_central;
    same_rank
        && one.function.is_some()
        && (one.level, one.function) == (other.level, other.function)
        && (abbreviates(one.name, other.name) || abbreviates(other.name, one.name))
}

/// Whether the characters of the short name stand in the long one in the same order.
fn abbreviates(short: &str, long: &str) -> bool {
    let mut characters = long.chars();
    short.chars().all(|wanted| characters.any(|character| character == wanted))
}
