//! Text as every stage sees it: dates in words, the nearest valid word, which font has which character, how wide a line
//! is, where it may break.
//!
//! This module knows nothing of halls, templates or pictures. Lengths are in em (one font size) or in the unit the
//! caller's font size is in.

pub mod base64;
mod char_map;
pub mod date;
pub mod face;
pub mod fit;
pub mod font;
pub mod hex;
pub mod nearest;
pub mod outline;
pub mod phone;
pub mod qr;
pub mod raster;
pub mod reason;
pub mod runs;
mod segment;
pub mod sought;
mod width;

pub use face::{FontError, Metrics, Weight};
pub use fit::{Area, Fit, FitError, HAN_ABOVE, Sizes, fit, wrap};
pub use font::Fonts;
pub use outline::{joined_outline, outline};
pub use runs::{Run, Script, runs};
pub use width::width;
