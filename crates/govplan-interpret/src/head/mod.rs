//! The head of a plan: document number, title, issuers, addressees, dates, disclosure; and the basis documents.

mod basis;
mod title;

pub(crate) use basis::{basis, citations, titles};
pub(crate) use title::{joined_title, period_of};

use crate::outline::{Parts, SignatureDate};
use crate::party::split_list;
use crate::vocabulary::{PageField, document_kind_of};
use govplan_core::{Disclosure, DocNumber, Head};
use govplan_document::Text;
use govplan_time::Context;

/// Reads the head from the parts of a document.
pub(crate) fn head(parts: &Parts<'_>) -> Head {
    let mut head = Head::default();
    let of_page = parts.metadata.iter().find(|(field, value)| *field == PageField::Title && !value.is_empty());
    let of_page = of_page.map(|(_, value)| title::without_spaces(value.as_str()));
    head.title = of_page.or_else(|| title::document_title(&parts.titles));
    head.kind = head.title.as_deref().and_then(document_kind_of);
    if let Some(SignatureDate { date, printed }) = &parts.signature.date {
        head.issued_on = *date;
        let canonical = date.map(|date| date.format("%Y年%-m月%-d日").to_string());
        head.issued_raw = Some(printed.clone()).filter(|printed| canonical.as_ref() != Some(printed));
    }
    head.issuers = parts.signature.issuers.iter().map(|issuer| title::without_spaces(issuer.as_str())).collect();
    if head.issuers.is_empty() {
        head.issuers.extend(head.title.as_deref().and_then(title::issuer_in_title));
    }
    let number = parts.number.as_ref().map(Text::as_str);
    for (field, value) in &parts.metadata {
        let value = value.as_str();
        let date = || govplan_time::scan(value, &Context::default()).first().and_then(|date| date.end);
        match field {
            PageField::PublishedOn => head.published_on = head.published_on.or_else(date),
            PageField::IssuedOn => {
                head.issued_on = head.issued_on.or_else(date);
                if head.issued_on.is_none() && head.issued_raw.is_none() && is_no_day(value) {
                    head.issued_raw = Some(value.to_owned());
                }
            }
            PageField::Issuer if head.issuers.is_empty() && !value.is_empty() => head.issuers.push(value.to_owned()),
            PageField::Kind => head.kind = document_kind_of(value).or(head.kind),
            PageField::Number if number.is_none() => set_number(&mut head, value),
            _ => {}
        }
    }
    if let Some(number) = number {
        set_number(&mut head, number);
    }
    head.addressees = parts.addressees.as_ref().map(|line| addressees(line.as_str())).unwrap_or_default();
    head.signer.clone_from(&parts.signature.signer);
    head.note = parts.signature.note.as_ref().map(|note| inner(note.as_str()).to_owned());
    head.disclosure = head.note.as_deref().and_then(disclosure);
    head.attachments = parts
        .announced
        .iter()
        .map(|title| attachment_title(title.as_str()))
        .filter(|title| !title.is_empty())
        .collect();
    head
}

/// Whether a text names a day that no calendar has.
fn is_no_day(printed: &str) -> bool {
    let found = govplan_time::scan(printed, &Context::default());
    found.iter().flat_map(|found| &found.steps).any(|step| step.code == "no_such_day")
}

/// Sets the canonical number, and the printed one where it differs.
fn set_number(head: &mut Head, printed: &str) {
    let Some(found) = DocNumber::scan(printed).into_iter().next() else { return };
    let as_printed = printed.get(found.span.clone()).unwrap_or(printed);
    if found.number.as_ref().is_none_or(|number| number.as_str() != as_printed) {
        head.number_raw = Some(as_printed.to_owned());
    }
    head.number = found.number;
}

/// The organs that a document is sent to: 各乡镇人民政府、街道办事处，县级各部门： names three.
fn addressees(line: &str) -> Vec<String> {
    let list = line.trim_end_matches(['：', ':']);
    let groups = list.split(['，', ',', '；', ';']).filter(|group| !group.trim().is_empty());
    groups.flat_map(addressees_of_group).collect()
}

/// A group stays whole where its parts share a beginning or an end: 国务院各部委、各直属机构.
fn addressees_of_group(group: &str) -> Vec<String> {
    let group = title::without_spaces(group);
    let text = Text::new(group.clone(), govplan_core::Place::default());
    let printed = |listed: crate::party::Listed| title::without_spaces(listed.raw.as_str());
    let parts: Vec<String> = split_list(&text).into_iter().map(printed).collect();
    let is_shared = parts.iter().any(|part| !crate::party::is_unit_name(part) || part == "单位")
        || parts.split_last().is_some_and(|(last, before)| {
            last.ends_with(['会', '府'])
                && !before.is_empty()
                && before.iter().all(|part| part.ends_with(['区', '县', '市']))
        })
        || parts.iter().filter(|part| part.contains('各')).count() > 1
            && parts.iter().all(|part| govplan_core::collective(part).is_some())
            && parts.first().is_some_and(|first| !first.starts_with('各'));
    if is_shared { vec![group] } else { parts }
}

/// Whether the public may have the document, by its note (此件公开发布).
fn disclosure(note: &str) -> Option<Disclosure> {
    if note.contains("依申请公开") {
        Some(Disclosure::OnRequest)
    } else if note.contains("不予公开") || note.contains("不公开") {
        Some(Disclosure::Withheld)
    } else if note.contains("公开") {
        Some(Disclosure::Public)
    } else {
        None
    }
}

/// The title of an announced attachment, without its number and its closing mark.
fn attachment_title(printed: &str) -> String {
    let start = crate::label::label(printed).map_or(0, |label| label.end);
    title::without_spaces(printed.get(start..).unwrap_or(printed).trim_end_matches(['。', '；', ';']))
}

/// What stands in a pair of brackets.
fn inner(text: &str) -> &str {
    text.trim_matches(|c: char| "（）()".contains(c) || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;
    use govplan_core::Place;

    #[test]
    fn a_day_that_no_calendar_has_is_kept_as_the_page_prints_it() {
        let head_of = |printed: &str| {
            let value = Text::new(printed, Place::in_table(1, 1, 2));
            let head = head(&Parts { metadata: vec![(PageField::IssuedOn, value)], ..Parts::default() });
            (head.issued_on.map(|day| day.to_string()), head.issued_raw)
        };
        assert_eq!(head_of("2025-06-31"), (None, Some("2025-06-31".to_owned())));
        assert_eq!(head_of("2025年6月31日"), (None, Some("2025年6月31日".to_owned())));
        assert_eq!(head_of("2025-06-13"), (Some("2025-06-13".to_owned()), None));
        assert_eq!(head_of("见正文"), (None, None));
    }
}
