//! Letters typed for characters: syllables, initials, or both in turn.

use super::index::Index;
use std::collections::BTreeMap;

/// Most letters that are looked at.
const MOST: usize = 28;

/// Where a query's letters may go on to, by syllable and by character.
pub(super) struct Speller<'i> {
    index: &'i Index,
    letters: &'i str,
    syllables: BTreeMap<&'i str, Vec<u32>>,
    characters: BTreeMap<u16, Vec<u32>>,
}

impl<'i> Speller<'i> {
    /// Spells `text`, which consists of letters only; only its first letters count.
    pub(super) fn new(index: &'i Index, text: &'i str) -> Self {
        let letters = text.get(..MOST).unwrap_or(text);
        Self { index, letters, syllables: BTreeMap::new(), characters: BTreeMap::new() }
    }

    /// 0 when the letters do not spell the field, 1 for a part inside, 2 for its beginning, 3 for all of it.
    pub(super) fn spells(&mut self, field: &[u16]) -> usize {
        let done = 1 << self.letters.len();
        let (mut at, mut best) = (1, 0);
        for (n, character) in field.iter().enumerate() {
            at = self.go(*character, at);
            if at & done != 0 {
                best = if n + 1 == field.len() { 3 } else { 2 };
            }
            at &= done - 1;
            if at == 0 {
                break;
            }
        }
        if best > 0 {
            return best;
        }
        at = 0;
        for character in field {
            at = self.go(*character, at | 1);
            if at & done != 0 {
                return 1;
            }
        }
        0
    }

    /// The letters reached after a character from those in `at`, a bit each.
    fn go(&mut self, character: u16, at: u32) -> u32 {
        let index = self.index;
        if !self.characters.contains_key(&character) {
            let mut steps = vec![0; self.letters.len()];
            match index.readings.get(&character) {
                Some(all) => {
                    for syllable in all {
                        let of = self.syllable(syllable);
                        steps.iter_mut().zip(of).for_each(|(step, more)| *step |= *more);
                    }
                }
                None => {
                    for (n, letter) in self.letters.encode_utf16().enumerate() {
                        steps[n] = if letter == character { 2 << n } else { 0 };
                    }
                }
            }
            self.characters.insert(character, steps);
        }
        let steps = &self.characters[&character];
        (0..self.letters.len()).filter(|n| at >> n & 1 == 1).fold(0, |next, n| next | steps[n])
    }

    fn syllable(&mut self, syllable: &'i str) -> &[u32] {
        let letters = self.letters;
        self.syllables.entry(syllable).or_insert_with(|| {
            let spellings = spellings(syllable);
            let done = 1 << letters.len();
            let from = |n: usize| {
                let rest = &letters[n..];
                let mut next = 0;
                for spelling in &spellings {
                    if rest.starts_with(spelling.as_str()) {
                        next |= 1 << (n + spelling.len());
                    } else if spelling.starts_with(rest) {
                        next |= done;
                    }
                }
                if syllable.len() > 1 && rest.get(..1) == syllable.get(..1) {
                    next |= 2 << n;
                    if syllable.get(1..2) == Some("h") && rest.get(1..2) == Some("h") {
                        next |= 4 << n;
                    }
                }
                next
            };
            (0..letters.len()).map(from).collect()
        })
    }
}

/// How a syllable may be typed: with and without the `h` of `zh`, the `g` of `ng`; `lü` as `lv` or `lu`.
fn spellings(syllable: &str) -> Vec<String> {
    let mut all = vec![syllable.to_owned()];
    if syllable.starts_with(['z', 'c', 's']) {
        let (first, rest) = syllable.split_at(1);
        all.push(match rest.strip_prefix('h') {
            Some(rest) => format!("{first}{rest}"),
            None => format!("{first}h{rest}"),
        });
    }
    if syllable.contains('v') {
        all.push(syllable.replace('v', "u"));
    }
    for n in 0..all.len() {
        if let Some(short) = all[n].strip_suffix("ng") {
            all.push(format!("{short}n"));
        } else if all[n].ends_with('n') {
            all.push(format!("{}g", all[n]));
        }
    }
    all
}
