use super::Screen;
use super::page::{Page, Tint};
use super::plan::write_heading;
use super::requirement::write_requirement;
use crate::wording::title;
use govplan_core::{Duty, Plan};

/// What an organ has to do, for people: plan by plan and task by task.
#[must_use]
pub fn duties_text(organ: &str, plans: &[(&Plan, Vec<Duty<'_, '_>>)], screen: &Screen) -> String {
    let mut page = Page::new(screen);
    let number: usize = plans.iter().map(|(_, duties)| duties.len()).sum();
    page.line(0, Tint::Title, &format!("{organ} · {} {number}", page.label("count.duties")));
    for (plan, duties) in plans {
        page.gap();
        page.line(0, Tint::Faint, title(plan));
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
    page.finish()
}
