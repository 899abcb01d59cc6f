//! Announcements of amendments: what was to happen, what happens instead.

use super::announcement::{AnnouncedFact, Announcement, Section};
use super::change::{announcement, posted_at};
use super::change_parts::{is_contact, parts};
use super::part::Part;
use super::subject::ChangeNotice;
use crate::content::{AmendmentKind, ChangeKind};
use crate::model::amendment::Amendment;
use crate::model::time::next_day;
use crate::model::{AmendmentId, Hall, Span};
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::date;

/// The announcement of an amendment, written from the hall as it was known when it was published. A correction says
/// what was said first and what holds instead.
pub fn amendment_notice(hall: &Hall, id: AmendmentId) -> Announcement {
    let (was, record) = hall.when_announced(hall.amendment(id).change);
    let was = ChangeNotice::of(was, was.change(record));
    let (hall, id) = hall.when_amended(id);
    let amendment = hall.amendment(id);
    let first = announcement(hall, amendment.change);
    let announced = amendment.announced_from();
    let subject = ChangeNotice::of(hall, hall.change(amendment.change));
    let words = AmendmentWords { amendment, subject, was, first: &first };
    let notice = amendment.written.notice.as_ref();
    let mut sections: Vec<Section> = Vec::new();
    for part in words.parts() {
        sections.push(super::change::section(sections.len(), part));
    }
    Announcement {
        change: amendment.id.clone(),
        kind: format!("{}{}", hall.change(amendment.change).kind.word(), amendment.kind.word()),
        draft: hall.is_draft_amendment(amendment),
        title: words.title(),
        lead: words.lead(),
        sections,
        apology: Some("由此给您带来的不便，敬请谅解。".to_owned()),
        dated: date::long(announced),
        brief: words.brief(),
        facts: words.facts(),
        from: date::iso(announced),
        postings: amendment.postings.iter().map(|posting| posted_at(hall, posting)).collect(),
        editor: notice.and_then(|n| n.editor.clone()),
        published: notice.and_then(|n| n.published_at).map_or_else(|| date::iso(announced), |m| date::stamp(m.0)),
        instead: first.instead.clone().filter(|_| !words.subject.change.revoked),
        ..first
    }
}

struct AmendmentWords<'h> {
    amendment: &'h Amendment,
    subject: ChangeNotice<'h>,
    /// The record as it was first announced.
    was: ChangeNotice<'h>,
    first: &'h Announcement,
}

