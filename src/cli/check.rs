//! `hallpress check`.

use super::Status;
use super::args::{Format, Global};
use super::output::{counts, report, status, talk};
use crate::project::Project;

/// Everything but drawing and publishing.
pub(super) fn run(global: &Global) -> Status {
    let project = Project::open(&global.root);
    let checked = project.check(global.when(), false);
    let mut shown = checked.report;
    if let Err(found) = project.engine() {
        let all = shown.diagnostics.into_iter().chain(found).collect();
        shown = crate::diag::Report::new(all, &project.sources);
    }
    report(global, &shown, &project.sources);
    if global.format == Format::Text {
        talk(&counts(&shown, global.lang()));
    }
    status(&shown)
}
