use super::frame::{Flow, Frame, Run};
use super::item::{Cell, Row, Table};
use super::namespace::Namespace;
use super::story::Story;
use super::xml::Element;
use crate::symbol::symbol;
use govplan_document::AsideKind;

/// Elements that hold no text, or text that is not to be read: properties that nobody asks for, what a property was
/// before it changed, what a field is computed from, the reading beside the base of a ruby.
const PASSED_OVER: &[&str] = &[
    "binData",
    "delInstrText",
    "delText",
    "docPr",
    "fonts",
    "instrText",
    "pPrChange",
    "rPrChange",
    "rt",
    "sdtEndPr",
    "sdtPr",
    "sectPrChange",
    "tblGrid",
    "tblPr",
    "tblPrEx",
];

impl Story<'_, '_> {
    /// The frame of an element that opens; none where the element is passed over.
    pub(super) fn open(&mut self, element: &Element<'_>) -> Option<Frame> {
        if self.frames.is_empty() {
            self.keeps_space = element.attribute("space").is_some_and(|space| space == "preserve");
        }
        match (self.frames.last(), element.namespace) {
            (Some(Frame::ParagraphProperties), _) => self.open_paragraph_property(element),
            (Some(Frame::RunProperties), _) => self.open_run_property(element),
            (Some(Frame::RowProperties), _) => self.open_row_property(element),
            (Some(Frame::CellProperties), _) => self.open_cell_property(element),
            (_, Namespace::Word) => self.open_word(element),
            (_, Namespace::Math) if element.name() == "t" => Some(self.characters(element)),
            (top, Namespace::Compatibility) => match (element.name(), top) {
                ("Choice" | "Fallback", Some(Frame::Alternate { is_answered: true })) => None,
                ("Choice" | "Fallback", _) => Some(Frame::Branch { before: self.written }),
                _ => Some(Frame::Alternate { is_answered: false }),
            },
            (_, Namespace::Annotation) => self.open_annotation(element),
            _ => Some(Frame::Through),
        }
    }

    fn open_word(&mut self, element: &Element<'_>) -> Option<Frame> {
        let top = self.frames.last();
        match element.name() {
            "p" => self.open_paragraph(),
            "pPr" => matches!(top, Some(Frame::Paragraph(_))).then_some(Frame::ParagraphProperties),
            "r" => Some(Frame::Run(Run::default())),
            "rPr" => matches!(top, Some(Frame::Run(_))).then_some(Frame::RunProperties),
            "t" => Some(self.characters(element)),
            "tab" | "ptab" => self.open_mark(" "),
            "br" | "cr" => self.open_mark("\n"),
            "noBreakHyphen" => self.open_mark("-"),
            "sym" => {
                let attribute = |name| element.attribute(name).unwrap_or_default();
                let symbol = symbol(&attribute("font"), &attribute("char"));
                self.open_mark(symbol.map(String::from).unwrap_or_default().as_str())
            }
            "fldChar" => self.open_field_mark(element),
            "tbl" => Some(Frame::Table(Table::default())),
            "tr" => match self.enclosing() {
                Some(Frame::Table(_)) => Some(Frame::Row { row: Row::default(), is_deleted: false }),
                _ => Some(Frame::Through),
            },
            "trPr" => matches!(top, Some(Frame::Row { .. })).then_some(Frame::RowProperties),
            "tc" => match self.enclosing() {
                Some(Frame::Row { is_deleted, .. }) => (!is_deleted).then(cell),
                _ => Some(Frame::Through),
            },
            "tcPr" => matches!(top, Some(Frame::Cell { .. })).then_some(Frame::CellProperties),
            "txbxContent" => Some(Frame::TextBox),
            "ins" | "moveTo" => self.open_change(true),
            "del" | "moveFrom" => self.open_change(false),
            "hdr" => Some(aside(AsideKind::PageHeader)),
            "ftr" => Some(aside(AsideKind::PageFooter)),
            "comment" => Some(aside(AsideKind::Comment)),
            // The line that parts notes from text is a note by its name alone, of a type of its own.
            "footnote" | "endnote" => {
                let kind = element.attribute("type");
                matches!(kind.as_deref(), None | Some("normal")).then(|| aside(AsideKind::Note))
            }
            name => (!PASSED_OVER.contains(&name)).then_some(Frame::Through),
        }
    }

    /// The nearest element that gives its content a place.
    pub(super) fn enclosing(&self) -> Option<&Frame> {
        self.frames.iter().rev().find(|frame| {
            !matches!(frame, Frame::Through | Frame::Run(_) | Frame::Alternate { .. } | Frame::Branch { .. })
        })
    }

    fn open_paragraph(&mut self) -> Option<Frame> {
        self.is_full = self.paragraphs >= self.limits.lines;
        if self.is_full || matches!(self.enclosing(), Some(Frame::Cell { is_deleted: true, .. })) {
            return None;
        }
        self.paragraphs += 1;
        Some(Frame::Paragraph(Box::default()))
    }

    fn characters(&self, element: &Element<'_>) -> Frame {
        let keeps_space = element.attribute("space").map_or(self.keeps_space, |space| space == "preserve");
        Frame::Characters { text: String::new(), keeps_space }
    }

    /// An element that stands for a character.
    fn open_mark(&mut self, character: &str) -> Option<Frame> {
        self.write(character);
        None
    }

    /// The start of a field, of its result, or its end.
    fn open_field_mark(&mut self, element: &Element<'_>) -> Option<Frame> {
        match element.attribute("fldCharType").as_deref() {
            Some("begin") if self.fields.len() < self.limits.depth => self.fields.push(false),
            Some("separate") => {
                if let Some(has_result) = self.fields.last_mut() {
                    *has_result = true;
                }
            }
            Some("end") => drop(self.fields.pop()),
            _ => {}
        }
        None
    }

    /// An insertion, which is read, or a deletion, which is not.
    fn open_change(&mut self, is_insertion: bool) -> Option<Frame> {
        self.changes += 1;
        is_insertion.then_some(Frame::Through)
    }

    /// A change or a comment of Word 2003 XML.
    fn open_annotation(&mut self, element: &Element<'_>) -> Option<Frame> {
        if element.name() != "annotation" {
            return Some(Frame::Through);
        }
        match element.attribute("type").as_deref() {
            Some("Word.Insertion") => self.open_change(true),
            Some("Word.Deletion") => self.open_change(false),
            Some("Word.Comment") => Some(aside(AsideKind::Comment)),
            _ => None,
        }
    }
}

fn cell() -> Frame {
    let cell = Cell { column_span: 1, row_span: 1, ..Cell::default() };
    Frame::Cell { cell: Box::new(cell), flow: Flow::default(), is_deleted: false }
}

fn aside(kind: AsideKind) -> Frame {
    Frame::Aside(kind, Flow::default())
}
