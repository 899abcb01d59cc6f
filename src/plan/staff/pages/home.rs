//! What is to be done now, and the lists.

use super::context::PageContext;
use super::frame::PAGES;
use super::frame::StaffFrame;
use crate::plan::staff::posting::Hanging;
use crate::plan::staff::registers::registers;
use crate::plan::staff::task::TaskStatus;
use crate::plan::staff::today::{TodaySection, today_lines};
use crate::plan::url;
use crate::plan::view::View;
use serde::Serialize;

/// What is to be done now.
#[derive(Clone, Debug, Serialize)]
pub struct StaffHome {
    /// Frame.
    pub frame: StaffFrame,
    /// Overdue, today, soon; empty ones too.
    pub sections: Vec<DutySection>,
    /// The lists, each with the number of its entries.
    pub lists: Vec<ListCard>,
}

impl View for StaffHome {}

/// A list on the first page.
#[derive(Clone, Debug, Serialize)]
pub struct ListCard {
    /// Its name.
    pub label: String,
    /// Address.
    pub href: String,
    /// What it is for.
    pub about: String,
    /// `12项`.
    pub count: String,
}

/// Duties of one urgency.
#[derive(Clone, Debug, Serialize)]
pub struct DutySection {
    /// `overdue`, `today`, `soon`.
    pub code: &'static str,
    /// Its heading.
    pub title: String,
    /// What is shown when there is nothing.
    pub none: &'static str,
    /// The duties.
    pub rows: Vec<DutyRow>,
}

/// A duty.
#[derive(Clone, Debug, Serialize)]
pub struct DutyRow {
    /// When.
    pub due: String,
    /// What.
    pub what: String,
    /// Who.
    pub who: String,
    /// The clause.
    pub clause: &'static str,
    /// The file it is written in.
    pub file: String,
    /// Its id, by which it is ticked off.
    pub uid: String,
}

/// What is overdue, due today and soon, and the lists with the number of their entries.
pub(super) fn page(cx: &PageContext<'_>) -> StaffHome {
    let duties = today_lines(cx.hall, cx.work, cx.day);
    let section = |section: TodaySection, title: &str, none| {
        let rows: Vec<DutyRow> = duties
            .iter()
            .filter(|duty| duty.section == section)
            .map(|duty| DutyRow {
                due: duty.due.clone(),
                what: duty.what.clone(),
                who: duty.who.join("、"),
                clause: duty.clause,
                file: duty.record.file.clone(),
                uid: duty.uid.clone(),
            })
            .collect();
        DutySection { code: section.code(), title: title.to_owned(), none, rows }
    };
    let mut sections = vec![
        section(TodaySection::Overdue, "逾期", "没有逾期的事。"),
        section(
            TodaySection::Unticked,
            "到期没有登记办结（办好的用 hallpress done 编号 --by 姓名 登记）",
            "到期的事都登记了办结。",
        ),
        section(TodaySection::Today, "今天", "今天没有到期的事。"),
        section(TodaySection::Soon, "今后五个工作日", "今后五个工作日没有到期的事。"),
        section(TodaySection::Waiting, "更晚到期、办好以前不发布", "没有等待办理的记录。"),
    ];
    // Of a list that few halls have nothing is said while it is empty.
    sections.retain(|section| section.code != TodaySection::Unticked.code() || !section.rows.is_empty());
    let open = cx.work.tasks.iter().filter(|t| t.state <= TaskStatus::Todo).count();
    let hang = cx.work.postings.iter().filter(|p| p.on(cx.day) != Hanging::Past).count();
    let down = cx.work.take_downs.iter().filter(|t| t.by >= cx.day).count();
    let (boards, coming) = (cx.work.reprints.boards.len(), cx.work.coming.len());
    let registered = registers(cx.hall, cx.day).iter().map(|register| register.rows.len()).sum();
    let counts = [open, hang, down, boards, cx.walks, cx.channels, coming, cx.forms.len(), registered];
    // What the report says is known only when all lists are made.
    let counts = counts.iter().map(|count| format!("{count}项")).chain([String::new(), format!("{}条", cx.rules)]);
    let cards = PAGES.iter().skip(1).zip(counts).map(|((label, href, about), count)| ListCard {
        label: (*label).to_owned(),
        href: (*href).to_owned(),
        about: (*about).to_owned(),
        count,
    });
    StaffHome { frame: cx.frame(url::STAFF_HOME, &[]), sections, lists: cards.collect() }
}
