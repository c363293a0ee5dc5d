//! What a text holds at all, told in one pass, so that rules look closely only where there is something to see.

use super::law::is_figure;
use super::responsibility::may_end_label;
use std::sync::LazyLock;

/// Signs that a slip of some kind may stand in a text; where one is absent, no such slip does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Traces {
    /// Half-width punctuation.
    pub(super) half_width: bool,
    /// Two punctuation marks in a row.
    pub(super) repeated: bool,
    /// A half-width bracket.
    pub(super) half_bracket: bool,
    /// A pair of marks that does not come out even.
    pub(super) uneven: bool,
    /// White space between characters.
    pub(super) blank: bool,
    /// A character that was lost.
    pub(super) lost: bool,
    /// A full-width digit.
    pub(super) wide_digit: bool,
    /// A zero and one more digit before 月 or 日.
    pub(super) padded: bool,
    /// Two digits, no third, before 年.
    pub(super) short_year: bool,
    /// Four digits or more, and behind them what may go on a document number.
    pub(super) number: bool,
    /// More than one sentence.
    pub(super) sentences: bool,
    /// No mark at the end that ends a sentence.
    pub(super) open_end: bool,
    /// A bracket.
    pub(super) bracket: bool,
    /// A colon behind a character that a label of responsibility may end in.
    pub(super) label: bool,
    /// 各, which opens an expression for several units.
    pub(super) every: bool,
    /// 申请.
    pub(super) request: bool,
    /// A number before a unit of time, or 每.
    pub(super) time: bool,
    /// A length of days or hours that ends with 内.
    pub(super) within: bool,
    /// 年 and right behind it what connects the ends of a stretch.
    pub(super) years: bool,
    /// A word without which no rule of law has anything to say.
    pub(super) law: bool,
}

/// How many pairs of marks there are.
pub(super) const PAIRS: usize = 6;

/// The pair that a mark belongs to, and whether it opens it. Brackets of both widths are one pair, their mixture is
/// another rule's business.
pub(super) fn pair(character: char) -> Option<(usize, bool)> {
    Some(match character {
        '（' | '(' => (0, true),
        '）' | ')' => (0, false),
        '《' => (1, true),
        '》' => (1, false),
        '“' => (2, true),
        '”' => (2, false),
        '〔' => (3, true),
        '〕' => (3, false),
        '【' => (4, true),
        '】' => (4, false),
        '「' => (5, true),
        '」' => (5, false),
        _ => return None,
    })
}

/// Whether a mark divides sentences and their parts, and never stands twice.
pub(super) fn is_divider(character: char) -> bool {
    matches!(character, '，' | '、' | '；' | '：' | '。')
}

pub(super) fn is_lost(character: char) -> bool {
    matches!(character, '\u{fffd}' | '\u{e000}'..='\u{f8ff}')
}

pub(super) fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\u{a0}' | '\u{3000}')
}

pub(super) fn ends_sentence(character: char) -> bool {
    matches!(character, '。' | '；' | '！' | '？' | '\n')
}

impl Traces {
    pub(super) fn of(text: &str) -> Self {
        let mut traces = Self::default();
        let mut depths = [0_usize; PAIRS];
        let mut ended = false;
        let mut before = ' ';
        let (mut digits, mut zero) = (0_usize, false);
        let mut after_figure = false;
        let telling = &*TELLING;
        for c in text.chars() {
            if ('\u{4e00}'..='\u{9fff}').contains(&c) {
                // Most characters are Chinese, and of those few tell anything, by what stands beside them.
                let tells = digits > 0 || after_figure || {
                    let (word, bit) = place(c);
                    telling.get(word).is_some_and(|word| word >> bit & 1 == 1)
                };
                if !tells {
                    traces.sentences |= ended;
                    before = c;
                    continue;
                }
                traces.padded |= zero && digits == 2 && matches!(c, '月' | '日');
                traces.short_year |= c == '年' && digits == 2;
                traces.number |= digits >= 4 && matches!(c, '字' | '第' | '号');
                traces.sentences |= ended;
                traces.word(before, c);
                traces.time |= after_figure && matches!(c, '日' | '天' | '个' | '小' | '周' | '月' | '年' | '工');
                (digits, before, after_figure) = (0, c, is_figure(c));
                continue;
            }
            after_figure = is_figure(c) || after_figure && c.is_whitespace();
            traces.years |= before == '年' && matches!(c, '—' | '－' | '-' | '～');
            traces.sentences |= ended && !ends_sentence(c);
            ended |= ends_sentence(c);
            match c {
                ',' | ';' | '?' | '!' | '<' | '>' => traces.half_width = true,
                ':' => (traces.half_width, traces.label) = (true, traces.label || may_end_label(before)),
                '(' | ')' => (traces.half_bracket, traces.bracket) = (true, true),
                '（' | '〔' | '【' => traces.bracket = true,
                '：' => traces.label |= may_end_label(before),
                '０'..='９' => traces.wide_digit = true,
                _ => {}
            }
            traces.repeated |= is_divider(c) && is_divider(before);
            traces.blank |= is_blank(c);
            traces.lost |= is_lost(c);
            if let Some((pair, opens)) = pair(c)
                && let Some(depth) = depths.get_mut(pair)
            {
                traces.uneven |= !opens && *depth == 0;
                *depth = if opens { *depth + 1 } else { depth.saturating_sub(1) };
            }
            traces.number |= digits >= 4;
            zero = if digits == 0 { c == '0' } else { zero };
            digits = if c.is_ascii_digit() { digits + 1 } else { 0 };
            before = c;
        }
        traces.number |= digits >= 4;
        traces.open_end = !ends_sentence(before);
        traces.uneven |= depths.iter().any(|depth| *depth > 0);
        traces
    }

