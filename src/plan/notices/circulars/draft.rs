//! What circulars have in common.

use crate::content::Validity;
use crate::model::Grounds;
use crate::plan::notices::announcement::Announcement;
use crate::plan::notices::change::{posted_at, section};
use crate::plan::notices::meta::fact;
use crate::plan::notices::part::AnnouncementPart;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::date;
use jiff::civil::Date;

use super::circular::Circular;

/// What differs between circulars.
pub(super) struct CircularDraft {
    pub(super) kind: &'static str,
    pub(super) topic: String,
    pub(super) salutation: String,
    pub(super) lead: String,
    pub(super) parts: Vec<AnnouncementPart>,
    pub(super) apology: bool,
    pub(super) brief: String,
    pub(super) instead: Option<String>,
    pub(super) consult: String,
    pub(super) office: Option<String>,
    pub(super) effective: Date,
    pub(super) until: Option<Date>,
}

impl CircularDraft {
    pub(super) fn of(self, hall: &Grounds, circular: &Circular) -> Announcement {
        let words = &hall.wording.notice;
        let title = words.circular_title(&self.topic);
        let signature = hall.unit(hall.organ).name().to_owned();
        let dated = date::long(circular.announced);
        let meta = [
            ("名称", Some(title.clone())),
            ("效力状态", Some(Validity::Valid.word().to_owned())),
            ("发布机构", Some(signature.clone())),
            ("责任部门", self.office),
            ("成文日期", Some(dated.clone())),
            ("发布日期", Some(dated.clone())),
        ];
        let sections = self.parts.into_iter().filter(|part| !part.lines.is_empty()).enumerate();
        Announcement {
            change: circular.id.to_owned(),
            // What the program writes itself nobody drafts; a record takes effect as written.
            draft: false,
            kind: self.kind.to_owned(),
            title,
            whom: self.topic.clone(),
            topic: self.topic,
            meta: meta.into_iter().filter_map(|(name, value)| Some(fact(name, value?))).collect(),
            salutation: self.salutation,
            lead: self.lead,
            sections: sections.map(|(n, part)| section(n, part)).collect(),
            apology: self.apology.then(|| words.apology()),
            closing: words.circular_closing(),
            source: signature.clone(),
            signature,
            dated,
            brief: self.brief,
            instead: self.instead,
            consult: self.consult,
            complaint: hall.site.complaint_phone.clone(),
            facts: Vec::new(),
            from: date::iso(circular.announced),
            effective: date::iso(self.effective),
            until: self.until.map(date::iso),
            postings: circular.postings.iter().map(|posting| posted_at(hall, posting)).collect(),
            editor: circular.editor(hall),
            published: circular.published(),
        }
    }
}

/// The phones, the last part of each circular.
pub(super) fn phones(hall: &Grounds, consult: &str) -> AnnouncementPart {
    let words = &hall.wording.notice;
    let lines = vec![words.consult(consult), words.complaint(&hall.site.complaint_phone)];
    AnnouncementPart { heading: words.contact(), lines, is_contact: true }
}

/// The office that answers for a topic of the regulation, `16.`.
pub(super) fn office(hall: &Grounds, topic: &str) -> Option<String> {
    let duty = hall.duties.iter().find(|duty| duty.topic.starts_with(topic))?;
    Some(hall.office(duty.office).written.name.clone())
}

/// A sentence with its full stop.
pub(super) fn sentence(text: &str) -> String {
    let text = fullwidth_punctuation(text.trim());
    if text.ends_with(['。', '！', '？']) {
        text
    } else {
        format!("{}。", text.trim_end_matches(['；', '，', '.']))
    }
}
