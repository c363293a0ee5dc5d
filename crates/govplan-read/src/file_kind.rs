use crate::Format;
use govplan_document::Language;

/// What bytes are, told from the bytes themselves (文件类型).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileKind {
    english: &'static str,
    chinese: &'static str,
    format: Option<Format>,
}

/// How a kind of file is known: its first bytes and, where several kinds share these, bytes that stand further on.
struct Signature {
    start: &'static [u8],
    holds: &'static [u8],
    kind: FileKind,
}

const fn signature(
    start: &'static [u8],
    holds: &'static [u8],
    format: Option<Format>,
    english: &'static str,
    chinese: &'static str,
) -> Signature {
    Signature { start, holds, kind: FileKind { english, chinese, format } }
}

const ZIP: &[u8] = b"PK\x03\x04";
const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// The first bytes as each format's specification gives them (ECMA-376 parts for Office, GB/T 33190 for OFD, MS-CFB
/// and MS-DOC for the older Office files, ISO 32000 for PDF); the narrower kind stands before the wider.
const SIGNATURES: &[Signature] = &[
    signature(ZIP, b"word/document", Some(Format::Docx), "a Word document (.docx)", "Word文档（.docx）"),
    signature(ZIP, b"xl/workbook.bin", None, "a binary Excel workbook (.xlsb)", "二进制Excel工作簿（.xlsb）"),
    signature(ZIP, b"xl/workbook", Some(Format::Xlsx), "an Excel workbook (.xlsx)", "Excel工作簿（.xlsx）"),
    signature(ZIP, b"ppt/presentation.xml", None, "a PowerPoint presentation (.pptx)", "PowerPoint演示文稿（.pptx）"),
    signature(ZIP, b"OFD.xml", Some(Format::Ofd), "an OFD document (.ofd)", "OFD版式文件（.ofd）"),
    signature(ZIP, b"opendocument.spreadsheet", Some(Format::Ods), "a spreadsheet (.ods)", "电子表格（.ods）"),
    signature(ZIP, b"opendocument", None, "an OpenDocument file", "OpenDocument文件"),
    signature(ZIP, b"", None, "a ZIP archive", "ZIP压缩包"),
    signature(b"PK\x05\x06", b"", None, "an empty ZIP archive", "空的ZIP压缩包"),
    signature(OLE, b"W\0o\0r\0d\0D\0o\0c\0", Some(Format::Doc), "an old Word document (.doc)", "旧版Word文档（.doc）"),
    signature(
        OLE,
        b"W\0o\0r\0k\0b\0o\0o\0k\0",
        Some(Format::Xls),
        "an old Excel workbook (.xls)",
        "旧版Excel工作簿（.xls）",
    ),
    Signature { start: OLE, holds: b"E\0n\0c\0r\0y\0p\0t\0e\0d\0", kind: ENCRYPTED },
    signature(OLE, b"", None, "an old Office file", "旧版Office文件"),
    signature(b"%PDF-", b"", Some(Format::Pdf), "a PDF document", "PDF文件"),
    signature(b"{\\rtf", b"", None, "an RTF document", "RTF文档"),
    signature(b"\x89PNG\r\n\x1a\n", b"", None, "a PNG image", "PNG图片"),
    signature(b"\xFF\xD8\xFF", b"", None, "a JPEG image", "JPEG图片"),
    signature(b"GIF8", b"", None, "a GIF image", "GIF图片"),
    signature(b"RIFF", b"WEBP", None, "a WebP image", "WebP图片"),
    signature(b"II*\0", b"", None, "a TIFF image", "TIFF图片"),
    signature(b"MM\0*", b"", None, "a TIFF image", "TIFF图片"),
    signature(b"Rar!\x1A\x07", b"", None, "a RAR archive", "RAR压缩包"),
    signature(b"7z\xBC\xAF\x27\x1C", b"", None, "a 7-Zip archive", "7-Zip压缩包"),
    signature(b"\x1F\x8B\x08", b"", None, "a gzip archive", "gzip压缩包"),
    signature(b"SQLite format 3\0", b"", None, "an SQLite database", "SQLite数据库"),
    signature(b"MZ\x90\0", b"", None, "a Windows program", "Windows程序"),
    signature(b"\x7FELF", b"", None, "a Linux program", "Linux程序"),
];

const ENCRYPTED: FileKind =
    FileKind { english: "an encrypted Office file", chinese: "加密的Office文件", format: None };

