use super::Screen;
use super::page::{Page, Tint};
use super::plan::write_heading;
use super::requirement::write_requirement;
use crate::wording::title;
use govplan_core::{Duty, Partner};

/// What an organ has to do, for people: plan by plan and task by task; then with whom, and how often.
#[must_use]
pub fn duties_text(organ: &str, duties: &[Duty<'_, '_>], partners: &[Partner<'_, '_>], screen: &Screen) -> String {
    let mut page = Page::new(screen);
    page.line(0, Tint::Title, &format!("{organ} · {} {}", page.label("count.duties"), duties.len()));
    for duties in duties.chunk_by(|one, other| std::ptr::eq(one.item.plan, other.item.plan)) {
        page.gap();
        if let Some(first) = duties.first() {
            page.line(0, Tint::Faint, title(first.item.plan));
        }
        let (mut task_above, mut requirement_above) = (None, None);
        for duty in duties {
            let (task, requirement) = (duty.item.task, duty.item.requirement);
            if task_above.replace(&task.id) != Some(&task.id) {
                write_heading(&mut page, 0, task.label.as_deref(), task.title.as_deref());
            }
            // An organ that has two roles in a requirement has two duties there.
            if requirement_above.replace(&requirement.id) != Some(&requirement.id) {
                write_requirement(&mut page, 2, requirement);
            }
        }
    }
    if !partners.is_empty() {
        page.gap();
        let named: Vec<_> =
            partners.iter().map(|partner| format!("{} {}", partner.name, partner.shared.len())).collect();
        page.item(0, page.label("show.partners"), Tint::Plain, &named.join(" · "));
    }
    page.finish()
}
