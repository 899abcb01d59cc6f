//! What an announcement of a change record is about, and its title, lead and brief.

use crate::content::ChangeKind;
use crate::model::change::{Change, NewPlace, WindowChange};
use crate::model::window::Facts;
use crate::model::{Grounds, Hall, UnitId};
use crate::plan::words::numbers::ranges;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::state::{area_words, floor_or_address};
use crate::plan::words::venue::full_name;
use crate::text::date;
use jiff::civil::Date;

/// What a record is about: the windows, their unit and place, the kind of the adjustment.
pub(in crate::plan) struct ChangeNotice<'h> {
    pub(in crate::plan) hall: &'h Hall,
    pub(in crate::plan) change: &'h Change,
}

/// What an adjustment changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::plan) struct Aspects {
    pub(in crate::plan) place: bool,
    pub(in crate::plan) number: bool,
    pub(in crate::plan) business: bool,
    pub(in crate::plan) unit: bool,
    pub(in crate::plan) hours: bool,
    pub(in crate::plan) phone: bool,
}

impl Aspects {
    /// The aspects in which the two differ.
    pub(in crate::plan) fn between(before: &Facts, after: &Facts) -> Self {
        Self {
            place: before.zone != after.zone || before.at != after.at || before.address != after.address,
            number: before.number != after.number,
            business: before.business != after.business || before.matters != after.matters,
            unit: before.unit != after.unit,
            hours: before.hours != after.hours,
            phone: before.phone != after.phone,
        }
    }

    fn or(self, other: Self) -> Self {
        Self {
            place: self.place || other.place,
            number: self.number || other.number,
            business: self.business || other.business,
            unit: self.unit || other.unit,
            hours: self.hours || other.hours,
            phone: self.phone || other.phone,
        }
    }

    /// The noun of a title: `关于……窗口位置调整的公告`.
    fn noun(self) -> &'static str {
        match self {
            Self { unit: true, .. } => "",
            Self { place: true, business: false, hours: false, .. } => "位置",
            Self { place: false, number: true, business: false, hours: false, .. } => "窗口号",
            Self { place: false, number: false, business: true, hours: false, .. } => "业务",
            Self { place: false, number: false, business: false, hours: true, .. } => "办公时间",
            Self { place: false, number: false, business: false, hours: false, phone: true, .. } => "咨询电话",
            _ => "",
        }
    }
}

impl<'h> ChangeNotice<'h> {
    pub(in crate::plan) fn of(hall: &'h Hall, change: &'h Change) -> Self {
        Self { hall, change }
    }

