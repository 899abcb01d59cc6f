//! The circular of a device out of order, and the words of the card that is put on it.

use super::circular::Circular;
use super::draft::{CircularDraft, office, phones, sentence};
use crate::model::BuildDay;
use crate::model::Grounds;
use crate::model::fault::Fault;
use crate::plan::notices::announcement::Announcement;
use crate::plan::notices::part::AnnouncementPart;
use crate::plan::notices::subject::because;
use crate::plan::words::days;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::date;
use jiff::civil::DateTime;

/// The device with its place: `一楼24小时自助服务区自助终端`.
pub(in crate::plan) fn device(hall: &Grounds, fault: &Fault) -> String {
    let place = match fault.point.and_then(|n| hall.points.get(n)) {
        Some(point) => fullwidth_punctuation(&point.written.name),
        None => {
            let floor = fault.floor.map(|floor| hall.floor(floor).name.clone());
            let venue = fault.venue.map(|venue| hall.venue(venue).name().to_owned());
            floor.into_iter().chain(venue).collect()
        }
    };
    format!("{place}{}", fullwidth_punctuation(&fault.written.device))
}

/// `2026年10月12日（星期一）8:30`
fn long(hall: &Grounds, moment: DateTime) -> String {
    format!("{}{}", days::long_day(&hall.calendar, moment.date()), date::clock(moment))
}

/// `10月12日（星期一）8:30`
fn short(hall: &Grounds, moment: DateTime) -> String {
    format!("{}{}", days::short_day(&hall.calendar, moment.date()), date::clock(moment))
}

/// When it is expected to work again; none once that time is over, for then nobody knows.
pub(super) fn expected(fault: &Fault, told_at: BuildDay) -> Option<DateTime> {
    fault.written.expected.map(|moment| moment.0).filter(|moment| !told_at.has_passed(*moment))
}

/// When it is to work again, or since when it does as of `told_at`; a restoration planned for later is only expected.
fn again(
    hall: &Grounds,
    fault: &Fault,
    told_at: BuildDay,
    in_words: fn(&Grounds, DateTime) -> String,
) -> Option<String> {
    let words = &hall.wording.fault;
    let restored = fault.written.restored.map(|moment| match told_at.has_come(moment.0) {
        true => words.restored(&in_words(hall, moment.0)),
        false => words.expected(&in_words(hall, moment.0)),
    });
    restored.or_else(|| expected(fault, told_at).map(|moment| words.expected(&in_words(hall, moment))))
}

/// The words.
pub(super) fn notice(hall: &Grounds, circular: &Circular, fault: &Fault) -> Announcement {
    let words = &hall.wording.fault;
    let device = device(hall, fault);
    let from = fault.span.from;
    let consult = fault.written.phone.clone().unwrap_or_else(|| hall.site.hotline.clone());
    let until = again(hall, fault, circular.told_at, long).unwrap_or_else(|| words.open_end());
    let brief = match again(hall, fault, circular.told_at, short) {
        Some(until) => words.brief_until(&device, &short(hall, from), &until),
        None => words.brief(&device, &short(hall, from)),
    };
    let mender = fault.office.map(|id| hall.office(id).written.name.clone());
    CircularDraft {
        kind: "设备维护",
        topic: words.topic(&device),
        salutation: hall.wording.notice.salutation(),
        lead: words.lead(&because(&hall.wording.notice, fault.written.reason.as_deref()), &device, &long(hall, from)),
        parts: vec![
            AnnouncementPart::new(
                words.what_heading(),
                vec![words.device(&device), words.when(&long(hall, from)), words.until(&until)],
            ),
            AnnouncementPart::new(words.instead_heading(), vec![sentence(&fault.written.instead)]),
            phones(hall, &consult),
        ],
        apology: true,
        brief,
        instead: Some(sentence(&fault.written.instead)),
        consult,
        office: mender.or_else(|| office(hall, "20.")),
        effective: from.date(),
        until: fault.written.restored.map(|moment| moment.0.date()),
    }
    .of(hall, circular)
}

/// The lines of the card on the device, as of `told_at`: each a label and its words.
pub(in crate::plan) fn card_lines(hall: &Grounds, fault: &Fault, told_at: BuildDay) -> Vec<(String, String)> {
    let words = &hall.wording.fault;
    let phone = fault.written.phone.clone().unwrap_or_else(|| hall.site.hotline.clone());
    let until = again(hall, fault, told_at, short).unwrap_or_else(|| words.card_open_end());
    vec![
        (words.card_device(), fullwidth_punctuation(&fault.written.device)),
        (words.card_since(), words.card_moment(&short(hall, fault.span.from))),
        (words.card_until(), until),
        (words.card_instead(), sentence(&fault.written.instead)),
        (words.card_phone(), phone),
    ]
}
