//! Window signs (NA5.3a): number, unit, main matters, charge, promised limit, phone.

use crate::diag::{Diagnostic, Place};
use crate::model::matter::Matter;
use crate::model::sign::Board;
use crate::model::window::Version;
use crate::model::{Grounds, Hall, WindowId};
use crate::plan::layout::setter::{Setter, TextStyle, block, line, mm};
use crate::plan::layout::text_line::TextLine;
use crate::plan::layout::theme::{DesignTokens, THEME};
use crate::plan::lines::{ContentLine, spoken};
use crate::plan::view::View;
use crate::plan::words::origin::business_place;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::{Area, Fit, FitError, Fonts, Sizes};
use serde::Serialize;

/// One or more window signs (窗口吊牌), one a page, `layouts/boards/window.svg`.
#[derive(Clone, Debug, Serialize)]
pub struct WindowSigns {
    /// The signs.
    pub pages: Vec<WindowSign>,
}

/// A window sign with what NA5.3a requires: unit, main matters, charge, promised limit, phone.
#[derive(Clone, Debug, Serialize)]
pub struct WindowSign {
    /// The sign's id.
    pub id: String,
    /// The window's id.
    pub window: String,
    /// Colours.
    pub theme: DesignTokens,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Width of the number's plate.
    pub plate: f64,
    /// The number.
    pub number: TextLine,
    /// `窗口`, or `临时窗口`.
    pub word: TextLine,
    /// `咨询电话`.
    pub phone_label: TextLine,
    /// The phone.
    pub phone: TextLine,
    /// Left edge of the text column.
    pub left: f64,
    /// Width of the text column.
    pub column: f64,
    /// The unit.
    pub unit: TextLine,
    /// What is done here.
    pub business: Vec<TextLine>,
    /// The line under it.
    pub rule_y: Option<f64>,
    /// Matters, charge and limit.
    pub details: Vec<SignDetail>,
}

/// A labelled detail of a sign.
#[derive(Clone, Debug, Serialize)]
pub struct SignDetail {
    /// `办理事项`, `收费标准`, `承诺时限`.
    pub label: TextLine,
    /// What it says.
    pub lines: Vec<TextLine>,
}

impl View for WindowSigns {
    /// Of one sign by itself; a file of several says the same once more.
    fn lines(&self) -> Option<Vec<ContentLine>> {
        match self.pages.as_slice() {
            [sign] => Some(sign.lines()),
            _ => None,
        }
    }
}

impl WindowSign {
    fn lines(&self) -> Vec<ContentLine> {
        let mut lines: Vec<ContentLine> = Vec::new();
        lines.extend(spoken("number", &[&format!("{}{}", self.number.text, self.word.text)]));
        lines.extend(spoken("unit", &[&self.unit.text]));
        lines.extend(spoken("business", &[&TextLine::joined(&self.business)]));
        lines.extend(spoken("phone", &[&self.phone_label.text, &self.phone.text]));
        for detail in &self.details {
            lines.extend(spoken(
                format!("detail/{}", detail.label.text),
                &[&detail.label.text, &TextLine::joined(&detail.lines)],
            ));
        }
        lines
    }
}

/// The width for which the lengths below are stated.
const WIDTH: f64 = 500.0;
/// Width of a label of a detail, em.
const LABEL: f64 = 5.0;

