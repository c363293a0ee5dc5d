//! The kind (文种) that a title ends in.

use crate::DocumentKind;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use std::sync::LazyLock;

/// What a title says of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TitleKind {
    /// One of the fifteen kinds.
    Kind(DocumentKind, &'static str),
    /// A name that mixes two of them.
    Mixed(&'static str),
}

/// Words that titles end in, the longest first.
static ENDINGS: LazyLock<Vec<(&str, TitleKind)>> = LazyLock::new(|| {
    let lines = include_str!("../../../data/document_kinds.csv").lines().skip(2);
    let mut endings: Vec<(&str, TitleKind)> = lines.filter_map(|line| ending(line.split_once(',')?)).collect();
    endings.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    endings
});

fn ending((word, kind): (&'static str, &str)) -> Option<(&'static str, TitleKind)> {
    if kind == "mixed" {
        return Some((word, TitleKind::Mixed(word)));
    }
    let kind: Result<DocumentKind, serde::de::value::Error> = DocumentKind::deserialize(kind.into_deserializer());
    Some((word, TitleKind::Kind(kind.ok()?, word)))
}

/// The kind that a title ends in, remarks in brackets behind it (（试行）) aside.
pub(super) fn title_kind(title: &str) -> Option<TitleKind> {
    let mut title = title.trim();
    while let Some(open) = title.strip_suffix(['）', ')']).and_then(|title| title.rfind(['（', '('])) {
        title = title.get(..open)?.trim_end();
    }
    let title = title.trim_end_matches(['》', '”', '。']);
    ENDINGS.iter().find(|(word, _)| title.ends_with(word)).map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_stands_at_the_end_of_the_title() {
        assert_eq!(ENDINGS.len(), 31);
        let cases = [
            ("关于印发工作要点的通知", Some(TitleKind::Kind(DocumentKind::Notice, "通知"))),
            ("关于加强管理的实施意见（试行）", Some(TitleKind::Kind(DocumentKind::Opinion, "意见"))),
            ("关于追加经费的请示报告", Some(TitleKind::Mixed("请示报告"))),
            ("关于加强监督检查的意见通知", Some(TitleKind::Mixed("意见通知"))),
            ("工作方案征求意见函", Some(TitleKind::Kind(DocumentKind::Letter, "征求意见函"))),
            ("关于商请支持的函", Some(TitleKind::Kind(DocumentKind::Letter, "函"))),
            ("中华人民共和国国务院令", Some(TitleKind::Kind(DocumentKind::Order, "令"))),
            ("2020年政府信息公开工作年度报告", Some(TitleKind::Kind(DocumentKind::Report, "报告"))),
            ("2020年重点工作任务分解表", None),
            ("关于通知精神的实施方案", None),
            ("（", None),
            ("）", None),
        ];
        for (title, kind) in cases {
            assert_eq!(title_kind(title), kind, "{title}");
        }
    }
}
