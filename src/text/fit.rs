//! Setting text in a box: the largest size at which it fits, and its lines. Text is never cut.

use crate::text::face::Weight;
use crate::text::font::Fonts;
use crate::text::segment;

/// The room for a text, in the unit of the font size (pixels on a screen, millimetres in print).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Width of a line.
    pub width: f64,
    /// Height of all lines.
    pub height: f64,
}

/// The font sizes allowed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sizes {
    /// Taken if the text fits at it.
    pub max: f64,
    /// Below this the text does not fit.
    pub min: f64,
    /// Sizes are on a grid of this step below `max`, so that small changes of a text leave most sizes as they are.
    pub step: f64,
}

impl Sizes {
    /// Sizes in pixels, on a grid of half a pixel.
    pub fn px(max: f64, min: f64) -> Sizes {
        Sizes { max, min, step: 0.5 }
    }

    /// Sizes in millimetres, on a grid of a twentieth.
    pub fn mm(max: f64, min: f64) -> Sizes {
        Sizes { max, min, step: 0.05 }
    }

    /// The size `n` steps below the largest, never below the smallest.
    fn at(self, n: u32) -> f64 {
        (self.max - f64::from(n) * self.step).max(self.min)
    }

    /// How many steps lead to the smallest size.
    fn steps(self) -> u32 {
        let steps = ((self.max - self.min) / self.step).ceil();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held within 0..=100000")]
        if steps.is_finite() { steps.clamp(0.0, 100_000.0) as u32 } else { 0 }
    }
}

/// A text that fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// Font size.
    pub size: f64,
    /// The lines; joined they are the text without the white space at the breaks.
    pub lines: Vec<String>,
    /// Width of the widest line.
    pub width: f64,
    /// Distance of two base lines.
    pub line_step: f64,
}

/// Part of the em of a Chinese character above the base line.
pub const HAN_ABOVE: f64 = 0.88;

impl Fit {
    /// Height of the lines from the top of the first em box to the bottom of the last.
    pub fn height(&self) -> f64 {
        block_height(self.lines.len(), self.size, self.line_step)
    }

    /// The base line of each line if the first em box begins at `top`.
    pub fn baselines(&self, top: f64) -> Vec<f64> {
        let mut y = top + HAN_ABOVE * self.size - self.line_step;
        self.lines
            .iter()
            .map(|_| {
                y += self.line_step;
                y
            })
            .collect()
    }

    /// The base lines with the whole block centred between `top` and `top + height`.
    pub fn baselines_centred(&self, top: f64, height: f64) -> Vec<f64> {
        self.baselines(top + (height - self.height()) / 2.0)
    }
}

/// A text that does not fit, or cannot be drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum FitError {
    /// Even at the smallest size the text needs more room.
    TooBig {
        /// The smallest size.
        size: f64,
        /// Lines needed at it.
        lines: usize,
        /// Lines allowed.
        max_lines: usize,
        /// Width needed at it: more than the area if a stretch that must not break is wider.
        width: f64,
        /// Height needed at it.
        height: f64,
    },
    /// Characters that no font has.
    Missing(Vec<char>),
}

/// Finds the largest size on the grid at which `text` fits into `area` in at most `max_lines` lines, `line_height` em apart.
///
/// The height of n lines is n - 1 line steps and one em. Breaks follow UAX #14 (strict), 禁则, and never part a number
/// from its unit. A last line of one or two characters is evened out. Line feeds always break.
///
/// # Errors
/// [`FitError::Missing`] before anything else, then [`FitError::TooBig`]. Text is never cut and never split badly to fit.
pub fn fit(
    fonts: &Fonts,
    text: &str,
    area: Area,
    weight: Weight,
    sizes: Sizes,
    max_lines: usize,
    line_height: f64,
) -> Result<Fit, FitError> {
    let missing = fonts.missing(text);
    if !missing.is_empty() {
        return Err(FitError::Missing(missing));
    }
    let paragraphs = measure(fonts, text, weight, false);
    let try_at = |size: f64| {
        let lines: Vec<BrokenLine> = paragraphs.iter().flat_map(|p| p.lines(area.width / size)).collect();
        let fits = lines.len() <= max_lines
            && block_height(lines.len(), size, line_height * size) <= area.height + EPSILON
            && lines.iter().all(|line| line.width * size <= area.width + EPSILON);
        (lines, fits)
    };
    // The smallest number of steps down that fits: fitting is monotonic, a smaller size never needs more lines.
    let (mut low, mut high) = (0, sizes.steps());
    if !try_at(sizes.at(high)).1 {
        let size = sizes.at(high);
        let (lines, _) = try_at(size);
        return Err(FitError::TooBig {
            size,
            lines: lines.len(),
            max_lines,
            width: widest(&lines) * size,
            height: block_height(lines.len(), size, line_height * size),
        });
    }
    while low < high {
        let middle = low.midpoint(high);
        if try_at(sizes.at(middle)).1 { high = middle } else { low = middle + 1 }
    }
    let size = sizes.at(high);
    let lines: Vec<BrokenLine> = paragraphs.iter().flat_map(|p| p.evened(area.width / size, true)).collect();
    Ok(Fit {
        size,
        width: widest(&lines) * size,
        lines: lines.into_iter().map(|line| line.text.to_owned()).collect(),
        line_step: line_height * size,
    })
}

