//! Where a text that is drawn was written.

use crate::content::change::RawWindowChange;
use crate::diag::Place;
use crate::model::window::Facts;
use crate::model::{Grounds, WindowId};

/// Where the business in `facts` of a window is written: the last change record that sets it, else the window.
pub(in crate::plan) fn business_place(hall: &Grounds, window: WindowId, facts: &Facts) -> Place {
    let own = hall.window(window);
    let by_record = hall.changes.iter().rev().filter(|change| !change.revoked).find_map(|change| {
        let part = |part: &RawWindowChange| part.window == own.id && part.business.as_ref() == Some(&facts.business);
        let n = change.parts.iter().position(part)?;
        Some(change.origin.key("窗口").index(n).key("业务"))
    });
    by_record.unwrap_or_else(|| own.origin.key("业务"))
}
