use super::Screen;
use super::page::{Field, Page, Tint};
use crate::label::word;
use crate::wording::title;
use govplan_core::{ListedUnit, Plan, Resolution};

/// The organs of plans, for people: how many duties each has, and what a register says of it.
#[must_use]
pub fn units_text(plans: &[(&Plan, Vec<ListedUnit<'_>>)], screen: &Screen) -> String {
    let mut page = Page::new(screen);
    for (plan, units) in plans {
        page.gap();
        page.line(0, Tint::Title, &format!("{} · {} {}", title(plan), page.label("count.organs"), units.len()));
        for listed in units {
            let number: usize = listed.duties.values().sum();
            page.line(0, Tint::Plain, &format!("{} · {} {number}", listed.name, page.label("count.duties")));
            let fields = fields(&page, listed);
            page.fields(2, &fields);
        }
    }
    page.finish()
}

fn fields(page: &Page<'_>, listed: &ListedUnit<'_>) -> Vec<Field> {
    let mut fields = Vec::new();
    let mut field = |key: &str, text: String, tint| fields.push(Field::new(page.label(key), text).tinted(tint));
    if let Some(unit) = listed.unit.filter(|unit| !unit.aliases.is_empty()) {
        field("units.aliases", unit.aliases.join("、"), Tint::Plain);
    }
    match &listed.resolution {
        None => {}
        Some(Resolution::Found { organ, by, name }) => {
            let by = word("resolved", by, page.screen.language);
            field("units.resolved", format!("{name} · {} · {by}", organ.id), Tint::Note);
        }
        Some(Resolution::Open { suggestions }) => {
            let like = suggestions.iter().map(|suggestion| {
                let former = if suggestion.is_valid { "" } else { page.label("units.former") };
                let told = format!("{} {} {:.2} {former}", suggestion.name, suggestion.organ.id, suggestion.score);
                told.trim_end().to_owned()
            });
            let like = like.collect::<Vec<_>>().join(" · ");
            let text = if like.is_empty() { "-".to_owned() } else { format!("{} {like}", page.label("units.like")) };
            field("units.open", text, Tint::Warning);
        }
    }
    if !listed.members.is_empty() {
        field("units.members", listed.members.join("、"), Tint::Plain);
    }
    fields
}
