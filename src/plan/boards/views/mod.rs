//! Views of boards and cards.

pub mod badge;
pub mod board;
pub mod evaluator;
pub mod guide_desk;
pub mod label;
pub mod matters_board;
pub mod panel;
