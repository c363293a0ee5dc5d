//! Many documents, on several threads, in their order.

use crate::calendar::Calendar;
use crate::error::load_error;
use crate::hint::{Limits, Paths, Progress, ReadResult};
use crate::plan::{Outlook, Plan};
use crate::read::options;
use chrono::NaiveDate;
use govplan::{Error, InOrder, Loaded, contained};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyIterator, PyTuple, PyType};
use std::collections::VecDeque;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Mutex;
use std::thread::available_parallelism;
use std::time::Duration;

/// How long to wait for a result before looking whether the user has pressed Ctrl-C.
const PATIENCE: Duration = Duration::from_millis(20);

/// What became of a document, and its path.
type Outcome = (PathBuf, Result<Loaded, Error>);

/// Results of `read_many`, one document after the other.
#[pyclass(module = "govplan._govplan", name = "_ReadMany")]
pub struct ReadMany {
    paths: Py<PyIterator>,
    total: Option<usize>,
    /// Paths as they were given, of the documents that are worked on.
    given: VecDeque<Py<PyAny>>,
    /// Gone once the iteration has ended. Only ever taken by the thread that iterates.
    work: Option<Mutex<InOrder<PathBuf, Outcome>>>,
    done: usize,
    progress: Option<Py<PyAny>>,
    outlook: Outlook,
}

#[pymethods]
impl ReadMany {
    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    fn __next__<'py>(&mut self, py: Python<'py>) -> PyResult<Option<ReadResult<'py>>> {
        let next = self.next(py);
        // After the last, and after Ctrl-C, nothing more is begun.
        if !matches!(next, Ok(Some(_))) {
            self.work = None;
        }
        next
    }

    fn __length_hint__(&self) -> usize {
        self.total.map_or(0, |total| total.saturating_sub(self.done))
    }
}

impl ReadMany {
    fn next<'py>(&mut self, py: Python<'py>) -> PyResult<Option<ReadResult<'py>>> {
        let Some(work) = self.work.as_mut().and_then(|work| work.get_mut().ok()) else { return Ok(None) };
        while !work.is_full()
            && let Some(path) = self.paths.bind(py).clone().next()
        {
            let path = path?;
            work.put(path.extract()?);
            self.given.push_back(path.unbind());
        }
        let (file, loaded) = loop {
            match py.detach(|| work.take_within(PATIENCE)) {
                Ok(Some(outcome)) => break outcome,
                Ok(None) => return Ok(None),
                Err(_) => py.check_signals()?,
            }
        };
        py.check_signals()?;
        self.done += 1;
        if let Some(progress) = &self.progress {
            progress.call1(py, (self.done, self.total))?;
        }
        let (plans, error) = match loaded {
            Ok(loaded) => (loaded.plans, None),
            Err(error) => (Vec::new(), Some(load_error(py, &error, Some(&file)).into_value(py))),
        };
        let plans = plans.into_iter().map(|plan| Plan::new(plan, self.outlook.clone())).map(|plan| Py::new(py, plan));
        let plans = PyTuple::new(py, plans.collect::<PyResult<Vec<_>>>()?)?;
        static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        let class = CLASS.import(py, "govplan.reading", "ReadResult")?;
        class.call1((self.given.pop_front(), plans, error)).map(ReadResult).map(Some)
    }
}

/// Read many documents on several threads; results come one by one, in the order of the paths.
///
/// One that cannot be read never stops the others. At most eight documents for each thread are held, whatever the number of paths,
/// which are taken as they are needed. Ctrl-C, and dropping the iterator, stop it at once.
///
/// Parameters
/// ----------
/// paths : iterable of str or os.PathLike
///     Files.
/// threads : int, optional
///     How many; as many as there are processors by default.
/// progress : callable, optional
///     Called after each document with the number that are done and the number in all, which is None where ``paths`` has no length.
///     A bar of tqdm goes round the iterator: ``tqdm(govplan.read_many(paths), total=len(paths))``.
/// format, today, calendar, limits : optional
///     Those of `read`.
///
/// Yields
/// ------
/// ReadResult
///     The path, the plans, and the error that `read_all` would raise.
///
/// Raises
/// ------
/// ValueError
///     No thread is asked for.
///
/// Examples
/// --------
/// >>> [(result.plans, type(result.error)) for result in govplan.read_many(["no such file"])]
/// [((), <class 'FileNotFoundError'>)]
#[pyfunction]
#[pyo3(signature = (paths, *, threads=None, progress=None, format=None, today=None, calendar=None, limits=None))]
pub fn read_many(
    paths: Paths<'_>,
    threads: Option<usize>,
    progress: Option<Progress<'_>>,
    format: Option<&str>,
    today: Option<NaiveDate>,
    calendar: Option<Calendar>,
    limits: Option<Limits<'_>>,
) -> PyResult<ReadMany> {
    let options = options(None, format, limits.as_ref())?;
    let threads = match threads {
        Some(threads) => NonZeroUsize::try_from(threads)?,
        None => available_parallelism().unwrap_or(NonZeroUsize::MIN),
    };
    let work = InOrder::new(threads, move |file: PathBuf| {
        let loaded = contained(|| govplan::open(&file, &options));
        (file, loaded)
    });
    Ok(ReadMany {
        total: paths.0.len().ok(),
        paths: paths.0.try_iter()?.unbind(),
        given: VecDeque::new(),
        work: Some(Mutex::new(work?)),
        done: 0,
        progress: progress.map(|progress| progress.0.unbind()),
        outlook: Outlook { today, calendar },
    })
}
