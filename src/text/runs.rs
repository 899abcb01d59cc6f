//! Script runs: the stretches of a text that are drawn in one family.
//!
//! The drawing library takes the first family for a whole run and repairs what is missing by reshaping everything,
//! which silently ruins Mongolian beside Chinese. So every run gets its own element with one explicit family.

use crate::text::font::{Fonts, is_invisible};

/// How a run is shaped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Script {
    /// Chinese, Latin, digits, symbols: one advance a character.
    Han,
    /// Traditional Mongolian: letters join, columns run from left to right.
    Mongolian,
}

impl Script {
    /// Whether letters change by their neighbours, so that a width is known only after shaping.
    pub fn joins(self) -> bool {
        self == Script::Mongolian
    }
}

/// One run; `text` is never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run<'a> {
    /// The stretch of the text.
    pub text: &'a str,
    /// The one family to draw it in.
    pub family: &'a str,
    /// How it is shaped.
    pub script: Script,
}

/// Splits `text` into runs. Joined together they are `text`; neighbours differ in family or script.
///
/// Spaces, narrow no-break spaces and joiners between Mongolian letters belong to the Mongolian run.
/// A character that no font has goes to the first family: ask [`Fonts::missing`] before drawing.
pub fn runs<'a>(text: &'a str, fonts: &'a Fonts) -> Vec<Run<'a>> {
    let mut runs: Vec<Run<'a>> = Vec::new();
    let mut start = 0;
    let mut current: Option<(&'a str, Script)> = None;
    for (at, c) in text.char_indices() {
        let Some(next) = kind(c, &text[at..], current, fonts) else { continue };
        if let Some((family, script)) = current.filter(|&now| now != next) {
            runs.push(Run { text: &text[start..at], family, script });
            start = at;
        }
        current = Some(next);
    }
    if start < text.len() {
        let (family, script) = current.unwrap_or((fonts.first_family(), Script::Han));
        runs.push(Run { text: &text[start..], family, script });
    }
    runs
}

/// Family and script of `c`, which begins `rest`; `None` if it simply continues the current run.
fn kind<'a>(c: char, rest: &str, current: Option<(&'a str, Script)>, fonts: &'a Fonts) -> Option<(&'a str, Script)> {
    let in_mongolian = matches!(current, Some((_, Script::Mongolian)));
    if is_invisible(c) && !is_mongolian(c) && current.is_some() {
        return None;
    }
    if is_glue(c) && in_mongolian && rest.chars().find(|&c| !is_glue(c)).is_some_and(is_mongolian) {
        return None;
    }
    let family = fonts.family_of(c).unwrap_or(fonts.first_family());
    Some((family, if is_mongolian(c) { Script::Mongolian } else { Script::Han }))
}

/// Whether a character may be between two Mongolian letters without ending the run.
fn is_glue(c: char) -> bool {
    matches!(c, ' ' | '\u{202F}' | '\u{200C}' | '\u{200D}')
}

fn is_mongolian(c: char) -> bool {
    matches!(u32::from(c), 0x1800..=0x18AF | 0x11660..=0x1167F)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::font::{HAN, MONGOLIAN};

    fn split(text: &str) -> Vec<(&str, &str)> {
        runs(text, Fonts::embedded()).into_iter().map(|run| (run.text, run.family)).collect()
    }

    #[test]
    fn each_script_has_its_family() {
        assert_eq!(split("A12 窗口 ᠮᠣᠩᠭᠣᠯ"), [("A12 窗口 ", HAN), ("ᠮᠣᠩᠭᠣᠯ", MONGOLIAN)]);
        assert_eq!(split("ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ 文"), [("ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ", MONGOLIAN), (" 文", HAN)]);
        assert_eq!(split("ᠮᠣᠩᠭᠣᠯ\u{202F}ᠤᠨ"), [("ᠮᠣᠩᠭᠣᠯ\u{202F}ᠤᠨ", MONGOLIAN)]);
        assert!(split("").is_empty());
    }

    proptest::proptest! {
        #[test]
        fn runs_joined_are_the_text(text in "[银川A1 ᠮᠣ\u{202F}\u{2060}𰻝，。]{0,30}") {
            let joined: String = runs(&text, Fonts::embedded()).iter().map(|run| run.text).collect();
            proptest::prop_assert_eq!(joined, text);
        }
    }
}
