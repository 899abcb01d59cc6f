//! What a plan is made from.

use super::boards::print_ledger::Past;
use crate::model::{Hall, When};
use crate::source::Sources;
use crate::text::Fonts;

/// What a plan is made from: the whole of it, so that a plan is a pure value.
#[derive(Clone, Copy, Debug)]
pub struct Cx<'a> {
    /// The hall.
    pub hall: &'a Hall,
    /// The hall as the public may know it: without the amendments that are not published yet.
    pub public: &'a Hall,
    /// Every file of the site.
    pub sources: &'a Sources,
    /// Those everything is drawn with.
    pub fonts: &'a Fonts,
    /// What is known of earlier days.
    pub past: &'a Past,
    /// The moment and the horizon.
    pub when: When,
    /// How many rules the program has, for the card that leads to their page.
    pub rules: usize,
}
