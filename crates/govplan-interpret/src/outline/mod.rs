//! The parts of a document: what stands above the body, the body, the signature, the attachments.

mod line;
mod parts;

pub(crate) use line::{SignatureDate, is_running_text, page_metadata};

pub(crate) use parts::{Attachment, Parts, divide};
