//! Badges (工作牌, NA5.4, X3.7b), in millimetres.

use crate::plan::layout::text_line::TextLine;
use crate::plan::layout::theme::Theme;
use serde::Serialize;

/// The badges of one unit, one a page, `layouts/boards/badge.svg`.
#[derive(Clone, Debug, Serialize)]
pub struct Badges {
    /// The badges.
    pub pages: Vec<Badge>,
}

/// Who someone is. Personal data: in the print tree alone.
#[derive(Clone, Debug, Serialize)]
pub struct Badge {
    /// Colours.
    pub theme: Theme,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Height of the head.
    pub head: f64,
    /// The hall's name, in the head.
    pub hall: Vec<TextLine>,
    /// Left edge, top, width and height of the photo.
    pub frame: (f64, f64, f64, f64),
    /// The photo, a PNG as `data:` address; the frame stays empty without one.
    pub photo: Option<String>,
    /// `照片`, in an empty frame.
    pub empty: TextLine,
    /// The name.
    pub name: TextLine,
    /// The post.
    pub role: Vec<TextLine>,
    /// The unit.
    pub unit: Vec<TextLine>,
    /// Top of the foot.
    pub foot: f64,
    /// The staff number, in the foot.
    pub number: TextLine,
}
