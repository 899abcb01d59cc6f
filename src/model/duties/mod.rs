//! What the regulations require for each kind of change: by when, under which clause, on which form, shown on what,
//! announced where, and to which office.
//!
//! One table for the rules that check the records, for the work lists and forms, and for drafting new records. The days
//! and hours are the profile's; the table says which of them applies.

mod others;
mod posted;

pub use others::{
    EVENT_LETTER, LETTER_FORM, MATTER_FILING, MATTER_FORM, MATTER_UPDATE, SCREEN_FORM, SCREEN_REVIEW, Within,
    of_amendment, of_campaign,
};
pub use posted::{counting, counts, gap, inside_boards, on_the_day};

use super::profile::Profile;
use crate::content::{ChangeKind, FormKind, PostingKind};
use jiff::civil::DateTime;

/// A number the profile states; `None` where it states none, and then nothing is required.
pub type Stated = fn(&Profile) -> Option<u32>;

/// What is required for a kind of change.
#[derive(Clone, Copy, Debug)]
pub struct Duties {
    /// The application or filing.
    pub filing: Option<FilingDuty>,
    /// What a window needs before it serves.
    pub equipping: Option<Equipping>,
    /// What the offices do on the first day of the new state.
    pub guidance: Option<Guidance>,
    /// Whether the office that receives it agrees before anybody else acts on it (16.3.2–16.3.4: 同意调整后).
    pub needs_consent: bool,
    /// How the public is informed.
    pub notice: NoticeDuty,
    /// By when the change must be done once it is approved.
    pub set_up: Option<SetUp>,
    /// The clause by which the record says where people go instead.
    pub destination: Option<&'static str>,
    /// The clause by which the matters of its windows go on being served.
    pub serving: Option<&'static str>,
}

/// Something handed in before a day, or within days after it.
#[derive(Clone, Copy, Debug)]
pub struct FilingDuty {
    /// The clause.
    pub clause: &'static str,
    /// How many working days.
    pub days: Stated,
    /// The office that receives it.
    pub to: DutyOffice,
    /// What is filled in for it.
    pub form: Option<DutyForm>,
}

/// A form; the profile says what the hall calls it.
#[derive(Clone, Copy, Debug)]
pub struct DutyForm {
    /// Its kind.
    pub kind: FormKind,
    /// The clause that names it.
    pub clause: &'static str,
    /// What it is used for, if the form has two uses.
    pub purpose: Option<&'static str>,
}

impl DutyForm {
    /// `《市民大厅窗口调整申请表》（临时窗口）`, as the hall calls it.
    pub fn titled(&self, profile: &Profile) -> String {
        let purpose = self.purpose.map(|purpose| format!("（{purpose}）")).unwrap_or_default();
        format!("《{}》{purpose}", profile.form_name(self.kind))
    }
}

/// An office by its responsibility; the hall says which office that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DutyOffice {
    /// Windows and the guide desk.
    Windows,
    /// Website, screens, the queue system.
    Network,
    /// Boards, furniture.
    Safety,
    /// The list of matters.
    Matters,
    /// The people at the windows.
    Conduct,
    /// Publicity.
    Publicity,
    /// The organ that runs the hall, as a whole.
    Organ,
}

/// What a window needs before it serves.
#[derive(Clone, Copy, Debug)]
pub struct Equipping {
    /// The clause.
    pub clause: &'static str,
    /// Working days before its first day by which all of it is there. The clause names none.
    pub days: u32,
    /// Who brings what.
    pub supplies: &'static [Supply],
}

/// What one office, or the unit of the window itself, brings.
#[derive(Clone, Copy, Debug)]
pub struct Supply {
    /// The office; none for the unit.
    pub office: Option<DutyOffice>,
    /// What it does.
    pub what: &'static str,
    /// The things.
    pub things: &'static [&'static str],
}

/// What is brought up to date or revoked on the first day of the new state.
#[derive(Clone, Copy, Debug)]
pub struct Guidance {
    /// Whether it is revoked rather than brought up to date.
    pub revokes: bool,
    /// What the guide desk informs people of.
    pub desk: Step,
    /// The six [`CARRIERS`].
    pub carriers: Step,
}

impl Guidance {
    /// `更新`, `撤销`.
    pub fn verb(&self) -> &'static str {
        if self.revokes { "撤销" } else { "更新" }
    }
}

/// What one office does.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// The clause.
    pub clause: &'static str,
    /// The office.
    pub office: DutyOffice,
}

/// One of the places where a window's number is shown.
#[derive(Clone, Copy, Debug)]
pub struct NumberCarrier {
    /// Its name in the clause.
    pub name: &'static str,
    /// Whether the program updates it itself.
    pub automatic: bool,
}

