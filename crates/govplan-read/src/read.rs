use crate::{FileKind, Format, Options, ReadError, source};
use govplan_document::Document;

/// Reads bytes as a document.
///
/// The format is told from the bytes, with the ending of the name as a hint, unless the options name it.
///
/// # Errors
/// [`ReadError`] where the bytes can not be opened at all: nothing there, no text, another kind of file, too large,
/// damaged beyond reading, encrypted. Anything less is mended and stands in the document's notes.
pub fn read(bytes: &[u8], options: &Options) -> Result<Document, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.len() > options.limits.bytes {
        return Err(ReadError::TooLarge { allowed: options.limits.bytes, found: bytes.len() });
    }
    let kind = FileKind::of(bytes);
    let format = match (options.format, kind) {
        (Some(format), _) => format,
        (None, Some(kind)) => kind.format().ok_or_else(|| refusal(kind, options))?,
        (None, None) => text_format(bytes, options),
    };
    let mut document = read_as(format, bytes, options)?;
    #[cfg(feature = "text")]
    if !format.has_lines() {
        crate::rejoin::paragraphs(&mut document);
    }
    let mut origin = source::source(bytes, format, options.name.as_deref());
    origin.encoding = document.source.and_then(|source| source.encoding);
    document.source = Some(origin);
    Ok(document)
}

/// Why a kind of file that is no format is not read. What an encrypted Office file holds its name alone tells.
fn refusal(kind: FileKind, options: &Options) -> ReadError {
    let ending = options.name.as_deref().and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending);
    let format = match ending.map(str::to_ascii_lowercase).as_deref() {
        Some("docx" | "docm" | "doc") => Some(Format::Docx),
        Some("xlsx" | "xlsm" | "xls") => Some(Format::Xlsx),
        _ => None,
    };
    let encrypted = format.filter(|_| kind.is_encrypted()).map(|format| ReadError::Encrypted { format });
    encrypted.unwrap_or(ReadError::Unsupported { kind })
}

/// Reads bytes with the reader of a format.
#[cfg_attr(
    not(any(feature = "text", feature = "workbook")),
    expect(unused_variables, reason = "without a reader there is nothing to read with")
)]
fn read_as(format: Format, bytes: &[u8], options: &Options) -> Result<Document, ReadError> {
    let limits = &options.limits;
    match format {
        #[cfg(feature = "text")]
        Format::Text => crate::text::read(bytes, limits),
        #[cfg(feature = "markdown")]
        Format::Markdown => crate::markdown::read(bytes, limits),
        #[cfg(feature = "html")]
        Format::Html => crate::html::read(bytes, limits),
        #[cfg(feature = "word")]
        Format::Docx => crate::word::read_docx(bytes, limits),
        #[cfg(feature = "word")]
        Format::FlatOpc => crate::word::read_flat_opc(bytes, limits),
        #[cfg(feature = "word")]
        Format::WordXml => crate::word::read_word_xml(bytes, limits),
        #[cfg(feature = "doc")]
        Format::Doc => crate::doc::read(bytes, limits),
        #[cfg(feature = "workbook")]
        Format::Xlsx | Format::Xls | Format::SpreadsheetXml | Format::Ods => {
            crate::workbook::read(bytes, format, limits)
        }
        #[cfg(feature = "pdf")]
        Format::Pdf => crate::pdf::read(bytes, limits),
        #[cfg(feature = "ofd")]
        Format::Ofd => crate::ofd::read(bytes, limits),
        #[allow(unreachable_patterns, reason = "reached where a format's feature is off")]
        _ => Err(ReadError::NoReader { format }),
    }
}

/// Markdown where the text holds a pipe table or the name says so; else plain text.
#[cfg_attr(not(feature = "markdown"), expect(unused_variables, reason = "plain text is all there is"))]
fn text_format(bytes: &[u8], options: &Options) -> Format {
    #[cfg(feature = "markdown")]
    if options.name.as_deref().is_some_and(crate::markdown::is_named)
        || bytes.contains(&b'|') && crate::text::decode(bytes).is_ok_and(|text| crate::markdown::has_pipe_table(&text))
    {
        return Format::Markdown;
    }
    Format::Text
}
