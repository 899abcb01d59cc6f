//! A site opened from disk, and the stages run over it.

pub mod build;
pub mod defect;
mod stood;

pub use stood::{Released, Stood};

use crate::check::waivers::Waivers;
use crate::content::waiver::RawWaiver;
use crate::content::{Content, Shipped};
use crate::diag::{Diagnostic, Place, Report, Severity};
use crate::model::resolve::{Withheld, resolve};
use crate::model::{Hall, When};
use crate::plan;
use crate::plan::all::Plan;
use crate::plan::boards::print_ledger::{LEDGER_FILE, PRINT_LEDGER, Past};
use crate::plan::report::{self, Subject};
use crate::render::Engine;
use crate::source::{Sources, fonts, yaml};
use crate::text::font::Fonts;
use crate::{check, embedded};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A site: its texts, its templates, and what the program brings.
pub struct Project {
    /// The site's folder.
    pub root: PathBuf,
    /// Every text of content and templates.
    pub sources: Sources,
    /// Whether the folder has no `content/` and the embedded default site is used.
    pub is_default: bool,
    shipped: Shipped,
    fonts: Fonts,
    past: Past,
    previews: bool,
    found: Vec<Diagnostic>,
}

/// A site read, resolved and checked for a moment.
pub struct Checked {
    /// The hall, when enough could be read to make one.
    pub hall: Option<Hall>,
    /// Every output, when there is a hall.
    pub plan: Plan,
    /// Every finding, sorted.
    pub report: Report,
    /// The waivers in force.
    pub waivers: Vec<RawWaiver>,
    /// Records left out.
    pub withheld: Withheld,
    /// Records that stand as they were released, in the place of what is written now.
    pub stood: Stood,
    /// Faulty records that can be neither left out nor stand as released: without them closed windows would be shown
    /// open.
    pub needed: BTreeSet<Arc<str>>,
    /// Whether it may be published: there is a hall, and every error lies in a record that is left out.
    pub publishable: bool,
}

impl Project {
    /// Opens the site at `root`: its `content/` (or the embedded default site), with its own
    /// `layouts/` and `signage/` laid over the embedded ones, and `fonts/` beside them.
    pub fn open(root: &Path) -> Self {
        let mut found = Vec::new();
        let is_default = !root.join("content").is_dir();
        let content = if is_default {
            let owned = embedded::content().into_iter().map(|(path, bytes)| (path, bytes.to_vec()));
            Sources::from_entries(owned, &mut found)
        } else {
            Sources::read_dir(root, "content", &mut found)
        };
        Self::with(root, content, is_default, found)
    }

    /// The site at `root` as it was with the content of an earlier release; its templates, fonts and print ledger are
    /// those of today.
    pub fn released(root: &Path, content: Vec<(String, Vec<u8>)>) -> Self {
        let mut found = Vec::new();
        let content = Sources::from_entries(content.into_iter(), &mut found);
        Self::with(root, content, false, found)
    }

    fn with(root: &Path, content: Sources, is_default: bool, mut found: Vec<Diagnostic>) -> Self {
        let mut sources = content;
        let templates = embedded::templates().into_iter().map(|(path, bytes)| (path, bytes.to_vec()));
        sources.extend(Sources::from_entries(templates, &mut found));
        for folder in ["layouts", "signage"] {
            if root.join(folder).is_dir() {
                sources.extend(Sources::read_dir(root, folder, &mut found));
            }
        }
        let shipped = shipped(&mut found);
        let fonts = fonts::read(root, &mut found);
        let past = past(root, &mut found);
        Self { root: root.to_owned(), sources, is_default, shipped, fonts, past, previews: false, found }
    }

    /// What is built is only to be looked at: drafts are drawn with 样稿 across, not refused.
    #[must_use]
    pub fn previewing(self, previews: bool) -> Self {
        Self { previews, ..self }
    }

    /// Reads, resolves, checks and plans. With `withhold`, faulty records are left out until what
    /// remains is free of errors, if that is possible; their findings stay in the report.
    pub fn check(&self, when: When, withhold: bool) -> Checked {
        self.check_with(when, withhold, Stood::default(), &self.sources)
    }

