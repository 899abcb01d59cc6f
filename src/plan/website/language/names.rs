//! Which pages are there in every language, the names of the languages, and the texts they translate.

use crate::content::Writing;
use crate::model::language::Language;
use crate::model::{Grounds, Hall};
use crate::plan::url;
use crate::plan::website::parts::DrawnWord;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::{Fonts, joined_outline};
use std::collections::{BTreeMap, BTreeSet};

/// Paths of the Chinese pages that have a page of the same address in every language; none without languages.
pub(in crate::plan::website) fn translated_paths(hall: &Hall) -> BTreeSet<String> {
    if hall.languages.is_empty() {
        return BTreeSet::new();
    }
    let lists = [url::HOME, url::A_TO_Z, url::UNITS, url::WINDOWS, url::VENUES].map(str::to_owned);
    let matters = hall.matters.iter().map(|matter| url::matter(matter.id()));
    let units = hall.units.iter().map(|unit| url::unit(unit.id()));
    lists.into_iter().chain(matters).chain(units).collect()
}

/// Whether a language runs from top to bottom, so that its style sheet and font are published.
pub(in crate::plan::website) fn vertical(hall: &Grounds) -> bool {
    hall.languages.iter().any(|language| language.writing == Writing::Vertical)
}

/// The name of every language, drawn where lines run from top to bottom.
pub(in crate::plan::website) fn drawn_names(hall: &Grounds, fonts: &Fonts) -> Vec<Option<DrawnWord>> {
    let draw = |language: &Language| {
        let (path, length) = joined_outline(fonts, &language.name, 100.0)?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a name is a few ems long")]
        Some(DrawnWord { path, length: length.ceil() as u32 })
    };
    let vertical = |language: &Language| language.writing == Writing::Vertical;
    hall.languages.iter().map(|language| vertical(language).then(|| draw(language)).flatten()).collect()
}

/// The texts that pages show with other punctuation than they are written with: as written, by what is shown.
pub(in crate::plan::website) type Originals = BTreeMap<String, String>;

/// [`Originals`] of each language of the hall.
pub(in crate::plan::website) fn originals(hall: &Hall) -> Vec<Originals> {
    let shown = |language: &Language| {
        let texts = language.translations.iter().map(|of| (fullwidth_punctuation(&of.original), of.original.clone()));
        texts.filter(|(shown, written)| shown != written).collect()
    };
    hall.languages.iter().map(shown).collect()
}
