//! The responsibility matrix (RACI) of a graph, before it is a file.

use super::described::Described;
use govplan_core::{EdgeKind, Graph, Language, Node, NodeId, Role, WorkItem};
use std::collections::BTreeMap;
use std::fmt;

/// The most cells of a matrix.
const MOST_CELLS: usize = 20_000_000;

/// A matrix of more cells than a program opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct MatrixTooLarge {
    /// Requirements.
    pub rows: usize,
    /// Organs.
    pub columns: usize,
}

impl MatrixTooLarge {
    /// The message, in one language.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let Self { rows, columns } = self;
        match language {
            Language::Chinese => {
                format!("责任矩阵有{rows}行{columns}列，超过{MOST_CELLS}格，请减少一次导出的计划")
            }
            Language::English => format!(
                "a matrix of {rows} requirements and {columns} organs has more than {MOST_CELLS} cells, export fewer plans at once"
            ),
        }
    }
}

impl fmt::Display for MatrixTooLarge {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message(Language::English))
    }
}

impl std::error::Error for MatrixTooLarge {}

/// The letter of a role in a responsibility assignment matrix (RACI): who leads answers for the work (A), who is responsible or
/// carries it out does it (R), who cooperates is consulted (C), who supervises is informed (I).
///
/// The four letters know no one who helps with the work: C is the nearest.
fn letter(role: Role) -> char {
    match role {
        Role::Lead => 'A',
        Role::Responsible | Role::Implementing => 'R',
        Role::Cooperating => 'C',
        Role::Supervising => 'I',
        // A role that the letters do not know.
        _ => '?',
    }
}

/// Who does what: a row for each requirement, a column for each organ.
pub(crate) struct Matrix<'g> {
    /// Names of the organs; where organs of several plans have one name, the id of the plan stands behind it.
    pub(crate) organs: Vec<String>,
    requirements: Vec<(NodeId, &'g WorkItem<'g>)>,
    /// Letters of the roles, by requirement and place of the organ.
    letters: BTreeMap<(NodeId, usize), String>,
}

impl<'g> Matrix<'g> {
    /// The matrix; takes time linear in the size of the graph, but for sorting.
    pub(crate) fn of(graph: &'g Graph<'g>) -> Result<Self, MatrixTooLarge> {
        let (organs, names): (Vec<NodeId>, Vec<String>) = columns(graph).into_iter().unzip();
        let places: BTreeMap<NodeId, usize> = organs.into_iter().zip(0..).collect();
        let requirements: Vec<_> = graph
            .nodes()
            .filter_map(|(id, node)| match node {
                Node::Requirement(item) => Some((id, item)),
                _ => None,
            })
            .collect();
        let (rows, columns) = (requirements.len(), names.len());
        if rows.saturating_mul(columns) > MOST_CELLS {
            return Err(MatrixTooLarge { rows, columns });
        }
        let mut letters: BTreeMap<(NodeId, usize), String> = BTreeMap::new();
        for edge in graph.edges() {
            if let (EdgeKind::Role(role), Some(place)) = (edge.kind, places.get(&edge.source)) {
                let cell = letters.entry((edge.target, *place)).or_default();
                if !cell.contains(letter(role)) {
                    cell.push(letter(role));
                }
            }
        }
        Ok(Self { organs: names, requirements, letters })
    }

    /// Each requirement with the letters of every organ.
    pub(crate) fn rows(&self) -> impl ExactSizeIterator<Item = (&'g WorkItem<'g>, Vec<&str>)> {
        self.requirements.iter().map(|(id, item)| {
            let letters = |place| self.letters.get(&(*id, place)).map_or("", String::as_str);
            (*item, (0..self.organs.len()).map(letters).collect())
        })
    }
}

/// The organs with a name for each that no other has.
fn columns(graph: &Graph<'_>) -> Vec<(NodeId, String)> {
    let organs: Vec<_> = graph.organs().map(|organ| organ.organ).collect();
    let described: Vec<_> =
        organs.iter().filter_map(|id| graph.node(*id).map(|node| (*id, Described::of(node)))).collect();
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, organ) in &described {
        *times.entry(&organ.name).or_default() += 1;
    }
    let named = described.iter().map(|(id, organ)| {
        let plan = organ.plan.filter(|_| times.get(organ.name.as_str()).is_some_and(|times| *times > 1));
        (*id, plan.map_or_else(|| organ.name.clone(), |plan| format!("{} ({plan})", organ.name)))
    });
    named.collect()
}
