//! Change records (变更记录) of clause 16.3, resolved.

use super::ids::{ChangeId, HoursId, OfficeId, PostingId, UnitId, VenueId, WindowId};
use super::time::{Span, midnight};
use super::window::Facts;
use crate::content::change::{RawApproval, RawGoesTo, RawSigned, RawWindowChange};
use crate::content::{ChangeKind, Transition};
use crate::diag::Place;
use jiff::civil::{Date, DateTime};

/// A change record.
#[derive(Clone, Debug)]
pub struct Change {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: ChangeKind,
    /// When the new state is in effect, as last amended; open-ended for all but 临时 and a 暂停 with a last day.
    pub span: Span,
    /// The windows concerned.
    pub windows: Vec<WindowChange>,
    /// The venue that moves or closes as a whole.
    pub venue: Option<VenueChange>,
    /// Who applied.
    pub applicant: UnitId,
    /// Why.
    pub reason: Option<String>,
    /// What it says of each window, as written: a part that could not be applied still names its window.
    pub parts: Vec<RawWindowChange>,
    /// Where people go from a whole venue, as written.
    pub goes_to: Option<RawGoesTo>,
    /// How people are served meanwhile.
    pub transition: Option<Transition>,
    /// The same in the unit's words.
    pub transition_note: Option<String>,
    /// The phone for questions, if it is not the hotline.
    pub phone: Option<String>,
    /// What offices found on site before a new window (Y16.3.1).
    pub surveys: Vec<Survey>,
    /// When a temporary window was set up.
    pub done_at: Option<DateTime>,
    /// How the record itself was filed, signed and published.
    pub clearance: Clearance,
    /// Where and when its notice is posted.
    pub postings: Vec<Posting>,
    /// From what its deadlines count.
    pub filing: Filing,
    /// Whether an amendment revoked it before it took effect: its windows stay as they are.
    pub revoked: bool,
    /// Where it is written.
    pub origin: Place,
}

/// How a record was filed, agreed to, signed and published, by the hall's moment.
#[derive(Clone, Debug)]
pub struct Clearance {
    /// The day it was filed.
    pub filed_on: Option<Date>,
    /// When the offices agreed.
    pub approved_at: Option<DateTime>,
    /// When the website is to publish it, where that is stated.
    pub published_at: Option<DateTime>,
    /// The editor responsible (X0.1).
    pub editor: Option<String>,
    /// Who drafted it.
    pub drafted: Option<RawSigned>,
    /// The head of the unit (领导签字).
    pub signed: Option<RawSigned>,
    /// The publicity office (复审).
    pub reviewed: Option<RawSigned>,
    /// The special approval of breaches.
    pub special_approval: Option<RawApproval>,
    /// When the last step that publication waits for was taken; none where a special approval lets it go ahead.
    pub ready_at: Option<DateTime>,
}

/// What an office found on site.
#[derive(Clone, Debug)]
pub struct Survey {
    /// The office.
    pub office: OfficeId,
    /// The day.
    pub date: Date,
    /// What it found.
    pub note: Option<String>,
}

/// What one record does to one window.
#[derive(Clone, Debug)]
pub struct WindowChange {
    /// The window.
    pub window: WindowId,
    /// What it was just before; none for a new or temporary window.
    pub before: Option<Facts>,
    /// What it is from the effective date; none after a withdrawal.
    pub after: Option<Facts>,
    /// Where people go instead.
    pub goes_to: GoesTo,
    /// The record that ended this suspension of the window before its time.
    pub resumed: Option<ChangeId>,
}

/// What a record does to a whole venue: a hall with its sub-halls, a sub-hall, a centre, a station.
#[derive(Clone, Debug, PartialEq)]
pub struct VenueChange {
    /// The venue.
    pub venue: VenueId,
    /// Where it serves afterwards; none when it closes.
    pub to: Option<NewPlace>,
    /// Where people go meanwhile or instead, as written for the whole venue.
    pub goes_to: GoesTo,
}

/// Where a venue that moves serves afterwards.
#[derive(Clone, Debug, PartialEq)]
pub struct NewPlace {
    /// The address.
    pub address: String,
    /// The first day of service there.
    pub opens: Date,
    /// Bus, parking.
    pub transport: Vec<String>,
    /// Its timetable there, if that is another one.
    pub hours: Option<HoursId>,
}

/// Where people go instead (Y16.3.3e).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GoesTo {
    /// Windows that take over.
    pub windows: Vec<WindowId>,
    /// An address outside the hall.
    pub address: Option<String>,
    /// A venue that takes over.
    pub venue: Option<VenueId>,
    /// Why it ends and what instead.
    pub ended: Option<String>,
    /// The address it moves to and the first day of service there.
    pub moves: Option<(String, Date)>,
}