/// Breaks `text` into lines no wider than `width` at font size `size`, as many as it takes; an empty paragraph is an empty line.
///
/// A stretch that fits no line (an address, a long code) is broken where UAX #14 allows, else between characters; only
/// characters that 禁则 binds together may stay too wide. A last line of one or two characters takes a few from the one before.
pub fn wrap(fonts: &Fonts, text: &str, width: f64, size: f64, weight: Weight) -> Vec<String> {
    let limit = width / size;
    let strict = measure(fonts, text, weight, false);
    strict
        .iter()
        .flat_map(|paragraph| {
            let broken = paragraph.broken_up(fonts, weight, limit);
            broken.as_ref().unwrap_or(paragraph).evened(limit, false)
        })
        .map(|line| line.text.to_owned())
        .collect()
}

/// Room for the rounding of sums of widths.
const EPSILON: f64 = 1e-6;

fn block_height(lines: usize, size: f64, line_step: f64) -> f64 {
    match lines {
        0 => 0.0,
        #[expect(clippy::cast_precision_loss, reason = "line counts are small")]
        n => (n - 1) as f64 * line_step + size,
    }
}

fn widest(lines: &[BrokenLine<'_>]) -> f64 {
    lines.iter().map(|line| line.width).fold(0.0, f64::max)
}

/// A line cut out of a paragraph, without the spaces at its end; the width is in em.
#[derive(Clone, Copy)]
struct BrokenLine<'a> {
    text: &'a str,
    width: f64,
}

/// A stretch without a break in it: its end in the paragraph, its width without the spaces at its
/// end, and theirs before the next stretch on the same line.
#[derive(Clone, Copy)]
struct TextPiece {
    end: usize,
    width: f64,
    spaces: f64,
}

struct TextParagraph<'a> {
    text: &'a str,
    pieces: Vec<TextPiece>,
}

fn measure<'a>(fonts: &Fonts, text: &'a str, weight: Weight, loose: bool) -> Vec<TextParagraph<'a>> {
    if text.is_empty() {
        return Vec::new();
    }
    text.split('\n').map(|text| TextParagraph::new(fonts, text, segment::breaks(text, loose), weight)).collect()
}

impl<'a> TextParagraph<'a> {
    fn new(fonts: &Fonts, text: &'a str, ends: Vec<usize>, weight: Weight) -> TextParagraph<'a> {
        let mut pieces: Vec<TextPiece> = Vec::with_capacity(ends.len());
        let mut start = 0;
        let mut before = 0..0;
        for end in ends {
            let bare = text[start..end].trim_end_matches(' ');
            let width = fonts.width(bare, weight);
            if let Some(last) = pieces.last_mut().filter(|_| text[before.clone()].ends_with(' ')) {
                // The width of the spaces alone is not enough: between two Mongolian words they are set in the words'
                // font.
                let both = fonts.width(&text[before.start..start + bare.len()], weight);
                last.spaces = both - last.width - width;
            }
            pieces.push(TextPiece { end, width, spaces: 0.0 });
            before = start..end;
            start = end;
        }
        TextParagraph { text, pieces }
    }

    /// Greedy lines of at most `limit` em; a piece wider than that gets a line of its own.
    fn lines(&self, limit: f64) -> Vec<BrokenLine<'a>> {
        self.lines_of(0, self.pieces.len(), limit)
    }

