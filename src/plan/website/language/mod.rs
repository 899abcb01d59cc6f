//! Pages in other languages: a tree beside the Chinese one, `en/index.html`, with the same addresses behind the code.
//!
//! Each is made from the Chinese page beside it, so no fact differs; only the words are put into the language. What
//! nobody translated is in Chinese, marked so. Matters, units, windows, floors and the hall have pages; notices stay in
//! Chinese.

mod frame;
mod matter;
pub(super) mod names;
mod pages;
mod translator;
pub(super) mod twins;
mod windows;

#[cfg(test)]
mod tests;

use super::home::HomePage;
use super::matter::MatterPage;
use super::page::made;
use super::units::{self, UnitPage, UnitsPage};
use super::venue::VenuesPage;
use super::windows::WindowsPage;
use crate::model::matter::Matter;
use crate::model::{MatterId, UnitId};
use crate::plan::output::Output;
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::website::a_to_z::AtoZPage;
use crate::plan::website::rows;
use crate::plan::website::site::Site;
use translator::Translator;

/// The home page in every other language.
pub(super) fn home(cx: &Site, page: &HomePage) -> Vec<Output> {
    translated(cx, url::HOME, "languages/home.html", |t| pages::home(t, page))
}

/// The list of services in every other language.
pub(super) fn services(cx: &Site, list: &AtoZPage) -> Vec<Output> {
    let (items, units) = (rows::matter_items(cx, |_: &Matter| true), units::units(cx));
    translated(cx, url::A_TO_Z, "languages/services.html", |t| pages::services(t, &list.frame, &items, &units))
}

/// The list of units in every other language.
pub(super) fn units(cx: &Site, page: &UnitsPage) -> Vec<Output> {
    translated(cx, url::UNITS, "languages/units.html", |t| pages::units(t, page))
}

/// The list of windows in every other language.
pub(super) fn windows(cx: &Site, page: &WindowsPage) -> Vec<Output> {
    translated(cx, url::WINDOWS, "languages/windows.html", |t| pages::window_list(t, page))
}

/// The directory of floors in every other language.
pub(super) fn floors(cx: &Site, page: &VenuesPage) -> Vec<Output> {
    translated(cx, url::VENUES, "languages/floors.html", |t| pages::floors(t, page))
}

/// The page of a matter in every other language.
pub(super) fn matter(cx: &Site, id: MatterId, page: &MatterPage) -> Vec<Output> {
    translated(cx, &page.frame.path, "languages/matter.html", |t| matter::matter(t, id, page))
}

/// The page of a unit in every other language.
pub(super) fn unit(cx: &Site, id: UnitId, page: &UnitPage) -> Vec<Output> {
    translated(cx, &page.frame.path, "languages/unit.html", |t| pages::unit(t, id, page))
}

/// The page beside the Chinese one at `path` in every other language.
fn translated<V: View>(
    cx: &Site,
    path: &str,
    template: &'static str,
    view: impl Fn(&Translator<'_>) -> V,
) -> Vec<Output> {
    let languages = cx.hall.languages.iter().enumerate();
    languages
        .map(|(n, language)| {
            let t = Translator::new(cx, n);
            made(&t.at(path), template, view(&t), &language.origin)
        })
        .collect()
}
