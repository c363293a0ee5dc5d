//! The service without a network: requests go to its router, or over pipes in memory.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

mod busy;
mod client;
mod documents;
mod refusals;
mod shutdown;
