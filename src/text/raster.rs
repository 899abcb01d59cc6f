//! The kind and the size of a picture, and whether its file is fit for Word and for print.

/// A kind of picture that browsers, Word and print all show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RasterKind {
    /// ISO/IEC 15948.
    Png,
    /// ISO/IEC 10918.
    Jpeg,
    /// GIF 87a and 89a.
    Gif,
}

impl RasterKind {
    /// The kind of a file, whatever it is called, by its first bytes.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let begins = |signature: &[u8]| bytes.starts_with(signature);
        match () {
            () if begins(b"\x89PNG\r\n\x1a\n") => Some(Self::Png),
            () if begins(b"\xFF\xD8\xFF") => Some(Self::Jpeg),
            () if begins(b"GIF87a") || begins(b"GIF89a") => Some(Self::Gif),
            () => None,
        }
    }

    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpeg",
            Self::Gif => "gif",
        }
    }

    /// Its media type.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
        }
    }
}

/// What a picture's file says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raster {
    /// The kind, whatever the file is called.
    pub kind: RasterKind,
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
}

/// Why a file is no picture for Word and print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RasterFault {
    /// It is no PNG, JPEG or GIF.
    OtherKind,
    /// It breaks off, or its beginning makes no sense.
    Damaged,
    /// A JPEG in the four inks of a printing house, which print for archives (PDF/A) does not take.
    Inks,
    /// A photo taken with the camera on its side, which says so instead of standing upright (Exif); only browsers turn it.
    Turned,
}

/// The picture in `bytes`, which must be whole.
///
/// # Errors
/// [`RasterFault`] for what only a browser may show, or nothing.
pub fn raster(bytes: &[u8]) -> Result<Raster, RasterFault> {
    let kind = RasterKind::of(bytes).ok_or(RasterFault::OtherKind)?;
    let (width, height) = match kind {
        RasterKind::Png => png_size(bytes).ok_or(RasterFault::Damaged)?,
        RasterKind::Gif => gif_size(bytes).ok_or(RasterFault::Damaged)?,
        RasterKind::Jpeg => jpeg(bytes)?,
    };
    if width == 0 || height == 0 { Err(RasterFault::Damaged) } else { Ok(Raster { kind, width, height }) }
}

/// Width and height of a PNG whose chunks are all there, up to the last.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?));
    let mut at = 8_usize;
    loop {
        let end = at.checked_add(12)?.checked_add(usize::try_from(number(at)?).ok()?)?;
        if end > bytes.len() {
            return None;
        }
        if &bytes[at + 4..at + 8] == b"IEND" {
            return Some((number(16)?, number(20)?));
        }
        at = end;
    }
}

/// Width and height of a GIF that has its last byte; zeros behind it are passed over.
fn gif_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?)));
    let last = bytes.iter().rev().find(|byte| **byte != 0)?;
    (*last == 0x3B && bytes.len() > 13).then_some((number(6)?, number(8)?))
}

/// Width and height from the frame header (ISO/IEC 10918-1, B.2.2), past the segments before it.
fn jpeg(bytes: &[u8]) -> Result<(u32, u32), RasterFault> {
    use RasterFault::{Damaged, Inks, Turned};
    let mut rest = bytes.get(2..).ok_or(Damaged)?;
    let mut is_turned = false;
    loop {
        let marker = match rest {
            [0xFF, 0xFF, ..] => {
                rest = &rest[1..];
                continue;
            }
            [0xFF, marker, ..] => *marker,
            _ => return Err(Damaged),
        };
        let length = match rest {
            [_, _, high, low, ..] => usize::from(u16::from_be_bytes([*high, *low])),
            _ => return Err(Damaged),
        };
        let (segment, after) = rest.split_at_checked(2 + length).ok_or(Damaged)?;
        is_turned |= marker == 0xE1 && segment.get(4..).is_some_and(turned);
        // Baseline, extended and progressive; the other frames (arithmetic, lossless) no browser shows.
        if let (0xC0..=0xC2, [_, _, _, _, 8, y1, y0, x1, x0, components, ..]) = (marker, segment) {
            let number = |high: &u8, low: &u8| u32::from(u16::from_be_bytes([*high, *low]));
            return match components {
                _ if !after.windows(2).any(|two| two == b"\xFF\xD9") => Err(Damaged),
                1 | 3 if is_turned => Err(Turned),
                1 | 3 => Ok((number(x1, x0), number(y1, y0))),
                _ => Err(Inks),
            };
        }
        // The tables DHT, JPG and DAC have numbers among those of the frames.
        if matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC) {
            return Err(Damaged);
        }
        rest = after;
    }
}

