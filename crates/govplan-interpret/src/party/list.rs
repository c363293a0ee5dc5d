//! A list of organs, as one cell or one group of a phrase prints it, to the organs in it.

use crate::vocabulary::unit_kind_of;
use govplan_core::{collective, known_organ, printed_level};
use govplan_document::Text;
use std::ops::Range;

/// One organ of a list.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    /// Full name: a level printed once for several organs is restored.
    pub(crate) unit: String,
    /// Name as printed.
    pub(crate) raw: Text,
    /// Whether the list was left open behind it (等).
    pub(crate) open: bool,
}

/// The organs of a list: split at 、 and white space, at 及 and 和 where both sides are organs, with brackets protected.
pub(crate) fn split_list(list: &Text) -> Vec<Listed> {
    let text = list.as_str();
    let mut listed: Vec<Listed> = Vec::new();
    let mut level: Option<char> = None;
    for piece in pieces(text) {
        let Some(printed) = text.get(piece.clone()) else { continue };
        if matches!(printed, "，" | "," | "；" | ";" | "\n") {
            // Another group begins: a level printed in the last one says nothing of it.
            level = None;
            continue;
        }
        for (range, open) in organs(printed, piece.start) {
            let raw = without_preposition(&list.slice(range).trim());
            let name = compact(raw.as_str());
            if name.is_empty() {
                continue;
            }
            let is_shared = listed.last().is_some_and(|before| before.unit.starts_with('各'));
            let unit = with_each(&name, is_shared).unwrap_or_else(|| restored(&name, level));
            level = printed_level(&unit).or(level);
            listed.push(Listed { unit, raw, open });
        }
    }
    share_endings(&mut listed);
    listed
}

/// The name without the preposition that leads a list in (由财政部、税务总局负责).
fn without_preposition(raw: &Text) -> Text {
    let start = if raw.as_str().starts_with('由') { '由'.len_utf8() } else { 0 };
    raw.slice(start..raw.as_str().len()).trim()
}

/// Endings that are printed once for several places: 长葛市、禹州市政府.
const SHARED_ENDINGS: [&str; 3] = ["人民政府", "政府", "管委会"];

/// Gives places the ending that is printed behind the last of them.
fn share_endings(listed: &mut [Listed]) {
    let mut shared: Option<&str> = None;
    for organ in listed.iter_mut().rev() {
        let ending = SHARED_ENDINGS.into_iter().find(|ending| organ.unit.strip_suffix(ending).is_some_and(is_place));
        if ending.is_none() && shared.is_some() && is_place(&organ.unit) {
            organ.unit.extend(shared);
        } else {
            shared = ending;
        }
    }
}

/// Whether a name is that of one place: 禹州市, 魏都区; 各县 is none.
fn is_place(name: &str) -> bool {
    let length = name.chars().count();
    (2..=12).contains(&length)
        && !PLACE_LEVELS.contains(&name)
        && name.ends_with(['市', '县', '区', '旗', '镇', '乡'])
        && collective(name).is_none()
}

/// Whether a text is a list of organs and nothing else.
pub(crate) fn is_list(text: &str) -> bool {
    let listed = split_list(&Text::new(text, govplan_core::Place::default()));
    let is_organ = |listed: &Listed| is_unit_name(&listed.unit) || collective(&listed.unit).is_some();
    !listed.is_empty() && listed.iter().all(is_organ)
}

/// Whether a text is a list of organs, each of which the table holds or an expression with 各 or 有关 names.
pub(super) fn is_list_of_known(text: &str) -> bool {
    let listed = split_list(&Text::new(text, govplan_core::Place::default()));
    let is_known = |listed: &Listed| known_organ(&listed.unit).is_some() || collective(&listed.unit).is_some();
    !listed.is_empty() && listed.iter().all(is_known)
}

/// Whether a text is the name of one organ, by its length, its marks and its ending.
pub(crate) fn is_unit_name(text: &str) -> bool {
    let length = text.chars().count();
    let marks = text.chars().any(|c| "，。；：！？、《》,;:!?\t".contains(c) || c.is_whitespace());
    (2..=30).contains(&length) && !marks && (unit_kind_of(text).is_some() || known_organ(text).is_some())
}

/// Ranges of the pieces between separators; a separator that begins another group is a piece of its own.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut depth = 0_usize;
    let mut start = 0;
    for (at, character) in text.char_indices() {
        match character {
            '（' | '(' | '〔' | '[' | '《' | '“' => depth += 1,
            '）' | ')' | '〕' | ']' | '》' | '”' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            _ if character.is_whitespace() || "、，,；;。/／".contains(character) => {
                let end = at + character.len_utf8();
                pieces.push(start..at);
                if "，,；;\n".contains(character) {
                    pieces.push(at..end);
                }
                start = end;
            }
            _ => {}
        }
    }
    pieces.push(start..text.len());
    let pieces = pieces.into_iter().filter(|piece| !piece.is_empty()).collect();
    protect_collectives(text, protect_torn_names(text, pieces))
}

