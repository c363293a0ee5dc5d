use super::page::{Field, Page, Tint};
use super::timing::timing_fields;
use crate::label::word;
use crate::wording::{bracketed, separator};
use govplan_core::{Assignment, Requirement, Role};

/// What is to be done, by whom and by when.
pub(super) fn write_requirement(page: &mut Page<'_>, indent: usize, requirement: &Requirement) {
    write_body(page, indent, requirement);
    let mut fields = organs(page, requirement);
    if fields.is_empty() {
        fields.push(Field::new(page.label("role.responsible"), page.label("show.nobody")).tinted(Tint::Warning));
    }
    fields.extend(details(page, requirement));
    page.fields(indent + 2, &fields);
}

fn write_body(page: &mut Page<'_>, indent: usize, requirement: &Requirement) {
    let mark = requirement.label.as_deref().unwrap_or("·");
    let body = requirement.text.as_deref();
    match (&requirement.title, body) {
        (Some(title), Some(body)) => {
            page.item(indent, mark, Tint::Title, title);
            page.line(indent + 2, Tint::Plain, body);
        }
        (title, body) => {
            let text = title.as_deref().or(body).unwrap_or(page.label("show.blank"));
            page.item(indent, mark, Tint::Plain, text);
        }
    }
}

/// The organs, role by role, the strongest first.
fn organs(page: &Page<'_>, requirement: &Requirement) -> Vec<Field> {
    let of_role = |role: Role| {
        let named = requirement.assignments.iter().filter(move |assignment| assignment.role == role);
        let names: Vec<String> = named.map(|assignment| organ(page, assignment)).collect();
        let name = word("role", role, page.screen.language);
        (!names.is_empty()).then(|| Field::new(name, names.join(separator(page.screen.language))))
    };
    Role::ALL.into_iter().filter_map(of_role).collect()
}

fn organ(page: &Page<'_>, assignment: &Assignment) -> String {
    let mut remarks = Vec::new();
    if let Some(raw) = assignment.raw.as_deref().filter(|raw| *raw != assignment.unit) {
        remarks.push(format!("{} {raw}", page.label("show.printed")));
    }
    if assignment.inherited {
        remarks.push(page.label("show.inherited").to_owned());
    }
    format!("{}{}", assignment.unit, bracketed(&remarks, page.screen.language))
}

fn details(page: &Page<'_>, requirement: &Requirement) -> Vec<Field> {
    let mut fields = Vec::new();
    for person in &requirement.persons {
        let post = person.post.iter().cloned().collect::<Vec<_>>();
        let name = format!("{}{}", person.name, bracketed(&post, page.screen.language));
        fields.push(Field::new(page.label("show.person"), name));
    }
    fields.extend(timing_fields(page, &requirement.timings));
    if let Some(status) = &requirement.status {
        fields.push(Field::new(page.label("show.status"), status));
    }
    fields.extend(requirement.cells.iter().map(|(header, text)| Field::new(header, text)));
    fields
}
