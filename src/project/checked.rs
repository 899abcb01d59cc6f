//! The stages run over a site: read, resolved, checked and planned for a moment.

use super::ahead::forget_ahead;
use super::held::{HeldBack, Waiting, hall_in_force, leave_amendments, public_hall, standing_hall};
use super::issued::issued_records;
use super::matters::unrecorded_matters;
use super::pinned::{self, PinnedReleases};
use super::released::Released;
use super::site::Project;
use crate::check::waivers::Waivers;
use crate::check::{self, IssuedChange, IssuedRecord, holds_back};
use crate::content::Content;
use crate::content::waiver::RawWaiver;
use crate::diag::{Diagnostic, Report, Severity};
use crate::model::issued::Issued;
use crate::model::life::AGREED;
use crate::model::profile::mark_elsewhere;
use crate::model::resolve::{self, Withheld};
use crate::model::{Hall, When};
use crate::plan;
use crate::plan::contents::Plan;
use crate::plan::cx::Cx;
use crate::plan::staff::WorkHalls;
use crate::report;
use crate::report::page::ReportInput;
use crate::source::Sources;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A site read, resolved and checked for a moment.
pub struct Checked {
    /// The hall, when enough could be read to make one.
    pub hall: Option<Arc<Hall>>,
    /// The hall as it is in force for those who work in it: without amendments that are not ready.
    pub in_force: Option<Arc<Hall>>,
    /// The hall as it stands: without changes that are held back though their day has come.
    pub standing: Option<Arc<Hall>>,
    /// The hall as the public may know it at the moment: what is public is made from this one.
    pub public: Option<Arc<Hall>>,
    /// Every output, when there is a hall.
    pub plan: Plan,
    /// Every finding, sorted.
    pub report: Report,
    /// The waivers in force.
    pub waivers: Vec<RawWaiver>,
    /// Records left out.
    pub withheld: Withheld,
    /// Records that are not ready: they wait, and are not published.
    pub waiting: Vec<Waiting>,
    /// The files of records that are not published for what is wrong with their steps.
    pub held_back: BTreeSet<Arc<str>>,
    /// Records kept as they were released, in place of what is written now.
    pub stood: PinnedReleases,
    /// Faulty records that can neither be left out nor be kept as released: without them closed windows would be shown
    /// open.
    pub needed: BTreeSet<Arc<str>>,
    /// Whether it may be published: there is a hall, and every error is in a record that is left out or held back.
    pub publishable: bool,
}

impl Checked {
    /// The halls that work lists are made from.
    pub fn work_halls(&self) -> Option<WorkHalls<'_>> {
        let (in_force, standing) = (self.in_force.as_deref()?, self.standing.as_deref()?);
        Some(WorkHalls { in_force, standing, whole: self.hall.as_deref()? })
    }

    /// The files of which anything is not published.
    pub fn unpublished_files(&self) -> BTreeSet<String> {
        let held = self.held_back.iter().chain(self.waiting.iter().map(|waiting| &waiting.file));
        let held = held.map(|file| file.to_string());
        self.withheld.files().into_iter().chain(held).collect()
    }
}

/// What is written, without steps that were written before they could be taken, and the findings about these, which hold
/// their records back. What else is wrong with it is added to `kept`.
fn taken_content(
    project: &Project,
    when: When,
    faults: Faults<'_>,
    kept: &mut Vec<Diagnostic>,
) -> (Content, Vec<Diagnostic>) {
    let mut content = project.content(kept);
    kept.extend_from_slice(faults.found);
    let mut ahead = Vec::new();
    if project.is_live {
        forget_ahead(&mut content, faults.released, when.moment, &mut ahead);
    }
    (content, ahead)
}

/// The stages, with some records as they were released.
fn pinned_check(project: &Project, when: When, faults: Faults<'_>, stood: PinnedReleases) -> Checked {
    if stood.is_empty() {
        return project.check_with(when, faults, stood, &project.sources);
    }
    let overlaid = project.overlaid(stood.entries(), |d| !stood.contains(&d.place.file));
    overlaid.check_with(when, faults, stood, &project.sources)
}

