/// Counts the parts of a page that something links to, from 1, over all plans.
#[derive(Default)]
pub(super) struct Counter(usize);

impl Counter {
    /// The next number.
    pub(super) fn next(&mut self) -> usize {
        self.0 += 1;
        self.0
    }
}
