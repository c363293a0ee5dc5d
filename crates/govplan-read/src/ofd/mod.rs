//! OFD (GB/T 33190-2016), the fixed layout of Chinese offices (版式文件).
//!
//! A ZIP archive of XML parts. `OFD.xml` names the documents, each document lists its pages, each page says where every
//! character stands. Which characters make a line, a paragraph or a table is for `layout` to find.
//!
//! Package
//! - `[x]` several documents in one file, one after the other
//! - `[x]` locations from the root (`/Doc_0/…`), relative ones, and ones that forgot what they are relative to
//! - `[x]` names of any namespace or none, byte order marks, comments, CDATA; whatever is not needed may be missing
//! - `[x]` `OFD.xml` missing or damaged: the documents are found by their names, with a note
//! - `[x]` damaged and missing pages, templates and resources: what can be reached is read, with a note
//! - `[x]` encrypted files (GM/T 0099): an error
//! - `[ ]` parts that are not in UTF-8, which the standard asks for: each broken character shows as U+FFFD
//! - `[-]` earlier versions of a document, signatures, attachments, custom tags, outlines
//!
//! Pages
//! - `[x]` page size of the page, else of the document; pages in the order of the list
//! - `[x]` layers and nested page blocks; templates before the page or, in the foreground, after it
//! - `[x]` `Boundary` and `CTM` of every object; composite objects, also ones made of earlier ones
//! - `[-]` objects that are not visible; clipping; annotations, which hold stamps and watermarks
//!
//! Text
//! - `[x]` `X` and `Y`, where missing those of the text before; `DeltaX` and `DeltaY` with `g` repeats, the last number
//!   used again where numbers are missing, an estimate of the characters' width where there are none at all
//! - `[x]` `Size`, `HScale`, `ReadDirection`, `CharDirection`; text turned by quarters of a circle
//! - `[x]` text broken wherever the script changes, text of white space alone: characters in their places
//! - `[-]` text turned by any other angle: a watermark, left out
//! - `[-]` watermarks that stand upright: ordinary text, as nothing tells them apart
//! - `[-]` `CGTransform` and embedded fonts: they say how characters look, not which they are
//! - `[ ]` widths of fonts: a character is as wide as its distance to the next, else one or half an em
//!
//! Lines and pictures
//! - `[x]` straight lines and the sides of polygons that are horizontal or vertical; thin rectangles as one line
//! - `[x]` pictures: that there are some
//! - `[ ]` colours: a white line is a line

mod content;
mod deltas;
mod directory;
mod drawing;
mod geometry;
mod location;
mod page;
mod parts;
mod path_object;
mod reading;
mod resources;
mod text_object;
mod xml;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod mutants;
#[cfg(test)]
mod tests;

pub(crate) use reading::read;
