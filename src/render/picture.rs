//! SVG to PNG.

use resvg::tiny_skia::{Color, Pixmap, Transform};

use super::gate::{self, DrawError};
use crate::text::Fonts;

/// Largest picture drawn: 64 megapixels, 256 MB of memory.
pub const MAX_PIXELS: u64 = 64_000_000;

/// An opaque picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Red, green, blue and 255 of every pixel, row by row from the top: `4 * width * height` bytes.
    pub rgba: Vec<u8>,
}

/// Draws `svg` as a PNG of `size` pixels, or of the size the SVG states. What it leaves unpainted is white.
///
/// The file has an 8-bit palette if the picture has at most 256 colours (in order of first use, so that equal pictures
/// are equal files), else 24-bit colour; never transparency, time or text.
///
/// # Errors
/// [`DrawError`]: see [`gate::tree`]; also for a size above [`MAX_PIXELS`].
pub fn png(svg: &str, fonts: &Fonts, size: Option<(u32, u32)>) -> Result<Vec<u8>, DrawError> {
    encode(&pixels(svg, fonts, size)?)
}

/// Draws `svg` as bare pixels, for counting, thinning or comparing.
///
/// # Errors
/// As [`png()`].
pub fn pixels(svg: &str, fonts: &Fonts, size: Option<(u32, u32)>) -> Result<Pixels, DrawError> {
    let tree = gate::tree(svg, fonts)?;
    let own = tree.size().to_int_size();
    let (width, height) = size.unwrap_or((own.width(), own.height()));
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(DrawError::TooLarge { width, height });
    }
    let mut pixmap = Pixmap::new(width, height).ok_or(DrawError::BadSize)?;
    pixmap.fill(Color::WHITE);
    #[expect(clippy::cast_precision_loss, reason = "at most 64 million")]
    let scale = Transform::from_scale(width as f32 / tree.size().width(), height as f32 / tree.size().height());
    resvg::render(&tree, scale, &mut pixmap.as_mut());
    // On a white ground every pixel is opaque, so the premultiplied colours are the colours.
    Ok(Pixels { width, height, rgba: pixmap.take() })
}

/// Writes `pixels` as PNG; see [`png()`] for the form.
///
/// # Errors
/// [`DrawError::Encode`] if `rgba` has not the length the size demands.
pub fn encode(pixels: &Pixels) -> Result<Vec<u8>, DrawError> {
    let broken = |e: png::EncodingError| DrawError::Encode(e.to_string());
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, pixels.width, pixels.height);
    encoder.set_depth(png::BitDepth::Eight);
    let data = match Palette::of(pixels) {
        Some((palette, indexes)) => {
            encoder.set_color(png::ColorType::Indexed);
            encoder.set_palette(palette);
            indexes
        }
        None => {
            encoder.set_color(png::ColorType::Rgb);
            let mut rgb = Vec::with_capacity(pixels.rgba.len() / 4 * 3);
            for pixel in pixels.rgba.chunks_exact(4) {
                rgb.extend_from_slice(&pixel[..3]);
            }
            rgb
        }
    };
    // Signs are wide flat areas: the row above predicts nearly everything, and the fast deflate finds only zeros quickly.
    encoder.set_deflate_compression(png::DeflateCompression::FdeflateUltraFast);
    encoder.set_filter(png::Filter::Up);
    let mut writer = encoder.write_header().map_err(broken)?;
    writer.write_image_data(&data).map_err(broken)?;
    writer.finish().map_err(broken)?;
    Ok(out)
}

/// The colours of a picture, found by a small open hash table: exact, one look-up for each change of colour.
struct Palette {
    keys: [u32; Palette::SLOTS],
    values: [u8; Palette::SLOTS],
    colours: Vec<u8>,
}

impl Palette {
    /// Four times the number of colours in a palette, so that chains stay short.
    const SLOTS: usize = 1024;
    const EMPTY: u32 = u32::MAX;

    /// Bytes compared at once with the row above; most of a sign is the same as the row above.
    const BLOCK: usize = 128;

    /// The palette (three bytes a colour) and the index of every pixel; `None` above 256 colours.
    fn of(pixels: &Pixels) -> Option<(Vec<u8>, Vec<u8>)> {
        let mut palette =
            Palette { keys: [Self::EMPTY; Self::SLOTS], values: [0; Self::SLOTS], colours: Vec::with_capacity(768) };
        let mut indexes: Vec<u8> = Vec::with_capacity(pixels.rgba.len() / 4);
        let mut last = (Self::EMPTY, 0);
        let stride = pixels.width as usize * 4;
        for (n, block) in pixels.rgba.chunks(Self::BLOCK).enumerate() {
            let start = n * Self::BLOCK;
            if let Some(above) = start.checked_sub(stride)
                && pixels.rgba.get(above..above + block.len()) == Some(block)
                && above + block.len() <= start
            {
                indexes.extend_from_within(above / 4..(above + block.len()) / 4);
                continue;
            }
            for pixel in block.chunks_exact(4) {
                let key = u32::from_be_bytes([0, pixel[0], pixel[1], pixel[2]]);
                if key != last.0 {
                    last = (key, palette.index(key)?);
                }
                indexes.push(last.1);
            }
        }
        Some((palette.colours, indexes))
    }

    fn index(&mut self, key: u32) -> Option<u8> {
        // Fibonacci hashing: the top ten bits of the product.
        let mut slot = (key.wrapping_mul(0x9E37_79B1) >> 22) as usize;
        while self.keys[slot] != Self::EMPTY {
            if self.keys[slot] == key {
                return Some(self.values[slot]);
            }
            slot = (slot + 1) % Self::SLOTS;
        }
        let index = u8::try_from(self.colours.len() / 3).ok()?;
        let [_, red, green, blue] = key.to_be_bytes();
        self.colours.extend([red, green, blue]);
        self.keys[slot] = key;
        self.values[slot] = index;
        Some(index)
    }
}
