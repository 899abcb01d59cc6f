//! QR codes as one SVG path, drawn by the templates.

use std::fmt;
use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};

/// A QR code in module units: every module is a square of side 1, the code fills `0..modules` both ways.
///
/// The quiet zone is not part of it: leave at least 4 modules of white around (ISO/IEC 18004, 5.3.8).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrPath {
    /// Modules on a side.
    pub modules: u32,
    /// Path data of all dark modules, one rectangle for each run in a row.
    pub d: String,
}

/// A text that does not fit any QR code of level M.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrError {
    /// Bytes of the text; at most 2331 fit level M.
    pub bytes: usize,
}

impl fmt::Display for QrError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes do not fit a QR code of level M", self.bytes)
    }
}

impl std::error::Error for QrError {}

/// Most bytes of a text in level M (ISO/IEC 18004, table 7).
const MOST_BYTES: usize = 2331;

/// Whether [`qr_svg_path`] has a code for `text`.
pub fn fits_qr(text: &str) -> bool {
    text.len() <= MOST_BYTES
}

/// The smallest QR code of error correction level M (15 %) for `text`.
///
/// # Errors
/// [`QrError`] if the text is too long.
pub fn qr_svg_path(text: &str) -> Result<QrPath, QrError> {
    let error = |_| QrError { bytes: text.len() };
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(error)?;
    let width = code.width();
    let colours = code.to_colors();
    let mut d = String::new();
    for (y, row) in colours.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run[0] == Color::Dark {
                let length = run.len();
                // Writing to a string cannot fail.
                let _ = write!(d, "M{x} {y}h{length}v1h-{length}z");
            }
            x += run.len();
        }
    }
    let modules = u32::try_from(width).map_err(|_| QrError { bytes: text.len() })?;
    Ok(QrPath { modules, d })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_covers_the_dark_modules() {
        let text = "https://zwfw.yinchuan.gov.cn/w/A12";
        let path = qr_svg_path(text).expect("short enough");
        let code = QrCode::with_error_correction_level(text, EcLevel::M).expect("short enough");
        let dark = code.to_colors().iter().filter(|&&c| c == Color::Dark).count();
        let covered: usize = path
            .d
            .split('h')
            .skip(1)
            .filter(|part| !part.starts_with('-'))
            .filter_map(|part| part.split('v').next()?.parse::<usize>().ok())
            .sum();
        assert_eq!((path.modules as usize, covered), (code.width(), dark));
        assert!(path.d.starts_with("M0 0h7v1h-7z"), "a finder pattern in the corner");
    }

    #[test]
    fn a_long_text_is_refused() {
        assert!(fits_qr(&"a".repeat(MOST_BYTES)) && qr_svg_path(&"a".repeat(MOST_BYTES)).is_ok());
        assert!(!fits_qr(&"a".repeat(MOST_BYTES + 1)) && qr_svg_path(&"a".repeat(MOST_BYTES + 1)).is_err());
        assert_eq!(qr_svg_path(&"长".repeat(900)), Err(QrError { bytes: 2700 }));
    }
}
