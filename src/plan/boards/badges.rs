//! Badges of the people at the windows (工作牌, NA5.4, X3.7b): photo, name, unit, post. Personal data: they go into the
//! print tree alone.

use crate::diag::{Diagnostic, LocalizedText};
use crate::model::attachments::FOLDER;
use crate::model::staff::Person;
use crate::model::time::midnight;
use crate::model::{Grounds, Hall, UnitId, VenueId};
use crate::plan::layout::fit_rule::stops;
use crate::plan::layout::setter::{Setter, TextStyle, block, line};
use crate::plan::layout::text_line::TextLine;
use crate::plan::layout::theme::{DesignTokens, THEME};
use crate::plan::output::{Form, Output, Rank, Tree};
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::source::Sources;
use crate::text::base64::base64;
use crate::text::{Area, Fonts, Weight};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The badges of one unit, one a page, `layouts/boards/badge.svg`.
#[derive(Clone, Debug, Serialize)]
pub struct Badges {
    /// The badges.
    pub pages: Vec<Badge>,
}

impl View for Badges {}

/// Who someone is. Personal data: in the print tree alone.
#[derive(Clone, Debug, Serialize)]
pub struct Badge {
    /// Colours.
    pub theme: DesignTokens,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Height of the head.
    pub head: f64,
    /// The hall's name, in the head.
    pub hall: Vec<TextLine>,
    /// Left edge, top, width and height of the photo.
    pub frame: (f64, f64, f64, f64),
    /// The photo, a PNG as `data:` address; the frame stays empty without one.
    pub photo: Option<String>,
    /// `照片`, in an empty frame.
    pub empty: TextLine,
    /// The name.
    pub name: TextLine,
    /// The post.
    pub role: Vec<TextLine>,
    /// The unit.
    pub unit: Vec<TextLine>,
    /// Top of the foot.
    pub foot: f64,
    /// The staff number, in the foot.
    pub number: TextLine,
}

/// The size of a bank card, upright (ISO/IEC 7810 ID-1, 85.6 × 54 mm).
const SIZE: (f64, f64) = (54.0, 85.6);
const HEAD: f64 = 13.0;
const FOOT: f64 = 77.6;
const MARGIN: f64 = 4.0;
/// The photo: left edge, top, width, height; five to seven, as photos for documents are.
const FRAME: (f64, f64, f64, f64) = (15.5, 16.0, 23.0, 32.2);

/// A PDF for each unit, one page a person. Whoever has no name has no badge.
pub(in crate::plan) fn outputs(hall: &Hall, sources: &Sources, fonts: &Fonts) -> (Vec<Output>, Vec<Diagnostic>) {
    let (mut outputs, mut findings) = (Vec::new(), Vec::new());
    let mut people: BTreeMap<UnitId, Vec<(&Person, &str)>> = BTreeMap::new();
    for person in &hall.staff {
        let name = person.written.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
        people.entry(person.unit).or_default().extend(name.map(|name| (person, name)));
    }
    for (unit, people) in people {
        let mut pages = Vec::new();
        for (person, name) in people {
            let (badge, mut found) = badge(hall, sources, person, name, fonts);
            if !stops(&mut found, &what(person)) {
                pages.push(badge);
            }
            findings.extend(found);
        }
        if pages.is_empty() {
            continue;
        }
        let record = hall.unit(unit);
        outputs.push(Output {
            tree: Tree::Print,
            path: url::badges(record.id()),
            rank: Rank::Media,
            form: Form::Print {
                template: "boards/badge.svg",
                width_mm: SIZE.0,
                height_mm: SIZE.1,
                title: format!("{}工作牌", record.name()),
                dated: midnight(Date::constant(2021, 3, 18)),
            },
            view: Arc::new(Badges { pages }),
            origin: record.origin.clone(),
            listed: None,
        });
    }
    (outputs, findings)
}

fn what(person: &Person) -> LocalizedText {
    let number = &person.written.id;
    LocalizedText::new(format!("工号{number}的工作牌"), format!("badge of \"{number}\""))
}

