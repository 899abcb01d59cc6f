//! Holidays that would be announced twice: by the program and by a notice somebody wrote.

use super::family::{Family, Input};
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::time::{add_days, midnight};

/// A notice of a holiday says which automatic one it replaces.
pub(super) static HOLIDAY_TWICE: RuleDoc = RuleDoc {
    id: "holiday-twice",
    severity: Severity::Warning,
    title: ["节假日通告重复", "A holiday told twice"],
    what: [
        "自己写的节假日通告，用“代替”写明它代替哪一条自动生成的通告。",
        "A notice of a holiday that somebody wrote names in 代替 the automatic one it replaces.",
    ],
    why: [
        "网站、公告栏上会同时有两份通告，时间写得不同就互相矛盾。",
        "Website and boards would carry two notices, which contradict each other where their times differ.",
    ],
    clause: "",
    example: "标题: 关于2027年元旦放假安排的通告\n# 没有“代替”",
    fix: [
        "在公告里写“代替: [自动通告的编号]”；不是放假安排的，换一个不含节日名称的标题。",
        "Write 代替: [id of the automatic notice]; or, if it is not about the days off, leave the holiday out of the title.",
    ],
};

/// Words in the title of a notice of days off, besides the holiday's name.
const OF_DAYS_OFF: [&str; 5] = ["放假", "休假", "休息", "安排", "办公"];

/// A notice of a holiday is published at most this many days before it.
const AHEAD: i64 = 60;

pub(super) static FAMILY: Family = Family { rules: &[&HOLIDAY_TWICE], check };

/// Checks the public notices against the holidays that are not over.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    if hall.site.holiday_notices.is_some_and(|told| !told.0) {
        return;
    }
    let coming = hall.calendar.holidays().iter().filter(|holiday| midnight(holiday.ends()) >= when.moment);
    for holiday in coming {
        let names = || holiday.name.split('、').map(|name| name.trim_end_matches('节'));
        for notice in hall.notices.iter().filter(|notice| notice.is_public() && notice.written.replaces.is_empty()) {
            let (title, day) = (&notice.written.title, notice.published().date());
            let is_about =
                names().any(|name| title.contains(name)) && OF_DAYS_OFF.iter().any(|word| title.contains(word));
            if is_about && (add_days(holiday.begins(), -AHEAD)..=holiday.ends()).contains(&day) {
                let (zh, en) = (
                    format!("{}年{}已有自动生成的通告，这一条没有写代替它", holiday.year, holiday.name),
                    format!(
                        "{} of {} has its automatic notice, which this does not replace",
                        holiday.name, holiday.year
                    ),
                );
                out.push(
                    Diagnostic::new(&HOLIDAY_TWICE, notice.origin.key("标题"), zh, en)
                        .fix(format!("加一行“代替: [{}]”。", holiday.id), format!("Add 代替: [{}].", holiday.id)),
                );
            }
        }
    }
}
