//! Views: one `Serialize` struct per template, holding every value that will be drawn.
//!
//! No view holds the moment of the build; what depends on the day is cut to the local day.

pub mod floor_plan;

use serde::Serialize;

/// The view of a job.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum View {
    /// Nothing: an asset.
    None,
}