impl GoesTo {
    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The filing and the notice that count: the record's own, or those of its last amendment, with which every deadline is
/// counted again.
#[derive(Clone, Debug)]
pub struct Filing {
    /// How it was filed and signed.
    pub clearance: Clearance,
    /// Where and when the notice that announces it is posted.
    pub postings: Vec<Posting>,
    /// Whether a posting was dropped because of a mistake in it, so that none can be reported as missing.
    pub posting_dropped: bool,
    /// The first day on which something is other than before: that of the new state; of an amendment that only moves
    /// the end, the first day it adds or takes away.
    pub day: Date,
    /// The record or amendment.
    pub origin: Place,
}

/// A notice on a board for some days.
#[derive(Clone, Debug)]
pub struct Posting {
    /// The board.
    pub place: PostingId,
    /// The days.
    pub span: Span,
    /// Where it is written.
    pub origin: Place,
}

impl Clearance {
    /// The day the record itself gives for its announcement: that of the website, else the filing.
    pub(super) fn stated(&self) -> Option<Date> {
        self.publication().map(DateTime::date).or(self.filed_on)
    }

    /// When the website publishes it, where that is stated: not before the last step was taken.
    pub fn publication(&self) -> Option<DateTime> {
        self.published_at.map(|stated| self.not_before_ready(stated))
    }

    /// `told`, or when the last step was taken, if that was later.
    pub(super) fn not_before_ready(&self, told: DateTime) -> DateTime {
        self.ready_at.map_or(told, |ready| told.max(ready))
    }

    /// The postings as they can be: none hangs before the last step was taken.
    pub(super) fn once_ready(&self, mut postings: Vec<Posting>) -> Vec<Posting> {
        if let Some(ready) = self.ready_at.map(DateTime::date) {
            postings.retain(|posting| posting.span.last_day().is_none_or(|last| ready <= last));
            for posting in &mut postings {
                posting.span.from = posting.span.from.max(midnight(ready));
            }
        }
        postings
    }
}

impl Change {
    /// The first day of the new state.
    pub fn effective(&self) -> Date {
        self.span.from.date()
    }

    /// The day from which the public is informed: the first posting or the publication on the website, whichever is
    /// earlier; else the filing date; at the latest the effective date.
    pub fn announced_from(&self) -> Date {
        self.announced_before(self.effective())
    }

    fn announced_before(&self, effective: Date) -> Date {
        let posted = self.postings.iter().map(|p| p.span.from.date()).min();
        let published = self.clearance.publication().map(DateTime::date);
        let told = posted.into_iter().chain(published).min().or(self.clearance.filed_on);
        let told = told.map(|told| self.clearance.not_before_ready(midnight(told)).date());
        told.unwrap_or(effective).min(effective)
    }

    /// From when the website announces it: the time of publication the record states, else the midnight of
    /// [`Change::announced_from`]; at the latest when it takes effect.
    pub fn public_from(&self) -> DateTime {
        self.public_before(self.span.from)
    }

    /// [`Change::public_from`] of the record when it was to take effect at `begins`, as before its amendments.
    pub(super) fn public_before(&self, begins: DateTime) -> DateTime {
        let told = self.clearance.publication();
        told.unwrap_or_else(|| midnight(self.announced_before(begins.date()))).min(begins)
    }

    /// Whether the announcement is public at `moment`: from the midnight of [`Change::announced_from`] on.
    pub fn is_announced(&self, moment: DateTime) -> bool {
        midnight(self.announced_from()) <= moment
    }

    /// What it says of the window called `id`.
    pub fn part_of(&self, id: &str) -> Option<&RawWindowChange> {
        self.parts.iter().find(|part| part.window == id)
    }

    /// Where the record names the window called `id`: a part that could not be applied still counts.
    pub fn place_of(&self, id: &str) -> Place {
        let place = self.origin.key("窗口");
        match self.parts.iter().position(|part| part.window == id) {
            Some(n) => place.index(n),
            None => place,
        }
    }

    /// Whether its windows are gone from the effective date on.
    pub fn withdraws(&self) -> bool {
        matches!(self.kind, ChangeKind::Withdraw | ChangeKind::CloseVenue)
    }

    /// Whether it closes windows for a time: a suspension, or a venue that moves.
    pub fn suspends(&self) -> bool {
        self.kind.suspends()
    }

    /// Whether it announces an emergency or its end: no deadline and no form may keep it from the public.
    pub fn is_urgent(&self) -> bool {
        self.kind.is_urgent()
    }

    /// The change to one window.
    pub fn to_window(&self, window: WindowId) -> Option<&WindowChange> {
        self.windows.iter().find(|w| w.window == window)
    }
}
