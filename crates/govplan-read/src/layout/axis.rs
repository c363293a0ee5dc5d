/// Lines that lie on one straight line, as the pieces of it that are drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Axis {
    /// Where the line lies: its distance from the top of the page if it is level, else from the left.
    pub(super) at: f64,
    /// What is drawn of it, in order, apart from one another.
    pub(super) segments: Vec<(f64, f64)>,
}

impl Axis {
    pub(super) fn new(at: f64, segments: Vec<(f64, f64)>) -> Self {
        Self { at, segments }
    }

    pub(super) fn start(&self) -> Option<f64> {
        self.segments.first().map(|(start, _)| *start)
    }

    pub(super) fn end(&self) -> Option<f64> {
        self.segments.last().map(|(_, end)| *end)
    }

    /// For each two neighbours of some edges, whether the line is drawn between them: over more than half the way.
    pub(super) fn covered(&self, edges: &[f64]) -> Vec<bool> {
        let mut segments = self.segments.iter().peekable();
        let between = edges.windows(2).map(|pair| {
            let [from, to] = pair else { return false };
            let mut drawn = 0.0;
            while let Some((start, end)) = segments.peek() {
                drawn += (end.min(*to) - start.max(*from)).max(0.0);
                if end > to {
                    break;
                }
                segments.next();
            }
            drawn > 0.5 * (to - from)
        });
        between.collect()
    }
}

/// Segments that lie on one line but for a tolerance put together, and those that touch joined.
pub(super) fn clustered(mut segments: Vec<(f64, (f64, f64))>, tolerance: f64) -> Vec<Axis> {
    segments.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut axes: Vec<Axis> = Vec::new();
    for (at, segment) in segments {
        match axes.last_mut().filter(|axis| at - axis.at <= tolerance) {
            Some(axis) => axis.segments.push(segment),
            None => axes.push(Axis::new(at, vec![segment])),
        }
    }
    for axis in &mut axes {
        axis.segments.sort_by(|a, b| a.0.total_cmp(&b.0));
        axis.segments.dedup_by(|next, previous| {
            let touches = next.0 - previous.1 <= tolerance;
            if touches {
                previous.1 = previous.1.max(next.1);
            }
            touches
        });
    }
    axes
}
