//! 简版指南: a matter on half a sheet.

use super::Site;
use super::frame::Section;
use super::views::{BriefPage, BriefStand, Link, MatterPage, WindowRow};
use crate::model::MatterId;
use crate::plan::url;
use crate::text::qr::fits_qr;

impl Site<'_> {
    /// The brief page of a matter, from its full one: nothing is said twice in two ways.
    pub(super) fn brief(&self, id: MatterId, full: &MatterPage) -> BriefPage {
        let path = url::matter_brief(self.hall.matter(id).id());
        let link = Link { label: full.name.clone(), href: full.frame.path.clone() };
        let mut frame = self.frame(&path, Section::Themes, "简版指南", vec![link.clone()]);
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
            stands: stands(&full.windows),
            also_at: full.also_at.clone(),
            summary: full.summary.clone(),
            materials: full.materials.clone(),
            phone: full.phone.clone(),
            code: full.code.clone(),
        }
    }

    /// The address of the page at `path` for its QR code, where the site's address is known and fits one.
    pub(super) fn code_of(&self, path: &str) -> Option<String> {
        self.address(path).filter(|address| fits_qr(address))
    }
}

/// Windows of one place, hours and state beside each other.
fn stands(rows: &[WindowRow]) -> Vec<BriefStand> {
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
