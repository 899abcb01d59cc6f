//! What the public may not know yet: records that wait for a step of their life, records held back for a breach, and what
//! is not published.

use super::site::Project;
use crate::check::holds_back;
use crate::content::Content;
use crate::diag::{Diagnostic, Place, Severity};
use crate::model::life::AwaitedStep;
use crate::model::resolve::{self, Withheld};
use crate::model::{Hall, When};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A record that is not ready: it waits, and nothing is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// Its id, of a notice its title.
    pub name: String,
    /// Its file.
    pub file: Arc<str>,
    /// What it still lacks.
    pub awaited: Vec<AwaitedStep>,
}

/// What waits and what is held back at a moment.
#[derive(Clone, Debug, Default)]
pub(super) struct HeldBack {
    /// Records that wait for a step.
    pub(super) waiting: Vec<Waiting>,
    /// The files of records held back for what is wrong with their steps.
    pub(super) faulty: BTreeSet<Arc<str>>,
    /// Where all of these are written.
    places: Vec<Place>,
}

impl HeldBack {
    /// The files of all records that wait or are held back.
    fn files(&self) -> impl Iterator<Item = &Arc<str>> {
        self.waiting.iter().map(|waiting| &waiting.file).chain(&self.faulty)
    }

    /// What is held back of a hall; `found` is what is wrong with it. A record that closes windows by now is shown
    /// whatever it lacks, and so is an amendment of an emergency; one that is `released` as it is written stays what the
    /// public was told.
    pub(super) fn of(hall: &Hall, found: &[Diagnostic], when: When, released: &dyn Fn(&str) -> bool) -> Self {
        let closes = |file: &str| !hall.is_preview && is_shown_unready(hall, file, when);
        // What nobody signed is nobody's decision yet: its windows go on serving.
        let shown =
            |d: &Diagnostic| released(&d.place.file) || (closes(&d.place.file) && d.severity != Severity::Unapproved);
        let mut held = Self::default();
        for finding in found.iter().filter(|d| holds_back(d) && !shown(d)) {
            held.faulty.insert(finding.place.file.clone());
            held.places.push(finding.place.clone());
        }
        let changes = hall.changes.iter().map(|c| (&c.id, &c.origin, hall.awaited(c)));
        let amendments = hall.amendments.iter().map(|a| (&a.id, &a.origin, hall.awaited_amendment(a)));
        let notices = hall.notices.iter().filter(|notice| notice.is_public());
        let notices = notices.map(|n| (&n.written.title, &n.origin, hall.awaited_notice(n)));
        for (name, origin, awaited) in changes.chain(amendments).chain(notices) {
            let is_told = released(&origin.file) || closes(&origin.file);
            if awaited.is_empty() || is_told || held.faulty.contains(&origin.file) {
                continue;
            }
            held.waiting.push(Waiting { name: name.clone(), file: origin.file.clone(), awaited });
            held.places.push(origin.clone());
        }
        held
    }
}

/// The hall as the public may know it: without what is held back, unless drafts are to be seen, and without what is
/// not published yet; what depends on a record that is held back waits with it. `found` is what is wrong with the
/// whole hall.
pub(super) fn public_hall(
    project: &Project,
    hall: &Arc<Hall>,
    content: &Content,
    withheld: &Withheld,
    (held, when, found): (&HeldBack, When, &[Diagnostic]),
) -> Arc<Hall> {
    let mut without = withheld.clone();
    let places = held.places.iter().filter(|_| !project.previews);
    let ready = match places.fold(false, |grew, place| without.follow(place) | grew) {
        true => without_dependents(project, hall, content, &mut without, (when, found)),
        false => None,
    };
    let as_issued = |ready: Hall| Arc::new(ready.after(&hall.issued, hall.is_preview));
    let ready = ready.map_or_else(|| Arc::clone(hall), as_issued);
    resolve::public(&ready, content, &project.shipped, &without, when.moment).map_or(ready, as_issued)
}

