//! Text as Python gives it.

use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};

/// A text, or its bytes.
#[derive(FromPyObject)]
pub enum TextOrBytes {
    /// Text.
    #[pyo3(transparent)]
    Text(PyBackedStr),
    /// Bytes in UTF-8.
    #[pyo3(transparent)]
    Bytes(PyBackedBytes),
}

impl TextOrBytes {
    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }
}
