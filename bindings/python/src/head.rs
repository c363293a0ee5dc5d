//! What stands at the head of a plan, and its organs.

use crate::place::Place;
use crate::value::{value, word};
use crate::work::{Assignment, Citation, Timing};
use chrono::NaiveDate;
use pyo3::prelude::*;

value! {
    /// The document that carries a plan.
    Head(govplan::Head), shown |head| format!(
        "<Head {}>",
        head.number.as_ref().map(govplan::DocNumber::as_str).or(head.title.as_deref()).unwrap_or_default(),
    );
    /// Document number in canonical form (发文字号).
    number |head| -> Option<&str> { head.number.as_ref().map(govplan::DocNumber::as_str) }
    /// Document number as printed, where that differs.
    number_raw |head| -> Option<&str> { head.number_raw.as_deref() }
    /// Title (标题).
    title |head| -> Option<&str> { head.title.as_deref() }
    /// Statutory kind (文种): ``notice``, ``opinion``, ``letter``, …
    kind |head| -> Option<String> { head.kind.as_ref().map(word) }
    /// Issuing organs (发文机关).
    issuers |head| -> Vec<&str> { head.issuers.iter().map(String::as_str).collect() }
    /// Organs that it is sent to (主送机关).
    addressees |head| -> Vec<&str> { head.addressees.iter().map(String::as_str).collect() }
    /// Date of the document (成文日期).
    issued_on |head| -> Option<NaiveDate> { head.issued_on }
    /// Date of the document as printed, where that differs from the usual form or is no date.
    issued_raw |head| -> Option<&str> { head.issued_raw.as_deref() }
    /// Date on which it was made public (发布日期).
    published_on |head| -> Option<NaiveDate> { head.published_on }
    /// Classification as printed (密级).
    classification |head| -> Option<&str> { head.classification.as_deref() }
    /// Urgency as printed (紧急程度).
    urgency |head| -> Option<&str> { head.urgency.as_deref() }
    /// Signer (签发人).
    signer |head| -> Option<&str> { head.signer.as_deref() }
    /// Whether the public may have it: ``public``, ``on_request`` or ``withheld``.
    disclosure |head| -> Option<String> { head.disclosure.as_ref().map(word) }
    /// Note below the date (附注).
    note |head| -> Option<&str> { head.note.as_deref() }
    /// Titles of the attachments (附件说明).
    attachments |head| -> Vec<&str> { head.attachments.iter().map(String::as_str).collect() }
}

value! {
    /// A paragraph of the document.
    Paragraph(govplan::Paragraph), shown |paragraph| format!("<Paragraph {}>", paragraph.text);
    /// What it says.
    text |paragraph| -> &str { &paragraph.text }
    /// Place in the document.
    place |paragraph| -> Option<Place> { Place::of(paragraph.place.as_ref()) }
}

value! {
    /// One of the covering notice's own paragraphs, where the work stands in an attachment or a table.
    Directive(govplan::Directive), shown |directive| format!("<Directive {}>", directive.id);
    /// Id in the plan.
    id |directive| -> &str { directive.id.as_str() }
    /// Number as printed, without punctuation.
    label |directive| -> Option<&str> { directive.label.as_deref() }
    /// Title.
    title |directive| -> Option<&str> { directive.title.as_deref() }
    /// The body.
    text |directive| -> &str { &directive.text }
    /// Who does it, and as what.
    assignments |directive| -> Vec<Assignment> { directive.assignments.iter().cloned().map(Assignment).collect() }
    /// By when.
    timings |directive| -> Vec<Timing> { directive.timings.iter().cloned().map(Timing).collect() }
    /// Documents that it cites.
    cites |directive| -> Vec<Citation> { directive.cites.iter().cloned().map(Citation).collect() }
    /// Place in the document.
    place |directive| -> Option<Place> { Place::of(directive.place.as_ref()) }
}

value! {
    /// An organ that is assigned work.
    Unit(govplan::Unit), shown |unit| format!("<Unit {}>", unit.name);
    /// Canonical name.
    name |unit| -> &str { &unit.name }
    /// Other names that the document prints for it.
    aliases |unit| -> Vec<&str> { unit.aliases.iter().map(String::as_str).collect() }
    /// Kind: ``department``, ``internal_office``, ``collective``, …
    kind |unit| -> Option<String> { unit.kind.as_ref().map(word) }
    /// Whether a list of members is ``closed``, ``open`` or a ``self_reference``, where it is a collective.
    closure |unit| -> Option<String> { unit.collective.as_ref().map(|collective| word(&collective.closure)) }
    /// Members that the document lists, where it is a collective.
    members |unit| -> Vec<&str> {
        unit.collective.iter().flat_map(|collective| &collective.members).map(String::as_str).collect()
    }
    /// Name of the organ above it.
    parent |unit| -> Option<&str> { unit.parent.as_deref() }
    /// Unified social credit code.
    code |unit| -> Option<&str> { unit.code.as_ref().map(govplan::UnifiedCode::as_str) }
    /// Functional type (教育和体育).
    function |unit| -> Option<&str> { unit.function.as_deref() }
}
