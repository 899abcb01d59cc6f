//! The lists as pages: plain HTML, read on a desktop or printed on A4, without script.

use super::duties::{Section, duties};
use super::forms::FormFile;
use super::posting::{Hanging, Posting};
use super::registers::registers;
use super::task::{Standing, Task};
use super::views::staff::{
    ChannelItem, ChannelsPage, ComingDay, ComingEffect, ComingPage, ComingRow, DutyRow, DutySection, ListCard,
    PostingGroup, PostingPage, PostingRow, RegistersPage, ReprintDay, ReprintPage, ReprintRow, StaffFrame, StaffHome,
    StaffLink, TakeDownDay, TakeDownPage, TakeDownRow, TaskGroup, TaskPart, TaskRow, TasksPage,
};
use super::{Coming, Reprint, TakeDown, Work, form_list};
use crate::model::Hall;
use crate::model::calendar::Day;
use crate::plan::cx::Cx;
use crate::plan::output::{Form, Output, Rank, Tree};
use crate::plan::url;
use crate::plan::view::{View, no_view};
use crate::plan::website::tokens;
use crate::source::Sources;
use crate::text::date::{long_weekday, short_weekday};
use crate::text::hex::hex;
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// The pages in the order of the navigation.
const PAGES: [(&str, &str, &str); 11] = [
    ("今日", url::STAFF_HOME, "今天要做的事"),
    ("工作清单", url::STAFF_TASKS, "各科室、各单位的事项和期限"),
    ("张贴计划", url::STAFF_POSTING, "什么公告，贴在哪里，从哪天到哪天"),
    ("撤下清单", url::STAFF_TAKE_DOWN, "哪天撤下什么"),
    ("更换清单", url::STAFF_REPRINT, "哪些标牌要重做，原文字和新文字"),
    ("其他渠道", url::STAFF_CHANNELS, "公告的微信文章、短信、广播稿，复制即用"),
    ("变更日历", url::STAFF_COMING, "今后两个月的变更和影响"),
    ("表单", url::STAFF_FORMS, "预填的申请表、备案表、函，随时可用的告知书和核对单"),
    ("登记册", url::STAFF_REGISTERS, "有哪些标牌、设备、房间和内部电话，归谁管"),
    ("检查报告", url::STAFF_REPORT, "查出什么，哪些规则没有发现"),
    ("规则", url::STAFF_RULES, "每条规则检查什么、为什么、依据和改法"),
];

/// The style sheet of all pages: its path, and itself.
pub fn style(sources: &Sources) -> (String, String) {
    let style = format!("{}{}", tokens(), sources.text("layouts/assets/staff.css").unwrap_or_default());
    (format!("assets/staff.{}.css", &hex(&Sha256::digest(style.as_bytes()))[..8]), style)
}

/// What all pages have; `path` is the page's own.
pub fn frame(site: &str, day: Date, css: &str, path: &str, files: &[(&str, &str)]) -> StaffFrame {
    let link =
        |label: &str, href: &str| StaffLink { label: label.to_owned(), href: href.to_owned(), current: href == path };
    StaffFrame {
        title: PAGES.iter().find(|page| page.1 == path).map_or_else(String::new, |page| page.0.to_owned()),
        site: site.to_owned(),
        day: long_weekday(day),
        nav: PAGES.iter().map(|(label, href, _)| link(label, href)).collect(),
        root: url::root(path),
        css: css.to_owned(),
        style: None,
        files: files.iter().map(|(label, href)| link(label, href)).collect(),
    }
}

