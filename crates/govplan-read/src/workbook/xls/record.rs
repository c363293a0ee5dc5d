/// The records of a stream: a number for the kind, a length, the data ([MS-XLS] 2.1.4).
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

/// One record; the data of one that the stream breaks off in is short.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) data: &'a [u8],
}

impl<'a> Records<'a> {
    pub(super) const fn new(stream: &'a [u8]) -> Self {
        Self { rest: stream }
    }

    /// Takes the records that continue the last one.
    pub(super) fn continued(&mut self) -> Vec<&'a [u8]> {
        let mut parts = Vec::new();
        while u16_at(self.rest, 0) == Some(kind::CONTINUE) {
            parts.extend(self.next().map(|record| record.data));
        }
        parts
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (kind, length) = (u16_at(self.rest, 0)?, usize::from(u16_at(self.rest, 2)?));
        let rest = self.rest.get(4..)?;
        let (data, rest) = rest.split_at(length.min(rest.len()));
        self.rest = rest;
        Some(Record { kind, data })
    }
}

/// The kinds of record that are read ([MS-XLS] 2.3).
pub(super) mod kind {
    pub(in super::super) const FORMULA: u16 = 0x0006;
    pub(in super::super) const END: u16 = 0x000A;
    pub(in super::super) const DATE_1904: u16 = 0x0022;
    pub(in super::super) const FILE_PASS: u16 = 0x002F;
    pub(in super::super) const CONTINUE: u16 = 0x003C;
    pub(in super::super) const CODE_PAGE: u16 = 0x0042;
    pub(in super::super) const COLUMNS: u16 = 0x007D;
    pub(in super::super) const SHEET: u16 = 0x0085;
    pub(in super::super) const NUMBERS: u16 = 0x00BD;
    pub(in super::super) const RICH_LABEL: u16 = 0x00D6;
    pub(in super::super) const STYLE: u16 = 0x00E0;
    pub(in super::super) const MERGED: u16 = 0x00E5;
    pub(in super::super) const SHARED_STRINGS: u16 = 0x00FC;
    pub(in super::super) const SHARED_LABEL: u16 = 0x00FD;
    pub(in super::super) const NUMBER: u16 = 0x0203;
    pub(in super::super) const LABEL: u16 = 0x0204;
    pub(in super::super) const TRUTH: u16 = 0x0205;
    pub(in super::super) const STRING: u16 = 0x0207;
    pub(in super::super) const ROW: u16 = 0x0208;
    pub(in super::super) const SHORT_NUMBER: u16 = 0x027E;
    pub(in super::super) const FORMAT: u16 = 0x041E;
    pub(in super::super) const START: u16 = 0x0809;
}

pub(super) fn u16_at(data: &[u8], offset: usize) -> Option<u16> {
    data.get(offset..)?.first_chunk().map(|bytes| u16::from_le_bytes(*bytes))
}

pub(super) fn u32_at(data: &[u8], offset: usize) -> Option<u32> {
    data.get(offset..)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
}

pub(super) fn f64_at(data: &[u8], offset: usize) -> Option<f64> {
    data.get(offset..)?.first_chunk().map(|bytes| f64::from_le_bytes(*bytes))
}
