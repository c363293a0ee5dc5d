use crate::exit::Failure;
use govplan::Message;
use std::collections::VecDeque;
use std::io;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// Results that are held for each thread, until it is their turn.
const HELD: usize = 4;

/// Bytes of a thread's stack: as many as the first thread has.
const STACK: usize = 8 << 20;

/// Works on items with so many threads and takes the results one by one, in the order of the items; stops where a
/// result can not be taken.
///
/// At most [`HELD`] results for each thread wait or are worked on: the next item is handed out when the oldest has been
/// taken.
pub(super) fn run<T: Send, R: Send>(
    items: Vec<T>,
    threads: usize,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let threads = threads.min(items.len());
    let window = threads.saturating_mul(HELD);
    let (jobs, queue) = sync_channel::<(T, SyncSender<R>)>(window);
    let queue = Mutex::new(queue);
    thread::scope(|scope| {
        // Moved into the scope, so that the threads end when nothing more can be handed out, whatever the reason.
        let jobs = jobs;
        for _ in 0..threads {
            let worker = thread::Builder::new().stack_size(STACK);
            worker.spawn_scoped(scope, || serve(&queue, &work)).map_err(|error| unstarted(&error))?;
        }
        let mut waiting: VecDeque<Receiver<R>> = VecDeque::new();
        for item in items {
            if waiting.len() >= window {
                take_next(&mut waiting, &mut take)?;
            }
            let (answer, result) = sync_channel(1);
            // Threads serve until this end is dropped.
            let _ = jobs.send((item, answer));
            waiting.push_back(result);
        }
        while !waiting.is_empty() {
            take_next(&mut waiting, &mut take)?;
        }
        Ok(())
    })
}

/// Takes the oldest result.
fn take_next<R>(
    waiting: &mut VecDeque<Receiver<R>>,
    take: &mut impl FnMut(R) -> Result<(), Failure>,
) -> Result<(), Failure> {
    waiting.pop_front().and_then(|result| result.recv().ok()).map_or(Ok(()), take)
}

/// Works on whatever is handed out, until nothing more will be.
fn serve<T, R>(queue: &Mutex<Receiver<(T, SyncSender<R>)>>, work: &impl Fn(T) -> R) {
    let next = || queue.lock().ok()?.recv().ok();
    while let Some((item, answer)) = next() {
        // Nobody waits for it where the work was stopped.
        let _ = answer.send(work(item));
    }
}

fn unstarted(error: &io::Error) -> Failure {
    Failure::files(Message::new(format!("无法启动线程（{error}）"), format!("a thread could not be started: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn results_come_in_the_order_of_the_items_and_few_are_held() {
        let (begun, taken, most) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
        let mut results = Vec::new();
        let work = |item: usize| {
            let held = begun.fetch_add(1, Ordering::SeqCst) + 1 - taken.load(Ordering::SeqCst);
            most.fetch_max(held, Ordering::SeqCst);
            // Some take longer than others.
            (0..(item % 7) * 1000).fold(item, |sum, more| std::hint::black_box(sum ^ more ^ more))
        };
        let done = run((0..500).collect(), 3, work, |result| {
            taken.fetch_add(1, Ordering::SeqCst);
            results.push(result);
            Ok(())
        });
        assert!(done.is_ok());
        assert_eq!(results, (0..500).collect::<Vec<_>>());
        // One more may be on its way when the oldest is counted as taken.
        assert!(most.into_inner() <= 3 * HELD + 1);
    }

    #[test]
    fn a_result_that_can_not_be_taken_stops_the_rest() {
        let begun = AtomicUsize::new(0);
        let done = run(
            (0..1000).collect(),
            2,
            |_: usize| begun.fetch_add(1, Ordering::SeqCst),
            |_| Err(Failure::usage(Message::new(String::new(), String::new()))),
        );
        assert!(done.is_err() && begun.into_inner() <= 2 * HELD + 1);
    }

    #[test]
    fn no_items_need_no_threads() {
        assert!(run(Vec::<u8>::new(), 4, |item| item, |_| Ok(())).is_ok());
    }
}
