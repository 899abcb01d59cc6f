//! A catalogue made ready to be searched.

use super::plain::Traditional;
use super::tables::Tables;
use super::{Catalogue, KINDS};
use std::collections::BTreeMap;

/// A name or an alias.
#[derive(Clone, Debug)]
pub(super) struct IndexedField {
    /// As it is compared.
    pub plain: String,
    /// The same in UTF-16, whose units are counted, as the browser does.
    pub units: Vec<u16>,
}

/// An entry as it is searched.
#[derive(Clone, Debug)]
pub(super) struct IndexedDocument {
    /// The name, then the aliases.
    pub fields: Vec<IndexedField>,
    /// Its unit's name.
    pub unit: Option<usize>,
    /// Points of its kind.
    pub points: f64,
}

/// A catalogue made ready to be searched.
#[derive(Clone, Debug)]
pub struct Index {
    pub(super) documents: Vec<IndexedDocument>,
    /// Names of units.
    pub(super) offices: Vec<Vec<u16>>,
    pub(super) traditional: Traditional,
    pub(super) questions: Vec<String>,
    pub(super) synonyms: Vec<Vec<String>>,
    /// Entries and their names (0) and aliases by text.
    pub(super) called: BTreeMap<String, Vec<(usize, usize)>>,
    /// Syllables by character, folded; see [`fold`].
    pub(super) sounds: BTreeMap<u16, Vec<String>>,
    /// Characters by folded syllable.
    pub(super) heard: BTreeMap<String, Vec<u16>>,
    /// Readings by character.
    pub(super) readings: BTreeMap<u16, Vec<String>>,
}

/// Something found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The entry, a position in [`Catalogue::entries`].
    pub entry: usize,
    /// Its score; the first of a list has the most.
    pub score: f64,
    /// The alias that was found, a position in the entry's aliases; none when it was the name.
    pub alias: Option<usize>,
}

impl Index {
    /// The index of a catalogue.
    pub fn new(catalogue: &Catalogue) -> Self {
        let tables = Tables::new(catalogue);
        let plain = |text: &str| tables.traditional.plain(text);
        let documents = catalogue.entries.iter().map(|entry| IndexedDocument {
            fields: std::iter::once(&entry.name)
                .chain(&entry.aliases)
                .map(|text| {
                    let plain = plain(text);
                    IndexedField { units: plain.encode_utf16().collect(), plain }
                })
                .collect(),
            unit: entry.unit,
            points: KINDS.get(entry.kind).map_or(0.0, |kind| f64::from(kind.points)),
        });
        let documents: Vec<IndexedDocument> = documents.collect();
        let mut called: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
        for (n, document) in documents.iter().enumerate() {
            for (m, field) in document.fields.iter().enumerate() {
                called.entry(field.plain.clone()).or_default().push((n, m));
            }
        }
        let mut readings: BTreeMap<u16, Vec<String>> = BTreeMap::new();
        let (mut sounds, mut heard) = (BTreeMap::new(), BTreeMap::<String, Vec<u16>>::new());
        for (character, all) in &tables.readings {
            let Ok(unit) = u16::try_from(*character as u32) else { continue };
            let folded: Vec<String> = all.iter().map(|syllable| fold(syllable)).collect();
            for syllable in &folded {
                heard.entry(syllable.clone()).or_default().push(unit);
            }
            sounds.insert(unit, folded);
            readings.insert(unit, all.clone());
        }
        Self {
            documents,
            called,
            offices: catalogue.units.iter().map(|name| plain(name).encode_utf16().collect()).collect(),
            questions: questions(&tables.traditional, catalogue),
            synonyms: synonyms(&tables.traditional, catalogue),
            sounds,
            heard,
            readings,
            traditional: tables.traditional,
        }
    }

    /// The text as it is compared.
    pub fn plain(&self, text: &str) -> String {
        self.traditional.plain(text)
    }
}

/// The words of questions as they are compared, the longest first.
pub(super) fn questions(traditional: &Traditional, catalogue: &Catalogue) -> Vec<String> {
    longest_first(catalogue.words.questions.iter().map(|word| traditional.plain(word)).collect())
}

/// Groups of words that mean the same as they are compared, the longest of each first.
pub(super) fn synonyms(traditional: &Traditional, catalogue: &Catalogue) -> Vec<Vec<String>> {
    let plain = |group: &Vec<String>| longest_first(group.iter().map(|word| traditional.plain(word)).collect());
    catalogue.words.synonyms.iter().map(plain).collect()
}

/// Words as they are compared, the longest first, each once.
fn longest_first(mut words: Vec<String>) -> Vec<String> {
    words.retain(|word| !word.is_empty());
    words.sort_by(|a, b| b.encode_utf16().count().cmp(&a.encode_utf16().count()).then_with(|| a.cmp(b)));
    words.dedup();
    words
}

/// A syllable as it is heard: `zh` is `z`, `ng` is `n`.
fn fold(syllable: &str) -> String {
    let mut folded = syllable.replace("ng", "n");
    if folded.starts_with(['z', 'c', 's']) && folded.get(1..2) == Some("h") {
        folded.remove(1);
    }
    folded
}
