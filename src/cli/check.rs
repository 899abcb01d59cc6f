//! `hallpress check`.

use super::args::{Format, Global};
use super::exit::{Status, status};
use super::output::{counts, data, report, talk};
use crate::diag::{Diagnostic, Report};
use crate::embedded;
use crate::project::Project;
use crate::render::Engine;
use crate::report::page::{ReportInput, alone};
use crate::source::Sources;

/// Everything but drawing and publishing.
pub(super) fn run(global: &Global) -> Status {
    let project = Project::open(&global.root);
    let when = global.when();
    let checked = project.check(when, false);
    let mut shown = checked.report;
    let engine = project.engine();
    if let Err(found) = &engine {
        let all = shown.diagnostics.into_iter().chain(found.clone()).collect();
        shown = Report::new(all, &project.sources);
    }
    if global.format == Format::Html {
        let day = when.moment.date();
        let of = ReportInput {
            hall: checked.hall.as_ref(),
            report: &shown,
            waivers: &checked.waivers,
            sources: &project.sources,
            day,
        };
        // Whatever became of the site's own templates, their faults can be read.
        let page = engine.or_else(|_| plain(&project)).and_then(|engine| {
            let output = alone(&of);
            engine.render(&output)
        });
        match page {
            Ok(page) => data(&String::from_utf8_lossy(&page)),
            Err(found) => {
                let all = shown.diagnostics.into_iter().chain(found).collect();
                shown = Report::new(all, &project.sources);
                report(global, &shown, &project.sources);
            }
        }
        talk(&counts(&shown, global.lang()));
        return status(&shown);
    }
    report(global, &shown, &project.sources);
    if global.format == Format::Text {
        talk(&counts(&shown, global.lang()));
    }
    status(&shown)
}

/// The program's own templates alone.
fn plain(project: &Project) -> Result<Engine, Vec<Diagnostic>> {
    let owned = embedded::templates().into_iter().map(|(path, bytes)| (path, bytes.to_vec()));
    Engine::new(&Sources::from_entries(owned, &mut Vec::new()), project.fonts())
}
