//! Where everything is placed on a strip screen. All measures are parts of the height, so one layout serves every size.
//!
//! ```text
//! +---------+--------------------------+---------+
//! |         |  unit                    |  shape  |
//! |  C05    |  business                |  word   |      wide: from 4.6 times as wide as high
//! |         +--------------------------+---------+
//! | caption |  message                           |
//! +---------+------------------------------------+
//! ```
//! Less wide screens put the panel under the business, across.

use super::colours::Colours;
use super::said::{Message, StripContent};
use super::strip::{StateShape, StripBlock, StripLine, StripView};
use crate::diag::{Diagnostic, LocalizedText, Place};
use crate::plan::layout::fit_rule::{too_small, unfit};
use crate::text::{Area, Fit, FitError, Fonts, Sizes, Weight, fit};

/// What a layout is made for.
pub(super) struct Screen<'a> {
    /// Pixels.
    pub(super) width: u32,
    /// Pixels.
    pub(super) height: u32,
    /// Visible height in millimetres and viewing distance in metres, when known.
    pub(super) seen: Option<(f64, f64)>,
    /// Whether Mongolian is shown.
    pub(super) mongolian: bool,
    /// Its name in findings.
    pub(super) name: LocalizedText,
    /// The window's record, to blame.
    pub(super) origin: &'a Place,
}

/// No text is lower than this part of the height.
pub(super) const LEAST: f64 = 1.0 / 12.0;
/// Digits of the window number, as a part of the height: at least a half.
const NUMBER: f64 = 0.5;
/// Em boxes keep this part of the height from an edge; the characters in them, 3 %.
const TIGHT: f64 = 0.024;
/// From this ratio of width to height on, the panel is at the right.
const WIDE: f64 = 4.6;
/// Centre of a Chinese character above its base line, in em.
const HAN_MIDDLE: f64 = 0.38;

/// Sizes of unit and business as parts of the height; pairs are for a business of one line and of two, or largest and
/// smallest. On the usual strip, 123 mm high and read from 5 m, the smallest is 1/200 of the distance.
struct StripTexts {
    unit: (f64, f64),
    gap: (f64, f64),
    one: (f64, f64),
    two: (f64, f64),
}

const WIDE_TEXTS: StripTexts =
    StripTexts { unit: (0.21, 0.205), gap: (0.055, 0.02), one: (0.3, 0.225), two: (0.225, 0.2042) };
const TALL_TEXTS: StripTexts =
    StripTexts { unit: (0.13, 0.12), gap: (0.04, 0.02), one: (0.2, 0.15), two: (0.14, 0.125) };
/// Where nobody serves, the message is what people came for: as large as the business, in a band as high as both.
const WIDE_STOPPED: StripTexts =
    StripTexts { unit: (0.205, 0.205), gap: (0.018, 0.018), one: (0.215, 0.2042), two: (0.2042, 0.2042) };
const TALL_STOPPED: StripTexts =
    StripTexts { unit: (0.13, 0.12), gap: (0.03, 0.02), one: (0.15, 0.13), two: (0.125, 0.125) };
/// States in which the message says what to do instead.
const STOPPED: [&str; 7] = ["suspended", "withdrawn", "moved", "vacant", "paused", "fault", "fallback"];

struct StripDraft<'a> {
    said: &'a StripContent,
    screen: &'a Screen<'a>,
    fonts: &'a Fonts,
    colours: Colours,
    w: f64,
    h: f64,
    /// Whether the message is set as large as the business.
    stopped: bool,
    found: Vec<Diagnostic>,
}

/// Lays out a picture; `None` when a text does not fit, which the findings then say.
pub(super) fn lay_out(said: &StripContent, screen: &Screen<'_>, fonts: &Fonts) -> (Option<StripView>, Vec<Diagnostic>) {
    let (w, h) = (f64::from(screen.width), f64::from(screen.height));
    let lay = |stopped: bool| {
        let colours = Colours::of(said.tone);
        let mut draft = StripDraft { said, screen, fonts, colours, w, h, stopped, found: Vec::new() };
        let view = draft.view();
        (view, draft.found)
    };
    if STOPPED.contains(&said.code) {
        let (view, found) = lay(true);
        if view.is_some() && found.is_empty() {
            return (view, found);
        }
    }
    // Long texts leave less room for the message.
    lay(false)
}

