//! A plan as the lines of a notice (GB/T 9704-2012): what stands above its task table or its clauses.

use super::numbering::{Level, printed_number};
use chrono::NaiveDate;
use govplan_core::{Citation, Directive, Plan, RuleScope};

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
    let is_bare = plan.head.is_empty() && plan.basis.is_empty() && !stated && plan.directives.is_empty();
    let is_own = form == Form::Clauses && plan.title.is_none() && plan.directives.is_empty();
    if is_bare {
        let title = plan.title.as_ref().into_iter();
        title.for_each(|title| above.push(LineKind::Title, title));
    } else if is_own {
        above.top(plan);
        above.push(LineKind::Body, opening(plan, "现就有关工作任务通知如下。"));
        below.foot(plan);
    } else {
        above.top(plan);
        above.body(plan);
        above.foot(plan);
        above.push(LineKind::AttachmentMark, "附件");
        let title = plan.title.as_ref().or(plan.head.title.as_ref().filter(|_| form == Form::Table)).into_iter();
        title.for_each(|title| above.push(LineKind::AttachmentTitle, title));
    }
    (above.lines, below.lines)
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

    fn body(&mut self, plan: &Plan) {
        let sent = match &plan.title {
            Some(title) => format!("现将《{title}》印发给你们，请认真贯彻落实。"),
            None => "现将有关工作任务印发给你们，请认真贯彻落实。".to_owned(),
        };
        self.push(LineKind::Body, opening(plan, &sent));
        for directive in &plan.directives {
            self.directive(directive);
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

/// The paragraph that says what the plan carries out, which rules hold for all of it, and what the notice does with it.
fn opening(plan: &Plan, purpose: &str) -> String {
    let repeats = |printed: &str| plan.directives.iter().any(|directive| directive.text.contains(printed));
    let whole = plan.rules.iter().filter(|rule| rule.scope == RuleScope::Whole).filter_map(|rule| rule.raw.as_deref());
    // What stands behind the sentence that sends a plan out is an order of its own.
    let mut text: String = whole.filter(|rule| !repeats(rule)).map(|rule| format!("{rule}。")).collect();
    let cited: Vec<String> = plan.basis.iter().filter_map(printed_citation).filter(|cited| !repeats(cited)).collect();
    if !cited.is_empty() {
        text.push_str("根据");
        text.push_str(&cited.join("、"));
        text.push_str("要求，");
    }
    text.push_str(purpose);
    text
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
