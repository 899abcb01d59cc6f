//! The fonts of the program: embedded, loaded into memory once, never taken from the system.

use std::fmt;
use std::sync::{Arc, LazyLock, OnceLock};

use resvg::usvg::fontdb;
use sha2::{Digest, Sha256};

use crate::text::face::{Face, FontData, FontError, Metrics, Weight};

/// Family of Chinese, Latin, digits and symbols; its bold is drawn for `font-weight="700"`.
pub const HAN: &str = "Noto Sans SC";
/// Family of traditional Mongolian (regular only).
pub const MONGOLIAN: &str = "Noto Sans Mongolian";

/// A set of fonts: advance tables for measuring and the database for drawing, over the same bytes.
///
/// The order of the families is the order of choice: a character is drawn in the first family that has it. A clone
/// shares the bytes and costs nothing.
#[derive(Clone)]
pub struct Fonts {
    faces: Arc<[Face]>,
    db: Arc<fontdb::Database>,
    digest: OnceLock<String>,
}

impl fmt::Debug for Fonts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.faces.iter().map(|face| (&face.family, face.weight))).finish()
    }
}

static EMBEDDED: [(&str, &[u8]); 3] = [
    ("NotoSansSC-Regular.ttf", include_bytes!("../../assets/fonts/NotoSansSC-Regular.ttf")),
    ("NotoSansSC-Bold.ttf", include_bytes!("../../assets/fonts/NotoSansSC-Bold.ttf")),
    ("NotoSansMongolian-Regular.ttf", include_bytes!("../../assets/fonts/NotoSansMongolian-Regular.ttf")),
];

