//! What clause 16.3 requires of units and offices for a change of windows (docs/requirements.md 6.2), by the table of
//! duties. 16.3.2 and 16.3.3 name who brings what up to date: 政务服务管理科 the guide desk; 网络技术科 website, screens,
//! guides, queue system and strips; 安全保障科 the guide signs; the applicant its notice (16.3.2 names the places: outside
//! the gate and inside the hall).

use super::offices::Offices;
use super::task::{Due, Subtask, Task, TaskRecord, TaskStatus};
use crate::content::{ChangeKind, PostingKind};
use crate::model::change::{Change, Posting};
use crate::model::duties::{
    self, CARRIERS, Duties, FilingDuty, Guidance, NoticeDuty, NumberCarrier, Places, Step, Term,
};
use crate::model::life::{AwaitedStep, LifeStep};
use crate::model::time::add_days;
use crate::model::{BuildDay, Hall, deadline};
use crate::plan::words::numbers::ranges;
use crate::text::date::{long_weekday, short_weekday};
use jiff::civil::Date;

/// Where a record plans its postings, each of which is ticked off by itself.
const POSTINGS: &str = "张贴";

/// The tasks of all change records.
pub(super) fn tasks(hall: &Hall, offices: &Offices<'_>, when: BuildDay) -> Vec<Task> {
    let mut tasks = Vec::new();
    for change in hall.changes.iter().filter(|change| !change.revoked) {
        let duties = duties::of(change.kind);
        let of = WindowTasks { hall, offices, change, duties, when };
        tasks.extend(duties.filing.as_ref().and_then(|filing| of.filing(filing)));
        tasks.extend(of.awaited());
        tasks.extend(of.notice(&duties.notice));
        tasks.extend(duties.guidance.iter().flat_map(|guidance| of.on_the_day(guidance)));
        tasks.extend(of.at_the_end());
        tasks.extend(of.set_up());
    }
    tasks
}