fn badge(hall: &Grounds, sources: &Sources, person: &Person, name: &str, fonts: &Fonts) -> (Badge, Vec<Diagnostic>) {
    let written = &person.written;
    let mut set = Setter::new(fonts, "工作牌", &written.id, None);
    set.what = what(person);
    let (width, middle) = (SIZE.0 - 2.0 * MARGIN, SIZE.0 / 2.0);
    let room = |height: f64| Area { width, height };
    // Who works at a centre wears the centre's name.
    let window = person.windows.first().map(|id| hall.window(*id));
    let venue = window.and_then(|window| Some(&window.versions.first()?.facts));
    let title = fullwidth_punctuation(venue.map_or(&hall.site.name, |facts| top(hall, facts.venue)));
    let two = TextStyle { weight: Weight::Bold, ..TextStyle::body(4.0, 3.0, 2) };
    let title = set.fit(&title, room(HEAD - 2.0), two, &hall.site_origin.key("名称"));
    let called = set.fit(name, room(8.0), TextStyle::title(6.6, 4.4), &person.origin.key("姓名"));
    let role = post(person);
    let role =
        (!role.is_empty()).then(|| set.fit(&role, room(5.0), TextStyle::title(3.9, 2.8), &person.origin.key("岗位")));
    let unit = fullwidth_punctuation(hall.unit(person.unit).name());
    // A line of its own if it can: two lines part words.
    let one = TextStyle::body(3.5, 2.9, 1);
    let style = if set.try_fit(&unit, room(8.4), one).is_ok() { one } else { one.lines(2) };
    let unit = set.fit(&unit, room(8.4), style, &person.origin.key("单位"));
    let number = format!("工号 {}", written.id);
    let number_fit = set.fit(&number, room(6.0), TextStyle::body(3.6, 2.4, 1), &person.origin.key("工号"));
    let title_top = (HEAD - title.height()) / 2.0;
    let photo = written.photo.as_ref().filter(|name| name.to_ascii_lowercase().ends_with(".png"));
    let photo = photo.and_then(|name| sources.bytes(&format!("{FOLDER}{name}")));
    let view = Badge {
        theme: THEME,
        width: SIZE.0,
        height: SIZE.1,
        head: HEAD,
        hall: block(&title, middle, title_top, "middle"),
        frame: FRAME,
        photo: photo.map(|bytes| format!("data:image/png;base64,{}", base64(bytes))),
        empty: line(middle, FRAME.1 + FRAME.3 / 2.0 + 1.3, 3.6, "middle", "照片"),
        name: line(middle, 56.4, called.size, "middle", name),
        role: role.map(|found| block(&found, middle, 59.2, "middle")).unwrap_or_default(),
        unit: block(&unit, middle, 66.0 + (8.4 - unit.height()) / 2.0, "middle"),
        foot: FOOT,
        number: line(middle, 83.0, number_fit.size, "middle", &number),
    };
    (view, set.findings)
}

/// The post, what kind of staff it is, and which of the two of a post: `综合受理 · 前窗咨询受理（A岗）`.
fn post(person: &Person) -> String {
    let written = &person.written;
    let role = written.role.as_deref().map(fullwidth_punctuation);
    let kind = written.kind.map(|kind| kind.word().to_owned()).filter(|kind| role.as_ref() != Some(kind));
    let parts: Vec<String> = role.into_iter().chain(kind).collect();
    let of_two = written.post.map(|post| format!("（{}岗）", post.word())).unwrap_or_default();
    format!("{}{of_two}", parts.join(" · "))
}

/// The name of a venue, or of the one it is a part of.
fn top(hall: &Grounds, venue: VenueId) -> &str {
    let venue = hall.venue(venue);
    venue.parent.map_or(venue, |parent| hall.venue(parent)).name()
}

#[cfg(test)]
mod tests {
    use super::{Badges, outputs};
    use crate::content::staff::RawStaff;
    use crate::diag::Diagnostic;
    use crate::plan::output::Tree;
    use crate::plan::sample;
    use crate::source::Sources;
    use crate::text::Fonts;

    #[test]
    fn everyone_with_a_name_has_a_badge_and_only_in_print() {
        let mut content = sample::content();
        let people = "
人员:
  - {工号: S1, 姓名: 甲某, 单位: rsj, 岗位: 受理, 岗: A, 窗口: [w-d01]}
  - {工号: S3, 单位: rsj, 窗口: [w-d03]}
";
        content.staff = Some(sample::doc::<RawStaff>("content/staff.yaml", people));
        let mut out: Vec<Diagnostic> = Vec::new();
        let sources = Sources::from_entries(std::iter::empty(), &mut out);
        let (outputs, findings) = outputs(&sample::resolved(&content), &sources, Fonts::embedded());
        assert_eq!(findings, []);
        let paths: Vec<_> = outputs.iter().map(|output| (output.tree, output.path.as_str())).collect();
        assert_eq!(paths, [(Tree::Print, "badges/rsj.pdf")]);
        let badges = outputs[0].view.as_kind::<Badges>().expect("badges");
        let told: Vec<_> = badges.pages.iter().map(|b| (b.name.text.as_str(), b.role[0].text.as_str())).collect();
        assert_eq!(told, [("甲某", "受理（A岗）")]);
    }
}
