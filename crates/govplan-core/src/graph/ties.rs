//! Organs and requirements without regard to roles: each tie between an organ and a requirement once.

use super::{Graph, Link, Network, NodeId};
use petgraph::algo::articulation_points::articulation_points;
use petgraph::graph::UnGraph;
use petgraph::unionfind::UnionFind;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// The shortest chain from one organ to another: each works on a requirement with the next.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Chain {
    /// Organs of the chain, from the one to the other.
    pub organs: Vec<NodeId>,
    /// Requirements between them, one fewer.
    pub requirements: Vec<NodeId>,
}

impl Graph<'_> {
    /// Organs of which each shares at least `weight` requirements with another of its group, or is alone in it: the connected
    /// components of the organs with an edge between every two that share so many.
    ///
    /// Groups and organs come in the order of organs. With a weight of 0 or 1 it takes time linear in the graph (times the
    /// inverse of Ackermann's function); with more, in the sum over requirements of the square of the number of their organs.
    #[must_use]
    pub fn communities(&self, weight: usize) -> Vec<Vec<NodeId>> {
        let mut groups: UnionFind<usize> = UnionFind::new(self.nodes.len());
        let ties = self.ties();
        for organ in &self.organs {
            if weight <= 1 {
                for (requirement, _) in ties.outgoing(organ.0) {
                    groups.union(organ.0 as usize, requirement as usize);
                }
                continue;
            }
            for (other, shared) in shared_with(&ties, organ.0) {
                if shared >= weight {
                    groups.union(organ.0 as usize, other as usize);
                }
            }
        }
        let mut places: BTreeMap<usize, usize> = BTreeMap::new();
        let mut communities: Vec<Vec<NodeId>> = Vec::new();
        for organ in &self.organs {
            let place = *places.entry(groups.find(organ.0 as usize)).or_insert(communities.len());
            match communities.get_mut(place) {
                Some(community) => community.push(*organ),
                None => communities.push(vec![*organ]),
            }
        }
        communities
    }

    /// The shortest chain of organs and the requirements that each shares with the next; absent where there is none.
    ///
    /// Of several as short the one that a search breadth first meets first, requirements and organs in their order. Takes
    /// time linear in the graph.
    #[must_use]
    pub fn chain(&self, from: NodeId, to: NodeId) -> Option<Chain> {
        self.organ(from)?;
        self.organ(to)?;
        let ties = self.ties();
        let mut before: Vec<Option<u32>> = vec![None; self.nodes.len()];
        let mut open = VecDeque::from([from.0]);
        *before.get_mut(from.0 as usize)? = Some(from.0);
        while let Some(node) = open.pop_front().filter(|node| *node != to.0) {
            for other in ties.neighbours(node) {
                if let Some(unseen @ None) = before.get_mut(other as usize) {
                    *unseen = Some(node);
                    open.push_back(other);
                }
            }
        }
        let mut path = vec![to.0];
        while let Some(node) = path.last().copied().filter(|node| *node != from.0) {
            path.push((*before.get(node as usize)?)?);
        }
        path.reverse();
        let every_other = |skip| path.iter().copied().skip(skip).step_by(2).map(NodeId).collect();
        Some(Chain { organs: every_other(0), requirements: every_other(1) })
    }

    /// Organs through which alone other organs are joined: without such an organ some that work together now, directly or
    /// through others, would not. In the order of organs, in linear time (articulation points, by Tarjan).
    #[must_use]
    pub fn single_points(&self) -> Vec<NodeId> {
        let ties = self.ties();
        let mut organs_and_shared: UnGraph<(), ()> = UnGraph::default();
        let mut nodes = BTreeMap::new();
        let mut ids = BTreeMap::new();
        for organ in &self.organs {
            let node = organs_and_shared.add_node(());
            nodes.insert(organ.0, node);
            ids.insert(node, *organ);
        }
        for requirement in &self.requirements {
            let holders: Vec<u32> = ties.incoming(requirement.0).map(|(organ, _)| organ).collect();
            if holders.len() > 1 {
                let shared = organs_and_shared.add_node(());
                for organ in holders.iter().filter_map(|organ| nodes.get(organ)) {
                    organs_and_shared.add_edge(*organ, shared, ());
                }
            }
        }
        let points = articulation_points(&organs_and_shared).into_iter();
        let organs: BTreeSet<NodeId> = points.filter_map(|node| ids.get(&node).copied()).collect();
        organs.into_iter().collect()
    }

    /// The ties as links from organs to requirements, each once.
    pub(super) fn ties(&self) -> Network {
        let mut links = Vec::new();
        for requirement in &self.requirements {
            let mut holders: Vec<u32> = self.holders(*requirement).map(|(organ, _)| organ.0).collect();
            holders.sort_unstable();
            holders.dedup();
            links.extend(holders.into_iter().map(|source| Link { source, target: requirement.0, kind: 0 }));
        }
        Network::new(self.nodes.len(), &links).unwrap_or_default()
    }
}

/// With which organs one shares how many requirements, in their order.
pub(super) fn shared_with(ties: &Network, organ: u32) -> BTreeMap<u32, usize> {
    let mut shared = BTreeMap::new();
    for (requirement, _) in ties.outgoing(organ) {
        for (other, _) in ties.incoming(requirement).filter(|(other, _)| *other != organ) {
            *shared.entry(other).or_default() += 1;
        }
    }
    shared
}
