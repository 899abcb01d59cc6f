//! Matters' pages: one answer first.

use super::frame::{self, Frame, SiteSection};
use super::machine::linked_data;
use super::matter_parts::{
    BasisView, ChangeView, FeeView, MaterialGroup, ResultView, StepView, Summary, bases, changes, facts, fees, joint,
    materials, results, special, steps, summary,
};
use super::parts::{Fact, HoursView, Interval, Link, NoticeItem, PlanPhase, Turn, WindowRow};
use super::site::Site;
use super::window_phase::{Days, joined};
use super::{downloads, hours, matter_plans, nearby, rows};
use crate::content::Collection;
use crate::model::{HoursId, MatterId, WindowId};
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::words::elsewhere::{boundaries, elsewhere};
use crate::plan::words::punctuation::fullwidth_punctuation;
use serde::Serialize;

/// `matter.html`
#[derive(Clone, Debug, Serialize)]
pub struct MatterPage {
    /// The frame.
    pub frame: Frame,
    /// The matter's id.
    pub id: String,
    /// The full name.
    pub name: String,
    /// Names people use.
    pub aliases: Vec<String>,
    /// Whether its data is illustrative.
    pub illustrative: bool,
    /// Kinds: 行政确认, 承诺件.
    pub tags: Vec<String>,
    /// The unit that decides.
    pub unit: Link,
    /// Notices that concern it.
    pub notices: Vec<NoticeItem>,
    /// The answers on top.
    pub summary: Summary,
    /// Windows that serve it or are suspended, with their days.
    pub windows: Vec<WindowRow>,
    /// Where it is done when no window takes it on any more, with the days.
    pub gone: Vec<GoneView>,
    /// Plans of their floors with them picked out.
    pub plans: Vec<PlanPhase>,
    /// Where else it is done, outside the hall.
    pub also_at: Vec<Link>,
    /// Hours of those windows, each timetable once.
    pub hours: Vec<HoursView>,
    /// What to bring.
    pub materials: Vec<MaterialGroup>,
    /// 一次性告知 (Y2.2.4).
    pub told_once: Vec<String>,
    /// The blanks of what a window hands out then, where it is told.
    pub blanks: Vec<Link>,
    /// 受理条件.
    pub conditions: Vec<String>,
    /// 前台受理、后台审批、窗口出件 (W2.1.2.3b), where it is written.
    pub handling: Vec<HandlingView>,
    /// Steps.
    pub steps: Vec<StepView>,
    /// Special procedures.
    pub special: Vec<StepView>,
    /// Joint units.
    pub joint: Vec<Fact>,
    /// Charges.
    pub fees: Vec<FeeView>,
    /// Results.
    pub results: Vec<ResultView>,
    /// What is handed out where it is refused (Y2.2.2c): its name and its blank.
    pub refusal: Option<Link>,
    /// Legal basis.
    pub bases: Vec<BasisView>,
    /// Questions.
    pub faq: Vec<FaqView>,
    /// The remaining elements.
    pub facts: Vec<Fact>,
    /// What changed, newest first.
    pub changes: Vec<ChangeView>,
    /// Themes.
    pub themes: Vec<Link>,
    /// The phone for questions.
    pub phone: String,
    /// Its neighbours within the unit.
    pub turn: Turn,
    /// The brief guide.
    pub brief: String,
    /// The page's address to scan.
    pub code: Option<String>,
    /// The page's full address, printed under it.
    pub address: Option<String>,
}

impl View for MatterPage {}

/// Who does a part of the work.
#[derive(Clone, Debug, Serialize)]
pub struct HandlingView {
    /// `前台受理`
    pub name: &'static str,
    /// In words; empty where windows say it.
    pub value: String,
    /// The windows, with their days.
    pub windows: Vec<WindowRow>,
}