    /// The facts people know a window by: as it was, else as it will be.
    pub(in crate::plan) fn known(&self) -> impl Iterator<Item = &'h Facts> {
        self.change.windows.iter().filter_map(|w| w.before.as_ref().or(w.after.as_ref()))
    }

    /// `F11、F12窗口`.
    pub(in crate::plan) fn windows(&self) -> String {
        format!("{}窗口", ranges(self.known().map(|f| f.number.as_str()), "至"))
    }

    /// The windows with where they are, `二楼（2F）住房公积金厅F11、F12窗口`, places joined by 、.
    pub(in crate::plan) fn placed(&self) -> String {
        placed(self.hall, self.known())
    }

    /// The unit of the windows, or the applicant when there are several.
    fn unit(&self) -> UnitId {
        let mut units = self.known().map(|f| f.unit);
        match units.next() {
            Some(first) if units.all(|u| u == first) => first,
            _ => self.change.applicant,
        }
    }

    /// The day from which all windows of this suspension serve again before its end, if another record says so.
    pub(in crate::plan) fn resumed(&self) -> Option<Date> {
        let early = |part: &WindowChange| Some(self.hall.change(part.resumed?).effective());
        let days: Option<Vec<Date>> = self.change.windows.iter().map(early).collect();
        days?.into_iter().max()
    }

    /// The venue that moves or closes, with the hall it is a part of.
    pub(super) fn venue_name(&self) -> String {
        let venue = self.change.venue.as_ref().map(|venue| self.hall.venue(venue.venue));
        venue.map(|venue| full_name(self.hall, venue)).unwrap_or_default()
    }

    /// Where it serves after a move.
    pub(super) fn new_place(&self) -> Option<&'h NewPlace> {
        self.change.venue.as_ref()?.to.as_ref()
    }

    pub(in crate::plan) fn until(&self) -> Option<Date> {
        self.change.span.last_day()
    }

    /// The phone to ask: the record's, else the hotline (Y3.2.2).
    pub(super) fn consult(&self) -> &'h str {
        self.change.written.phone.as_deref().unwrap_or(&self.hall.site.hotline)
    }

    pub(super) fn aspects(&self) -> Aspects {
        let pairs = self.change.windows.iter().filter_map(|w| Some((w.before.as_ref()?, w.after.as_ref()?)));
        pairs.fold(Aspects::default(), |all, (before, after)| all.or(Aspects::between(before, after)))
    }

    pub(super) fn title(&self) -> String {
        let unit = self.hall.unit(self.unit()).name();
        let windows = self.windows();
        match self.change.kind {
            ChangeKind::New => format!("关于{unit}新增{windows}的公告"),
            ChangeKind::Temporary => format!("关于{unit}设置{}临时窗口的公告", windows.trim_end_matches("窗口")),
            ChangeKind::Withdraw => format!("关于{unit}{windows}撤离的公告"),
            ChangeKind::Suspend => format!("关于{unit}{windows}暂停服务的公告"),
            ChangeKind::Resume => format!("关于{unit}{windows}恢复服务的公告"),
            ChangeKind::MoveVenue => format!("关于{}整体搬迁的公告", self.venue_name()),
            ChangeKind::CloseVenue => format!("关于{}关闭的公告", self.venue_name()),
            ChangeKind::Adjust => {
                let noun = match self.aspects().noun() {
                    // 窗口窗口号 would stutter.
                    "窗口号" => return format!("关于{unit}{}窗口号调整的公告", windows.trim_end_matches("窗口")),
                    noun => noun,
                };
                format!("关于{unit}{windows}{noun}调整的公告")
            }
        }
    }

    /// `自2026年10月12日（星期一）起` or `自……至……`.
    pub(in crate::plan) fn days(&self) -> String {
        let from = self.change.effective();
        match self.until() {
            Some(to) if to == from => format!("于{}", date::long_weekday(from)),
            Some(to) if to.year() == from.year() => {
                format!("自{}至{}", date::long_weekday(from), date::short_weekday(to))
            }
            Some(to) => format!("自{}至{}", date::long_weekday(from), date::long_weekday(to)),
            None => format!("自{}起", date::long_weekday(from)),
        }
    }

    pub(super) fn lead(&self) -> String {
        let (unit, placed, days) = (self.hall.unit(self.unit()).name(), self.placed(), self.days());
        let hall = &self.hall.site.name;
        let what = match self.change.kind {
            ChangeKind::New => format!("{unit}{days}在{hall}{placed}新增对外服务"),
            ChangeKind::Temporary => format!("{unit}{days}在{hall}设置临时窗口：{placed}"),
            ChangeKind::Withdraw => format!("{unit}设在{hall}{placed}{days}撤离，停止服务"),
            ChangeKind::Suspend => format!("{unit}设在{hall}{placed}{days}暂停服务"),
            ChangeKind::Adjust => format!("{unit}设在{hall}{placed}{days}进行调整"),
            ChangeKind::Resume => format!("{unit}设在{hall}{placed}{days}恢复服务"),
            ChangeKind::MoveVenue => format!("{}{days}整体搬迁", self.venue_name()),
            ChangeKind::CloseVenue => format!("{}{days}关闭，停止服务", self.venue_name()),
        };
        // A new window stands at its place: 「在……C14窗口新增」 would read as if it were there already.
        let what = match self.change.kind {
            ChangeKind::New => what.replace(&format!("在{hall}{placed}新增对外服务"), &format!("在{hall}新增{placed}")),
            _ => what,
        };
        format!("{}{what}。现将有关事项公告如下：", self.reason())
    }

    /// `因……，`; empty without a reason.
    fn reason(&self) -> String {
        let Some(reason) = &self.change.written.reason else { return String::new() };
        let reason = fullwidth_punctuation(reason.trim().trim_end_matches(['。', '；', '，', '.']));
        let begun = ["因", "为", "由于", "根据", "按照", "鉴于"].iter().any(|word| reason.starts_with(word));
        if begun { format!("{reason}，") } else { format!("因{reason}，") }
    }

    pub(super) fn brief(&self) -> String {
        let windows = self.windows();
        let from = date::short_weekday(self.change.effective());
        let to = self.until().map(date::short_weekday);
        let days = to.map_or_else(|| format!("{from}起"), |to| format!("{from}至{to}"));
        match self.change.kind {
            ChangeKind::New => format!("{days}新增{}", self.placed()),
            ChangeKind::Temporary => format!("{days}设置{}（临时窗口）", self.placed()),
            ChangeKind::Withdraw => format!("{windows}{days}撤离，停止服务"),
            ChangeKind::Suspend => match self.resumed() {
                Some(day) => format!("{windows}{days}暂停服务（{}起提前恢复）", date::short_weekday(day)),
                None => format!("{windows}{days}暂停服务"),
            },
            ChangeKind::Resume => format!("{windows}{days}恢复服务"),
            ChangeKind::MoveVenue => match self.new_place() {
                Some(to) if to.opens == self.change.effective() => {
                    format!("{}{days}搬迁至{}", self.venue_name(), fullwidth_punctuation(&to.address))
                }
                Some(to) => {
                    let (opens, address) = (date::short_weekday(to.opens), fullwidth_punctuation(&to.address));
                    format!("{}{days}搬迁，{opens}起在{address}服务", self.venue_name())
                }
                None => format!("{}{days}搬迁", self.venue_name()),
            },
            ChangeKind::CloseVenue => format!("{}{days}关闭，停止服务", self.venue_name()),
            ChangeKind::Adjust => {
                let after: Vec<&Facts> = self.change.windows.iter().filter_map(|w| w.after.as_ref()).collect();
                let aspects = self.aspects();
                if aspects.place || aspects.number {
                    format!("{windows}{days}调整为{}", placed(self.hall, after.iter().copied()))
                } else {
                    format!("{windows}{days}调整{}", aspects.noun())
                }
            }
        }
    }
}

/// Windows by floor and sub-hall in the order given: `二楼（2F）住房公积金厅F11、F12窗口`.
pub(super) fn placed<'f>(hall: &Grounds, facts: impl Iterator<Item = &'f Facts>) -> String {
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    for fact in facts {
        let place = format!("{}{}", floor_or_address(hall, fact), area_words(hall, fact));
        match groups.iter_mut().find(|(name, _)| *name == place) {
            Some((_, numbers)) => numbers.push(&fact.number),
            None => groups.push((place, vec![&fact.number])),
        }
    }
    let places = groups.into_iter().map(|(place, numbers)| format!("{place}{}窗口", ranges(numbers, "至")));
    places.collect::<Vec<_>>().join("、")
}
