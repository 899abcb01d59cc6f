//! Where people's own texts still name a window that is gone (clause 16.3.3).
//!
//! Pages, screens and boards follow the records by themselves; only what is written by hand can be stale.

use super::family::{Family, Input};
use super::free_text::{FreeText, visit};
use crate::content::ChangeKind;
use crate::diag::{Diagnostic, Place, RuleDoc, Seg, Severity};
use crate::model::campaign::Campaign;
use crate::model::change::Change;
use crate::model::notice::Notice;
use crate::model::time::midnight;
use crate::model::window::{Facts, Window};
use crate::model::{Hall, MatterId, When, WindowId};
use crate::text::date::{english, long_weekday};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// 16.3.3: nothing refers to a withdrawn window.
pub(super) static Y16_3_3B: RuleDoc = RuleDoc {
    id: "Y16.3.3b",
    severity: Severity::Broken,
    title: ["不得再引用已撤离的窗口", "Nothing refers to a withdrawn window"],
    what: [
        "变更记录的去向写生效日有服务的窗口；所写窗口一项相关事项都不办的，提醒。对外的文字——事项、公告、场所、交通、职责、办公时间的说明、故障的替代办法、宣传等——不再请群众到已撤离的窗口（没有别的窗口用这个号码时）；标牌、条屏的窗口清单和撤离后发布的公告仍列着它的，提醒。构建所及的天数内将要撤离的，提前提醒。",
        "Windows people are sent to serve on that day; one that takes on none of the matters is a warning. No text citizens read (matters, notices, venues, transport, duties, hours, what to do while a device is out of order, campaigns) still sends people to a withdrawn number nobody else bears. Lists of boards and strips, and later notices that name it, are a warning; so are texts while a withdrawal within the horizon comes.",
    ],
    why: [
        "网站、条屏、叫号随记录自动撤销，手写的文字不会，群众会白跑。",
        "Pages and screens follow the record by themselves; a sentence written by hand does not.",
    ],
    clause: "《银川市民大厅运行管理制度（试行）》16.3.3：“网络技术科对网站、电子屏、电子导引信息、办事指南、叫号系统、窗口条屏编号内容进行撤销”",
    example: "常见问题:\n  - 问: 在哪里办？\n    答: 请到A02窗口。   # A02 窗口已撤离",
    fix: ["改成接办的窗口，或删去。", "Name the window that took over, or delete it."],
};

pub(super) static FAMILY: Family = Family { rules: &[&Y16_3_3B], check };

/// Checks records, lists and texts.
fn check(input: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let Input { hall, when, .. } = *input;
    hall.effective_changes().for_each(|change| destinations(hall, change, out));
    let gone: Vec<WithdrawnWindow<'_>> =
        hall.window_ids().filter_map(|(id, window)| WithdrawnWindow::of(hall, id, window, when)).collect();
    if gone.is_empty() {
        return;
    }
    for window in gone.iter().filter(|window| !window.is_coming) {
        lists(hall, window, out);
        notices_about(hall, window, when, out);
    }
    let numbers: Vec<&WithdrawnWindow<'_>> = gone.iter().filter(|window| window.number.is_some()).collect();
    let said = Mention::of(input);
    visit(input, &mut |text| {
        if !text.public {
            return;
        }
        for window in &numbers {
            if let Some(words) = window.named_in(text.text).filter(|_| said.contains(text, window)) {
                out.push(window.finding(text.place(words)));
            }
        }
    });
}

/// A window that is withdrawn, or will be within the horizon.
struct WithdrawnWindow<'h> {
    id: WindowId,
    window: &'h Window,
    change: &'h Change,
    /// Its last number, if no other window has it afterwards.
    number: Option<&'h str>,
    is_coming: bool,
}