/// Where a matter is done when no window takes it on any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GoneView {
    /// When.
    #[serde(flatten)]
    pub when: Interval,
    /// `请到金凤区示例路1号二楼办理`, without a full stop.
    pub words: String,
    /// The phone for questions.
    pub phone: String,
}

/// A question.
#[derive(Clone, Debug, Serialize)]
pub struct FaqView {
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
}

/// A matter's page.
pub(super) fn matter(cx: &Site, id: MatterId) -> MatterPage {
    let matter = cx.hall.matter(id);
    let written = &matter.written;
    let unit = cx.hall.unit(matter.unit);
    let name = fullwidth_punctuation(matter.name());
    let serving = cx.hall.windows_of(id);
    let windows = rows::rows_among(cx, serving.iter().copied(), |v| v.facts.matters.contains(&id));
    let rows = with_now(cx, windows, serving);
    let ids = rows::serving(cx, id);
    let path = url::matter(matter.id());
    let trail = matter
        .themes
        .first()
        .map(|t| cx.hall.theme(*t))
        .map(|t| Link { label: t.name.clone(), href: url::theme(&t.id) });
    let mut frame = frame::frame(cx, &path, SiteSection::Themes, &name, trail.into_iter().collect());
    frame.description = format!("{name}：在哪个窗口办、带什么材料、多久办好、是否收费。{}。", cx.hall.site.name);
    frame.keywords = std::iter::once(name.clone()).chain(written.aliases.iter().cloned()).collect::<Vec<_>>().join(",");
    let phone = cx.hall.matter_phone(id).to_owned();
    frame.linked.push(linked_data::linked_matter(cx, id, &rows, &phone));
    let told_once = &cx.hall.profile.states.told_once;
    let told = !told_once.is_empty();
    let [supplement, refusal] = downloads::blanks(cx);
    MatterPage {
        id: matter.id().to_owned(),
        aliases: written.aliases.iter().map(|a| fullwidth_punctuation(a)).collect(),
        illustrative: matter.illustrative(),
        tags: vec![written.kind.word().to_owned(), written.case_kind.word().to_owned()],
        unit: Link { label: unit.name().to_owned(), href: url::unit(unit.id()) },
        // When its windows are gone, what took them from it still concerns it.
        notices: rows::notices_about(cx, if ids.is_empty() { serving } else { &ids }, Some(id)),
        summary: summary(matter),
        hours: hours_of(cx, &rows, id),
        handling: handling(cx, id, &rows),
        windows: rows,
        gone: gone(cx, id),
        plans: matter_plans::plans_of_matter(cx, &path, id, &ids),
        also_at: nearby::also_at(cx, id),
        materials: materials(matter, &cx.downloads),
        told_once: told_once.iter().map(|line| fullwidth_punctuation(line)).collect(),
        refusal: (told && matter.is_applied_for()).then(|| refusal.clone()),
        blanks: if told { vec![supplement, refusal] } else { Vec::new() },
        conditions: written.conditions.iter().map(|line| fullwidth_punctuation(line)).collect(),
        steps: steps(matter),
        special: special(matter),
        joint: joint(&cx.hall, matter),
        fees: fees(matter),
        results: results(matter, &cx.downloads),
        bases: bases(&cx.hall, matter),
        faq: written
            .faq
            .iter()
            .map(|faq| FaqView {
                question: fullwidth_punctuation(&faq.question),
                answer: fullwidth_punctuation(&faq.answer),
            })
            .collect(),
        facts: facts(matter),
        changes: changes(&cx.hall, id, cx.when.date),
        themes: matter
            .themes
            .iter()
            .map(|t| cx.hall.theme(*t))
            .map(|t| Link { label: t.name.clone(), href: url::theme(&t.id) })
            .collect(),
        phone,
        turn: rows::turn_of_matter(cx, id),
        brief: url::matter_brief(matter.id()),
        code: cx.code_of(&path),
        address: cx.hall.site.url.as_ref().map(|base| format!("{base}{path}")),
        frame,
        name,
    }
}

