//! Text: dates in words, fonts and fitting, readings. Knows nothing of halls.

pub mod date;
pub mod nearest;
pub mod font;
