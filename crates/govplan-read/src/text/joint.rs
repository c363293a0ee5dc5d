use super::enumerator;

/// Characters of a line of running text: a heading, a title or a name is seldom as long.
const RUNNING: usize = 40;

/// Whether a line carries on the sentence that the line before it broke off, as at the end of a page.
///
/// Either it opens with a mark that can open no line (GB/T 15834—2011, 5.1: 句号、逗号、顿号、分号、冒号 never stand at the
/// head of a line), or running text stops without an end and goes on to one. In doubt the lines stay apart: titles,
/// addressees, signatures and items of a list break for other reasons.
pub(crate) fn carries_on(previous: &str, next: &str) -> bool {
    let first = next.chars().next();
    may_carry_on(previous, next)
        && (first.is_some_and(|c| matches!(c, '，' | '。' | '、' | '；' | '：' | '！' | '？' | '”' | '》' | '）'))
            || (previous.ends_with(is_open)
                && previous.chars().nth(RUNNING - 1).is_some()
                && previous.contains(['，', '。'])
                && next.contains(is_sentence_end)))
}

/// Whether the cell of a row carries on the sentence that the cell above broke off, where the table is known to be broken
/// there: it goes on to an end. A shorter text is enough than between lines.
pub(crate) fn carries_on_cell(above: &str, rest: &str) -> bool {
    may_carry_on(above, rest) && above.ends_with(is_open) && rest.ends_with(is_sentence_end)
}

fn may_carry_on(previous: &str, next: &str) -> bool {
    let has_ended = previous.is_empty() || previous.ends_with(is_sentence_end) || previous.ends_with(['：', ':']);
    !has_ended && !next.is_empty() && !opens_with_label(next)
}

/// Whether a line opens an item or names an attachment.
fn opens_with_label(line: &str) -> bool {
    enumerator::length(line) > 0 || line.starts_with('附')
}

fn is_sentence_end(c: char) -> bool {
    matches!(c, '。' | '；' | '！' | '？')
}

/// Whether a sentence can not end with a character: a word, a comma, an opening bracket.
fn is_open(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '，' | '、' | '（' | '《' | '“')
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUNNING_TEXT: &str =
        "一、加强组织领导。各镇（街）教委、机关各科室要高度重视政务公开工作，强化组织领导，配齐配强工作人";

    #[test]
    fn a_sentence_broken_over_two_lines_is_joined() {
        for (previous, next) in [
            (RUNNING_TEXT, "员，落实政务公开工作责任制，确保各项公开工作任务完成。"),
            ("安排部署的各项工作进行“回头看”", "，逐项对照自查落实情况。"),
        ] {
            assert!(carries_on(previous, next), "{previous} | {next}");
        }
    }

    #[test]
    fn lines_that_break_for_another_reason_stay_apart() {
        for (previous, next) in [
            ("全国深化“放管服”改革优化营商环境", "电视电话会议重点任务分工方案"),
            ("二、加大宏观政策实施力度，着力稳企业保就业", "各地区要结合实际制定方案。"),
            (RUNNING_TEXT, "二、强化工作实效。"),
            (RUNNING_TEXT, "附件：2020年方案。"),
            (RUNNING_TEXT, "济宁市兖州区教育和体育局"),
            (RUNNING_TEXT, "2020年8月27日"),
            ("各镇（街）教委，区直各学校（单位、幼儿园），机关各科室：", "为认真贯彻落实决策部署。"),
            ("济宁市兖州区教育和体育局", "2020年8月27日"),
            ("", "，"),
        ] {
            assert!(!carries_on(previous, next), "{previous} | {next}");
        }
    }
}
