use crate::plans::{is_json, plans};
use crate::{Error, Format, Options, Plan, ReadError};

/// Plans, and the text that they were read from.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Loaded {
    /// The plans. A document gives one at least: where it holds no work an empty one, with a finding.
    pub plans: Vec<Plan>,
    /// Text of the document, each line ended by a line feed, so that places can be shown; absent for plans in JSON and
    /// for documents that have no lines.
    pub text: Option<String>,
    /// Whether the bytes are a document; else they are plans in JSON.
    pub is_document: bool,
}

/// Loads the bytes of a document, of a plan in JSON, or of several plans in JSON Lines.
///
/// Bytes that start with `{` are JSON, unless the options name a format. The name in the options, without its folders,
/// becomes the name of the plan's source.
///
/// # Errors
/// Bytes that are no document at all, that exceed a limit, or that are JSON but no plan. A document that can be opened
/// never fails: what is wrong with it stands in the plan's findings.
///
/// # Examples
/// ```
/// use govplan::{Options, load};
///
/// let first = load("工作任务\t责任单位\n1.完善制度规范\t办公室\n".as_bytes(), &Options::default())?;
/// let json = first.plans[0].to_json();
/// let again = load(json.as_bytes(), &Options::default())?;
/// assert_eq!(again.plans, first.plans);
/// assert!(load(b"", &Options::default()).is_err());
/// # Ok::<(), govplan::Error>(())
/// ```
pub fn load(bytes: &[u8], options: &Options) -> Result<Loaded, Error> {
    if options.format.is_none() && is_json(bytes) {
        if bytes.len() > options.limits.bytes {
            return Err(ReadError::TooLarge { allowed: options.limits.bytes, found: bytes.len() }.into());
        }
        return Ok(Loaded { plans: plans(bytes)?, text: None, is_document: false });
    }
    let document = govplan_read::read(bytes, options)?;
    let reader = document.source.as_ref().and_then(|source| source.reader.as_deref());
    let has_lines = reader.is_some_and(|reader| OF_LINES.iter().any(|format| format.name() == reader));
    let text = if has_lines { text(bytes) } else { None };
    Ok(Loaded { plans: govplan_interpret::interpret(&document), text, is_document: true })
}

/// Formats whose places are lines of their bytes; a place in any other is a paragraph or a cell.
const OF_LINES: [Format; 2] = [Format::Text, Format::Markdown];

#[cfg(feature = "text")]
fn text(bytes: &[u8]) -> Option<String> {
    let text = govplan_read::decode(bytes).ok()?;
    Some(govplan_read::lines(&text).flat_map(|line| [line, "\n"]).collect())
}

#[cfg(not(feature = "text"))]
fn text(_: &[u8]) -> Option<String> {
    None
}
