use super::Sha256;
use serde::{Deserialize, Serialize};

/// The file that a plan was read from; never its path.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SourceFile {
    /// File name without folders.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Media type (RFC 6838) of what the bytes are, whatever the name says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_type: Option<String>,
    /// Character encoding of a text, as named by the WHATWG Encoding Standard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// SHA-256 of the bytes, 64 hexadecimal digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<Sha256>,
    /// Reader that read it (`text`, `markdown`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reader: Option<String>,
}
