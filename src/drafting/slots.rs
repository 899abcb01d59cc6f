//! The questions for a change record, each with its flag.

use crate::content::ChangeKind;
use crate::diag::LocalizedText;

/// A question. The order is that of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "named after the fields of the answers")]
pub enum Slot {
    Kind,
    Effective,
    LastDay,
    Window,
    Number,
    Venue,
    Zone,
    East,
    South,
    Unit,
    Business,
    Matters,
    Hours,
    NewAddress,
    Opens,
    NewHours,
    Transport,
    ToWindow,
    ToVenue,
    ToAddress,
    Ended,
    Applicant,
    Reason,
    Transition,
    TransitionNote,
    Phone,
    FiledOn,
    ApprovedAt,
    Editor,
    DraftedBy,
}

/// Whether a question is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    /// It must be answered.
    Needed,
    /// An empty answer passes it over.
    Optional,
    /// It is not asked: a flag may answer it.
    No,
}

impl Slot {
    /// All of them, in the order of asking.
    pub const ALL: [Slot; 30] = [
        Slot::Kind,
        Slot::Effective,
        Slot::LastDay,
        Slot::Window,
        Slot::Number,
        Slot::Venue,
        Slot::Zone,
        Slot::East,
        Slot::South,
        Slot::Unit,
        Slot::Business,
        Slot::Matters,
        Slot::Hours,
        Slot::NewAddress,
        Slot::Opens,
        Slot::NewHours,
        Slot::Transport,
        Slot::ToWindow,
        Slot::ToVenue,
        Slot::ToAddress,
        Slot::Ended,
        Slot::Applicant,
        Slot::Reason,
        Slot::Transition,
        Slot::TransitionNote,
        Slot::Phone,
        Slot::FiledOn,
        Slot::ApprovedAt,
        Slot::Editor,
        Slot::DraftedBy,
    ];

