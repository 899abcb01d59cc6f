//! Announcements of amendments: what was to happen, what happens instead.

use super::announcement::{AnnouncedFact, Announcement, Section};
use super::change::{announcement, posted_at};
use super::change_parts::{all_parts, parts};
use super::part::AnnouncementPart;
use super::subject::{ChangeNotice, because};
use crate::content::wording::AmendmentWords;
use crate::content::{AmendmentKind, ChangeKind};
use crate::model::amendment::Amendment;
use crate::model::time::next_day;
use crate::model::{AmendmentId, Hall};
use crate::plan::words::days;
use crate::text::date;

/// The announcement of an amendment, written from the hall as it was known when it was published. A correction says
/// what was announced first and what applies instead.
pub fn amendment_notice(hall: &Hall, id: AmendmentId) -> Announcement {
    let (was, record) = hall.when_announced(hall.amendment(id).change);
    let was = ChangeNotice::of(was, was.change(record));
    let (hall, id) = hall.when_amended(id);
    let amendment = hall.amendment(id);
    let first = announcement(hall, amendment.change);
    let announced = amendment.announced_from();
    let subject = ChangeNotice::of(hall, hall.change(amendment.change));
    let words = AmendmentNotice { amendment, subject, was, first: &first };
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
        published: amendment.clearance.published_at.map_or_else(|| date::iso(announced), date::stamp),
        instead: first.instead.clone().filter(|_| !words.subject.change.revoked),
        ..first
    }
}

/// An amendment's announcement being written.
struct AmendmentNotice<'h> {
    amendment: &'h Amendment,
    subject: ChangeNotice<'h>,
    /// The record as it was first announced.
    was: ChangeNotice<'h>,
    first: &'h Announcement,
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
        let (words, first) = (self.wording(), self.first);
        let reason = because(&self.subject.hall.wording.notice, self.amendment.reason.as_deref());
        let what = match self.amendment.kind {
            AmendmentKind::Postpone => words.postponed_what(),
            AmendmentKind::Correct => words.corrected_what(),
            AmendmentKind::Revoke if self.ends_early() => words.ended_what(),
            AmendmentKind::Revoke => words.revoked_what(),
        };
        words.lead(&first.signature, &first.dated, &first.title, &reason, &what)
    }

    /// Without a full stop.
    fn brief(&self) -> String {
        let (words, first) = (self.wording(), &self.first.brief);
        let before = self.amendment.before;
        let was = days::short(&self.subject.hall.wording.days, before.from.date(), before.last_day());
        match self.amendment.kind {
            AmendmentKind::Postpone => words.postponed_brief(first, &was),
            AmendmentKind::Correct => words.corrected_brief(first),
            AmendmentKind::Revoke if self.ends_early() => words.ended_brief(first),
            AmendmentKind::Revoke => words.revoked_brief(&self.subject.windows(), &was, self.kind()),
        }
    }

    fn kind(&self) -> &'static str {
        self.subject.change.kind.word()
    }

    fn parts(&self) -> Vec<AnnouncementPart> {
        let all = parts(&self.subject);
        let first = match self.amendment.kind {
            AmendmentKind::Postpone => return std::iter::once(self.postponed()).chain(all).collect(),
            AmendmentKind::Correct => match self.corrected() {
                // What differs is in no part: a place on the plan, say.
                None => return all,
                Some(part) => part,
            },
            AmendmentKind::Revoke if self.ends_early() => self.ended(),
            AmendmentKind::Revoke => self.revoked(),
        };
        std::iter::once(first).chain(all.into_iter().filter(|part| part.is_contact)).collect()
    }

    /// When it was to be.
    fn was(&self) -> String {
        let before = self.amendment.before;
        let days = days::from_to(&self.subject.hall.wording.days, before.from.date(), before.last_day());
        self.wording().was(&days, self.kind())
    }

    fn postponed(&self) -> AnnouncementPart {
        let words = self.wording();
        let now = words.postponed(&self.subject.days(), self.kind(), &self.subject.windows());
        AnnouncementPart::new(words.postponed_heading(), vec![self.was(), now])
    }

    fn ended(&self) -> AnnouncementPart {
        let (words, windows) = (self.wording(), self.subject.windows());
        let again = self.subject.change.span.last_day().map(next_day);
        let again = again.map(date::long_weekday).unwrap_or_default();
        let now = match self.subject.change.kind {
            ChangeKind::Suspend => words.ended_suspension(&windows, &again),
            _ => words.ended_temporary(&windows, &again),
        };
        AnnouncementPart::new(words.ended_heading(), vec![self.was(), now])
    }

    fn revoked(&self) -> AnnouncementPart {
        let (words, windows) = (self.wording(), self.subject.windows());
        let now = match self.subject.change.kind {
            ChangeKind::New | ChangeKind::Temporary => words.not_set(&windows),
            _ => words.as_usual(&windows),
        };
        AnnouncementPart::new(words.revoked_heading(), vec![self.was(), now])
    }

    /// What the first announcement said and what applies instead, part by part; none where no part differs. Parts are
    /// matched by their positions: a hall may give two of them the same heading.
    fn corrected(&self) -> Option<AnnouncementPart> {
        let words = self.wording();
        let quoted = |text: String| if text.is_empty() { words.nothing() } else { text };
        let mut lines = Vec::new();
        for (was, now) in all_parts(&self.was).into_iter().zip(all_parts(&self.subject)) {
            let (said, holds) = (was.lines.join(""), now.lines.join(""));
            if said != holds {
                let heading = if said.is_empty() { &now.heading } else { &was.heading };
                lines.push(words.said(heading, &quoted(said)));
                lines.push(words.now(&quoted(holds)));
            }
        }
        (!lines.is_empty()).then(|| AnnouncementPart::new(words.corrected_heading(), lines))
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