impl StripDraft<'_> {
    fn view(&mut self) -> Option<StripView> {
        let (w, h, colours) = (self.w, self.h, self.colours);
        let wide = w / h >= WIDE;
        let (number_size, number_width) = self.number_size();
        let plate_width = (number_width + 0.2 * h).max(1.5 * h).round();
        let plate = block(0.0, 0.0, plate_width, h, colours.plate);
        let caption_top = (if wide { 0.71 } else { 0.76 } * h).round();
        let caption = self.caption(plate_width, caption_top)?;
        let number_middle = if caption.is_empty() { h / 2.0 } else { 0.03 * h + caption_top / 2.0 };
        let cap = self.fonts.han_metrics(Weight::Bold).cap_height;
        let number = StripLine {
            x: plate_width / 2.0,
            y: round(number_middle + number_size * cap / 2.0),
            size: number_size,
            weight: 700,
            anchor: "middle",
            ink: colours.on_plate,
            text: self.said.number.clone(),
        };
        let (columns, left) = self.columns(plate_width)?;
        let (panel, band) = self.panel_and_band(left, wide);
        let text_left = left + 0.11 * h;
        let text_right = if wide { panel.x - 0.08 * h } else { w - 0.11 * h };
        let text_bottom = if wide { band.y } else { panel.y };
        let (unit, business) = self.texts(text_left, text_right - text_left, text_bottom)?;
        let (shape, word) = self.state(&panel, wide, text_left)?;
        let message = self.message(&band, text_left)?;
        let strong = if self.stopped { message.iter().max_by(|a, b| a.size.total_cmp(&b.size)) } else { None };
        self.check_sizes(&unit, &business, &word, strong);
        Some(StripView {
            draft: self.said.draft,
            width: self.screen.width,
            height: self.screen.height,
            state: self.said.code,
            title: self.said.alt(),
            ground: colours.ground,
            plate,
            number,
            caption,
            columns,
            unit,
            business,
            panel,
            shape,
            word,
            band,
            message,
        })
    }

    /// The blocks of the state and of the message, right of `left`.
    fn panel_and_band(&self, left: f64, wide: bool) -> (StripBlock, StripBlock) {
        let (w, h, colours) = (self.w, self.h, self.colours);
        // Where the message is what people came for, its band takes the room.
        let [band_top, panel_top, panel_width] = if self.stopped { [0.49, 0.41, 1.18] } else { [0.71, 0.46, 1.25] };
        let band_top = match (wide, self.stopped) {
            (true, _) => band_top,
            (false, true) => 0.62,
            (false, false) => 0.76,
        };
        let (band_top, panel_top, panel_width) =
            ((band_top * h).round(), (panel_top * h).round(), (panel_width * h).round());
        let panel = match wide {
            true => block(w - panel_width, 0.0, panel_width, band_top, colours.panel),
            false => block(left, panel_top, w - left, band_top - panel_top, colours.panel),
        };
        let edge_width = if colours.edged { (0.025 * h).round() } else { 0.0 };
        let panel = StripBlock { edge: colours.edge, edge_width, ..panel };
        (panel, block(left, band_top, w - left, h - band_top, colours.band))
    }

    /// The sizes of this screen and state.
    fn parts(&self) -> &'static StripTexts {
        match (self.w / self.h >= WIDE, self.stopped) {
            (true, false) => &WIDE_TEXTS,
            (false, false) => &TALL_TEXTS,
            (true, true) => &WIDE_STOPPED,
            (false, true) => &TALL_STOPPED,
        }
    }

    /// Font size of the number, its digits half as high as the screen, and its width.
    fn number_size(&self) -> (f64, f64) {
        let cap = self.fonts.han_metrics(Weight::Bold).cap_height.max(0.5);
        let size = (NUMBER * self.h / cap * 2.0).ceil() / 2.0;
        (size, self.fonts.width(&self.said.number, Weight::Bold) * size)
    }

    /// `C区 · 公安户政厅` on the middle of the message's row.
    fn caption(&mut self, width: f64, band_top: f64) -> Option<Vec<StripLine>> {
        let venue = &self.said.venue;
        let wordings = match &self.said.zone {
            Some(zone) => vec![format!("{zone}·{venue}"), zone.clone()],
            None => vec![venue.clone()],
        };
        let room = width - 0.16 * self.h;
        let size = Sizes::px(0.115 * self.h, LEAST * self.h);
        let fitted =
            self.ladder(&wordings, room, 0.2 * self.h, Weight::Regular, size, 1, &self.screen.origin.clone())?;
        let middle = f64::midpoint(band_top, self.h) - 0.02 * self.h;
        Some(centred(&fitted, width / 2.0, middle, 400, self.colours.on_plate_soft))
    }

    /// Mongolian columns right of the plate, and where the rest begins.
    fn columns(&mut self, x: f64) -> Option<(Vec<StripLine>, f64)> {
        let Some(text) = self.said.mongolian.as_ref().filter(|_| self.screen.mongolian) else {
            return Some((Vec::new(), x));
        };
        let (pad, height) = (0.06 * self.h, 0.86 * self.h);
        let Some((size, lines)) = columns_of(self.fonts, text, height, self.h) else {
            self.misfit(
                text,
                &FitError::TooBig { size: 0.1 * self.h, lines: 4, max_lines: 3, width: 0.0, height: 0.0 },
            );
            return None;
        };
        let step = round(1.3 * size);
        let columns = lines.iter().zip(0u32..).map(|(line, n)| StripLine {
            x: round(x + pad + step * (f64::from(n) + 0.5)),
            y: round(0.07 * self.h),
            size,
            weight: 400,
            anchor: "start",
            ink: self.colours.ink,
            text: line.clone(),
        });
        let columns: Vec<StripLine> = columns.collect();
        let right = x + 2.0 * pad + step * columns.len() as f64;
        Some((columns, right.round()))
    }

    /// Unit above business, as one block centred in the room above `bottom`.
    fn texts(&mut self, x: f64, width: f64, bottom: f64) -> Option<(StripLine, Vec<StripLine>)> {
        let h = self.h;
        let room = bottom - 2.0 * TIGHT * h;
        let unit_text = self.said.unit.clone();
        let (long, short) = self.said.business.clone();
        let wordings: Vec<String> = [long].into_iter().chain(short).collect();
        let part = self.parts();
        // One line of a wording beats two lines of it, and its two lines beat the short form.
        let one = |text: &str, fonts: &Fonts| {
            let sizes = Sizes::px(part.one.0 * h, part.one.1 * h);
            fit(fonts, text, Area { width, height: h }, Weight::Bold, sizes, 1, 1.12)
        };
        let two = |text: &str, fonts: &Fonts| {
            let area = Area { width, height: room - (part.unit.1 + part.gap.1) * h };
            fit(fonts, text, area, Weight::Bold, Sizes::px(part.two.0 * h, part.two.1 * h), 2, 1.12)
        };
        let mut refused = None;
        let mut business = None;
        for wording in &wordings {
            match one(wording, self.fonts).or_else(|_| two(wording, self.fonts)) {
                Ok(fitted) => {
                    business = Some(fitted);
                    break;
                }
                Err(error) => refused = refused.or(Some((wording.clone(), error))),
            }
        }
        let Some(business) = business else {
            let (text, error) = refused?;
            let problem = unfit(self.said.business_place.clone(), &text, &self.screen.name, &error);
            self.found.push(
                problem.fix(
                    "改用更短的“业务”，或另写一个“条屏简称”。",
                    "Use a shorter 业务 or give a 条屏简称 beside it.",
                ),
            );
            return None;
        };
        let two_lines = business.lines.len() > 1;
        let pick = |pair: (f64, f64)| if two_lines { pair.1 * h } else { pair.0 * h };
        let (unit_max, gap) = (pick(part.unit), pick(part.gap));
        let unit_area = Area { width, height: h };
        let unit = match fit(self.fonts, &unit_text, unit_area, Weight::Regular, Sizes::px(unit_max, 0.12 * h), 1, 1.0)
        {
            Ok(unit) => unit,
            Err(error) => {
                self.found.push(unfit(self.said.unit_place.clone(), &unit_text, &self.screen.name, &error));
                return None;
            }
        };
        let height = unit.size + gap + business.height();
        let top = (bottom - height) / 2.0 + 0.005 * h;
        // A reduced picture may name no unit.
        let named = unit.lines.first().map_or("", String::as_str);
        let unit_base = unit.baselines(top).first().copied().unwrap_or(top);
        let unit_line = line(named, x, unit_base, unit.size, 400, self.colours.soft);
        let lines = business.lines.iter().zip(business.baselines(top + unit.size + gap));
        let business = lines.map(|(text, y)| line(text, x, y, business.size, 700, self.colours.ink)).collect();
        Some((unit_line, business))
    }

    /// Shape and word, stacked in a panel at the right, side by side in one across.
    fn state(&mut self, panel: &StripBlock, wide: bool, left: f64) -> Option<(StateShape, Vec<StripLine>)> {
        let h = self.h;
        let shape_size = if wide { 0.27 } else { 0.2 } * h;
        let room = if wide { panel.width - 0.14 * h } else { panel.width - 0.22 * h - shape_size };
        let most = if wide { 0.265 } else { 0.18 };
        let most = if self.stopped { 0.205_f64.min(most) } else { most };
        let sizes = Sizes::px(most * h, if wide { 0.165 } else { 0.12 } * h);
        let area = Area { width: room, height: panel.height };
        let most = if wide && !self.stopped { 2 } else { 1 };
        let word = match fit(self.fonts, &self.said.word, area, Weight::Bold, sizes, 1, 1.15).or_else(|_| {
            let sizes = Sizes::px(0.2 * h, 0.12 * h);
            fit(self.fonts, &self.said.word, area, Weight::Bold, sizes, most, 1.15)
        }) {
            Ok(word) => word,
            Err(error) => {
                self.misfit(&self.said.word.clone(), &error);
                return None;
            }
        };
        let ink = self.colours.on_panel;
        let shape = |x: f64, y: f64, size: f64| StateShape {
            name: self.said.shape,
            x: round(x),
            y: round(y),
            scale: size / 24.0,
            ink,
        };
        if wide {
            let several = word.lines.len() > 1 || self.stopped;
            let shape_size = if several { 0.2 * h } else { shape_size };
            let gap = if several { 0.03 } else { 0.05 } * h;
            let top = (panel.height - shape_size - gap - word.height()) / 2.0;
            let middle = panel.x + panel.width / 2.0;
            let lines = word.lines.iter().zip(word.baselines(panel.y + top + shape_size + gap));
            let lines =
                lines.map(|(text, y)| StripLine { anchor: "middle", ..line(text, middle, y, word.size, 700, ink) });
            return Some((shape(middle - shape_size / 2.0, panel.y + top, shape_size), lines.collect()));
        }
        let middle = panel.y + panel.height / 2.0;
        let x = left + shape_size + 0.06 * h;
        let y = middle + HAN_MIDDLE * word.size;
        let lines = word.lines.iter().map(|text| line(text, x, y, word.size, 700, ink)).collect();
        Some((shape(left, middle - shape_size / 2.0, shape_size), lines))
    }

    /// The band: one message large, or two as lines under each other.
    fn message(&mut self, band: &StripBlock, x: f64) -> Option<Vec<StripLine>> {
        let h = self.h;
        let room = self.w - x - 0.06 * h;
        let middle = band.y + band.height / 2.0;
        let least = LEAST * h;
        let colours = self.colours;
        let ink = |message: &Message| if message.strong { colours.strong } else { colours.on_band };
        let origin = |message: &Message| message.origin.clone().unwrap_or_else(|| self.screen.origin.clone());
        let messages: Vec<(&Message, Place)> = self.said.messages.iter().map(|m| (m, origin(m))).collect();
        if self.stopped {
            return self.stopped_message(band, x, &messages);
        }
        if let [(message, origin)] = messages.as_slice() {
            let sizes = Sizes::px(0.15 * h, least);
            let fitted =
                self.ladder(&message.wordings, room, band.height - 0.05 * h, Weight::Bold, sizes, 2, origin)?;
            return Some(started(&fitted, x, middle, 700, ink(message)));
        }
        let mut lines = Vec::new();
        let offset = 0.066 * h;
        for ((message, origin), middle) in messages.iter().zip([middle - offset, middle + offset]) {
            let weight = if message.strong { Weight::Bold } else { Weight::Regular };
            let sizes = Sizes::px(0.108 * h, least);
            let fitted = self.ladder(&message.wordings, room, 0.13 * h, weight, sizes, 1, origin)?;
            lines.extend(started(&fitted, x, middle, weight.number(), ink(message)));
        }
        Some(lines)
    }

    /// The message as large as the business, and what is to know beside it under it.
    fn stopped_message(&mut self, band: &StripBlock, x: f64, messages: &[(&Message, Place)]) -> Option<Vec<StripLine>> {
        let (h, room) = (self.h, self.w - x - 0.06 * self.h);
        let part = self.parts();
        let ((message, origin), more) = messages.split_first()?;
        let sizes = Sizes::px(part.one.0 * h, part.one.1 * h);
        let first = self.ladder(&message.wordings, room, band.height, Weight::Bold, sizes, 1, origin)?;
        let mut all = vec![(first, 700, message.strong)];
        for (message, origin) in more {
            let sizes = Sizes::px(0.1 * h, LEAST * h);
            let fitted = self.ladder(&message.wordings, room, 0.13 * h, Weight::Regular, sizes, 1, origin)?;
            all.push((fitted, 400, message.strong));
        }
        let gap = 0.03 * h;
        let height: f64 = all.iter().map(|(fitted, ..)| fitted.height() + gap).sum::<f64>() - gap;
        let mut top = band.y + (band.height - height) / 2.0;
        let mut lines = Vec::new();
        for (fitted, weight, strong) in &all {
            let ink = if *strong { self.colours.strong } else { self.colours.on_band };
            lines.extend(started(fitted, x, top + fitted.height() / 2.0, *weight, ink));
            top += fitted.height() + gap;
        }
        Some(lines)
    }

    /// The first wording that fits; when none does, a finding that blames `origin`.
    #[expect(clippy::too_many_arguments, reason = "the measures of one text box")]
    fn ladder(
        &mut self,
        wordings: &[String],
        width: f64,
        height: f64,
        weight: Weight,
        sizes: Sizes,
        most: usize,
        origin: &Place,
    ) -> Option<Fit> {
        let mut refused = None;
        // All wordings in one line at a good size, then in as many as allowed at any size.
        let good = Sizes { min: sizes.min.max(0.8 * sizes.max), ..sizes };
        for (sizes, most) in [(good, 1), (sizes, most)] {
            for wording in wordings {
                match fit(self.fonts, wording, Area { width, height }, weight, sizes, most, 1.2) {
                    Ok(fitted) => return Some(fitted),
                    Err(error) => refused = Some((wording.clone(), error)),
                }
                // A shorter wording says less: it is taken only when the first does not fit at all.
                if sizes == good {
                    break;
                }
            }
        }
        let (text, error) = refused?;
        self.found.push(unfit(origin.clone(), &text, &self.screen.name, &error));
        None
    }

    fn misfit(&mut self, text: &str, error: &FitError) {
        self.found.push(unfit(self.screen.origin.clone(), text, &self.screen.name, error));
    }

    /// What must be read from the viewing distance: unit, business, state, and where nobody serves what to do instead.
    /// The number is higher than any of them; other messages are for those who come nearer.
    fn check_sizes(
        &mut self,
        unit: &StripLine,
        business: &[StripLine],
        word: &[StripLine],
        message: Option<&StripLine>,
    ) {
        let Some((height_mm, distance)) = self.screen.seen else { return };
        let (said, origin) = (self.said, self.screen.origin);
        let lines = [(unit, &said.unit_place)].into_iter();
        let lines = lines.chain(business.iter().map(|line| (line, &said.business_place)));
        let lines = lines.chain(word.iter().chain(message).map(|line| (line, origin)));
        if let Some((least, place)) = lines.min_by(|a, b| a.0.size.total_cmp(&b.0.size)) {
            let mm = least.size * height_mm / self.h;
            self.found.extend(too_small(place.clone(), &least.text, &self.screen.name, mm, distance));
        }
    }
}

