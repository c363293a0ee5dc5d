//! Rules of the law layer (法规): what the law asks for.

mod late_annual_report;
mod late_budget_disclosure;
mod late_correction_notice;
mod late_disclosure;
mod late_disclosure_reply;
mod late_hearing_papers;
mod late_penalty_withdrawal;
mod late_petition_notice;
mod late_petition_result;
mod late_press_conference;
mod late_proposal_reply;
mod late_supervision_review;
mod length;
mod limit;
mod long_reply_extension;
mod request_steps;
mod short_business_consultation;
mod short_decision_consultation;
mod short_document_consultation;
mod short_legality_review;
mod short_rules_consultation;
mod slow_emergency_release;
mod slow_opinion_response;
mod stale_new_media;
pub(super) mod stated;
mod third_party_time;

pub(super) use length::is_figure;

use late_annual_report::LATE_ANNUAL_REPORT;
use late_budget_disclosure::LATE_BUDGET_DISCLOSURE;
use late_correction_notice::LATE_CORRECTION_NOTICE;
use late_disclosure::LATE_DISCLOSURE;
use late_disclosure_reply::LATE_DISCLOSURE_REPLY;
use late_hearing_papers::LATE_HEARING_PAPERS;
use late_penalty_withdrawal::LATE_PENALTY_WITHDRAWAL;
use late_petition_notice::LATE_PETITION_NOTICE;
use late_petition_result::LATE_PETITION_RESULT;
use late_press_conference::LATE_PRESS_CONFERENCE;
use late_proposal_reply::LATE_PROPOSAL_REPLY;
use late_supervision_review::LATE_SUPERVISION_REVIEW;
use long_reply_extension::LONG_REPLY_EXTENSION;
use request_steps::REQUEST_STEPS;
use short_business_consultation::SHORT_BUSINESS_CONSULTATION;
use short_decision_consultation::SHORT_DECISION_CONSULTATION;
use short_document_consultation::SHORT_DOCUMENT_CONSULTATION;
use short_legality_review::SHORT_LEGALITY_REVIEW;
use short_rules_consultation::SHORT_RULES_CONSULTATION;
use slow_emergency_release::SLOW_EMERGENCY_RELEASE;
use slow_opinion_response::SLOW_OPINION_RESPONSE;
use stale_new_media::STALE_NEW_MEDIA;
use third_party_time::THIRD_PARTY_TIME;

use super::Rule;

/// The rules of this layer, by code.
pub(super) static RULES: &[&Rule] = &[
    &SHORT_DECISION_CONSULTATION,
    &SHORT_DOCUMENT_CONSULTATION,
    &SHORT_BUSINESS_CONSULTATION,
    &SHORT_RULES_CONSULTATION,
    &LATE_HEARING_PAPERS,
    &SHORT_LEGALITY_REVIEW,
    &LATE_DISCLOSURE_REPLY,
    &LONG_REPLY_EXTENSION,
    &THIRD_PARTY_TIME,
    &LATE_CORRECTION_NOTICE,
    &LATE_DISCLOSURE,
    &LATE_ANNUAL_REPORT,
    &LATE_BUDGET_DISCLOSURE,
    &LATE_PENALTY_WITHDRAWAL,
    &SLOW_OPINION_RESPONSE,
    &SLOW_EMERGENCY_RELEASE,
    &LATE_PRESS_CONFERENCE,
    &LATE_PROPOSAL_REPLY,
    &LATE_PETITION_NOTICE,
    &LATE_PETITION_RESULT,
    &LATE_SUPERVISION_REVIEW,
    &REQUEST_STEPS,
    &STALE_NEW_MEDIA,
];
