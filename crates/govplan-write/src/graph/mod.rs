//! Graphs of who does what: one module for each format.

mod described;
#[cfg(feature = "dot")]
mod dot;
#[cfg(any(feature = "dot", feature = "mermaid", feature = "svg"))]
mod drawn;
#[cfg(feature = "graphml")]
mod graphml;
#[cfg(any(feature = "office", feature = "raci"))]
mod matrix;
#[cfg(feature = "mermaid")]
mod mermaid;
mod node_link;
#[cfg(feature = "raci")]
mod raci;
#[cfg(feature = "svg")]
mod svg;

#[cfg(feature = "dot")]
pub use dot::graph_dot;
#[cfg(feature = "graphml")]
pub use graphml::graph_graphml;
#[cfg(feature = "office")]
pub(crate) use matrix::Matrix;
#[cfg(any(feature = "office", feature = "raci"))]
pub use matrix::MatrixTooLarge;
#[cfg(feature = "mermaid")]
pub use mermaid::graph_mermaid;
pub use node_link::graph_json;
#[cfg(feature = "raci")]
pub use raci::raci_csv;
#[cfg(feature = "svg")]
pub use svg::graph_svg;

#[cfg(test)]
#[cfg(all(feature = "dot", feature = "graphml", feature = "mermaid", feature = "raci", feature = "svg"))]
mod tests;
