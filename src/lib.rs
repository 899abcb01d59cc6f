//! Hallpress (厅务发布): `build(content, past, moment) -> artifacts` for a government service hall.
//!
//! Stages, each a pure value to the next; a stage uses only the stages to its left and the leaves:
//!
//! ```text
//! content -> model -> check  (rules over a hall)  \
//!                  \-> plan   (every output)        -> report -> shell: project, serve, cli
//!                          -> render -> publish    /
//!                  \-> drafting                   /
//! leaves, knowing nothing of halls: diag, search, source, text
//! ```

pub mod check;
pub mod cli;
pub mod content;
pub mod diag;
pub mod drafting;
pub mod embedded;
pub mod model;
pub mod plan;
pub mod project;
pub mod publish;
pub mod render;
pub mod report;
pub mod search;
pub mod serve;
pub mod source;
pub mod text;