/// Mongolian in at most three columns `height` high: font size and lines, broken only at spaces.
fn columns_of(fonts: &Fonts, text: &str, height: f64, h: f64) -> Option<(f64, Vec<String>)> {
    let sizes = [0.17, 0.15, 0.13, 0.115, 0.1];
    sizes.iter().find_map(|part| {
        let size = round(part * h);
        let mut lines: Vec<String> = Vec::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let joined = lines.last().map(|line| format!("{line} {word}"));
            match (joined, lines.last_mut()) {
                (Some(joined), Some(last)) if fonts.width(&joined, Weight::Regular) * size <= height => *last = joined,
                _ => lines.push(word.to_owned()),
            }
        }
        let fits = lines.iter().all(|line| fonts.width(line, Weight::Regular) * size <= height);
        (fits && lines.len() <= 3).then_some((size, lines))
    })
}

/// To half a pixel: edges stay sharp, and small numbers stay small.
pub(super) fn round(value: f64) -> f64 {
    (value * 2.0).round() / 2.0
}

fn block(x: f64, y: f64, width: f64, height: f64, fill: &'static str) -> StripBlock {
    StripBlock { x, y, width, height, fill, edge: fill, edge_width: 0.0 }
}

fn line(text: &str, x: f64, y: f64, size: f64, weight: u16, ink: &'static str) -> StripLine {
    StripLine { x: round(x), y: round(y), size, weight, anchor: "start", ink, text: text.to_owned() }
}

/// Lines from `x` on, the block centred on `middle`.
fn started(fitted: &Fit, x: f64, middle: f64, weight: u16, ink: &'static str) -> Vec<StripLine> {
    let top = middle - fitted.height() / 2.0;
    let lines = fitted.lines.iter().zip(fitted.baselines(top));
    lines.map(|(text, y)| line(text, x, y, fitted.size, weight, ink)).collect()
}

fn centred(fitted: &Fit, x: f64, middle: f64, weight: u16, ink: &'static str) -> Vec<StripLine> {
    let lines = started(fitted, x, middle, weight, ink);
    lines.into_iter().map(|line| StripLine { anchor: "middle", ..line }).collect()
}
