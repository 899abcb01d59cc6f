//! Setting the text of one board: sizes, findings that blame the content, heights against the viewing distance.

use super::fit_rule::{TEXT_FIT, least_height, too_small, unfit};
use super::text_line::TextLine;
use crate::diag::{Diagnostic, LocalizedText, Place};
use crate::model::sign::Board;
use crate::text::{Area, Fit, FitError, Fonts, Sizes, Weight, fit, width};

/// Part of the em that a Chinese character's strokes fill in height.
const HAN_FACE: f64 = 0.92;
/// Details are read by people who have come up to the board, at half its viewing distance.
const NEAR: f64 = 0.5;

/// From where a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::plan) enum ReadFrom {
    /// From the board's viewing distance.
    Far,
    /// From half of it: what only those in front of the board need.
    Near,
}

/// The text setter of one board.
pub(in crate::plan) struct Setter<'a> {
    pub(in crate::plan) fonts: &'a Fonts,
    pub(in crate::plan) what: LocalizedText,
    /// Viewing distance, metres; 0 when none is stated and no height is checked.
    pub(in crate::plan) distance: f64,
    pub(in crate::plan) findings: Vec<Diagnostic>,
}

impl<'a> Setter<'a> {
    pub(in crate::plan) fn new(fonts: &'a Fonts, name: &str, id: &str, distance: Option<f64>) -> Self {
        let what = LocalizedText::new(format!("标牌“{name}”"), format!("board \"{id}\""));
        Self { fonts, what, distance: distance.unwrap_or(0.0), findings: Vec::new() }
    }

    /// The least font size for a text that is read from there, and the good one.
    pub(in crate::plan) fn least(&self, read: ReadFrom) -> (f64, f64) {
        let (least, good) = least_height(self.distance * if read == ReadFrom::Near { NEAR } else { 1.0 });
        (least / HAN_FACE, good / HAN_FACE)
    }

