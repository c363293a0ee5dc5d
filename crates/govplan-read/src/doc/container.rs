use super::information::Information;
use crate::{Format, ReadError};
use office_oxide::cfb::CfbReader;
use std::io::Cursor;

/// The streams of a Word document in its compound file (MS-CFB, MS-DOC §2.1).
pub(super) struct Streams {
    /// Text, properties and what says where everything is.
    pub(super) word: Vec<u8>,
    /// Tables of positions, styles and lists.
    pub(super) table: Vec<u8>,
    /// Properties that are too long for their page.
    pub(super) data: Vec<u8>,
    /// Names of the streams that end before their time or are missing.
    pub(super) damaged: Vec<String>,
}

impl Streams {
    pub(super) fn open(bytes: &[u8]) -> Result<(Self, Information), ReadError> {
        let damaged = |reason: String| ReadError::Damaged { format: Format::Doc, reason };
        let mut file = CfbReader::new(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()))?;
        let word = file.open_stream("WordDocument").map_err(|error| damaged(error.to_string()))?;
        let information = Information::read(&word)?;
        let table = file.open_stream(information.table_stream);
        let data = file.open_stream("Data").unwrap_or_default();
        let mut damaged = file.truncated_streams().to_vec();
        if table.is_err() {
            damaged.push(information.table_stream.to_owned());
        }
        Ok((Self { word, table: table.unwrap_or_default(), data, damaged }, information))
    }
}
