//! The foot of an entrance guide: phones, hours, the way to the website; and the motto in its head.

use crate::model::{Grounds, VenueId};
use crate::plan::layout::setter::{ReadFrom, Setter, TextStyle, block, line, mm};
use crate::plan::layout::text_line::TextLine;
use crate::plan::words::hours::hours_words;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::Area;
use crate::text::qr::qr_svg_path;
use jiff::civil::Date;
use serde::Serialize;

/// A fact of the foot.
#[derive(Clone, Debug, Serialize)]
pub struct GuideFact {
    /// `统一咨询电话`.
    pub label: TextLine,
    /// `7660000`.
    pub value: Vec<TextLine>,
    /// Whether it is the one to see first.
    pub main: bool,
}

/// A QR code in its white field.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QrBox {
    /// Left edge of the field, quiet zone included.
    pub x: f64,
    /// Top of the field.
    pub y: f64,
    /// Side of the field.
    pub side: f64,
    /// Left edge of the code.
    pub code_x: f64,
    /// Top of the code.
    pub code_y: f64,
    /// Side of a module.
    pub module: f64,
    /// Path in module units.
    pub d: String,
    /// The address it contains.
    pub url: String,
    /// What it is for, under it.
    pub caption: TextLine,
}

/// Phones and hours on `day`.
pub(super) fn facts(
    hall: &Grounds,
    venue: Option<VenueId>,
    day: Date,
    set: &mut Setter<'_>,
    (left, right): (f64, f64),
    foot: f64,
    unit: f64,
) -> Vec<GuideFact> {
    let site = &hall.site;
    let phone = venue.and_then(|id| hall.venue(id).written.phone.as_deref()).unwrap_or(&site.hotline);
    let label = |x: f64, y: f64, text: &str| line(x, foot + y * unit, 12.0 * unit, "start", text);
    let second = left + 236.0 * unit;
    let hotline = Area { width: 222.0 * unit, height: 44.0 * unit };
    let hotline =
        set.fit(phone, hotline, TextStyle::title(44.0 * unit, 20.0 * unit), &hall.site_origin.key("统一咨询电话"));
    let complaint = Area { width: right - second, height: 22.0 * unit };
    let complaint = set.fit(
        &site.complaint_phone,
        complaint,
        TextStyle::title(25.0 * unit, 14.0 * unit),
        &hall.site_origin.key("投诉电话"),
    );
    let mut found = vec![
        GuideFact {
            label: label(left, 20.0, "统一咨询电话"),
            value: vec![line(left - 1.5 * unit, foot + 62.0 * unit, hotline.size, "start", phone)],
            main: true,
        },
        GuideFact {
            label: label(second, 20.0, "投诉电话"),
            value: vec![line(second, foot + 48.0 * unit, complaint.size, "start", &site.complaint_phone)],
            main: false,
        },
    ];
    let hours = venue.or(hall.top_venues().next().map(|(id, _)| id)).map(|id| hall.venues_on(day).hours(id));
    if let Some(hours) = hours {
        let area = Area { width: right - left - 58.0 * unit, height: 30.0 * unit };
        let words = hours_words(hall, hours);
        let largest = set.least(ReadFrom::Far).1.max(13.0 * unit);
        let style = TextStyle::body(largest, 9.0 * unit, 2);
        let value = set.fit(&words, area, style, &hall.site_origin);
        found.push(GuideFact {
            label: label(left, 90.0, "办公时间"),
            value: block(&value, left + 58.0 * unit, foot + 90.0 * unit - 0.88 * value.size, "start"),
            main: false,
        });
    }
    found
}

/// The way to the website, right-aligned at `right`.
pub(super) fn code(hall: &Grounds, set: &mut Setter<'_>, (right, top): (f64, f64), unit: f64) -> Option<QrBox> {
    let url = hall.site.url.as_ref()?;
    let path = qr_svg_path(url).ok()?;
    let side = 75.0 * unit;
    // Four modules of white around the code (ISO/IEC 18004).
    let module = side / (f64::from(path.modules) + 8.0);
    let x = right - side;
    let caption = "扫码查办事指南";
    let size = (set.least(ReadFrom::Near).1).max(10.6 * unit);
    Some(QrBox {
        x: mm(x),
        y: mm(top),
        side: mm(side),
        code_x: mm(x + 4.0 * module),
        code_y: mm(top + 4.0 * module),
        module: (module * 10000.0).round() / 10000.0,
        d: path.d,
        url: url.clone(),
        caption: line(x + side / 2.0, top + side + 13.0 * unit, size, "middle", caption),
    })
}

/// The motto at the right of the head.
pub(super) fn slogan(hall: &Grounds, set: &mut Setter<'_>, right: f64, y: f64, width: f64, unit: f64) -> Vec<TextLine> {
    let Some(text) = &hall.site.slogan else { return Vec::new() };
    let area = Area { width, height: 22.0 * unit };
    // A motto that has no room is left out of the head; it says nothing people look for here.
    let found = set.try_fit(&fullwidth_punctuation(text), area, TextStyle::body(13.5 * unit, 9.5 * unit, 1));
    found.map(|f| vec![line(right, y, f.size, "end", &f.lines.concat())]).unwrap_or_default()
}
