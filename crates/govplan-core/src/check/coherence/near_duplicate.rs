use super::essence::essential;
use super::same_text::ends_differ;
use super::synonym::plain;
use crate::check::{Context, Layer, Rule, RuleText, excerpt};
use crate::{Finding, Located, Message, Related, Requirement, Severity};
use std::collections::BTreeSet;

pub(in crate::check) static NEAR_DUPLICATE: Rule = Rule {
    code: "GP602",
    name: "near-duplicate",
    severity: Severity::Note,
    layer: Layer::Coherence,
    summary: RuleText { zh: "两项要求几乎相同", en: "two requirements that are nearly the same" },
    explanation: RuleText {
        zh: "两项要求的正文只差“加强”与“强化”一类可以互换的词，或只多出几个字；数字、编号不同的不算，时限不同的另行提示（GP603）",
        en: "the texts of two requirements differ in words that are used for each other alone (加强, 强化), or in a few characters that one has more; those that differ in a number are none, and those with different last days are said by GP603",
    },
    rationale: RuleText {
        zh: "同一件事换个说法写两遍，会分给两家去做",
        en: "one thing in two wordings is given to two units to do",
    },
    failing: r#"{"sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "加强校园周边食品摊点的监督检查，重点排查校外托餐场所。"}]}]}, {"id": "s2", "tasks": [{"id": "s2.t1", "requirements": [{"id": "s2.t1.r1", "text": "强化校园及周边食品摊点的监督检查，重点排查校外托餐场所。"}]}]}]}"#,
    passing: r#"{"sections": [{"id": "s1", "tasks": [{"id": "s1.t1", "requirements": [{"id": "s1.t1.r1", "text": "加强校园周边食品摊点的监督检查，重点排查校外托餐场所。"}]}]}, {"id": "s2", "tasks": [{"id": "s2.t1", "requirements": [{"id": "s2.t1.r1", "text": "加强农贸市场食品摊点的抽样检验，重点排查农药残留。"}]}]}]}"#,
    legal_basis: None,
    schema_can_say: false,
    check: Some(check),
};

/// Fewest and most characters of a text that is compared.
const LENGTH: std::ops::RangeInclusive<usize> = 16..=600;

/// How many hashes stand for a text, and the most texts with one hash that are compared with each other: what more of
/// them share is a phrase of the plan.
const HASHES: usize = 8;
const ALIKE: usize = 8;

/// Most characters that one text has more than the other.
const ADDED: usize = 6;

fn check(context: &Context<'_>) -> Vec<Finding> {
    let pairs = pairs(context).filter(|pair| !ends_differ(pair));
    pairs.map(|[one, other]| finding(one, other)).collect()
}

/// Two requirements that are nearly the same, in the order of the plan.
pub(super) type Pair<'c> = [&'c Located<'c, Requirement>; 2];

