use super::frame::{Frame, Paragraph, take_cell_property};
use super::story::Story;
use super::xml::Element;

/// Properties: each is taken by the element that it belongs to, and what nobody asks for is passed over.
impl Story<'_, '_> {
    /// A property of a paragraph.
    pub(super) fn open_paragraph_property(&mut self, element: &Element<'_>) -> Option<Frame> {
        match element.name() {
            "rPr" => return Some(Frame::RunProperties),
            // Word 2003 XML keeps headers and footers here.
            "sectPr" => return Some(Frame::Through),
            "numPr" | "listPr" => return Some(Frame::ParagraphProperties),
            "pStyle" => {
                let styled = element.value().map(|style| self.definitions.styled(&style)).unwrap_or_default();
                if let Some(paragraph) = self.paragraph() {
                    paragraph.styled = styled;
                }
            }
            _ => {
                if let Some(paragraph) = self.paragraph() {
                    paragraph.properties.take(element);
                }
            }
        }
        None
    }

    /// A property of a run, or of a paragraph's mark.
    pub(super) fn open_run_property(&mut self, element: &Element<'_>) -> Option<Frame> {
        let style = if element.is_word("rStyle") { element.value() } else { None };
        let styled = style.map(|style| self.definitions.styled(&style));
        let kind = element.attribute("type");
        match self.frames.iter_mut().rev().nth(1) {
            Some(Frame::Run(run)) => match styled {
                Some(styled) => run.is_hidden_by_style = styled.properties.is_hidden,
                None => run.properties.take(element),
            },
            Some(Frame::ParagraphProperties) => match (element.name(), kind.as_deref()) {
                ("ins" | "moveTo", _) | ("annotation", Some("Word.Insertion")) => self.changes += 1,
                ("del" | "moveFrom", _) | ("annotation", Some("Word.Deletion")) => {
                    self.changes += 1;
                    if let Some(paragraph) = self.paragraph() {
                        paragraph.is_mark_deleted = true;
                    }
                }
                _ => {
                    if let Some(paragraph) = self.paragraph() {
                        paragraph.properties.take(element);
                    }
                }
            },
            _ => {}
        }
        None
    }

    /// A property of a row.
    pub(super) fn open_row_property(&mut self, element: &Element<'_>) -> Option<Frame> {
        let limit = self.limits.columns;
        if let Some(Frame::Row { row, is_deleted }) = self.frames.iter_mut().rev().nth(1) {
            let columns = || element.number::<usize>().unwrap_or_default().min(limit);
            match element.name() {
                "gridBefore" => row.columns = columns(),
                "gridAfter" => row.after = columns(),
                "ins" => self.changes += 1,
                "del" => {
                    self.changes += 1;
                    *is_deleted = true;
                }
                _ => {}
            }
        }
        None
    }

    /// A property of a cell.
    pub(super) fn open_cell_property(&mut self, element: &Element<'_>) -> Option<Frame> {
        if let Some(Frame::Cell { cell, is_deleted, .. }) = self.frames.iter_mut().rev().nth(1) {
            match element.name() {
                "cellIns" => self.changes += 1,
                "cellDel" => {
                    self.changes += 1;
                    *is_deleted = true;
                }
                _ => take_cell_property(cell, element),
            }
        }
        None
    }

    /// The paragraph that is open.
    fn paragraph(&mut self) -> Option<&mut Paragraph> {
        self.frames.iter_mut().rev().find_map(|frame| match frame {
            Frame::Paragraph(paragraph) => Some(paragraph.as_mut()),
            _ => None,
        })
    }
}
