//! Cards for the evaluators of windows (W2.1.3.10d): name, number, unit, both phones, matters. Personal data: they go
//! into the print tree alone.

use super::facts::dated;
use super::window_sign::SignDetail;
use crate::diag::{Diagnostic, LocalizedText};
use crate::model::sign_changes::shows_on_signs;
use crate::model::staff::Person;
use crate::model::time::midnight;
use crate::model::window::Version;
use crate::model::{BuildDay, Hall, WindowId};
use crate::plan::layout::fit_rule::stops;
use crate::plan::layout::setter::{Setter, TextStyle, block, line, mm};
use crate::plan::layout::text_line::TextLine;
use crate::plan::layout::theme::{DesignTokens, THEME};
use crate::plan::output::{Form, Output, Rank, Tree};
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::{Area, Fit, Fonts};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The cards of one window, one a page, `layouts/boards/evaluator.svg`.
#[derive(Clone, Debug, Serialize)]
pub struct EvaluatorCards {
    /// The cards.
    pub pages: Vec<EvaluatorCard>,
}

impl View for EvaluatorCards {}

/// Who serves at a window. Personal data: in the print tree alone.
#[derive(Clone, Debug, Serialize)]
pub struct EvaluatorCard {
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
    /// `窗口`.
    pub word: TextLine,
    /// The window's number.
    pub number: TextLine,
    /// The name.
    pub name: TextLine,
    /// The post, where it is written.
    pub role: Option<TextLine>,
    /// Left edge of the text column.
    pub left: f64,
    /// Width of the text column.
    pub column: f64,
    /// The line under the name.
    pub rule_y: f64,
    /// Staff number, unit, matters, both phones.
    pub details: Vec<SignDetail>,
}

/// Width and height of a card, millimetres.
const SIZE: (f64, f64) = (150.0, 100.0);
/// Width of the number's plate.
const PLATE: f64 = 42.0;
/// Size of a detail.
const DETAIL: f64 = 5.0;
/// Top of the details.
const TOP: f64 = 30.0;
/// Most lines for the matters.
const MATTER_LINES: usize = 3;

/// A PDF for each window at which someone is shown, one page a person. Whoever has no name has no card.
pub(in crate::plan) fn outputs(hall: &Hall, when: BuildDay, fonts: &Fonts) -> (Vec<Output>, Vec<Diagnostic>) {
    let day = when.date;
    let (mut outputs, mut findings) = (Vec::new(), Vec::new());
    let mut people: BTreeMap<WindowId, Vec<(&Person, &str)>> = BTreeMap::new();
    for person in hall.staff.iter().filter(|person| person.is_shown()) {
        let name = person.written.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
        for (window, name) in person.windows.iter().zip(std::iter::repeat(name)) {
            people.entry(*window).or_default().extend(name.map(|name| (person, name)));
        }
    }
    let at = hall.at(midnight(day));
    for (id, people) in people {
        let (Some(version), window) = (at.window(id), &hall.window(id).id) else { continue };
        let mut pages = Vec::new();
        for (person, name) in people {
            let (card, mut found) = card(hall, (window, version), person, name, fonts);
            if !stops(&mut found, &what(window, &person.written.id)) {
                pages.push(card);
            }
            findings.extend(found);
        }
        if pages.is_empty() {
            continue;
        }
        let form = Form::Print {
            template: "boards/evaluator.svg",
            width_mm: SIZE.0,
            height_mm: SIZE.1,
            title: format!("{}窗口评价器", version.facts.number),
            dated: dated(hall, day, |change| shows_on_signs(change, &[id])),
        };
        outputs.push(Output {
            tree: Tree::Print,
            path: url::evaluator(window),
            rank: Rank::Media,
            form,
            view: Arc::new(EvaluatorCards { pages }),
            origin: hall.window(id).origin.clone(),
            listed: None,
        });
    }
    (outputs, findings)
}

fn what(window: &str, number: &str) -> LocalizedText {
    LocalizedText::new(
        format!("窗口“{window}”工号{number}的评价器卡片"),
        format!("evaluator card of \"{number}\" at \"{window}\""),
    )
}