impl Fonts {
    /// The embedded fonts: [`HAN`] in both weights and [`MONGOLIAN`]. Built at the first call (a few milliseconds), then shared.
    pub fn embedded() -> &'static Fonts {
        // A test proves that the embedded files load. Were they ever broken, an empty set makes every text an error
        // that names its characters, which is better than a panic.
        static FONTS: LazyLock<Fonts> =
            LazyLock::new(|| Fonts::build(embedded_data()).unwrap_or_else(|_| Fonts::assemble(Vec::new())));
        &FONTS
    }

    /// These fonts instead of the embedded ones. The first family is the one of Chinese text; templates name families,
    /// so a set without [`HAN`] serves only templates that name another.
    ///
    /// # Errors
    /// [`FontError`] naming the first file that is no usable font; also for an empty list.
    pub fn from_bytes(fonts: Vec<(String, Vec<u8>)>) -> Result<Fonts, FontError> {
        if fonts.is_empty() {
            return Err(FontError { file: String::new(), why: "no font given".to_owned() });
        }
        Fonts::build(fonts.into_iter().map(|(name, bytes)| (name, Arc::new(bytes) as FontData)))
    }

    /// The embedded fonts and, after them, `extra` ones for characters they lack (rare characters of names).
    ///
    /// # Errors
    /// [`FontError`] naming the first file that is no usable font.
    pub fn with_extra(extra: Vec<(String, Vec<u8>)>) -> Result<Fonts, FontError> {
        let extra = extra.into_iter().map(|(name, bytes)| (name, Arc::new(bytes) as FontData));
        Fonts::build(embedded_data().chain(extra))
    }

    fn build(fonts: impl Iterator<Item = (String, FontData)>) -> Result<Fonts, FontError> {
        Ok(Fonts::assemble(fonts.map(|(name, data)| Face::read(&name, data)).collect::<Result<_, _>>()?))
    }

    fn assemble(faces: Vec<Face>) -> Fonts {
        let mut db = fontdb::Database::new();
        for face in &faces {
            // In memory, never by path: the database maps a file anew on every access, which costs 5 to 7 times more.
            db.load_font_source(fontdb::Source::Binary(Arc::clone(&face.data)));
        }
        if let Some(first) = faces.first() {
            // The library's own defaults (Arial, Times New Roman) do not exist here, and text in them would vanish.
            db.set_sans_serif_family(&first.family);
            db.set_serif_family(&first.family);
            db.set_monospace_family(&first.family);
            db.set_cursive_family(&first.family);
            db.set_fantasy_family(&first.family);
        }
        Fonts { faces: faces.into(), db: Arc::new(db), digest: OnceLock::new() }
    }

    /// The database for the drawing library.
    pub fn db(&self) -> &Arc<fontdb::Database> {
        &self.db
    }

    /// The family names, in order of choice, each once.
    pub fn families(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for face in self.faces.iter() {
            if !names.contains(&face.family.as_str()) {
                names.push(&face.family);
            }
        }
        names
    }

    /// Whether `family` can be drawn: one of [`Fonts::families`] by its exact name or a generic name.
    pub fn has_family(&self, family: &str) -> bool {
        const GENERIC: [&str; 3] = ["sans-serif", "serif", "monospace"];
        GENERIC.contains(&family) || self.faces.iter().any(|face| face.family == family)
    }

    /// The first family that has `c`.
    pub fn family_of(&self, c: char) -> Option<&str> {
        self.faces.iter().find(|face| face.advance(c).is_some()).map(|face| face.family.as_str())
    }

    /// The family of Chinese text, also used for characters that no font has.
    pub fn first_family(&self) -> &str {
        self.faces.first().map_or(HAN, |face| face.family.as_str())
    }

    /// Whether some font draws `c`. Invisible format characters (joiners, variation selectors) count as drawn.
    pub fn has_glyph(&self, c: char) -> bool {
        self.family_of(c).is_some() || is_invisible(c)
    }

    /// The characters of `text` that no font has, each once, in order of appearance; line feeds aside.
    pub fn missing(&self, text: &str) -> Vec<char> {
        let mut missing = Vec::new();
        for c in text.chars() {
            if c != '\n' && !self.has_glyph(c) && !missing.contains(&c) {
                missing.push(c);
            }
        }
        missing
    }

    /// Width of `c` in em in the first family that has it, alone; 0 for invisible format characters.
    /// `None` if no font has it.
    pub fn advance(&self, c: char, weight: Weight) -> Option<f64> {
        match self.family_of(c) {
            Some(family) => self.face(family, weight)?.advance(c),
            None => is_invisible(c).then_some(0.0),
        }
    }

    /// Heights of `family` in `weight`; those of the first family if it is unknown.
    pub fn metrics(&self, family: &str, weight: Weight) -> Metrics {
        self.face(family, weight).or_else(|| self.faces.first()).map(|face| face.metrics).unwrap_or_default()
    }

    /// Heights of Chinese and Latin text in `weight`.
    pub fn han_metrics(&self, weight: Weight) -> Metrics {
        self.metrics(self.first_family(), weight)
    }

    /// SHA-256 over all font files in order, in hexadecimal: part of the digest that says whether a picture must be redrawn.
    pub fn digest(&self) -> &str {
        self.digest.get_or_init(|| {
            let mut hash = Sha256::new();
            for face in self.faces.iter() {
                let bytes: &[u8] = (*face.data).as_ref();
                hash.update((bytes.len() as u64).to_le_bytes());
                hash.update(bytes);
            }
            hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
        })
    }

    /// The face drawn for `family` and `weight`: the weight itself, else the family's other one, as the drawing library chooses.
    pub(super) fn face(&self, family: &str, weight: Weight) -> Option<&Face> {
        let of_family = || self.faces.iter().filter(|face| face.family == family);
        of_family().find(|face| face.weight == weight).or_else(|| of_family().next())
    }
}

fn embedded_data() -> impl Iterator<Item = (String, FontData)> {
    EMBEDDED.iter().map(|&(name, bytes)| (name.to_owned(), Arc::new(bytes) as FontData))
}

/// Format characters without a picture of their own: they steer shaping and line breaks (Unicode: default ignorable).
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(u32::from(c), 0xAD | 0x180B..=0x180F | 0x200B..=0x200F | 0x2060..=0x2064 | 0xFE00..=0xFE0F | 0xFEFF | 0xE0100..=0xE01EF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_fonts_load_and_hold_what_a_hall_writes() {
        let fonts = Fonts::embedded();
        assert_eq!(fonts.families(), [HAN, MONGOLIAN]);
        assert!(fonts.missing("银川市民大厅 A12 窗口：受理（3个工作日）→①☎✓●■▲《》“”——……℃￥㎡").is_empty());
        assert!(fonts.missing("𰻝㸆䶮ᠮᠣᠩᠭᠣᠯ︵︶").is_empty());
        assert_eq!(fonts.missing("a𪛗b𪛗✕"), ['𪛗', '✕']);
    }

    #[test]
    fn a_broken_font_is_an_error_with_its_name() {
        let error = Fonts::from_bytes(vec![("脸.ttf".to_owned(), b"no font".to_vec())]).expect_err("must fail");
        assert_eq!(error.file, "脸.ttf");
        assert!(Fonts::from_bytes(Vec::new()).is_err());
    }

    #[test]
    fn the_digest_names_the_files() {
        assert_eq!(Fonts::embedded().digest().len(), 64);
    }
}
