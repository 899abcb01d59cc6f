//! What the machine refuses.

use std::io;
use std::path::{Path, PathBuf};

/// What went wrong on the machine's side: path and cause.
#[derive(Debug)]
pub struct PublishError {
    /// The file or folder.
    pub path: PathBuf,
    /// Why.
    pub cause: Cause,
    /// Whether some new files are visible already. They are whole, and the next build brings the rest;
    /// otherwise the last release is untouched.
    pub begun: bool,
}

/// Why a publish was refused.
#[derive(Debug)]
pub enum Cause {
    /// The system's reason.
    Io(io::Error),
    /// Another build is publishing there.
    Busy,
    /// The record was written by a later version of the program, which alone knows what it means.
    NewerRecord,
}

impl From<io::Error> for Cause {
    fn from(cause: io::Error) -> Self {
        Self::Io(cause)
    }
}

impl std::fmt::Display for Cause {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Io(cause) => cause.fmt(f),
            Self::Busy => f.write_str("another build is publishing here"),
            Self::NewerRecord => f.write_str("written by a later version of the program"),
        }
    }
}

impl std::fmt::Display for PublishError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.cause)
    }
}

impl std::error::Error for PublishError {}

/// Turns a cause that occurred at `path` into an error.
pub(super) fn at<C: Into<Cause>>(path: &Path) -> impl FnOnce(C) -> PublishError + '_ {
    move |cause| PublishError { path: path.to_owned(), cause: cause.into(), begun: false }
}
