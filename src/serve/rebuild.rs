//! Building for the preview, on a thread of its own: a page never waits for a build, and after a build that fails in
//! any way the last good pages are still shown and the next save is built.

use super::Preview;
use crate::diag::Report;
use crate::diag::text::{self, ReportStyle};
use crate::model::When;
use crate::project::build::{BuildError, build};
use crate::project::defect::{Aftermath, Defect, caught};
use crate::project::{Project, Released};
use crate::publish::issued_texts;
use jiff::civil::DateTime;
use std::sync::PoisonError;

/// The result of a build.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Ended {
    pub(super) errors: usize,
    pub(super) report: String,
    /// Whether its pages can be looked at.
    pub(super) made: bool,
}

impl Ended {
    /// The result of a build that a defect of the program stopped.
    fn of(defect: &Defect, lang: crate::diag::Lang) -> Self {
        Self {
            errors: 1,
            report: format!("{}\n", defect.message("hallpress serve", Aftermath::Untouched).get(lang)),
            made: false,
        }
    }
}

impl Preview {
    /// Asks for a build; it begins when the one under way is done.
    pub(super) fn ask_for_build(&self) {
        self.shown().asked = true;
        self.wake.notify_one();
    }

    /// Builds whenever asked. Never returns.
    pub(super) fn build_when_asked(&self) {
        loop {
            let moment = self.next_asked();
            let ended = caught(|| self.build(moment));
            let ended = ended.unwrap_or_else(|defect| Ended::of(&defect, self.options.lang));
            let mut shown = self.shown();
            shown.errors = ended.errors;
            shown.report = ended.report;
            shown.built |= ended.made;
            shown.building = false;
            shown.version += 1;
        }
    }

    /// Waits until a build is asked for; the moment it is for.
    fn next_asked(&self) -> Option<DateTime> {
        let shown = self.shown();
        let mut shown = self.wake.wait_while(shown, |shown| !shown.asked).unwrap_or_else(PoisonError::into_inner);
        shown.asked = false;
        shown.building = true;
        shown.moment
    }

    /// Builds for a moment, or for now. Content that is broken leaves the last good pages.
    fn build(&self, moment: Option<DateTime>) -> Ended {
        let when = When { moment: moment.unwrap_or_else(self.options.now), horizon_days: self.options.horizon_days };
        let issued = issued_texts(&self.options.root).until(when.moment);
        let project = Project::open(&self.options.root).previewing(true).after(Released::default(), issued);
        let checked = project.check(when, false);
        let mut report = checked.report;
        let mut machine = None;
        let mut made = false;
        if !report.has_blocking() {
            let result = project
                .engine()
                .map_err(BuildError::Content)
                .and_then(|engine| build(&checked.plan, &engine, &self.base(), when, &|| {}));
            match result {
                Ok(_) => made = true,
                Err(BuildError::Content(found)) => {
                    report = Report::new(report.diagnostics.into_iter().chain(found).collect(), project.sources());
                }
                Err(BuildError::Machine(error)) => machine = Some(error.to_string()),
            }
        }
        let style = ReportStyle { lang: self.options.lang, color: false };
        let mut words = text::render(&report, project.sources(), style);
        words.extend(machine.iter().map(|m| format!("{m}\n")));
        Ended { errors: report.errors() + usize::from(machine.is_some()), report: words, made }
    }
}

#[cfg(test)]
mod tests {
    use super::Ended;
    use crate::diag::Lang;
    use crate::project::defect::caught;

    #[test]
    fn a_defect_is_an_error_with_words_on_the_page() {
        let ended = caught(|| -> Ended { panic!("min > max") }).unwrap_or_else(|defect| Ended::of(&defect, Lang::Zh));
        assert_eq!((ended.errors, ended.made), (1, false));
        assert!(ended.report.contains("min > max") && ended.report.contains("hallpress serve"), "{}", ended.report);
    }
}
