//! The texts people write in their own words, for rules that look for words in them.

use crate::diag::Place;
use crate::model::Hall;
use std::ops::Range;

/// A text, whether readers may see it, and how words of it are blamed.
pub(super) struct FreeText<'a> {
    /// The text.
    pub(super) text: &'a str,
    /// Whether it may be published (Y0.2).
    pub(super) public: bool,
    /// Whether words can be blamed alone; otherwise the whole value is, and one finding is enough.
    pub(super) exact: bool,
    place: &'a dyn Fn(Range<usize>) -> Place,
}

impl FreeText<'_> {
    /// The words at `range` of the text: alone in a notice's body, else the value they stand in.
    pub(super) fn place(&self, range: Range<usize>) -> Place {
        (self.place)(range)
    }
}

/// Shows `each` every text: notices, matters, venues, units, offices, the site's registers, changes and amendments,
/// windows, other hours, devices out of order.
pub(super) fn visit(hall: &Hall, each: &mut dyn FnMut(&FreeText<'_>)) {
    notices(hall, each);
    matters(hall, each);
    places(hall, each);
    registers(hall, each);
    hours_and_faults(hall, each);
    changes(hall, each);
}

/// Venues, units, offices and windows.
fn places(hall: &Hall, each: &mut dyn FnMut(&FreeText<'_>)) {
    let mut value = |text: &str, place: &dyn Fn() -> Place| {
        each(&FreeText { text, public: true, exact: false, place: &|_| place() });
    };
    for venue in &hall.venues {
        let written = &venue.written;
        for (key, text) in stated([("简介", &written.about), ("电话", &written.phone), ("地址", &written.address)])
        {
            value(text, &|| venue.origin.key(key));
        }
    }
    for unit in &hall.units {
        for (key, text) in stated([("电话", &unit.written.phone), ("职责", &unit.written.duties)]) {
            value(text, &|| unit.origin.key(key));
        }
    }
    for office in &hall.offices {
        for (n, duty) in office.written.duties.iter().enumerate() {
            value(duty, &|| office.origin.key("职责").index(n));
        }
    }
    for window in &hall.windows {
        // What a record changed is read in the record.
        let first = window.versions.first().filter(|version| version.cause.is_none());
        if let Some(phone) = first.and_then(|version| version.facts.phone.as_ref()) {
            value(phone, &|| window.origin.key("电话"));
        }
    }
}

/// The registers of the site.
fn registers(hall: &Hall, each: &mut dyn FnMut(&FreeText<'_>)) {
    let mut value = |text: &str, public: bool, place: &dyn Fn() -> Place| {
        each(&FreeText { text, public, exact: false, place: &|_| place() });
    };
    let (site, origin) = (&hall.site, &hall.site_origin);
    for (n, phone) in site.phones.iter().enumerate() {
        let public = phone.public.is_none_or(|yes| yes.0);
        value(&phone.name, public, &|| origin.key("电话簿").index(n).key("名称"));
    }
    let lists =
        [("投诉渠道", &site.complaint_channels), ("评价渠道", &site.evaluation_channels), ("交通", &site.transport)];
    for (key, texts) in lists {
        for (n, text) in texts.iter().enumerate() {
            value(text, true, &|| origin.key(key).index(n));
        }
    }
    for (key, text) in stated([("数据说明", &site.data_note)]) {
        value(text, true, &|| origin.key(key));
    }
}

/// Other hours, and devices out of order.
fn hours_and_faults(hall: &Hall, each: &mut dyn FnMut(&FreeText<'_>)) {
    let mut value = |text: &str, place: &dyn Fn() -> Place| {
        each(&FreeText { text, public: true, exact: false, place: &|_| place() });
    };
    for other in &hall.hours.exceptions {
        value(&other.note, &|| other.origin.key("说明"));
        for (key, text) in stated([("原因", &other.reason)]) {
            value(text, &|| other.origin.key(key));
        }
    }
    for fault in &hall.faults {
        let written = &fault.written;
        for (key, text) in [("设备", &written.device), ("替代办法", &written.instead)] {
            value(text, &|| fault.origin.key(key));
        }
        for (key, text) in stated([("原因", &written.reason), ("联系电话", &written.phone)]) {
            value(text, &|| fault.origin.key(key));
        }
    }
}

/// The texts that are written.
fn stated<'a, const N: usize>(
    texts: [(&'static str, &'a Option<String>); N],
) -> impl Iterator<Item = (&'static str, &'a String)> {
    texts.into_iter().filter_map(|(key, text)| Some((key, text.as_ref()?)))
}

fn changes(hall: &Hall, each: &mut dyn FnMut(&FreeText<'_>)) {
    let mut value = |text: &str, place: &dyn Fn() -> Place| {
        each(&FreeText { text, public: true, exact: false, place: &|_| place() });
    };
    for change in &hall.changes {
        let (written, origin) = (&change.written, &change.origin);
        let texts = [("原因", &written.reason), ("过渡说明", &written.transition_note), ("联系电话", &written.phone)];
        for (key, text) in stated(texts) {
            value(text, &|| origin.key(key));
        }
        for (key, text) in stated([("新址", &written.new_address)]) {
            value(text, &|| origin.key(key));
        }
        for (n, line) in written.transport.iter().enumerate() {
            value(line, &|| origin.key("交通").index(n));
        }
        let goes_to = written.goes_to.iter().flat_map(|to| stated([("地址", &to.address), ("不再办理", &to.ended)]));
        for (key, text) in goes_to {
            value(text, &|| origin.key("去向").key(key));
        }
        for (n, part) in written.windows.iter().enumerate() {
            let place = origin.key("窗口").index(n);
            for (key, text) in stated([("电话", &part.phone)]) {
                value(text, &|| place.key(key));
            }
            let goes_to = part.goes_to.iter().flat_map(|to| stated([("地址", &to.address), ("不再办理", &to.ended)]));
            for (key, text) in goes_to {
                value(text, &|| place.key("去向").key(key));
            }
        }
    }
    for amendment in &hall.amendments {
        for (key, text) in stated([("原因", &amendment.written.reason)]) {
            value(text, &|| amendment.origin.key(key));
        }
    }
}

fn notices(hall: &Hall, each: &mut dyn FnMut(&FreeText<'_>)) {
    for notice in &hall.notices {
        let public = notice.is_public();
        let title = &|_: Range<usize>| notice.origin.key("标题");
        each(&FreeText { text: &notice.written.title, public, exact: false, place: title });
        let start = notice.body_range.start;
        let body =
            &|words: Range<usize>| Place::bytes(notice.origin.file.clone(), start + words.start..start + words.end);
        each(&FreeText { text: &notice.body, public, exact: true, place: body });
    }
}

fn matters(hall: &Hall, each: &mut dyn FnMut(&FreeText<'_>)) {
    let mut value = |text: &str, place: &dyn Fn() -> Place| {
        each(&FreeText { text, public: true, exact: false, place: &|_| place() });
    };
    for matter in &hall.matters {
        let (written, origin) = (&matter.written, &matter.origin);
        for (n, faq) in written.faq.iter().enumerate() {
            value(&faq.question, &|| origin.key("常见问题").index(n).key("问"));
            value(&faq.answer, &|| origin.key("常见问题").index(n).key("答"));
        }
        for (n, text) in written.conditions.iter().enumerate() {
            value(text, &|| origin.key("受理条件").index(n));
        }
        for (n, material) in written.materials.iter().enumerate() {
            let texts = [("说明", &material.note), ("出具单位", &material.issuer), ("容缺条件", &material.later_terms)];
            for (key, text) in stated(texts) {
                value(text, &|| origin.key("材料").index(n).key(key));
            }
        }
        for (n, special) in written.special.iter().enumerate() {
            for (key, text) in stated([("说明", &special.note)]) {
                value(text, &|| origin.key("特别程序").index(n).key(key));
            }
        }
        let texts = [
            ("时限说明", &written.limit_note),
            ("到现场原因", &written.visit_reason),
            ("咨询电话", &written.phone),
            ("数量限制", &written.quota),
        ];
        for (key, text) in stated(texts) {
            value(text, &|| origin.key(key));
        }
    }
}
