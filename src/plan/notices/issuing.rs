//! What a build issues: the words of everything that is public by its moment, kept so that they never change.

use super::amendment::amendment_notice;
use super::announcement::Announcement;
use super::change::first_announcement;
use super::circulars::{About, Circular, circulars, facts};
use crate::model::issued::{IssuedTexts, IssuedVersion};
use crate::model::{BuildDay, Hall};

/// What was issued before, and what is issued by the build of a hall as the public knows it.
pub fn issued(public: &Hall, when: BuildDay) -> IssuedTexts {
    let mut all = (*public.issued.before).clone();
    all.moment = public.issued.now.max(all.moment);
    let mut add = |id: &str, issued, told: &dyn Fn() -> Announcement| {
        all.texts.entry(id.to_owned()).or_insert_with(|| {
            vec![IssuedVersion { issued, facts: String::new(), until: None, text: told().words(), whole: None }]
        });
    };
    for (id, change) in public.change_ids().filter(|(_, change)| when.has_come(change.public_from())) {
        add(&change.id, change.public_from(), &|| first_announcement(public, id));
    }
    for (id, amendment) in public.amendment_ids().filter(|(_, amendment)| when.has_come(amendment.public_from())) {
        add(&amendment.id, amendment.public_from(), &|| amendment_notice(public, id));
    }
    let texts: Vec<Circular> = circulars(public, when).into_iter().filter(|c| when.has_come(c.public)).collect();
    for circular in &texts {
        let id = circular.about.notice_id();
        let versions = all.texts.entry(id.to_owned()).or_default();
        let text = circular.notice(public).words();
        if versions.iter().any(|version| version.text == text) || is_restored(circular) {
            continue;
        }
        let as_it_is = Circular { words: None, ..circular.clone() };
        let whole = (circular.id != id).then(|| as_it_is.notice(public).words());
        let (issued, facts, until) = (circular.public, facts(public, circular), circular.until);
        versions.push(IssuedVersion { issued, facts, until, text, whole });
    }
    all.texts.retain(|_, versions| !versions.is_empty());
    all
}

/// What works again says so itself; its first words stay on record.
fn is_restored(circular: &Circular) -> bool {
    matches!(&circular.about, About::Fault(fault) if fault.written.restored.is_some())
}
