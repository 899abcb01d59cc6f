//! Text as outlines: for the few places that must show Chinese on a machine without a Chinese font.

use super::face::Weight;
use super::font::Fonts;
use resvg::usvg::fontdb;

/// The outlines of one line of text as SVG path data, from `x` along the base line `y`. No kerning, no shaping: right for
/// Chinese, Latin and digits. Characters no font has are left out.
pub fn outline(fonts: &Fonts, text: &str, x: f64, y: f64, size: f64, weight: Weight) -> String {
    let family = [fontdb::Family::Name(fonts.first_family())];
    let query = fontdb::Query { families: &family, weight: fontdb::Weight(weight.number()), ..Default::default() };
    let Some(id) = fonts.db().query(&query) else { return String::new() };
    let drawn = fonts.db().with_face_data(id, |data, index| {
        let face = ttf_parser::Face::parse(data, index).ok()?;
        let scale = size / f64::from(face.units_per_em());
        let mut pen = Pen { path: String::new(), x, y, scale };
        for character in text.chars() {
            let Some(glyph) = face.glyph_index(character) else { continue };
            face.outline_glyph(glyph, &mut pen);
            pen.x += f64::from(face.glyph_hor_advance(glyph).unwrap_or_default()) * scale;
        }
        Some(pen.path)
    });
    drawn.flatten().unwrap_or_default()
}

/// The outlines of one line of text whose letters join, set horizontally along the base line `y = 0` from `x = 0`, as SVG
/// path data, and its width; in the font of its first character. `None` when no font has that character.
pub fn joined_outline(fonts: &Fonts, text: &str, size: f64) -> Option<(String, f64)> {
    let family = [fontdb::Family::Name(fonts.family_of(text.chars().next()?)?)];
    let id = fonts.db().query(&fontdb::Query { families: &family, ..Default::default() })?;
    let drawn = fonts.db().with_face_data(id, |data, index| {
        let shaper = rustybuzz::Face::from_slice(data, index)?;
        let face = ttf_parser::Face::parse(data, index).ok()?;
        let mut buffer = rustybuzz::UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        // Traditional scripts are set in horizontal runs and turned afterwards, as the drawing library does.
        buffer.set_direction(rustybuzz::Direction::LeftToRight);
        let glyphs = rustybuzz::shape(&shaper, &[], buffer);
        let scale = size / f64::from(face.units_per_em());
        let mut pen = Pen { path: String::new(), x: 0.0, y: 0.0, scale };
        let mut along = 0.0;
        for (info, at) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
            pen.x = along + f64::from(at.x_offset) * scale;
            pen.y = -f64::from(at.y_offset) * scale;
            face.outline_glyph(ttf_parser::GlyphId(u16::try_from(info.glyph_id).ok()?), &mut pen);
            along += f64::from(at.x_advance) * scale;
        }
        Some((pen.path, along))
    });
    drawn.flatten()
}

/// Writes a glyph's outline in the coordinates of the picture.
struct Pen {
    path: String,
    x: f64,
    y: f64,
    scale: f64,
}

impl Pen {
    fn put(&mut self, command: char, points: &[(f32, f32)]) {
        self.path.push(command);
        for (n, (x, y)) in points.iter().enumerate() {
            if n > 0 {
                self.path.push(' ');
            }
            self.number(self.x + f64::from(*x) * self.scale);
            self.path.push(' ');
            self.number(self.y - f64::from(*y) * self.scale);
        }
    }

    /// Writes a coordinate to a tenth, as whole tenths: a path has thousands, and the general way takes five times longer.
    fn number(&mut self, value: f64) {
        #[expect(clippy::cast_possible_truncation, reason = "pictures are far smaller than 2^31 tenths")]
        let tenths = (value * 10.0).round() as i32;
        if tenths < 0 {
            self.path.push('-');
        }
        let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
        let mut digits = [b'0'; 10];
        let mut first = digits.len();
        let mut left = whole;
        while left > 0 || first == digits.len() {
            first -= 1;
            digits[first] = b'0' + (left % 10) as u8;
            left /= 10;
        }
        self.path.extend(digits[first..].iter().map(|digit| char::from(*digit)));
        if rest > 0 {
            self.path.push('.');
            self.path.push(char::from(b'0' + rest as u8));
        }
    }
}

impl ttf_parser::OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.put('M', &[(x, y)]);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.put('L', &[(x, y)]);
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.put('Q', &[(x1, y1), (x, y)]);
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.put('C', &[(x1, y1), (x2, y2), (x, y)]);
    }
    fn close(&mut self) {
        self.path.push('Z');
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn outlines_stand_on_the_base_line_and_follow_the_advance() {
        let path = outline(Fonts::embedded(), "一A", 10.0, 100.0, 50.0, Weight::Bold);
        assert!(path.starts_with('M') && path.ends_with('Z'), "{path}");
        let numbers: Vec<f64> =
            path.split(|c: char| c.is_alphabetic() || c == ' ').filter_map(|n| n.parse().ok()).collect();
        let (xs, ys): (Vec<f64>, Vec<f64>) = numbers.chunks(2).map(|p| (p[0], p[1])).unzip();
        assert!(xs.iter().all(|x| (10.0..100.0).contains(x)), "{xs:?}");
        assert!(ys.iter().all(|y| (50.0..=100.5).contains(y)), "{ys:?}");
        assert_eq!(outline(Fonts::embedded(), "", 0.0, 0.0, 50.0, Weight::Bold), "");
    }

    #[test]
    fn letters_that_join_are_set_as_the_shaper_sets_them() {
        let fonts = Fonts::embedded();
        let (path, width) = joined_outline(fonts, "ᠮᠣᠩᠭᠣᠯ", 100.0).unwrap();
        let (_, apart) = joined_outline(fonts, "ᠮ", 100.0).unwrap();
        assert!(path.starts_with('M') && width > apart && width < 6.0 * apart, "{width} {apart}");
        assert_eq!(joined_outline(fonts, "", 100.0), None);
    }

    #[test]
    fn numbers_are_written_to_a_tenth() {
        let mut pen = Pen { path: String::new(), x: 0.0, y: 0.0, scale: 1.0 };
        for value in [0.0, -0.04, 0.05, 9.96, 10.0, 1920.31, -3.25] {
            pen.number(value);
            pen.path.push(' ');
        }
        assert_eq!(pen.path, "0 0 0.1 10 10 1920.3 -3.3 ");
    }
}