/// The six places where a window's number is shown (Y16.3.2c, Y16.3.3b).
pub const CARRIERS: [NumberCarrier; 6] = [
    NumberCarrier { name: "网站", automatic: true },
    NumberCarrier { name: "电子屏", automatic: false },
    NumberCarrier { name: "电子导引信息", automatic: false },
    NumberCarrier { name: "办事指南", automatic: true },
    NumberCarrier { name: "叫号系统", automatic: false },
    NumberCarrier { name: "窗口条屏", automatic: true },
];

/// `网站、电子屏、…`, the [`CARRIERS`] in words.
pub fn carriers() -> String {
    CARRIERS.map(|carrier| carrier.name).join("、")
}

/// The boards on which something changes, whatever the kind of the change.
pub const BOARDS: Step = Step { clause: "Y16.3.2d", office: DutyOffice::Safety };

/// How the public is informed.
#[derive(Clone, Copy, Debug)]
pub struct NoticeDuty {
    /// The clause, or the program's own rule; none where nothing requires a notice.
    pub clause: Option<&'static str>,
    /// When it is posted.
    pub term: Term,
    /// Where.
    pub places: Places,
    /// Whether the clause is about something else and is followed by analogy: advice only, never a breach.
    pub by_analogy: bool,
    /// Working days before the first day from which it should be posted, where the clause asks for less or for nothing.
    pub advised: Option<u32>,
}

impl NoticeDuty {
    /// Whether it is announced at once, with no day to prepare for.
    pub fn is_at_once(&self) -> bool {
        matches!(self.term, Term::AtOnce)
    }
}

/// When a notice is posted.
#[derive(Clone, Copy, Debug)]
pub enum Term {
    /// No time is stated.
    Free,
    /// From now on: an emergency and its end.
    AtOnce,
    /// Published or posted by the first day.
    ByFirstDay,
    /// It is posted on the first day.
    OnFirstDay,
    /// So many working days before the first day, and without gap until the day before.
    Through(Stated),
}

/// Where a notice is posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Places {
    /// The clause names no place: any posting counts. Places where nothing may be posted are a matter of clause 14.3.
    Any,
    /// At one of each kind; inside, in a venue concerned.
    Each(&'static [PostingKind]),
    /// Wherever the first notice is still posted.
    WhereFirst,
}

/// Where notices of windows are usually posted: outside the entrances and inside the hall.
pub const USUAL: [PostingKind; 2] = [PostingKind::OutsideBoard, PostingKind::InsideBoard];

/// By when a change is done once it is approved.
#[derive(Clone, Copy, Debug)]
pub struct SetUp {
    /// The clause.
    pub clause: &'static str,
    /// How many clock hours.
    pub hours: Stated,
    /// Who does it.
    pub offices: [DutyOffice; 3],
}

impl SetUp {
    /// How many hours there are for what was approved at `approved`, and the last moment.
    pub fn due(&self, profile: &Profile, approved: DateTime) -> Option<(u32, DateTime)> {
        let hours = (self.hours)(profile)?;
        Some((hours, approved.saturating_add(jiff::Span::new().hours(i64::from(hours)))))
    }
}

const UPDATED: Guidance = Guidance {
    revokes: false,
    desk: Step { clause: "Y16.3.2b", office: DutyOffice::Windows },
    carriers: Step { clause: "Y16.3.2c", office: DutyOffice::Network },
};

const REVOKED: Guidance = Guidance {
    revokes: true,
    desk: Step { clause: "Y16.3.3c", office: DutyOffice::Windows },
    carriers: Step { clause: "Y16.3.3b", office: DutyOffice::Network },
};

/// Clause 16.2: 政务服务管理科统一设置窗口编号;安全保障科…;网络技术科…;督查督办科…;窗口单位自行配置….
const EQUIPPED: Equipping = Equipping {
    clause: "Y16.2b",
    days: 1,
    supplies: &[
        Supply { office: Some(DutyOffice::Windows), what: "设置窗口编号", things: &["窗口编号"] },
        Supply {
            office: Some(DutyOffice::Safety), what: "配置窗口", things: &["窗口桌椅", "后台资料柜", "办理餐卡"]
        },
        Supply {
            office: Some(DutyOffice::Network),
            what: "接入网络和设备",
            things: &["网络接入", "电子屏内容", "好差评终端", "通讯线路"],
        },
        Supply {
            office: Some(DutyOffice::Conduct),
            what: "窗口工作人员上岗准备",
            things: &["信息采集", "录入指纹", "岗前纪律培训"],
        },
        Supply {
            office: None, what: "自行配置办公设备", things: &["电脑", "打印机", "高拍仪", "电话机"]
        },
    ],
};

