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
