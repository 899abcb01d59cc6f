//! Pages in other languages: a tree beside the Chinese one, `en/index.html`, with the same addresses behind the code.
//!
//! They are made from the same hall at the same moment, so no fact differs; what nobody translated is in Chinese,
//! marked so. Matters, units, windows, floors and the hall have pages; notices stay in Chinese.

mod frame;
mod lists;
mod matter;
mod rows;
mod voice;

#[cfg(test)]
mod tests;

use super::views::{DrawnWord, Twin};
use super::{Site, page};
use crate::content::Writing;
use crate::model::language::Language;
use crate::model::{Hall, MatterId, UnitId};
use crate::plan::job::Job;
use crate::plan::url;
use crate::text::{Fonts, joined_outline};
use rayon::prelude::*;
use std::collections::BTreeSet;
use voice::Voice;

/// Paths of the Chinese pages that have a page of the same address in every language; none without languages.
pub(super) fn spoken(hall: &Hall) -> BTreeSet<String> {
    if hall.languages.is_empty() {
        return BTreeSet::new();
    }
    let lists = [url::HOME, url::A_TO_Z, url::UNITS, url::WINDOWS, url::VENUES].map(str::to_owned);
    let matters = hall.matters.iter().map(|matter| url::matter(matter.id()));
    let units = hall.units.iter().map(|unit| url::unit(unit.id()));
    lists.into_iter().chain(matters).chain(units).collect()
}

/// Whether a language runs from top to bottom, so that its style sheet and font are published.
pub(super) fn vertical(hall: &Hall) -> bool {
    hall.languages.iter().any(|language| language.writing == Writing::Vertical)
}

/// The name of every language, drawn where lines run from top to bottom.
pub(super) fn drawn_names(hall: &Hall, fonts: &Fonts) -> Vec<Option<DrawnWord>> {
    let draw = |language: &Language| {
        let (path, length) = joined_outline(fonts, &language.name, 100.0)?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a name is a few ems long")]
        Some(DrawnWord { path, length: length.ceil() as u32 })
    };
    let vertical = |language: &Language| language.writing == Writing::Vertical;
    hall.languages.iter().map(|language| vertical(language).then(|| draw(language)).flatten()).collect()
}

/// The pages of all languages.
pub(super) fn jobs(site: &Site<'_>) -> Vec<Job> {
    site.hall.languages.iter().flat_map(|language| pages(site, language)).collect()
}

fn pages(site: &Site<'_>, language: &Language) -> Vec<Job> {
    let hall = site.hall;
    let voice = || Voice::new(site, language);
    let at = |path: &str| url::in_language(&language.code, path);
    let mut jobs = vec![
        page(&at(url::HOME), "languages/home.html", voice().home(), &language.origin),
        page(&at(url::A_TO_Z), "languages/services.html", voice().services(), &language.origin),
        page(&at(url::UNITS), "languages/units.html", voice().units(), &language.origin),
        page(&at(url::WINDOWS), "languages/windows.html", voice().windows(), &language.origin),
        page(&at(url::VENUES), "languages/floors.html", voice().floors(), &language.origin),
    ];
    jobs.par_extend(hall.matters.par_iter().enumerate().map(|(n, matter)| {
        let view = voice().matter(MatterId(n));
        page(&at(&url::matter(matter.id())), "languages/matter.html", view, &language.origin)
    }));
    jobs.par_extend(hall.units.par_iter().enumerate().map(|(n, unit)| {
        let view = voice().unit(UnitId(n));
        page(&at(&url::unit(unit.id())), "languages/unit.html", view, &language.origin)
    }));
    jobs
}

impl Site<'_> {
    /// The Chinese page at `path` and those of the other languages that say the same, or their home pages. Empty
    /// without languages.
    pub(super) fn twins(&self, path: &str) -> Vec<Twin> {
        if self.hall.languages.is_empty() {
            return Vec::new();
        }
        let same = self.spoken.contains(path);
        let chinese = Twin {
            code: "zh-CN".to_owned(),
            name: "中文".to_owned(),
            href: path.to_owned(),
            address: self.address(path),
            same,
            drawn: None,
        };
        let others = self.hall.languages.iter().zip(&self.tongues).map(|(language, drawn)| {
            let href = url::in_language(&language.code, if same { path } else { url::HOME });
            let address = self.address(&href);
            let (code, name) = (language.code.clone(), language.name.clone());
            Twin { code, name, href, address, same, drawn: drawn.clone() }
        });
        std::iter::once(chinese).chain(others).collect()
    }
}
