//! Hallpress (厅务发布): `build(content, past, moment) -> artifacts` for a government service hall.
//!
//! Stages, each a pure value to the next; a stage uses only what stands left of it and the leaves:
//!
//! ```text
//! content -> model -> check -> plan -> render -> publish     (shell: cli, serve)
//! leaves, knowing nothing of halls: diag, source, text
//! ```

pub mod check;
pub mod content;
pub mod diag;
pub mod model;
pub mod plan;
pub mod publish;
pub mod render;
pub mod source;
pub mod text;
