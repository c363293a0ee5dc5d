use crate::Place;
use crate::check::Context;
use crate::check::trace::Traces;
use std::collections::BTreeSet;

/// A text of the document that the plan holds.
pub(in crate::check) struct PrintedText<'c> {
    pub(super) pointer: String,
    pub(super) place: Option<&'c Place>,
    pub(super) text: &'c str,
    /// Whether nothing else in the plan refers to it, so that it can be changed alone.
    pub(super) is_free: bool,
    /// What it holds at all.
    pub(super) traces: Traces,
}

impl<'c> PrintedText<'c> {
    pub(super) fn new(pointer: String, place: Option<&'c Place>, text: &'c str, is_free: bool) -> Self {
        Self { pointer, place, text, is_free, traces: Traces::of(text) }
    }

    /// The place of a part of the text, counted in characters.
    pub(super) fn place_of(&self, at: usize, length: usize) -> Option<Place> {
        // The place is that of the text alone only where it is as long as the text.
        let exact = |length: u32| usize::try_from(length) == Ok(self.text.chars().count());
        self.place.map(|place| match place.length {
            Some(whole) if exact(whole.get()) => place.within(at, length),
            _ => place.clone(),
        })
    }
}

/// Every text of the document, in the order of the plan; what assignments and timings repeat of it is left out.
pub(in crate::check) fn printed_texts<'c>(context: &Context<'c>) -> Vec<PrintedText<'c>> {
    let mut texts = Texts(Vec::new());
    let plan = context.plan;
    texts.add("", "title", None, &plan.title);
    texts.add("/head", "title", None, &plan.head.title);
    texts.list("/head/issuers", None, &plan.head.issuers);
    texts.list("/head/addressees", None, &plan.head.addressees);
    texts.list("/head/attachments", None, &plan.head.attachments);
    let preamble: BTreeSet<_> = plan
        .preamble
        .iter()
        .filter_map(|paragraph| paragraph.place.as_ref())
        .map(|place| (place.line, place.paragraph))
        .collect();
    for (index, citation) in plan.basis.iter().enumerate() {
        let pointer = format!("/basis/{index}/raw");
        let place = citation.place.as_ref();
        // What the preamble holds is looked at there.
        let is_apart = |_: &&String| place.is_none_or(|place| !preamble.contains(&(place.line, place.paragraph)));
        texts.0.extend(
            citation.raw.iter().filter(is_apart).map(|raw| PrintedText::new(pointer.clone(), place, raw, false)),
        );
    }
    texts.add("/head", "issued_raw", None, &plan.head.issued_raw);
    for (index, paragraph) in plan.preamble.iter().enumerate() {
        texts.add(&format!("/preamble/{index}"), "text", paragraph.place.as_ref(), [&paragraph.text]);
    }
    for directive in &context.directives {
        let place = directive.item.place.as_ref();
        texts.add(&directive.pointer, "title", place, &directive.item.title);
        texts.add(&directive.pointer, "text", place, [&directive.item.text]);
    }
    for (index, rule) in plan.rules.iter().enumerate() {
        let raw =
            rule.raw.iter().map(|raw| PrintedText::new(format!("/rules/{index}/raw"), rule.place.as_ref(), raw, true));
        texts.0.extend(raw);
    }
    for (index, unit) in plan.units.iter().enumerate() {
        let pointer = format!("/units/{index}/name");
        texts.0.push(PrintedText::new(pointer, None, &unit.name, false));
    }
    for section in &context.sections {
        let place = section.item.place.as_ref();
        texts.add(&section.pointer, "title", place, &section.item.title);
        texts.list(&format!("{}/paragraphs", section.pointer), place, &section.item.paragraphs);
    }
    for task in &context.tasks {
        let place = task.item.place.as_ref();
        texts.add(&task.pointer, "title", place, &task.item.title);
        texts.add(&task.pointer, "intro", place, &task.item.intro);
    }
    for (requirement, glance) in context.requirements.iter().zip(context.glances()) {
        let (pointer, place) = (&requirement.pointer, requirement.item.place.as_ref());
        texts.add(pointer, "title", place, &requirement.item.title);
        let text = requirement.item.text.iter();
        let pointer_of_text = || [pointer, "/text"].concat();
        texts.0.extend(text.map(|text| PrintedText {
            pointer: pointer_of_text(),
            place,
            text,
            is_free: true,
            traces: glance.text,
        }));
        texts.add(pointer, "status", place, &requirement.item.status);
        // Of the names of organs only those are not among the units that blanks tear apart.
        let torn = if glance.torn { &*requirement.item.assignments } else { &[] };
        for (index, assignment) in torn.iter().enumerate().filter(|(_, part)| !part.inherited) {
            let torn = assignment.raw.as_ref().filter(|raw| raw.contains(char::is_whitespace));
            let pointer = || format!("{pointer}/assignments/{index}/raw");
            texts.0.extend(torn.map(|raw| PrintedText::new(pointer(), assignment.place.as_ref(), raw, false)));
        }
        for (header, cell) in &requirement.item.cells {
            let header = header.replace('~', "~0").replace('/', "~1");
            texts.add(&format!("{pointer}/cells"), &header, place, [cell]);
        }
    }
    texts.0
}

struct Texts<'c>(Vec<PrintedText<'c>>);

impl<'c> Texts<'c> {
    fn add(&mut self, above: &str, field: &str, place: Option<&'c Place>, text: impl IntoIterator<Item = &'c String>) {
        let text = text.into_iter().map(|text| PrintedText::new([above, "/", field].concat(), place, text, true));
        self.0.extend(text);
    }

    fn list(&mut self, above: &str, place: Option<&'c Place>, texts: &'c [String]) {
        for (index, text) in texts.iter().enumerate() {
            self.add(above, &index.to_string(), place, [text]);
        }
    }
}
