//! The lists as CSV for spreadsheets and as iCalendar for calendars.

use super::csv::csv;
use super::ics::{Event, domain, ics};
use super::queue::queue;
use super::task::{Subtask, TaskRecord, TaskStatus, tick_words};
use super::today::TodayLine;
use super::work::Work;
use crate::model::tick::Tick;
use crate::model::{ChangeId, Hall};
use crate::plan::lines::Difference;
use crate::plan::output::{Form, Output, Rank, Tree};
use crate::plan::url;
use crate::plan::view::no_view;
use jiff::civil::Date;

/// The outputs of all tables.
pub(super) fn outputs((hall, standing): (&Hall, &Hall), work: &Work, day: Date) -> Vec<Output> {
    let output = |path: &str, bytes: Vec<u8>| Output {
        tree: Tree::Staff,
        path: path.to_owned(),
        rank: Rank::Asset,
        form: Form::Asset(bytes),
        view: no_view(),
        origin: hall.site_origin.clone(),
        listed: None,
    };
    let domain = domain(hall);
    let name = |list: &str| format!("{}{list}", hall.site.name);
    vec![
        output(url::STAFF_TASKS_CSV, tasks(work)),
        output(url::STAFF_POSTING_CSV, postings(work, day)),
        output(url::STAFF_TAKE_DOWN_CSV, take_downs(work)),
        output(url::STAFF_REPRINT_CSV, reprints(work)),
        output(url::STAFF_COMING_CSV, coming(work)),
        output(url::STAFF_QUEUE_CSV, queue(standing, day)),
        output(url::STAFF_TASKS_ICS, ics(&name("工作清单"), &domain, &task_events(hall, work))),
        output(url::STAFF_POSTING_ICS, ics(&name("张贴计划"), &domain, &posting_events(hall, work))),
    ]
}