impl AmendmentWords<'_> {
    /// `银川住房公积金管理中心F08窗口撤离`.
    fn what(&self) -> &str {
        let title = self.first.title.as_str();
        title.strip_prefix("关于").and_then(|t| t.strip_suffix("的公告")).unwrap_or(title)
    }

    fn title(&self) -> String {
        let what = self.what();
        match self.amendment.kind {
            AmendmentKind::Postpone => format!("关于{what}延期的公告"),
            AmendmentKind::Correct => format!("关于更正{what}有关事项的公告"),
            AmendmentKind::Revoke if self.ends_early() => format!("关于{what}提前结束的公告"),
            AmendmentKind::Revoke => format!("关于取消{what}的公告"),
        }
    }

    /// A temporary window or suspension that has begun and ends before its time.
    fn ends_early(&self) -> bool {
        !self.subject.change.revoked
    }

    fn lead(&self) -> String {
        let reason = self.amendment.written.reason.as_deref().map(|reason| {
            let reason = fullwidth_punctuation(reason.trim().trim_end_matches(['。', '；', '，', '.']));
            let begun = ["因", "由于", "根据", "按照", "鉴于"].iter().any(|word| reason.starts_with(word));
            if begun { format!("{reason}，") } else { format!("因{reason}，") }
        });
        let what = match self.amendment.kind {
            AmendmentKind::Postpone => "其中的安排延期",
            AmendmentKind::Correct => "其中的内容更正如下",
            AmendmentKind::Revoke if self.ends_early() => "其中的安排提前结束",
            AmendmentKind::Revoke => "其中的安排不再执行",
        };
        format!(
            "{}已于{}公告《{}》。{}{what}。现将有关事项公告如下：",
            self.first.signature,
            self.first.dated,
            self.first.title,
            reason.unwrap_or_default()
        )
    }

    /// Without a full stop.
    fn brief(&self) -> String {
        let windows = self.subject.windows();
        match self.amendment.kind {
            AmendmentKind::Postpone => format!("{}（原定{}，已延期）", self.first.brief, short(self.amendment.before)),
            AmendmentKind::Correct => format!("{}（已更正）", self.first.brief),
            AmendmentKind::Revoke if self.ends_early() => format!("{}（已提前结束）", self.first.brief),
            AmendmentKind::Revoke => {
                format!("{windows}照常服务，原定{}的{}取消", short(self.amendment.before), self.kind())
            }
        }
    }

    fn kind(&self) -> &'static str {
        self.subject.change.kind.word()
    }

    fn parts(&self) -> Vec<Part> {
        let all = parts(&self.subject);
        let contact = |all: Vec<Part>| all.into_iter().filter(is_contact).collect::<Vec<_>>();
        let (windows, kind) = (self.subject.windows(), self.kind());
        match self.amendment.kind {
            AmendmentKind::Postpone => {
                let lines = vec![
                    format!("原定：{}{kind}。", long(self.amendment.before)),
                    format!("现改为：{}{kind}。在此以前，{windows}按现行安排服务。", self.subject.days()),
                ];
                std::iter::once(Part { heading: "延期后的时间", lines }).chain(all).collect()
            }
            AmendmentKind::Correct => match self.corrected(&all) {
                // What differs is in no part: a place on the plan, say.
                None => all,
                Some(part) => std::iter::once(part).chain(contact(all)).collect(),
            },
            AmendmentKind::Revoke if self.ends_early() => {
                let again = self.subject.change.span.last_day().map(next_day);
                let again = again.map(date::long_weekday).unwrap_or_default();
                let was = long(self.amendment.before);
                let now = match self.subject.change.kind {
                    ChangeKind::Suspend => format!("现改为：{windows}自{again}起恢复服务。"),
                    _ => format!("现改为：{windows}自{again}起不再服务。"),
                };
                let part =
                    Part { heading: "提前结束的时间", lines: vec![format!("原定：{was}{kind}。"), now] };
                std::iter::once(part).chain(contact(all)).collect()
            }
            AmendmentKind::Revoke => {
                let was = format!("原定：{}{kind}。", long(self.amendment.before));
                let now = match self.subject.change.kind {
                    ChangeKind::New | ChangeKind::Temporary => {
                        format!("现予取消，不设{windows}。")
                    }
                    _ => format!("现予取消，{windows}的位置、业务和服务时间不变，照常服务。"),
                };
                let part = Part { heading: "取消的安排", lines: vec![was, now] };
                std::iter::once(part).chain(contact(all)).collect()
            }
        }
    }

    /// What the first announcement said and what holds instead, part by part; none where no part differs.
    fn corrected(&self, now: &[Part]) -> Option<Part> {
        let was = parts(&self.was);
        let said = |parts: &[Part], heading: &str| {
            let part = parts.iter().find(|part| part.heading == heading);
            part.map(|part| part.lines.join("")).unwrap_or_default()
        };
        let mut headings: Vec<&str> = was.iter().map(|part| part.heading).collect();
        headings.extend(now.iter().map(|part| part.heading).filter(|new| was.iter().all(|old| old.heading != *new)));
        let mut lines = Vec::new();
        for heading in headings {
            let (was, now) = (said(&was, heading), said(now, heading));
            if was != now {
                let quoted = |text: &str| if text.is_empty() { "无。".to_owned() } else { text.to_owned() };
                lines.push(format!("{heading}原为：{}", quoted(&was)));
                lines.push(format!("现为：{}", quoted(&now)));
            }
        }
        (!lines.is_empty()).then_some(Part { heading: "更正的内容", lines })
    }

    /// What the windows are under the record as it stands; nothing changes where it is revoked.
    fn facts(&self) -> Vec<AnnouncedFact> {
        let facts = self.first.facts.clone();
        if !self.subject.change.revoked {
            return facts;
        }
        facts.into_iter().map(|fact| AnnouncedFact { after: fact.before.clone(), ..fact }).collect()
    }
}

/// `自2026年10月12日（星期一）起`, or `自……至……`.
fn long(span: Span) -> String {
    let from = date::long_weekday(span.from.date());
    match span.last_day() {
        Some(last) if last == span.from.date() => format!("于{from}"),
        Some(last) => format!("自{from}至{}", date::long_weekday(last)),
        None => format!("自{from}起"),
    }
}

/// `10月12日（星期一）起`
fn short(span: Span) -> String {
    let from = date::short_weekday(span.from.date());
    span.last_day().map_or_else(|| format!("{from}起"), |last| format!("{from}至{}", date::short_weekday(last)))
}
