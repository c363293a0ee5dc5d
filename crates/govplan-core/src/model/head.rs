use super::DocNumber;
use chrono::NaiveDate;
use govplan_time::iso_date;
use serde::{Deserialize, Serialize};

/// The document that carries a plan: what GB/T 9704-2012 calls the head, the main part and the imprint.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Head {
    /// Document number in canonical form (发文字号).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<DocNumber>,
    /// Document number as printed, where that differs from the canonical form or cannot be recovered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number_raw: Option<String>,
    /// Title of the document (标题).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Statutory kind of the document (文种).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<DocumentKind>,
    /// Issuing organs (发文机关).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issuers: Vec<String>,
    /// Organs that it is sent to (主送机关).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addressees: Vec<String>,
    /// Date of the document, `YYYY-MM-DD` (成文日期).
    #[serde(default, with = "iso_date", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "govplan_time::iso_date_schema"))]
    pub issued_on: Option<NaiveDate>,
    /// Date of the document as printed, where that differs from the form 2020年8月27日 or is no date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_raw: Option<String>,
    /// Date on which it was made public, `YYYY-MM-DD` (发布日期).
    #[serde(default, with = "iso_date", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "govplan_time::iso_date_schema"))]
    pub published_on: Option<NaiveDate>,
    /// Classification as printed (密级和保密期限).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub classification: Option<String>,
    /// Urgency as printed (紧急程度).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<String>,
    /// Signer (签发人).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<String>,
    /// Whether the public may have it (公开属性).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disclosure: Option<Disclosure>,
    /// Note below the date, without brackets (附注).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Titles of the attachments, as the document announces them (附件说明).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<String>,
}

/// Statutory kind of an official document (文种): 党政机关公文处理工作条例 (中办发〔2012〕14号) art. 8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// Resolution (决议).
    Resolution,
    /// Decision (决定).
    Decision,
    /// Order (命令、令).
    Order,
    /// Communiqué (公报).
    Communique,
    /// Announcement (公告).
    Announcement,
    /// Public notice (通告).
    PublicNotice,
    /// Opinion (意见).
    Opinion,
    /// Notice (通知).
    Notice,
    /// Circular (通报).
    Circular,
    /// Report (报告).
    Report,
    /// Request (请示).
    Request,
    /// Reply (批复).
    Reply,
    /// Bill (议案).
    Bill,
    /// Letter (函).
    Letter,
    /// Minutes (纪要).
    Minutes,
}

/// Whether the public may have a document (公开属性).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Disclosure {
    /// Made public unasked (主动公开).
    Public,
    /// Given on request (依申请公开).
    OnRequest,
    /// Not given (不予公开).
    Withheld,
}

impl Head {
    /// Whether nothing at all is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
