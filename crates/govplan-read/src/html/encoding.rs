//! The characters of a page: the encoding that it declares, where that fits.

use crate::ReadError;
use crate::text::Decoded;
use encoding_rs::Encoding;

/// Bytes at the start of a page in which a declaration of its encoding counts (HTML, 13.2.3.2).
const DECLARATION: usize = 1024;

/// Decodes a page.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, ReadError> {
    match declared(bytes) {
        Some(encoding) => Decoded::declared(encoding, bytes),
        None => Decoded::new(bytes),
    }
}

/// The encoding that the start of a page declares: `charset=gb2312`, with or without quotation marks.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..DECLARATION.min(bytes.len()))?.to_ascii_lowercase();
    let name = b"charset";
    let at = start.windows(name.len()).position(|window| window == name)? + name.len();
    let value = start.get(at..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
    let end = value.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"-_".contains(byte))?;
    Encoding::for_label(value.get(..end)?)
}