const fn filed(
    clause: &'static str,
    days: Stated,
    kind: FormKind,
    purpose: Option<&'static str>,
) -> Option<FilingDuty> {
    Some(FilingDuty { clause, days, to: DutyOffice::Windows, form: Some(DutyForm { kind, clause, purpose }) })
}

const fn notice(clause: Option<&'static str>, term: Term, places: Places) -> NoticeDuty {
    NoticeDuty { clause, term, places, by_analogy: false, advised: None }
}

/// An emergency is announced at once: no deadline and no form keeps it from the public.
const EMERGENCY: Duties = Duties {
    filing: None,
    equipping: None,
    guidance: None,
    needs_consent: false,
    notice: notice(None, Term::AtOnce, Places::Any),
    set_up: None,
    destination: None,
    serving: None,
};

/// Clause 16.3.1 asks for a form, and for no number of days.
static NEW: Duties = Duties {
    filing: filed("Y16.3.1", |_| None, FormKind::NewWindow, None),
    equipping: Some(EQUIPPED),
    guidance: Some(UPDATED),
    notice: NoticeDuty { advised: Some(3), ..notice(None, Term::Free, Places::Any) },
    ..EMERGENCY
};

/// Clause 16.3.2. It asks for the notice once the window has moved; citizens need it before.
static ADJUST: Duties = Duties {
    filing: filed("Y16.3.2a", |profile| Some(profile.states.adjust_filing?.0), FormKind::AdjustWindow, None),
    guidance: Some(UPDATED),
    needs_consent: true,
    notice: NoticeDuty { advised: Some(3), ..notice(Some("Y16.3.2e"), Term::OnFirstDay, Places::Each(&USUAL)) },
    serving: Some("Y16.3.4c"),
    ..EMERGENCY
};

/// Clause 16.3.3. Other than 16.3.2 it names no place for the notice, only how long it runs.
static WITHDRAW: Duties = Duties {
    filing: filed("Y16.3.3a", |profile| Some(profile.states.withdraw_filing?.0), FormKind::WithdrawWindow, None),
    guidance: Some(REVOKED),
    needs_consent: true,
    notice: notice(Some("Y16.3.3d"), Term::Through(|profile| Some(profile.states.withdraw_notice?.0)), Places::Any),
    destination: Some("Y16.3.3e"),
    ..EMERGENCY
};

/// Clause 16.3.4. It says when the window is ready, and not who brings guide desk and carriers up to date: as in 16.3.2.
static TEMPORARY: Duties = Duties {
    filing: filed(
        "Y16.3.4a",
        |profile| Some(profile.states.temporary_filing?.0),
        FormKind::AdjustWindow,
        Some("临时窗口"),
    ),
    guidance: Some(UPDATED),
    needs_consent: true,
    notice: NoticeDuty { advised: Some(1), ..notice(Some("Y16.3.4d"), Term::ByFirstDay, Places::Any) },
    set_up: Some(SetUp {
        clause: "Y16.3.4b",
        hours: |profile| Some(profile.states.temporary_done_hours?.0),
        offices: [DutyOffice::Windows, DutyOffice::Safety, DutyOffice::Network],
    }),
    serving: Some("Y16.3.4c"),
    ..EMERGENCY
};

static SUSPEND: Duties = Duties { serving: Some("Y16.3.4c"), ..EMERGENCY };

static RESUME: Duties = Duties { guidance: Some(UPDATED), ..EMERGENCY };

/// No clause of 16.3 covers whole venues: a venue that moves is advised to follow the terms of a withdrawal.
static MOVE_VENUE: Duties = Duties {
    guidance: Some(UPDATED),
    notice: NoticeDuty {
        by_analogy: true,
        ..notice(Some("Y16.3.3d"), Term::Through(|profile| Some(profile.states.withdraw_notice?.0)), Places::Any)
    },
    destination: Some("Y16.3.3e"),
    serving: Some("Y16.3.4c"),
    ..EMERGENCY
};

static CLOSE_VENUE: Duties = Duties { guidance: Some(REVOKED), serving: None, ..MOVE_VENUE };

/// What is required for a kind of change.
pub fn of(kind: ChangeKind) -> &'static Duties {
    match kind {
        ChangeKind::New => &NEW,
        ChangeKind::Adjust => &ADJUST,
        ChangeKind::Withdraw => &WITHDRAW,
        ChangeKind::Temporary => &TEMPORARY,
        ChangeKind::Suspend => &SUSPEND,
        ChangeKind::Resume => &RESUME,
        ChangeKind::MoveVenue => &MOVE_VENUE,
        ChangeKind::CloseVenue => &CLOSE_VENUE,
    }
}

impl Duties {
    /// What the office that approves passes on to the others, also for a change that is set up as one task.
    pub fn passed_on(&self) -> Guidance {
        self.guidance.unwrap_or(UPDATED)
    }
}