/// Joins a name again that a stray blank tears in two: 人力资源社会保障 部.
fn protect_torn_names(text: &str, pieces: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    let printed = |range: Range<usize>| text.get(range).unwrap_or_default();
    for piece in pieces {
        let belongs = joined.last().is_some_and(|last| {
            let gap = printed(last.end..piece.start);
            let is_blank = !gap.is_empty() && gap.chars().all(|c| c.is_whitespace() && c != '\n');
            let (before, after) = (printed(last.clone()), printed(piece.clone()));
            let are_names = is_unit_name(before) && is_unit_name(after);
            is_blank && !are_names && known_organ(&format!("{before}{after}")).is_some()
        });
        match joined.last_mut() {
            Some(last) if belongs => last.end = piece.end,
            _ => joined.push(piece),
        }
    }
    joined
}

/// Levels of places; one that stands alone in a list begins an expression for all of a kind (县、区人民政府).
const PLACE_LEVELS: [&str; 22] = [
    "县",
    "区",
    "市",
    "省",
    "州",
    "旗",
    "镇",
    "乡",
    "盟",
    "自治区",
    "县级市",
    "直辖市",
    "乡镇",
    "镇街",
    "街道",
    "县区",
    "区县",
    "市县",
    "县市",
    "市州",
    "街镇",
    "苏木乡镇",
];

/// Bytes of the longest expression that pieces are joined to.
const LONGEST_EXPRESSION: usize = 120;

/// Joins pieces again that only together name something: 各县、区人民政府 is one expression, 各县 alone is none.
fn protect_collectives(text: &str, pieces: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    let printed = |range: Range<usize>| text.get(range).unwrap_or_default();
    for piece in pieces {
        let belongs = joined.last().is_some_and(|last| {
            let gap = printed(last.end..piece.start);
            let before = printed(last.clone());
            let begins = before.starts_with('各') && before.len() <= LONGEST_EXPRESSION;
            let is_level = PLACE_LEVELS.contains(&before);
            gap == "、" && (is_level || begins && !stands_alone(before))
        });
        match joined.last_mut() {
            Some(last) if belongs => last.end = piece.end,
            _ => joined.push(piece),
        }
    }
    joined
}

/// Whether the table of collectives holds the very expression.
fn is_known_collective(name: &str) -> bool {
    collective(name).is_some_and(|collective| collective.ranges_over.is_some())
}

/// Whether an expression with 各 names organs by itself: 各部门 does, the places in 各县、各区 only where they stand for
/// their governments at the end of a list.
fn stands_alone(name: &str) -> bool {
    let last = name.rsplit('、').next().unwrap_or(name);
    let last = last.trim_start_matches('各').trim_start_matches("有关").trim_start_matches("相关");
    !PLACE_LEVELS.contains(&last) && (unit_kind_of(name).is_some() || is_known_collective(name))
}

