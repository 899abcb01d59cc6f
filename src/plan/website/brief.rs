//! 简版指南: a matter on half a sheet.

use super::frame::{self, Frame, SiteSection};
use super::matter::{COLLECTION, GoneView, MatterPage};
use super::matter_parts::{MaterialGroup, Summary};
use super::parts::{Interval, Link, NoticeItem, WindowRow};
use super::site::Site;
use crate::model::MatterId;
use crate::plan::url;
use crate::plan::view::View;
use serde::Serialize;

/// `brief.html`: where, what to bring, how long, how much; everything else is in the full guide.
#[derive(Clone, Debug, Serialize)]
pub struct BriefPage {
    /// The frame; its canonical address is the full guide's.
    pub frame: Frame,
    /// The matter's full name.
    pub name: String,
    /// Whether its data is illustrative.
    pub illustrative: bool,
    /// The full guide.
    pub full: Link,
    /// Notices that concern it.
    pub notices: Vec<NoticeItem>,
    /// Where it is done.
    pub stands: Vec<BriefStand>,
    /// Where it is done when no window takes it on any more, with the days.
    pub gone: Vec<GoneView>,
    /// Where else, outside the hall.
    pub also_at: Vec<Link>,
    /// How long, how much, how often.
    pub summary: Summary,
    /// What to bring.
    pub materials: Vec<MaterialGroup>,
    /// How the result is collected, in words.
    pub collection: Option<String>,
    /// The phone for questions.
    pub phone: String,
    /// The address of the full guide, for its QR code.
    pub code: Option<String>,
}

impl View for BriefPage {}

/// Windows that are in one place and open at the same hours.
#[derive(Clone, Debug, Serialize)]
pub struct BriefStand {
    /// When.
    #[serde(flatten)]
    pub when: Interval,
    /// Their numbers and pages.
    pub plates: Vec<Link>,
    /// The floor.
    pub floor: Link,
    /// The sub-hall.
    pub venue: String,
    /// Opening hours in words.
    pub hours: String,
    /// Opening data for the script.
    pub now: String,
    /// Whether they are suspended.
    pub suspended: bool,
    /// Where people go while they are.
    pub note: Option<String>,
}

/// The brief page of a matter, made from its full one, so that the two cannot differ.
pub(super) fn brief(cx: &Site, id: MatterId, full: &MatterPage) -> BriefPage {
    let path = url::matter_brief(cx.hall.matter(id).id());
    let link = Link { label: full.name.clone(), href: full.frame.path.clone() };
    let mut frame = frame::frame(cx, &path, SiteSection::Themes, "简版指南", vec![link.clone()]);
    frame.title = format!("{}（简版指南）", full.name);
    frame.description = full.frame.description.clone();
    frame.keywords = full.frame.keywords.clone();
    // Search engines list the full guide.
    frame.canonical = full.frame.canonical.clone();
    BriefPage {
        frame,
        name: full.name.clone(),
        illustrative: full.illustrative,
        full: link,
        notices: full.notices.clone(),
        stands: brief_stands(&full.windows),
        gone: full.gone.clone(),
        also_at: full.also_at.clone(),
        summary: full.summary.clone(),
        materials: full.materials.clone(),
        collection: full.handling.iter().find(|part| part.name == COLLECTION).map(|part| part.value.clone()),
        phone: full.phone.clone(),
        code: full.code.clone(),
    }
}

/// Windows of one place, hours and state beside each other.
fn brief_stands(rows: &[WindowRow]) -> Vec<BriefStand> {
    let mut stands: Vec<BriefStand> = Vec::new();
    for row in rows {
        let plate = Link { label: row.number.clone(), href: row.href.clone() };
        let same = stands.iter_mut().find(|s| {
            s.when == row.when
                && s.floor.label == row.floor
                && s.venue == row.venue
                && s.now == row.now
                && s.suspended == row.suspended
                && s.note == row.note
        });
        match same {
            Some(stand) => stand.plates.push(plate),
            None => stands.push(BriefStand {
                when: row.when.clone(),
                plates: vec![plate],
                floor: Link { label: row.floor.clone(), href: row.floor_href.clone() },
                venue: row.venue.clone(),
                hours: row.hours.clone(),
                now: row.now.clone(),
                suspended: row.suspended,
                note: row.note.clone(),
            }),
        }
    }
    stands
}
