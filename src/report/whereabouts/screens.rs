//! Strip screens: which pictures say it, and from when to when they are shown.

use super::kind::Carrier;
use super::mention::{MentionNote, Quote, TextMention};
use super::wanted::SoughtWords;
use crate::plan::output::{Form, Output};
use crate::plan::screens::manifest::{Manifest, ScreenList};
use std::collections::BTreeMap;

/// What every screen says within the horizon, and what it would say when it is switched on site.
pub(super) fn mentions(outputs: &[Output], wanted: &SoughtWords) -> Vec<TextMention> {
    let pictures: BTreeMap<&str, &Output> = outputs
        .iter()
        .filter(|output| matches!(output.form, Form::Picture { .. }))
        .map(|output| (output.path.as_str(), output))
        .collect();
    let lists = outputs.iter().filter_map(|output| output.view.as_kind::<ScreenList>());
    let places: BTreeMap<&str, &str> =
        lists.flat_map(|list| &list.screens).map(|screen| (screen.id.as_str(), screen.place.as_str())).collect();
    let mut found = Vec::new();
    for output in outputs.iter().filter(|output| output.form == Form::Manifest { assign: None }) {
        let Some(manifest) = output.view.as_kind::<Manifest>() else { continue };
        let place = places.get(manifest.screen.as_str()).filter(|place| !place.is_empty());
        let path = format!("{}/{}", output.tree.folder(), output.path);
        let screen = SearchedScreen { manifest, said: said(manifest, &pictures, wanted) };
        found.extend(screen.stretches(wanted).into_iter().map(|(quote, stretch)| TextMention {
            place: place.map(|place| (*place).to_owned()),
            from: stretch.from,
            to: stretch.to,
            note: stretch.note,
            ..TextMention::new(Carrier::Screen, format!("{}条屏", manifest.title), path.clone(), quote)
        }));
    }
    found
}

/// The pictures of a screen that say it, by their names.
fn said(manifest: &Manifest, pictures: &BTreeMap<&str, &Output>, wanted: &SoughtWords) -> BTreeMap<String, Quote> {
    let quote = |(name, medium): (&String, &crate::plan::screens::manifest::Medium)| {
        let lines = pictures.get(medium.picture.as_str()).and_then(|output| output.view.lines()).unwrap_or_default();
        let texts = lines.iter().map(|line| line.text.as_str());
        // A sentence may be broken over lines of the picture; what is told of the picture is whole.
        let (quote, _) = wanted.quote(texts).or_else(|| wanted.quote([medium.alt.as_str()]))?;
        Some((name.clone(), quote))
    };
    manifest.media.iter().filter_map(quote).collect()
}

/// When a screen says it.
#[derive(Default)]
struct Stretch {
    from: Option<String>,
    to: Option<String>,
    note: Option<MentionNote>,
}

/// A screen and its pictures that say it.
struct SearchedScreen<'m> {
    manifest: &'m Manifest,
    said: BTreeMap<String, Quote>,
}

impl SearchedScreen<'_> {
    fn stretches(&self, wanted: &SoughtWords) -> Vec<(Quote, Stretch)> {
        let mut found: Vec<(Quote, Stretch)> = Vec::new();
        for entry in &self.manifest.timeline {
            let quotes = entry.show.iter().filter_map(|show| self.said.get(&show.media));
            for quote in quotes {
                self.add(&mut found, quote, &entry.from, &entry.to, None);
            }
        }
        // What is shown only when somebody switches says much that is always said.
        let always: Vec<Quote> = found.iter().map(|(quote, _)| quote.clone()).collect();
        let is_new = |quote: &&Quote| !always.contains(quote);
        for entry in &self.manifest.timeline {
            for (state, media) in &entry.manual {
                if let Some(quote) = self.said.get(media).filter(is_new) {
                    self.add(&mut found, quote, &entry.from, &entry.to, Some(MentionNote::Switched(state.clone())));
                }
            }
        }
        let known = |found: &[(Quote, Stretch)], quote: &Quote| found.iter().any(|(known, _)| known == quote);
        for (state, media) in &self.manifest.states {
            if let Some(quote) = self.said.get(media).filter(|quote| !known(&found, quote)) {
                found.push((
                    quote.clone(),
                    Stretch { note: Some(MentionNote::Switched(state.clone())), ..Stretch::default() },
                ));
            }
        }
        if let Some(quote) = self.said.get(&self.manifest.fallback.media).filter(|quote| !known(&found, quote)) {
            found.push((quote.clone(), Stretch { note: Some(MentionNote::Fallback), ..Stretch::default() }));
        }
        if let (true, Some((quote, _))) = (found.is_empty(), wanted.quote([self.manifest.title.as_str()])) {
            found.push((quote, Stretch::default()));
        }
        found
    }

    /// Adds a stretch, to the one it follows if that says the same.
    fn add(&self, found: &mut Vec<(Quote, Stretch)>, quote: &Quote, from: &str, to: &str, note: Option<MentionNote>) {
        let follows = |(known, stretch): &&mut (Quote, Stretch)| {
            known == quote && stretch.note == note && stretch.to.as_deref().is_some_and(|end| end >= from)
        };
        match found.iter_mut().rev().find(follows) {
            Some((_, stretch)) => stretch.to = Some(to.to_owned()),
            None => found.push((quote.clone(), Stretch { from: Some(from.to_owned()), to: Some(to.to_owned()), note })),
        }
    }
}