    /// The flag that answers it.
    pub fn flag(self) -> &'static str {
        match self {
            Slot::Kind => "--kind",
            Slot::Effective => "--effective",
            Slot::LastDay => "--last-day",
            Slot::Window => "--window",
            Slot::Number => "--number",
            Slot::Venue => "--venue",
            Slot::Zone => "--zone",
            Slot::East => "--east",
            Slot::South => "--south",
            Slot::Unit => "--unit",
            Slot::Business => "--business",
            Slot::Matters => "--matters",
            Slot::Hours => "--hours",
            Slot::NewAddress => "--new-address",
            Slot::Opens => "--opens",
            Slot::NewHours => "--new-hours",
            Slot::Transport => "--transport",
            Slot::ToWindow => "--to-window",
            Slot::ToVenue => "--to-venue",
            Slot::ToAddress => "--to-address",
            Slot::Ended => "--ended",
            Slot::Applicant => "--applicant",
            Slot::Reason => "--reason",
            Slot::Transition => "--transition",
            Slot::TransitionNote => "--transition-note",
            Slot::Phone => "--phone",
            Slot::FiledOn => "--filed-on",
            Slot::ApprovedAt => "--approved-at",
            Slot::Editor => "--editor",
            Slot::DraftedBy => "--drafted-by",
        }
    }

    /// The question, without its mark.
    pub fn question(self) -> LocalizedText {
        let (zh, en) = match self {
            Slot::Kind => (
                "种类（新增、调整、撤离、临时、暂停、恢复、整体搬迁、整体关闭）",
                "kind (new, adjust, withdraw, temporary, suspend, resume, move-venue, close-venue)",
            ),
            Slot::Effective => (
                "生效日期，新状态的第一天（撤离为停止服务的第一天），如 2026-10-12",
                "effective date, the first day of the new state",
            ),
            Slot::LastDay => ("最后一天（含）", "last day, included"),
            Slot::Window => ("窗口号或编号，如 F11；几个用逗号隔开", "window number or id; several parted by commas"),
            Slot::Number => ("新的窗口号，如 E13", "new number"),
            Slot::Venue => ("分厅", "venue"),
            Slot::Zone => ("区域（编号、名称或字母）", "zone (id, name or letter)"),
            Slot::East => ("平面图上离西边多少米", "metres from the west edge of the plan"),
            Slot::South => ("平面图上离北边多少米", "metres from the north edge of the plan"),
            Slot::Unit => ("窗口所属单位（编号或名称）", "unit of the window (id or name)"),
            Slot::Business => ("所办业务，写在条屏和标牌上", "business, as screens and boards say it"),
            Slot::Matters => ("办理的事项（编号或名称），用逗号隔开", "matters (ids or names), parted by commas"),
            Slot::Hours => ("办公时间（编号或名称）", "timetable (id or name)"),
            Slot::NewAddress => ("新址，写到路、号、楼层", "new address: street, number, floor"),
            Slot::Opens => ("新址启用，在新址服务的第一天", "first day of service at the new address"),
            Slot::NewHours => ("新址的办公时间（编号或名称），不变的不填", "timetable there, if it is another one"),
            Slot::Transport => ("到新址的公交、停车等，几条用分号隔开", "bus, parking; several parted by semicolons"),
            Slot::ToVenue => ("接办的其他场所（编号或名称）", "venue that takes over (id or name)"),
            Slot::ToWindow => ("接办的窗口，用逗号隔开", "windows that take over, parted by commas"),
            Slot::ToAddress => ("厅外的办事地址，写到路、号、楼层", "address outside the hall: street, number, floor"),
            Slot::Ended => ("不再办理的，写原因和替代途径", "if it ends: why, and what instead"),
            Slot::Applicant => ("申请单位（编号或名称）", "unit that applies (id or name)"),
            Slot::Reason => ("原因，一句话", "reason, one sentence"),
            Slot::Transition => ("过渡安排（代收、邮寄、网办、无）", "transition (collect, mail, online, none)"),
            Slot::TransitionNote => ("过渡说明", "how the transition works"),
            Slot::Phone => ("咨询电话，省略用统一咨询电话", "phone; the hotline if left out"),
            Slot::FiledOn => ("备案日期，还没有备案的先不写", "filing date; none while it is not filed"),
            Slot::ApprovedAt => ("同意时间，如 2026-10-09T16:00", "time of approval"),
            Slot::Editor => ("公告的责任编辑", "editor of the notice"),
            Slot::DraftedBy => (
                "拟稿人的姓名职务，写了就要签字、复审以后才发布",
                "who drafts it; it is then released only when signed and reviewed",
            ),
        };
        LocalizedText::new(zh, en)
    }

    /// The question as it is put for a kind of change, without its mark.
    pub fn question_for(self, kind: Option<ChangeKind>) -> LocalizedText {
        let (zh, en) = match (self, kind) {
            (Slot::Effective, Some(ChangeKind::MoveVenue)) => {
                ("生效日期，原址停止服务的第一天", "effective date, the first day without service at the old place")
            }
            (Slot::Effective, Some(ChangeKind::CloseVenue | ChangeKind::Withdraw)) => {
                ("生效日期，停止服务的第一天", "effective date, the first day without service")
            }
            (Slot::Venue, Some(ChangeKind::MoveVenue)) => ("搬迁的场所（编号或名称）", "venue that moves (id or name)"),
            (Slot::Venue, Some(ChangeKind::CloseVenue)) => {
                ("关闭的场所（编号或名称）", "venue that closes (id or name)")
            }
            (Slot::LastDay, _) => {
                ("最后一天（含），也可以写多久，如 三天", "last day, included; or how long, such as 3 days")
            }
            _ => return self.question(),
        };
        LocalizedText::new(zh, en)
    }

    /// The slot whose flag is called so, without its dashes: the name under which answers are kept.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|slot| slot.flag().trim_start_matches('-') == name)
    }

    /// Whether it is answered by a day.
    pub(super) fn is_day(self) -> bool {
        matches!(self, Slot::Effective | Slot::LastDay | Slot::Opens | Slot::FiledOn)
    }

    /// Whether it is asked only when its answer, which a flag gave, is wrong.
    pub(super) fn is_only_corrected(self) -> bool {
        matches!(
            self,
            Slot::East | Slot::South | Slot::Venue | Slot::Phone | Slot::ApprovedAt | Slot::Applicant | Slot::Editor
        )
    }
}
