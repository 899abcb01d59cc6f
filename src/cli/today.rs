//! `hallpress today`: what must be done today, by whom.

use super::args::{Format, Global};
use super::exit::{Status, status};
use super::output::{data, may_lack, report};
use super::table::{Heads, table};
use crate::diag::Lang;
use crate::plan::staff::{DUTY_HEADS, TodaySection, duty_cells, today_lines, work};
use crate::text::date::{english, long_weekday};
use serde_json::json;

/// Prints what is overdue, due today, and due in the next five working days.
pub(super) fn run(global: &Global) -> Status {
    let when = global.when();
    let project = global.project();
    let checked = project.check(when, false);
    let Some(halls) = checked.work_halls() else {
        report(global, &checked.report, project.sources());
        return status(&checked.report);
    };
    let day = when.moment.date();
    let work = work(halls, project.past(), &checked.plan.outputs, when.day(), project.fonts());
    let duties = today_lines(halls.in_force, &work, day);
    if global.format == Format::Text {
        let lang = global.lang();
        data(&match lang {
            Lang::Zh => format!("{}\n", long_weekday(day)),
            Lang::En => format!("{}\n", english(day)),
        });
        for section in TodaySection::ALL {
            let heads: Heads = DUTY_HEADS[1..].to_vec();
            let of = duties.iter().filter(|duty| duty.section == section);
            let rows: Vec<Vec<String>> = of.map(|duty| duty_cells(duty)[1..].to_vec()).collect();
            if rows.is_empty() && section == TodaySection::Unticked {
                continue;
            }
            data(&format!("\n{}\n", title(section, rows.len(), lang)));
            if !rows.is_empty() {
                data(&table(&heads, &rows));
            }
        }
    } else {
        for duty in &duties {
            let value = json!({
                "section": duty.section.code(), "uid": duty.uid, "day": duty.day.map(|day| day.to_string()), "due": duty.due,
                "what": duty.what, "who": duty.who, "clause": duty.clause, "record": duty.record.id,
                "file": duty.record.file,
            });
            data(&format!("{value}\n"));
        }
    }
    may_lack(&checked.report, global.lang());
    Status::Fine
}

fn title(section: TodaySection, count: usize, lang: Lang) -> String {
    match (lang, section) {
        (Lang::Zh, TodaySection::Overdue) => format!("逾期：{count}项"),
        (Lang::Zh, TodaySection::Unticked) => {
            format!("到期没有登记办结：{count}项（办好了的：hallpress done 编号 --by 姓名 --on 日期）")
        }
        (Lang::Zh, TodaySection::Today) => format!("今天：{count}项"),
        (Lang::Zh, TodaySection::Soon) => format!("今后五个工作日：{count}项"),
        (Lang::Zh, TodaySection::Waiting) => format!("更晚到期、办好以前不发布：{count}项"),
        (Lang::En, TodaySection::Overdue) => format!("overdue: {count}"),
        (Lang::En, TodaySection::Unticked) => {
            format!("due and not ticked off: {count} (if done: `hallpress done ID --by NAME --on DAY`)")
        }
        (Lang::En, TodaySection::Today) => format!("today: {count}"),
        (Lang::En, TodaySection::Soon) => format!("next five working days: {count}"),
        (Lang::En, TodaySection::Waiting) => format!("due later, not published before: {count}"),
    }
}