fn iso(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn parts(parts: &[Subtask]) -> String {
    let part = |part: &Subtask| format!("{}{}", part.name, if part.automatic { "（程序自动）" } else { "" });
    parts.iter().map(part).collect::<Vec<_>>().join("；")
}

fn tasks(work: &Work) -> Vec<u8> {
    let heads = [
        "状态",
        "期限",
        "期限（全）",
        "建议不晚于",
        "要做的事",
        "责任",
        "受理",
        "分项",
        "条款",
        "记录",
        "文件",
        "说明",
        "编号",
    ];
    let rows = work.tasks.iter().map(|task| {
        [
            task.state.word().to_owned(),
            iso(task.due.day()),
            task.due.words(),
            iso(task.advised),
            task.what.clone(),
            task.who.join("、"),
            task.to.clone().unwrap_or_default(),
            parts(&task.parts),
            task.cited.to_owned(),
            task.record.id.clone(),
            task.record.file.clone(),
            task.note.clone().unwrap_or_default(),
            task.uid.clone(),
        ]
    });
    csv(heads, rows)
}

fn postings(work: &Work, day: Date) -> Vec<u8> {
    let heads = [
        "状态",
        "内容",
        "张贴点",
        "张贴点种类",
        "载体",
        "自",
        "最后一天",
        "审批",
        "责任",
        "印制文件",
        "记录",
        "文件",
        "已办",
        "编号",
    ];
    let rows = work.postings.iter().map(|posting| {
        [
            posting.on(day).word().to_owned(),
            posting.what.clone(),
            posting.place.clone(),
            posting.place_kind.clone(),
            posting.carrier.clone(),
            posting.from.to_string(),
            posting.last_day.to_string(),
            posting.approval.clone(),
            posting.who.clone(),
            posting.file.clone().unwrap_or_default(),
            posting.record.id.clone(),
            posting.record.file.clone(),
            ticked(posting.hung.as_ref()),
            posting.uid.clone(),
        ]
    });
    csv(heads, rows)
}

fn take_downs(work: &Work) -> Vec<u8> {
    let heads = ["日期", "时间", "内容", "地点", "载体", "责任", "程序自动", "记录", "文件", "已办", "编号"];
    let rows = work.take_downs.iter().map(|line| {
        [
            line.by.to_string(),
            line.hour.word().to_owned(),
            line.what.clone(),
            line.place.clone(),
            line.carrier.clone(),
            line.who.clone(),
            if line.automatic { "是" } else { "否" }.to_owned(),
            line.record.id.clone(),
            line.record.file.clone(),
            ticked(line.gone.as_ref()),
            if line.automatic { String::new() } else { line.uid.clone() },
        ]
    });
    csv(heads, rows)
}

fn ticked(tick: Option<&Tick>) -> String {
    tick.map(tick_words).unwrap_or_default()
}

fn reprints(work: &Work) -> Vec<u8> {
    let heads = [
        "日期",
        "种类",
        "标牌",
        "编号",
        "标牌种类",
        "尺寸",
        "挂放处",
        "科室",
        "原文字",
        "新文字",
        "依据",
        "变更",
        "文件",
    ];
    let text = |differences: &[Difference], side: fn(&Difference) -> &Option<String>| {
        differences.iter().filter_map(|d| side(d).clone()).collect::<Vec<_>>().join("\n")
    };
    let rows = work.reprints.boards.iter().map(|board| {
        [
            board.by.to_string(),
            board.kind.word().to_owned(),
            board.name.clone(),
            board.id.clone(),
            board.carrier.clone(),
            board.size.clone(),
            board.place.clone(),
            board.office.clone().unwrap_or_default(),
            text(&board.differences, |d| &d.old),
            text(&board.differences, |d| &d.new),
            board.basis.words(),
            board.causes.join("、"),
            board.file.clone(),
        ]
    });
    csv(heads, rows)
}

fn coming(work: &Work) -> Vec<u8> {
    let heads = ["日期", "种类", "内容", "影响", "记录", "文件"];
    let rows = work.coming.iter().map(|line| {
        let effects = line.effects.iter().filter(|effect| !effect.which.is_empty());
        let effects: Vec<String> = effects.map(|effect| format!("{}：{}", effect.on, effect.which)).collect();
        [
            line.day.to_string(),
            line.kind.clone(),
            line.what.clone(),
            effects.join("\n"),
            line.record.id.clone(),
            line.record.file.clone(),
        ]
    });
    csv(heads, rows)
}

/// How often a record was amended, so that calendars take what its days are now.
fn revisions(hall: &Hall, record: &TaskRecord) -> usize {
    let amends = |change: ChangeId| hall.change(change).id == record.id;
    hall.amendments.iter().filter(|amendment| amends(amendment.change)).count()
}

fn task_events(hall: &Hall, work: &Work) -> Vec<Event> {
    let event = |task: &super::Task| {
        let day = task.due.day()?;
        let mark = if task.state == TaskStatus::Done { "【已办】" } else { "" };
        let mut lines = vec![format!("期限：{}", task.due.words()), format!("责任：{}", task.who.join("、"))];
        lines.extend(task.to.iter().map(|to| format!("受理：{to}")));
        lines.extend((!task.parts.is_empty()).then(|| format!("分项：{}", parts(&task.parts))));
        lines.extend(task.note.clone());
        let clause = task.cited;
        let clause = if clause.is_empty() { String::new() } else { format!("条款：{clause}　") };
        lines.push(format!("{clause}记录：{}", task.record.file));
        Some(Event {
            uid: task.uid.clone(),
            first: day,
            last: day,
            summary: format!("{mark}{}", task.what),
            description: lines.join("\n"),
            location: None,
            categories: task.who.clone(),
            revision: revisions(hall, &task.record),
        })
    };
    work.tasks.iter().filter_map(event).collect()
}

fn posting_events(hall: &Hall, work: &Work) -> Vec<Event> {
    let event = |posting: &super::PlannedPosting| Event {
        uid: posting.uid.clone(),
        first: posting.from,
        last: posting.last_day,
        summary: format!("张贴：{}", posting.what),
        description: format!(
            "载体：{}\n责任：{}\n审批：{}\n最后一天下班后撤下\n记录：{}",
            posting.carrier, posting.who, posting.approval, posting.record.file
        ),
        location: Some(posting.place.clone()),
        categories: vec![posting.who.clone()],
        revision: revisions(hall, &posting.record),
    };
    work.postings.iter().map(event).collect()
}

/// The duties of a day as rows of a table: heads in Chinese with the key of machine output, and cells.
pub const DUTY_HEADS: [(&str, &str); 7] = [
    ("何时", "section"),
    ("期限", "due"),
    ("谁", "who"),
    ("要做的事", "what"),
    ("条款", "clause"),
    ("记录", "file"),
    ("编号", "uid"),
];

/// The cells of one duty, in the order of [`DUTY_HEADS`].
pub fn duty_cells(duty: &TodayLine) -> [String; 7] {
    [
        duty.section.word().to_owned(),
        duty.due.clone(),
        duty.who.join("、"),
        duty.what.clone(),
        duty.clause.to_owned(),
        duty.record.file.clone(),
        duty.uid.clone(),
    ]
}
