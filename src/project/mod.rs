//! A site opened from disk, and the stages run over it.

mod ahead;
pub mod build;
mod checked;
pub mod defect;
mod held;
mod issued;
mod matters;
mod pinned;
mod released;
mod site;

pub use checked::Checked;
pub use held::Waiting;
pub use issued::issued_records;
pub use pinned::PinnedReleases;
pub use released::Released;
pub use site::Project;
