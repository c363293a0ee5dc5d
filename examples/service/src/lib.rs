//! A web service: a document in by HTTP, its plans and what is to be said of them out, as JSON.
//!
//! Reading is work of the processor. It is done on threads of its own, so many at once and no more, and every request has its
//! answer within a time, so that a slow document keeps no other waiting for ever. See [`Desk`].

mod answer;
mod desk;
mod failure;
mod order;
mod router;
mod serve;

pub use desk::{Desk, Settings};
pub use router::router;
pub use serve::serve;
