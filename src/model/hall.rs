//! [`Hall`]: everything known of a hall, over all of time.

use super::baseline::Baseline;
use super::campaign::Campaign;
use super::change::{Change, GoesTo};
use super::fault::Fault;
use super::ids::{AmendmentId, BigScreenId, CampaignId, ChangeId, DeviceId, MatterId, NoticeId, WindowId};
use super::issued::Issued;
use super::language::Language;
use super::matter::{Matter, MatterList};
use super::matter_change::MatterChange;
use super::notice::Notice;
use super::premises::{Premises, lookups};
use super::sign::{BigScreen, Board, Device, Label, TemporaryBoard};
use super::staff::Person;
use super::strip::Strip;
use super::tick::Ticks;
use super::window::{Facts, Version};
use crate::content::BaselineKind;
use jiff::civil::DateTime;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

/// All of a hall but its matters, what is recorded of them, its notices and its people: [`Premises`], and what is put up
/// and shown in them. Every record is resolved. What takes the grounds alone cannot see the matters.
#[derive(Clone, Debug)]
pub struct Grounds {
    /// The organisation, its places and its windows.
    pub premises: Premises,
    /// Numbers of windows that are left out for their own mistakes; a hole where one of them was is no gap.
    pub dropped_numbers: Vec<String>,
    /// Whether no window is missing for a mistake: none was dropped, and every file that may bring one was read.
    pub knows_all_windows: bool,
    /// Devices out of order, the latest first, then by id.
    pub faults: Vec<Fault>,
    /// Boards.
    pub boards: Vec<Board>,
    /// Temporary boards.
    pub temporary_boards: Vec<TemporaryBoard>,
    /// Labels, as written.
    pub labels: Vec<Label>,
    /// Campaigns sorted by id.
    pub campaigns: Vec<Campaign>,
    /// Device profiles.
    pub devices: Vec<Device>,
    /// Strip screens.
    pub strips: Vec<Strip>,
    /// Big screens.
    pub big_screens: Vec<BigScreen>,
    /// Languages of the website beside Chinese, by code.
    pub languages: Vec<Language>,
    /// Whether it is only looked at, maybe ahead of its day: what lacks a step is a draft then, whatever it closes.
    pub is_preview: bool,
    /// For each matter the windows that serve it in one of their versions; see [`Grounds::windows_of`].
    pub(super) windows_of: Vec<Vec<WindowId>>,
}

impl Deref for Grounds {
    type Target = Premises;

    fn deref(&self) -> &Premises {
        &self.premises
    }
}

/// A hall as a function of time: every record resolved, every change applied. All of [`Grounds`] is the hall's.
#[derive(Clone, Debug)]
pub struct Hall {
    /// All but what follows.
    pub grounds: Grounds,
    /// Matters sorted by id.
    pub matters: Vec<Matter>,
    /// Published lists of matters.
    pub lists: Vec<MatterList>,
    /// Change records of matters, oldest first, then by id.
    pub matter_changes: Vec<MatterChange>,
    /// Lists the matters are compared with.
    pub baselines: Vec<Baseline>,
    /// Notices, newest first.
    pub notices: Vec<Notice>,
    /// The people at the windows.
    pub staff: Vec<Person>,
    /// What staff have ticked off.
    pub ticks: Ticks,
    /// What was issued before.
    pub issued: Arc<Issued>,
    /// The hall as it was publicly known at earlier announcements; see [`Hall::when_announced`].
    pub(super) known: KnownHalls,
}

impl Deref for Hall {
    type Target = Grounds;

    fn deref(&self) -> &Grounds {
        &self.grounds
    }
}

/// Halls as they were publicly known at announcements, one for each set of amendments that was public then.
#[derive(Clone, Debug, Default)]
pub(super) struct KnownHalls {
    pub(super) halls: Vec<Hall>,
    /// The hall of a record that was announced when another hall than today's was known, by the record's id.
    pub(super) changes: BTreeMap<String, usize>,
    /// The same of amendments.
    pub(super) amendments: BTreeMap<String, usize>,
}

lookups! { Grounds:
    /// A device.
    device: DeviceId => devices: Device,
    /// A big screen.
    big_screen: BigScreenId => big_screens: BigScreen,
    /// A campaign.
    campaign: CampaignId => campaigns: Campaign,
}

lookups! { Hall:
    /// A matter.
    matter: MatterId => matters: Matter,
    /// A notice.
    notice: NoticeId => notices: Notice,
}

