//! What a record does in one sentence, without a full stop: for lists, the home page and short messages.

use super::adjusted;
use super::subject::{Aspects, ChangeNotice, placed};
use crate::content::ChangeKind;
use crate::model::window::Facts;
use crate::plan::words::days;
use crate::plan::words::punctuation::fullwidth_punctuation;

/// The sentence of a record.
pub(super) fn brief(subject: &ChangeNotice<'_>) -> String {
    let wording = &subject.hall.wording;
    let (windows, venue) = (subject.windows_in_hall(), subject.venue_name());
    let from = subject.change.effective();
    let days = days::short(subject.hall, &subject.change.span);
    match subject.change.kind {
        ChangeKind::New => wording.new.brief(&days, &subject.placed(), &subject.serves()),
        ChangeKind::Temporary => wording.temporary.brief(&days, &subject.placed(), &subject.serves()),
        ChangeKind::Withdraw => wording.withdraw.brief(&windows, &days),
        ChangeKind::Suspend => match subject.resumed() {
            Some(at) => wording.suspend.brief_early(&windows, &days, &days::short_moment(&subject.hall.calendar, at)),
            None => wording.suspend.brief(&windows, &days),
        },
        ChangeKind::Resume => wording.resume.brief(&windows, &days),
        ChangeKind::MoveVenue => match subject.new_place() {
            Some(to) => {
                let (opens, address) =
                    (days::short_day(&subject.hall.calendar, to.opens), fullwidth_punctuation(&to.address));
                match to.opens == from {
                    true => wording.move_venue.brief_to(&venue, &days, &address),
                    false => wording.move_venue.brief_later(&venue, &days, &opens, &address),
                }
            }
            None => wording.move_venue.brief(&venue, &days),
        },
        ChangeKind::CloseVenue => wording.close_venue.brief(&venue, &days),
        ChangeKind::Adjust => {
            let (aspects, words) = (subject.aspects(), &wording.adjust);
            let after = subject.change.windows.iter().filter_map(|w| w.after.as_ref());
            if !aspects.place && !aspects.number {
                let changed = adjusted::brief(subject, &days);
                return changed.unwrap_or_else(|| words.brief(&windows, &days, &aspects.noun(words)));
            }
            let moved = match swaps_numbers(subject) {
                true => each_moved(subject, &days),
                false => words.brief_moved(&windows, &days, &placed(subject.hall, after)),
            };
            let also = adjusted::same_for_all(subject).map(|also| format!("，{also}"));
            format!("{moved}{}", also.unwrap_or_default())
        }
    }
}

/// What each window is before and after, where it is there both times.
fn pairs<'h>(subject: &ChangeNotice<'h>) -> impl Iterator<Item = (&'h Facts, &'h Facts)> {
    subject.change.windows.iter().filter_map(|part| Some((part.before.as_ref()?, part.after.as_ref()?)))
}

/// Whether a window takes the number another one had: `L10、L11窗口调整为L10、L11窗口` would say nothing.
fn swaps_numbers(subject: &ChangeNotice<'_>) -> bool {
    let mut renamed = pairs(subject).filter(|(before, after)| before.number != after.number);
    renamed.any(|(_, after)| pairs(subject).any(|(before, _)| before.number == after.number))
}

/// What becomes of each window that moves: `L10窗口……调整为……L11窗口，L11窗口……调整为……L10窗口`.
fn each_moved(subject: &ChangeNotice<'_>, days: &str) -> String {
    let wording = &subject.hall.wording;
    let moved = pairs(subject).filter(|(before, after)| {
        let aspects = Aspects::between(before, after);
        aspects.place || aspects.number
    });
    let said = moved.map(|(before, after)| {
        let to = placed(subject.hall, std::iter::once(after));
        wording.adjust.brief_moved(&wording.notice.windows(&before.number), days, &to)
    });
    said.collect::<Vec<_>>().join("，")
}
