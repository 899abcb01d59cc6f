//! The advance table of one font file: which characters it has and how wide they are.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::char_map::CharMaps;

/// The bytes of a font file, shared between the tables here and the drawing library.
pub type FontData = Arc<dyn AsRef<[u8]> + Send + Sync>;

const ABSENT: u16 = u16::MAX;
/// The table of character maps.
const CMAP: ttf_parser::Tag = ttf_parser::Tag::from_bytes(b"cmap");

/// The two weights in use; every template writes `font-weight` 400 or 700.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// 400.
    #[default]
    Regular,
    /// 700.
    Bold,
}

impl Weight {
    /// The number written in `font-weight`.
    pub fn number(self) -> u16 {
        match self {
            Weight::Regular => 400,
            Weight::Bold => 700,
        }
    }
}

/// Heights of a font in em.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Metrics {
    /// Height of a Latin capital.
    pub cap_height: f64,
}

/// A font file that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FontError {
    /// The file, as the caller named it.
    pub file: String,
    /// What the reader found, in English.
    pub why: String,
}

impl fmt::Display for FontError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.why)
    }
}

impl std::error::Error for FontError {}

/// One weight of one family.
pub struct Face {
    /// Typographic family name, as templates write it in `font-family`.
    pub family: String,
    /// The nearer of the two weights this program draws.
    pub weight: Weight,
    /// Its heights.
    pub metrics: Metrics,
    /// The file itself.
    pub data: FontData,
    units_per_em: f64,
    bmp: Vec<u16>,
    beyond: BTreeMap<u32, u16>,
}

impl Face {
    /// Reads the tables of the TrueType or OpenType file `data`; `name` is the name shown in an error.
    ///
    /// # Errors
    /// [`FontError`] if the bytes are no font, or it has no family name or no Unicode character map.
    pub fn read(name: &str, data: FontData) -> Result<Face, FontError> {
        let broken = |why: &str| FontError { file: name.to_owned(), why: why.to_owned() };
        let bytes: &[u8] = (*data).as_ref();
        let face = ttf_parser::Face::parse(bytes, 0).map_err(|e| broken(&e.to_string()))?;
        let family = family_name(&face).ok_or_else(|| broken("no family name"))?;
        let upem = f64::from(face.units_per_em());
        let mut bmp = vec![ABSENT; 0x1_0000];
        let mut beyond = BTreeMap::new();
        let mut any = false;
        let subtables = face.tables().cmap.map(|cmap| cmap.subtables).unwrap_or_default();
        let mut maps = CharMaps::new(face.raw_face().table(CMAP).unwrap_or_default());
        for (index, table) in (0..subtables.len()).filter_map(|n| Some((n, subtables.get(n)?))) {
            if !table.is_unicode() {
                continue;
            }
            if !maps.is_sound(index) {
                return Err(broken("a damaged character map"));
            }
            table.codepoints(|code| {
                let Some(glyph) = table.glyph_index(code).filter(|g| g.0 != 0) else { return };
                // A width of 65535 units is not a glyph of this world; one less keeps the mark for "absent" free.
                let advance = face.glyph_hor_advance(glyph).unwrap_or(0).min(ABSENT - 1);
                any = true;
                match bmp.get_mut(code as usize) {
                    Some(slot) => *slot = advance,
                    None => drop(beyond.insert(code, advance)),
                }
            });
        }
        if !any {
            return Err(broken("no Unicode character map"));
        }
        let em = |units: i16| f64::from(units) / upem;
        let metrics = Metrics { cap_height: em(face.capital_height().unwrap_or(face.ascender())) };
        let weight = if face.weight().to_number() >= 550 { Weight::Bold } else { Weight::Regular };
        Ok(Face { family, weight, metrics, units_per_em: upem, bmp, beyond, data })
    }

    /// Width of `c` in em without kerning or joining; `None` if the font lacks it.
    pub fn advance(&self, c: char) -> Option<f64> {
        let code = u32::from(c);
        let units = match self.bmp.get(code as usize) {
            Some(&units) => units,
            None => *self.beyond.get(&code)?,
        };
        (units != ABSENT).then(|| f64::from(units) / self.units_per_em)
    }

    /// Width of `text` in em as the shaper sets it, with joined forms and ligatures.
    pub fn shaped_width(&self, text: &str) -> Option<f64> {
        let face = rustybuzz::Face::from_slice((*self.data).as_ref(), 0)?;
        let mut buffer = rustybuzz::UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        // Traditional scripts are set in horizontal runs and turned afterwards, as the drawing library does.
        buffer.set_direction(rustybuzz::Direction::LeftToRight);
        let glyphs = rustybuzz::shape(&face, &[], buffer);
        let units: i64 = glyphs.glyph_positions().iter().map(|p| i64::from(p.x_advance)).sum();
        #[expect(clippy::cast_precision_loss, reason = "a line is far shorter than 2^52 units")]
        Some(units as f64 / self.units_per_em)
    }
}

/// The typographic family (name 16) or else the family (name 1), English first: what `font-family` is matched with.
fn family_name(face: &ttf_parser::Face<'_>) -> Option<String> {
    let named = |id: u16| {
        let mut names = face.names().into_iter().filter(|n| n.name_id == id && n.is_unicode()).collect::<Vec<_>>();
        names.sort_by_key(|n| n.language_id != 0x0409);
        names.into_iter().find_map(|n| n.to_string()).filter(|s| !s.is_empty())
    };
    named(ttf_parser::name_id::TYPOGRAPHIC_FAMILY).or_else(|| named(ttf_parser::name_id::FAMILY))
}
