use super::essence::{essential, mix};
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

/// The most texts with one half that are compared with each other: what more of them share is a phrase of the plan.
const ALIKE: usize = 8;

/// Most characters that one text has more than the other.
const ADDED: usize = 6;

/// Characters by which what is hashed of a text grows.
const STEP: usize = 8;

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
    // The hash in the high bits, the place in the low ones: one number sorts faster than two.
    let mut hashes: Vec<u64> = Vec::with_capacity(duties.len() * 4);
    let mut characters: Vec<char> = Vec::new();
    for (duty, index) in duties.iter().zip(0_u32..) {
        characters.clear();
        characters.extend(plain(&duty.text).take(LENGTH.end() + 1));
        hashes.extend(halves(&characters).map(|hash| hash << 32 | u64::from(index)));
    }
    hashes.sort_unstable();
    let mut pairs: BTreeSet<(u32, u32)> = BTreeSet::new();
    let runs = hashes.chunk_by(|one, next| one >> 32 == next >> 32).filter(|run| (2..=ALIKE).contains(&run.len()));
    for run in runs {
        let mut places: Vec<u32> =
            run.iter().filter_map(|hash| u32::try_from(hash & u64::from(u32::MAX)).ok()).collect();
        places.dedup();
        for (at, later) in places.iter().enumerate() {
            pairs.extend(places.iter().take(at).map(|earlier| (*later, *earlier)));
        }
    }
    let mut said: BTreeSet<usize> = BTreeSet::new();
    let mut near = Vec::new();
    for (later, earlier) in pairs.into_iter().map(|(later, earlier)| (later as usize, earlier as usize)) {
        let (Some(one), Some(other)) = (duties.get(earlier), duties.get(later)) else { continue };
        let (one, other) = (&one.text, &other.text);
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

/// Hashes of what a plain text begins with and ends with, in 32 bits.
///
/// Of two texts that differ in a few characters at one place, the half before it or the half behind it is the same in both. How
/// much of a text is hashed goes by steps, and by the lengths that the other may have, so that both hash as much.
fn halves(text: &[char]) -> impl Iterator<Item = u64> + '_ {
    let lengths = [text.len(), text.len().saturating_sub(ADDED)].map(|length| (length / (2 * STEP) * STEP).max(STEP));
    let [long, short] = lengths;
    let is_compared = LENGTH.contains(&text.len());
    let lengths = lengths.into_iter().take(if long == short { 1 } else { 2 }).filter(move |_| is_compared);
    lengths.flat_map(|length| {
        let (head, tail) = (text.get(..length), text.len().checked_sub(length).and_then(|start| text.get(start..)));
        // What both begin with and what both end with are two things.
        [(head, 1), (tail, 2)].into_iter().filter_map(|(half, seed)| Some(hash(half?, seed)))
    })
}

/// A hash of characters in 32 bits.
fn hash(characters: &[char], seed: u64) -> u64 {
    spread(characters.iter().fold(seed, |hash, character| mix(hash, *character)))
}

/// A hash: the last steps of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators,
/// 2014).
fn spread(bits: u64) -> u64 {
    let bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits >> 32
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
    fn texts_that_differ_at_one_place_share_a_hash() {
        let text: Vec<char> = ('一'..).take(64).collect();
        for length in *LENGTH.start()..64 {
            let short = text.get(..length).unwrap();
            for (at, added) in (0..=length).flat_map(|at| (0..=ADDED).map(move |added| (at, added))) {
                let mut long = short.to_vec();
                long.splice(at..at, std::iter::repeat_n('新', added));
                let other: Vec<u64> = halves(&long).collect();
                assert!(halves(short).any(|hash| other.contains(&hash)), "{length} characters, {added} added at {at}");
            }
        }
        let short: Vec<char> = "加强监督检查".chars().collect();
        assert_eq!(halves(&short).count(), 0);
    }
}
