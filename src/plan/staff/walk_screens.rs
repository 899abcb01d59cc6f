//! What is done with strip screens where a window comes, goes or stops: carried along, put up, looked at.

use super::take_down::Hour;
use super::walk_step::{OnTheWay, Planned, WalkStep};
use crate::content::ChangeKind;
use crate::model::change::{Change, WindowChange};
use crate::model::strip::{Strip, UnderScreen};
use crate::model::window::Facts;
use crate::model::{Hall, WindowId};
use crate::plan::url;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::state::place_words;
use jiff::SignedDuration;
use jiff::civil::DateTime;

/// The steps for one window of a record. A screen stays at its spot and says there where the window went, but for one
/// of which the record says that it goes along.
pub(super) fn screens(hall: &Hall, change: &Change, part: &WindowChange) -> Vec<Planned> {
    let steps = ScreenSteps { hall, change };
    let (from, window) = (change.span.from, part.window);
    let eve = from.saturating_sub(SignedDuration::from_mins(1));
    let (was, now) = (over(hall, window, eve), over(hall, window, from));
    let mut all = Vec::new();
    if let (Some(facts), Some(strip)) = (&part.before, was) {
        let shows = match (change.kind, strip.under(from)) {
            (ChangeKind::Suspend, _) => Some(hall.wording.state.suspended()),
            (_, UnderScreen::Left(_)) if part.after.is_some() => Some(hall.wording.state.moved()),
            (_, UnderScreen::Left(_)) => Some(hall.wording.state.withdrawn()),
            _ => None,
        };
        all.extend(shows.map(|shows| steps.look(facts, &shows, change.kind != ChangeKind::Suspend)));
    }
    if let (Some(facts), Some(strip)) = (part.after.as_ref().filter(|_| change.kind != ChangeKind::Suspend), now) {
        let address = format!("public/{}index.html", url::screen(&strip.id));
        let moves = part.before.as_ref().filter(|before| hall.spot_of(before) != hall.spot_of(facts));
        match moves {
            Some(old) if was.is_some_and(|was| was.id == strip.id) => {
                let what = format!("条屏（连同播放盒、评价器）从{}搬到这里，接好网络", place_words(hall, old));
                all.push(steps.planned(facts, "搬", what, format!("打开 {address}")));
            }
            _ if strip.under(eve) == UnderScreen::Nothing && strip.spot.is_none() => {
                let what = "条屏（连同播放盒、评价器），接好网络".to_owned();
                all.push(steps.planned(facts, "装", what, format!("打开 {address}")));
            }
            _ => {}
        }
        let business = fullwidth_punctuation(facts.short.as_deref().unwrap_or(&facts.business));
        all.push(steps.look(facts, &business, false));
    }
    all
}

/// The screen over a window at a moment.
fn over(hall: &Hall, window: WindowId, moment: DateTime) -> Option<&Strip> {
    hall.strips.iter().find(|strip| strip.is_over_at(window, moment))
}

struct ScreenSteps<'a> {
    hall: &'a Hall,
    change: &'a Change,
}

impl ScreenSteps<'_> {
    fn look(&self, facts: &Facts, shows: &str, stays: bool) -> Planned {
        let mut look =
            self.planned(facts, "看", "窗口上方的条屏".to_owned(), format!("应显示{}、{shows}", facts.number));
        if stays {
            look.step.details.push("条屏、播放盒、评价器留在原处".to_owned());
        }
        look
    }

    fn planned(&self, facts: &Facts, verb: &'static str, what: String, detail: String) -> Planned {
        let office = self.hall.duties.iter().find(|duty| duty.topic.starts_with("16."));
        let who = office.map(|duty| self.hall.office(duty.office).written.name.as_str()).unwrap_or_default();
        Planned {
            day: self.hall.calendar.workday_from(self.change.effective()),
            hour: Hour::Opening,
            at: OnTheWay::of_window(self.hall, facts),
            step: WalkStep { details: vec![detail], ..WalkStep::new(verb, what, who) },
        }
    }
}
