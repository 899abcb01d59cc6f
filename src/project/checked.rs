//! The stages run over a site: read, resolved, checked and planned for a moment.

use super::pinned::{self, PinnedReleases, Released};
use super::site::Project;
use crate::check;
use crate::check::waivers::Waivers;
use crate::content::Content;
use crate::content::waiver::RawWaiver;
use crate::diag::{Diagnostic, Place, Report, Severity};
use crate::model::profile::mark_elsewhere;
use crate::model::resolve::{Withheld, resolve};
use crate::model::{Hall, When};
use crate::plan;
use crate::plan::contents::Plan;
use crate::plan::cx::Cx;
use crate::report;
use crate::report::page::ReportInput;
use crate::source::Sources;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A site read, resolved and checked for a moment.
pub struct Checked {
    /// The hall, when enough could be read to make one.
    pub hall: Option<Arc<Hall>>,
    /// Every output, when there is a hall.
    pub plan: Plan,
    /// Every finding, sorted.
    pub report: Report,
    /// The waivers in force.
    pub waivers: Vec<RawWaiver>,
    /// Records left out.
    pub withheld: Withheld,
    /// Records kept as they were released, in place of what is written now.
    pub stood: PinnedReleases,
    /// Faulty records that can neither be left out nor be kept as released: without them closed windows would be shown
    /// open.
    pub needed: BTreeSet<Arc<str>>,
    /// Whether it may be published: there is a hall, and every error is in a record that is left out.
    pub publishable: bool,
}

/// What the stages make of the records that are not left out.
struct Round<'c> {
    hall: Option<Arc<Hall>>,
    waivers: Waivers<'c>,
    plan: Plan,
    found: Vec<Diagnostic>,
}

impl Project {
    /// Reads, resolves, checks and plans. With `withhold`, faulty records are left out until what
    /// remains is free of errors, if that is possible; their findings stay in the report.
    pub fn check(&self, when: When, withhold: bool) -> Checked {
        self.check_with(when, withhold, PinnedReleases::default(), &self.sources)
    }

    /// As [`Self::check`] with withholding, but change records and amendments that were released are kept as they were
    /// released where what is written now is faulty: leaving one out would undo what the public was informed of.
    pub fn check_withholding(&self, when: When, released: &Released) -> Checked {
        let mut checked = self.check(when, true);
        while let Some(stood) = checked.stood.with(&checked.report.diagnostics, released, &self.sources) {
            let project = self.overlaid(stood.entries(), |d| !stood.contains(&d.place.file));
            checked = project.check_with(when, true, stood, &self.sources);
        }
        checked
    }

    /// As [`Self::check`], with the report over the texts of `shown`, and with the findings about records that are kept
    /// as they were released.
    fn check_with(&self, when: When, withhold: bool, stood: PinnedReleases, shown: &Sources) -> Checked {
        let mut kept = Vec::new();
        let content = self.content(&mut kept);
        let is_needed = |found: &Diagnostic| pinned::is_needed(&content, &found.place.file, when.moment.date());
        let mut withheld = Withheld::default();
        let Round { hall, waivers, mut plan, found } = loop {
            let round = self.round(&content, &withheld, when);
            let mut grew = false;
            // A finding about one output prevents only that output.
            let stops = |d: &&Diagnostic| d.severity.blocks() && d.output.is_none() && !is_needed(d);
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
        let needed = kept.iter().filter(|d| withhold && d.severity.blocks() && is_needed(d));
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
        };
        let answered = kept.iter().filter(|d| d.severity.blocks()).all(left_out);
        let publishable = hall.is_some() && answered;
        let checked = Report::new(kept, shown);
        let (waivers, day) = (waivers.in_force(), when.moment.date());
        let of = ReportInput { hall: hall.as_deref(), report: &checked, waivers: &waivers, sources: shown, day };
        plan.outputs.extend(report::page::outputs(&of));
        Checked { hall, plan, report: checked, waivers, withheld, stood, needed, publishable }
    }

    /// Resolves, checks and plans what is not withheld.
    fn round<'c>(&self, content: &'c Content, withheld: &Withheld, when: When) -> Round<'c> {
        let mut found = Vec::new();
        let hall = resolve(content, &self.shipped, withheld, &mut found).map(Arc::new);
        let day = when.moment.date();
        let rules = report::rules::all();
        let waivers = Waivers::read(content.waivers.as_ref(), &rules, withheld, day, &mut found);
        let mut plan = Plan::default();
        if let Some(hall) = &hall {
            let (sources, fonts) = (&self.sources, &self.fonts);
            found.extend(check::check(&check::Input { hall, content, withheld, sources, fonts, when }));
            let public = self.public_hall(hall, content, withheld, when);
            let public = public.map_or_else(|| Arc::clone(hall), Arc::new);
            plan = plan::all::plan(&self.cx(hall, public, withheld, when));
            // A character no font has is reported once, where it is written; it follows that it fits nowhere.
            if found.iter().any(|d| d.rule.id == check::MISSING_GLYPH.id) {
                plan.findings.clear();
            }
            found.append(&mut plan.findings);
            check::leave_only_years(&mut found);
        }
        let chosen = content.site.as_ref().map_or(&[][..], |site| &site.value.profile);
        let chosen: Vec<&str> = chosen.iter().map(String::as_str).collect();
        mark_elsewhere(&mut found, &chosen);
        if self.previews {
            let drafts = found.iter_mut().filter(|d| d.rule.id == check::NOT_RELEASED.id);
            drafts.for_each(|d| d.severity = Severity::Warning);
        }
        Round { hall, waivers, plan, found }
    }

    /// What the plan of a hall is made from.
    pub fn cx(&self, hall: &Arc<Hall>, public: Arc<Hall>, withheld: &Withheld, when: When) -> Cx {
        Cx {
            hall: Arc::clone(hall),
            public,
            sources: Arc::clone(&self.sources),
            withheld: withheld.clone(),
            fonts: self.fonts.clone(),
            past: Arc::clone(&self.past),
            when: when.day(),
            rules: report::rules::all().len(),
        }
    }

    /// The hall without the amendments that are not published yet; `None` when all are.
    fn public_hall(&self, hall: &Hall, content: &Content, withheld: &Withheld, when: When) -> Option<Hall> {
        let mut without = withheld.clone();
        let coming = hall.amendments.iter().filter(|amendment| amendment.public_from() > when.moment);
        let grew = coming.fold(false, |grew, amendment| without.follow(&amendment.origin) | grew);
        grew.then(|| resolve(content, &self.shipped, &without, &mut Vec::new()))?
    }
}

/// Leaves out each amendment whose record is left out. Whether more is left out than before.
fn leave_amendments(content: &Content, withheld: &mut Withheld) -> bool {
    let left_out = |id: &str| content.changes.iter().any(|c| c.value.id == id && withheld.contains(&c.place));
    let follow: Vec<&Place> =
        content.amendments.iter().filter(|a| left_out(&a.value.change)).map(|a| &a.place).collect();
    follow.into_iter().fold(false, |grew, place| withheld.follow(place) | grew)
}