/// What the stages make of the records that are not left out.
struct Round<'c> {
    hall: Option<Arc<Hall>>,
    in_force: Option<Arc<Hall>>,
    standing: Option<Arc<Hall>>,
    public: Option<Arc<Hall>>,
    waivers: Waivers<'c>,
    plan: Plan,
    held: HeldBack,
    found: Vec<Diagnostic>,
}

/// How faults are treated.
#[derive(Clone, Copy)]
struct Faults<'r> {
    /// Whether faulty records are left out.
    withhold: bool,
    /// What was released, the last sound content of each file.
    released: &'r Released,
    /// What is wrong with published records that have another name now, and with matters that are new.
    found: &'r [Diagnostic],
}

impl Project {
    /// Reads, resolves, checks and plans. With `withhold`, faulty records are left out until what
    /// remains is free of errors, if that is possible; their findings stay in the report.
    ///
    /// Change records and amendments that were released are kept as they were released where they are edited or gone
    /// although the public was informed, and where what is written now is faulty, so that it would be left out or held
    /// back: that would undo what the public was informed of.
    pub fn check(&self, when: When, withhold: bool) -> Checked {
        let released = &*self.released;
        // One that has another name now is not shown again beside itself.
        let is_renamed = |record: &IssuedRecord| matches!(record.change, IssuedChange::Renamed(_));
        let (renamed, issued): (Vec<_>, Vec<_>) = issued_records(self, when.moment).into_iter().partition(is_renamed);
        let matters = unrecorded_matters(self, when.moment.date());
        let found: Vec<Diagnostic> = renamed.iter().flat_map(IssuedRecord::findings).chain(matters.added).collect();
        let faults = Faults { withhold, released, found: &found };
        let issued = PinnedReleases::of(&issued, matters.kept);
        let mut checked = pinned_check(self, when, faults, issued);
        let stands = |found: &Diagnostic| withhold || holds_back(found);
        while let Some(stood) = checked.stood.with(&checked.report.diagnostics, stands, released, &self.sources) {
            checked = pinned_check(self, when, faults, stood);
        }
        checked
    }

    /// As [`Self::check`], with the report over the texts of `shown`, and with the findings about records that are kept
    /// as they were released.
    fn check_with(&self, when: When, faults: Faults<'_>, stood: PinnedReleases, shown: &Sources) -> Checked {
        let withhold = faults.withhold;
        let mut kept = Vec::new();
        let (content, ahead) = taken_content(self, when, faults, &mut kept);
        let is_needed = |found: &Diagnostic| pinned::is_needed(&content, &found.place.file, when.moment.date());
        let mut withheld = Withheld::at(when.moment);
        let Round { hall, in_force, standing, public, waivers, mut plan, held, found } = loop {
            let round = self.round((&content, &ahead), &withheld, when, faults.released);
            let mut grew = false;
            // A finding about one output prevents only that output.
            let stops = |d: &&Diagnostic| d.severity.blocks() && d.output.is_none() && !is_needed(d) && !holds_back(d);
            for finding in round.found.iter().chain(&kept).filter(stops) {
                grew |= withhold && withheld.add(finding);
            }
            grew |= leave_amendments(&content, &mut withheld);
            if !grew {
                break round;
            }
            kept.extend(round.found.into_iter().filter(|d| d.severity.blocks()));
        };
        kept.extend(found);
        let needed = kept.iter().filter(|d| withhold && d.severity.blocks() && is_needed(d) && !holds_back(d));
        let needed = needed.map(|d| d.place.file.clone()).collect();
        // For a record that is kept as released, the findings about the present text are reported.
        kept.retain(|d| !stood.contains(&d.place.file));
        kept.extend(stood.findings().cloned());
        if hall.is_some() {
            waivers.apply(&mut kept, shown);
        }
        let left_out = |d: &Diagnostic| {
            (d.output.is_some() && (withhold || d.stands_alone))
                || withheld.contains(&d.place)
                || stood.contains(&d.place.file)
                || holds_back(d)
        };
        let answered = kept.iter().filter(|d| d.severity.blocks()).all(left_out);
        let publishable = hall.is_some() && answered;
        let checked = Report::new(kept, shown);
        let (waivers, day) = (waivers.in_force(), when.moment.date());
        let of = ReportInput { hall: hall.as_deref(), report: &checked, waivers: &waivers, sources: shown, day };
        plan.outputs.extend(report::page::outputs(&of));
        let HeldBack { waiting, faulty: held_back, .. } = held;
        let report = checked;
        Checked {
            hall,
            in_force,
            standing,
            public,
            plan,
            report,
            waivers,
            withheld,
            waiting,
            held_back,
            stood,
            needed,
            publishable,
        }
    }

