//! What a plan is made from.

use super::boards::print_ledger::Past;
use crate::model::resolve::Withheld;
use crate::model::{BuildDay, Hall};
use crate::source::Sources;
use crate::text::Fonts;
use std::sync::Arc;

/// Everything a plan is made from, so that a plan is a pure value. Shared, since what is planned may be made later.
#[derive(Clone, Debug)]
pub struct Cx {
    /// The hall.
    pub hall: Arc<Hall>,
    /// The hall as it is in force for those who work in it: without amendments that are not ready.
    pub in_force: Arc<Hall>,
    /// The hall as it stands, for what hangs and lies in it: without changes, too, that are not ready though their day
    /// has come.
    pub standing: Arc<Hall>,
    /// The hall as the public may know it: nothing that is not published yet is in it.
    pub public: Arc<Hall>,
    /// Every file of the site.
    pub sources: Arc<Sources>,
    /// The records left out of both halls.
    pub withheld: Withheld,
    /// Those everything is drawn with.
    pub fonts: Fonts,
    /// What is known of earlier days.
    pub past: Arc<Past>,
    /// The day and the horizon.
    pub when: BuildDay,
    /// How many rules the program has, for the card that leads to their page.
    pub rules: usize,
}
