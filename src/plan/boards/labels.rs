//! Labels for boxes, drawers, cabinets, seats and devices (W2.1.3): A4 sheets with labels of one look, to be cut up.
//! They may name people: they go into the print tree alone.

use crate::content::LabelKind;
use crate::diag::{Diagnostic, LocalizedText};
use crate::model::Grounds;
use crate::model::sign::Label;
use crate::model::time::midnight;
use crate::plan::layout::fit_rule::stops;
use crate::plan::layout::setter::{Setter, TextStyle, block_in, line};
use crate::plan::layout::text_line::TextLine;
use crate::plan::layout::theme::{DesignTokens, THEME};
use crate::plan::output::{Form, Output, Rank, Tree};
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::{Area, Fonts};
use jiff::civil::Date;
use serde::Serialize;
use std::sync::Arc;

/// The sheets, `layouts/boards/labels.svg`.
#[derive(Clone, Debug, Serialize)]
pub struct Labels {
    /// The sheets, one a page.
    pub pages: Vec<LabelSheet>,
}

impl View for Labels {}

/// A sheet to be cut up.
#[derive(Clone, Debug, Serialize)]
pub struct LabelSheet {
    /// Colours.
    pub theme: DesignTokens,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// The labels, from the top left.
    pub labels: Vec<LabelView>,
}

/// A label; its own left top corner is where its lengths begin.
#[derive(Clone, Debug, Serialize)]
pub struct LabelView {
    /// Left edge on the sheet.
    pub x: f64,
    /// Top on the sheet.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Height of the band.
    pub band: f64,
    /// What kind it is, in the band on the left.
    pub kind: TextLine,
    /// Whose it is, in the band on the right.
    pub whose: TextLine,
    /// What it says.
    pub name: Vec<TextLine>,
    /// What is written under that.
    pub details: Vec<TextLine>,
}

/// A4 portrait, millimetres.
const SIZE: (f64, f64) = (210.0, 297.0);
/// Margins at the side and at the top, and the room between labels.
const MARGIN: (f64, f64) = (12.0, 11.5);
const GAP: f64 = 6.0;
/// Room at the side of a label.
const PAD: f64 = 5.0;
/// How large a label and its parts are, and how many fit across and down a page.
#[derive(Clone, Copy)]
struct Cut {
    width: f64,
    height: f64,
    across: usize,
    down: usize,
    band: f64,
    kind: f64,
    name: (f64, f64),
    detail: f64,
}

/// For small things: boxes, drawers, devices.
const SMALL: Cut =
    Cut { width: 90.0, height: 50.0, across: 2, down: 5, band: 11.0, kind: 5.4, name: (11.0, 5.0), detail: 6.0 };
/// For what is read from some steps away or contains a list: seats, cabinets.
const LARGE: Cut =
    Cut { width: 186.0, height: 87.0, across: 1, down: 3, band: 17.0, kind: 8.5, name: (21.0, 8.0), detail: 7.0 };

fn cut(kind: LabelKind) -> Cut {
    match kind {
        LabelKind::Seat | LabelKind::Cabinet => LARGE,
        _ => SMALL,
    }
}

/// What is written in the band.
fn caption(kind: LabelKind) -> &'static str {
    match kind {
        LabelKind::BlankForms => "空白表格",
        LabelKind::Drawer => "抽屉柜",
        LabelKind::Cabinet => "文件柜",
        LabelKind::FileBox => "文件盒",
        LabelKind::Convenience => "便民用品",
        LabelKind::Seat => "爱心专座",
        LabelKind::Device => "设备",
    }
}

/// One PDF with all labels, the small ones first; none where nothing is written.
pub(in crate::plan) fn outputs(hall: &Grounds, fonts: &Fonts) -> (Vec<Output>, Vec<Diagnostic>) {
    let (mut small, mut large, mut findings) = (Vec::new(), Vec::new(), Vec::new());
    for label in &hall.labels {
        let cut = cut(label.written.kind);
        let (view, mut found) = draw(hall, label, cut, fonts);
        let stopped = stops(&mut found, &what(label));
        findings.extend(found);
        if !stopped {
            let usual = if label.written.kind == LabelKind::BlankForms { 2 } else { 1 };
            let copies = label.written.copies.map_or(usual, |count| count.0);
            let sort = if cut.across > 1 { &mut small } else { &mut large };
            sort.extend((0..copies).map(|_| view.clone()));
        }
    }
    let mut pages = sheets(small, SMALL);
    pages.extend(sheets(large, LARGE));
    if pages.is_empty() {
        return (Vec::new(), findings);
    }
    let form = Form::Print {
        template: "boards/labels.svg",
        width_mm: SIZE.0,
        height_mm: SIZE.1,
        title: format!("{}标签", hall.site.name),
        dated: midnight(Date::constant(2021, 3, 18)),
    };
    let output = Output {
        tree: Tree::Print,
        path: url::LABELS.to_owned(),
        rank: Rank::Media,
        form,
        view: Arc::new(Labels { pages }),
        origin: hall.labels.first().map_or_else(|| hall.site_origin.clone(), |label| label.origin.clone()),
        listed: None,
    };
    (vec![output], findings)
}