/// The outputs of all pages and their style.
pub(super) fn outputs(cx: &Cx<'_>, work: &Work, forms: &[FormFile], channels: Vec<ChannelItem>) -> Vec<Output> {
    let (hall, sources, day) = (cx.hall, cx.sources, cx.when.moment.date());
    let (css, style) = style(sources);
    let output = |path: &str, rank: Rank, form: Form, view: Arc<dyn View>| Output {
        tree: Tree::Staff,
        path: path.to_owned(),
        rank,
        form,
        view,
        origin: hall.site_origin.clone(),
        listed: None,
    };
    let page = |path: &str, template: &'static str, view: Arc<dyn View>| {
        output(path, Rank::Page, Form::Page { template }, view)
    };
    let of = Pages { hall, work, forms, day, css: css.clone(), channels: channels.len(), rules: cx.rules };
    let frame = of.frame(url::STAFF_CHANNELS, &[]);
    let channels = ChannelsPage { frame, items: channels };
    vec![
        output(&css, Rank::Asset, Form::Asset(style.into_bytes()), no_view()),
        page(url::STAFF_HOME, "staff/index.html", Arc::new(of.home())),
        page(url::STAFF_TASKS, "staff/tasks.html", Arc::new(of.tasks())),
        page(url::STAFF_POSTING, "staff/posting.html", Arc::new(of.postings())),
        page(url::STAFF_TAKE_DOWN, "staff/take-down.html", Arc::new(of.take_downs())),
        page(url::STAFF_REPRINT, "staff/reprint.html", Arc::new(of.reprints())),
        page(url::STAFF_CHANNELS, "staff/channels.html", Arc::new(channels)),
        page(url::STAFF_COMING, "staff/coming.html", Arc::new(of.coming())),
        page(
            url::STAFF_FORMS,
            "staff/forms.html",
            Arc::new(form_list::page(of.frame(url::STAFF_FORMS, &[]), work, forms)),
        ),
        page(url::STAFF_REGISTERS, "staff/registers.html", Arc::new(of.registers())),
    ]
}

struct Pages<'h> {
    hall: &'h Hall,
    work: &'h Work,
    forms: &'h [FormFile],
    day: Date,
    css: String,
    /// How many texts the page of other channels has.
    channels: usize,
    rules: usize,
}

/// Neighbours with one key, in order.
fn grouped<T, K: PartialEq>(items: &[T], key: impl Fn(&T) -> K) -> Vec<(K, Vec<&T>)> {
    let mut groups: Vec<(K, Vec<&T>)> = Vec::new();
    for item in items {
        let key = key(item);
        match groups.last_mut() {
            Some((last, group)) if *last == key => group.push(item),
            _ => groups.push((key, vec![item])),
        }
    }
    groups
}

/// `逾期1项，待办3项，应已办2项，已办4项`; states without tasks are left out.
fn summary<'t>(tasks: impl Iterator<Item = &'t Task>) -> String {
    let states: Vec<Standing> = tasks.map(|task| task.state).collect();
    let all = [Standing::Overdue, Standing::Todo, Standing::Lapsed, Standing::Done];
    let count = |state: &Standing| states.iter().filter(|s| *s == state).count();
    let counts = all.iter().filter(|state| count(state) > 0);
    let words: Vec<String> = counts.map(|state| format!("{}{}项", state.word(), count(state))).collect();
    words.join("，")
}

