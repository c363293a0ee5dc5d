/// Length in bytes of the mark that opens an item of a list: `一、`, `（一）`, `1.`, `①`, `第二章`, `●`; 0 where none does.
///
/// The levels 一、 （一） 1. （1） are those of GB/T 9704—2012, 7.3.3; the others are met beside them.
pub(crate) fn length(text: &str) -> usize {
    let Some(first) = text.chars().next() else { return 0 };
    if is_bullet(first) || is_enclosed_number(first) {
        return first.len_utf8();
    }
    let before = if matches!(first, '（' | '(' | '〔' | '[' | '第') { first.len_utf8() } else { 0 };
    let rest = text.get(before..).unwrap_or_default();
    let number = rest.find(|c| !is_numeral(c)).unwrap_or(rest.len());
    let Some(last) = rest.get(number..).and_then(|rest| rest.chars().next()).filter(|_| number > 0) else { return 0 };
    let closes = match first {
        '（' | '(' | '〔' | '[' => matches!(last, '）' | ')' | '〕' | ']'),
        '第' => matches!(last, '章' | '节' | '条' | '款' | '项' | '篇' | '编' | '部'),
        _ => matches!(last, '、' | '.' | '．' | '。' | '﹒' | ')' | '）'),
    };
    if closes { before + number + last.len_utf8() } else { 0 }
}

fn is_numeral(c: char) -> bool {
    "0123456789０１２３４５６７８９〇零一二三四五六七八九十百".contains(c)
}

fn is_bullet(c: char) -> bool {
    matches!(c, '●' | '○' | '■' | '□' | '▲' | '△' | '◆' | '◇' | '★' | '☆' | '※' | '•' | '·' | '*' | '-' | '+')
}

/// One character that holds its number: ① to ⒛, ❶ to ➓, ㈠ to ㈩, ㊀ to ㊉.
fn is_enclosed_number(c: char) -> bool {
    matches!(c, '\u{2460}'..='\u{249B}' | '\u{2776}'..='\u{2793}' | '\u{3220}'..='\u{3229}' | '\u{3280}'..='\u{3289}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_items_are_measured() {
        let cases = [
            ("一、聚焦中心工作", "一、"),
            ("（十二）规范", "（十二）"),
            ("(3)全年", "(3)"),
            ("6.推进执行", "6."),
            ("1.2019年9月底前", "1."),
            ("12）其他", "12）"),
            ("第二章 总则", "第二章"),
            ("③核查", "③"),
            ("㈠核查", "㈠"),
            ("● 核查", "●"),
            ("一是核查", ""),
            ("2020年9月底前", ""),
            ("第三季度", ""),
            ("（此件公开发布）", ""),
            ("3", ""),
            ("", ""),
        ];
        for (text, mark) in cases {
            assert_eq!(text.get(..length(text)).unwrap(), mark, "{text}");
        }
    }
}
