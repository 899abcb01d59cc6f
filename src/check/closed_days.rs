//! What was typed for another day or left from the sample: temporary windows that begin or end on a closed day, and the
//! sample's words in the footer of a hall of one's own.

use super::family::{Family, Input};
use crate::content::ChangeKind;
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::change::Change;
use crate::model::time::add_days;
use crate::model::{Hall, HoursId};
use crate::text::date::{english, long_weekday};
use jiff::civil::Date;

/// A temporary window begins or ends on a day on which it is closed.
pub(super) static CLOSED_DAY: RuleDoc = RuleDoc {
    id: "closed-day",
    severity: Severity::Warning,
    title: ["临时窗口的首日或最后一天不办公", "A temporary window begins or ends on a closed day"],
    what: [
        "临时窗口的生效日期和最后一天，按它的办公时间都是办公的日子。",
        "A temporary window is open, by its hours, on its first and on its last day.",
    ],
    why: ["公告写着那天办理，群众去了窗口关着。", "The notice says it serves on that day, and people find it closed."],
    clause: "",
    example: "种类: 临时\n最后一天: 2026-10-17   # 星期六，而窗口只在工作日办公",
    fix: [
        "改成办公的日子；那天确实办理的，写上窗口的“办公时间”，或在 hours.yaml 的“临时调整”里加上这一天。",
        "Choose a day it is open; if it does serve then, give the window those hours, or add the day to 临时调整.",
    ],
};

/// The sample's note stands in the footer of a hall of one's own.
pub(super) static SAMPLE_NOTE: RuleDoc = RuleDoc {
    id: "sample-note",
    severity: Severity::Warning,
    title: ["页脚还写着样板的话", "The sample's words in the footer"],
    what: [
        "大厅的名称已经换成自己的，“数据说明”就不再说全站是示例数据。",
        "Once the hall bears its own name, 数据说明 no longer says that everything is a sample.",
    ],
    why: ["每一页的页脚都会说这里写的不是真的。", "Every page would say that nothing on it is true."],
    clause: "",
    example: "名称: 城关区政务服务中心\n数据说明: 本站全部内容为示例数据，……",
    fix: ["改写“数据说明”，或删掉这一行。", "Rewrite the note, or delete the line."],
};

/// How the note of the starter hall begins.
const NOTE: &str = "本站全部内容为示例数据";

pub(super) static FAMILY: Family = Family { rules: &[&CLOSED_DAY, &SAMPLE_NOTE], check };

/// Checks temporary windows that are not over, and the footer.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let coming = |change: &&Change| change.kind == ChangeKind::Temporary && change.span.to > when.moment;
    for change in hall.effective_changes().filter(coming) {
        let (first, last) = (change.effective(), change.span.last_day());
        let days = [("最后一天", last.filter(|last| *last != first)), ("生效日期", Some(first))];
        out.extend(days.into_iter().filter_map(|(key, day)| closed(hall, change, key, day?)));
    }
    let site = &hall.site;
    if site.data_note.as_ref().is_some_and(|note| note.contains(NOTE)) && !site.name.contains("示例") {
        out.push(
            Diagnostic::new(
                &SAMPLE_NOTE,
                hall.site_origin.key("数据说明"),
                format!("“{}”每一页的页脚都写着全部内容为示例数据", site.name),
                format!("every page of \"{}\" says that all of it is a sample", site.name),
            )
            .fix(SAMPLE_NOTE.fix[0], SAMPLE_NOTE.fix[1]),
        );
    }
}

fn closed(hall: &Hall, change: &Change, key: &'static str, day: Date) -> Option<Diagnostic> {
    let facts = change.windows.iter().filter_map(|part| part.after.as_ref());
    let facts = facts.into_iter().find(|facts| hall.hours.day(facts.hours, day, &hall.calendar).spans.is_empty())?;
    let hours = &hall.hours.timetables.get(facts.hours.0)?.name;
    let is_last = key == "最后一天";
    let is_sole = change.span.last_day() == Some(change.effective());
    let (zh, en) = match (is_sole, is_last) {
        (true, _) => ("唯一的一天", "the only day"),
        (false, true) => ("最后一天", "the last day"),
        (false, false) => ("首日", "the first day"),
    };
    let finding = Diagnostic::new(
        &CLOSED_DAY,
        change.origin.key(key),
        format!("临时窗口{}的{zh}{}按“{hours}”不办公", facts.number, long_weekday(day)),
        format!("{en} of the temporary window {}, {}, is closed by \"{hours}\"", facts.number, english(day)),
    );
    let open = nearest_open(hall, facts.hours, day, is_last);
    Some(match open {
        Some(open) => {
            finding.expected(format!("如 {open}"), format!("such as {open}")).fix(CLOSED_DAY.fix[0], CLOSED_DAY.fix[1])
        }
        None => finding.fix(CLOSED_DAY.fix[0], CLOSED_DAY.fix[1]),
    })
}

/// The open day before a last day, or after a first one, within a fortnight.
fn nearest_open(hall: &Hall, hours: HoursId, day: Date, backwards: bool) -> Option<Date> {
    let step = if backwards { -1 } else { 1 };
    (1..=14).map(|n| add_days(day, step * n)).find(|day| !hall.hours.day(hours, *day, &hall.calendar).spans.is_empty())
}