/// The hall as it is in force for those who work in it: with what is prepared, but without amendments that are held back.
/// Until one is ready its record is as it was before. In a preview they are seen, too.
pub(super) fn hall_in_force(
    project: &Project,
    (hall, public): (&Arc<Hall>, &Arc<Hall>),
    content: &Content,
    withheld: &Withheld,
    held: &HeldBack,
) -> Arc<Hall> {
    let amendments = held.files().filter(|file| file.starts_with("content/amendments/"));
    let amendments = amendments.filter(|_| !project.previews).collect();
    without_files(project, (hall, public), content, withheld, amendments)
}

/// The hall as it stands, for what hangs and lies in it: without changes that are held back though their day has come.
/// Until one is ready everything is as it was before.
pub(super) fn standing_hall(
    project: &Project,
    (in_force, public): (&Arc<Hall>, &Arc<Hall>),
    content: &Content,
    withheld: &Withheld,
    (held, when): (&HeldBack, When),
) -> Arc<Hall> {
    let begun = |file: &str| in_force.changes.iter().any(|c| *c.origin.file == *file && c.span.from <= when.moment);
    if project.previews || !held.files().any(|file| begun(file)) {
        return Arc::clone(in_force);
    }
    let late = held.files().filter(|file| file.starts_with("content/amendments/") || begun(file)).collect();
    without_files(project, (in_force, public), content, withheld, late)
}

fn without_files(
    project: &Project,
    (hall, public): (&Arc<Hall>, &Arc<Hall>),
    content: &Content,
    withheld: &Withheld,
    files: Vec<&Arc<str>>,
) -> Arc<Hall> {
    let mut without = withheld.clone();
    let grew = files.into_iter().fold(false, |grew, file| without.follow(&Place::root(Arc::clone(file))) | grew);
    let ahead = Arc::new(hall.issued.ahead());
    match grew.then(|| resolve::resolve(content, &project.shipped, &without, &mut Vec::new())).flatten() {
        Some(before) => Arc::new(before.after(&ahead, hall.is_preview)),
        None if Arc::ptr_eq(hall, public) => Arc::clone(hall),
        None => Arc::new(Hall::clone(hall).after(&ahead, hall.is_preview)),
    }
}

/// The hall without what is left out, and without what cannot be resolved for that alone, which is left out too.
fn without_dependents(
    project: &Project,
    hall: &Hall,
    content: &Content,
    without: &mut Withheld,
    (when, found): (When, &[Diagnostic]),
) -> Option<Hall> {
    let is_known = |d: &Diagnostic| found.iter().any(|other| other.rule.id == d.rule.id && other.place == d.place);
    loop {
        let mut follows = Vec::new();
        leave_amendments(content, without);
        let ready = resolve::resolve(content, &project.shipped, without, &mut follows)?;
        let mut follows = follows
            .iter()
            .filter(|d| d.severity.blocks() && !is_known(d) && !is_shown_unready(hall, &d.place.file, when));
        if !follows.by_ref().fold(false, |grew, d| without.follow(&d.place) | grew) {
            return Some(ready);
        }
    }
}

/// Whether the record in a file is shown whatever it lacks: it closes windows by now, or says how long an emergency
/// lasts.
fn is_shown_unready(hall: &Hall, file: &str, when: When) -> bool {
    let mut changes = hall.changes.iter().filter(|change| *change.origin.file == *file);
    let mut amendments = hall.amendments.iter().filter(|amendment| *amendment.origin.file == *file);
    changes.any(|change| change.is_shown_unready(when.moment))
        || amendments.any(|amendment| hall.change(amendment.change).is_urgent())
}

/// Leaves out each amendment whose record is left out. Whether more is left out than before.
pub(super) fn leave_amendments(content: &Content, withheld: &mut Withheld) -> bool {
    let left_out = |id: &str| content.changes.iter().any(|c| c.value.id == id && withheld.contains(&c.place));
    let follow: Vec<&Place> =
        content.amendments.iter().filter(|a| left_out(&a.value.change)).map(|a| &a.place).collect();
    follow.into_iter().fold(false, |grew, place| withheld.follow(place) | grew)
}
