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

/// Shows `each` every text: notices, matters, venues, the site's registers, reasons of changes.
pub(super) fn visit(hall: &Hall, each: &mut dyn FnMut(&FreeText<'_>)) {
    notices(hall, each);
    matters(hall, each);
    let mut value = |text: &str, public: bool, place: &dyn Fn() -> Place| {
        each(&FreeText { text, public, exact: false, place: &|_| place() });
    };
    for venue in &hall.venues {
        if let Some(about) = &venue.written.about {
            value(about, true, &|| venue.origin.key("简介"));
        }
    }
    let (site, origin) = (&hall.site, &hall.site_origin);
    for (n, phone) in site.phones.iter().enumerate() {
        let public = phone.public.is_none_or(|yes| yes.0);
        value(&phone.name, public, &|| origin.key("电话簿").index(n).key("名称"));
    }
    for (n, channel) in site.complaint_channels.iter().enumerate() {
        value(channel, true, &|| origin.key("投诉渠道").index(n));
    }
    for change in &hall.changes {
        let written = &change.written;
        let texts = [("原因", &written.reason), ("过渡说明", &written.transition_note)];
        for (key, text) in texts.into_iter().filter_map(|(key, text)| Some((key, text.as_ref()?))) {
            value(text, true, &|| change.origin.key(key));
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
            let texts = [("说明", &material.note), ("出具单位", &material.issuer)];
            for (key, text) in texts.into_iter().filter_map(|(key, text)| Some((key, text.as_ref()?))) {
                value(text, &|| origin.key("材料").index(n).key(key));
            }
        }
    }
}
