use super::record::{u16_at, u32_at};

/// First bytes of a compound file ([MS-CFB] 2.2).
const SIGNATURE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// Bytes of a directory entry, and its kinds ([MS-CFB] 2.6.1).
const ENTRY: usize = 128;
const STREAM: u8 = 2;
const ROOT: u8 = 5;
/// Bytes of a sector of small streams, and the size from which a stream is not small ([MS-CFB] 2.2).
const SMALL_SECTOR: usize = 64;
const SMALL: usize = 4096;

/// A compound file: named streams in chains of sectors. A broken chain gives what it holds up to the break, and none
/// is longer than the file.
pub(super) struct Compound<'a> {
    /// The sectors of the file, which begin after a header of the same size.
    sectors: &'a [u8],
    size: usize,
    /// For each sector the next of its chain.
    next: Vec<u32>,
    directory: Vec<u8>,
    /// The small streams, in sectors of their own.
    small: Vec<u8>,
    small_next: Vec<u32>,
}

/// A chain of sectors from its first on, at most so many bytes.
fn chain(sectors: &[u8], size: usize, next: &[u32], first: u32, length: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut index = usize::try_from(first).ok();
    // A chain that runs in a circle ends when it has been through every sector.
    for _ in 0..next.len() {
        let Some(sector) = index.filter(|_| bytes.len() < length).and_then(|index| sector(sectors, size, index)) else {
            break;
        };
        bytes.extend_from_slice(sector);
        index = index.and_then(|index| next.get(index)).and_then(|next| usize::try_from(*next).ok());
    }
    bytes.truncate(length);
    bytes
}

/// The bytes of a sector; the last of a file may be short.
fn sector(sectors: &[u8], size: usize, index: usize) -> Option<&[u8]> {
    let start = index.checked_mul(size)?;
    let rest = sectors.get(start..)?;
    rest.get(..size.min(rest.len())).filter(|sector| !sector.is_empty())
}

/// The numbers of sectors that bytes list.
fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.as_chunks::<4>().0.iter().map(|number| u32::from_le_bytes(*number))
}

impl<'a> Compound<'a> {
    /// Opens a file; `None` where it has no header of one.
    pub(super) fn open(bytes: &'a [u8]) -> Option<Self> {
        let header = bytes.get(..512).filter(|header| header.starts_with(SIGNATURE))?;
        let size = 1_usize.checked_shl(u32::from(u16_at(header, 30)?)).filter(|size| [512, 4096].contains(size))?;
        let sectors = bytes.get(size..)?;
        let next = allocation(header, sectors, size);
        let whole = |first| chain(sectors, size, &next, first, usize::MAX);
        let directory = whole(u32_at(header, 48)?);
        let small_next = numbers(&whole(u32_at(header, 60)?)).collect();
        let mut compound = Self { sectors, size, next, directory, small: Vec::new(), small_next };
        if let Some((first, length)) = compound.entry(|entry| entry.get(66) == Some(&ROOT)) {
            compound.small = chain(sectors, size, &compound.next, first, length);
        }
        Some(compound)
    }

    /// The bytes of a stream, by its name in any case.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let (first, length) = self.entry(|entry| {
            let mut units = entry.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit));
            let same = name.bytes().all(|byte| {
                units
                    .next()
                    .and_then(|unit| u8::try_from(unit).ok())
                    .is_some_and(|unit| unit.eq_ignore_ascii_case(&byte))
            });
            same && units.next() == Some(0) && entry.get(66) == Some(&STREAM)
        })?;
        Some(match length < SMALL {
            true => chain(&self.small, SMALL_SECTOR, &self.small_next, first, length),
            false => chain(self.sectors, self.size, &self.next, first, length),
        })
    }

    /// The first sector and the length of the first entry of that kind.
    fn entry(&self, is_it: impl Fn(&[u8]) -> bool) -> Option<(u32, usize)> {
        let entry = self.directory.chunks_exact(ENTRY).find(|entry| is_it(entry))?;
        Some((u32_at(entry, 116)?, usize::try_from(u32_at(entry, 120)?).ok()?))
    }
}

/// For each sector the next of its chain, from the sectors that hold this table; the header lists the first 109 of
/// them, a chain of lists the others ([MS-CFB] 2.5).
fn allocation(header: &[u8], sectors: &[u8], size: usize) -> Vec<u32> {
    let count = sectors.len().div_ceil(size);
    let mut tables: Vec<u32> = numbers(header.get(76..).unwrap_or_default()).collect();
    let mut list = u32_at(header, 68);
    while let Some(listed) = list.and_then(|list| sector(sectors, size, usize::try_from(list).ok()?)) {
        tables.extend(numbers(listed));
        list = tables.pop();
        if tables.len() > count {
            break;
        }
    }
    let mut next = Vec::new();
    for table in tables {
        let table = usize::try_from(table).ok().and_then(|table| sector(sectors, size, table));
        next.extend(numbers(table.unwrap_or_default()));
        if next.len() >= count {
            break;
        }
    }
    next.truncate(count);
    next
}
