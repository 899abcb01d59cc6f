//! Pages in other languages: a tree beside the Chinese one, `en/index.html`, with the same addresses behind the code.
//!
//! They are made from the same hall at the same moment, so no fact differs; what nobody translated is in Chinese,
//! marked so. Matters, units, windows, floors and the hall have pages; notices stay in Chinese.

mod frame;
mod lists;
mod matter;
pub(super) mod names;
mod rows;
mod translator;
pub(super) mod twins;

#[cfg(test)]
mod tests;

use super::page::page;
use crate::model::UnitId;
use crate::plan::bundle::Bundle;
use crate::plan::url;
use crate::plan::website::site::Site;
use std::sync::Arc;
use translator::Translator;

/// The pages of all languages.
pub(super) fn bundles(cx: &Arc<Site>) -> Vec<Bundle> {
    let count = cx.hall.languages.len();
    (0..count).flat_map(|n| bundles_of(cx, n)).collect()
}

fn bundles_of(cx: &Arc<Site>, n: usize) -> Vec<Bundle> {
    let (hall, language) = (&cx.hall, &cx.hall.languages[n]);
    let at = |path: &str| url::in_language(&language.code, path);
    let origin = &language.origin;
    let mut bundles = vec![
        page(cx, &at(url::HOME), "languages/home.html", origin, move |cx| voice(cx, n).home()),
        page(cx, &at(url::A_TO_Z), "languages/services.html", origin, move |cx| voice(cx, n).services()),
        page(cx, &at(url::UNITS), "languages/units.html", origin, move |cx| voice(cx, n).units()),
        page(cx, &at(url::WINDOWS), "languages/windows.html", origin, move |cx| voice(cx, n).windows()),
        page(cx, &at(url::VENUES), "languages/floors.html", origin, move |cx| voice(cx, n).floors()),
    ];
    bundles.extend(hall.matter_ids().map(|(id, matter)| {
        page(cx, &at(&url::matter(matter.id())), "languages/matter.html", origin, move |cx| voice(cx, n).matter(id))
    }));
    bundles.extend(hall.units.iter().enumerate().map(|(unit, record)| {
        let view = move |cx: &Site| voice(cx, n).unit(UnitId(unit));
        page(cx, &at(&url::unit(record.id())), "languages/unit.html", origin, view)
    }));
    bundles
}

/// The voice of one page in the hall's language at position `n`.
fn voice(cx: &Site, n: usize) -> Translator<'_> {
    Translator::new(cx, &cx.hall.languages[n])
}
