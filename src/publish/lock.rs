//! The lock of a tree: no two builds publish to it at once, and none while its record is copied or put back.

use super::error::{Cause, PublishError, at};
use crate::plan::output::Tree;
use std::fs::{File, TryLockError};
use std::path::Path;

/// The name of the lock in a tree's folder of `.hallpress`.
pub(super) const LOCK: &str = "lock";

/// Locks the tree whose working folder is `work`; waits for no one.
pub(super) fn lock(work: &Path) -> Result<File, PublishError> {
    let path = work.join(LOCK);
    let lock = File::create(&path).map_err(at(&path))?;
    lock.try_lock().map_err(|e| {
        at(&path)(match e {
            TryLockError::Error(cause) => Cause::Io(cause),
            TryLockError::WouldBlock => Cause::Busy,
        })
    })?;
    Ok(lock)
}

/// Keeps builds out of every tree that was ever published under `base`, until what is returned is dropped. Nothing is
/// written: a site may be backed up that cannot be written to.
pub(super) fn hold(base: &Path) -> Result<Vec<File>, PublishError> {
    let mut held = Vec::new();
    for tree in Tree::ALL {
        let path = base.join(".hallpress").join(tree.folder()).join(LOCK);
        let Ok(lock) = File::open(&path) else { continue };
        // A file system that knows no locks keeps nobody out; a build says so itself.
        if let Err(TryLockError::WouldBlock) = lock.try_lock() {
            return Err(at(&path)(Cause::Busy));
        }
        held.push(lock);
    }
    Ok(held)
}
