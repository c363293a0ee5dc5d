//! A ZIP archive of named parts, as Office Open XML, OpenDocument and OFD use it.

use crate::{Format, Limits, ReadError};
use std::borrow::Cow;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// An archive whose parts are unpacked one by one, within one budget of bytes for all.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    allowed: usize,
    /// Bytes that may still be unpacked.
    budget: usize,
}

/// A part that can not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PartError {
    /// There is no part of that name.
    Missing,
    /// The part is damaged.
    Damaged,
    /// The archive unpacks to more than the limit.
    TooLarge(ReadError),
}

impl<'a> Package<'a> {
    /// Opens an archive; its parts are looked at when they are asked for.
    pub(crate) fn open(bytes: &'a [u8], format: Format, limits: &Limits) -> Result<Self, ReadError> {
        let archive = ZipArchive::new(Cursor::new(bytes))
            .map_err(|error| ReadError::Damaged { format, reason: error.to_string() })?;
        Ok(Self { archive, allowed: limits.unpacked_bytes, budget: limits.unpacked_bytes })
    }

    /// The bytes of a part, named from the root without a leading slash; a name that differs in case alone is taken
    /// where the exact one is missing.
    pub(crate) fn part(&mut self, name: &str) -> Result<Vec<u8>, PartError> {
        let exact = self.archive.index_for_name(name);
        let index = exact.or_else(|| {
            let alike = self.names().find(|other| other.eq_ignore_ascii_case(name))?.into_owned();
            self.archive.index_for_name(&alike)
        });
        self.unpack(index.ok_or(PartError::Missing)?)
    }

    /// The names of all parts, in the order of the archive.
    pub(crate) fn names(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.archive.file_names().filter_map(Result::ok)
    }

    fn unpack(&mut self, index: usize) -> Result<Vec<u8>, PartError> {
        let part = self.archive.by_index(index).map_err(|_| PartError::Damaged)?;
        let mut bytes = Vec::new();
        let limit = u64::try_from(self.budget).unwrap_or(u64::MAX).saturating_add(1);
        let unpacked = part.take(limit).read_to_end(&mut bytes);
        // A damaged part costs as much as a whole one: thousands of entries may share one that breaks off late.
        let rest = self.budget.checked_sub(bytes.len());
        self.budget = rest.ok_or(PartError::TooLarge(ReadError::UnpacksTooLarge { allowed: self.allowed }))?;
        unpacked.map_err(|_| PartError::Damaged)?;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    /// An archive of parts, each of so many times one byte.
    fn archive(parts: &[(&str, u8, usize)]) -> Vec<u8> {
        const CHUNK: usize = 1 << 20;
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, byte, count) in parts {
            archive.start_file(*name, SimpleFileOptions::default()).unwrap();
            for start in (0..*count).step_by(CHUNK) {
                archive.write_all(&vec![*byte; CHUNK.min(count - start)]).unwrap();
            }
        }
        archive.finish().unwrap().into_inner()
    }

    fn open(bytes: &[u8], unpacked_bytes: usize) -> Package<'_> {
        Package::open(bytes, Format::Ofd, &Limits { unpacked_bytes, ..Limits::default() }).unwrap()
    }

    /// The same archive with bytes of the first part changed: its name is as long as its header says.
    fn damaged(mut bytes: Vec<u8>) -> Vec<u8> {
        let data = 30 + usize::from(bytes[26]);
        bytes[data] ^= 0xFF;
        bytes
    }

    fn too_large(allowed: usize) -> PartError {
        PartError::TooLarge(ReadError::UnpacksTooLarge { allowed })
    }

    #[test]
    fn parts_are_found_by_name_whatever_its_case() {
        let bytes = archive(&[("word/document.xml", b'a', 3), ("Word/Document.xml", b'b', 3)]);
        let mut package = open(&bytes, 100);
        assert_eq!(package.names().collect::<Vec<_>>(), ["word/document.xml", "Word/Document.xml"]);
        assert_eq!(package.part("Word/Document.xml").unwrap(), b"bbb");
        assert_eq!(package.part("WORD/DOCUMENT.XML").unwrap(), b"aaa");
        assert_eq!(package.part("word/document"), Err(PartError::Missing));
        assert_eq!(package.part(""), Err(PartError::Missing));
    }

    #[test]
    fn a_damaged_part_leaves_the_others() {
        let bytes = damaged(archive(&[("a", b'a', 1000), ("b", b'b', 3)]));
        let mut package = open(&bytes, 10_000);
        assert_eq!(package.part("a"), Err(PartError::Damaged));
        assert_eq!(package.part("b").unwrap(), b"bbb");
    }

    #[test]
    fn bytes_without_an_archive_are_damaged() {
        for bytes in [&b""[..], b"PK\x03\x04", &archive(&[("a", b'a', 10)])[..40]] {
            let error = Package::open(bytes, Format::Xlsx, &Limits::default()).map(|_| ()).unwrap_err();
            assert!(matches!(error, ReadError::Damaged { format: Format::Xlsx, .. }), "{error}");
        }
    }

    #[test]
    fn the_budget_holds_for_all_parts_together() {
        let bytes = archive(&[("a", b'a', 60), ("b", b'b', 40), ("c", b'c', 1)]);
        let mut package = open(&bytes, 100);
        assert!(package.part("a").is_ok() && package.part("b").is_ok(), "just as much as is allowed");
        assert_eq!(package.part("c"), Err(too_large(100)));
        let mut package = open(&bytes, 100);
        assert!(package.part("a").is_ok());
        assert_eq!(package.part("a"), Err(too_large(100)), "the same part again");
    }

    #[test]
    fn a_damaged_part_costs_what_it_unpacks() {
        let mut bytes = archive(&[("a", b'a', 60), ("b", b'b', 60)]);
        // The checksums stand at the sixteenth byte of each entry of the directory.
        let starts: Vec<usize> = (0..bytes.len()).filter(|start| bytes[*start..].starts_with(b"PK\x01\x02")).collect();
        for start in starts {
            bytes[start + 16] ^= 0xFF;
        }
        let mut package = open(&bytes, 100);
        assert_eq!(package.part("a"), Err(PartError::Damaged));
        assert_eq!(package.part("b"), Err(too_large(100)));
    }

    #[test]
    fn a_small_file_that_unpacks_to_much_is_refused() {
        let bytes = archive(&[("bomb", 0, 200 << 20)]);
        assert!(bytes.len() < 1 << 20, "{}", bytes.len());
        let mut package = open(&bytes, 1 << 20);
        assert_eq!(package.part("bomb"), Err(too_large(1 << 20)));
    }
}
