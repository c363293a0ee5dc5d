use crate::{FileKind, Options, ReadError};
use govplan_document::Document;

/// Reads bytes as a document.
///
/// The format is told from the bytes, with the ending of the name as a hint, unless the options name it.
///
/// # Errors
/// [`ReadError`] where the bytes can not be opened at all: nothing there, no text, another kind of file, too large.
/// Anything less is mended and stands in the document's notes.
pub fn read(bytes: &[u8], options: &Options) -> Result<Document, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.len() > options.limits.bytes {
        return Err(ReadError::TooLarge { allowed: options.limits.bytes, found: bytes.len() });
    }
    if options.format.is_none()
        && let Some(kind) = FileKind::of(bytes)
    {
        return Err(ReadError::Unsupported { kind });
    }
    read_text(bytes, options)
}

#[cfg(feature = "text")]
fn read_text(bytes: &[u8], options: &Options) -> Result<Document, ReadError> {
    use crate::{Format, source, text};

    let decoded = text::Decoded::new(bytes)?;
    let format = options.format.unwrap_or_else(|| text_format(&decoded.text, options.name.as_deref()));
    let mut document = match format {
        Format::Text => text::read(&decoded, &options.limits),
        #[cfg(feature = "markdown")]
        Format::Markdown => crate::markdown::read(&decoded, &options.limits),
    };
    document.source = Some(source::source(bytes, format, options.name.as_deref(), decoded.encoding));
    Ok(document)
}

#[cfg(not(feature = "text"))]
fn read_text(_: &[u8], _: &Options) -> Result<Document, ReadError> {
    Err(ReadError::Unsupported { kind: crate::file_kind::TEXT })
}

/// Markdown where the text holds a pipe table or the name says so; else plain text.
#[cfg(feature = "text")]
#[cfg_attr(not(feature = "markdown"), expect(unused_variables, reason = "plain text is all there is"))]
fn text_format(text: &str, name: Option<&str>) -> crate::Format {
    #[cfg(feature = "markdown")]
    if name.is_some_and(crate::markdown::is_named) || crate::markdown::has_pipe_table(text) {
        return crate::Format::Markdown;
    }
    crate::Format::Text
}