    /// Resolves, checks and plans what is not withheld; `ahead` are the findings about steps that were left out.
    fn round<'c>(
        &self,
        (content, ahead): (&'c Content, &[Diagnostic]),
        withheld: &Withheld,
        when: When,
        released: &Released,
    ) -> Round<'c> {
        let mut found = ahead.to_vec();
        let hall = resolve::resolve(content, &self.shipped, withheld, &mut found);
        let issued = Arc::new(Issued::at(self.issued.as_ref(), when.moment));
        let hall = hall.map(|hall| Arc::new(hall.after(&issued, self.previews)));
        let day = when.moment.date();
        let rules = report::rules::all();
        let waivers = Waivers::read(content.waivers.as_ref(), &rules, withheld, day, &mut found);
        let chosen = content.site.as_ref().map_or(&[][..], |site| &site.value.profile);
        let chosen: Vec<&str> = chosen.iter().map(String::as_str).collect();
        let (mut plan, mut held) = (Plan::default(), HeldBack::default());
        let (mut in_force, mut standing, mut public) = (None, None, None);
        if let Some(hall) = &hall {
            let (sources, fonts) = (&self.sources, &self.fonts);
            let is_live = self.is_live;
            found.extend(check::check(&check::Input { hall, content, withheld, sources, fonts, when, is_live }));
            mark_elsewhere(&mut found, &chosen);
            let unchanged = |file: &str| released.bytes(file).is_some_and(|bytes| sources.bytes(file) == Some(bytes));
            lower_steps(&mut found, &|d| match d.rule.id {
                _ if self.previews => d.rule.id == check::NOT_RELEASED.id || check::holds_back(d),
                // What the public was told long ago, before the rule was asked.
                AGREED => unchanged(&d.place.file),
                _ => false,
            });
            held = HeldBack::of(hall, &found, when, &unchanged);
            let known = public_hall(self, hall, content, withheld, (&held, when, &found));
            let works = hall_in_force(self, (hall, &known), content, withheld, &held);
            let stands = standing_hall(self, (&works, &known), content, withheld, (&held, when));
            plan = plan::all::plan(&self.cx([hall, &works, &stands, &known], withheld, when));
            (in_force, standing, public) = (Some(works), Some(stands), Some(known));
            // A character no font has is reported once, where it is written; it follows that it fits nowhere.
            if found.iter().any(|d| d.rule.id == check::MISSING_GLYPH.id) {
                plan.findings.clear();
            }
            found.append(&mut plan.findings);
            check::leave_only_years(&mut found);
        }
        mark_elsewhere(&mut found, &chosen);
        Round { hall, in_force, standing, public, waivers, plan, held, found }
    }

    /// What the plan of a hall is made from.
    pub fn cx(&self, [hall, in_force, standing, public]: [&Arc<Hall>; 4], withheld: &Withheld, when: When) -> Cx {
        Cx {
            hall: Arc::clone(hall),
            in_force: Arc::clone(in_force),
            standing: Arc::clone(standing),
            public: Arc::clone(public),
            sources: Arc::clone(&self.sources),
            withheld: withheld.clone(),
            fonts: self.fonts.clone(),
            past: Arc::clone(&self.past),
            when: when.day(),
            rules: report::rules::all().len(),
        }
    }
}

/// Steps that are missing, as reminders. In a preview none is late: it may still be done before that day; nothing is held
/// back, and the drafts are marked.
fn lower_steps(found: &mut [Diagnostic], which: &dyn Fn(&Diagnostic) -> bool) {
    let steps = found.iter_mut().filter(|d| d.severity != Severity::Broken && which(d));
    steps.for_each(|d| d.severity = Severity::Warning);
}
