//! What clause 16.3 asks of units and offices for a change of windows. 16.3.2 and 16.3.3 name who brings what up to date:
//! 政务服务管理科 the guide desk; 网络技术科 website, screens, guides, queue system and strips; 安全保障科 the guide signs;
//! the applicant its notice, outside the gate and inside the hall.

use super::offices::Offices;
use super::task::{Due, Part, Record, Standing, Task, dated, undated};
use crate::content::{ChangeKind, PostingKind};
use crate::model::change::{Change, Posting};
use crate::model::time::{add_days, midnight, next_day};
use crate::model::{Hall, Span, deadline};
use crate::plan::words::numbers::ranges;
use crate::text::date::{long_weekday, short_weekday};
use jiff::civil::Date;

/// The six places where a window's number stands (Y16.3.2c), and whether the program updates them itself.
const TARGETS: [(&str, bool); 6] = [
    ("网站", true),
    ("电子屏", false),
    ("电子导引信息", false),
    ("办事指南", true),
    ("叫号系统", false),
    ("窗口条屏", true),
];

/// The tasks of all change records.
pub(super) fn tasks(hall: &Hall, offices: &Offices<'_>, day: Date) -> Vec<Task> {
    let mut tasks = Vec::new();
    for change in hall.changes.iter().filter(|change| !change.revoked) {
        let of = Of { hall, offices, change, day };
        match change.kind {
            ChangeKind::New => tasks.extend(of.on_the_day()),
            ChangeKind::Adjust => {
                tasks.push(of.filing("Y16.3.2a", hall.profile.adjust_filing(), "《市民大厅窗口调整申请表》"));
                tasks.extend(of.on_the_day());
                tasks.push(of.adjust_notice());
            }
            ChangeKind::Withdraw => {
                tasks.push(of.withdrawal());
                tasks.push(of.withdraw_notice());
                tasks.extend(of.on_the_day());
            }
            ChangeKind::Temporary => {
                let form = "《市民大厅窗口调整申请表》（临时窗口）";
                tasks.push(of.filing("Y16.3.4a", hall.profile.temporary_filing(), form));
                tasks.extend(of.set_up());
            }
            ChangeKind::Suspend => {}
            // An emergency has no filing date, and neither has its end.
            ChangeKind::Resume => tasks.extend(of.on_the_day()),
            ChangeKind::MoveVenue | ChangeKind::CloseVenue => {
                tasks.extend(of.venue_notice());
                tasks.extend(of.on_the_day());
            }
        }
    }
    tasks
}

/// The windows of a record: `F08窗口`, and where one gets another number `B14→E13窗口`.
pub(super) fn windows(change: &Change) -> String {
    let mut moved = Vec::new();
    let mut plain: Vec<&str> = Vec::new();
    for part in &change.windows {
        match (&part.before, &part.after) {
            (Some(before), Some(after)) if before.number != after.number => {
                moved.push(format!("{}→{}", before.number, after.number));
            }
            (Some(facts), _) | (None, Some(facts)) => plain.push(&facts.number),
            (None, None) => {}
        }
    }
    moved.extend((!plain.is_empty()).then(|| ranges(plain, "至")));
    format!("{}窗口", moved.join("、"))
}

/// What a record is about: its venue, else its windows.
pub(super) fn what(hall: &Hall, change: &Change) -> String {
    match &change.venue {
        Some(venue) if change.windows.is_empty() => hall.venue(venue.venue).name().to_owned(),
        Some(venue) => format!("{}（{}）", hall.venue(venue.venue).name(), windows(change)),
        None => windows(change),
    }
}

struct Of<'h> {
    hall: &'h Hall,
    offices: &'h Offices<'h>,
    change: &'h Change,
    day: Date,
}

