//! What a change record is asked for: each question with its flag, and which kind needs which.

use super::{Answers, window_named};
use crate::content::ChangeKind;
use crate::diag::Say;
use crate::model::Hall;

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
    ToWindow,
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
    pub const ALL: [Slot; 25] = [
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
        Slot::ToWindow,
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
            Slot::ToWindow => "--to-window",
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
    pub fn question(self) -> Say {
        let (zh, en) = match self {
            Slot::Kind => (
                "种类（新增、调整、撤离、临时、暂停、恢复）",
                "kind (new, adjust, withdraw, temporary, suspend, resume)",
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
        Say::new(zh, en)
    }
}

impl Answers {
    /// Whether a question was answered.
    fn has(&self, slot: Slot) -> bool {
        match slot {
            Slot::Kind => self.kind.is_some(),
            Slot::Effective => self.effective.is_some(),
            Slot::LastDay => self.last_day.is_some(),
            Slot::Window => !self.windows.is_empty(),
            Slot::Number => self.number.is_some(),
            Slot::Venue => self.venue.is_some(),
            Slot::Zone => self.zone.is_some(),
            Slot::East => self.east.is_some(),
            Slot::South => self.south.is_some(),
            Slot::Unit => self.unit.is_some(),
            Slot::Business => self.business.is_some(),
            Slot::Matters => self.matters.is_some(),
            Slot::Hours => self.hours.is_some(),
            Slot::ToWindow => !self.to_windows.is_empty(),
            Slot::ToAddress => self.to_address.is_some(),
            Slot::Ended => self.ended.is_some(),
            Slot::Applicant => self.applicant.is_some(),
            Slot::Reason => self.reason.is_some(),
            Slot::Transition => self.transition.is_some(),
            Slot::TransitionNote => self.transition_note.is_some(),
            Slot::Phone => self.phone.is_some(),
            Slot::FiledOn => self.filed_on.is_some(),
            Slot::ApprovedAt => self.approved_at.is_some(),
            Slot::Editor => self.editor.is_some(),
            Slot::DraftedBy => self.drafted_by.is_some(),
        }
    }

    /// Whether `slot` is to be asked, given what is answered already.
    pub fn wants(&self, slot: Slot, hall: &Hall) -> Want {
        use ChangeKind::{Adjust, CloseVenue, MoveVenue, New, Resume, Suspend, Temporary, Withdraw};
        use Want::{Needed, No, Optional};
        if self.has(slot) {
            return No;
        }
        let Some(kind) = self.kind else { return if slot == Slot::Kind { Needed } else { No } };
        let new = self.brings_windows();
        let goes = self.has(Slot::ToWindow) || self.has(Slot::ToAddress) || self.has(Slot::Ended);
        match slot {
            Slot::Kind | Slot::Effective | Slot::Window | Slot::Reason => Needed,
            Slot::LastDay => match kind {
                Temporary => Needed,
                Suspend => Optional,
                New | Adjust | Withdraw | Resume | MoveVenue | CloseVenue => No,
            },
            Slot::Number if new => {
                if self.windows.iter().all(|id| self.number_of(id).is_some()) {
                    No
                } else {
                    Needed
                }
            }
            Slot::Zone | Slot::Unit | Slot::Business if new => Needed,
            Slot::Matters if new => Optional,
            Slot::Number if self.windows.len() > 1 => No,
            Slot::Number | Slot::Zone | Slot::Unit | Slot::Business | Slot::Matters | Slot::Hours => {
                if kind == Adjust {
                    Optional
                } else {
                    No
                }
            }
            Slot::ToWindow | Slot::ToAddress if kind == Withdraw && !goes => Optional,
            Slot::Ended if kind == Withdraw && !goes => Needed,
            Slot::ToWindow if kind == Suspend && !goes => Optional,
            Slot::Applicant => {
                if self.applicant(hall).is_some() {
                    No
                } else {
                    Needed
                }
            }
            Slot::Transition if matches!(kind, Adjust | Withdraw) => Optional,
            Slot::TransitionNote if self.transition.is_some_and(|t| t != crate::content::Transition::None) => Optional,
            Slot::FiledOn | Slot::DraftedBy => Optional,
            // Every notice names its editor (X0.1); the last one's is taken where there is one.
            Slot::Editor if self.editor(hall).is_none() => Needed,
            _ => No,
        }
    }

    /// What is missing or does not go together, each named by its flag.
    pub fn missing(&self, hall: &Hall) -> Vec<Say> {
        let mut missing = Vec::new();
        for slot in Slot::ALL.into_iter().filter(|slot| self.wants(*slot, hall) == Want::Needed) {
            // Where people go has three answers; windows and their unit are known only with the kind.
            let flags = if slot == Slot::Ended { "--to-window / --to-address / --ended" } else { slot.flag() };
            if slot == Slot::Applicant && self.windows.is_empty() {
                continue;
            }
            let asked = if slot == Slot::Ended {
                Say::new("去向：接办的窗口、厅外地址或不再办理的说明，至少一项", "where people go instead, one of them")
            } else {
                slot.question()
            };
            missing.push(Say::new(format!("{flags}：{}", asked.zh), format!("{flags}: {}", asked.en)));
        }
        if self.kind.is_none() {
            // Without the kind only what every kind needs can be told.
            for slot in [Slot::Effective, Slot::Window, Slot::Reason].into_iter().filter(|slot| !self.has(*slot)) {
                let (flag, asked) = (slot.flag(), slot.question());
                missing.push(Say::new(format!("{flag}：{}", asked.zh), format!("{flag}: {}", asked.en)));
            }
        }
        let changes = [Slot::Number, Slot::Zone, Slot::Unit, Slot::Business, Slot::Matters, Slot::Hours, Slot::Phone];
        let moved = self.east.is_some() && self.south.is_some();
        if self.kind == Some(ChangeKind::Adjust) && !moved && !changes.iter().any(|slot| self.has(*slot)) {
            missing.push(Say::new(
                "--number / --zone / --unit / --business / --matters / --hours：调整什么，至少一项",
                "--number / --zone / --unit / --business / --matters / --hours: what changes, at least one",
            ));
        }
        if self.windows.len() > 1 && (self.number.is_some() || self.east.is_some() || self.south.is_some()) {
            missing.push(Say::new(
                "--number、--east、--south 只用于一个窗口；几个窗口各写一条记录",
                "--number, --east and --south are for one window; write a record for each",
            ));
        }
        if self.east.is_some() != self.south.is_some() {
            missing.push(Say::new("--east 和 --south 要一起写", "--east and --south go together"));
        }
        missing.extend(self.last_day.and_then(|last| self.not_before(last).err()));
        missing.extend(self.unexpected());
        if self.brings_windows() {
            let known = self.windows.iter().filter(|id| window_named(hall, id).is_some());
            missing.extend(known.map(|id| {
                Say::new(
                    format!("窗口“{id}”已经有了，新窗口要用新的编号"),
                    format!("there is a window \"{id}\" already"),
                )
            }));
        }
        missing
    }

    /// Answers that mean nothing for the kind.
    fn unexpected(&self) -> Option<Say> {
        let kind = self.kind?;
        let facts = [
            Slot::Number,
            Slot::Zone,
            Slot::Venue,
            Slot::East,
            Slot::South,
            Slot::Unit,
            Slot::Business,
            Slot::Matters,
            Slot::Hours,
        ];
        let wrong = |slot: &Slot| match kind {
            ChangeKind::Withdraw | ChangeKind::Suspend | ChangeKind::Resume if facts.contains(slot) => true,
            ChangeKind::New | ChangeKind::Adjust | ChangeKind::Withdraw | ChangeKind::Resume
                if *slot == Slot::LastDay =>
            {
                true
            }
            _ => false,
        };
        let flags: Vec<&str> =
            Slot::ALL.iter().filter(|slot| self.has(**slot) && wrong(slot)).map(|slot| slot.flag()).collect();
        let (list, word) = (flags.join("、"), kind.word());
        (!flags.is_empty())
            .then(|| Say::new(format!("{list}：{word}用不上"), format!("{list}: of no use for {}", kind.alias())))
    }
}