impl Pages<'_> {
    fn frame(&self, path: &str, files: &[(&str, &str)]) -> StaffFrame {
        frame(&self.hall.site.name, self.day, &self.css, path, files)
    }

    /// How a dated line stands: its class and its words.
    fn stands(&self, day: Date, past: &'static str) -> (&'static str, &'static str) {
        match day.cmp(&self.day) {
            std::cmp::Ordering::Less => ("lapsed", past),
            std::cmp::Ordering::Equal => ("today", "今天"),
            std::cmp::Ordering::Greater => ("todo", ""),
        }
    }

    fn home(&self) -> StaffHome {
        let duties = duties(self.hall, self.work, self.day);
        let section = |section: Section, title: &str, none| {
            let rows: Vec<DutyRow> = duties
                .iter()
                .filter(|duty| duty.section == section)
                .map(|duty| DutyRow {
                    due: duty.due.clone(),
                    what: duty.what.clone(),
                    who: duty.who.join("、"),
                    clause: duty.clause,
                    file: duty.record.file.clone(),
                })
                .collect();
            DutySection { code: section.code(), title: title.to_owned(), none, rows }
        };
        let sections = vec![
            section(Section::Overdue, "逾期", "没有逾期的事。"),
            section(Section::Today, "今天", "今天没有到期的事。"),
            section(Section::Soon, "今后五个工作日", "今后五个工作日没有到期的事。"),
        ];
        let open = self.work.tasks.iter().filter(|t| t.state <= Standing::Todo).count();
        let hang = self.work.postings.iter().filter(|p| p.on(self.day) != Hanging::Past).count();
        let down = self.work.take_downs.iter().filter(|t| t.by >= self.day).count();
        let (boards, coming) = (self.work.reprints.boards.len(), self.work.coming.len());
        let registered = registers(self.hall, self.day).iter().map(|register| register.rows.len()).sum();
        let counts = [open, hang, down, boards, self.channels, coming, self.forms.len(), registered];
        // What the report says is known only when all lists are made.
        let counts =
            counts.iter().map(|count| format!("{count}项")).chain([String::new(), format!("{}条", self.rules)]);
        let cards = PAGES.iter().skip(1).zip(counts).map(|((label, href, about), count)| ListCard {
            label: (*label).to_owned(),
            href: (*href).to_owned(),
            about: (*about).to_owned(),
            count,
        });
        StaffHome { frame: self.frame(url::STAFF_HOME, &[]), sections, lists: cards.collect() }
    }

    fn registers(&self) -> RegistersPage {
        RegistersPage { frame: self.frame(url::STAFF_REGISTERS, &[]), registers: registers(self.hall, self.day) }
    }

    fn tasks(&self) -> TasksPage {
        let tasks = &self.work.tasks;
        let mut names: Vec<&String> = Vec::new();
        // Tasks come sorted, so whoever is overdue comes first.
        for name in tasks.iter().flat_map(|task| &task.who) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let group = |name: &String| {
            let of = || tasks.iter().filter(|task| task.who.contains(name));
            TaskGroup {
                name: name.clone(),
                summary: summary(of()),
                rows: of().map(|task| task_row(task, name, self.forms)).collect(),
            }
        };
        let files = [
            ("表格（CSV）", url::STAFF_TASKS_CSV),
            ("日历（iCalendar）", url::STAFF_TASKS_ICS),
            ("叫号系统窗口表（CSV）", url::STAFF_QUEUE_CSV),
        ];
        TasksPage {
            frame: self.frame(url::STAFF_TASKS, &files),
            summary: summary(tasks.iter()),
            groups: names.into_iter().map(group).collect(),
        }
    }

    fn postings(&self) -> PostingPage {
        // One notice is one block, wherever its places stand in the schedule.
        let mut ids: Vec<&str> = Vec::new();
        for posting in &self.work.postings {
            if !ids.contains(&posting.record.id.as_str()) {
                ids.push(&posting.record.id);
            }
        }
        let row = |posting: &&Posting| {
            let state = posting.on(self.day);
            PostingRow {
                place: posting.place.clone(),
                kind: posting.place_kind.clone(),
                from: short_weekday(posting.from),
                last: short_weekday(posting.last_day),
                code: state.code(),
                state: state.word(),
            }
        };
        let group = |id: &str| {
            let of: Vec<&Posting> = self.work.postings.iter().filter(|p| p.record.id == id).collect();
            let first = of.first()?;
            Some(PostingGroup {
                what: first.what.clone(),
                carrier: first.carrier.clone(),
                print: first.file.clone(),
                who: first.who.clone(),
                approval: first.approval.clone(),
                file: first.record.file.clone(),
                rows: of.iter().map(row).collect(),
            })
        };
        let files = [("表格（CSV）", url::STAFF_POSTING_CSV), ("日历（iCalendar）", url::STAFF_POSTING_ICS)];
        PostingPage {
            frame: self.frame(url::STAFF_POSTING, &files),
            groups: ids.into_iter().filter_map(group).collect(),
        }
    }

    fn take_downs(&self) -> TakeDownPage {
        let row = |line: &&TakeDown| TakeDownRow {
            hour: line.hour.word(),
            what: line.what.clone(),
            place: line.place.clone(),
            carrier: line.carrier.clone(),
            who: line.who.clone(),
            automatic: line.automatic,
            file: line.record.file.clone(),
        };
        let days = grouped(&self.work.take_downs, |line| line.by).into_iter().map(|(day, lines)| {
            let by_hand = lines.iter().any(|line| !line.automatic);
            let (code, state) = self.stands(day, if by_hand { "应已撤下" } else { "" });
            TakeDownDay { day: long_weekday(day), code, state, rows: lines.iter().map(row).collect() }
        });
        let files = [("表格（CSV）", url::STAFF_TAKE_DOWN_CSV)];
        TakeDownPage { frame: self.frame(url::STAFF_TAKE_DOWN, &files), days: days.collect() }
    }

    fn reprints(&self) -> ReprintPage {
        let reprints = &self.work.reprints;
        let row = |board: &&Reprint| ReprintRow {
            kind: board.kind.word(),
            name: board.name.clone(),
            size: format!("{}，{}", board.carrier, board.size),
            place: board.place.clone(),
            office: board.office.clone().unwrap_or_else(|| "未写责任科室".to_owned()),
            whole: whole(board),
            lines: board.differences.clone(),
            basis: board.basis.words(),
            causes: board.causes.join("、"),
            file: board.file.clone(),
        };
        let days = grouped(&reprints.boards, |board| board.by).into_iter().map(|(day, boards)| {
            let (code, state) = self.stands(day, "应已更换");
            ReprintDay { day: long_weekday(day), code, state, rows: boards.iter().map(row).collect() }
        });
        let unrecorded = (reprints.unrecorded > 0).then(|| {
            format!(
                "应当悬挂的{}块标牌中，{}块在印制台账里没有记录：核对现场后运行 hallpress printed --all 登记，更换清单才能逐块比对。",
                reprints.all, reprints.unrecorded
            )
        });
        let files = [("表格（CSV）", url::STAFF_REPRINT_CSV)];
        ReprintPage { frame: self.frame(url::STAFF_REPRINT, &files), unrecorded, days: days.collect() }
    }

    fn coming(&self) -> ComingPage {
        let row = |line: &&Coming| ComingRow {
            kind: line.kind.clone(),
            what: line.what.clone(),
            effects: line
                .effects
                .iter()
                .filter(|effect| !effect.which.is_empty())
                .map(|effect| ComingEffect { on: effect.on, which: effect.which.clone() })
                .collect(),
            file: line.record.file.clone(),
        };
        let days = grouped(&self.work.coming, |line| line.day).into_iter().map(|(day, lines)| {
            let off = match self.hall.calendar.day(day) {
                Day::Workday => String::new(),
                Day::MakeUp => "调休上班".to_owned(),
                Day::Weekend => "休息日".to_owned(),
                Day::Holiday(name) => name,
            };
            ComingDay { day: long_weekday(day), off, rows: lines.iter().map(row).collect() }
        });
        let files = [("表格（CSV）", url::STAFF_COMING_CSV)];
        ComingPage { frame: self.frame(url::STAFF_COMING, &files), days: days.collect() }
    }
}

/// All texts of a board that has no counterpart to compare with.
fn whole(board: &Reprint) -> Vec<String> {
    if board.kind == super::Kind::Replace {
        return Vec::new();
    }
    board.differences.iter().filter_map(|line| line.new.clone().or_else(|| line.old.clone())).collect()
}

fn task_row(task: &Task, name: &str, forms: &[FormFile]) -> TaskRow {
    let others: Vec<&str> = task.who.iter().map(String::as_str).filter(|who| *who != name).collect();
    TaskRow {
        due: task.due.words(),
        advised: task.advised.map(short_weekday),
        what: task.what.clone(),
        parts: task.parts.iter().map(|part| TaskPart { name: part.name.clone(), automatic: part.automatic }).collect(),
        to: task.to.clone(),
        with: (!others.is_empty()).then(|| others.join("、")),
        form: form_list::of_task(task, forms),
        clause: task.clause,
        file: task.record.file.clone(),
        code: task.state.code(),
        state: task.state.word(),
        note: task.note.clone(),
    }
}