    /// What a Chinese character tells, and with the one before it.
    fn word(&mut self, before: char, c: char) {
        match c {
            '各' => self.every = true,
            '每' => self.time = true,
            _ => {}
        }
        let told = WORDS.iter().find(|(first, second, _)| (*first, *second) == (before, c));
        match told {
            Some((.., Word::Request)) => self.request = true,
            Some((.., Word::Within)) => self.within = true,
            Some((.., Word::Years)) => self.years = true,
            Some((.., Word::Law)) => self.law = true,
            None => {}
        }
    }
}

/// What a word is a trace of.
#[derive(Clone, Copy)]
enum Word {
    Request,
    Within,
    Years,
    Law,
}

/// Words of two characters.
const WORDS: [(char, char, Word); 22] = [
    ('申', '请', Word::Request),
    ('日', '内', Word::Within),
    ('天', '内', Word::Within),
    ('时', '内', Word::Within),
    ('年', '至', Word::Years),
    ('年', '到', Word::Years),
    ('意', '见', Word::Law),
    ('公', '开', Word::Law),
    ('公', '众', Word::Law),
    ('听', '证', Word::Law),
    ('审', '查', Word::Law),
    ('审', '核', Word::Law),
    ('舆', '情', Word::Law),
    ('处', '罚', Word::Law),
    ('代', '表', Word::Law),
    ('信', '访', Word::Law),
    ('督', '查', Word::Law),
    ('媒', '体', Word::Law),
    ('权', '威', Word::Law),
    ('布', '会', Word::Law),
    ('年', '报', Word::Law),
    ('微', '博', Word::Law),
];

/// Which Chinese characters may tell something, a bit for each.
static TELLING: LazyLock<[u64; CHINESE / 64]> = LazyLock::new(|| {
    let figures = ('\u{4e00}'..='\u{9fff}').filter(|c| is_figure(*c));
    let all = WORDS.iter().map(|(_, second, _)| *second).chain(['各', '每']).chain(figures);
    let mut telling = [0; CHINESE / 64];
    for c in all {
        let (word, bit) = place(c);
        if let Some(word) = telling.get_mut(word) {
            *word |= 1 << bit;
        }
    }
    telling
});

/// How many Chinese characters there are.
const CHINESE: usize = 0x5200;

/// Where a Chinese character stands among the bits for all of them.
fn place(c: char) -> (usize, u32) {
    let place = u32::from(c).saturating_sub(0x4e00);
    (place as usize / 64, place % 64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinary_text_leaves_no_traces() {
        let text = "按照《方案》“要求”，完成50项。";
        assert_eq!(Traces::of(text), Traces::default());
    }

    #[test]
    fn a_number_before_a_unit_of_time_is_told() {
        let told = |text: &str| (Traces::of(text).time, Traces::of(text).law);
        assert_eq!(told("不少于 30 日公开征求意见"), (true, true));
        assert_eq!(told("二十个工作日内办结"), (true, false));
        assert_eq!(told("政务新媒体每周更新"), (true, true));
        assert_eq!(told("及时公开，日常更新"), (false, true));
    }

    #[test]
    fn every_trace_is_told() {
        let all = "甲,乙，，(１） “ \u{e000}20年01月。国发〔2020〕3号，责任单位：各地申请公开，30日内；15年至12年";
        let told = Traces {
            half_width: true,
            repeated: true,
            half_bracket: true,
            uneven: true,
            blank: true,
            lost: true,
            wide_digit: true,
            padded: true,
            short_year: true,
            number: true,
            sentences: true,
            open_end: true,
            bracket: true,
            label: true,
            every: true,
            request: true,
            time: true,
            within: true,
            years: true,
            law: true,
        };
        assert_eq!(Traces::of(all), told);
    }
}
