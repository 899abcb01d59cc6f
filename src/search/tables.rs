//! Readings and simplified forms that belong to a catalogue.

use super::Catalogue;
use super::plain::Traditional;
use super::reading::readings;
use encoding_rs::GBK;
use std::collections::{BTreeMap, BTreeSet};

/// What a browser must know of characters to search a catalogue.
#[derive(Clone, Debug)]
pub(super) struct Tables {
    /// Readings of every character the catalogue has, and of every common one, since a typing error may be any.
    pub readings: BTreeMap<char, Vec<String>>,
    /// Traditional forms of the characters the catalogue has.
    pub traditional: Traditional,
}

impl Tables {
    /// The tables of a catalogue.
    pub(super) fn new(catalogue: &Catalogue) -> Self {
        let mut there: BTreeSet<char> = BTreeSet::new();
        for entry in &catalogue.entries {
            there.extend(entry.name.chars().chain(entry.aliases.iter().flat_map(|a| a.chars())));
        }
        there.extend(catalogue.units.iter().flat_map(|u| u.chars()));
        let words = catalogue.words.synonyms.iter().flatten().chain(&catalogue.words.questions);
        there.extend(words.flat_map(|w| w.chars()));
        let mut traditional = Traditional::new(&catalogue.words.traditional);
        traditional.0.retain(|_, simplified| there.contains(simplified));
        there.extend(common());
        let readings = there.into_iter().map(|c| (c, readings(c))).filter(|(_, all)| !all.is_empty()).collect();
        Self { readings, traditional }
    }
}

impl Tables {
    /// First readings of the common characters in their order, which is nearly that of their sounds, so that a run of
    /// one reading is written once: `a2 ai13`. A browser makes the characters themselves.
    pub(super) fn runs(&self) -> String {
        let mut runs: Vec<(&str, usize)> = Vec::new();
        for character in common() {
            let reading = self.readings.get(&character).and_then(|all| all.first()).map_or("", String::as_str);
            match runs.last_mut() {
                Some((last, count)) if *last == reading => *count += 1,
                _ => runs.push((reading, 1)),
            }
        }
        runs.iter().map(|(reading, count)| format!("{reading}{count}")).collect::<Vec<_>>().join(" ")
    }

    /// Characters whose readings [`Tables::runs`] does not contain, by readings.
    pub(super) fn others(&self) -> BTreeMap<String, String> {
        let common: BTreeSet<char> = common().into_iter().collect();
        let mut others: BTreeMap<String, String> = BTreeMap::new();
        for (character, all) in &self.readings {
            if all.len() > 1 || !common.contains(character) {
                others.entry(all.join(",")).or_default().push(*character);
            }
        }
        others
    }
}

/// The 3 755 common characters: level 1 of GB 2312, rows 16 to 55.
fn common() -> Vec<char> {
    let bytes: Vec<u8> = (0xB0..=0xD7_u8).flat_map(|row| (0xA1..=0xFE_u8).flat_map(move |cell| [row, cell])).collect();
    GBK.decode(&bytes).0.chars().filter(|c| ('\u{4E00}'..='\u{9FFF}').contains(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_characters_are_those_of_level_one() {
        let common = common();
        assert_eq!((common.len(), common.first(), common.last()), (3755, Some(&'啊'), Some(&'座')));
    }
}
