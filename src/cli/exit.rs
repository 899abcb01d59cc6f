//! The exit status: 0 no errors, 1 errors in the content, 2 wrong use, a broken disk or a defect of the program.

use crate::diag::Report;
use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// No errors.
    Fine = 0,
    /// Errors in the content.
    Faulty = 1,
    /// Wrong use, the machine refused, or the program has a defect.
    Failed = 2,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        ExitCode::from(status as u8)
    }
}

/// The status a report asks for.
pub(super) fn status(report: &Report) -> Status {
    if report.has_blocking() { Status::Faulty } else { Status::Fine }
}
