//! Links between numbered nodes, stored compactly.

/// A link between two nodes, of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// Node that it starts from.
    pub source: u32,
    /// Node that it leads to.
    pub target: u32,
    /// What it is: a number that means something to the caller alone.
    pub kind: u8,
}

/// Links between numbered nodes in compressed rows (CSR), forwards and backwards: 10 bytes a link and 8 a node.
///
/// Several links may join the same two nodes. The links of a node come in the order in which they were given.
///
/// ```
/// use govplan_core::{Link, Network};
///
/// let links = [(0, 2, 1), (1, 2, 0), (0, 3, 0)].map(|(source, target, kind)| Link { source, target, kind });
/// let network = Network::new(4, &links).unwrap();
/// assert_eq!(network.outgoing(0).collect::<Vec<_>>(), [(2, 1), (3, 0)]);
/// assert_eq!(network.incoming(2).collect::<Vec<_>>(), [(0, 1), (1, 0)]);
/// assert_eq!(network.targets_by_kind(0, 0).collect::<Vec<_>>(), [3]);
/// assert_eq!(network.reach(0), [0, 2, 3]);
/// assert!(Network::new(3, &links).is_none());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Network {
    forwards: Side,
    backwards: Side,
}

/// The links as seen from one of their ends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Side {
    /// Where the links of each node start, and where the last node's end.
    starts: Vec<u32>,
    far_ends: Vec<u32>,
    kinds: Vec<u8>,
}

impl Network {
    /// The network of `nodes` nodes, numbered from 0, in time linear in nodes and links; absent where a link names a node
    /// that is not there, and where there are more links than a `u32` counts.
    #[must_use]
    pub fn new(nodes: usize, links: &[Link]) -> Option<Self> {
        Some(Self {
            forwards: Side::new(nodes, links, |link| (link.source, link.target))?,
            backwards: Side::new(nodes, links, |link| (link.target, link.source))?,
        })
    }

    /// Number of nodes.
    #[must_use]
    pub fn node_count(&self) -> usize {
        self.forwards.starts.len().saturating_sub(1)
    }

    /// Number of links.
    #[must_use]
    pub fn link_count(&self) -> usize {
        self.forwards.far_ends.len()
    }

    /// Where the links from a node lead, and their kinds; in time linear in their number.
    pub fn outgoing(&self, node: u32) -> impl Iterator<Item = (u32, u8)> + '_ {
        self.forwards.of(node)
    }

    /// Where the links to a node start, and their kinds; in time linear in their number.
    pub fn incoming(&self, node: u32) -> impl Iterator<Item = (u32, u8)> + '_ {
        self.backwards.of(node)
    }

    /// Where the links of one kind from a node lead; in time linear in the number of all its links.
    pub fn targets_by_kind(&self, node: u32, kind: u8) -> impl Iterator<Item = u32> + '_ {
        self.forwards.of(node).filter(move |(_, found)| *found == kind).map(|(target, _)| target)
    }

    /// Every node that links lead to from a node, itself the first, the nearest before the farther ones; in time linear
    /// in nodes and links. Empty where the node is not there.
    #[must_use]
    pub fn reach(&self, node: u32) -> Vec<u32> {
        let mut is_seen = vec![false; self.node_count()];
        let mut reached = Vec::new();
        let mut see = |node: u32, reached: &mut Vec<u32>| {
            if let Some(is_seen) = is_seen.get_mut(node as usize).filter(|is_seen| !**is_seen) {
                *is_seen = true;
                reached.push(node);
            }
        };
        see(node, &mut reached);
        let mut next = 0;
        while let Some(node) = reached.get(next).copied() {
            self.outgoing(node).for_each(|(target, _)| see(target, &mut reached));
            next += 1;
        }
        reached
    }

    /// Nodes that a link joins to a node, whichever way it leads.
    pub(super) fn neighbours(&self, node: u32) -> impl Iterator<Item = u32> + '_ {
        self.outgoing(node).chain(self.incoming(node)).map(|(other, _)| other)
    }

    /// What belongs to each link, in the order in which the network holds the links from each node.
    pub(super) fn in_order<T: Clone>(&self, links: &[Link], of_each: &[T]) -> Vec<T> {
        let mut ordered = of_each.to_vec();
        let mut next = self.forwards.starts.clone();
        for (link, own) in links.iter().zip(of_each) {
            let place = next.get_mut(link.source as usize);
            if let Some(slot) = place.and_then(|next| ordered.get_mut(std::mem::replace(next, *next + 1) as usize)) {
                *slot = own.clone();
            }
        }
        ordered
    }

    /// Where what belongs to the links from a node stands in that order.
    pub(super) fn places(&self, node: u32) -> std::ops::Range<usize> {
        self.forwards.range(node)
    }
}

