use super::xml;

/// A paragraph under way.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    style: Style,
    /// What stands first and is set apart, with the style of its characters.
    lead: (String, &'static str),
    text: String,
    /// Indent from the right in hundredths of a character.
    pub(super) right: i32,
    /// Whether it stands at the top of a page.
    pub(super) begins_page: bool,
    /// Page of the section that it ends.
    pub(super) section: Option<&'static str>,
}

/// Style of a paragraph, by its place in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Style {
    #[default]
    Body,
    Catalogue,
    Number,
    Title,
    Addressees,
    PartHeading,
    SectionHeading,
    Attachment,
    Signature,
    AttachmentMark,
    TableHeader,
    TableText,
    TableEntry,
}

impl Style {
    /// Its id in the part of the styles.
    fn id(self) -> &'static str {
        match self {
            Self::Body => "Body",
            Self::Catalogue => "Catalogue",
            Self::Number => "DocumentNumber",
            Self::Title => "DocumentTitle",
            Self::Addressees => "Addressees",
            Self::PartHeading => "PartHeading",
            Self::SectionHeading => "SectionHeading",
            Self::Attachment => "AttachmentNote",
            Self::Signature => "Signature",
            Self::AttachmentMark => "AttachmentMark",
            Self::TableHeader => "TableHeader",
            Self::TableText => "TableText",
            Self::TableEntry => "TableEntry",
        }
    }
}

impl Paragraph {
    pub(super) fn new(style: Style, text: &str) -> Self {
        Self { style, text: text.to_owned(), ..Self::default() }
    }

    pub(super) fn led(style: Style, (lead, character): (&str, &'static str), text: &str) -> Self {
        Self { lead: (lead.to_owned(), character), ..Self::new(style, text) }
    }

    pub(super) fn xml(&self) -> String {
        let mut xml = format!("<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", self.style.id());
        if self.begins_page {
            xml.push_str("<w:pageBreakBefore/>");
        }
        if self.right > 0 {
            // 3号 is 16 points, and a point 20 twentieths.
            let twentieths = i64::from(self.right) * 320 / 100;
            xml.push_str(&format!("<w:ind w:rightChars=\"{}\" w:right=\"{twentieths}\"/>", self.right));
        }
        xml.push_str(self.section.unwrap_or_default());
        xml.push_str("</w:pPr>");
        let (lead, character) = &self.lead;
        xml.push_str(&run(lead, character));
        xml.push_str(&run(&self.text, ""));
        xml.push_str("</w:p>");
        xml
    }
}

/// A run of characters; line feeds and tabs are elements of their own.
fn run(text: &str, style: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let mut run = "<w:r>".to_owned();
    if !style.is_empty() {
        run.push_str(&format!("<w:rPr><w:rStyle w:val=\"{style}\"/></w:rPr>"));
    }
    for (index, line) in text.split('\n').enumerate() {
        run.push_str(if index > 0 { "<w:br/>" } else { "" });
        for (index, part) in line.split('\t').enumerate() {
            run.push_str(if index > 0 { "<w:tab/>" } else { "" });
            run.push_str(&format!("<w:t xml:space=\"preserve\">{}</w:t>", xml::text(part)));
        }
    }
    run.push_str("</w:r>");
    run
}