impl<'h> WithdrawnWindow<'h> {
    fn of(hall: &'h Hall, id: WindowId, window: &'h Window, when: When) -> Option<Self> {
        let change = hall.change(window.withdrawn?);
        let from = change.span.from;
        if from >= when.span().to {
            return None;
        }
        let number = window.versions.last().map(|v| v.facts.number.as_str());
        let later = from.max(when.moment);
        let number = number.filter(|number| {
            let mut others = hall.windows.iter().flat_map(|w| &w.versions).filter(|v| v.span.to > later);
            !others.any(|v| v.facts.number == *number)
        });
        Some(Self { id, window, change, number, is_coming: when.moment < from })
    }

    fn day(&self) -> Date {
        self.change.effective()
    }

    /// Where a text names it: `A02窗口`, `A02号窗口`.
    fn named_in(&self, text: &str) -> Option<std::ops::Range<usize>> {
        let number = self.number?;
        let found = text.match_indices(number).find(|(at, _)| {
            let alone = !text[..*at].ends_with(|c: char| c.is_ascii_alphanumeric());
            let after = &text[at + number.len()..];
            alone && (after.starts_with("窗口") || after.starts_with("号窗口"))
        });
        found.map(|(at, _)| at..at + number.len())
    }

    fn finding(&self, place: Place) -> Diagnostic {
        let number = self.window.versions.last().map_or("", |v| v.facts.number.as_str());
        let (id, zh, en) = (&self.window.id, long_weekday(self.day()), english(self.day()));
        let said = if self.is_coming {
            (
                format!("{number}窗口（{id}）将于{zh}撤离，这里到时要改"),
                format!("window {number} ({id}) will be withdrawn on {en}; this must then change"),
            )
        } else {
            (
                format!("{number}窗口（{id}）已于{zh}撤离，这里还在引用"),
                format!("window {number} ({id}) was withdrawn on {en}, and is still named here"),
            )
        };
        let mut finding = Diagnostic::new(&Y16_3_3B, place, said.0, said.1)
            .also(self.change.place_of(id), "撤离记录在这里", "withdrawn here")
            .fix(Y16_3_3B.fix[0], Y16_3_3B.fix[1]);
        if self.is_coming {
            finding.severity = Severity::Warning;
        }
        finding
    }

    /// Lists of boards and screens are drawn without the window anyway; only the list itself is out of date.
    fn warning(&self, place: Place) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..self.finding(place) }
    }
}

/// The windows people are sent to exist on the first day, and serve.
fn destinations(hall: &Hall, change: &Change, out: &mut Vec<Diagnostic>) {
    let day = change.effective();
    let parts = change.parts.iter().enumerate();
    let parts = parts.map(|(n, part)| (change.origin.key("窗口").index(n), Some(&part.window), part.goes_to.as_ref()));
    for (origin, of, goes_to) in parts.chain([(change.origin.clone(), None, change.goes_to.as_ref())]) {
        let named = goes_to.iter().flat_map(|goes_to| goes_to.windows.iter()).enumerate();
        for (k, id) in named {
            let Some((found, window)) = hall.window_ids().find(|(_, w)| w.id == *id) else { continue };
            let withdrawn = window.withdrawn.map(|id| hall.change(id)).filter(|c| c.effective() <= day);
            let (zh, en, severity) = match (window.at(midnight(day)), withdrawn) {
                (Some(version), _) if version.serves() => {
                    out.extend(told_later(hall, change, found, origin.key("去向").key("窗口").index(k)));
                    out.extend(serves_nothing(hall, change, of, &version.facts, &origin, k));
                    continue;
                }
                (Some(_), _) => ("暂停服务", "is suspended", Severity::Warning),
                (None, Some(_)) => ("已经撤离", "is withdrawn", Severity::Broken),
                (None, None) => ("没有开设", "is not there", Severity::Broken),
            };
            let place = origin.key("去向").key("窗口").index(k);
            let number = number(window, day);
            let mut finding = Diagnostic::new(
                &Y16_3_3B,
                place,
                format!("去向中的{number}窗口（{id}）在{}{zh}", long_weekday(day)),
                format!("window {number} ({id}), to which people are sent, {en} on {}", english(day)),
            )
            .expected("生效日有服务的窗口", "a window that serves on that day")
            .fix("改成当天有服务的窗口，或写厅外的地址。", "Name a window that serves then, or an address.");
            // A closed window is announced at once, wherever people are sent.
            finding.severity = if change.suspends() { Severity::Warning } else { severity };
            if let Some(other) = withdrawn {
                finding = finding.also(other.place_of(id), "撤离记录在这里", "withdrawn here");
            }
            out.push(finding);
        }
    }
}

