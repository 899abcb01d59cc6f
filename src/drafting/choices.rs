//! What may be answered to a question: the names there are, or an example.

use super::answers::{Answers, Occasion};
use super::slots::Slot;
use crate::content::{ChangeKind, Transition};
use crate::diag::LocalizedText;
use crate::model::Hall;
use crate::model::time::{add_days, midnight};

/// One of the answers there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerChoice {
    /// The answer.
    pub text: String,
    /// What it is, where the answer alone does not say it.
    pub label: String,
}

/// Every answer there is, where they can be listed.
pub fn choices(slot: Slot, answers: &Answers, on: Occasion<'_>) -> Vec<AnswerChoice> {
    let hall = on.hall;
    let named = |text: &str, label: &str| AnswerChoice { text: text.to_owned(), label: label.to_owned() };
    match slot {
        Slot::Kind => ChangeKind::ALL.iter().map(|kind| named(kind.word(), about(*kind))).collect(),
        Slot::Window if !answers.brings_windows() => windows(hall, answers, |_| true),
        Slot::ToWindow => windows(hall, answers, |id| answers.windows.iter().all(|own| own != id)),
        Slot::Venue | Slot::ToVenue => hall.venues.iter().map(|venue| named(venue.id(), venue.name())).collect(),
        Slot::Zone => {
            let floor = |n: usize| &hall.floor(hall.zones[n].floor).name;
            let zones = hall.zones.iter().enumerate();
            zones.map(|(n, zone)| named(&zone.id, &format!("{}，{}", zone.name, floor(n)))).collect()
        }
        Slot::Unit | Slot::Applicant => hall.units.iter().map(|unit| named(unit.id(), unit.name())).collect(),
        Slot::Matters => hall.matters.iter().map(|matter| named(matter.id(), matter.name())).collect(),
        Slot::Hours | Slot::NewHours => hall.hours.timetables.iter().map(|t| named(&t.id, &t.name)).collect(),
        Slot::Transition => Transition::ALL.iter().map(|way| named(way.word(), "")).collect(),
        _ => Vec::new(),
    }
}

/// The windows there are on the day, or on its eve: a suspension may begin a window's last day.
fn windows(hall: &Hall, answers: &Answers, is_meant: impl Fn(&str) -> bool) -> Vec<AnswerChoice> {
    let mut found: Vec<AnswerChoice> = Vec::new();
    for window in hall.windows.iter().filter(|window| is_meant(&window.id)) {
        let day = answers.effective;
        let there = |day| window.at(midnight(day));
        let version = match day {
            Some(day) => there(day).or_else(|| there(add_days(day, -1))),
            None => window.versions.last(),
        };
        if let Some(version) = version {
            let facts = &version.facts;
            let label = format!("{}，{}", facts.number, hall.unit(facts.unit).short_name());
            found.push(AnswerChoice { text: window.id.clone(), label });
        }
    }
    found
}

/// What a kind of change is, in a few words.
fn about(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::New => "开一个新窗口",
        ChangeKind::Adjust => "窗口换号、换位置、换业务",
        ChangeKind::Withdraw => "窗口不再设",
        ChangeKind::Temporary => "开一段时间的窗口",
        ChangeKind::Suspend => "窗口停一段时间",
        ChangeKind::Resume => "提前恢复暂停的窗口",
        ChangeKind::MoveVenue => "整个大厅、分厅、中心或站搬走",
        ChangeKind::CloseVenue => "整个大厅、分厅、中心或站不再设",
    }
}

/// How a question may be answered, in one sentence.
pub fn hint(slot: Slot, answers: &Answers) -> LocalizedText {
    let (zh, en) = match slot {
        Slot::LastDay => (
            "写最后一天，如 10月12日；或从第一天数起多久，如 三天、两周、一个月",
            "the last day, such as 2026-10-12, or how long from the first day on, such as 3 days",
        ),
        Slot::FiledOn => ("写哪天，如 今天、昨天、10月9日", "a day, such as today, yesterday, 2026-10-09"),
        Slot::ApprovedAt => ("写哪天几点，如 今天下午4点、10月9日16:00", "a day and hour, such as 2026-10-09T16:00"),
        slot if slot.is_day() => (
            "写哪天，如 明天、三天后、下周一、10月12日、2026-10-12",
            "a day, such as tomorrow, in 3 days, next Monday, 2026-10-12",
        ),
        Slot::Kind | Slot::Transition => ("写其中一个词", "one of these words"),
        Slot::Window if answers.brings_windows() => (
            "写新窗口的号，如 E13（编号就是 w-e13），也可以自己起编号；几个用逗号隔开",
            "the new number, such as E13 (its id is w-e13), or an id of your own",
        ),
        Slot::Window | Slot::ToWindow => ("写窗口号或编号，几个用逗号隔开", "window numbers or ids, parted by commas"),
        Slot::Number => ("写区域的字母加数字，如 E13", "the letter of the zone and figures, such as E13"),
        Slot::East | Slot::South => ("写数字，单位是米，如 12 或 12.5", "metres, such as 12 or 12.5"),
        Slot::Matters => ("写事项的编号或名称，几个用逗号隔开", "ids or names of matters, parted by commas"),
        Slot::Venue | Slot::ToVenue | Slot::Zone | Slot::Unit | Slot::Applicant | Slot::Hours | Slot::NewHours => {
            ("写编号或名称", "an id or a name")
        }
        Slot::NewAddress | Slot::ToAddress => {
            ("写走得到的地址，如 示例路1号二楼", "an address one can walk to: street, number, floor")
        }
        Slot::Phone => ("写电话号码，如 0951-7660000", "a telephone number"),
        _ => ("写一句话，会原样写进记录", "a sentence; it is written into the record as it is"),
    };
    LocalizedText::new(zh, en)
}
