use super::page::{Field, Page, Tint};
use crate::label::word;
use crate::wording::bracketed;
use crate::wording::days_text;
use govplan_core::{Origin, Timing, TimingKind};

/// Times as printed, the days that they come to, and how those came about.
///
/// Words in the running text that set no day (及时) are left out: whoever reads the text has read them.
pub(super) fn timing_fields(page: &Page<'_>, timings: &[Timing]) -> Vec<Field> {
    let is_told = |timing: &&Timing| timing.kind == TimingKind::Vague && timing.origin == Some(Origin::Text);
    timings.iter().filter(|timing| !is_told(timing)).flat_map(|timing| one(page, timing)).collect()
}

fn one(page: &Page<'_>, timing: &Timing) -> Vec<Field> {
    let language = page.screen.language;
    let printed = timing.raw.clone().unwrap_or_else(|| word("kind", timing.kind, language));
    let days = days_text(timing.start, timing.end, language);
    let mut remarks: Vec<String> = Vec::new();
    if timing.raw.is_some() {
        remarks.push(word("kind", timing.kind, language));
    }
    let other = timing.alternative.as_ref().and_then(|alternative| alternative.end);
    remarks.extend(other.map(|day| format!("{} {day}", page.label("schedule.or"))));
    remarks.extend(timing.milestone.clone());
    remarks.extend(timing.modality.clone());
    if timing.inherited {
        remarks.push(page.label("show.inherited").to_owned());
    }
    let arrow = days.map(|days| format!(" → {days}")).unwrap_or_default();
    let line = format!("{printed}{arrow}{}", bracketed(&remarks, language));
    let name = page.label("show.deadline");
    let mut fields = vec![Field::new(name, line).tinted(Tint::Date)];
    fields.extend(timing.steps.iter().map(|step| Field::new(name, step.text(language)).tinted(Tint::Faint)));
    fields
}
