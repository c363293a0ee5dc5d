//! A plan as the lines of a notice (GB/T 9704-2012): what stands above its task table or its clauses.

use super::numbering::{Level, printed_number};
use chrono::NaiveDate;
use govplan_core::{Citation, Directive, Paragraph, Plan, RuleScope};

/// A line of the notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) kind: LineKind,
    /// Number and title, which are set apart from the text.
    pub(crate) lead: String,
    pub(crate) text: String,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LineKind {
    /// What a catalogue says of the document: when it was published.
    Catalogue,
    /// Document number (发文字号), and who signed.
    Number,
    /// Title (标题).
    Title,
    /// Organs that it is sent to (主送机关).
    Addressees,
    /// A paragraph of the body (正文).
    Body,
    /// An announced attachment (附件说明).
    Attachment,
    /// Issuer in the signature (发文机关署名).
    Issuer,
    /// Date of the document (成文日期).
    Date,
    /// Note (附注), in brackets.
    Note,
    /// 附件, above the attachment.
    AttachmentMark,
    /// Title of the attachment.
    AttachmentTitle,
}

impl LineKind {
    /// Whether it is the title of the document or of the attachment.
    pub(crate) fn is_title(self) -> bool {
        matches!(self, Self::Title | Self::AttachmentTitle)
    }
}

/// Where the work of a plan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// In a table below the notice.
    Table,
    /// In clauses: of the notice itself where it orders nothing else, else of its attachment.
    Clauses,
}

/// The notice that carries a plan, above the work and below it; no lines but the title where nothing else is known.
pub(crate) fn notice(plan: &Plan, form: Form) -> (Vec<Line>, Vec<Line>) {
    let (mut above, mut below) = (Lines::default(), Lines::default());
    let stated = plan.rules.iter().any(|rule| rule.scope == RuleScope::Whole);
    let says_nothing = plan.basis.is_empty() && !stated && plan.preamble.is_empty() && plan.directives.is_empty();
    let is_own = form == Form::Clauses && plan.title.is_none() && plan.directives.is_empty();
    if plan.head.is_empty() && says_nothing {
        let title = plan.title.as_ref().into_iter();
        title.for_each(|title| above.push(LineKind::Title, title));
    } else if is_own {
        above.top(plan);
        above.paragraphs(&plan.preamble);
        above.opening(plan, plan.preamble.is_empty(), "现就有关工作任务通知如下。");
        below.foot(plan);
    } else {
        let (of_notice, of_attachment) = plan.preamble.split_at(paragraphs_of_notice(plan));
        above.top(plan);
        above.paragraphs(of_notice);
        let sent = plan.title.as_ref().map_or("有关工作任务".to_owned(), |title| format!("《{title}》"));
        above.opening(plan, of_notice.is_empty(), &format!("现将{sent}印发给你们，请认真贯彻落实。"));
        plan.directives.iter().for_each(|directive| above.directive(directive));
        above.foot(plan);
        above.push(LineKind::AttachmentMark, "附件");
        let title = plan.title.as_ref().or(plan.head.title.as_ref().filter(|_| form == Form::Table)).into_iter();
        title.for_each(|title| above.push(LineKind::AttachmentTitle, title));
        above.paragraphs(of_attachment);
    }
    (above.lines, below.lines)
}

/// How many paragraphs of the preamble are the notice's own: those up to the one that sends the plan out; the others stand in
/// the attachment. Before numbered paragraphs of a notice anything may stand.
fn paragraphs_of_notice(plan: &Plan) -> usize {
    let last = plan.preamble.iter().rposition(|paragraph| paragraph.text.contains("给你们"));
    let is_numbered = plan.directives.iter().any(|directive| directive.label.is_some());
    let whole = if is_numbered { plan.preamble.len() } else { 0 };
    last.map_or(whole, |last| last + 1)
}

#[derive(Default)]
struct Lines {
    lines: Vec<Line>,
}

impl Lines {
    fn push(&mut self, kind: LineKind, text: impl Into<String>) {
        self.lines.push(Line { kind, lead: String::new(), text: text.into() });
    }

