//! The record as it would be, checked before anything is written.

use crate::cli::output::talk;
use crate::diag::{Diagnostic, Lang, Report, Severity};
use crate::drafting::Draft;
use crate::model::When;
use crate::project::{Checked, Project};

/// A site before the record, as it was checked.
pub(super) struct SiteBefore<'a> {
    pub(super) project: &'a Project,
    pub(super) report: &'a Report,
    pub(super) when: When,
}

impl SiteBefore<'_> {
    /// Whether a file has the draft's name already; then that is said. A record that cannot be read has no known id, but
    /// its file exists.
    pub(super) fn has(&self, draft: &Draft, lang: Lang) -> bool {
        let is_there = self.project.sources().exists(&draft.path);
        if is_there {
            talk(&match lang {
                Lang::Zh => format!("{} 已经有了，没有覆盖它。先改正或移走这个文件。", draft.path),
                Lang::En => {
                    format!("{} is there already and was left alone. Mend it or move it away first.", draft.path)
                }
            });
        }
        is_there
    }
}

/// A record and the site with it.
pub(super) struct Trial {
    pub(super) draft: Draft,
    pub(super) project: Project,
    pub(super) after: Checked,
    /// What is found because of it.
    pub(super) new: Report,
}

impl Trial {
    /// Adds the draft to the site and checks it.
    pub(super) fn of(draft: Draft, site: &SiteBefore<'_>) -> Self {
        let project = site.project.with_file(draft.path.clone(), draft.yaml.clone().into_bytes());
        let mut after = project.check(site.when, false);
        let report = std::mem::take(&mut after.report);
        let new = Report::new(caused(site.report, report, &draft.path), project.sources());
        Self { draft, project, after, new }
    }

    /// Whether the record cannot be.
    pub(super) fn is_impossible(&self) -> bool {
        self.new.diagnostics.iter().any(|d| d.severity == Severity::Broken)
    }
}

/// The findings a new file causes: those that blame it, and those that were not there before.
pub(in crate::cli) fn caused(before: &Report, after: Report, path: &str) -> Vec<Diagnostic> {
    let is_new = |d: &Diagnostic| *d.place.file == *path || !before.diagnostics.contains(d);
    after.diagnostics.into_iter().filter(is_new).collect()
}