    /// Fits a text, blaming `place` when it does not fit or ends up too small. What does not fit is set at the
    /// smallest size all the same, so that the rest of the board can be judged.
    pub(in crate::plan) fn fit(&mut self, text: &str, area: Area, style: TextStyle, place: &Place) -> Fit {
        match self.try_fit(text, area, style) {
            Ok(found) => {
                let distance = self.distance * if style.read == ReadFrom::Near { NEAR } else { 1.0 };
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

    /// Reports a text that has no room.
    pub(in crate::plan) fn unfit(&mut self, text: &str, error: &FitError, place: &Place) {
        self.findings.push(unfit(place.clone(), text, &self.what, error));
    }

    /// Fits a text if it can be.
    pub(in crate::plan) fn try_fit(&self, text: &str, area: Area, style: TextStyle) -> Result<Fit, FitError> {
        fit(self.fonts, text, area, style.weight, style.sizes, style.max_lines, style.leading)
    }

    /// Fits names joined by 、 so that no name is broken; blames nothing.
    pub(in crate::plan) fn try_list(
        &self,
        names: &[&str],
        tail: &str,
        area: Area,
        style: TextStyle,
    ) -> Result<Fit, FitError> {
        let mut worst = self.try_fit("", area, style);
        for size in descending(style.sizes) {
            let mut lines: Vec<String> = vec![String::new()];
            for (n, name) in names.iter().enumerate() {
                let piece = format!("{name}{}", if n + 1 < names.len() { "、" } else { tail });
                let last = lines.last().map(String::as_str).unwrap_or_default();
                // A comma at the end of a line may extend beyond the area: its right half is empty.
                let wide = self.width(&format!("{last}{}", piece.trim_end_matches('、')), size, style.weight);
                if last.is_empty() || wide <= area.width {
                    if let Some(line) = lines.last_mut() {
                        line.push_str(&piece);
                    }
                } else {
                    lines.push(piece);
                }
            }
            // Every line fits as it is: this only checks the size and the number of lines.
            let widest =
                lines.iter().map(|l| self.width(l.trim_end_matches('、'), size, style.weight)).fold(0.0, f64::max);
            let exact = TextStyle { sizes: crate::text::Sizes { max: size, min: size, step: 1.0 }, ..style };
            worst = self.try_fit(&lines.join("\n"), Area { width: area.width + size, height: area.height }, exact);
            if widest <= area.width && worst.is_ok() {
                return worst;
            }
        }
        match worst {
            Ok(_) => self.try_fit(&names.join("、"), area, style),
            Err(error) => Err(error),
        }
    }

    /// Like [`Self::try_list`], blaming `place`.
    pub(in crate::plan) fn list(&mut self, names: &[&str], area: Area, style: TextStyle, place: &Place) -> Fit {
        match self.try_list(names, "", area, style) {
            Ok(found) => {
                let distance = self.distance * if style.read == ReadFrom::Near { NEAR } else { 1.0 };
                let text = names.join("、");
                self.findings.extend(too_small(place.clone(), &text, &self.what, found.size * HAN_FACE, distance));
                found
            }
            Err(_) => self.fit(&names.join("、"), area, style, place),
        }
    }

    /// Width of a text in one line.
    pub(in crate::plan) fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        width(self.fonts, text, size, weight)
    }

    /// Half the height of capitals and digits at a size.
    pub(in crate::plan) fn cap_half(&self, size: f64) -> f64 {
        self.fonts.han_metrics(Weight::Bold).cap_height * size / 2.0
    }
}

/// The sizes a list is tried at, largest first, at least a quarter of a millimetre apart.
fn descending(sizes: Sizes) -> impl Iterator<Item = f64> {
    let step = sizes.step.max(0.25);
    let room = sizes.max - sizes.min + 1e-9;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held between 0 and 10000")]
    let count = if room >= 0.0 { ((room / step).floor() + 1.0).min(10_000.0) as u32 } else { 0 };
    (0..count).map(move |n| sizes.max - f64::from(n) * step)
}

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub(in crate::plan) struct TextStyle {
    pub(in crate::plan) weight: Weight,
    pub(in crate::plan) sizes: Sizes,
    pub(in crate::plan) max_lines: usize,
    pub(in crate::plan) leading: f64,
    pub(in crate::plan) read: ReadFrom,
}

impl TextStyle {
    /// One line of bold text, read from the viewing distance.
    pub(in crate::plan) fn title(max: f64, min: f64) -> Self {
        Self { weight: Weight::Bold, sizes: Sizes::mm(max, min), max_lines: 1, leading: 1.3, read: ReadFrom::Far }
    }

    /// Regular text.
    pub(in crate::plan) fn body(max: f64, min: f64, max_lines: usize) -> Self {
        Self { weight: Weight::Regular, sizes: Sizes::mm(max, min), max_lines, leading: 1.4, read: ReadFrom::Far }
    }

    /// Read from half the distance.
    pub(in crate::plan) fn near(self) -> Self {
        Self { read: ReadFrom::Near, ..self }
    }

    /// With this many lines.
    pub(in crate::plan) fn lines(self, max_lines: usize) -> Self {
        Self { max_lines, ..self }
    }
}

/// The finding for a board too small for what must be on it beside its title and foot.
pub(in crate::plan) fn no_room(board: &Board, what: &LocalizedText, [zh, en]: [&str; 2]) -> Diagnostic {
    let (width, height) = (board.written.width_mm.0, board.written.height_mm.0);
    Diagnostic::new(
        &TEXT_FIT,
        board.origin.key("高毫米"),
        format!("{}宽{width}毫米、高{height}毫米，放不下{zh}", what.zh),
        format!("{} of {width} by {height} mm has no room for {en}", what.en),
    )
    .fix(
        "核对“宽毫米”和“高毫米”有没有写错；没有写错就把标牌做大。",
        "Check its width and height; if they are right, make the board larger.",
    )
}

/// To a hundredth of a millimetre, so that views do not differ by rounding.
pub(in crate::plan) fn mm(length: f64) -> f64 {
    (length * 100.0).round() / 100.0
}

/// A line at its base line.
pub(in crate::plan) fn line(x: f64, y: f64, size: f64, anchor: &'static str, text: &str) -> TextLine {
    TextLine { x: mm(x), y: mm(y), size: mm(size), anchor, text: text.to_owned() }
}

/// A fitted block from its top.
pub(in crate::plan) fn block(found: &Fit, x: f64, top: f64, anchor: &'static str) -> Vec<TextLine> {
    found.lines.iter().zip(found.baselines(top)).map(|(text, y)| line(x, y, found.size, anchor, text)).collect()
}

/// A fitted block centred in a height.
pub(in crate::plan) fn block_in(found: &Fit, x: f64, top: f64, height: f64, anchor: &'static str) -> Vec<TextLine> {
    let baselines = found.baselines_centred(top, height);
    found.lines.iter().zip(baselines).map(|(text, y)| line(x, y, found.size, anchor, text)).collect()
}
