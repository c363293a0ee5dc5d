use super::described::Described;
use super::drawn::edge_word;
use crate::label::label;
use crate::xml::text;
use govplan_core::{EdgeKind, Graph, Language, Node, NodeId, Role};
use std::collections::BTreeMap;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// More organs and tasks than these are not drawn: nobody could follow the lines. The drawing says how many are left out.
const MOST_ON_A_SIDE: usize = 400;

/// Lengths in pixels.
const ROW: usize = 34;
const BOX: usize = 24;
const TOP: usize = 84;
const MARGIN: usize = 24;
const GAP: usize = 320;
/// Width of a column of a terminal, in which the width of texts is counted.
const CHARACTER: usize = 7;

/// A graph drawn as SVG, without any other program: organs on the left, tasks on the right, a line for each role that an organ
/// has in a task; organs ordered so that lines cross little.
///
/// Of more than 400 organs or tasks those are drawn that come first in the plans. Takes time linear in the graph, times the
/// logarithm of the number of organs.
#[must_use]
pub fn graph_svg(graph: &Graph<'_>, language: Language) -> String {
    Drawing::of(graph).svg(graph, language)
}

/// What is drawn: the tasks from top to bottom, the organs beside them, the lines between them.
struct Drawing {
    tasks: Vec<NodeId>,
    organs: Vec<NodeId>,
    /// Places of organ and task, with the role.
    lines: Vec<(usize, usize, Role)>,
    tasks_left_out: usize,
    organs_left_out: usize,
}

impl Drawing {
    fn of(graph: &Graph<'_>) -> Self {
        let all_tasks: Vec<NodeId> =
            graph.nodes().filter(|(_, node)| matches!(node, Node::Task { .. })).map(|(id, _)| id).collect();
        let tasks: Vec<NodeId> = all_tasks.iter().copied().take(MOST_ON_A_SIDE).collect();
        let mut task_of: BTreeMap<NodeId, usize> = BTreeMap::new();
        for (place, task) in tasks.iter().enumerate() {
            let below = graph.edges_from(*task).filter(|edge| edge.kind == EdgeKind::Contains);
            task_of.extend(below.map(|edge| (edge.target, place)));
        }
        let all_organs: Vec<NodeId> = graph.organs().filter(|organ| organ.total() > 0).map(|o| o.organ).collect();
        let mut placed: Vec<(NodeId, Vec<(usize, Role)>)> = all_organs
            .iter()
            .take(MOST_ON_A_SIDE)
            .map(|organ| {
                let roles = graph.edges_from(*organ).filter_map(|edge| match edge.kind {
                    EdgeKind::Role(role) => Some((*task_of.get(&edge.target)?, role)),
                    _ => None,
                });
                let mut roles: Vec<_> = roles.collect();
                roles.sort_unstable();
                roles.dedup();
                (*organ, roles)
            })
            .collect();
        // Beside the middle of its tasks, in thousandths of a place.
        placed.sort_by_key(|(_, roles)| {
            let sum: usize = roles.iter().map(|(task, _)| task).sum();
            sum.saturating_mul(1000).checked_div(roles.len()).unwrap_or(usize::MAX)
        });
        let lines = placed.iter().enumerate();
        let lines = lines.flat_map(|(organ, (_, roles))| roles.iter().map(move |(task, role)| (organ, *task, *role)));
        Self {
            lines: lines.collect(),
            tasks_left_out: all_tasks.len() - tasks.len(),
            organs_left_out: all_organs.len() - placed.len(),
            organs: placed.into_iter().map(|(organ, _)| organ).collect(),
            tasks,
        }
    }