/// Kinds of markup, by what stands in it where it is XML; namespaces as ECMA-376 and Office 2003 give them.
const MARKUP: &[Signature] = &[
    signature(b"?xml", b"<pkg:package", Some(Format::FlatOpc), "a Word document (Flat OPC)", "Word文档（Flat OPC）"),
    signature(
        b"?xml",
        b"schemas.microsoft.com/office/word/2003/wordml",
        Some(Format::WordXml),
        "a Word 2003 XML document",
        "Word 2003 XML文档",
    ),
    signature(
        b"?xml",
        b"urn:schemas-microsoft-com:office:spreadsheet",
        Some(Format::SpreadsheetXml),
        "an Excel 2003 XML workbook",
        "Excel 2003 XML工作簿",
    ),
    signature(
        b"Workbook",
        b"urn:schemas-microsoft-com:office:spreadsheet",
        Some(Format::SpreadsheetXml),
        "an Excel 2003 XML workbook",
        "Excel 2003 XML工作簿",
    ),
    signature(b"?xml", b"<html", Some(Format::Html), "an HTML page", "HTML网页"),
    signature(b"?xml", b"", None, "an XML file", "XML文件"),
];

const HTML: FileKind = FileKind { english: "an HTML page", chinese: "HTML网页", format: Some(Format::Html) };

impl FileKind {
    /// A Word document older than the format of Word 97, which only the bytes inside tell.
    #[cfg(feature = "doc")]
    pub(crate) const BEFORE_WORD_97: Self = Self {
        english: "a Word document of a version before Word 97",
        chinese: "Word 97之前版本的Word文档",
        format: None,
    };

    /// The kind of file that bytes are; `None` where they may be text.
    pub(crate) fn of(bytes: &[u8]) -> Option<Self> {
        let known = SIGNATURES.iter().find(|known| bytes.starts_with(known.start) && holds(bytes, known.holds));
        known.map(|known| known.kind).or_else(|| Self::of_markup(bytes))
    }

    /// XML, or a page or part of HTML: an opening tag first and a closing one somewhere.
    fn of_markup(bytes: &[u8]) -> Option<Self> {
        let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start().strip_prefix(b"<")?;
        if let Some(known) = MARKUP.iter().find(|known| start.starts_with(known.start) && holds(start, known.holds)) {
            return Some(known.kind);
        }
        let opens = start.first().is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'!');
        (opens && holds(start, b"</")).then_some(HTML)
    }

    /// The format, where it is one that has a name here; this build may lack its reader.
    pub(crate) const fn format(self) -> Option<Format> {
        self.format
    }

    /// Whether it is a document that only its password opens.
    pub(crate) fn is_encrypted(self) -> bool {
        self == ENCRYPTED
    }

    /// What the file is, with its article in English ("a PNG image").
    #[must_use]
    pub const fn name(self, language: Language) -> &'static str {
        match language {
            Language::English => self.english,
            Language::Chinese => self.chinese,
        }
    }
}

/// Whether bytes stand anywhere in others; no bytes stand everywhere.
fn holds(bytes: &[u8], part: &[u8]) -> bool {
    part.is_empty() || bytes.windows(part.len()).any(|window| window.first() == part.first() && window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_from_the_first_bytes() {
        let cases: &[(&[u8], Option<&str>)] = &[
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Some("a PNG image")),
            (b"PK\x03\x04....word/document.xml", Some("a Word document (.docx)")),
            (b"PK\x03\x04....xl/workbook.xml", Some("an Excel workbook (.xlsx)")),
            (b"PK\x03\x04....OFD.xml", Some("an OFD document (.ofd)")),
            (b"PK\x03\x04....notes.txt", Some("a ZIP archive")),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..W\0o\0r\0d\0D\0o\0c\0u\0", Some("an old Word document (.doc)")),
            (b"%PDF-1.6", Some("a PDF document")),
            (b"\xEF\xBB\xBF\n<!DOCTYPE html><html></html>", Some("an HTML page")),
            (b"<div class=\"zw\"><p>x</p>", Some("an HTML page")),
            (b"<?xml version=\"1.0\"?><pkg:package/>", Some("a Word document (Flat OPC)")),
            (b"PK\x03\x04....xl/workbook.bin", Some("a binary Excel workbook (.xlsb)")),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..E\0n\0c\0r\0y\0p\0t\0e\0d\0", Some("an encrypted Office file")),
            (
                b"<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
                Some("an Excel 2003 XML workbook"),
            ),
            (
                b"<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"></Workbook>",
                Some("an Excel 2003 XML workbook"),
            ),
            (b"<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table></table></html>", Some("an HTML page")),
            (b"<?xml version=\"1.0\"?><plan/>", Some("an XML file")),
            ("一、加强领导<br>".as_bytes(), None),
            (b"<5%", None),
            (b"", None),
        ];
        for (bytes, expected) in cases {
            assert_eq!(FileKind::of(bytes).map(|kind| kind.name(Language::English)), *expected, "{bytes:?}");
        }
    }
}
