//! `hallpress next`: when the next build is due.

use super::args::{Format, Global};
use super::exit::{Status, status};
use super::output::{data, report};
use crate::diag::Lang;
use crate::model::time::{add_days, midnight};
use crate::model::{Hall, When};
use crate::text::date::long_weekday;
use jiff::civil::DateTime;

/// Prints the moment and why, with examples for the two schedulers.
pub(super) fn run(global: &Global) -> Status {
    let project = global.project();
    let when = global.when();
    let checked = project.check(when, false);
    let Some(hall) = &checked.hall else {
        report(global, &checked.report, project.sources());
        return status(&checked.report);
    };
    let (due, zh, en) = next_due(hall, when);
    let lang = global.lang();
    if global.format != Format::Text {
        let value = serde_json::json!({ "next": due.to_string(), "why": { "zh": zh, "en": en } });
        data(&format!("{value}\n"));
        return Status::Fine;
    }
    let time = format!("{} {:02}:{:02}", long_weekday(due.date()), due.hour(), due.minute());
    let line = match lang {
        Lang::Zh => format!("下一次构建应在：{time}\n原因：{zh}\n"),
        Lang::En => format!("next build due: {due}\nwhy: {en}\n"),
    };
    data(&line);
    data(&examples(lang));
    Status::Fine
}

/// A moment at which something begins or ends, and why in both languages.
type DueBuild = (DateTime, String, String);

/// The next moment whose news the last build could not know: at the latest tomorrow's midnight, so that the horizon
/// always reaches ahead.
fn next_due(hall: &Hall, when: When) -> DueBuild {
    let tomorrow = midnight(add_days(when.moment.date(), 1));
    let upcoming = changes(hall).chain(amendments(hall)).chain(notices(hall)).chain(hours(hall)).chain(faults(hall));
    let upcoming = upcoming.filter(|(moment, ..)| *moment > when.moment);
    match upcoming.min_by_key(|(moment, ..)| *moment) {
        Some(due) if due.0 <= tomorrow => due,
        _ => (
            tomorrow,
            format!("条屏和网页只预告 {} 天，每天构建一次才不会用完", when.horizon_days),
            format!("screens and pages look {} days ahead; one build a day keeps them supplied", when.horizon_days),
        ),
    }
}

/// The moments of change records: they take effect, they end, they are announced and published.
fn changes(hall: &Hall) -> impl Iterator<Item = DueBuild> {
    hall.effective_changes().flat_map(|change| {
        let (id, kind) = (&change.id, change.kind.word());
        let begins = (change.span.from, format!("变更“{id}”（{kind}）生效"), format!("change \"{id}\" takes effect"));
        let ends = (!change.span.is_open_end())
            .then(|| (change.span.to, format!("变更“{id}”（{kind}）结束"), format!("change \"{id}\" ends")));
        let told = (
            midnight(change.announced_from()),
            format!("变更“{id}”（{kind}）开始公告"),
            format!("change \"{id}\" is announced"),
        );
        let public = (
            change.public_from(),
            format!("变更“{id}”（{kind}）的公告到发布时间"),
            format!("the announcement of change \"{id}\" is published"),
        );
        [Some(begins), ends, Some(told), Some(public)].into_iter().flatten()
    })
}

/// The moments amendments are published; what they change is in the records themselves.
fn amendments(hall: &Hall) -> impl Iterator<Item = DueBuild> {
    hall.amendments.iter().map(|amendment| {
        let (id, kind) = (&amendment.id, amendment.kind.word());
        (
            amendment.public_from(),
            format!("“{id}”（{kind}）的公告到发布时间"),
            format!("the announcement of amendment \"{id}\" is published"),
        )
    })
}

/// The moments of notices: they are published, they are taken down.
fn notices(hall: &Hall) -> impl Iterator<Item = DueBuild> {
    hall.notices.iter().filter(|notice| notice.is_public()).flat_map(|notice| {
        let title = &notice.written.title;
        let up = (notice.published(), format!("公告“{title}”发布"), format!("notice \"{}\" is published", notice.id));
        let down = notice.written.down_on.map(|day| {
            (midnight(day.0), format!("公告“{title}”撤下"), format!("notice \"{}\" is taken down", notice.id))
        });
        [Some(up), down].into_iter().flatten()
    })
}

/// The moments at which other hours are published.
fn hours(hall: &Hall) -> impl Iterator<Item = DueBuild> {
    let days = hall.profile.holiday_notice();
    hall.hours.exceptions.iter().map(move |other| {
        let id = &other.id;
        (
            other.public_from(days),
            format!("临时调整“{id}”的通告发布"),
            format!("the circular of other hours \"{id}\" is published"),
        )
    })
}

/// The moments of devices out of order: they are announced, they work again.
fn faults(hall: &Hall) -> impl Iterator<Item = DueBuild> {
    hall.faults.iter().flat_map(|fault| {
        let (id, device) = (&fault.written.id, &fault.written.device);
        let told = format!("设备“{device}”停用的通告发布");
        let works = format!("设备“{device}”恢复使用");
        let told = (fault.public_from(), told, format!("the notice of fault \"{id}\" is published"));
        let ends = (!fault.span.is_open_end())
            .then(|| (fault.span.to, works, format!("the device of fault \"{id}\" works again")));
        [Some(told), ends].into_iter().flatten()
    })
}

/// A timer of systemd.
const LINUX: &str = "  # /etc/systemd/system/hallpress.service
  [Service]
  Type=oneshot
  ExecStart=/opt/hallpress/hallpress build --withhold --root /srv/hall
  # /etc/systemd/system/hallpress.timer
  [Timer]
  OnCalendar=*-*-* 00:05:00 Asia/Shanghai
  Persistent=true
  [Install]
  WantedBy=timers.target";
const ENABLE: &str = "systemctl enable --now hallpress.timer";

/// A task of Windows.
const WINDOWS: &str = "  schtasks /Create /TN hallpress /SC DAILY /ST 00:05 /TR \"C:\\hallpress\\hallpress.exe build --withhold --root C:\\hall\"";

/// How to have a build every day.
fn examples(lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "\nLinux（systemd），每天 0:05 构建：\n{LINUX}\n  启用：{ENABLE}\n\n\
             Windows（任务计划程序），每天 0:05 构建：\n{WINDOWS}\n"
        ),
        Lang::En => format!(
            "\nLinux (systemd), every day at 0:05:\n{LINUX}\n  Enable: {ENABLE}\n\n\
             Windows (Task Scheduler), every day at 0:05:\n{WINDOWS}\n"
        ),
    }
}
