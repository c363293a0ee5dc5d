//! Instruments that several rules come from.

use super::RuleBasis;
use crate::LegalTier;

/// Format of official documents (党政机关公文格式), a clause.
pub(super) const fn official_format(clause: &'static str) -> RuleBasis {
    RuleBasis {
        instrument: "GB/T 9704-2012《党政机关公文格式》", article: Some(clause), tier: LegalTier::Standard
    }
}

/// What the ledgers of supervision offices ask for (督查台账): one item, one lead unit, each unit by its name.
pub(super) const SUPERVISION_LEDGERS: RuleBasis =
    RuleBasis { instrument: "政务督查台账通行做法", article: None, tier: LegalTier::GoodPractice };
