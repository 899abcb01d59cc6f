//! The ranking.

use super::forms::WordForm;
use super::index::{Hit, Index, IndexedField};
use super::spell::Speller;
use std::collections::BTreeMap;

/// Most characters of a query whose neighbours are compared.
const MOST: usize = 30;
/// The least score of the last result in a list, as a part of the best score.
const LEAST: f64 = 0.42;

/// How the parts of a form occur in every field.
struct Parts {
    /// Neighbours of the query in the field, a bit each; those that sound alike; single characters.
    fields: Vec<Vec<[u32; 3]>>,
    /// The first of these for units' names.
    offices: Vec<u32>,
    /// The weights of neighbours.
    pairs: Weights,
    /// The weights of single characters.
    singles: Weights,
}

/// The weight of each part of a query: rare ones weigh more.
struct Weights {
    each: Vec<f64>,
    all: f64,
}

impl Weights {
    /// For `count` parts; `held` gives the number of documents that contain a part, out of `documents`.
    fn new(count: usize, documents: usize, held: impl Fn(usize) -> usize) -> Self {
        let documents = documents as f64;
        let each: Vec<f64> = (0..count).map(|n| documents / (documents + 8.0 * held(n) as f64)).collect();
        let all = each.iter().fold(0.0, |sum, weight| sum + weight);
        Self { each, all }
    }

    /// The share of the weight that the parts of `bits` have.
    fn share(&self, bits: u32) -> f64 {
        if bits == 0 {
            return 0.0;
        }
        let there = self.each.iter().enumerate().filter(|(n, _)| bits >> n & 1 == 1);
        there.fold(0.0, |sum, (_, weight)| sum + weight) / self.all
    }
}

impl Index {
    /// What `input` finds, the best first: by score, then the shorter name, then the order of the catalogue.
    pub fn find(&self, input: &str) -> Vec<Hit> {
        let mut best: Vec<(f64, usize)> = vec![(0.0, 0); self.documents.len()];
        for form in self.forms(input) {
            self.rank(&form, &mut best);
        }
        let found = best.into_iter().enumerate().filter(|(_, (score, _))| *score > 0.0);
        let mut hits = self.sorted(found.collect());
        let top = hits.first().map_or(0.0, |hit| hit.score);
        hits.retain(|hit| hit.score > top * LEAST);
        hits
    }

    /// The entries called what `input` asks for and nothing more, the best first: those that [`Index::find`] begins
    /// with, at a fraction of the work.
    pub fn equals(&self, input: &str) -> Vec<Hit> {
        let mut best: BTreeMap<usize, (f64, usize)> = BTreeMap::new();
        for form in self.forms(input) {
            for (entry, field) in self.called.get(&form.text).into_iter().flatten() {
                let score = 106.0 - if *field > 0 { 1.0 } else { 0.0 } - form.loss;
                let known = best.entry(*entry).or_default();
                if score > known.0 {
                    *known = (score, *field);
                }
            }
        }
        self.sorted(best.into_iter().collect())
    }

    /// Entries with their scores and fields, with the points of their kinds, in their order.
    fn sorted(&self, found: Vec<(usize, (f64, usize))>) -> Vec<Hit> {
        let hit = |(entry, (score, field)): (usize, (f64, usize))| Hit {
            entry,
            score: score + self.documents[entry].points,
            alias: field.checked_sub(1),
        };
        let mut hits: Vec<Hit> = found.into_iter().map(hit).collect();
        let length = |hit: &Hit| self.documents[hit.entry].fields.first().map_or(0, |f| f.units.len());
        hits.sort_by(|a, b| {
            b.score.total_cmp(&a.score).then_with(|| length(a).cmp(&length(b))).then_with(|| a.entry.cmp(&b.entry))
        });
        hits
    }