/// Every pair of requirements that are nearly the same.
pub(super) fn pairs<'c>(context: &'c Context<'_>) -> impl Iterator<Item = Pair<'c>> {
    let all: &[Located<'_, Requirement>] = &context.requirements;
    context.near_duplicates().iter().filter_map(|(one, other)| Some([all.get(*one)?, all.get(*other)?]))
}

/// Pairs of requirements that are nearly the same, by their places in the plan: each but the first of them once.
pub(in crate::check) fn near_duplicates(context: &Context<'_>) -> Vec<(usize, usize)> {
    let duties = context.duties();
    let mut hashes: Vec<(u32, u32)> = Vec::with_capacity(duties.len() * HASHES);
    for (duty, index) in duties.iter().zip(0..) {
        hashes.extend(lowest(plain(duty)).into_iter().flatten().map(|hash| (hash, index)));
    }
    hashes.sort_unstable();
    let mut pairs: BTreeSet<(u32, u32)> = BTreeSet::new();
    for run in hashes.chunk_by(|one, next| one.0 == next.0).filter(|run| (2..=ALIKE).contains(&run.len())) {
        for (at, (_, later)) in run.iter().enumerate() {
            let earlier = run.iter().take(at).map(|(_, earlier)| (*later, *earlier));
            pairs.extend(earlier.filter(|(one, other)| one != other));
        }
    }
    let mut said: BTreeSet<usize> = BTreeSet::new();
    let mut near = Vec::new();
    for (later, earlier) in pairs.into_iter().map(|(later, earlier)| (later as usize, earlier as usize)) {
        let (Some(one), Some(other)) = (duties.get(earlier), duties.get(later)) else { continue };
        if said.contains(&later) || !are_alike(&plain(one).collect::<String>(), &plain(other).collect::<String>()) {
            continue;
        }
        // One text is another rule's business.
        if !essential(one).eq(essential(other)) {
            said.insert(later);
            near.push((earlier, later));
        }
    }
    near
}

/// The lowest hashes of a plain text's runs of four characters.
fn lowest(text: impl Iterator<Item = char>) -> [Option<u32>; HASHES] {
    let mut lowest: [Option<u32>; HASHES] = [None; HASHES];
    let mut window = 0_u64;
    let mut length = 0_usize;
    for character in text.take(LENGTH.end() + 1) {
        length += 1;
        // Of Chinese characters sixteen bits are enough to tell them apart.
        window = window << 16 | u64::from(u32::from(character) & 0xffff);
        let mut hash = spread(window);
        let is_high = lowest.last().is_some_and(|last| last.is_some_and(|last| last <= hash));
        if length < 4 || is_high || lowest.contains(&Some(hash)) {
            continue;
        }
        // Kept in order, the absent ones last.
        for kept in &mut lowest {
            match kept {
                Some(other) if *other <= hash => {}
                Some(other) => std::mem::swap(other, &mut hash),
                None => {
                    *kept = Some(hash);
                    break;
                }
            }
        }
    }
    if LENGTH.contains(&length) { lowest } else { [None; HASHES] }
}

/// A hash: the last steps of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators,
/// 2014).
fn spread(bits: u64) -> u32 {
    let bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    (bits >> 32) as u32
}

/// Whether two plain texts differ in nothing that tells two duties apart.
fn are_alike(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let before: usize =
        short.chars().zip(long.chars()).take_while(|(one, other)| one == other).map(|(one, _)| one.len_utf8()).sum();
    let (Some(short), Some(long)) = (short.get(before..), long.get(before..)) else { return false };
    let Some(added) = long.strip_suffix(short) else { return false };
    let has_number = |c: char| c.is_ascii_alphanumeric() || "一二三四五六七八九十百千万亿两首未不非".contains(c);
    added.chars().count() <= ADDED && !added.contains(has_number)
}

fn finding(one: &Located<'_, Requirement>, other: &Located<'_, Requirement>) -> Finding {
    let text = other.item.text.as_deref().unwrap_or_default();
    let (short, before) = (excerpt(text), &one.item.id);
    let message = Message::new(
        format!("要求`{short}`与{before}几乎相同；如是同一件事，请合并"),
        format!("requirement `{short}` is nearly the same as {before}; if they are one thing, merge them"),
    );
    Finding {
        pointer: Some(other.pointer.clone()),
        place: other.item.place.clone(),
        subject: Some(other.item.id.to_string()),
        found: Some(text.to_owned()),
        related: vec![Related::new(Some(one.pointer.clone()), one.item.place.clone(), one.item.text.clone())],
        ..NEAR_DUPLICATE.finding(message)
    }
}

#[cfg(test)]
mod tests {
    use super::super::same_text::plan_of;
    use super::*;

    #[test]
    fn what_tells_two_duties_apart_is_not_said() {
        let cases = [
            ("开工建设县第十二小学教学楼和学生宿舍。", "开工建设县第十三小学教学楼和学生宿舍。", false),
            ("推进城东镇污水处理厂提标改造工程建设。", "推进城西镇污水处理厂提标改造工程建设。", false),
            ("完成2020年度政务公开工作年度报告编制。", "完成2021年度政务公开工作年度报告编制。", false),
            ("加强国有企业安全生产监督管理和隐患排查。", "加强民营企业安全生产监督管理和隐患排查。", false),
            ("加强企业安全生产监督管理和隐患排查治理。", "切实强化企业安全生产监督管理及隐患排查治理。", true),
            ("健全政务公开制度，推动信息发布和解读。", "完善政务公开各项制度，推进信息发布和解读。", true),
            ("健全政务公开制度，推动信息发布和解读。", "健全政务公开制度、推动信息发布和解读", false),
            ("对符合条件的申请予以受理并按期办结答复。", "对不符合条件的申请予以受理并按期办结答复。", false),
        ];
        for (one, other, expected) in cases {
            let plan = plan_of(&[&[(one, "办公室", "")], &[(other, "办公室", "")]]);
            assert_eq!(!check(&Context::usual(&plan)).is_empty(), expected, "{one} {other}");
        }
    }

    #[test]
    fn the_lowest_hashes_are_found_and_in_order() {
        let all = lowest("加强校园周边食品摊点的监督检查重点排查".chars());
        assert!(all.iter().all(Option::is_some) && all.is_sorted());
        assert_eq!(lowest("加强监督检查".chars()), [None; HASHES]);
    }
}
