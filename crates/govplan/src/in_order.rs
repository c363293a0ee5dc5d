use std::collections::VecDeque;
use std::io;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// Items that are held for each thread, until it is their turn.
const HELD: usize = 8;

/// Bytes of a thread's stack: as many as the first thread has.
const STACK: usize = 8 << 20;

/// An item, and where its result goes.
type Job<T, R> = (T, SyncSender<R>);

/// Several threads that work on items, and give the results in the order of the items.
///
/// At most eight items for each thread wait or are worked on, so that memory stays bounded however many there are. When it is
/// dropped no further item is begun; nobody waits for those that are worked on.
///
/// ```
/// use govplan::InOrder;
///
/// let mut squares = InOrder::new(2.try_into()?, |n: u32| n * n)?;
/// let mut numbers = 1..=20;
/// let mut found = Vec::new();
/// loop {
///     while !squares.is_full() && let Some(number) = numbers.next() {
///         squares.put(number);
///     }
///     let Some(square) = squares.take() else { break };
///     found.push(square);
/// }
/// assert_eq!(found, (1..=20).map(|n| n * n).collect::<Vec<_>>());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct InOrder<T, R> {
    jobs: SyncSender<Job<T, R>>,
    waiting: VecDeque<Receiver<R>>,
    most: usize,
    is_stopped: Arc<AtomicBool>,
}

impl<T: Send + 'static, R: Send + 'static> InOrder<T, R> {
    /// So many threads that do some work, which must not panic.
    ///
    /// # Errors
    /// A thread that cannot be started.
    pub fn new(threads: NonZeroUsize, work: impl Fn(T) -> R + Send + Sync + 'static) -> io::Result<Self> {
        let most = threads.get().saturating_mul(HELD);
        let (jobs, queue) = sync_channel::<Job<T, R>>(most);
        let (queue, work) = (Arc::new(Mutex::new(queue)), Arc::new(work));
        // Made first: where a thread cannot be started, it is dropped and those that were are stopped.
        let this = Self { jobs, waiting: VecDeque::new(), most, is_stopped: Arc::default() };
        for _ in 0..threads.get() {
            let (queue, work, is_stopped) = (Arc::clone(&queue), Arc::clone(&work), Arc::clone(&this.is_stopped));
            let worker = thread::Builder::new().stack_size(STACK);
            worker.spawn(move || serve(&queue, &is_stopped, &*work))?;
        }
        Ok(this)
    }

    /// Whether a result has to be taken before the next item is put in.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.waiting.len() >= self.most
    }

    /// Hands out an item; waits only where it [is full](Self::is_full).
    pub fn put(&mut self, item: T) {
        let (answer, result) = sync_channel(1);
        // Threads serve until this end is dropped.
        let _ = self.jobs.send((item, answer));
        self.waiting.push_back(result);
    }

    /// The result of the oldest item, once it is there; nothing where all have been taken.
    pub fn take(&mut self) -> Option<R> {
        self.waiting.pop_front()?.recv().ok()
    }

    /// The same, where the result comes within some time; an error where it does not, and the item keeps its turn.
    ///
    /// # Errors
    /// No result in time.
    pub fn take_within(&mut self, time: Duration) -> Result<Option<R>, NotYet> {
        let Some(oldest) = self.waiting.front() else { return Ok(None) };
        let result = match oldest.recv_timeout(time) {
            Ok(result) => Some(result),
            Err(RecvTimeoutError::Timeout) => return Err(NotYet),
            Err(RecvTimeoutError::Disconnected) => None,
        };
        self.waiting.pop_front();
        Ok(result)
    }
}

/// A result that is not there yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotYet;

impl<T, R> Drop for InOrder<T, R> {
    fn drop(&mut self) {
        self.is_stopped.store(true, Ordering::Relaxed);
    }
}

/// Works on whatever is handed out, until nothing more will be.
fn serve<T, R>(queue: &Mutex<Receiver<Job<T, R>>>, is_stopped: &AtomicBool, work: &impl Fn(T) -> R) {
    let next = || queue.lock().ok()?.recv().ok();
    while let Some((item, answer)) = next() {
        if is_stopped.load(Ordering::Relaxed) {
            return;
        }
        // Nobody waits for it where the work was stopped.
        let _ = answer.send(work(item));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicUsize;

    fn threads(n: usize) -> NonZeroUsize {
        n.try_into().unwrap()
    }

    #[test]
    fn results_come_in_the_order_of_the_items_and_few_are_held() {
        let begun = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&begun);
        let work = move |item: usize| {
            counted.fetch_add(1, Ordering::SeqCst);
            // Some take longer than others.
            (0..(item % 7) * 1000).fold(item, |sum, more| std::hint::black_box(sum ^ more ^ more))
        };
        let mut in_order = InOrder::new(threads(3), work).unwrap();
        let (mut items, mut results) = (0..500, Vec::new());
        loop {
            while !in_order.is_full()
                && let Some(item) = items.next()
            {
                in_order.put(item);
            }
            assert!(begun.load(Ordering::SeqCst) <= results.len() + 3 * HELD);
            let Some(result) = in_order.take() else { break };
            results.push(result);
        }
        assert_eq!(results, (0..500).collect::<Vec<_>>());
    }

    #[test]
    fn nothing_is_begun_once_it_is_dropped() {
        let (begin, begun) = sync_channel::<usize>(HELD);
        let (go, may_go) = sync_channel::<()>(HELD);
        let may_go = Mutex::new(may_go);
        let work = move |item: usize| {
            begin.send(item).unwrap();
            let _ = may_go.lock().unwrap().recv();
        };
        let mut in_order = InOrder::new(threads(1), work).unwrap();
        (0..HELD).for_each(|item| in_order.put(item));
        assert_eq!(begun.recv(), Ok(0));
        assert_eq!(in_order.take_within(Duration::ZERO), Err(NotYet));
        drop(in_order);
        go.send(()).unwrap();
        // The thread ends without the other items, and drops its end.
        assert!(begun.recv().is_err());
    }

    #[test]
    fn no_items_give_no_results() {
        let mut in_order = InOrder::new(threads(4), |item: u8| item).unwrap();
        assert_eq!(in_order.take(), None);
        assert_eq!(in_order.take_within(Duration::ZERO), Ok(None));
    }
}