    /// Raises the best score and field of every document by one form.
    fn rank(&self, form: &WordForm, best: &mut [(f64, usize)]) {
        let units: Vec<u16> = form.text.encode_utf16().collect();
        let latin = units.iter().all(|unit| *unit < 0x3400);
        let parts = (form.parts && !latin && units.len() > 1).then(|| self.parts(&units[..units.len().min(MOST)]));
        let letters = form.parts && units.len() > 1 && form.text.bytes().all(|b| b.is_ascii_lowercase());
        let mut speller = letters.then(|| Speller::new(self, &form.text));
        for (n, document) in self.documents.iter().enumerate() {
            if let Some(parts) = &parts {
                let score = in_all(parts, &parts.fields[n]) - form.loss;
                if score > best[n].0 {
                    best[n] = (score, 0);
                }
            }
            for (m, field) in document.fields.iter().enumerate() {
                let mut score = in_one_piece(&form.text, field);
                if score == 0.0
                    && let Some(speller) = &mut speller
                {
                    score = [0.0, 46.0, 64.0, 90.0][speller.spells(&field.units)];
                }
                if score == 0.0
                    && let Some(parts) = &parts
                {
                    let office = document.unit.map_or(0, |unit| parts.offices[unit]);
                    score = in_parts(parts, parts.fields[n][m], office);
                    if score < 55.0 && field.units.len() > 2 && form.text.contains(&field.plain) {
                        score = 55.0;
                    }
                }
                if score > 0.0 {
                    let (asked, long) = (units.len() as f64, field.units.len().max(units.len()) as f64);
                    score = score + 6.0 * asked / long - if m > 0 { 1.0 } else { 0.0 } - form.loss;
                }
                if score > best[n].0 {
                    best[n] = (score, m);
                }
            }
        }
    }

    /// Compares every field with the neighbouring characters of a query.
    fn parts(&self, query: &[u16]) -> Parts {
        let mut same = vec![0_u32; 1 << 16];
        let mut alike = vec![0_u32; 1 << 16];
        for (n, unit) in query.iter().enumerate() {
            same[usize::from(*unit)] |= 1 << n;
            alike[usize::from(*unit)] |= 1 << n;
            for syllable in self.sounds.get(unit).into_iter().flatten() {
                self.heard[syllable].iter().for_each(|other| alike[usize::from(*other)] |= 1 << n);
            }
        }
        let bits = |masks: &[u32], field: &[u16]| {
            field
                .windows(2)
                .fold(0, |bits, pair| bits | masks[usize::from(pair[0])] & (masks[usize::from(pair[1])] >> 1))
        };
        let single = |field: &[u16]| field.iter().fold(0, |bits, unit| bits | same[usize::from(*unit)]);
        let of = |field: &IndexedField| [bits(&same, &field.units), bits(&alike, &field.units), single(&field.units)];
        let fields: Vec<Vec<[u32; 3]>> =
            self.documents.iter().map(|document| document.fields.iter().map(of).collect()).collect();
        let held = |kind: usize, n: usize| {
            fields.iter().filter(|of| of.iter().any(|field: &[u32; 3]| field[kind] >> n & 1 == 1)).count()
        };
        Parts {
            pairs: Weights::new(query.len() - 1, fields.len(), |n| held(0, n)),
            singles: Weights::new(query.len(), fields.len(), |n| held(2, n)),
            offices: self.offices.iter().map(|name| bits(&same, name)).collect(),
            fields,
        }
    }
}

fn in_one_piece(text: &str, field: &IndexedField) -> f64 {
    if field.plain == text {
        100.0
    } else if field.plain.starts_with(text) {
        82.0
    } else if field.plain.contains(text) {
        68.0
    } else {
        0.0
    }
}

/// The characters of a query among all names of an entry, when no name has enough of them.
fn in_all(parts: &Parts, fields: &[[u32; 3]]) -> f64 {
    let all = fields.iter().fold(0, |bits, field| bits | field[2]);
    let share = parts.singles.share(all);
    if share >= 0.7 && all.count_ones() >= 3 { 24.0 * share } else { 0.0 }
}

/// Neighbours count most, then neighbours that sound alike, then the same characters in another order.
fn in_parts(parts: &Parts, [same, alike, single]: [u32; 3], office: u32) -> f64 {
    let mut share = parts.pairs.share(same);
    if office != 0 && share < 1.0 {
        share = share.max(0.95 * parts.pairs.share(same | office));
    }
    let mut score = if share >= 0.45 { 60.0 * share } else { 0.0 };
    let heard = f64::from(alike.count_ones()) / parts.pairs.each.len() as f64;
    if heard >= 0.6 {
        score = score.max(50.0 * heard);
    }
    let loose = parts.singles.share(single);
    if loose >= 0.5 && single.count_ones() >= 3 { score.max(40.0 * loose) } else { score }
}
