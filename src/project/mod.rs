//! A site opened from disk, and the stages run over it.

pub mod build;
mod checked;
pub mod defect;
mod site;
mod stood;

pub use checked::Checked;
pub use site::Project;
pub use stood::{PinnedReleases, Released};
