//! Instruments that several rules come from.

use super::RuleBasis;
use crate::LegalTier;

/// Format of official documents (党政机关公文格式), a clause.
pub(super) const fn official_format(clause: &'static str) -> RuleBasis {
    RuleBasis {
        instrument: "GB/T 9704-2012《党政机关公文格式》", article: Some(clause), tier: LegalTier::Standard
    }
}

/// How official documents are handled (党政机关公文处理工作条例), an article.
pub(super) const fn official_documents(article: &'static str) -> RuleBasis {
    RuleBasis {
        instrument: "《党政机关公文处理工作条例》（中办发〔2012〕14号）",
        article: Some(article),
        tier: LegalTier::NormativeDocument,
    }
}

/// Use of punctuation marks (标点符号用法), a clause.
pub(super) const fn punctuation(clause: &'static str) -> RuleBasis {
    RuleBasis {
        instrument: "GB/T 15834-2011《标点符号用法》", article: Some(clause), tier: LegalTier::Standard
    }
}

/// What the ledgers of supervision offices ask for (督查台账): one item, one lead unit, each unit by its name.
pub(super) const SUPERVISION_LEDGERS: RuleBasis =
    RuleBasis { instrument: "政务督查台账通行做法", article: None, tier: LegalTier::GoodPractice };

/// Disclosure of government information (政府信息公开条例).
pub(super) const fn disclosure(article: &'static str) -> RuleBasis {
    regulation("中华人民共和国政府信息公开条例（国务院令第711号）", article)
}

/// Major administrative decisions (重大行政决策程序暂行条例).
pub(super) const fn decisions(article: &'static str) -> RuleBasis {
    regulation("重大行政决策程序暂行条例（国务院令第713号）", article)
}

/// An administrative regulation (行政法规), an article.
pub(super) const fn regulation(instrument: &'static str, article: &'static str) -> RuleBasis {
    RuleBasis { instrument, article: Some(article), tier: LegalTier::AdministrativeRegulation }
}

/// A law (法律), an article.
pub(super) const fn law(instrument: &'static str, article: &'static str) -> RuleBasis {
    RuleBasis { instrument, article: Some(article), tier: LegalTier::Law }
}

/// A normative document (规范性文件), with the article where it has some.
pub(super) const fn normative(instrument: &'static str, article: Option<&'static str>) -> RuleBasis {
    RuleBasis { instrument, article, tier: LegalTier::NormativeDocument }
}
