//! Pictures in the text of a notice, and where they can be shown beside its page.

use super::attachments::{FOLDER, IN_TEXT};
use crate::source::Sources;
use crate::text::raster::{Raster, RasterFault, raster};

/// The largest file that an article to be pasted carries: whoever pastes it has one copy of the whole in the clipboard.
pub const ARTICLE_MOST: usize = 1024 * 1024;

/// Most pixels of a picture: one of more would take the memory of the machine to be printed.
const MOST_PIXELS: u64 = 64_000_000;

/// A picture that Word, posters and articles show.
#[derive(Clone, Copy, Debug)]
pub struct NoticePicture<'a> {
    /// Its file, as it is.
    pub bytes: &'a [u8],
    /// Kind and size.
    pub raster: Raster,
}

/// Why a picture is on the web page alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unshown {
    /// It is not a file of the attachments.
    Elsewhere,
    /// Its file is not there, which is told as an error.
    Missing,
    /// Its file is none for Word and print.
    Unfit(RasterFault),
    /// It has too many pixels.
    TooManyPixels,
}

/// The picture at an address of a notice's text.
///
/// # Errors
/// [`Unshown`] for one that only a browser may show.
pub fn notice_picture<'a>(sources: &'a Sources, address: &str) -> Result<NoticePicture<'a>, Unshown> {
    let name = address.strip_prefix(IN_TEXT).ok_or(Unshown::Elsewhere)?;
    let bytes = sources.bytes(&format!("{FOLDER}{name}")).ok_or(Unshown::Missing)?;
    let raster = raster(bytes).map_err(Unshown::Unfit)?;
    if u64::from(raster.width) * u64::from(raster.height) > MOST_PIXELS {
        return Err(Unshown::TooManyPixels);
    }
    Ok(NoticePicture { bytes, raster })
}