/// Where a matter is done when no window takes it on any more, for the days on which that is so.
pub(super) fn gone(cx: &Site, id: MatterId) -> Vec<GoneView> {
    let days = boundaries(&cx.hall, id, cx.when.date);
    let parts = days.iter().enumerate().map(|(n, day)| {
        let from = (n > 0).then_some(*day);
        (Days { from, to: days.get(n + 1).copied() }, elsewhere(&cx.hall, id, *day))
    });
    let said = joined(parts.collect()).into_iter().filter_map(|(days, said)| Some((days, said?)));
    said.map(|(days, said)| GoneView { when: days.interval(), words: said.words, phone: said.phone }).collect()
}

/// What the handling says of how the result is collected.
pub(super) const COLLECTION: &str = "领取方式";

/// Who accepts, who decides and who hands out, for matters that say so.
fn handling(cx: &Site, id: MatterId, accepting: &[WindowRow]) -> Vec<HandlingView> {
    let matter = cx.hall.matter(id);
    let (raw, unit) = (&matter.written, cx.hall.unit(matter.unit).name());
    let words = |name, value: String| HandlingView { name, value, windows: Vec::new() };
    let mut parts = Vec::new();
    if let Some(office) = &raw.back_office {
        if !accepting.is_empty() {
            parts.push(HandlingView { name: "前台受理", value: String::new(), windows: accepting.to_vec() });
        }
        parts.push(words("后台审批", format!("{unit}{}", fullwidth_punctuation(office))));
    }
    if let Some(forwarded) = &raw.forwarded {
        let (organ, contact) = (fullwidth_punctuation(&forwarded.organ), fullwidth_punctuation(&forwarded.contact));
        parts.push(words("转报", format!("由{organ}审批，大厅受理后转报；咨询和进度查询：{contact}")));
    }
    let issuing = rows::rows_among(cx, matter.issue.iter().copied(), |_| true);
    if !issuing.is_empty() {
        parts.push(HandlingView { name: "窗口出件", value: String::new(), windows: issuing });
    }
    let ways = matter.collection(&cx.hall.site.collection);
    if !ways.is_empty() {
        // Where no other window hands it out, it is the one that accepts.
        let here = matter.issue.is_empty() && !accepting.is_empty();
        let said = |way: &Collection| match way {
            Collection::Window if here => "窗口领取（在受理窗口）",
            way => way.word(),
        };
        parts.push(words(COLLECTION, ways.iter().map(said).collect::<Vec<_>>().join("、")));
    }
    if raw.receipt.is_some_and(|yes| yes.0) {
        parts.push(words("送达", "领取结果时签署《送达回证》".to_owned()));
    }
    parts
}

/// Adds opening data to rows; the script shows from it whether a window is open.
fn with_now(cx: &Site, mut rows: Vec<WindowRow>, of: &[WindowId]) -> Vec<WindowRow> {
    for row in &mut rows {
        let id = of.iter().find(|id| cx.hall.window(**id).id == row.id);
        row.now = id.map(|id| hours::now_of_window(cx, *id)).unwrap_or_default();
    }
    rows
}

/// The timetables of the windows that serve it, each once.
fn hours_of(cx: &Site, rows: &[WindowRow], id: MatterId) -> Vec<HoursView> {
    let mut tables: Vec<HoursId> = Vec::new();
    let windows = cx.hall.windows_of(id).iter().map(|w| cx.hall.window(*w));
    for window in windows.filter(|w| rows.iter().any(|row| row.id == w.id)) {
        for version in window.versions.iter().filter(|v| v.facts.matters.contains(&id)) {
            if version.span.overlap(&cx.when.span()).is_some() && !tables.contains(&version.facts.hours) {
                tables.push(version.facts.hours);
            }
        }
    }
    tables.into_iter().map(|table| hours::hours(cx, table)).collect()
}
