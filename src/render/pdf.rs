//! SVG pages to PDF/A-2u: exact size in millimetres, searchable text, subset fonts.

use jiff::civil::DateTime;
use krilla::configure::{Archival, ConfigurationBuilder};
use krilla::geom::{Rect, Size};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt, SvgSettings};

use super::gate::{self, DrawError};
use crate::text::Fonts;

/// One page.
#[derive(Clone, Debug, PartialEq)]
pub struct PdfPage {
    /// The drawing; its own size, in whatever unit, is stretched to the page with its bleed on all four sides.
    pub svg: String,
    /// Finished width, without bleed.
    pub width_mm: f64,
    /// Finished height, without bleed.
    pub height_mm: f64,
    /// What is printed beyond each edge and cut off; 0 for none.
    pub bleed_mm: f64,
}

/// The document's metadata.
#[derive(Clone, Debug, PartialEq)]
pub struct PdfMeta {
    /// Title, shown by viewers.
    pub title: String,
    /// Subject, if any.
    pub subject: Option<String>,
    /// Date of the content in China's time (UTC+8): never the clock, so that equal content gives equal bytes.
    pub date: DateTime,
    /// Language tag such as `zh-CN`.
    pub lang: String,
}

/// Points of a millimetre.
const POINTS: f64 = 72.0 / 25.4;

/// Writes `pages` as one PDF/A-2u. The same input gives the same bytes.
///
/// The media box is the finished size plus bleed, the trim box the finished size; viewers show, and printers cut, exactly that.
///
/// # Errors
/// [`DrawError`]: see [`gate::tree`]; [`DrawError::BadSize`] for a size that is not positive;
/// [`DrawError::Encode`] if the document breaks PDF/A.
pub fn pdf(pages: &[PdfPage], meta: &PdfMeta, fonts: &Fonts) -> Result<Vec<u8>, DrawError> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_U)
        .finish()
        .map_err(|e| DrawError::Encode(format!("{e:?}")))?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    document.set_metadata(metadata(meta));
    for page in pages {
        add(&mut document, page, fonts)?;
    }
    document.finish().map_err(|e| DrawError::Encode(format!("{e:?}")))
}

fn add(document: &mut Document, page: &PdfPage, fonts: &Fonts) -> Result<(), DrawError> {
    let tree = gate::tree(&page.svg, fonts)?;
    let bleed = points(page.bleed_mm);
    let (trim_width, trim_height) = (points(page.width_mm), points(page.height_mm));
    let size = Size::from_wh(trim_width + 2.0 * bleed, trim_height + 2.0 * bleed).ok_or(DrawError::BadSize)?;
    let trim = Rect::from_xywh(bleed, bleed, trim_width, trim_height).ok_or(DrawError::BadSize)?;
    let mut settings = PageSettings::new(size).with_trim_box(Some(trim));
    if bleed > 0.0 {
        settings = settings.with_bleed_box(Rect::from_xywh(0.0, 0.0, size.width(), size.height()));
    }
    let mut sheet = document.start_page_with(settings);
    let mut surface = sheet.surface();
    surface.draw_svg(&tree, size, SvgSettings::default()).ok_or(DrawError::BadSize)?;
    surface.finish();
    sheet.finish();
    Ok(())
}

fn metadata(meta: &PdfMeta) -> Metadata {
    let date = &meta.date;
    let part = |n: i8| n.unsigned_abs();
    let date = krilla::metadata::DateTime::new(date.year().unsigned_abs())
        .month(part(date.month()))
        .day(part(date.day()))
        .hour(part(date.hour()))
        .minute(part(date.minute()))
        .second(part(date.second()))
        .utc_offset_hour(8)
        .utc_offset_minute(0);
    let metadata = Metadata::new()
        .title(meta.title.clone())
        .language(meta.lang.clone())
        .creator("Hallpress".to_owned())
        .creation_date(date);
    match &meta.subject {
        Some(subject) => metadata.description(subject.clone()),
        None => metadata,
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the PDF writer takes single precision: 0.001 mm at 10 m")]
fn points(mm: f64) -> f32 {
    (mm * POINTS) as f32
}