/// The sign of one window as it is in `version`, and what does not fit.
pub(super) fn window_sign(
    hall: &Hall,
    board: &Board,
    id: WindowId,
    version: &Version,
    fonts: &Fonts,
) -> (WindowSign, Vec<Diagnostic>) {
    let (written, facts, window) = (&board.written, &version.facts, hall.window(id));
    let (width, height) = (written.width_mm.0, written.height_mm.0);
    let unit = (width / WIDTH).min(height / (WIDTH / 2.0));
    let name = format!("{} {}", written.name, facts.number);
    let mut set = Setter::new(fonts, &name, &sign_id(board, &window.id), written.viewing_distance.map(|d| d.0));
    let plate = 164.0 * unit;
    let (left, right) = (plate + 24.0 * unit, width - 22.0 * unit);
    let column = right - left;
    let middle = plate / 2.0;
    let number = Area { width: plate - 22.0 * unit, height: 80.0 * unit };
    let number =
        set.fit(&facts.number, number, TextStyle::title(74.0 * unit, 36.0 * unit), &window.origin.key("窗口号"));
    let phone = hall.phone_of(facts);
    let phone_room = Area { width: plate - 18.0 * unit, height: 32.0 * unit };
    let phone_fit = set.fit(phone, phone_room, TextStyle::title(30.0 * unit, 16.0 * unit).near(), &window.origin);
    let (unit_line, unit_size) = unit_name(hall, version, &mut set, column, unit);
    let details = details(hall, version, &mut set, column, unit, &window.origin);
    // The business takes the room between the unit and the details.
    let details_height: f64 = details.iter().map(|d| d.height).sum::<f64>() + GAP * unit * details.len() as f64;
    let top = 24.0 * unit + unit_size + 9.0 * unit;
    let bottom = height - 20.0 * unit - details_height;
    let room = bottom - top - if details.is_empty() { 0.0 } else { 12.0 * unit };
    // A line of its own if that stays large: two lines part words.
    let area = Area { width: column, height: room };
    let business = fullwidth_punctuation(&facts.business);
    let large = TextStyle::title(50.0 * unit, 29.0 * unit);
    let style = match set.try_fit(&business, area, large) {
        Ok(_) => large,
        Err(_) => TextStyle { leading: 1.18, ..TextStyle::title(42.0 * unit, 20.0 * unit) }.lines(2),
    };
    let found = set.fit(&business, area, style, &business_place(hall, id, facts));
    let business_top = top + (room - found.height()) / 2.0;
    let mut y = bottom + GAP * unit / 2.0;
    let view = WindowSign {
        id: sign_id(board, &window.id),
        window: window.id.clone(),
        theme: THEME,
        width,
        height,
        plate: mm(plate),
        number: line(middle, 112.0 * unit, number.size, "middle", &facts.number),
        word: line(
            middle,
            46.0 * unit,
            25.0 * unit,
            "middle",
            if version.temporary.is_some() { "临时窗口" } else { "窗口" },
        ),
        phone_label: line(middle, height - 66.0 * unit, 18.0 * unit, "middle", "咨询电话"),
        phone: line(middle, height - 28.0 * unit, phone_fit.size, "middle", phone),
        left: mm(left),
        column: mm(column),
        unit: line(left, 24.0 * unit + 0.88 * unit_size, unit_size, "start", &unit_line),
        business: block(&found, left, business_top, "start"),
        rule_y: (!details.is_empty()).then(|| mm(bottom - 6.0 * unit)),
        details: details
            .into_iter()
            .map(|detail| {
                let drawn = detail.place(left, y, unit);
                y += detail.height + GAP * unit;
                drawn
            })
            .collect(),
    };
    (view, set.findings)
}

/// Between details.
const GAP: f64 = 7.0;

/// `hanging-w-a01`.
pub(super) fn sign_id(board: &Board, window: &str) -> String {
    format!("{}-{window}", board.written.id)
}

/// The unit's full name, or its short one where the full one would be too small.
fn unit_name(hall: &Grounds, version: &Version, set: &mut Setter<'_>, column: f64, unit: f64) -> (String, f64) {
    let record = hall.unit(version.facts.unit);
    let area = Area { width: column, height: 40.0 * unit };
    let style = TextStyle::title(26.0 * unit, 20.0 * unit).near();
    let full = fullwidth_punctuation(record.name());
    if let Ok(found) = set.try_fit(&full, area, style) {
        return (full, found.size);
    }
    let short = fullwidth_punctuation(record.short_name());
    let found = set.fit(
        &short,
        area,
        TextStyle { sizes: Sizes::mm(26.0 * unit, 16.0 * unit), ..style },
        &record.origin.key("简称"),
    );
    (short, found.size)
}

/// A detail before its place is known.
struct Detail {
    label: &'static str,
    found: Fit,
    height: f64,
}

