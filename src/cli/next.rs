//! `hallpress next`: when the next build is due.

use super::Status;
use super::args::{Format, Global};
use super::output::{data, report, say, status};
use crate::diag::Lang;
use crate::model::time::{add_days, midnight};
use crate::model::{Hall, When};
use crate::project::Project;
use crate::text::date::long_weekday;
use jiff::civil::DateTime;

/// Prints the moment and why, with examples for the two schedulers.
pub(super) fn run(global: &Global) -> Status {
    let project = Project::open(&global.root);
    let when = global.when();
    let checked = project.check(when, false);
    let Some(hall) = &checked.hall else {
        report(global, &checked.report, &project.sources);
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
    data(say(lang, EXAMPLES_ZH, EXAMPLES_EN));
    Status::Fine
}

/// The next midnight at which something is said that the last build could not know: at the latest
/// tomorrow, so that the horizon always reaches ahead.
fn next_due(hall: &Hall, when: When) -> (DateTime, String, String) {
    let tomorrow = midnight(add_days(when.moment.date(), 1));
    let changes = hall.changes.iter().flat_map(|change| {
        let mut moments = vec![(change.span.from, change)];
        if !change.span.is_open_end() {
            moments.push((change.span.to, change));
        }
        moments
    });
    let upcoming = changes.filter(|(moment, _)| *moment > when.moment).min_by_key(|(moment, _)| *moment);
    match upcoming {
        Some((moment, change)) if moment <= tomorrow => (
            moment,
            format!("变更“{}”（{}）生效", change.id, change.kind.word()),
            format!("change \"{}\" takes effect", change.id),
        ),
        _ => (
            tomorrow,
            format!("条屏和网页只预告 {} 天，每天构建一次才不会用完", when.horizon_days),
            format!("screens and pages look {} days ahead; one build a day keeps them supplied", when.horizon_days),
        ),
    }
}

const EXAMPLES_ZH: &str = "
Linux(systemd),每天 0:05 构建:
  # /etc/systemd/system/hallpress.service
  [Service]
  Type=oneshot
  ExecStart=/opt/hallpress/hallpress build --root /srv/hall
  # /etc/systemd/system/hallpress.timer
  [Timer]
  OnCalendar=*-*-* 00:05:00 Asia/Shanghai
  Persistent=true
  [Install]
  WantedBy=timers.target
  启用:systemctl enable --now hallpress.timer

Windows(任务计划程序),每天 0:05 构建:
  schtasks /Create /TN hallpress /SC DAILY /ST 00:05 /TR \"C:\\hallpress\\hallpress.exe build --root C:\\hall\"
";

const EXAMPLES_EN: &str = "
Linux (systemd), every day at 0:05:
  # /etc/systemd/system/hallpress.service
  [Service]
  Type=oneshot
  ExecStart=/opt/hallpress/hallpress build --root /srv/hall
  # /etc/systemd/system/hallpress.timer
  [Timer]
  OnCalendar=*-*-* 00:05:00 Asia/Shanghai
  Persistent=true
  [Install]
  WantedBy=timers.target
  Enable: systemctl enable --now hallpress.timer

Windows (Task Scheduler), every day at 0:05:
  schtasks /Create /TN hallpress /SC DAILY /ST 00:05 /TR \"C:\\hallpress\\hallpress.exe build --root C:\\hall\"
";
