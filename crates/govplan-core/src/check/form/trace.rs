//! What a text holds at all, told in one pass, so that rules look closely only where there is something to see.

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
    /// Four digits or more, and not 年 behind them.
    pub(super) number: bool,
    /// More than one sentence.
    pub(super) sentences: bool,
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
        for c in text.chars() {
            // Most characters are Chinese, and of those only 年, 月 and 日 tell anything, by what stands before them.
            if ('\u{4e00}'..='\u{9fff}').contains(&c) {
                traces.short_year |= c == '年' && digits == 2;
                traces.padded |= zero && digits == 2 && matches!(c, '月' | '日');
                traces.number |= c != '年' && digits >= 4;
                traces.sentences |= ended;
                (digits, before) = (0, c);
                continue;
            }
            traces.sentences |= ended && !ends_sentence(c);
            ended |= ends_sentence(c);
            match c {
                ',' | ':' | ';' | '?' | '!' | '<' | '>' => traces.half_width = true,
                '(' | ')' => traces.half_bracket = true,
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
        traces.uneven |= depths.iter().any(|depth| *depth > 0);
        traces
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinary_text_leaves_no_traces() {
        let text = "按照《意见》（市政办），2020年9月30日前完成50项。";
        assert_eq!(Traces::of(text), Traces::default());
        assert_eq!(Traces::of(""), Traces::default());
    }

    #[test]
    fn every_trace_is_told() {
        let all = "甲,乙，，(１） “ \u{e000}20年01月。国发〔2020〕3号";
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
        };
        assert_eq!(Traces::of(all), told);
    }
}