/// The number of a window on a day, or the nearest one before or after.
fn number(window: &Window, day: Date) -> &str {
    let version = window.at(midnight(day)).or_else(|| window.versions.iter().rfind(|v| v.span.from <= midnight(day)));
    version.or_else(|| window.versions.first()).map_or("", |version| version.facts.number.as_str())
}

/// The finding for a new window that is announced only after the record that sends people to it: until then nobody can
/// be told of it.
fn told_later(hall: &Hall, change: &Change, target: WindowId, place: Place) -> Option<Diagnostic> {
    let brings = |other: &&Change| matches!(other.kind, ChangeKind::New | ChangeKind::Temporary);
    let mut bringing = hall.effective_changes().filter(brings).filter(|other| other.to_window(target).is_some());
    let later = bringing.find(|other| other.public_from() > change.public_from())?;
    let (window, day) = (hall.window(target), later.public_from().date());
    let (id, number) = (&window.id, number(window, change.effective()));
    let mut finding = Diagnostic::new(
        &Y16_3_3B,
        place,
        format!("去向中的{number}窗口（{id}）到{}才公告，本公告发布时还不能写它", long_weekday(day)),
        format!("window {number} ({id}), to which people are sent, is announced only on {}", english(day)),
    )
    .expected("已经公告的窗口", "a window that is announced by then")
    .also(later.origin.clone(), "新窗口在这里", "the new window is here")
    .fix(
        "把新窗口的公告提前到与本公告同时，或先写别的去向。",
        "Announce the new window by then, or name another place.",
    );
    finding.severity = Severity::Warning;
    Some(finding)
}

/// The finding for a window that takes on none of the matters for which people are sent to it: those that the window
/// called `of` no longer serves, or all windows of the record.
fn serves_nothing(
    hall: &Hall,
    change: &Change,
    of: Option<&String>,
    target: &Facts,
    origin: &Place,
    n: usize,
) -> Option<Diagnostic> {
    let concerned = change.windows.iter().filter(|part| of.is_none_or(|id| hall.window(part.window).id == *id));
    let left = concerned.flat_map(|part| {
        let still = part.after.as_ref().filter(|_| !change.suspends());
        let gone = move |matter: &&MatterId| !still.is_some_and(|facts| facts.matters.contains(matter));
        part.before.iter().flat_map(|facts| &facts.matters).filter(gone)
    });
    let left: Vec<MatterId> = left.copied().collect();
    // Without matters nothing is known of what a window does.
    if left.is_empty() || target.matters.is_empty() || left.iter().any(|matter| target.matters.contains(matter)) {
        return None;
    }
    let (number, day) = (&target.number, change.effective());
    let names: Vec<&str> = left.iter().take(3).map(|matter| hall.matter(*matter).name()).collect();
    let mut finding = Diagnostic::new(
        &Y16_3_3B,
        origin.key("去向").key("窗口").index(n),
        format!("去向中的{number}窗口在{}不办理“{}”", long_weekday(day), names.join("”“")),
        format!("window {number}, to which people are sent, takes on none of their matters on {}", english(day)),
    )
    .expected("办理同样事项的窗口", "a window that takes on the same matters")
    .fix(
        "改成办理这些事项的窗口，或在那个窗口的“事项”里补上。",
        "Name a window that takes them on, or add them to its 事项.",
    );
    finding.severity = Severity::Warning;
    Some(finding)
}

