//! What is announced, in every carrier: pages, posters, Word, plain text, other channels.

mod adjusted;
pub mod amendment;
pub mod announcement;
pub(super) mod approval;
mod brief;
pub mod change;
mod change_parts;
mod change_venue;
pub mod channels;
pub(super) mod circulars;
pub mod corrected;
pub mod document;
pub mod issuing;
pub mod list;
pub(super) mod meta;
mod part;
pub mod poster_text;
pub mod print;
pub(super) mod subject;
pub(super) mod superseded;
pub mod word;

#[cfg(test)]
mod change_tests;
#[cfg(test)]
mod text_tests;