    /// The lines of the pieces `from..to`.
    fn lines_of(&self, from: usize, to: usize, limit: f64) -> Vec<BrokenLine<'a>> {
        let mut start = self.start(from);
        let mut lines = Vec::new();
        let mut line = BrokenLine { text: "", width: 0.0 };
        let mut spaces = 0.0;
        for (at, piece) in self.pieces[from..to].iter().enumerate() {
            if at > 0 && line.width + spaces + piece.width > limit + EPSILON {
                lines.push(line);
                start = self.start(from + at);
                (line.width, spaces) = (0.0, 0.0);
            }
            line.width += spaces + piece.width;
            spaces = piece.spaces;
            line.text = self.text[start..piece.end].trim_end_matches(' ');
        }
        lines.push(line);
        lines
    }

    fn start(&self, piece: usize) -> usize {
        piece.checked_sub(1).map_or(0, |before| self.pieces[before].end)
    }

    /// The lines, evened out if the last would hold one or two characters: all of them if `all` or if they are two, as
    /// suits a title; else the last takes as little as it can from the one before, as suits running text.
    fn evened(&self, limit: f64, all: bool) -> Vec<BrokenLine<'a>> {
        let mut lines = self.lines(limit);
        let [.., before, last] = lines.as_slice() else { return lines };
        if last.text.chars().count() > 2 {
            return lines;
        }
        if all || lines.len() == 2 {
            return self.balanced(0, limit, lines.len());
        }
        let (first, end) = (self.piece_at(before.text), self.pieces.len());
        let long_enough = |at: &usize| self.text[self.start(*at)..].trim_end().chars().count() > 2;
        if let Some(at) = (first + 1..self.piece_at(last.text)).rev().find(long_enough) {
            lines.truncate(lines.len() - 2);
            lines.extend(self.lines_of(first, at, f64::INFINITY));
            lines.extend(self.lines_of(at, end, limit));
        }
        lines
    }

    /// The pieces from `first` on in `count` lines of widths as equal as can be: the sum of the squares of what each
    /// line leaves free is smallest. There must be a way to set them so; the greedy one is.
    fn balanced(&self, first: usize, limit: f64, count: usize) -> Vec<BrokenLine<'a>> {
        let pieces = &self.pieces[first..];
        // best[n]: least cost of the first n pieces in the lines so far, and with it where the last of these lines begins.
        let mut best = vec![f64::INFINITY; pieces.len() + 1];
        best[0] = 0.0;
        let mut starts = Vec::with_capacity(count);
        for _ in 0..count {
            let mut next = vec![f64::INFINITY; pieces.len() + 1];
            let mut start_of = vec![0; pieces.len() + 1];
            for from in (0..pieces.len()).filter(|&from| best[from].is_finite()) {
                let (mut width, mut spaces) = (0.0, 0.0);
                for (to, piece) in pieces.iter().enumerate().skip(from) {
                    width += spaces + piece.width;
                    spaces = piece.spaces;
                    if to > from && width > limit + EPSILON {
                        break;
                    }
                    let cost = best[from] + (limit - width).powi(2);
                    // Of equally good ways, the one with the longer lines first.
                    if cost <= next[to + 1] + EPSILON {
                        (next[to + 1], start_of[to + 1]) = (cost, from);
                    }
                }
            }
            starts.push(start_of);
            best = next;
        }
        let mut end = pieces.len();
        let mut lines = Vec::with_capacity(count);
        for start_of in starts.iter().rev() {
            let start = start_of[end];
            lines.extend(self.lines_of(first + start, first + end, f64::INFINITY));
            end = start;
        }
        lines.reverse();
        lines
    }

    /// The index of the piece that begins where `line`, a part of this paragraph's text, begins.
    fn piece_at(&self, line: &str) -> usize {
        let offset = line.as_ptr() as usize - self.text.as_ptr() as usize;
        self.pieces.iter().take_while(|piece| piece.end <= offset).count()
    }

    /// The paragraph with every piece wider than `limit` broken into smaller ones; `None` if there is no such piece.
    fn broken_up(&self, fonts: &Fonts, weight: Weight, limit: f64) -> Option<TextParagraph<'a>> {
        let too_wide = |piece: &TextPiece| piece.width > limit + EPSILON;
        if !self.pieces.iter().any(too_wide) {
            return None;
        }
        let loose = segment::breaks(self.text, true);
        let mut ends = Vec::new();
        let mut start = 0;
        for piece in &self.pieces {
            if too_wide(piece) {
                let inner = loose.iter().copied().filter(|&end| start < end && end < piece.end);
                let mut part = start;
                for end in inner.chain([piece.end]) {
                    if fonts.width(&self.text[part..end], weight) > limit + EPSILON {
                        ends.extend(character_ends(self.text, part, end));
                    }
                    ends.push(end);
                    part = end;
                }
            } else {
                ends.push(piece.end);
            }
            start = piece.end;
        }
        Some(TextParagraph::new(fonts, self.text, ends, weight))
    }
}

/// The ends of the characters strictly within `start..end` where 禁则 allows a line to end.
fn character_ends(text: &str, start: usize, end: usize) -> impl Iterator<Item = usize> {
    text[start..end]
        .char_indices()
        .map(move |(at, _)| start + at)
        .filter(move |&at| at > start && segment::may_end(text, at))
}
