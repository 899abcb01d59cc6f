//! How wide a text is in one line.

use crate::text::face::{Face, Weight};
use crate::text::font::{Fonts, is_invisible};
use crate::text::runs::runs;

/// Width of `text` in one line at font size `size`.
pub fn width(fonts: &Fonts, text: &str, size: f64, weight: Weight) -> f64 {
    fonts.width(text, weight) * size
}

impl Fonts {
    /// Width of `text` set in one line, in em: Chinese and Latin by the advance table (no kerning, so never too narrow
    /// for the text drawn), joined scripts as shaped. A character no font has counts as one em. Line feeds count nothing.
    pub fn width(&self, text: &str, weight: Weight) -> f64 {
        // Nearly every text is of the first family alone and needs no runs.
        let first = self.face(self.first_family(), weight);
        if let Some(width) = first.and_then(|face| text.chars().map(|c| face.advance(c)).sum()) {
            return width;
        }
        runs(text, self)
            .iter()
            .map(|run| {
                let face = self.face(run.family, weight);
                if run.script.joins()
                    && let Some(width) = face.and_then(|face| face.shaped_width(run.text))
                {
                    return width;
                }
                run.text.chars().map(|c| self.advance_in(face, c)).sum()
            })
            .sum()
    }

    fn advance_in(&self, face: Option<&Face>, c: char) -> f64 {
        if c == '\n' {
            return 0.0;
        }
        let missing = if is_invisible(c) { 0.0 } else { 1.0 };
        face.and_then(|face| face.advance(c)).unwrap_or(missing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_font() {
        let fonts = Fonts::embedded();
        assert_eq!(fonts.width("银川", Weight::Bold), 2.0);
        assert_eq!(fonts.width("银\u{2060}川\n", Weight::Regular), 2.0);
        assert!(fonts.width("A12", Weight::Bold) > fonts.width("A12", Weight::Regular));
        let joined = fonts.width("ᠮᠣᠩᠭᠣᠯ", Weight::Regular);
        assert!(joined > 1.0 && joined < 6.0, "{joined}");
    }
}
