//! A window is shown the same on its page, its screen, its boards and in its announcements, at every moment around
//! every change, also where the website and the manifests were built up to seven days earlier.

mod markup;
mod random;
mod reading;

use hallpress::model::time::{add_days, midnight};
use hallpress::model::{Hall, When, WindowId};
use hallpress::plan::url;
use hallpress::project::Project;
use jiff::civil::{Date, DateTime};
use reading::{Built, Maker, Reading};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

#[test]
fn every_carrier_says_the_same_at_every_moment() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    says_the_same(root, &[0, 1, 4, 7], 500);
    // A hall that moves as a whole; an early resumption and a station that closes.
    says_the_same(&root.join("tests/sites/xiangfu"), &[0, 6], 150);
    says_the_same(&root.join("tests/sites/xincheng"), &[0, 6], 50);
}

fn says_the_same(root: &Path, earlier: &[i64], least: usize) {
    let project = Project::open(root);
    let maker = Maker::new(&project);
    let hall = hall(&project);
    let mut moments: BTreeSet<DateTime> = BTreeSet::new();
    let mut windows: BTreeSet<WindowId> = BTreeSet::new();
    for change in &hall.changes {
        let end = (!change.span.is_open_end()).then_some(change.span.to);
        let opens = change.venue.as_ref().and_then(|venue| venue.to.as_ref()).map(|to| midnight(to.opens));
        for boundary in [Some(change.span.from), end, opens].into_iter().flatten() {
            let minutes = [-1, 0, 9 * 60, 12 * 60 + 30, 18 * 60];
            moments.extend(minutes.map(|m| boundary.saturating_add(jiff::Span::new().minutes(m))));
        }
        for part in &change.windows {
            windows.insert(part.window);
            windows.extend(&part.goes_to.windows);
        }
    }
    let mut cache: BTreeMap<Date, Built<'_>> = BTreeMap::new();
    let mut wrong = Vec::new();
    let mut read = 0;
    for moment in moments {
        for earlier in earlier {
            let from = add_days(moment.date(), -*earlier);
            let built = cache.entry(from).or_insert_with(|| maker.built(from));
            // A window that is announced only later is nowhere yet.
            let public = windows.iter().filter_map(|window| {
                let id = &hall.window(*window).id;
                Some(built.hall.window_ids().find(|(_, public)| public.id == *id)?.0)
            });
            for window in public {
                Reading { built, window, moment, wrong: &mut wrong, from }.all();
                read += 1;
            }
        }
    }
    assert!(read > least, "{read}");
    assert!(wrong.is_empty(), "{} contradictions:\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
}

/// The whole hall, whatever of it is public.
fn hall(project: &Project) -> Arc<Hall> {
    let when = When { moment: Date::constant(2026, 10, 12).at(8, 0, 0, 0), horizon_days: 14 };
    let checked = project.check(when, false);
    checked.hall.unwrap_or_else(|| panic!("{:#?}", checked.report))
}

#[test]
fn announcements_say_what_the_windows_are_then() {
    let project = Project::open(Path::new(env!("CARGO_MANIFEST_DIR")));
    let maker = Maker::new(&project);
    let hall = hall(&project);
    assert!(!hall.changes.is_empty());
    let mut cache: BTreeMap<Date, Built<'_>> = BTreeMap::new();
    for change in &hall.changes {
        // On the day a change takes effect its announcement is public.
        let built = cache.entry(change.effective()).or_insert_with_key(|day| maker.built(*day));
        let page = built.page(&url::announcement(&change.id)).unwrap_or_else(|| panic!("no page of {}", change.id));
        let announcement = page.of_class(None, "letter-page");
        assert_eq!(announcement.len(), 1, "{}", change.id);
        let view = announcement[0].text(None);
        for part in &change.windows {
            let eve = change.span.from.saturating_sub(jiff::Span::new().minutes(1));
            let window = hall.window(part.window);
            let said = |number: &str| assert!(view.contains(number), "{}: does not name {number}", change.id);
            window.at(eve).iter().for_each(|v| said(&v.facts.number));
            window.at(change.span.from).iter().for_each(|v| said(&v.facts.number));
            for instead in &part.goes_to.windows {
                hall.window(*instead).at(change.span.from).iter().for_each(|v| said(&v.facts.number));
            }
        }
        assert!(view.contains(&hallpress::text::date::long_weekday(change.effective())), "{}: no date", change.id);
    }
}