/// Lists of boards and strips that still name the window.
fn lists(hall: &Hall, gone: &WithdrawnWindow<'_>, out: &mut Vec<Diagnostic>) {
    for board in &hall.boards {
        if let Some(n) = board.written.windows.iter().position(|id| *id == gone.window.id) {
            out.push(gone.warning(board.origin.key("窗口").index(n)));
        }
    }
    let strip = hall.strips.iter().find(|strip| strip.id == gone.window.id);
    if let Some((entry, n)) = strip.and_then(|strip| strip.listed) {
        let place = Place::root("content/screens.yaml").key("窗口条屏").index(entry).key("窗口").index(n);
        out.push(gone.warning(place));
    }
}

/// Current notices published since then that name the window among those they are about.
fn notices_about(hall: &Hall, gone: &WithdrawnWindow<'_>, when: When, out: &mut Vec<Diagnostic>) {
    let since = |published| gone.change.span.from <= published;
    for notice in hall.notices.iter().filter(|n| n.is_public() && n.is_current(when.moment) && since(n.published())) {
        if let Some(n) = notice.written.windows.iter().position(|id| *id == gone.window.id) {
            out.push(gone.warning(notice.origin.key("涉及窗口").index(n)));
        }
    }
}

/// Records of what was done: they name windows as they were then.
const HISTORY: [&str; 3] = ["content/changes/", "content/amendments/", "content/matter-changes/"];

/// Which texts are still read when a window is gone.
struct Mention<'a> {
    today: Date,
    /// The last day of files that are true for some days.
    ends: BTreeMap<&'a str, Date>,
    /// The last days of other hours, in the order written.
    other_hours: Vec<Date>,
    /// The notices that are shown.
    notices: BTreeMap<&'a str, &'a Notice>,
}

impl<'a> Mention<'a> {
    fn of(&Input { hall, content, when, .. }: &Input<'a>) -> Self {
        let faults = content.faults.iter();
        let faults = faults.filter_map(|doc| Some((&*doc.place.file, doc.value.restored?.0.date())));
        // One that is stopped is shown no longer.
        let shown = |campaign: &Campaign| campaign.shown().map_or(Some(Date::MIN), |days| days.last_day());
        let campaigns = hall.campaigns.iter();
        let campaigns = campaigns.filter_map(|campaign| Some((&*campaign.origin.file, shown(campaign)?)));
        let hours = content.hours.iter().flat_map(|doc| doc.value.exceptions.iter());
        let notices = hall.notices.iter().filter(|notice| notice.is_public() && notice.is_current(when.moment));
        Self {
            today: when.moment.date(),
            ends: faults.chain(campaigns).collect(),
            other_hours: hours.map(|other| other.last_day.0).collect(),
            notices: notices.map(|notice| (&*notice.origin.file, notice)).collect(),
        }
    }

    /// Whether people still read the text when the window is gone, and would take it as the place to go.
    fn contains(&self, text: &FreeText<'_, '_>, window: &WithdrawnWindow<'_>) -> bool {
        let file = text.file();
        if HISTORY.iter().any(|folder| file.starts_with(folder)) {
            return false;
        }
        if file.starts_with("content/notices/") {
            // A notice that lists a window among those it is about may mention it after it is gone.
            let notice = self.notices.get(file);
            return notice.is_some_and(|notice| !window.is_coming && !notice.windows.contains(&window.id));
        }
        let last = match text.path().map_or(&[][..], |path| path.0.as_slice()) {
            [Seg::Key("临时调整"), Seg::Index(n), ..] => self.other_hours.get(*n),
            // A question about a window that is gone is answered with where it went.
            [.., Seg::Key("问")] => return false,
            // A label names the thing it is stuck on, which stays the same.
            [Seg::Key("标签"), ..] => return false,
            _ => self.ends.get(file),
        };
        last.is_none_or(|last| *last >= self.today.max(window.day()))
    }
}
