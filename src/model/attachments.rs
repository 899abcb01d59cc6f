//! Attachments: files of `content/attachments/` that matters and notices offer to download, the logo, evacuation plans,
//! photos for badges.

use super::hall::Hall;
use super::matter::Matter;
use super::notice::Notice;
use super::staff::Person;
use crate::content::ResultKind;
use crate::diag::Place;
use pulldown_cmark::{Event, Parser, Tag};

/// The folder of the attachments. An attachment that no text names is not published.
pub const FOLDER: &str = "content/attachments/";
/// How a notice's text names one: `[申请表](attachments/表.docx)`.
pub const IN_TEXT: &str = "attachments/";

/// A file's name below [`FOLDER`], as some text names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// The name.
    pub name: String,
    /// The value that names it.
    pub place: Place,
}

/// What a matter names: blank and sample forms, samples of results. A matter without a result has no sample of one.
pub fn of_matter(matter: &Matter) -> Vec<Attachment> {
    let written = &matter.written;
    let mut found = Vec::new();
    let mut add = |name: &Option<String>, place: &dyn Fn() -> Place| {
        found.extend(name.as_ref().map(|name| Attachment { name: name.clone(), place: place() }));
    };
    for (n, material) in written.materials.iter().enumerate() {
        let place = matter.origin.key("材料").index(n);
        add(&material.blank_form, &|| place.clone().key("空白表格"));
        add(&material.sample_form, &|| place.clone().key("示例样表"));
    }
    for (n, result) in written.results.iter().enumerate().filter(|(_, r)| r.kind != ResultKind::None) {
        add(&result.sample, &|| matter.origin.key("结果").index(n).key("样本"));
    }
    found
}

/// A person's photo. It is for badges alone and never published.
pub fn of_person(person: &Person) -> Option<Attachment> {
    let name = person.written.photo.clone()?;
    Some(Attachment { name, place: person.origin.key("照片") })
}

/// What the hall itself names: its logo and the evacuation plans of its floors.
pub fn of_hall(hall: &Hall) -> Vec<Attachment> {
    let logo = hall.site.logo.iter().map(|name| (name, hall.site_origin.key("标识")));
    let floors = hall.floors.iter();
    let plans = floors.filter_map(|floor| Some((floor.evacuation_plan.as_ref()?, floor.origin.key("疏散图"))));
    let named = logo.chain(plans).filter(|(name, _)| !name.trim().is_empty());
    named.map(|(name, place)| Attachment { name: name.clone(), place }).collect()
}

/// What a notice's text links or shows.
pub fn of_notice(notice: &Notice) -> Vec<Attachment> {
    let named = Parser::new(&notice.body).into_offset_iter().filter_map(|(event, range)| {
        let (Event::Start(Tag::Link { dest_url, .. }) | Event::Start(Tag::Image { dest_url, .. })) = event else {
            return None;
        };
        let name = dest_url.strip_prefix(IN_TEXT)?.to_owned();
        let start = notice.body_range.start + range.start;
        // The address alone, where it occurs as written.
        let place = notice.body[range.clone()]
            .find(dest_url.as_ref())
            .map_or(start..start + range.len(), |at| start + at..start + at + dest_url.len());
        Some(Attachment { name, place: Place::bytes(notice.origin.file.clone(), place) })
    });
    named.collect()
}
