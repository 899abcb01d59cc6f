//! The announcement of a change record: the web page, the plain text and the poster say this and nothing else.

use crate::model::Hall;
use crate::model::issued::IssuedText;
use crate::plan::website::parts::Fact;
use serde::Serialize;

/// An announcement (公告) of clause 16.3. Every text is finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Announcement {
    /// The id of the change record, amendment or circular.
    pub change: String,
    /// `新增`, `调整`, `撤离`, `临时` or `暂停`; of an amendment `撤离延期`; of a circular `办公时间`, `设备维护`.
    pub kind: String,
    /// Whether it may not be released yet: it is drawn with 样稿 across.
    pub draft: bool,
    /// `关于银川住房公积金管理中心F11、F12窗口撤离的公告`.
    pub title: String,
    /// What the title says it is about: `银川住房公积金管理中心F11、F12窗口撤离`.
    #[serde(skip)]
    pub topic: String,
    /// Whom it concerns, for a short message: `公安局`; empty where the sentence says it.
    #[serde(skip)]
    pub whom: String,
    /// The metadata block (Y0.1); empty for the announcements of change records.
    pub meta: Vec<Fact>,
    /// `尊敬的办事群众：`
    pub salutation: String,
    /// Why, what and from when; ends with `现将有关事项公告如下：`.
    pub lead: String,
    /// The parts.
    pub sections: Vec<Section>,
    /// `由此给您带来的不便，敬请谅解。`, where something is taken away.
    pub apology: Option<String>,
    /// `特此公告。`
    pub closing: String,
    /// The unit that signs.
    pub signature: String,
    /// `2026年9月28日`: the first day it is public.
    pub dated: String,
    /// One sentence for banners and lists, without a full stop.
    pub brief: String,
    /// Where or how instead, a sentence, for short messages.
    pub instead: Option<String>,
    /// The phone for questions.
    pub consult: String,
    /// The phone to complain.
    pub complaint: String,
    /// What changes for each window.
    pub facts: Vec<AnnouncedFact>,
    /// First day it is public, ISO.
    pub from: String,
    /// First day of the new state, ISO.
    pub effective: String,
    /// Last day of a temporary window or suspension, ISO.
    pub until: Option<String>,
    /// Where it is posted.
    pub postings: Vec<PostedAt>,
    /// 来源: the applicant (X0.1).
    pub source: String,
    /// 责任编辑.
    pub editor: Option<String>,
    /// 发布时间, `2026-09-28 09:00`; the day alone when no time is recorded.
    pub published: String,
}

impl Announcement {
    /// It, with the words in which it was issued, if it was.
    #[must_use]
    pub fn as_issued(self, hall: &Hall) -> Self {
        match hall.issued.first(&self.change).cloned() {
            Some(words) => self.in_words(words),
            None => self,
        }
    }

    /// It in other words: its records, days and postings stay.
    #[must_use]
    pub fn in_words(self, words: IssuedText) -> Self {
        let meta = words.meta.into_iter().map(|(name, value)| Fact { name, value }).collect();
        let sections = words.sections.into_iter().map(|(heading, lines)| Section { heading, lines }).collect();
        Self {
            title: words.title,
            topic: words.topic,
            whom: words.whom,
            meta,
            salutation: words.salutation,
            lead: words.lead,
            sections,
            apology: words.apology,
            closing: words.closing,
            signature: words.signature,
            dated: words.dated,
            brief: words.brief,
            instead: words.instead,
            consult: words.consult,
            complaint: words.complaint,
            source: words.source,
            editor: words.editor,
            published: words.published,
            ..self
        }
    }

    /// Its words.
    pub fn words(&self) -> IssuedText {
        IssuedText {
            title: self.title.clone(),
            topic: self.topic.clone(),
            whom: self.whom.clone(),
            meta: self.meta.iter().map(|fact| (fact.name.clone(), fact.value.clone())).collect(),
            salutation: self.salutation.clone(),
            lead: self.lead.clone(),
            sections: self.sections.iter().map(|part| (part.heading.clone(), part.lines.clone())).collect(),
            apology: self.apology.clone(),
            closing: self.closing.clone(),
            signature: self.signature.clone(),
            dated: self.dated.clone(),
            brief: self.brief.clone(),
            instead: self.instead.clone(),
            consult: self.consult.clone(),
            complaint: self.complaint.clone(),
            source: self.source.clone(),
            editor: self.editor.clone(),
            published: self.published.clone(),
        }
    }
}

/// A part of an announcement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Section {
    /// `一、停止服务的窗口和时间`.
    pub heading: Option<String>,
    /// Paragraphs.
    pub lines: Vec<String>,
}

/// What changes for one window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AnnouncedFact {
    /// The window's id.
    pub window: String,
    /// Its number: the old one where it has one.
    pub number: String,
    /// Where it was and what it did; empty for a new or temporary one.
    pub before: String,
    /// Where it is and what it does; empty after a withdrawal.
    pub after: String,
    /// First day, ISO.
    pub from: String,
    /// Last day, ISO, where there is one.
    pub to: Option<String>,
}

/// A posting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PostedAt {
    /// The board's name.
    pub place: String,
    /// First day, ISO.
    pub from: String,
    /// Last day, ISO.
    pub to: String,
    /// `9月28日至10月30日`.
    pub days: String,
}
