//! Setting the text of one board: sizes, findings that blame the content, heights against the viewing distance.

use super::fit_rule::{least_height, too_small, unfit};
use super::views::text_line::TextLine;
use crate::diag::{Diagnostic, Place, Say};
use crate::text::{Area, Fit, FitError, Fonts, Sizes, Weight, fit, width};

/// Part of the em that a Chinese character's strokes fill in height.
const HAN_FACE: f64 = 0.92;
/// Details are read by people who have come up to the board, at half its viewing distance.
const NEAR: f64 = 0.5;

/// From where a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Read {
    /// From the board's viewing distance.
    Far,
    /// From half of it: what only those need who stand before the board.
    Near,
}

/// The text setter of one board.
pub(super) struct Setter<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) what: Say,
    /// Viewing distance, metres; 0 when none is stated and no height is checked.
    pub(super) distance: f64,
    pub(super) findings: Vec<Diagnostic>,
}

impl<'a> Setter<'a> {
    pub(super) fn new(fonts: &'a Fonts, name: &str, id: &str, distance: Option<f64>) -> Self {
        let what = Say::new(format!("标牌“{name}”"), format!("board \"{id}\""));
        Self { fonts, what, distance: distance.unwrap_or(0.0), findings: Vec::new() }
    }

    /// The least font size for a text that is read from there, and the good one.
    pub(super) fn least(&self, read: Read) -> (f64, f64) {
        let (least, good) = least_height(self.distance * if read == Read::Near { NEAR } else { 1.0 });
        (least / HAN_FACE, good / HAN_FACE)
    }

    /// Fits a text, blaming `place` when it does not fit or ends up too small. What does not fit is set at the
    /// smallest size all the same, so that the rest of the board can be judged.
    pub(super) fn fit(&mut self, text: &str, area: Area, style: Style, place: &Place) -> Fit {
        match self.try_fit(text, area, style) {
            Ok(found) => {
                let distance = self.distance * if style.read == Read::Near { NEAR } else { 1.0 };
                let height = found.size * HAN_FACE;
                self.findings.extend(too_small(place.clone(), text, &self.what, height, distance));
                found
            }
            Err(error) => {
                self.findings.push(unfit(place.clone(), text, &self.what, &error));
                let size = style.sizes.min;
                let lines = vec![text.to_owned()];
                Fit { size, width: area.width, lines, line_step: style.leading * size }
            }
        }
    }

    /// Fits a text if it can be.
    pub(super) fn try_fit(&self, text: &str, area: Area, style: Style) -> Result<Fit, FitError> {
        fit(self.fonts, text, area, style.weight, style.sizes, style.max_lines, style.leading)
    }

    /// Width of a text in one line.
    pub(super) fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        width(self.fonts, text, size, weight)
    }

    /// Half the height of capitals and digits at a size.
    pub(super) fn cap_half(&self, size: f64) -> f64 {
        self.fonts.han_metrics(Weight::Bold).cap_height * size / 2.0
    }
}

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) weight: Weight,
    pub(super) sizes: Sizes,
    pub(super) max_lines: usize,
    pub(super) leading: f64,
    pub(super) read: Read,
}

impl Style {
    /// One line of bold text, seen from afar.
    pub(super) fn title(max: f64, min: f64) -> Self {
        Self { weight: Weight::Bold, sizes: Sizes::mm(max, min), max_lines: 1, leading: 1.3, read: Read::Far }
    }

    /// Regular text.
    pub(super) fn body(max: f64, min: f64, max_lines: usize) -> Self {
        Self { weight: Weight::Regular, sizes: Sizes::mm(max, min), max_lines, leading: 1.4, read: Read::Far }
    }

    /// Read from half the distance.
    pub(super) fn near(self) -> Self {
        Self { read: Read::Near, ..self }
    }

    /// With this many lines.
    pub(super) fn lines(self, max_lines: usize) -> Self {
        Self { max_lines, ..self }
    }
}

/// To a hundredth of a millimetre, so that views do not differ by rounding.
pub(super) fn mm(length: f64) -> f64 {
    (length * 100.0).round() / 100.0
}

/// A line at its base line.
pub(super) fn line(x: f64, y: f64, size: f64, anchor: &'static str, text: &str) -> TextLine {
    TextLine { x: mm(x), y: mm(y), size: mm(size), anchor, text: text.to_owned() }
}

/// A fitted block from its top.
pub(super) fn block(found: &Fit, x: f64, top: f64, anchor: &'static str) -> Vec<TextLine> {
    found.lines.iter().zip(found.baselines(top)).map(|(text, y)| line(x, y, found.size, anchor, text)).collect()
}

/// A fitted block centred in a height.
pub(super) fn block_in(found: &Fit, x: f64, top: f64, height: f64, anchor: &'static str) -> Vec<TextLine> {
    let baselines = found.baselines_centred(top, height);
    found.lines.iter().zip(baselines).map(|(text, y)| line(x, y, found.size, anchor, text)).collect()
}
