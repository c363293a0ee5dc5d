//! The service without a network: requests go to its router, or over pipes in memory.

mod busy;
mod client;
mod documents;
mod refusals;
mod shutdown;
