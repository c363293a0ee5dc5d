//! Word documents, put together part by part and read as documents.

#![cfg(feature = "word")]
#![expect(clippy::unwrap_used, reason = "a test that can not go on has failed")]

mod asides;
mod changes;
mod corpus;
mod damage;
mod fixture;
mod forms;
mod limits;
mod numbers;
mod tables;
mod text;
