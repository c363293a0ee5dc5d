//! OpenDocument spreadsheets (ISO/IEC 26300).

mod cell;
mod content;

use super::{Intake, Sheet, markup};
use crate::package::{Package, PartError};
use crate::{Format, Limits, ReadError};

/// Reads the sheets of a workbook.
pub(super) fn sheets(bytes: &[u8], limits: &Limits, intake: &mut Intake) -> Result<Vec<Sheet>, ReadError> {
    let mut package = Package::open(bytes, Format::Ods, limits)?;
    let mut part = |name: &str| match package.part(name) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(PartError::TooLarge(error)) => Err(error),
        Err(PartError::Missing | PartError::Damaged) => Ok(None),
    };
    if part("META-INF/manifest.xml")?.is_some_and(|part| markup::decoded(&part).contains("encryption-data")) {
        return Err(ReadError::Encrypted { format: Format::Ods });
    }
    let damaged = |reason: &str| ReadError::Damaged { format: Format::Ods, reason: reason.to_owned() };
    let content = part("content.xml")?.ok_or_else(|| damaged("no part content.xml"))?;
    let sheets = content::read(&markup::decoded(&content), intake);
    if sheets.is_empty() { Err(damaged("no table in content.xml")) } else { Ok(sheets) }
}
