//! Every free text that citizens read, with the value it stands in.

use crate::diag::Place;
use crate::model::Hall;
use std::ops::Range;

/// A text that goes public.
pub(super) struct PublicText<'h> {
    /// The text.
    pub text: &'h str,
    place: Place,
    /// Where it begins in its file, for a text that is no YAML value but a notice's body.
    start: Option<usize>,
}

impl PublicText<'_> {
    /// The place of a part of the text; for a YAML value the value as a whole.
    pub(super) fn part(&self, part: Range<usize>) -> Place {
        match self.start {
            Some(start) => Place::bytes(self.place.file.clone(), start + part.start..start + part.end),
            None => self.place.clone(),
        }
    }
}

struct Texts<'h>(Vec<PublicText<'h>>);

impl<'h> Texts<'h> {
    fn add(&mut self, text: &'h str, place: Place) {
        self.0.push(PublicText { text, place, start: None });
    }

    fn maybe(&mut self, text: &'h Option<String>, place: &Place, key: &'static str) {
        if let Some(text) = text {
            self.add(text, place.key(key));
        }
    }

    fn list(&mut self, texts: &'h [String], place: &Place, key: &'static str) {
        for (n, text) in texts.iter().enumerate() {
            self.add(text, place.key(key).index(n));
        }
    }
}

/// The public texts of a hall, in the order of its lists.
pub(super) fn public_texts(hall: &Hall) -> Vec<PublicText<'_>> {
    let mut texts = Texts(Vec::new());
    site(hall, &mut texts);
    for notice in hall.notices.iter().filter(|notice| notice.is_public()) {
        texts.add(&notice.written.title, notice.origin.key("标题"));
        let start = Some(notice.body_range.start);
        texts.0.push(PublicText { text: &notice.body, place: notice.origin.clone(), start });
    }
    for matter in &hall.matters {
        let (written, at) = (&matter.written, &matter.origin);
        for (n, faq) in written.faq.iter().enumerate() {
            texts.add(&faq.question, at.key("常见问题").index(n).key("问"));
            texts.add(&faq.answer, at.key("常见问题").index(n).key("答"));
        }
        texts.list(&written.conditions, at, "受理条件");
        for (n, material) in written.materials.iter().enumerate() {
            texts.maybe(&material.note, &at.key("材料").index(n), "说明");
            texts.maybe(&material.later_terms, &at.key("材料").index(n), "容缺条件");
        }
        for (n, special) in written.special.iter().enumerate() {
            texts.maybe(&special.note, &at.key("特别程序").index(n), "说明");
        }
        texts.maybe(&written.limit_note, at, "时限说明");
        texts.maybe(&written.visit_reason, at, "到现场原因");
        texts.maybe(&written.phone, at, "咨询电话");
        texts.maybe(&written.quota, at, "数量限制");
    }
    changes(hall, &mut texts);
    for window in &hall.windows {
        // A value that a record set is read there.
        for version in window.versions.iter().filter(|version| version.cause.is_none()).take(1) {
            texts.maybe(&version.facts.phone, &window.origin, "电话");
            texts.add(&version.facts.business, window.origin.key("业务"));
        }
    }
    texts.0
}

fn site<'h>(hall: &'h Hall, texts: &mut Texts<'h>) {
    let (site, at) = (&hall.site, &hall.site_origin);
    texts.list(&site.transport, at, "交通");
    texts.list(&site.complaint_channels, at, "投诉渠道");
    texts.list(&site.evaluation_channels, at, "评价渠道");
    texts.maybe(&site.data_note, at, "数据说明");
    for unit in &hall.units {
        texts.maybe(&unit.written.phone, &unit.origin, "电话");
        texts.maybe(&unit.written.duties, &unit.origin, "职责");
    }
    for office in &hall.offices {
        texts.list(&office.written.duties, &office.origin, "职责");
    }
    for venue in &hall.venues {
        texts.maybe(&venue.written.phone, &venue.origin, "电话");
        texts.maybe(&venue.written.address, &venue.origin, "地址");
        texts.maybe(&venue.written.about, &venue.origin, "简介");
    }
}

fn changes<'h>(hall: &'h Hall, texts: &mut Texts<'h>) {
    for amendment in &hall.amendments {
        texts.maybe(&amendment.written.reason, &amendment.origin, "原因");
    }
    for change in &hall.changes {
        let (written, at) = (&change.written, &change.origin);
        texts.maybe(&written.reason, at, "原因");
        texts.maybe(&written.phone, at, "联系电话");
        texts.maybe(&written.transition_note, at, "过渡说明");
        for (n, part) in written.windows.iter().enumerate() {
            let at = at.key("窗口").index(n);
            texts.maybe(&part.business, &at, "业务");
            texts.maybe(&part.phone, &at, "电话");
            if let Some(goes_to) = &part.goes_to {
                texts.maybe(&goes_to.address, &at.key("去向"), "地址");
                texts.maybe(&goes_to.ended, &at.key("去向"), "不再办理");
            }
        }
    }
}
