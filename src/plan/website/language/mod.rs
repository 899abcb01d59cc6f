//! Pages in other languages: a tree beside the Chinese one, `en/index.html`, with the same addresses behind the code.
//!
//! They are made from the same hall at the same moment, so no fact differs; what nobody translated is in Chinese,
//! marked so. Matters, units, windows, floors and the hall have pages; notices stay in Chinese.

mod frame;
mod lists;
mod matter;
pub(super) mod names;
mod rows;
pub(super) mod twins;
mod voice;

#[cfg(test)]
mod tests;

use super::page::page;
use crate::model::language::Language;
use crate::model::{MatterId, UnitId};
use crate::plan::output::Output;
use crate::plan::url;
use crate::plan::website::site::Site;
use rayon::prelude::*;
use voice::Voice;

/// The pages of all languages.
pub(super) fn outputs(site: &Site<'_>) -> Vec<Output> {
    site.hall.languages.iter().flat_map(|language| pages(site, language)).collect()
}

fn pages(site: &Site<'_>, language: &Language) -> Vec<Output> {
    let hall = site.hall;
    let voice = || Voice::new(site, language);
    let at = |path: &str| url::in_language(&language.code, path);
    let mut outputs = vec![
        page(&at(url::HOME), "languages/home.html", voice().home(), &language.origin),
        page(&at(url::A_TO_Z), "languages/services.html", voice().services(), &language.origin),
        page(&at(url::UNITS), "languages/units.html", voice().units(), &language.origin),
        page(&at(url::WINDOWS), "languages/windows.html", voice().windows(), &language.origin),
        page(&at(url::VENUES), "languages/floors.html", voice().floors(), &language.origin),
    ];
    outputs.par_extend(hall.matters.par_iter().enumerate().map(|(n, matter)| {
        let view = voice().matter(MatterId(n));
        page(&at(&url::matter(matter.id())), "languages/matter.html", view, &language.origin)
    }));
    outputs.par_extend(hall.units.par_iter().enumerate().map(|(n, unit)| {
        let view = voice().unit(UnitId(n));
        page(&at(&url::unit(unit.id())), "languages/unit.html", view, &language.origin)
    }));
    outputs
}
