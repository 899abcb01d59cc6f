//! What the makers of the most numerous pages see: the grounds and a few records. The names of styles, scripts and search
//! data in the head of every page are part of the grounds, so that whatever the search finds concerns every page.

use super::rows;
use super::site::Site;
use crate::model::{MatterId, UnitId, WindowId};
use crate::plan::input::InputDigest;

/// The guides of a matter show its own record, its changes, and the notices about it and its windows.
pub(super) fn of_matter(cx: &Site, id: MatterId) -> InputDigest {
    let notices = rows::records_about(cx, cx.hall.windows_of(id), Some(id)).map(|notice| &*notice.origin.file);
    cx.inputs.of_records(files_of_matter(cx, id).chain(notices))
}

/// The page of a window shows the matters it serves at some time, and the notices about it.
pub(super) fn of_window(cx: &Site, id: WindowId) -> InputDigest {
    let versions = &cx.hall.window(id).versions;
    let matters = versions.iter().flat_map(|version| &version.facts.matters);
    let matters = matters.flat_map(|matter| files_of_matter(cx, *matter));
    let window = [id];
    let notices = rows::records_about(cx, &window, None).map(|notice| &*notice.origin.file);
    cx.inputs.of_records(matters.chain(notices))
}

/// The page of a unit and its feed show its matters and the notices.
pub(super) fn of_unit(cx: &Site, id: UnitId) -> InputDigest {
    let matters = cx.hall.matter_ids().filter(|(_, matter)| matter.unit == id);
    let matters = matters.flat_map(|(id, _)| files_of_matter(cx, id));
    let notices = cx.hall.notices.iter().map(|notice| &*notice.origin.file);
    cx.inputs.of_records(matters.chain(notices))
}

/// The files of a matter and its changes.
fn files_of_matter(cx: &Site, id: MatterId) -> impl Iterator<Item = &str> {
    let changes = cx.hall.changes_of(id).map(|change| &*change.origin.file);
    std::iter::once(&*cx.hall.matter(id).origin.file).chain(changes)
}
