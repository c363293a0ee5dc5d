//! Who works on what, drawn: organs on the left, tasks on the right, a line for each part that one has in the other.

use super::excerpt::excerpt;
use super::involvement::{Involvement, TaskName};
use super::organs::Organ;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

const MOST_ORGANS: usize = 40;
const MOST_TASKS: usize = 60;
/// Times that each side is put in the order of the other.
const ROUNDS: usize = 6;

/// Lengths in units of the drawing.
const WIDTH: usize = 960;
const LINE: usize = 24;
const LEFT: usize = 300;
const RIGHT: usize = 600;
/// Columns of a name.
const NAME: usize = 38;

#[derive(Serialize, Default)]
pub(super) struct Network {
    width: usize,
    height: usize,
    organs: Vec<Node>,
    tasks: Vec<Node>,
    edges: Vec<Edge>,
    organs_left_out: usize,
    tasks_left_out: usize,
}

#[derive(Serialize)]
struct Node {
    n: usize,
    name: String,
    x: usize,
    y: usize,
    /// How many lines end here.
    degree: usize,
}

#[derive(Serialize)]
struct Edge {
    organ: usize,
    task: usize,
    role: &'static str,
    /// As SVG describes a path.
    path: String,
}

/// The drawing of a plan: the organs with most duties, and the first tasks that they have a part in.
pub(super) fn network(organs: &[Organ], tasks: &[TaskName], involvement: &Involvement) -> Network {
    let mut busiest: Vec<&Organ> = organs.iter().filter(|organ| organ.total > 0).collect();
    let all_organs = busiest.len();
    busiest.sort_by_key(|organ| Reverse(organ.total));
    busiest.truncate(MOST_ORGANS);
    let organ_names: BTreeMap<usize, &str> = busiest.iter().map(|organ| (organ.n, organ.name.as_str())).collect();
    let with_organs = involvement.tasks();
    let named = tasks.iter().filter(|task| with_organs.contains(&task.n));
    let all_tasks = named.clone().count();
    let task_names: BTreeMap<usize, String> = named.take(MOST_TASKS).map(|task| (task.n, name(task))).collect();
    let pairs: Vec<_> = involvement
        .pairs()
        .filter(|(organ, task, _)| organ_names.contains_key(organ) && task_names.contains_key(task))
        .collect();
    let links: Vec<(usize, usize)> = pairs.iter().map(|(organ, task, _)| (*organ, *task)).collect();
    let (left, right) = ordered(&links);
    let lines = left.len().max(right.len());
    let (left_y, right_y) = (heights(&left, lines), heights(&right, lines));
    let edges = pairs.iter().filter_map(|(organ, task, role)| {
        let (from, to) = (left_y.get(organ)?, right_y.get(task)?);
        let (out, back) = (LEFT + 130, RIGHT - 130);
        let path = format!("M{LEFT} {from}C{out} {from} {back} {to} {RIGHT} {to}");
        Some(Edge { organ: *organ, task: *task, role: role.as_str(), path })
    });
    let node = |n: &usize, name: &str, x: usize, y: usize, degree: usize| Node {
        n: *n,
        name: excerpt(name, NAME),
        x,
        y,
        degree,
    };
    let degree = |is_end: &dyn Fn(&(usize, usize)) -> bool| links.iter().filter(|link| is_end(link)).count();
    let organs = left
        .iter()
        .filter_map(|n| Some(node(n, organ_names.get(n)?, LEFT, *left_y.get(n)?, degree(&|(organ, _)| organ == n))));
    let tasks = right
        .iter()
        .filter_map(|n| Some(node(n, task_names.get(n)?, RIGHT, *right_y.get(n)?, degree(&|(_, task)| task == n))));
    Network {
        width: WIDTH,
        height: lines * LINE,
        organs: organs.collect(),
        tasks: tasks.collect(),
        edges: edges.collect(),
        organs_left_out: all_organs - left.len(),
        tasks_left_out: all_tasks - right.len(),
    }
}

fn name(task: &TaskName) -> String {
    let words = task.label.iter().chain(&task.title).map(String::as_str);
    words.collect::<Vec<_>>().join(" ")
}

/// Both ends of links in an order that crosses few of them: each side by turns by the middle of what it is linked to.
fn ordered(links: &[(usize, usize)]) -> (Vec<usize>, Vec<usize>) {
    let mut left: Vec<usize> = links.iter().map(|link| link.0).collect();
    let mut right: Vec<usize> = links.iter().map(|link| link.1).collect();
    for side in [&mut left, &mut right] {
        side.sort_unstable();
        side.dedup();
    }
    let back: Vec<(usize, usize)> = links.iter().map(|(organ, task)| (*task, *organ)).collect();
    for _ in 0..ROUNDS {
        by_middle(&mut left, links, &right);
        by_middle(&mut right, &back, &left);
    }
    (left, right)
}

/// Sorts one side by the mean place of what it is linked to on the other; those of one mean keep their order.
fn by_middle(side: &mut [usize], links: &[(usize, usize)], other: &[usize]) {
    let places: BTreeMap<usize, usize> = other.iter().enumerate().map(|(place, n)| (*n, place)).collect();
    let mut sums: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for (from, to) in links {
        let (sum, count) = sums.entry(*from).or_default();
        *sum += places.get(to).copied().unwrap_or_default();
        *count += 1;
    }
    // In thousandths of a place, so that no rounding of floats can differ from machine to machine.
    side.sort_by_key(|n| sums.get(n).map(|(sum, count)| sum * 1000 / count));
}

/// Where each of a side is drawn, the shorter side spread over the height of the longer.
fn heights(side: &[usize], lines: usize) -> BTreeMap<usize, usize> {
    let height = lines * LINE;
    let place = |(i, n): (usize, &usize)| (*n, (2 * i + 1) * height / (2 * side.len().max(1)));
    side.iter().enumerate().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_are_ordered_so_that_few_links_cross() {
        // As given every link crosses every other.
        let links = [(1, 13), (2, 12), (3, 11)];
        let (left, right) = ordered(&links);
        let place = |side: &[usize], n| side.iter().position(|other| *other == n).unwrap();
        for (organ, task) in links {
            assert_eq!(place(&left, organ), place(&right, task));
        }
        assert_eq!(heights(&[5, 6], 4), BTreeMap::from([(5, 24), (6, 72)]));
    }
}
