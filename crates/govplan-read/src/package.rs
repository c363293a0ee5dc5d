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

    /// Unpacks every part to nowhere, so that a reader which unpacks by itself can be handed the archive.
    pub(crate) fn fits(&mut self) -> Result<(), ReadError> {
        for index in 0..self.archive.len() {
            if let Err(PartError::TooLarge(error)) = self.unpack(index) {
                return Err(error);
            }
        }
        Ok(())
    }

    fn unpack(&mut self, index: usize) -> Result<Vec<u8>, PartError> {
        let part = self.archive.by_index(index).map_err(|_| PartError::Damaged)?;
        let mut bytes = Vec::new();
        let limit = u64::try_from(self.budget).unwrap_or(u64::MAX).saturating_add(1);
        part.take(limit).read_to_end(&mut bytes).map_err(|_| PartError::Damaged)?;
        let rest = self.budget.checked_sub(bytes.len());
        self.budget = rest.ok_or(PartError::TooLarge(ReadError::UnpacksTooLarge { allowed: self.allowed }))?;
        Ok(bytes)
    }
}
