use crate::Format;
use govplan_document::SourceFile;
use sha2::{Digest, Sha256};

/// What the bytes were: the name without folders, the kind, the sum that proves them unchanged.
pub(crate) fn source(bytes: &[u8], format: Format, name: Option<&str>) -> SourceFile {
    let name = name.and_then(|name| name.rsplit(['/', '\\']).next()).filter(|name| !name.is_empty());
    let sum: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let mut source = SourceFile::default();
    source.name = name.map(str::to_owned);
    source.media_type = Some(format.media_type().to_owned());
    source.sha256 = sum.parse().ok();
    source.reader = Some(format.name().to_owned());
    source
}
