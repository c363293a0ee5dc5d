//! What a single line is, by its shape.

use crate::label::label;
use crate::vocabulary::{PageField, is_page_noise, page_field_before, page_field_of};
use chrono::NaiveDate;
use govplan_time::{Context, TimingKind};
use std::ops::Range;

/// The field and value of a line that a web page or catalogue prints round a document (发布日期：2016-03-01).
pub(crate) fn page_metadata(text: &str) -> Option<(PageField, &str)> {
    if is_page_noise(text) {
        return Some((PageField::None, text));
    }
    let (key, value) = text.split_once(['：', ':'])?;
    let key: String = key.chars().filter(|c| !c.is_whitespace()).collect();
    Some((page_field_of(&key)?, value.trim()))
}

/// The fields of a line on which a web page prints several, with where the value of each stands (来源：新华社 发布时间：2020-03-01).
pub(crate) fn page_fields(text: &str) -> Vec<(PageField, Range<usize>)> {
    if text.contains('。') || text.chars().count() > FIELDS_LENGTH {
        return Vec::new();
    }
    let is_boundary = |c: char| c.is_whitespace() || "【】[]()（）|｜".contains(c);
    let mut fields = Vec::new();
    for (at, colon) in text.match_indices(['：', ':']) {
        let before = text.get(..at).unwrap_or_default();
        let Some((length, field)) = page_field_before(before) else { continue };
        let start = before.len() - length;
        if !before.get(..start).is_some_and(|rest| rest.is_empty() || rest.ends_with(is_boundary)) {
            continue;
        }
        let from = at + colon.len();
        let rest = text.get(from..).unwrap_or_default();
        let value = rest.trim_start();
        let end = value.find(is_boundary).unwrap_or(value.len());
        let from = from + rest.len() - value.len();
        fields.push((field, from..from + end));
    }
    fields
}

/// A longer line is no list of fields.
const FIELDS_LENGTH: usize = 150;

/// The date below a signature.
#[derive(Debug, Clone)]
pub(crate) struct SignatureDate {
    /// Absent where the calendar has no such day (2020年6月31日).
    pub(crate) date: Option<NaiveDate>,
    /// As printed, without brackets.
    pub(crate) printed: String,
}

/// The date that a line holds and nothing else: that of a signature.
pub(crate) fn signature_date(text: &str) -> Option<SignatureDate> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || "（）()".contains(c));
    if text.chars().count() > 16 {
        return None;
    }
    let [only] = &govplan_time::scan(text, &Context::default())[..] else { return None };
    let is_day = matches!(only.kind, TimingKind::On | TimingKind::Range | TimingKind::By)
        && only.span == (0..text.len())
        && only.start.is_none_or(|start| Some(start) == only.end);
    let is_no_day = || text.contains('年') && only.steps.iter().any(|step| step.code == "no_such_day");
    let is_date = is_day && (only.end.is_some() || is_no_day());
    is_date.then(|| SignatureDate { date: only.end, printed: text.to_owned() })
}

/// The number of an attachment, where a line only says that one begins (附件, 附件1：); empty without a number.
pub(crate) fn attachment_marker(text: &str) -> Option<String> {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let number = compact.strip_prefix("附件")?.trim_end_matches(['：', ':']);
    let is_number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    (number.chars().count() <= 3 && number.chars().all(is_number)).then(|| number.to_owned())
}

/// The byte offset of the first title in a line that announces attachments (附件：1.任务分解表).
pub(crate) fn announced_attachment(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("附件")?;
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = rest.get(digits..)?.trim_start();
    let rest = rest.strip_prefix(['：', ':'])?.trim_start();
    (!rest.is_empty()).then(|| text.len() - rest.len())
}

/// Whether a line is running text, and no title, name or date: it holds a sentence, a number of its own, or is long.
pub(crate) fn is_running_text(text: &str) -> bool {
    let length = text.chars().count();
    label(text).is_some() || text.contains(['。', '；']) || length > 80 || (length > 30 && text.ends_with(['：', ':']))
}
