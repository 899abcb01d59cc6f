//! Announcements of amendments: what was to happen, what happens instead.

use super::announcement::{AnnouncedFact, Announcement, Section};
use super::change::{announcement, posted_at};
use super::change_parts::parts;
use super::part::AnnouncementPart;
use super::subject::{ChangeNotice, because};
use crate::content::wording::AmendmentWords;
use crate::content::{AmendmentKind, ChangeKind};
use crate::model::amendment::Amendment;
use crate::model::time::Span;
use crate::model::{AmendmentId, Hall};
use crate::plan::words::days;
use crate::text::date;
use jiff::civil::Date;

/// The announcement of an amendment, written from the hall as it was known when it was published. A correction says
/// what was announced first and what applies instead.
pub fn amendment_notice(hall: &Hall, id: AmendmentId) -> Announcement {
    let was = announced_before(hall, id);
    let today = hall;
    let cited = previous(hall, id).map(|before| amendment_notice(hall, before));
    let (hall, id) = hall.when_amended(id);
    let amendment = hall.amendment(id);
    let first = announcement(hall, amendment.change);
    let announced = amendment.announced_from();
    let subject = ChangeNotice::of(hall, hall.change(amendment.change));
    let cited = cited.as_ref().unwrap_or(&first);
    let words = AmendmentNotice { amendment, subject, was, first: &first, cited };
    let mut sections: Vec<Section> = Vec::new();
    for part in words.parts() {
        sections.push(super::change::section(sections.len(), part));
    }
    Announcement {
        change: amendment.id.clone(),
        kind: format!("{}{}", hall.change(amendment.change).kind.word(), amendment.kind.word()),
        draft: hall.is_draft_amendment(amendment),
        title: hall.wording.notice.title(&words.topic()),
        topic: words.topic(),
        lead: words.lead(),
        sections,
        apology: Some(hall.wording.notice.apology()),
        dated: date::long(announced),
        brief: words.brief(),
        facts: words.facts(),
        from: date::iso(announced),
        postings: amendment.postings.iter().map(|posting| posted_at(hall, posting)).collect(),
        editor: amendment.clearance.editor.clone(),
        published: amendment.clearance.publication().map_or_else(|| date::iso(announced), date::stamp),
        // Who comes back has nowhere else to go.
        instead: first.instead.clone().filter(|_| amendment.kind != AmendmentKind::Revoke),
        ..first
    }
    .as_issued(today)
}

/// The record as it was last announced before an amendment: by the amendment before it, else by itself.
fn announced_before(hall: &Hall, id: AmendmentId) -> ChangeNotice<'_> {
    let amendment = hall.amendment(id);
    let (known, change) = match previous(hall, id) {
        Some(before) => {
            let (known, before) = hall.when_amended(before);
            (known, known.amendment(before).change)
        }
        None => hall.when_announced(amendment.change),
    };
    ChangeNotice::of(known, known.change(change))
}

/// The amendment of the same record that was announced before.
fn previous(hall: &Hall, id: AmendmentId) -> Option<AmendmentId> {
    let amendment = hall.amendment(id);
    let order = |of: &Amendment| (of.public_from(), of.id.clone());
    let others = hall.amendment_ids().filter(|(_, other)| other.change == amendment.change);
    let before = others.filter(|(_, other)| order(other) < order(amendment)).max_by_key(|(_, other)| order(other));
    before.map(|(before, _)| before)
}

/// An amendment's announcement being written.
struct AmendmentNotice<'h> {
    amendment: &'h Amendment,
    subject: ChangeNotice<'h>,
    /// The record as it was announced last.
    was: ChangeNotice<'h>,
    first: &'h Announcement,
    /// What was announced last: the first announcement, or an amendment of it.
    cited: &'h Announcement,
}

