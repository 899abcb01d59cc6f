//! A window's page.

use super::{Fact, Frame, HoursView, Interval, Link, MatterItem, NoticeItem, PlanPhase};
use crate::plan::view::View;
use serde::Serialize;

/// `window.html`: a window over the horizon, also after it was withdrawn.
#[derive(Clone, Debug, Serialize)]
pub struct WindowPage {
    /// The frame.
    pub frame: Frame,
    /// The window's id.
    pub id: String,
    /// The number or numbers of the heading.
    pub titles: Vec<TitlePart>,
    /// Notices that concern it.
    pub notices: Vec<NoticeItem>,
    /// What it is, day by day.
    pub phases: Vec<Phase>,
    /// Opening data of the horizon for the script.
    pub now: String,
    /// The plan with the window picked out; one for each place it has.
    pub plans: Vec<PlanPhase>,
    /// The page's address to scan.
    pub code: Option<String>,
    /// 评价渠道 (Y10.2).
    pub evaluation: Vec<String>,
}

impl View for WindowPage {}

impl WindowPage {
    /// What the page says of an ISO day (`2026-10-12`); `None` for days it does not speak of.
    pub fn says_at(&self, day: &str) -> Option<&Phase> {
        self.phases.iter().find(|phase| phase.when.holds(day))
    }
}

/// A number of the heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TitlePart {
    /// When.
    #[serde(flatten)]
    pub when: Interval,
    /// The number.
    pub number: String,
}

/// What a window is for some days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Phase {
    /// When.
    #[serde(flatten)]
    pub when: Interval,
    /// `serving`, `suspended`, `withdrawn` or `absent`.
    pub state: &'static str,
    /// The state in words, where it does not serve.
    pub word: String,
    /// Its shape beside the word.
    pub shape: &'static str,
    /// Its tone: a colour of the theme.
    pub tone: &'static str,
    /// More about the state, where it does not serve.
    pub detail: String,
    /// Where people go instead.
    pub goes_to: Option<String>,
    /// The pages of the windows they go to.
    pub instead: Vec<Link>,
    /// The number.
    pub number: String,
    /// The unit.
    pub unit: Option<Link>,
    /// What is done there.
    pub business: String,
    /// Kind of window, where it is not a unit's.
    pub kind: Option<&'static str>,
    /// Whether it is a temporary window.
    pub temporary: bool,
    /// `一楼（1F）公安户政厅 C区 C05窗口`
    pub place: String,
    /// Sub-hall and floor.
    pub places: Vec<Link>,
    /// The phone.
    pub phone: String,
    /// Opening hours.
    pub hours: Option<HoursView>,
    /// Matters served.
    pub matters: Vec<MatterItem>,
    /// More facts.
    pub facts: Vec<Fact>,
}
