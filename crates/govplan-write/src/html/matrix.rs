//! Who has which role in which task, as tables that fit the width of a page.

use super::involvement::{Involvement, TaskName};
use super::organs::{Organ, RoleName};
use govplan_core::Language;
use serde::Serialize;
use std::cmp::Reverse;

/// Tasks side by side in one table.
const WIDTH: usize = 20;
/// Tasks and organs of the whole matrix.
const MOST_TASKS: usize = 80;
const MOST_ORGANS: usize = 60;

#[derive(Serialize, Default)]
pub(super) struct Matrix {
    bands: Vec<Band>,
    organs_left_out: usize,
    tasks_left_out: usize,
}

/// Some tasks and the organs that have a part in any of them.
#[derive(Serialize)]
struct Band {
    sections: Vec<SectionHead>,
    tasks: Vec<TaskHead>,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct SectionHead {
    label: Option<String>,
    title: Option<String>,
    span: usize,
}

#[derive(Serialize)]
struct TaskHead {
    n: usize,
    /// As printed, else where it stands in the matrix.
    label: String,
    title: Option<String>,
}

#[derive(Serialize)]
struct Row {
    n: usize,
    name: String,
    cells: Vec<Vec<RoleName>>,
}

/// The matrix of a plan: the organs with most duties, and the tasks that have organs, in the order of the plan.
pub(super) fn matrix(organs: &[Organ], tasks: &[TaskName], involvement: &Involvement, language: Language) -> Matrix {
    let with_organs = involvement.tasks();
    let tasks: Vec<&TaskName> = tasks.iter().filter(|task| with_organs.contains(&task.n)).collect();
    let mut busiest: Vec<&Organ> = organs.iter().filter(|organ| organ.total > 0).collect();
    let (all_organs, all_tasks) = (busiest.len(), tasks.len());
    busiest.sort_by_key(|organ| Reverse(organ.total));
    busiest.truncate(MOST_ORGANS);
    busiest.sort_by_key(|organ| organ.n);
    let shown = tasks.get(..MOST_TASKS).unwrap_or(&tasks);
    let bands = shown.chunks(WIDTH).enumerate().map(|(band, tasks)| Band {
        sections: sections(tasks),
        tasks: tasks.iter().enumerate().map(|(i, task)| head(task, band * WIDTH + i + 1)).collect(),
        rows: busiest.iter().filter_map(|organ| row(organ, tasks, involvement, language)).collect(),
    });
    Matrix {
        bands: bands.collect(),
        organs_left_out: all_organs - busiest.len(),
        tasks_left_out: all_tasks - shown.len(),
    }
}

/// The sections above tasks that stand side by side.
fn sections(tasks: &[&TaskName]) -> Vec<SectionHead> {
    let runs = tasks.chunk_by(|one, next| one.section == next.section);
    let heads = runs.filter_map(|run| {
        let [label, title] = run.first()?.section.clone();
        Some(SectionHead { label, title, span: run.len() })
    });
    heads.collect()
}

fn head(task: &TaskName, place: usize) -> TaskHead {
    let label = task.label.clone().unwrap_or_else(|| place.to_string());
    TaskHead { n: task.n, label, title: task.title.clone() }
}

/// An organ's roles in some tasks; nothing where it has a part in none.
fn row(organ: &Organ, tasks: &[&TaskName], involvement: &Involvement, language: Language) -> Option<Row> {
    let roles = |task: &&TaskName| involvement.of(organ.n, task.n).map(|role| RoleName::new(role, language)).collect();
    let cells: Vec<Vec<RoleName>> = tasks.iter().map(roles).collect();
    let has_part = cells.iter().any(|roles| !roles.is_empty());
    has_part.then(|| Row { n: organ.n, name: organ.name.clone(), cells })
}
