//! The card 设备维护中 for a device out of order (Y3.2.4): A4 landscape, to be placed on the device.

use crate::diag::{Diagnostic, LocalizedText};
use crate::model::fault::Fault;
use crate::model::{BuildDay, Grounds};
use crate::plan::layout::fit_rule::{stops, unfit};
use crate::plan::layout::setter::line;
use crate::plan::layout::text_line::TextLine;
use crate::plan::layout::theme::{DesignTokens, THEME};
use crate::plan::notices::circulars::{card_lines, device};
use crate::plan::output::{Form, Output, Rank, Tree};
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::{FitError, Fonts, Weight, wrap};
use serde::Serialize;
use std::sync::Arc;

/// The card on a device out of order (A4 landscape, `layouts/announcements/card.svg`). Lengths are millimetres.
#[derive(Clone, Debug, Serialize)]
pub struct FaultCard {
    /// Colours.
    pub theme: DesignTokens,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// The hall.
    pub hall: TextLine,
    /// `设备维护中`
    pub word: TextLine,
    /// The labels.
    pub labels: Vec<TextLine>,
    /// The words beside them.
    pub lines: Vec<TextLine>,
}

impl View for FaultCard {}

/// A4 landscape.
const SIZE: (f64, f64) = (297.0, 210.0);
const MARGIN: f64 = 22.0;
/// Where the words begin, right of the labels.
const WORDS: f64 = 78.0;
/// Top and bottom of the words.
const BODY: (f64, f64) = (84.0, 200.0);
/// Font sizes of the words, largest first; read from about 2 m, which requires at least 8 mm.
const FONT: (f64, f64) = (12.0, 8.5);
/// Sizes tried, a quarter of a millimetre apart, after the largest.
const STEPS: u32 = 14;
/// Distance of base lines, em.
const LEADING: f64 = 1.4;
/// Lines of the smallest size there is room for.
const MOST_LINES: usize = 8;

/// A card for each device that is out of order at the time of the build or will be within its horizon.
pub(in crate::plan) fn outputs(hall: &Grounds, when: BuildDay, fonts: &Fonts) -> (Vec<Output>, Vec<Diagnostic>) {
    let (mut outputs, mut findings) = (Vec::new(), Vec::new());
    let lasting = hall.faults.iter().filter(|fault| fault.lasts(when) && fault.span.from < when.span().to);
    for fault in lasting {
        let title = format!("{}：设备维护中", device(hall, fault));
        let (card, mut found) = card(hall, fault, when, fonts);
        let what = LocalizedText::new(format!("卡片“{title}”"), format!("card of {}", fault.written.id));
        let stopped = stops(&mut found, &what);
        findings.extend(found);
        if stopped {
            continue;
        }
        outputs.push(Output {
            tree: Tree::Print,
            path: url::fault_card(&fault.notice_id),
            rank: Rank::Media,
            form: Form::Print {
                template: "announcements/card.svg",
                width_mm: SIZE.0,
                height_mm: SIZE.1,
                title,
                dated: fault.span.from,
            },
            view: Arc::new(card),
            origin: fault.origin.clone(),
            listed: None,
        });
    }
    (outputs, findings)
}

/// The card at the largest size at which all its words fit on it.
fn card(hall: &Grounds, fault: &Fault, when: BuildDay, fonts: &Fonts) -> (FaultCard, Vec<Diagnostic>) {
    let texts = card_lines(hall, fault, when);
    let what = LocalizedText::new("A4卡片", "the A4 card");
    let missing: Vec<char> = texts.iter().flat_map(|(_, text)| fonts.missing(text)).collect();
    let mut findings = Vec::new();
    if !missing.is_empty() {
        findings.push(unfit(fault.origin.clone(), &fault.written.device, &what, &FitError::Missing(missing)));
    }
    let sizes = (0..=STEPS).map(|step| FONT.0 - 0.25 * f64::from(step));
    let mut laid = sizes.map(|size| rows(&texts, size, fonts));
    let Some((labels, lines, _)) = laid.find(|(_, _, bottom)| *bottom <= BODY.1) else {
        let (labels, lines, bottom) = rows(&texts, FONT.1, fonts);
        let error = FitError::TooBig {
            size: FONT.1,
            lines: lines.len(),
            max_lines: MOST_LINES,
            width: SIZE.0 - MARGIN - WORDS,
            height: bottom - BODY.0,
        };
        findings.push(unfit(fault.origin.key("替代办法"), &fault.written.instead, &what, &error));
        return (face(hall, labels, lines), findings);
    };
    (face(hall, labels, lines), findings)
}

/// Labels and words at a size, and where they end.
fn rows(texts: &[(String, String)], size: f64, fonts: &Fonts) -> (Vec<TextLine>, Vec<TextLine>, f64) {
    let (mut labels, mut lines) = (Vec::new(), Vec::new());
    let mut y = BODY.0;
    for (label, text) in texts {
        let room = SIZE.0 - MARGIN - WORDS;
        for (n, text) in wrap(fonts, text, room, size, Weight::Bold).iter().enumerate() {
            y += size * LEADING;
            if n == 0 {
                labels.push(line(MARGIN, y, size, "start", label));
            }
            lines.push(line(WORDS, y, size, "start", text));
        }
        y += 0.35 * size;
    }
    (labels, lines, y)
}

fn face(hall: &Grounds, labels: Vec<TextLine>, lines: Vec<TextLine>) -> FaultCard {
    FaultCard {
        theme: THEME,
        width: SIZE.0,
        height: SIZE.1,
        hall: line(MARGIN, 16.0, 8.0, "start", &fullwidth_punctuation(&hall.site.name)),
        word: line(SIZE.0 / 2.0, 60.0, 36.0, "middle", "设备维护中"),
        labels,
        lines,
    }
}
