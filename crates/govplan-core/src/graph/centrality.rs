use super::ties::shared_with;
use super::{Graph, Network, NodeId};

/// How much of the work together goes through an organ.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Centrality {
    /// The organ.
    pub organ: NodeId,
    /// With how many organs it shares requirements (degree).
    pub partners: usize,
    /// In how many requirements it has a part.
    pub requirements: usize,
    /// For each two other organs that a chain joins, the share of the shortest chains between them that it is part of, summed
    /// up (betweenness). A chain goes from organ to requirement to organ; two requirements that the same organs share are two
    /// chains.
    pub betweenness: f64,
}

impl Graph<'_> {
    /// The centrality of every organ, in the order of organs.
    ///
    /// By Brandes (2001), with organs as the only ends of chains: takes time linear in organs times ties, and memory
    /// linear in the graph.
    #[must_use]
    pub fn centrality(&self) -> Vec<Centrality> {
        let ties = self.ties();
        let betweenness = self.betweenness(&ties);
        let of = |organ: &NodeId| Centrality {
            organ: *organ,
            partners: shared_with(&ties, organ.0).len(),
            requirements: ties.outgoing(organ.0).count(),
            betweenness: betweenness.get(organ.0 as usize).copied().unwrap_or_default(),
        };
        self.organs.iter().map(of).collect()
    }

    fn betweenness(&self, ties: &Network) -> Vec<f64> {
        let mut betweenness = vec![0.0; self.nodes.len()];
        let mut walk = Walk::new(self.nodes.len());
        for organ in &self.organs {
            walk.from(organ.0, ties);
            // From the farthest back: what of the chains to organs farther off goes through each node.
            for node in walk.order.iter().rev().copied() {
                let depth = walk.depth_of(node);
                let is_end = f64::from(u8::from(depth > 0 && depth.is_multiple_of(2)));
                let share = (is_end + walk.passing_of(node)) / walk.chains_of(node);
                for before in ties.neighbours(node) {
                    if walk.depth_of(before) + 1 == depth {
                        let own = walk.chains_of(before) * share;
                        if let Some(passing) = walk.passing.get_mut(before as usize) {
                            *passing += own;
                        }
                    }
                }
                if let Some(sum) = betweenness.get_mut(node as usize).filter(|_| depth > 0) {
                    // Each two organs are met twice, once from each.
                    *sum += walk.passing_of(node) / 2.0;
                }
            }
            walk.clear();
        }
        betweenness
    }
}

/// What is known of nodes by walking from one of them, the nearest first. Organs are at even depths.
struct Walk {
    order: Vec<u32>,
    depth: Vec<usize>,
    chains: Vec<f64>,
    passing: Vec<f64>,
}

const UNSEEN: usize = usize::MAX - 1;

impl Walk {
    fn new(nodes: usize) -> Self {
        Self { order: Vec::new(), depth: vec![UNSEEN; nodes], chains: vec![0.0; nodes], passing: vec![0.0; nodes] }
    }

    fn from(&mut self, start: u32, ties: &Network) {
        self.see(start, 0);
        self.add_chains(start, 1.0);
        let mut next = 0;
        while let Some(node) = self.order.get(next).copied() {
            let (depth, chains) = (self.depth_of(node) + 1, self.chains_of(node));
            for other in ties.neighbours(node) {
                if self.depth_of(other) == UNSEEN {
                    self.see(other, depth);
                }
                if self.depth_of(other) == depth {
                    self.add_chains(other, chains);
                }
            }
            next += 1;
        }
    }

    fn see(&mut self, node: u32, depth: usize) {
        if let Some(slot) = self.depth.get_mut(node as usize) {
            *slot = depth;
            self.order.push(node);
        }
    }

    fn add_chains(&mut self, node: u32, more: f64) {
        if let Some(chains) = self.chains.get_mut(node as usize) {
            *chains += more;
        }
    }

    fn depth_of(&self, node: u32) -> usize {
        self.depth.get(node as usize).copied().unwrap_or(UNSEEN)
    }

    fn chains_of(&self, node: u32) -> f64 {
        self.chains.get(node as usize).copied().unwrap_or_default()
    }

    fn passing_of(&self, node: u32) -> f64 {
        self.passing.get(node as usize).copied().unwrap_or_default()
    }

    /// Forgets the nodes that were seen, and takes no time for the others.
    fn clear(&mut self) {
        for node in self.order.drain(..) {
            let node = node as usize;
            if let (Some(depth), Some(chains), Some(passing)) =
                (self.depth.get_mut(node), self.chains.get_mut(node), self.passing.get_mut(node))
            {
                (*depth, *chains, *passing) = (UNSEEN, 0.0, 0.0);
            }
        }
    }
}