impl AmendmentNotice<'_> {
    fn wording(&self) -> &AmendmentWords {
        &self.subject.hall.wording.amendment
    }

    /// `银川住房公积金管理中心F08窗口撤离延期`.
    fn topic(&self) -> String {
        let (words, topic) = (self.wording(), self.first.topic.as_str());
        match self.amendment.kind {
            AmendmentKind::Postpone => words.postponed_topic(topic),
            AmendmentKind::Correct => words.corrected_topic(topic),
            AmendmentKind::Revoke if self.ends_early() => words.ended_topic(topic),
            AmendmentKind::Revoke => words.revoked_topic(topic),
        }
    }

    /// A temporary window or suspension that has begun and ends before its time.
    fn ends_early(&self) -> bool {
        !self.subject.change.revoked
    }

    fn lead(&self) -> String {
        let (words, first) = (self.wording(), self.cited);
        let reason = because(&self.subject.hall.wording.notice, self.amendment.reason.as_deref());
        let what = match self.amendment.kind {
            AmendmentKind::Postpone => words.postponed_what(),
            AmendmentKind::Correct => {
                return words.corrected_lead(&first.signature, &first.dated, &first.title, &reason);
            }
            AmendmentKind::Revoke if self.ends_early() => words.ended_what(),
            AmendmentKind::Revoke => words.revoked_what(),
        };
        words.lead(&first.signature, &first.dated, &first.title, &reason, &what)
    }

    /// Without a full stop.
    fn brief(&self) -> String {
        let (words, first) = (self.wording(), &self.first.brief);
        let before = self.amendment.before;
        let was = match self.opening() {
            Some((was, _)) if !self.moves_later() => days::short(self.subject.hall, &Span::since(was)),
            _ => days::short(self.subject.hall, &before),
        };
        match self.amendment.kind {
            AmendmentKind::Postpone => words.postponed_brief(first, &was),
            AmendmentKind::Correct => words.corrected_brief(first),
            AmendmentKind::Revoke if self.ends_early() => self.ended_brief(),
            AmendmentKind::Revoke => words.revoked_brief(&self.what(), &was, self.noun()),
        }
    }

    /// What happens, after a day: `自……起撤离`.
    fn kind(&self) -> &'static str {
        match self.subject.change.kind {
            ChangeKind::New => "启用",
            ChangeKind::Temporary => "设置临时窗口",
            ChangeKind::Suspend => "暂停服务",
            kind => kind.word(),
        }
    }

    /// The same as a noun.
    fn noun(&self) -> &'static str {
        match self.subject.change.kind {
            ChangeKind::Temporary => "临时窗口",
            kind => kind.word(),
        }
    }

    fn ended_brief(&self) -> String {
        let (words, calendar) = (self.wording(), &self.subject.hall.calendar);
        let windows = self.subject.windows();
        let span = &self.subject.change.span;
        let Some(last) = span.last_day() else { return words.ended_brief(&self.first.brief) };
        match self.subject.change.kind {
            ChangeKind::Suspend => words.ended_suspension_brief(&windows, &days::short_moment(calendar, span.to)),
            _ => words.ended_temporary_brief(&windows, &days::short_day(calendar, last)),
        }
    }

    fn parts(&self) -> Vec<AnnouncementPart> {
        let all = parts(&self.subject);
        let first = match self.amendment.kind {
            AmendmentKind::Postpone => return std::iter::once(self.postponed()).chain(all).collect(),
            // What differs may be in no part: a place on the plan, say. The first notice comes down when this goes up, so
            // that all of it is said again.
            AmendmentKind::Correct => return self.corrected().into_iter().chain(all).collect(),
            AmendmentKind::Revoke if self.ends_early() => self.ended(),
            AmendmentKind::Revoke => self.revoked(),
        };
        std::iter::once(first).chain(all.into_iter().filter(|part| part.is_contact)).collect()
    }

    /// When it was to be.
    fn was(&self) -> String {
        let before = self.amendment.before;
        let days = days::from_to(self.subject.hall, &before);
        self.wording().was(&days, self.kind())
    }

    /// What it is about: the windows, or the venue.
    fn what(&self) -> String {
        match self.subject.change.venue {
            Some(_) => self.subject.venue_name(),
            None => self.subject.windows(),
        }
    }

    /// The day on which a new place opens, as it was and as it is, where it is another one.
    fn opening(&self) -> Option<(Date, Date)> {
        let (was, now) = (self.was.new_place()?.opens, self.subject.new_place()?.opens);
        (was != now).then_some((was, now))
    }

    /// Whether the record itself takes effect on another day.
    fn moves_later(&self) -> bool {
        let before = self.amendment.before;
        before != self.subject.change.span
    }

    fn postponed(&self) -> AnnouncementPart {
        let words = self.wording();
        let mut lines = Vec::new();
        if self.moves_later() {
            lines.extend([self.was(), words.postponed(&self.subject.days(), self.kind(), &self.what())]);
        }
        if let Some((was, now)) = self.opening() {
            let (calendar, venue) = (&self.subject.hall.calendar, self.subject.venue_name());
            lines.push(words.opening_was(&days::long_day(calendar, was), &venue));
            lines.push(words.opening_now(&days::long_day(calendar, now), &venue));
        }
        AnnouncementPart::new(words.postponed_heading(), lines)
    }

    fn ended(&self) -> AnnouncementPart {
        let (words, windows) = (self.wording(), self.subject.windows());
        let span = &self.subject.change.span;
        let again =
            span.last_day().map(|_| days::long_moment(&self.subject.hall.calendar, span.to)).unwrap_or_default();
        let now = match self.subject.change.kind {
            ChangeKind::Suspend => words.ended_suspension(&windows, &again),
            _ => words.ended_temporary(&windows, &again),
        };
        AnnouncementPart::new(words.ended_heading(), vec![self.was(), now])
    }

    fn revoked(&self) -> AnnouncementPart {
        let (words, windows) = (self.wording(), self.what());
        let now = match self.subject.change.kind {
            ChangeKind::New | ChangeKind::Temporary => words.not_set(&windows),
            _ => words.as_usual(&windows),
        };
        AnnouncementPart::new(words.revoked_heading(), vec![self.was(), now])
    }

    /// What was announced last and what applies instead; none where nothing that is announced differs.
    fn corrected(&self) -> Option<AnnouncementPart> {
        let lines = super::corrected::sentences(&self.was, &self.subject);
        (!lines.is_empty()).then(|| AnnouncementPart::new(self.wording().corrected_heading(), lines))
    }

    /// The facts of the windows under the record as amended; nothing changes where it is revoked.
    fn facts(&self) -> Vec<AnnouncedFact> {
        let facts = self.first.facts.clone();
        if !self.subject.change.revoked {
            return facts;
        }
        facts.into_iter().map(|fact| AnnouncedFact { after: fact.before.clone(), ..fact }).collect()
    }
}