impl Grounds {
    /// The hall as citizens find it at `moment`.
    pub fn at(&self, moment: DateTime) -> HallAt<'_> {
        HallAt { grounds: self, moment }
    }

    /// The record that took the last window of a matter before `moment`, and where it sends people; none while a window
    /// takes the matter on, suspended or not.
    pub fn gone_to(&self, matter: MatterId, moment: DateTime) -> Option<(&Change, &GoesTo)> {
        let takes_on = |facts: &Facts| facts.matters.contains(&matter);
        if self.at(moment).windows().any(|(_, version)| takes_on(&version.facts)) {
            return None;
        }
        let begun = self.effective_changes().filter(|change| change.span.from <= moment);
        let parts = begun.flat_map(|change| change.windows.iter().map(move |part| (change, part)));
        let left = parts.filter(|(_, part)| {
            part.before.as_ref().is_some_and(takes_on) && !part.after.as_ref().is_some_and(takes_on)
        });
        left.map(|(change, part)| (change, &part.goes_to)).filter(|(_, goes_to)| !goes_to.is_empty()).last()
    }

    /// The windows that serve a matter at some time, suspended or not, in order; no other window ever serves it.
    pub fn windows_of(&self, matter: MatterId) -> &[WindowId] {
        self.windows_of.get(matter.0).map_or(&[], Vec::as_slice)
    }
}

impl Hall {
    /// The hall with what was issued before, to be published or only looked at.
    #[must_use]
    pub fn after(self, issued: &Arc<Issued>, is_preview: bool) -> Self {
        Self { issued: Arc::clone(issued), grounds: Grounds { is_preview, ..self.grounds }, ..self }
    }

    /// Every matter with its id.
    pub fn matter_ids(&self) -> impl Iterator<Item = (MatterId, &Matter)> {
        self.matters.iter().enumerate().map(|(n, m)| (MatterId(n), m))
    }

    /// The phone for questions about a matter: its own, its unit's, else the hotline.
    pub fn matter_phone(&self, id: MatterId) -> &str {
        let matter = self.matter(id);
        let own = matter.written.phone.as_deref().or(self.unit(matter.unit).written.phone.as_deref());
        own.unwrap_or(&self.site.hotline)
    }

    /// The newest list of a kind.
    pub fn newest_baseline(&self, kind: BaselineKind) -> Option<&Baseline> {
        self.baselines.iter().filter(|b| b.written.kind == kind).max_by_key(|b| b.written.date.0)
    }

    /// The change records of a matter, oldest first.
    pub fn changes_of(&self, matter: MatterId) -> impl Iterator<Item = &MatterChange> {
        self.matter_changes.iter().filter(move |c| c.matter == Some(matter))
    }

    /// The hall as it was publicly known when a record was announced, and the record in it: with the amendments of
    /// other records that were public by then; without later ones, and without those of the record itself.
    pub fn when_announced(&self, id: ChangeId) -> (&Hall, ChangeId) {
        let name = &self.change(id).id;
        let known = self.known.changes.get(name).and_then(|n| self.known.halls.get(*n));
        let found = known.and_then(|hall| Some((hall, hall.change_ids().find(|(_, change)| change.id == *name)?.0)));
        found.unwrap_or((self, id))
    }

    /// Calls `change` with the hall and with every hall that was known at an announcement.
    pub(super) fn for_each_known(&mut self, change: &mut impl FnMut(&mut Hall)) {
        change(self);
        self.known.halls.iter_mut().for_each(change);
    }

    /// The hall as it was publicly known when an amendment was announced, with that amendment applied, and the
    /// amendment in it.
    pub fn when_amended(&self, id: AmendmentId) -> (&Hall, AmendmentId) {
        let name = &self.amendment(id).id;
        let known = self.known.amendments.get(name).and_then(|n| self.known.halls.get(*n));
        let found = known.and_then(|hall| Some((hall, hall.amendment_ids().find(|(_, a)| a.id == *name)?.0)));
        found.unwrap_or((self, id))
    }
}

/// A hall at one moment.
#[derive(Clone, Copy)]
pub struct HallAt<'a> {
    /// The hall's grounds.
    pub grounds: &'a Grounds,
    /// The moment.
    pub moment: DateTime,
}

impl<'a> HallAt<'a> {
    /// Windows that exist then, suspended ones included, with the version in force.
    pub fn windows(self) -> impl Iterator<Item = (WindowId, &'a Version)> {
        self.grounds.window_ids().filter_map(move |(id, w)| Some((id, w.at(self.moment)?)))
    }

    /// Windows that serve a matter then.
    pub fn serving(self, matter: MatterId) -> impl Iterator<Item = (WindowId, &'a Version)> {
        let versions = self.grounds.windows_of(matter).iter().filter_map(move |id| Some((*id, self.window(*id)?)));
        versions.filter(move |(_, v)| v.serves() && v.facts.matters.contains(&matter))
    }

    /// The version of one window.
    pub fn window(self, id: WindowId) -> Option<&'a Version> {
        self.grounds.window(id).at(self.moment)
    }
}
