//! Office Open XML workbooks (ECMA-376), strict and transitional.

mod comments;
mod relationships;
mod shared_strings;
mod styles;
mod workbook;
mod worksheet;

use super::{Intake, Sheet, markup};
use crate::package::{Package, PartError};
use crate::{Format, Limits, ReadError};
use relationships::Relationships;
use std::borrow::Cow;
use workbook::{Entry, Workbook};
use worksheet::Context;

/// First bytes of an OLE file, which is what an encrypted workbook is ([MS-OFFCRYPTO] 2.3.4.4).
const OLE: &[u8] = b"\xD0\xCF\x11\xE0";

/// Reads the sheets of a workbook.
pub(super) fn sheets(bytes: &[u8], limits: &Limits, intake: &mut Intake) -> Result<Vec<Sheet>, ReadError> {
    if bytes.starts_with(OLE) {
        return Err(ReadError::Encrypted { format: Format::Xlsx });
    }
    let mut package = Package::open(bytes, Format::Xlsx, limits)?;
    let workbook = workbook(&mut package)?;
    let strings = part(&mut package, workbook.strings.as_deref())?;
    let styles = part(&mut package, workbook.styles.as_deref())?;
    let context = Context {
        strings: strings.map_or_else(Vec::new, |part| shared_strings::read(&markup::decoded(&part))),
        formats: styles.map_or_else(Vec::new, |part| styles::read(&markup::decoded(&part))),
        epoch: workbook.epoch,
    };
    workbook.entries.into_iter().map(|entry| sheet(&mut package, entry, &context, intake)).collect()
}

/// The workbook part; where it is lost, the sheets under their usual names.
fn workbook(package: &mut Package<'_>) -> Result<Workbook, ReadError> {
    let root = relationships(package, "")?;
    let name = root.of_kind("officeDocument").unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let relationships = relationships(package, &name)?;
    let workbook = part(package, Some(&name))?.map(|part| Workbook::read(&markup::decoded(&part), &relationships));
    Ok(workbook.filter(|workbook| !workbook.entries.is_empty()).unwrap_or_else(|| Workbook::usual(package.names())))
}

/// Reads a sheet; one whose part is lost is damaged and holds nothing.
fn sheet(package: &mut Package<'_>, entry: Entry, context: &Context, intake: &mut Intake) -> Result<Sheet, ReadError> {
    let mut sheet = Sheet { hidden: entry.hidden, ..Sheet::new(entry.name) };
    let Some(markup) = part(package, entry.part.as_deref())? else {
        sheet.damaged = true;
        return Ok(sheet);
    };
    worksheet::read(&markup::decoded(&markup), context, &mut sheet, intake);
    let relationships = relationships(package, entry.part.as_deref().unwrap_or_default())?;
    if let Some(markup) = part(package, relationships.of_kind("comments").as_deref())? {
        sheet.comments = comments::read(&markup::decoded(&markup));
    }
    Ok(sheet)
}

/// What a part refers to.
fn relationships(package: &mut Package<'_>, name: &str) -> Result<Relationships, ReadError> {
    let (folder, file) = name.rsplit_once('/').map_or(("", name), |(folder, file)| (folder, file));
    let gap = if folder.is_empty() { "" } else { "/" };
    let part = part(package, Some(&format!("{folder}{gap}_rels/{file}.rels")))?;
    let markup = part.as_deref().map_or(Cow::Borrowed(""), markup::decoded);
    Ok(Relationships::read(&markup, folder))
}

/// The bytes of a part; `None` where it is missing or damaged.
fn part(package: &mut Package<'_>, name: Option<&str>) -> Result<Option<Vec<u8>>, ReadError> {
    match name.map(|name| package.part(name)) {
        Some(Ok(bytes)) => Ok(Some(bytes)),
        Some(Err(PartError::TooLarge(error))) => Err(error),
        Some(Err(PartError::Missing | PartError::Damaged)) | None => Ok(None),
    }
}
