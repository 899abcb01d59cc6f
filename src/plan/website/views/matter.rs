//! A matter's page.

use super::{Download, Fact, Frame, HoursView, Link, NoticeItem, PlanPhase, Turn, WindowRow};
use crate::plan::view::View;
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
    /// The phone to ask.
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

/// A change of a matter.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeView {
    /// `2026年9月29日`, the day it happened.
    pub date: String,
    /// 新增, 变更 or 取消.
    pub kind: &'static str,
    /// What changed.
    pub content: String,
    /// One of the five reasons of clause 1.2.
    pub reason: Option<&'static str>,
    /// On what basis.
    pub basis: Option<String>,
    /// Why.
    pub why: Option<String>,
    /// Whether the record is illustrative.
    pub illustrative: bool,
}

/// The answers on top of a matter's page.
#[derive(Clone, Debug, Serialize)]
pub struct Summary {
    /// `3 样`, what must be brought.
    pub materials: String,
    /// A remark on it.
    pub materials_note: String,
    /// The promised limit.
    pub limit: String,
    /// The statutory limit and how it is counted.
    pub limit_note: String,
    /// `不收费` or the charge.
    pub fee: String,
    /// How it is paid.
    pub fee_note: String,
    /// `到现场1次` or `全程网办`.
    pub visits: String,
    /// Why.
    pub visits_note: String,
    /// Ways in.
    pub ways: Vec<&'static str>,
    /// The address for booking online (NA4.3).
    pub booking: Option<String>,
    /// The address for online handling.
    pub online: Option<String>,
}

/// Materials of one need.
#[derive(Clone, Debug, Serialize)]
pub struct MaterialGroup {
    /// `请带齐`, `视情况带`, `可以后补`, `不用带`.
    pub title: &'static str,
    /// What the title means.
    pub note: &'static str,
    /// Whether its items get check boxes.
    pub checks: bool,
    /// The materials.
    pub items: Vec<MaterialView>,
}

/// A material.
#[derive(Clone, Debug, Serialize)]
pub struct MaterialView {
    /// Key of the tick that is kept.
    pub key: String,
    /// Its name.
    pub name: String,
    /// `原件1份`, `A4`.
    pub facts: Vec<String>,
    /// Who issues it.
    pub issuer: Option<String>,
    /// How to fill it in.
    pub note: Option<String>,
    /// When it may come later.
    pub later: Option<String>,
    /// Forms to download.
    pub forms: Vec<Download>,
}

/// A result.
#[derive(Clone, Debug, Serialize)]
pub struct ResultView {
    /// Its name.
    pub name: String,
    /// `证照`
    pub kind: &'static str,
    /// A sample to look at.
    pub sample: Option<Download>,
}

/// A step.
#[derive(Clone, Debug, Serialize)]
pub struct StepView {
    /// Its name.
    pub name: String,
    /// Its limit.
    pub limit: String,
    /// Who.
    pub role: Option<String>,
    /// By what standard.
    pub standard: Option<String>,
    /// What comes of it.
    pub result: Option<String>,
}

/// A charge.
#[derive(Clone, Debug, Serialize)]
pub struct FeeView {
    /// Its name.
    pub name: String,
    /// How much.
    pub standard: String,
    /// By what law.
    pub basis: String,
}

/// A legal basis.
#[derive(Clone, Debug, Serialize)]
pub struct BasisView {
    /// `《中华人民共和国居民身份证法》第十条`
    pub title: String,
    /// Its number.
    pub number: Option<String>,
    /// The words of the article.
    pub text: Option<String>,
    /// `读自：…（2026-09-01）`
    pub source: Option<String>,
}

/// A question.
#[derive(Clone, Debug, Serialize)]
pub struct FaqView {
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
}
