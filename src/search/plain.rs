//! Text as it is compared: half-width, lower case, simplified, without blanks and signs.

use std::collections::BTreeMap;

/// Simplified forms of traditional characters.
#[derive(Clone, Debug, Default)]
pub struct Traditional(pub BTreeMap<char, char>);

impl Traditional {
    /// From pairs written one after the other; a single character at the end is left out.
    pub fn new(pairs: &str) -> Self {
        let chars: Vec<char> = pairs.chars().collect();
        Self(chars.chunks_exact(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?))).collect())
    }

    /// The text as it is compared.
    pub fn plain(&self, text: &str) -> String {
        let half = text.chars().map(|c| match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            c => c,
        });
        let kept = half.map(|c| c.to_ascii_lowercase()).filter(|c| !is_sign(*c));
        kept.map(|c| self.0.get(&c).copied().unwrap_or(c)).collect()
    }
}

/// Blanks, punctuation and signs: nobody looks for them.
fn is_sign(c: char) -> bool {
    matches!(c, '\0'..='/' | ':'..='@' | '['..='`' | '{'..='\u{A0}' | '·' | '\u{2000}'..='\u{206F}')
        || (matches!(c, '\u{3000}'..='\u{303F}') && c != '〇')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_in_many_ways_is_compared_in_one() {
        let traditional = Traditional::new("證证辦办");
        assert_eq!(traditional.plain(" 辦《身份證》（二○二六） Ａ-03"), "办身份证二○二六a03");
        assert_eq!(traditional.plain("“三证”，二〇一"), "三证二〇一");
    }
}
