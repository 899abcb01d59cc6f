//! The hall as the public may know it: what is not published yet is not in it, so that nothing made of it can say it.

use super::known::{first_public, leave_out};
use super::withheld::Withheld;
use crate::content::{Content, Shipped};
use crate::model::hall::Hall;
use jiff::civil::DateTime;

/// The hall with all that is public at `moment` and nothing else; `None` where that is all of `hall`, which is resolved
/// of what is not `withheld`.
pub fn public(
    hall: &Hall,
    content: &Content,
    shipped: &Shipped,
    withheld: &Withheld,
    moment: DateTime,
) -> Option<Hall> {
    let mut without = withheld.clone();
    for (id, _) in hall.change_ids().filter(|(id, _)| first_public(hall, *id) > moment) {
        leave_out(hall, content, id, &mut without);
    }
    let amendments = hall.amendments.iter().filter(|amendment| amendment.public_from() > moment);
    let notices = hall.notices.iter().filter(|notice| notice.published() > moment);
    let faults = hall.faults.iter().filter(|fault| fault.public_from() > moment);
    let coming = amendments.map(|amendment| &amendment.origin).chain(notices.map(|notice| &notice.origin));
    for origin in coming.chain(faults.map(|fault| &fault.origin)) {
        without.follow(origin);
    }
    let days = hall.profile.holiday_notice();
    let other_hours_come = hall.hours.exceptions.iter().any(|exception| exception.public_from(days) > moment);
    let mut public = match without == *withheld {
        true if !other_hours_come => return None,
        true => hall.clone(),
        false => super::resolve(content, shipped, &without, &mut Vec::new())?,
    };
    public.for_each_known(&mut |hall| {
        hall.grounds.premises.hours.exceptions.retain(|exception| exception.public_from(days) <= moment);
    });
    Some(public)
}