/// Whether Exif data (JEITA CP-3451, 4.6.4) say that the picture is to be turned or mirrored.
fn turned(segment: &[u8]) -> bool {
    let orientation = || -> Option<u16> {
        let tiff = segment.strip_prefix(b"Exif\0\0")?;
        let is_little = tiff.starts_with(b"II");
        let short = |at: usize| {
            let two = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
            Some(if is_little { u16::from_le_bytes(two) } else { u16::from_be_bytes(two) })
        };
        let long = |at: usize| {
            let four = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
            usize::try_from(if is_little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) }).ok()
        };
        let first = long(4)?;
        let entries = usize::from(short(first)?);
        let entry = (0..entries).map(|n| first.saturating_add(2 + 12 * n)).find(|at| short(*at) == Some(0x0112))?;
        short(entry.checked_add(8)?)
    };
    matches!(orientation(), Some(2..=8))
}

#[cfg(test)]
mod tests {
    use super::{Raster, RasterFault, RasterKind, raster};

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x00\0\0\0\x40\x08\0\0\0\0crc.\0\0\0\0IENDcrc.";
    const GIF: &[u8] = b"GIF89a\x20\x00\x10\x00\0\0\0data;\0\0";

    /// A JPEG with so many components, after a segment of its own.
    fn jpeg(first: &[u8], components: u8) -> Vec<u8> {
        let frame =
            [b"\xFF\xFF\xC4\x00\x02\xFF\xC2\x00\x0b\x08\x00\x30\x00\x50".as_slice(), &[components, 0, 0, 0]].concat();
        [b"\xFF\xD8", first, &frame, b"scan\xFF\xD9"].concat()
    }

    /// Exif data with an orientation, in either order of bytes.
    fn exif(orientation: u8, is_little: bool) -> Vec<u8> {
        let tiff: &[u8] = match is_little {
            true => &[b'I', b'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
            false => &[b'M', b'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
        };
        let length = tiff.len() as u8 + 8;
        [&[0xFF, 0xE1, 0, length], b"Exif\0\0".as_slice(), tiff].concat()
    }

    #[test]
    fn kind_and_size_are_read_whatever_the_file_is_called() {
        let found = |kind, width, height| Ok(Raster { kind, width, height });
        assert_eq!(raster(PNG), found(RasterKind::Png, 256, 64));
        assert_eq!(raster(&[PNG, b"\0\0"].concat()), found(RasterKind::Png, 256, 64));
        assert_eq!(raster(GIF), found(RasterKind::Gif, 32, 16));
        assert_eq!(raster(&jpeg(b"\xFF\xE0\x00\x04ab", 3)), found(RasterKind::Jpeg, 80, 48));
        assert_eq!(raster(&jpeg(&exif(1, true), 1)), found(RasterKind::Jpeg, 80, 48));
    }

    #[test]
    fn what_word_or_print_cannot_show_is_told_apart() {
        assert_eq!(raster(b""), Err(RasterFault::OtherKind));
        assert_eq!(raster(b"<svg/>"), Err(RasterFault::OtherKind));
        assert_eq!(raster(&jpeg(b"", 4)), Err(RasterFault::Inks));
        for is_little in [true, false] {
            assert_eq!(raster(&jpeg(&exif(6, is_little), 3)), Err(RasterFault::Turned));
        }
    }

    #[test]
    fn a_file_that_breaks_off_is_damaged() {
        for whole in [PNG.to_vec(), GIF[..GIF.len() - 2].to_vec(), jpeg(&exif(1, true), 3)] {
            for end in 8..whole.len() {
                assert_eq!(raster(&whole[..end]), Err(RasterFault::Damaged), "{end} of {whole:?}");
            }
        }
        assert_eq!(raster(b"\xFF\xD8\xFF\xE0\x00\x00\xFF\xE0"), Err(RasterFault::Damaged));
        assert_eq!(raster(b"\x89PNG\r\n\x1a\n\xFF\xFF\xFF\xFFIHDR"), Err(RasterFault::Damaged));
    }
}