impl Of<'_> {
    /// The windows, or the venue with its windows.
    fn what(&self) -> String {
        what(self.hall, self.change)
    }

    fn unit(&self) -> String {
        self.hall.unit(self.change.applicant).name().to_owned()
    }

    fn task(&self, clause: &'static str, due: Due, who: Vec<String>, what: String) -> Task {
        let record = Record { id: self.change.id.clone(), file: self.change.origin.file.to_string() };
        Task::new(clause, record, due, who, what)
    }

    fn filed(&self) -> Option<Date> {
        self.change.filing.filed_on
    }

    fn before(&self, workdays: u32) -> Due {
        deadline::before(self.hall, self.change.effective(), workdays).into()
    }

    fn filing(&self, clause: &'static str, workdays: u32, form: &str) -> Task {
        let due = self.before(workdays);
        let what = format!("提交{form}：{}", self.what());
        let (state, note) = dated(due, self.filed(), self.day);
        let to = Some(self.offices.windows());
        Task { to, state, note, ..self.task(clause, due, vec![self.unit()], what) }
    }

    /// The withdrawal is filed at the latest two working days before, but its notice runs five: whoever files on the
    /// last day cannot post in time. Both days are shown.
    fn withdrawal(&self) -> Task {
        let profile = &self.hall.profile;
        let task = self.filing("Y16.3.3a", profile.withdraw_filing(), "《市民大厅窗口撤离备案表》");
        let posted = deadline::before(self.hall, self.change.effective(), profile.withdraw_notice());
        let advised = posted.and_then(|posted| self.hall.calendar.workdays_before(posted, 1)).ok();
        let advised = advised.filter(|advised| task.due.day().is_some_and(|due| *advised < due));
        let days = advised.zip(task.due.day());
        let both = days.map(|(advised, legal)| {
            format!("（法定最迟{}；公告要提前张贴，建议不晚于{}）", short_weekday(legal), short_weekday(advised))
        });
        let what = format!("{}{}", task.what, both.unwrap_or_default());
        Task { advised, what, ..task }
    }

    /// Guide desk and the six targets, on the first day of the new state (Y16.3.2b–c, Y16.3.3b–c).
    fn on_the_day(&self) -> [Task; 2] {
        let due = Due::Day(self.change.effective());
        let state = undated(due, self.day);
        let windows = self.what();
        let (clauses, verb) = match self.change.kind {
            ChangeKind::Withdraw | ChangeKind::CloseVenue => (["Y16.3.3c", "Y16.3.3b"], "撤销"),
            _ => (["Y16.3.2b", "Y16.3.2c"], "更新"),
        };
        let desk = format!("{verb}总导办台导引内容：{windows}");
        let desk = self.task(clauses[0], due, vec![self.offices.windows()], desk);
        let targets = format!("{verb}网站、电子屏、电子导引信息、办事指南、叫号系统、窗口条屏的内容：{windows}");
        let targets = self.task(clauses[1], due, vec![self.offices.network()], targets);
        let parts = TARGETS.map(|(name, automatic)| Part { name: name.to_owned(), automatic }).to_vec();
        [Task { state, ..desk }, Task { state, parts, ..targets }]
    }

    /// The days on which some board of a kind carries the notice.
    fn posted(&self, kinds: &[PostingKind]) -> Vec<Span> {
        let is = |p: &&Posting| kinds.contains(&self.hall.posting(p.place).kind);
        self.change.filing.postings.iter().filter(is).map(|p| p.span).collect()
    }

    fn adjust_notice(&self) -> Task {
        let effective = self.change.effective();
        let due = Due::Day(effective);
        let on_the_day = |kind| self.posted(&[kind]).into_iter().find(|span| span.contains(midnight(effective)));
        let places = [PostingKind::OutsideBoard, PostingKind::InsideBoard];
        let found: Vec<Span> = places.into_iter().filter_map(on_the_day).collect();
        let is_covered = found.len() == places.len();
        let last = self.change.filing.postings.iter().filter_map(|p| p.span.last_day()).max();
        let down = last.map(|last| format!("；{}后撤下", short_weekday(last))).unwrap_or_default();
        let what = format!("张贴调整公告（大门外、厅内公告栏）：{}{down}", self.what());
        let first = found.iter().map(|span| span.from.date()).max();
        let (state, note) = self.posting_state(due, is_covered.then_some(first).flatten());
        let parts = self.posting_parts();
        Task { state, note, parts, ..self.task("Y16.3.2e", due, vec![self.unit()], what) }
    }

    fn withdraw_notice(&self) -> Task {
        let effective = self.change.effective();
        let due = self.before(self.hall.profile.withdraw_notice());
        let last = add_days(effective, -1);
        let from = due.day().map(|day| format!("从{}到{}", short_weekday(day), short_weekday(last)));
        let what = format!("连续张贴撤离公告，{}：{}", from.unwrap_or_default(), self.what());
        let posted = self.posted(&[PostingKind::OutsideBoard, PostingKind::InsideBoard]);
        let covers = |mut day: Date| {
            while day < effective && posted.iter().any(|span| span.contains(midnight(day))) {
                day = next_day(day);
            }
            day >= effective
        };
        let first = posted.iter().map(|span| span.from.date()).min();
        let done = first.filter(|first| due.day().is_some_and(|due| covers(due.max(*first))));
        let (state, note) = self.posting_state(due, done);
        let parts = self.posting_parts();
        Task { state, note, parts, ..self.task("Y16.3.3d", due, vec![self.unit()], what) }
    }

    /// Advice: the notice about a whole venue hangs as long before as that of a withdrawal. No clause of 16.3 speaks of
    /// whole venues, so that nothing is overdue, and nothing is said once the day is past.
    fn venue_notice(&self) -> Option<Task> {
        let task = self.withdraw_notice();
        let note = "条文没有规定整个场所的搬迁和关闭，比照窗口撤离建议".to_owned();
        let what = task.what.replace("连续张贴撤离公告", &format!("连续张贴{}公告", self.change.kind.word()));
        if task.state != Standing::Overdue {
            let note = task.note.clone().map_or(note.clone(), |said| format!("{said}；{note}"));
            return Some(Task { what, note: Some(note), ..task });
        }
        let ahead = self.day < self.change.effective();
        ahead.then_some(Task { what, state: Standing::Todo, note: Some(note), ..task })
    }

    /// The boards the record names, each with its days.
    fn posting_parts(&self) -> Vec<Part> {
        let part = |p: &Posting| {
            let (from, last) = (p.span.from.date(), p.span.last_day().unwrap_or(p.span.from.date()));
            let name = &self.hall.posting(p.place).name;
            Part { name: format!("{name}（{}至{}）", short_weekday(from), short_weekday(last)), automatic: false }
        };
        self.change.filing.postings.iter().map(part).collect()
    }

    /// What the record plans is taken as done from its first day on; the posting list is what is ticked.
    fn posting_state(&self, due: Due, first: Option<Date>) -> (Standing, Option<String>) {
        match first {
            Some(first) if first > self.day => {
                (Standing::Todo, Some(format!("记录安排{}开始张贴", long_weekday(first))))
            }
            Some(first) => (Standing::Done, Some(format!("{}开始张贴", long_weekday(first)))),
            None => {
                let state = if due.is_before(self.day) { Standing::Overdue } else { Standing::Todo };
                (state, Some("记录里没有安排全部张贴".to_owned()))
            }
        }
    }

    /// A temporary window stands within 24 hours of the approval (Y16.3.4b).
    fn set_up(&self) -> Option<Task> {
        let approved = self.change.written.approved_at?.0;
        let hours = i64::from(self.hall.profile.temporary_done_hours());
        let due = Due::Moment(approved.saturating_add(jiff::Span::new().hours(hours)));
        let (state, note) = dated(due, self.change.written.done_at.map(|done| done.0.date()), self.day);
        let who = vec![self.offices.windows(), self.offices.safety(), self.offices.network()];
        let mut who: Vec<String> = who;
        who.dedup();
        let what = format!("临时{}调整完毕（窗口号、桌椅、网络、条屏）", self.what());
        Some(Task { state, note, ..self.task("Y16.3.4b", due, who, what) })
    }
}