    fn top(&mut self, plan: &Plan) {
        let head = &plan.head;
        if let Some(day) = head.published_on {
            self.push(LineKind::Catalogue, format!("发布日期：{}", printed_day(day)));
        }
        let number = head.number_raw.clone().or_else(|| head.number.as_ref().map(ToString::to_string));
        let signer = head.signer.as_ref().map(|signer| format!("签发人：{signer}"));
        let number: Vec<String> = number.into_iter().chain(signer).collect();
        if !number.is_empty() {
            self.push(LineKind::Number, number.join("　"));
        }
        if let Some(title) = &head.title {
            self.push(LineKind::Title, title);
        }
        if !head.addressees.is_empty() {
            self.push(LineKind::Addressees, format!("{}：", head.addressees.join("，")));
        }
    }

    fn paragraphs(&mut self, paragraphs: &[Paragraph]) {
        paragraphs.iter().for_each(|paragraph| self.push(LineKind::Body, &paragraph.text));
    }

    /// What the plan carries out and which rules hold for all of it, where its paragraphs do not say so; with it, and where the
    /// notice says nothing, what the notice does with the plan.
    fn opening(&mut self, plan: &Plan, says_nothing: bool, purpose: &str) {
        let paragraphs = plan.preamble.iter().map(|paragraph| &paragraph.text);
        let said: Vec<&String> = paragraphs.chain(plan.directives.iter().map(|directive| &directive.text)).collect();
        let is_new = |printed: &str| !said.iter().any(|text| text.contains(printed));
        let whole = plan.rules.iter().filter(|rule| rule.scope == RuleScope::Whole);
        let rules = whole.filter_map(|rule| rule.raw.as_deref()).filter(|rule| is_new(rule));
        // What stands behind the sentence that sends a plan out is an order of its own.
        let mut text: String = rules.map(|rule| format!("{rule}。")).collect();
        let cited: Vec<String> = plan.basis.iter().filter_map(printed_citation).filter(|cited| is_new(cited)).collect();
        if !cited.is_empty() {
            text.push_str(&format!("根据{}要求，", cited.join("、")));
        }
        if !text.is_empty() || says_nothing {
            text.push_str(purpose);
            self.push(LineKind::Body, text);
        }
    }

    fn directive(&mut self, directive: &Directive) {
        let mut paragraphs = directive.text.split('\n');
        let first = paragraphs.next().unwrap_or_default();
        let title = directive.title.as_ref().map(|title| format!("{title}。")).unwrap_or_default();
        let before = if title.is_empty() { first } else { &title };
        let number = directive.label.as_ref().map(|label| printed_number(label, Level::Section, before));
        let lead = number.unwrap_or_default() + &title;
        self.lines.push(Line { kind: LineKind::Body, lead, text: first.to_owned() });
        for paragraph in paragraphs {
            self.push(LineKind::Body, paragraph);
        }
    }

    fn foot(&mut self, plan: &Plan) {
        let head = &plan.head;
        let several = head.attachments.len() > 1;
        for (index, title) in head.attachments.iter().enumerate() {
            let mark = if index == 0 { "附件：" } else { "" };
            let number = if several { format!("{}.", index + 1) } else { String::new() };
            self.push(LineKind::Attachment, format!("{mark}{number}{title}"));
        }
        if let Some(date) = printed_date(plan) {
            for issuer in &head.issuers {
                self.push(LineKind::Issuer, issuer);
            }
            self.push(LineKind::Date, date);
        }
        if let Some(note) = &head.note {
            self.push(LineKind::Note, format!("（{note}）"));
        }
    }
}

/// A citation as it was printed, else its title with its number.
fn printed_citation(citation: &Citation) -> Option<String> {
    let composed = || {
        let title = citation.title.as_ref()?;
        let number = citation.number.as_ref().map(|number| format!("（{number}）")).unwrap_or_default();
        Some(format!("《{title}》{number}"))
    };
    citation.raw.clone().or_else(composed)
}

/// The date of the document: as it was printed, else as documents print one.
pub(crate) fn printed_date(plan: &Plan) -> Option<String> {
    plan.head.issued_raw.clone().or_else(|| plan.head.issued_on.map(printed_day))
}

/// A day as documents print it (GB/T 9704-2012 7.3.5.4: Arabic numerals, without zeros).
fn printed_day(day: NaiveDate) -> String {
    day.format("%Y年%-m月%-d日").to_string()
}
