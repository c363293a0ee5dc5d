use super::super::{Epoch, NumberFormat};
use super::record::{Record, Records, kind, u16_at, u32_at};
use super::string::{self, Strings};
use crate::{Format, ReadError};
use std::collections::BTreeMap;

/// What the records before the sheets say.
pub(super) struct Workbook {
    pub(super) entries: Vec<Entry>,
    pub(super) epoch: Epoch,
    pub(super) strings: Strings,
    pub(super) shared_strings: Vec<String>,
    /// The number format of each style.
    pub(super) formats: Vec<NumberFormat>,
    /// Number formats that the workbook defines, by number.
    codes: BTreeMap<u16, NumberFormat>,
}

/// A sheet as the workbook lists it.
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) hidden: bool,
    /// Where its records start in the stream.
    pub(super) start: usize,
}

/// Version of the format from Excel 97 on ([MS-XLS] 2.4.21).
const BIFF8: u16 = 0x0600;

impl Workbook {
    /// Reads the records that stand before the sheets.
    pub(super) fn read(stream: &[u8]) -> Result<Self, ReadError> {
        let mut workbook = Self {
            entries: Vec::new(),
            epoch: Epoch::default(),
            strings: Strings::Unicode,
            shared_strings: Vec::new(),
            formats: Vec::new(),
            codes: BTreeMap::new(),
        };
        let mut records = Records::new(stream);
        while let Some(record) = records.next().filter(|record| record.kind != kind::END) {
            match record.kind {
                kind::FILE_PASS => return Err(ReadError::Encrypted { format: Format::Xls }),
                kind::SHARED_STRINGS => {
                    workbook.shared_strings = string::shared(record.data, records.continued());
                }
                _ => drop(workbook.take(record)),
            }
        }
        Ok(workbook)
    }

    /// Takes what a record says; `None` where it is too short to say it.
    fn take(&mut self, record: Record<'_>) -> Option<()> {
        let data = record.data;
        match record.kind {
            kind::START if u16_at(data, 0)? != BIFF8 => self.strings = Strings::of_code_page(1252),
            kind::CODE_PAGE => {
                if let Strings::Bytes(_) = self.strings {
                    self.strings = Strings::of_code_page(u16_at(data, 0)?);
                }
            }
            kind::DATE_1904 if u16_at(data, 0)? == 1 => self.epoch = Epoch::Of1904,
            kind::FORMAT => {
                let is_short = matches!(self.strings, Strings::Bytes(_));
                let code = self.strings.read(data.get(2..)?, is_short)?;
                self.codes.insert(u16_at(data, 0)?, NumberFormat::of(&code));
            }
            // Formats stand before the styles that use them ([MS-XLS] 2.1.7.20.3).
            kind::STYLE => {
                let format = u16_at(data, 2)?;
                let own = self.codes.get(&format).copied();
                self.formats.push(own.or_else(|| NumberFormat::named(&format.to_string())).unwrap_or_default());
            }
            // Other kinds of sheet are charts, macros and modules.
            kind::SHEET if *data.get(5)? == 0 => self.entries.push(Entry {
                name: self.strings.read(data.get(6..)?, true)?,
                hidden: data.get(4)? & 3 != 0,
                start: usize::try_from(u32_at(data, 0)?).ok()?,
            }),
            _ => {}
        }
        Some(())
    }
}