fn sheets(labels: Vec<LabelView>, cut: Cut) -> Vec<LabelSheet> {
    let mut sheets = Vec::new();
    for chunk in labels.chunks(cut.across * cut.down) {
        let placed = chunk.iter().enumerate().map(|(n, label)| LabelView {
            x: MARGIN.0 + (n % cut.across) as f64 * (cut.width + GAP),
            y: MARGIN.1 + (n / cut.across) as f64 * (cut.height + GAP),
            ..label.clone()
        });
        sheets.push(LabelSheet { theme: THEME, width: SIZE.0, height: SIZE.1, labels: placed.collect() });
    }
    sheets
}

fn what(label: &Label) -> LocalizedText {
    let name = &label.written.name;
    LocalizedText::new(format!("标签“{name}”"), format!("label \"{name}\""))
}

fn draw(hall: &Grounds, label: &Label, cut: Cut, fonts: &Fonts) -> (LabelView, Vec<Diagnostic>) {
    let written = &label.written;
    let mut set = Setter::new(fonts, "标签", &written.name, None);
    set.what = what(label);
    let column = cut.width - 2.0 * PAD;
    let kind = caption(written.kind);
    let base = (cut.band + 0.74 * cut.kind) / 2.0;
    let whose = label
        .unit
        .map_or_else(|| fullwidth_punctuation(&hall.site.name), |unit| fullwidth_punctuation(hall.unit(unit).name()));
    let left = column - set.width(kind, cut.kind, crate::text::Weight::Bold) - 4.0;
    let whose_style = TextStyle::body(0.8 * cut.kind, 0.4 * cut.kind, 1);
    let whose_place = label.unit.map_or_else(|| hall.site_origin.key("名称"), |_| label.origin.key("单位"));
    let whose_fit = set.fit(&whose, Area { width: left, height: cut.band }, whose_style, &whose_place);
    let details = details(label);
    // The lines of a list keep one size.
    let below = (details.len() as f64 * 1.45 * cut.detail).min(cut.height - cut.band - 14.0);
    let rows = below / details.len().max(1) as f64;
    let text = cut.height - cut.band - below - 2.0 * 3.0;
    let name = fullwidth_punctuation(&written.name);
    // Over a list the name is a heading.
    let most = if written.kind == LabelKind::Cabinet { 0.55 * cut.name.0 } else { cut.name.0 };
    let style = TextStyle::title(most, cut.name.1).lines(2);
    let name_fit = set.fit(&name, Area { width: column, height: text }, style, &label.origin.key("名称"));
    let mut lines = Vec::new();
    let top = cut.height - 3.5 - below;
    for (n, detail) in details.iter().enumerate() {
        let style = TextStyle::body(cut.detail.min(rows / 1.2), 0.5 * cut.detail, 1);
        let found = set.fit(detail, Area { width: column, height: rows }, style, &label.origin);
        let y = top + (n as f64 + 0.5) * rows + 0.37 * found.size;
        let listed = written.kind == LabelKind::Cabinet;
        let (x, anchor) = if listed { (PAD, "start") } else { (cut.width / 2.0, "middle") };
        lines.push(line(x, y, found.size, anchor, detail));
    }
    let view = LabelView {
        x: 0.0,
        y: 0.0,
        width: cut.width,
        height: cut.height,
        band: cut.band,
        kind: line(PAD, base, cut.kind, "start", kind),
        whose: line(cut.width - PAD, base, whose_fit.size, "end", &whose),
        name: block_in(&name_fit, cut.width / 2.0, cut.band + 2.5, text, "middle"),
        details: lines,
    };
    (view, set.findings)
}

/// `数量 2副`, `编号 01　责任人 张某`, then the lines.
fn details(label: &Label) -> Vec<String> {
    let written = &label.written;
    let told = [("数量", &written.count), ("编号", &written.number), ("责任人", &written.keeper)];
    let told: Vec<String> = told
        .into_iter()
        .filter_map(|(what, value)| Some(format!("{what} {}", fullwidth_punctuation(value.as_ref()?))))
        .collect();
    let first = (!told.is_empty()).then(|| told.join("　"));
    first.into_iter().chain(written.lines.iter().map(|line| fullwidth_punctuation(line))).collect()
}
