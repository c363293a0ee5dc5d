//! The code in README.md and DESIGN.md is tested as documentation.

#[doc = include_str!("../../../README.md")]
struct Readme;

#[doc = include_str!("../../../DESIGN.md")]
struct Design;
