//! The circular of a device out of order, and the words of the card that is put on it.

use super::circular::Circular;
use super::draft::{CircularDraft, because, office, phones, sentence};
use crate::model::BuildDay;
use crate::model::Grounds;
use crate::model::fault::Fault;
use crate::plan::notices::announcement::Announcement;
use crate::plan::notices::part::Part;
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
fn long(moment: DateTime) -> String {
    format!("{}{}", date::long_weekday(moment.date()), date::clock(moment))
}

/// `10月12日（星期一）8:30`
fn short(moment: DateTime) -> String {
    format!("{}{}", date::short_weekday(moment.date()), date::clock(moment))
}

/// When it is to work again, or did by the moment it is told; a restoration planned for later is no more than expected.
fn again(fault: &Fault, told_at: BuildDay, words: fn(DateTime) -> String) -> Option<String> {
    let restored = fault.written.restored.map(|moment| {
        let word = if told_at.has_come(moment.0) { "已于" } else { "预计" };
        format!("{word}{}恢复使用", words(moment.0))
    });
    restored.or_else(|| fault.written.expected.map(|moment| format!("预计{}恢复使用", words(moment.0))))
}

/// The words.
pub(super) fn notice(hall: &Grounds, circular: &Circular, fault: &Fault) -> Announcement {
    let device = device(hall, fault);
    let from = fault.span.from;
    let consult = fault.written.phone.clone().unwrap_or_else(|| hall.site.hotline.clone());
    let until = again(fault, circular.told_at, long).unwrap_or_else(|| "恢复使用的时间另行告知".to_owned());
    let brief_end = again(fault, circular.told_at, short).map(|words| format!("，{words}")).unwrap_or_default();
    let mender = fault.office.map(|id| hall.office(id).written.name.clone());
    CircularDraft {
        kind: "设备维护",
        title: format!("关于{device}故障暂停使用的通告"),
        salutation: "尊敬的办事群众：",
        lead: format!(
            "{}{device}发生故障，自{}起暂停使用。现将有关事项通告如下：",
            because(fault.written.reason.as_deref()),
            long(from)
        ),
        parts: vec![
            Part {
                heading: "暂停使用的设备和时间",
                lines: vec![
                    format!("设备：{device}。"),
                    format!("暂停时间：自{}起。", long(from)),
                    format!("恢复时间：{until}。"),
                ],
            },
            Part { heading: "替代办法", lines: vec![sentence(&fault.written.instead)] },
            phones(hall, &consult),
        ],
        apology: true,
        brief: format!("{device}自{}起故障暂停使用{brief_end}", short(from)),
        instead: Some(sentence(&fault.written.instead)),
        consult,
        office: mender.or_else(|| office(hall, "20.")),
        effective: from.date(),
        until: fault.written.restored.map(|moment| moment.0.date()),
    }
    .of(hall, circular)
}

/// The lines of the card on the device, as told at that moment: each a label and its words.
pub(in crate::plan) fn card_lines(hall: &Grounds, fault: &Fault, told_at: BuildDay) -> Vec<(&'static str, String)> {
    let phone = fault.written.phone.clone().unwrap_or_else(|| hall.site.hotline.clone());
    let until = again(fault, told_at, short).unwrap_or_else(|| "另行告知".to_owned());
    vec![
        ("设备", fullwidth_punctuation(&fault.written.device)),
        ("停用时间", format!("自{}起", short(fault.span.from))),
        ("恢复时间", until),
        ("请您改为", sentence(&fault.written.instead)),
        ("咨询电话", phone),
    ]
}