    /// As [`Self::check`], told in the report over the texts of `shown`, with what is known of records that stand as
    /// they were released.
    fn check_with(&self, when: When, withhold: bool, stood: Stood, shown: &Sources) -> Checked {
        let mut first = Vec::new();
        let content = self.content(&mut first);
        let is_needed = |place: &Place| stood::is_needed(&content, &place.file, when.moment.date());
        let mut withheld = Withheld::default();
        let mut kept: Vec<Diagnostic> = first;
        loop {
            let mut found = Vec::new();
            let hall = resolve(&content, &self.shipped, &withheld, &mut found);
            let waivers = Waivers::read(content.waivers.as_ref(), &withheld, when.moment.date(), &mut found);
            let mut plan = Plan::default();
            if let Some(hall) = &hall {
                found.extend(check::check(hall, &self.sources, &self.fonts, when));
                let public = self.public_hall(hall, &content, &withheld, when);
                let public = public.as_ref().unwrap_or(hall);
                plan = plan::all::plan(hall, public, &self.sources, &self.fonts, &self.past, when);
                // A character no font has is blamed once, where it is written; that it fits nowhere follows from it.
                if found.iter().any(|d| d.rule.id == "missing-glyph") {
                    plan.findings.clear();
                }
                found.append(&mut plan.findings);
            }
            if self.previews {
                let drafts = found.iter_mut().filter(|d| d.rule.id == check::NOT_RELEASED.id);
                drafts.for_each(|d| d.severity = Severity::Warning);
            }
            // A finding about one output stops that output alone.
            let mut grew = false;
            for finding in found.iter().chain(&kept).filter(|d| d.severity.blocks() && d.output.is_none()) {
                if is_needed(&finding.place) {
                    continue;
                }
                grew |= withhold && withheld.add(finding);
            }
            // An amendment goes with the record it amends.
            let left_out = |id: &str| content.changes.iter().any(|c| c.value.id == id && withheld.holds(&c.place));
            let follow: Vec<&Place> =
                content.amendments.iter().filter(|a| left_out(&a.value.change)).map(|a| &a.place).collect();
            for place in follow {
                grew |= withheld.follow(place);
            }
            if grew {
                kept.extend(found.into_iter().filter(|d| d.severity.blocks()));
                continue;
            }
            kept.extend(found);
            let needed = kept.iter().filter(|d| withhold && d.severity.blocks() && is_needed(&d.place));
            let needed = needed.map(|d| d.place.file.clone()).collect();
            // Of a record that stands as released, people are told what is wrong with it now.
            kept.retain(|d| !stood.holds(&d.place.file));
            kept.extend(stood.findings().cloned());
            if hall.is_some() {
                waivers.apply(&mut kept, shown);
            }
            let left_out = |d: &Diagnostic| {
                (withhold && d.output.is_some()) || withheld.holds(&d.place) || stood.holds(&d.place.file)
            };
            let answered = kept.iter().filter(|d| d.severity.blocks()).all(left_out);
            let publishable = hall.is_some() && answered;
            let checked = Report::new(kept, shown);
            let (waivers, day) = (waivers.in_force(), when.moment.date());
            let of = Subject { hall: hall.as_ref(), report: &checked, waivers: &waivers, sources: shown, day };
            plan.add(report::jobs(&of));
            return Checked { hall, plan, report: checked, waivers, withheld, stood, needed, publishable };
        }
    }

    /// The hall without the amendments that are not published yet; `None` when all are.
    fn public_hall(&self, hall: &Hall, content: &Content, withheld: &Withheld, when: When) -> Option<Hall> {
        let mut without = withheld.clone();
        let coming = hall.amendments.iter().filter(|amendment| amendment.public_from() > when.moment);
        let grew = coming.fold(false, |grew, amendment| without.follow(&amendment.origin) | grew);
        grew.then(|| resolve(content, &self.shipped, &without, &mut Vec::new()))?
    }

    /// Reads every document; `out` gets what was found when the site was opened, then what reading finds.
    pub fn content(&self, out: &mut Vec<Diagnostic>) -> Content {
        out.extend_from_slice(&self.found);
        Content::read(&self.sources, out)
    }

    /// Resolves documents without leaving any record out. `None` when they are too few to make a hall.
    pub fn resolve(&self, content: &Content, out: &mut Vec<Diagnostic>) -> Option<Hall> {
        resolve(content, &self.shipped, &Withheld::default(), out)
    }

    /// What is known of earlier days.
    pub fn past(&self) -> &Past {
        &self.past
    }

    /// The embedded fonts, and the site's own for characters they lack.
    pub fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    /// The drawing engine with this site's templates.
    ///
    /// # Errors
    /// Templates that cannot be parsed, as diagnostics with file, line and column.
    pub fn engine(&self) -> Result<Engine, Vec<Diagnostic>> {
        Engine::new(&self.sources, &self.fonts)
    }
}

/// What is known of earlier days: the print ledger, empty where none was written yet.
fn past(root: &Path, found: &mut Vec<Diagnostic>) -> Past {
    let bytes = match std::fs::read(root.join(LEDGER_FILE)) {
        Ok(bytes) => bytes,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Past::default(),
        Err(cause) => {
            found.push(unread_ledger(&cause.to_string()));
            return Past::default();
        }
    };
    let printed = serde_json::from_slice(&bytes).unwrap_or_else(|cause| {
        found.push(unread_ledger(&cause.to_string()));
        Default::default()
    });
    Past { printed }
}

fn unread_ledger(cause: &str) -> Diagnostic {
    let (zh, en) = (format!("印制台账读不出来：{cause}"), format!("the print ledger cannot be read: {cause}"));
    Diagnostic::new(&PRINT_LEDGER, Place::file(LEDGER_FILE), zh, en).fix(PRINT_LEDGER.fix[0], PRINT_LEDGER.fix[1])
}

/// The program's calendars, profiles and words; a fault in them is a defect, and is reported like any other.
fn shipped(found: &mut Vec<Diagnostic>) -> Shipped {
    let owned = embedded::shipped().into_iter().map(|(path, bytes)| (path, bytes.to_vec()));
    let sources = Sources::from_entries(owned, found);
    let mut shipped = Shipped::default();
    for path in sources.paths_under("calendar/") {
        shipped.years.extend(yaml::read(&sources, path, found));
    }
    for path in sources.paths_under("profiles/") {
        shipped.profiles.extend(yaml::read(&sources, path, found));
    }
    shipped.questions.extend(yaml::read(&sources, "words/questions.yaml", found));
    shipped.traditional.extend(yaml::read(&sources, "words/traditional.yaml", found));
    for path in sources.paths_under("words/languages/") {
        shipped.languages.extend(yaml::read(&sources, path, found));
    }
    shipped
}
