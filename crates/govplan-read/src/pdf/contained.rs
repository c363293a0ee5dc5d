use std::panic::{AssertUnwindSafe, catch_unwind};

/// What a call into the parser gives; none where it panics.
///
/// The parser checks most of what it reads, yet adds, subtracts and indexes by numbers from the file in places, and its
/// panics can not be foreseen from outside. This is the only place where one is caught. What the call borrows is used
/// no more where it fails, but for notes, which are whole at any time.
pub(super) fn contained<T>(call: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(call)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_in_the_parser_is_no_panic_of_the_reader() {
        assert_eq!(contained(|| 7), Some(7));
        assert_eq!(contained(|| -> usize { std::panic::resume_unwind(Box::new(())) }), None);
    }
}