impl Detail {
    fn place(&self, left: f64, top: f64, unit: f64) -> SignDetail {
        let size = 17.0 * unit;
        let x = left + LABEL * size;
        let first = self.found.baselines(top).first().copied().unwrap_or(top);
        SignDetail { label: line(left, first, size, "start", self.label), lines: block(&self.found, x, top, "start") }
    }
}

/// Matters, charge and promised limit; what has no room is a finding at `origin`.
fn details(
    hall: &Hall,
    version: &Version,
    set: &mut Setter<'_>,
    column: f64,
    unit: f64,
    origin: &Place,
) -> Vec<Detail> {
    let matters: Vec<&Matter> = version.facts.matters.iter().map(|id| hall.matter(*id)).collect();
    let mut found = Vec::new();
    if matters.is_empty() {
        return found;
    }
    let width = column - LABEL * 17.0 * unit;
    let size = 17.0 * unit;
    let mut add = |label, names: &[&str], tail: &str, lines: usize| {
        let area = Area { width, height: size * 1.32 * lines as f64 };
        let style = TextStyle { leading: 1.32, ..TextStyle::body(size, size, lines) }.near();
        let fit = set.try_list(names, tail, area, style)?;
        let height = fit.height();
        found.push(Detail { label, found: fit, height });
        Ok(())
    };
    // The main matters: as many as fit in two lines, popular ones first.
    let mut sorted = matters.clone();
    sorted.sort_by_key(|m| !m.popular());
    let names: Vec<String> = sorted.iter().map(|m| fullwidth_punctuation(m.short_name())).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let all = names.len();
    let mut matters_lines = 2;
    'shown: for shown in (1..=all).rev() {
        let tail = if shown == all { String::new() } else { format!("等{all}项") };
        for lines in [1, 2] {
            if add("办理事项", &names[..shown], &tail, lines).is_ok() {
                matters_lines = lines;
                break 'shown;
            }
        }
    }
    let charge = charge(&matters);
    // There is room for a second line for the charge only when the matters need just one.
    let spare = matters_lines < 2;
    let mut unfit: Vec<(String, FitError)> = Vec::new();
    let told = add("收费标准", &[&charge], "", 1).is_ok() || spare && add("收费标准", &[&charge], "", 2).is_ok();
    if !told {
        let free = matters.iter().any(|m| !m.written.fee.charged.0);
        let brief = if free { "部分收费，见办事指南" } else { "收费，见办事指南" };
        unfit.extend(add("收费标准", &[brief], "", 1).err().map(|error| (brief.to_owned(), error)));
    }
    if let Some(limit) = limit(&matters) {
        unfit.extend(add("承诺时限", &[&limit], "", 1).err().map(|error| (limit, error)));
    }
    for (text, error) in unfit {
        set.unfit(&text, &error, origin);
    }
    found
}

/// What the matters cost: `不收费`, or each charge with its standard.
fn charge(matters: &[&Matter]) -> String {
    let mut items: Vec<String> = Vec::new();
    for item in matters.iter().filter(|m| m.written.fee.charged.0).flat_map(|m| m.written.fee.items.iter()) {
        let text = format!("{}{}", fullwidth_punctuation(&item.name), fullwidth_punctuation(&item.standard));
        if !items.contains(&text) {
            items.push(text);
        }
    }
    let free = matters.iter().any(|m| !m.written.fee.charged.0);
    match (items.is_empty(), free) {
        (true, true) => "不收费".to_owned(),
        (true, false) => "收费，见办事指南".to_owned(),
        (false, true) => format!("{}；其余不收费", items.join("；")),
        (false, false) => items.join("；"),
    }
}

/// The promised limits, from the shortest to the longest.
fn limit(matters: &[&Matter]) -> Option<String> {
    let mut limits: Vec<(f64, &str)> =
        matters.iter().filter_map(|m| Some((m.promised?.rough_days(), m.written.promised_limit.as_deref()?))).collect();
    limits.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (first, last) = (limits.first()?, limits.last()?);
    Some(if first.1 == last.1 { first.1.to_owned() } else { format!("{}至{}", first.1, last.1) })
}