impl Side {
    /// A counting sort by the near end; absent where a link has one that is not there.
    fn new(nodes: usize, links: &[Link], ends: impl Fn(&Link) -> (u32, u32)) -> Option<Self> {
        u32::try_from(links.len()).ok()?;
        // Two places further on than its links begin: placing a link moves the beginning of the next node's on.
        let mut starts = vec![0_u32; nodes + 2];
        for link in links {
            let near = ends(link).0 as usize;
            *starts.get_mut(near + 2)? += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let (mut far_ends, mut kinds) = (vec![0; links.len()], vec![0; links.len()]);
        for link in links {
            let (near, far) = ends(link);
            let next = starts.get_mut(near as usize + 1)?;
            let place = *next as usize;
            *next += 1;
            *far_ends.get_mut(place)? = far;
            *kinds.get_mut(place)? = link.kind;
        }
        starts.pop();
        Some(Self { starts, far_ends, kinds })
    }

    fn range(&self, node: u32) -> std::ops::Range<usize> {
        let node = node as usize;
        match (self.starts.get(node), self.starts.get(node + 1)) {
            (Some(start), Some(end)) => *start as usize..*end as usize,
            _ => 0..0,
        }
    }

    fn of(&self, node: u32) -> impl Iterator<Item = (u32, u8)> + '_ {
        let range = self.range(node);
        let far_ends = self.far_ends.get(range.clone()).unwrap_or_default();
        far_ends.iter().copied().zip(self.kinds.get(range).unwrap_or_default().iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn links() -> impl Strategy<Value = Vec<Link>> {
        let link = (0..20_u32, 0..20_u32, 0..3_u8);
        let link = link.prop_map(|(source, target, kind)| Link { source, target, kind });
        proptest::collection::vec(link, 0..60)
    }

    proptest! {
        #[test]
        fn the_links_of_a_node_are_those_given_in_their_order(links in links()) {
            let network = Network::new(20, &links).unwrap();
            prop_assert_eq!(network.link_count(), links.len());
            let ordered = network.in_order(&links, &(0..links.len()).collect::<Vec<_>>());
            for node in 0..20 {
                let own: Vec<_> = links.iter().filter(|link| link.source == node).map(|l| (l.target, l.kind)).collect();
                prop_assert_eq!(network.outgoing(node).collect::<Vec<_>>(), own);
                let own: Vec<_> = links.iter().filter(|link| link.target == node).map(|l| (l.source, l.kind)).collect();
                prop_assert_eq!(network.incoming(node).collect::<Vec<_>>(), own);
                let own: Vec<_> = (0..links.len()).filter(|index| links[*index].source == node).collect();
                prop_assert_eq!(&ordered[network.places(node)], own.as_slice());
            }
        }
    }

    #[test]
    fn a_node_that_is_not_there_has_nothing() {
        let network = Network::new(1, &[Link { source: 0, target: 0, kind: 0 }]).unwrap();
        assert_eq!(network.reach(0), [0]);
        assert!(network.reach(1).is_empty() && network.outgoing(u32::MAX).next().is_none());
        assert_eq!((Network::default().node_count(), Network::default().reach(0).len()), (0, 0));
    }
}
