//! A backup of a site's folder, how it is put back, and how the content of a release is.
//!
//! A backup is one ZIP file with a list of what must be in it. It is complete when all of it was read again and compared
//! with the list, and it is read to its end before anything of it is put back. What is replaced is kept first; nothing
//! that is only here is taken away, and neither are the trees a build makes.

mod as_released;
mod belongings;
mod list;
mod read;
mod restore;
mod standing;
mod steady;
mod write;

pub use as_released::{ReleasedContent, as_released};
pub use belongings::Belongings;
pub use list::{BackupFile, BackupList};
pub use read::{Backup, BackupFault};
pub use restore::{Restoration, RestoreError};
pub use standing::standing;
pub use write::{BackupError, BackupMade, back_up};
