//! The code in README.md, in DESIGN.md and in the pages for Rust is tested as documentation.

#[doc = include_str!("../../../README.md")]
struct Readme;

#[doc = include_str!("../../../DESIGN.md")]
struct Design;

#[doc = include_str!("../../../docs/start/rust.md")]
struct QuickStart;
