use std::fmt;
use std::str::FromStr;

/// A format of documents (文件格式).
///
/// Every format is named here, whether this build reads it or not: the bytes of one that it does not read are still
/// recognized and named in the error. [`Format::ALL`] lists those that this build reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Plain text (纯文本): paragraphs on lines, tab-separated tables.
    Text,
    /// Markdown: plain text with pipe tables.
    Markdown,
    /// A web page (网页), or HTML saved under another name.
    Html,
    /// Word, Office Open XML (ECMA-376), in a ZIP archive.
    Docx,
    /// Word, Office Open XML, as one XML file (Flat OPC).
    FlatOpc,
    /// Word 2003 XML (WordprocessingML 2003).
    WordXml,
    /// Word 97–2003, binary (MS-DOC).
    Doc,
    /// Excel, Office Open XML (ECMA-376).
    Xlsx,
    /// Excel 97–2003, binary (MS-XLS).
    Xls,
    /// Excel 2003 XML (SpreadsheetML 2003).
    SpreadsheetXml,
    /// OpenDocument spreadsheet (ISO/IEC 26300).
    Ods,
    /// PDF (ISO 32000) with a text layer.
    Pdf,
    /// OFD (GB/T 33190).
    Ofd,
}

impl Format {
    /// Every format that this build reads.
    pub const ALL: &[Self] = &[
        #[cfg(feature = "text")]
        Self::Text,
        #[cfg(feature = "markdown")]
        Self::Markdown,
        #[cfg(feature = "html")]
        Self::Html,
        #[cfg(feature = "word")]
        Self::Docx,
        #[cfg(feature = "word")]
        Self::FlatOpc,
        #[cfg(feature = "word")]
        Self::WordXml,
        #[cfg(feature = "doc")]
        Self::Doc,
        #[cfg(feature = "workbook")]
        Self::Xlsx,
        #[cfg(feature = "workbook")]
        Self::Xls,
        #[cfg(feature = "workbook")]
        Self::SpreadsheetXml,
        #[cfg(feature = "workbook")]
        Self::Ods,
        #[cfg(feature = "pdf")]
        Self::Pdf,
        #[cfg(feature = "ofd")]
        Self::Ofd,
    ];

    /// Name of the format and of its reader (`text`).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::FlatOpc => "flat-opc",
            Self::WordXml => "word-xml",
            Self::Doc => "doc",
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::SpreadsheetXml => "spreadsheet-xml",
            Self::Ods => "ods",
            Self::Pdf => "pdf",
            Self::Ofd => "ofd",
        }
    }

    /// Media type, as registered with IANA; `application/ofd` is the one in use for OFD, which is not registered.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Text => "text/plain",
            Self::Markdown => "text/markdown",
            Self::Html => "text/html",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::FlatOpc | Self::WordXml | Self::SpreadsheetXml => "application/xml",
            Self::Doc => "application/msword",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Xls => "application/vnd.ms-excel",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Pdf => "application/pdf",
            Self::Ofd => "application/ofd",
        }
    }

    /// Whether the format breaks text into lines, which its reader puts together; the others hold paragraphs.
    #[cfg(feature = "text")]
    pub(crate) const fn has_lines(self) -> bool {
        matches!(self, Self::Text | Self::Markdown | Self::Pdf | Self::Ofd)
    }

    /// The names of every format that this build reads, for messages.
    pub(crate) fn names(separator: &str) -> String {
        Self::ALL.iter().map(|format| format.name()).collect::<Vec<_>>().join(separator)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl FromStr for Format {
    type Err = String;

    /// Reads the name of a format that this build reads.
    ///
    /// ```
    /// use govplan_read::Format;
    /// assert_eq!("markdown".parse(), Ok(Format::Markdown));
    /// assert!("odt".parse::<Format>().unwrap_err().starts_with("unknown format `odt`, expected one of text, markdown"));
    /// ```
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let format = Self::ALL.iter().find(|format| format.name() == text);
        format.copied().ok_or_else(|| format!("unknown format `{text}`, expected one of {}", Self::names(", ")))
    }
}