/// What amendments still lack: until it is there they are not published, and their records are as before.
pub(super) fn of_amendments(hall: &Hall, offices: &Offices<'_>, when: BuildDay) -> Vec<Task> {
    let mut tasks = Vec::new();
    for amendment in &hall.amendments {
        let change = hall.change(amendment.change);
        for awaited in hall.awaited_amendment(amendment) {
            let unit = hall.unit(change.applicant).name().to_owned();
            let (who, verb) = match awaited.step {
                LifeStep::Filing | LifeStep::Consent => (unit, "重新备案"),
                LifeStep::Signature | LifeStep::Decision => (unit, "单位负责人在公告稿上签字"),
                LifeStep::Review => (offices.named(duties::DutyOffice::Publicity), "复审公告稿"),
            };
            let record = TaskRecord { id: amendment.id.clone(), file: amendment.origin.file.to_string() };
            let what = format!("{verb}：{}{}{}", what(hall, change), change.kind.word(), amendment.kind.word());
            let task = Task::new(awaited.clause, record, awaited.due.into(), vec![who], what);
            let task = task.done_on(awaited.step.key(), None, when);
            let note = format!("写在记录的“{}”里；写好以前这份{}不发布", awaited.step.key(), amendment.kind.word());
            let uid = format!("{}-{}", task.uid, awaited.step.word());
            tasks.push(Task { note: Some(note), uid, is_awaited: true, ..task });
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

/// What a record still lacks before anybody else acts on it: `等备案、同意以后再办`.
pub(super) fn waiting_note(hall: &Hall, change: &Change) -> Option<String> {
    let awaited = hall.awaited(change);
    let steps: Vec<&str> = awaited.iter().map(|missing| missing.step.word()).collect();
    (!steps.is_empty()).then(|| format!("等{}以后再办", steps.join("、")))
}

/// What a record is about: its venue, else its windows.
pub(super) fn what(hall: &Hall, change: &Change) -> String {
    match &change.venue {
        Some(venue) if change.windows.is_empty() => hall.venue(venue.venue).name().to_owned(),
        Some(venue) => format!("{}（{}）", hall.venue(venue.venue).name(), windows(change)),
        None => windows(change),
    }
}

struct WindowTasks<'h> {
    hall: &'h Hall,
    offices: &'h Offices<'h>,
    change: &'h Change,
    duties: &'static Duties,
    when: BuildDay,
}

impl WindowTasks<'_> {
    /// The windows, or the venue with its windows.
    fn what(&self) -> String {
        what(self.hall, self.change)
    }

    fn unit(&self) -> String {
        self.hall.unit(self.change.applicant).name().to_owned()
    }

    fn task(&self, clause: &'static str, due: Due, who: Vec<String>, what: String) -> Task {
        let record = TaskRecord { id: self.change.id.clone(), file: self.change.origin.file.to_string() };
        Task::new(clause, record, due, who, what)
    }

    fn filed(&self) -> Option<Date> {
        self.change.filing.clearance.filed_on
    }

    fn before(&self, workdays: u32) -> Due {
        deadline::before(self.hall, self.change.filing.day, workdays).into()
    }

    fn filing(&self, filing: &FilingDuty) -> Option<Task> {
        let profile = &self.hall.profile;
        let due = self.before((filing.days)(profile)?);
        let form = filing.form.map(|form| form.titled(profile)).unwrap_or_default();
        let what = format!("提交{form}：{}", self.what());
        let to = Some(self.offices.named(filing.to));
        let task = self.task(filing.clause, due, vec![self.unit()], what);
        let task = Task { to, ..task.done_on("备案日期", self.filed(), self.when) };
        let notice = match self.duties.notice.term {
            Term::Through(days) => days(profile),
            _ => None,
        };
        Some(match notice {
            Some(days) => self.before_the_notice(task, days),
            None => task,
        })
    }

    /// The consent and the signatures its record still waits for: it is not published before.
    fn awaited(&self) -> Vec<Task> {
        let steps = self.hall.awaited(self.change).into_iter().filter(|awaited| awaited.step != LifeStep::Filing);
        let task = |awaited: AwaitedStep| {
            let (who, what) = match awaited.step {
                LifeStep::Filing | LifeStep::Consent => {
                    (self.offices.named(duties::DutyOffice::Windows), "答复申请单位是否同意")
                }
                LifeStep::Signature | LifeStep::Decision => (self.unit(), "单位负责人在公告稿上签字"),
                LifeStep::Review => (self.offices.named(duties::DutyOffice::Publicity), "复审公告稿"),
            };
            let due: Due = awaited.due.into();
            let note = Some(format!("写在记录的“{}”里；写好以前这条变更不发布", awaited.step.key()));
            let of = self.task(awaited.clause, due, vec![who], format!("{what}：{}", self.what()));
            let of = of.done_on(awaited.step.key(), None, self.when);
            Task { note, uid: format!("{}-{}", of.uid, awaited.step.word()), ..of }
        };
        steps.map(task).collect()
    }

    /// The withdrawal is filed at the latest two working days before, but its notice runs five: whoever files on the
    /// last day cannot post in time. Both days are shown.
    fn before_the_notice(&self, task: Task, workdays: u32) -> Task {
        let posted = deadline::before(self.hall, self.change.effective(), workdays);
        let advised = posted.and_then(|posted| self.hall.calendar.workdays_before(posted, 1)).ok();
        let advised = advised.filter(|advised| task.due.day().is_some_and(|due| *advised < due));
        let days = advised.zip(task.due.day());
        let both = days.map(|(advised, legal)| {
            format!("（法定最迟{}；公告要提前张贴，建议不晚于{}）", short_weekday(legal), short_weekday(advised))
        });
        let what = format!("{}{}", task.what, both.unwrap_or_default());
        Task { advised, what, ..task }
    }

    /// Guide desk and the six carriers, on the first day of the new state.
    fn on_the_day(&self, guidance: &Guidance) -> [Task; 2] {
        self.guides(guidance, guidance.verb(), self.change.effective())
    }

    /// The same once a temporary window is over.
    fn at_the_end(&self) -> Vec<Task> {
        let ends = self.change.kind == ChangeKind::Temporary && self.change.span.last_day().is_some();
        let guidance = self.duties.guidance.filter(|_| ends);
        let tasks = guidance.map(|guidance| self.guides(&guidance, "撤销", self.change.span.to.date()));
        tasks.into_iter().flatten().map(|task| Task { uid: format!("{}-end", task.uid), ..task }).collect()
    }

    fn guides(&self, guidance: &Guidance, verb: &str, day: Date) -> [Task; 2] {
        let (due, windows, note) = (Due::Day(day), self.what(), self.waits());
        let task = |step: Step, what: String| self.task(step.clause, due, vec![self.offices.named(step.office)], what);
        let desk = task(guidance.desk, format!("{verb}总导办台导引内容：{windows}"));
        let by = |automatic: bool| {
            let carriers = CARRIERS.iter().filter(|carrier| carrier.automatic == automatic);
            carriers.map(|carrier| carrier.name).collect::<Vec<_>>().join("、")
        };
        let what = format!("{verb}{}的内容：{windows}（{}由程序{verb}）", by(false), by(true));
        let carriers = task(guidance.carriers, what);
        let part = |carrier: NumberCarrier| Subtask { name: carrier.name.to_owned(), automatic: carrier.automatic };
        [Task { note: note.clone(), ..desk }, Task { note, parts: CARRIERS.map(part).to_vec(), ..carriers }]
    }

    /// What others wait for before they carry the change out: 16.3.2–16.3.4 have them told of it once it is agreed to.
    fn waits(&self) -> Option<String> {
        waiting_note(self.hall, self.change)
    }

    /// The notice a clause requires, of those that are posted for a time.
    fn notice(&self, notice: &NoticeDuty) -> Option<Task> {
        let clause = notice.clause?;
        match (notice.term, notice.places) {
            (Term::OnFirstDay, Places::Each(kinds)) => Some(self.first_day_notice(clause, kinds)),
            (Term::Through(days), _) if notice.by_analogy => self.venue_notice(clause, days(&self.hall.profile)?),
            (Term::Through(days), _) => Some(self.running_notice(clause, days(&self.hall.profile)?)),
            _ => None,
        }
    }

    fn first_day_notice(&self, clause: &'static str, kinds: &[PostingKind]) -> Task {
        let due = Due::Day(self.change.effective());
        let on_the_day = |kind: &PostingKind| duties::on_the_day(self.hall, self.change, *kind);
        let found: Vec<&Posting> = kinds.iter().filter_map(on_the_day).collect();
        let is_covered = found.len() == kinds.len();
        let last = self.change.filing.postings.iter().filter_map(|p| p.span.last_day()).max();
        let down = last.map(|last| format!("；{}后撤下", short_weekday(last))).unwrap_or_default();
        let what = format!("张贴调整公告（大门外、厅内公告栏）：{}{down}", self.what());
        let first = found.iter().map(|posting| posting.span.from.date()).max();
        let first = is_covered.then_some(first).flatten();
        let (state, note) = self.posting_state(due, first);
        let parts = self.posting_parts();
        let task = self.task(clause, due, vec![self.unit()], what);
        Task { state, note, parts, done_in: Some(POSTINGS), is_scheduled: first.is_some(), ..task }
    }

    fn running_notice(&self, clause: &'static str, workdays: u32) -> Task {
        let effective = self.change.effective();
        let due = self.before(workdays);
        let last = add_days(effective, -1);
        let from = due.day().map(|day| format!("从{}到{}", short_weekday(day), short_weekday(last)));
        let what = format!("连续张贴撤离公告，{}：{}", from.unwrap_or_default(), self.what());
        let posted = duties::counting(self.hall, self.change);
        let first = posted.iter().map(|posting| posting.span.from.date()).min();
        let runs = |first: Date| due.day().is_some_and(|due| duties::gap(&posted, due.max(first), effective).is_none());
        let first = first.filter(|first| runs(*first));
        let (state, note) = self.posting_state(due, first);
        let parts = self.posting_parts();
        let task = self.task(clause, due, vec![self.unit()], what);
        Task { state, note, parts, done_in: Some(POSTINGS), is_scheduled: first.is_some(), ..task }
    }

    /// Advice: the notice about a whole venue is posted as long before as that of a withdrawal. No clause of 16.3
    /// covers whole venues, so that nothing is overdue, and nothing is listed once the day is past.
    fn venue_notice(&self, clause: &'static str, workdays: u32) -> Option<Task> {
        let task = self.running_notice(clause, workdays);
        let note = "条文没有规定整个场所的搬迁和关闭，比照窗口撤离建议".to_owned();
        let what = task.what.replace("连续张贴撤离公告", &format!("连续张贴{}公告", self.change.kind.word()));
        if task.state != TaskStatus::Overdue {
            let note = task.note.clone().map_or(note.clone(), |said| format!("{said}；{note}"));
            return Some(Task { what, note: Some(note), ..task });
        }
        let ahead = self.when.date < self.change.effective();
        ahead.then_some(Task { what, state: TaskStatus::Todo, note: Some(note), ..task })
    }

    /// The boards the record names, each with its days.
    fn posting_parts(&self) -> Vec<Subtask> {
        let part = |p: &Posting| {
            let (from, last) = (p.span.from.date(), p.span.last_day().unwrap_or(p.span.from.date()));
            let name = &self.hall.posting(p.place).name;
            Subtask { name: format!("{name}（{}至{}）", short_weekday(from), short_weekday(last)), automatic: false }
        };
        self.change.filing.postings.iter().map(part).collect()
    }

    /// What the record plans is taken as done from its first day on; the posting list is what is ticked.
    fn posting_state(&self, due: Due, first: Option<Date>) -> (TaskStatus, Option<String>) {
        match first {
            Some(first) if first > self.when.date => {
                (TaskStatus::Todo, Some(format!("记录安排{}开始张贴", long_weekday(first))))
            }
            Some(first) => (TaskStatus::Done, Some(format!("{}开始张贴", long_weekday(first)))),
            None => {
                let state = if due.is_over(self.when) { TaskStatus::Overdue } else { TaskStatus::Todo };
                (state, Some("记录里没有安排全部张贴".to_owned()))
            }
        }
    }

    /// A temporary window is to be set up within hours of the approval.
    fn set_up(&self) -> Option<Task> {
        let (set_up, approved) = (self.duties.set_up?, self.change.clearance.approved_at?);
        let due = Due::Moment(set_up.due(&self.hall.profile, approved)?.1);
        let mut who: Vec<String> = set_up.offices.map(|office| self.offices.named(office)).to_vec();
        who.dedup();
        let what = format!("临时{}调整完毕（窗口号、桌椅、网络、条屏）", self.what());
        let task = self.task(set_up.clause, due, who, what);
        Some(task.done_at("完成时间", self.change.done_at, self.when))
    }
}
