//! `hallpress check`.

use super::args::{Format, Global};
use super::exit::{Status, status};
use super::output::{counts, data, report, talk};
use super::waiting::waiting;
use crate::diag::Report;
use crate::report::page::{ReportInput, alone};

/// Everything but drawing and publishing.
pub(super) fn run(global: &Global) -> Status {
    let project = global.project();
    let when = global.when();
    let checked = project.check(when, false);
    let waiting = waiting(&checked.waiting, checked.hall.as_deref(), global.lang());
    let mut shown = checked.report;
    let engine = project.engine();
    if let Err(found) = &engine {
        let all = shown.diagnostics.into_iter().chain(found.clone()).collect();
        shown = Report::new(all, project.sources());
    }
    if global.format == Format::Html {
        let day = when.moment.date();
        let of = ReportInput {
            hall: checked.hall.as_deref(),
            report: &shown,
            waivers: &checked.waivers,
            sources: project.sources(),
            day,
        };
        // If the site's own templates are faulty, the program's draw the page, so that the faults can be read.
        let page = engine.or_else(|_| project.plain_engine()).and_then(|engine| {
            let output = alone(&of);
            engine.render(&output)
        });
        match page {
            Ok(page) => data(&String::from_utf8_lossy(&page)),
            Err(found) => {
                let all = shown.diagnostics.into_iter().chain(found).collect();
                shown = Report::new(all, project.sources());
                report(global, &shown, project.sources());
            }
        }
        talk(&counts(&shown, global.lang()));
        return status(&shown);
    }
    report(global, &shown, project.sources());
    if global.format == Format::Text {
        waiting.iter().for_each(|line| talk(line));
        talk(&counts(&shown, global.lang()));
    }
    status(&shown)
}
