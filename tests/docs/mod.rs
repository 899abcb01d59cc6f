//! The documents beside the code: what is generated is up to date, and what is written by hand is true.

mod links;
mod manifest;
mod parts;
mod structs;
mod templates;
mod wording;