fn card(
    hall: &Hall,
    (window, version): (&str, &Version),
    person: &Person,
    name: &str,
    fonts: &Fonts,
) -> (EvaluatorCard, Vec<Diagnostic>) {
    let facts = &version.facts;
    let mut set = Setter::new(fonts, "评价器", window, None);
    set.what = what(window, &person.written.id);
    let (width, height) = SIZE;
    let (left, middle) = (PLATE + 7.0, PLATE / 2.0);
    let column = width - 7.0 - left;
    let plate = Area { width: PLATE - 6.0, height: 24.0 };
    let number = set.fit(&facts.number, plate, TextStyle::title(20.0, 9.0), &person.origin);
    let called = set.fit(
        name,
        Area { width: column * 0.6, height: 16.0 },
        TextStyle::title(12.0, 6.0),
        &person.origin.key("姓名"),
    );
    let role = person.written.role.as_deref().map(|role| {
        let room = column - set.width(name, called.size, crate::text::Weight::Bold) - 4.0;
        let area = Area { width: room, height: 8.0 };
        let found =
            set.fit(&fullwidth_punctuation(role), area, TextStyle::body(5.6, 3.6, 1), &person.origin.key("岗位"));
        line(left + column, 19.0, found.size, "end", &fullwidth_punctuation(role))
    });
    let x = left + 5.0 * DETAIL;
    let mut told: Vec<(&str, Fit)> = Vec::new();
    let mut add = |label, found| told.push((label, found));
    let room = |lines: usize| Area { width: column - 5.0 * DETAIL, height: DETAIL * 1.4 * lines as f64 };
    let style = |lines: usize| TextStyle::body(DETAIL, DETAIL * 0.8, lines);
    add("工号", set.fit(&person.written.id, room(1), style(1), &person.origin.key("工号")));
    let unit = fullwidth_punctuation(hall.unit(person.unit).name());
    add("单位", set.fit(&unit, room(2), style(2), &person.origin.key("单位")));
    add("办理事项", matters(hall, version, &mut set, (room(MATTER_LINES), style(MATTER_LINES)), person));
    add("咨询电话", set.fit(hall.phone_of(facts), room(1), style(1), &person.origin));
    let complaint = &hall.site.complaint_phone;
    add("投诉电话", set.fit(complaint, room(1), style(1), &hall.site_origin.key("投诉电话")));
    // The remaining room is shared out between the details.
    let text: f64 = told.iter().map(|(_, found)| found.height()).sum();
    let gap = ((height - TOP - 8.0 - text) / told.len() as f64).clamp(2.0, 5.0);
    let mut y = TOP;
    let detail = |(label, found): (&str, Fit)| {
        let first = found.baselines(y).first().copied().unwrap_or(y);
        let lines = block(&found, x, y, "start");
        y += found.height() + gap;
        SignDetail { label: line(left, first, DETAIL, "start", label), lines }
    };
    let details = told.into_iter().map(detail).collect();
    let view = EvaluatorCard {
        window: window.to_owned(),
        theme: THEME,
        width,
        height,
        plate: mm(PLATE),
        word: line(middle, 34.0, 7.0, "middle", "窗口"),
        number: line(middle, 60.0, number.size, "middle", &facts.number),
        name: line(left, 19.0, called.size, "start", name),
        role,
        left: mm(left),
        column: mm(column),
        rule_y: 24.0,
        details,
    };
    (view, set.findings)
}

/// As many matters as there is room for, popular ones first; the business of a window without any.
fn matters(
    hall: &Hall,
    version: &Version,
    set: &mut Setter<'_>,
    (room, style): (Area, TextStyle),
    person: &Person,
) -> Fit {
    let mut matters: Vec<_> = version.facts.matters.iter().map(|id| hall.matter(*id)).collect();
    matters.sort_by_key(|matter| !matter.popular());
    let names: Vec<String> = matters.iter().map(|matter| fullwidth_punctuation(matter.short_name())).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    for shown in (1..=names.len()).rev() {
        let tail = if shown == names.len() { String::new() } else { format!("等{}项", names.len()) };
        for lines in 1..=style.max_lines {
            if let Ok(found) = set.try_list(&names[..shown], &tail, room, style.lines(lines)) {
                return found;
            }
        }
    }
    set.fit(&fullwidth_punctuation(&version.facts.business), room, style, &person.origin)
}

#[cfg(test)]
mod tests {
    use super::{EvaluatorCards, outputs};
    use crate::content::staff::RawStaff;
    use crate::model::BuildDay;
    use crate::plan::output::Tree;
    use crate::plan::sample;
    use crate::text::Fonts;
    use jiff::civil::date;

    #[test]
    fn only_people_who_are_shown_have_a_card_and_only_in_print() {
        let mut content = sample::content();
        let people = "
人员:
  - {工号: S1, 姓名: 甲某, 单位: rsj, 窗口: [w-d01]}
  - {工号: S2, 姓名: 乙某, 单位: rsj, 窗口: [w-d01], 公示: 否}
  - {工号: S3, 单位: rsj, 窗口: [w-d03]}
";
        content.staff = Some(sample::doc::<RawStaff>("content/staff.yaml", people));
        let when = BuildDay::at(date(2026, 10, 9).at(9, 0, 0, 0), 14);
        let (outputs, findings) = outputs(&sample::resolved(&content), when, Fonts::embedded());
        assert_eq!(findings, []);
        assert_eq!(
            outputs.iter().map(|output| (output.tree, output.path.as_str())).collect::<Vec<_>>(),
            [(Tree::Print, "evaluators/w-d01.pdf")]
        );
        let cards = outputs[0].view.as_kind::<EvaluatorCards>().expect("cards");
        assert_eq!(cards.pages.iter().map(|card| card.name.text.as_str()).collect::<Vec<_>>(), ["甲某"]);
    }
}
