use crate::Error;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What a function that loads gives, or [`Error::Failed`] where it panics: so that one document, should it be beyond this
/// library, never takes others with it.
///
/// # Errors
/// Those of the function, and a panic.
///
/// ```
/// use govplan::{Error, Options, contained, load};
///
/// let loaded = contained(|| load("1.推进决策公开。".as_bytes(), &Options::default()))?;
/// assert_eq!(loaded.plans.len(), 1);
/// # Ok::<(), Error>(())
/// ```
pub fn contained<T>(load: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    // What it worked on is dropped, whatever state that was in.
    catch_unwind(AssertUnwindSafe(load)).unwrap_or(Err(Error::Failed))
}