    fn svg(&self, graph: &Graph<'_>, language: Language) -> String {
        let names = |ids: &[NodeId]| -> Vec<String> {
            let described = ids.iter().filter_map(|id| graph.node(*id)).map(Described::of);
            described.map(|described| described.short_name()).collect()
        };
        let (organs, tasks) = (names(&self.organs), names(&self.tasks));
        let (left, right) = (width_of(&organs), width_of(&tasks));
        let rows = organs.len().max(tasks.len());
        let (width, height) = (MARGIN * 2 + left + GAP + right, TOP + rows * ROW + ROW);
        let title = graph.plans().iter().filter_map(|plan| plan.title.as_deref().or(plan.head.title.as_deref())).next();
        let title = text(&super::drawn::short(title.unwrap_or("govplan")));
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
             height=\"{height}\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\">\n<title>{title}</title>\n\
             <rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n\
             <text x=\"{MARGIN}\" y=\"30\" font-size=\"16\" font-weight=\"bold\">{title}</text>\n"
        );
        self.legend(&mut svg, language);
        let (from, to) = (MARGIN + left, MARGIN + left + GAP);
        for (organ, task, role) in &self.lines {
            let (y1, y2) = (middle(*organ, organs.len(), rows), middle(*task, tasks.len(), rows));
            let (bend1, bend2) = (from + GAP / 2, to - GAP / 2);
            // Writing to a string cannot fail.
            let _ = writeln!(
                svg,
                "<path d=\"M{from} {y1} C{bend1} {y1} {bend2} {y2} {to} {y2}\" fill=\"none\" {}/>",
                stroke(*role)
            );
        }
        boxes(&mut svg, &organs, MARGIN, left, rows, "#eef4fb");
        boxes(&mut svg, &tasks, to, right, rows, "#f6f6f0");
        for (place, (number, key)) in [(self.organs_left_out, "svg.organs"), (self.tasks_left_out, "svg.tasks")]
            .into_iter()
            .filter(|(number, _)| *number > 0)
            .enumerate()
        {
            let (x, y) = (MARGIN + place * 200, height - 10);
            let words = text(label(key, language));
            let _ = writeln!(svg, "<text x=\"{x}\" y=\"{y}\" fill=\"#555555\">{words} {number}</text>");
        }
        svg.push_str("</svg>\n");
        svg
    }

    /// The roles that there are, each with its line.
    fn legend(&self, svg: &mut String, language: Language) {
        let mut x = MARGIN;
        for role in Role::ALL.into_iter().filter(|role| self.lines.iter().any(|(_, _, other)| other == role)) {
            let word = edge_word(EdgeKind::Role(role), language);
            let (end, after) = (x + 30, x + 36);
            let _ = writeln!(
                svg,
                "<path d=\"M{x} 52 L{end} 52\" fill=\"none\" {}/>\n<text x=\"{after}\" y=\"57\">{}</text>",
                stroke(role),
                text(&word)
            );
            x = after + width(&word) + 20;
        }
    }
}

fn boxes(svg: &mut String, names: &[String], x: usize, width: usize, rows: usize, fill: &str) {
    for (place, name) in names.iter().enumerate() {
        let middle = middle(place, names.len(), rows);
        let (top, inside, baseline, name) = (middle - BOX / 2, x + 8, middle + 5, text(name));
        let _ = writeln!(
            svg,
            "<rect x=\"{x}\" y=\"{top}\" width=\"{width}\" height=\"{BOX}\" rx=\"4\" fill=\"{fill}\" \
             stroke=\"#667788\"/>\n<text x=\"{inside}\" y=\"{baseline}\">{name}</text>"
        );
    }
}

/// Where the middle of a box lies, its column centred beside the longer one.
fn middle(place: usize, count: usize, rows: usize) -> usize {
    TOP + (rows - count.min(rows)) * ROW / 2 + place * ROW + BOX / 2
}

fn width(text: &str) -> usize {
    text.width() * CHARACTER
}

fn width_of(names: &[String]) -> usize {
    names.iter().map(|name| width(name)).max().unwrap_or(0) + 16
}

/// How the line of a role looks: told apart without colour too.
fn stroke(role: Role) -> &'static str {
    match role {
        Role::Lead => "stroke=\"#b3261e\" stroke-width=\"2.5\"",
        Role::Responsible => "stroke=\"#1f5fa8\" stroke-width=\"1.5\"",
        Role::Cooperating => "stroke=\"#4f7a28\" stroke-width=\"1.2\" stroke-dasharray=\"6 4\"",
        Role::Supervising => "stroke=\"#7a4fa0\" stroke-width=\"1.2\" stroke-dasharray=\"2 4\"",
        Role::Implementing => "stroke=\"#8a5a00\" stroke-width=\"1.2\"",
        _ => "stroke=\"#333333\" stroke-width=\"1\"",
    }
}