/// The organs of one piece: 民航局等国务院相关部门及各地区 holds three.
fn organs(piece: &str, offset: usize) -> Vec<(Range<usize>, bool)> {
    let mut organs = Vec::new();
    let mut start = 0;
    let mut depth = 0_usize;
    for (at, character) in piece.char_indices() {
        match character {
            '（' | '(' | '〔' => depth += 1,
            '）' | ')' | '〕' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let after = at + character.len_utf8();
        // Most characters are part of a name: they are passed over before any table is asked.
        if depth > 0 || at < start || !matches!(character, '等' | '及' | '和' | '与') {
            continue;
        }
        let (before, rest) = (piece.get(start..at).unwrap_or_default(), piece.get(after..).unwrap_or_default());
        if unit_kind_of(before).is_none() && known_organ(before).is_none() {
            continue;
        }
        if character == '等' {
            let rest_start = if is_generic(rest) { piece.len() } else { after };
            organs.push((offset + start..offset + at, rest_start == piece.len()));
            start = rest_start;
        } else if begins_unit(rest) {
            organs.push((offset + start..offset + at, false));
            start = after;
        }
    }
    if start < piece.len() {
        organs.push((offset + start..offset + piece.len(), false));
    }
    organs
}

/// Whether what follows 等 names nobody in particular.
fn is_generic(rest: &str) -> bool {
    matches!(rest, "" | "部门" | "单位" | "部门和单位" | "部门、单位" | "科室" | "处室")
}

/// Whether what follows 及 or 和 is an organ by itself: 发展和改革局 holds no list.
fn begins_unit(rest: &str) -> bool {
    rest.starts_with(['各', '其'])
        || rest.starts_with("有关")
        || rest.starts_with("相关")
        || known_organ(rest).is_some()
        || unit_kind_of(rest).is_some() && rest.chars().count() > 3
}

/// The name with the 各 that is printed once for several (各乡镇人民政府、街道办事处) or left out before the places in
/// brackets (县（市、区）政府), where the table holds the expression with it.
fn with_each(name: &str, is_shared: bool) -> Option<String> {
    let each = format!("各{name}");
    let is_bracketed =
        PLACE_LEVELS.iter().any(|level| name.strip_prefix(level).is_some_and(|rest| rest.starts_with('（')));
    let lacks = is_bracketed || is_shared && is_known_collective(&each);
    (lacks && !name.starts_with('各')).then_some(each)
}

/// The full name of an organ, its level restored from the one printed before it.
///
/// Only a name that the table holds takes a level: 潮州供电局 in a list of 市 departments is none of them.
fn restored(name: &str, level: Option<char>) -> String {
    match (level, known_organ(name)) {
        // 团市委 names its level inside.
        (Some(level), Some(organ))
            if organ.level.is_none() && organ.is_local && !name.ends_with(&format!("{level}委")) =>
        {
            format!("{level}{name}")
        }
        _ => name.to_owned(),
    }
}

/// The name without white space inside.
fn compact(name: &str) -> String {
    name.chars().filter(|character| !character.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use govplan_core::Place;

    fn listed(text: &str) -> Vec<String> {
        let text = Text::new(text, Place::in_line(1, 1, text.chars().count()));
        let mark = |listed: Listed| if listed.open { format!("{}…", listed.unit) } else { listed.unit };
        split_list(&text).into_iter().map(mark).collect()
    }

    #[test]
    fn lists_are_divided_at_their_separators_and_brackets_are_protected() {
        for (text, organs) in [
            ("计财科 校产办 体育运动服务中心", vec!["计财科", "校产办", "体育运动服务中心"]),
            ("各镇（街）教委、区直各学校（单位、幼儿园）", vec!["各镇（街）教委", "区直各学校（单位、幼儿园）"]),
            ("办公室\n宣传信息中心", vec!["办公室", "宣传信息中心"]),
            ("各县、区人民政府（管委会）", vec!["各县、区人民政府（管委会）"]),
            ("各部门、各地方", vec!["各部门", "各地方"]),
            ("各镇人民政府、街道办事处", vec!["各镇人民政府", "各街道办事处"]),
            ("各省、自治区、直辖市人民政府", vec!["各省、自治区、直辖市人民政府"]),
            ("各乡镇、街道，县教育局", vec!["各乡镇、街道", "县教育局"]),
            ("各乡镇人民政府、街道办事处", vec!["各乡镇人民政府", "各街道办事处"]),
            ("各有关区、县级市", vec!["各有关区、县级市"]),
            ("县、区人民政府、市教体局", vec!["县、区人民政府", "市教体局"]),
            ("发展和改革局、住房和城乡建设局", vec!["发展和改革局", "住房和城乡建设局"]),
            ("国务院相关部门及各地区", vec!["国务院相关部门", "各地区"]),
            ("铁路局、民航局等国务院相关部门及各地区", vec!["铁路局", "民航局", "国务院相关部门", "各地区"]),
            ("财政部、审计署等", vec!["财政部", "审计署…"]),
            ("交通运输局、水务局等部门", vec!["交通运输局", "水务局…"]),
            ("****体育局、县**局", vec!["****体育局", "县**局"]),
            ("", vec![]),
            ("、、 ，", vec![]),
        ] {
            assert_eq!(listed(text), organs, "{text}");
        }
    }

    #[test]
    fn a_level_printed_once_is_restored_within_its_group() {
        for (text, organs) in [
            ("市发展和改革局、生态环境局", vec!["市发展和改革局", "市生态环境局"]),
            ("市生态环境局、市场监管局", vec!["市生态环境局", "市市场监管局"]),
            ("市公安局、水务局，潮州供电局", vec!["市公安局", "市水务局", "潮州供电局"]),
            ("市城市管理和综合执法局、水务局", vec!["市城市管理和综合执法局", "市水务局"]),
            ("市财政局，公安局", vec!["市财政局", "公安局"]),
            ("长葛市、禹州市政府", vec!["长葛市政府", "禹州市政府"]),
            ("市工业和信息化局、自然资源规划局", vec!["市工业和信息化局", "市自然资源规划局"]),
            ("市场监管总局、发展改革委、人民银行", vec!["市场监管总局", "发展改革委", "人民银行"]),
        ] {
            assert_eq!(listed(text), organs, "{text}");
        }
    }

    #[test]
    fn names_keep_their_places() {
        let text = Text::new("办公室、人事科", Place::in_line(7, 12, 7));
        let places: Vec<_> = split_list(&text).iter().map(|listed| listed.raw.place(0..9)).collect();
        assert_eq!(places, [Some(Place::in_line(7, 12, 3)), Some(Place::in_line(7, 16, 3))]);
    }
}
