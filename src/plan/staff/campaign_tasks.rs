//! What clause 4 requires of publicity: review, letter, and its first and last day on the screens.

use super::offices::Offices;
use super::task::{Due, Task, TaskRecord};
use crate::model::campaign::Campaign;
use crate::model::duties::{self, DutyOffice};
use crate::model::{BuildDay, Hall, deadline};
use crate::text::date::short_weekday;

/// The tasks of all campaigns.
pub(super) fn tasks(hall: &Hall, offices: &Offices<'_>, when: BuildDay) -> Vec<Task> {
    hall.campaigns.iter().flat_map(|campaign| of_campaign(hall, offices, campaign, when)).collect()
}

fn of_campaign(hall: &Hall, offices: &Offices<'_>, campaign: &Campaign, when: BuildDay) -> Vec<Task> {
    let (written, theme) = (&campaign.written, campaign.theme());
    let unit = hall.unit(campaign.unit).name().to_owned();
    let submitted = written.submitted_on.map(|day| day.0);
    let task = |clause: &'static str, due: Due, who: String, what: String| {
        let record = TaskRecord { id: campaign.id().to_owned(), file: campaign.origin.file.to_string() };
        Task::new(clause, record, due, vec![who], what)
    };
    let handed_in = |filing: &duties::FilingDuty| {
        let days = (filing.days)(&hall.profile)?;
        let due: Due = deadline::before(hall, written.from?.0, days).into();
        let to = offices.named(filing.to);
        let what = match filing.to {
            DutyOffice::Organ => format!("就“{theme}”致函市审批局（A721收文处）"),
            _ => format!("把“{theme}”的内容提交{to}审核"),
        };
        let task = task(filing.clause, due, unit.clone(), what).done_on("提交日期", submitted, when);
        Some(Task { to: Some(to), ..task })
    };
    let mut found: Vec<Task> = duties::of_campaign(campaign).into_iter().filter_map(handed_in).collect();
    let Some(shown) = campaign.shown().filter(|_| campaign.is_on_screens()) else { return found };
    if let Some(last) = shown.last_day() {
        let screens: Vec<&str> = campaign.screens.iter().map(|id| hall.big_screen(*id).written.name.as_str()).collect();
        let screens = screens.join("、");
        let what = format!("把“{theme}”放上{screens}，播放到{}", short_weekday(last));
        found.push(task("Y4.3.1c", Due::Day(shown.from.date()), offices.network(), what));
        let what = format!("“{theme}”播放到期，从{screens}撤下");
        found.push(task("Y4.3.1d", Due::Day(last), offices.network(), what));
    }
    found
}
