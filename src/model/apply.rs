//! Change records applied to windows, in order of their effective dates.
//!
//! The order of files does not matter: records are sorted by effective date, then id. A record that
//! contradicts another (two adjustments of one window on one day, a change to a window that is not
//! there) is an error that names both, and is not applied.

use super::change::{Change, GoesTo, Posting, WindowChange};
use super::hall::Hall;
use super::ids::{ChangeId, HoursId, MatterId, PostingId, UnitId, VenueId, WindowId, ZoneId};
use super::resolve::Context;
use super::time::Span;
use super::window::{Facts, Version, Window};
use crate::content::change::{RawChange, RawWindowChange};
use crate::content::{ChangeKind, Doc, WindowKind};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};

/// Records that cannot both hold.
pub static CONTRADICTION: RuleDoc = RuleDoc {
    id: "contradiction",
    severity: Severity::Broken,
    title: ["变更记录互相矛盾", "Contradictory change records"],
    what: [
        "同一窗口同一天不能有两条调整或撤离；新增、临时的窗口编号不能已经存在；调整、撤离、暂停的窗口在生效日必须存在。",
        "A window has at most one adjustment or withdrawal a day; new and temporary windows do not exist yet; the others exist on the effective date.",
    ],
    why: [
        "矛盾的记录无法确定窗口在那一天是什么样。",
        "Contradictory records leave it undecided what the window is that day.",
    ],
    clause: "",
    example: "两条记录都在 2026-10-12 调整 w-a01",
    fix: ["合并成一条，或改生效日期。", "Join them into one, or change an effective date."],
};

/// A change record that lacks what its kind needs.
pub static INCOMPLETE_CHANGE: RuleDoc = RuleDoc {
    id: "incomplete-change",
    severity: Severity::Broken,
    title: ["变更记录缺少内容", "Incomplete change record"],
    what: [
        "新增、临时要写窗口号、区域、单位、业务和位置；临时要写最后一天；最后一天不早于生效日期；其他种类不写最后一天。",
        "New and temporary windows need number, zone, unit, business and position; temporary ones a last day, not before the first; other kinds have none.",
    ],
    why: ["缺了这些，窗口就画不到平面图上，也写不出公告。", "Without them the window cannot be drawn or announced."],
    clause: "",
    example: "种类: 临时，没有 最后一天",
    fix: ["补上提示中列出的内容。", "Add what the message lists."],
};

/// A record that can be applied.
struct Ready<'d> {
    doc: &'d Doc<RawChange>,
    applicant: UnitId,
    span: Span,
    /// For each window of a 新增 or 临时 record its position and facts, if it can be made.
    made: Vec<Option<(WindowId, Facts)>>,
}

fn brings_windows(kind: ChangeKind) -> bool {
    matches!(kind, ChangeKind::New | ChangeKind::Temporary)
}

/// Resolves and applies all records to `hall`.
///
/// New and temporary windows get their ids before any record is applied, and on one day begin before the other records
/// of that day: a record may send people to a window that comes the same day or later.
pub(super) fn changes(hall: &mut Hall, docs: &[Doc<RawChange>], cx: &mut Context<'_>) {
    let (gone, mut docs): (Vec<_>, Vec<_>) = docs.iter().partition(|d| cx.withheld().holds(&d.place));
    gone.into_iter().for_each(|doc| spoil(&doc.value, cx));
    docs.sort_by_key(|d| (d.value.effective, !brings_windows(d.value.kind), d.value.id.clone()));
    let mut ids = std::collections::BTreeMap::new();
    let mut records = Vec::new();
    for doc in docs {
        super::resolve::named_after(&doc.value.id, &doc.place, cx.out());
        // Its announcement's address is made of it.
        let key = doc.place.key("编号");
        if !super::resolve::well_formed(&doc.value.id, ["变更", "change"], &key, cx.out()) {
            spoil(&doc.value, cx);
            continue;
        }
        if let Some(first) = ids.insert(doc.value.id.clone(), doc.place.clone()) {
            let id = &doc.value.id;
            let problem = Diagnostic::new(
                &super::resolve::DUPLICATE_ID,
                doc.place.key("编号"),
                format!("变更编号“{id}”已经用过"),
                format!("change id \"{id}\" is already taken"),
            );
            cx.out().push(problem.also(first.key("编号"), "第一次在这里", "first used here"));
            spoil(&doc.value, cx);
            continue;
        }
        let applicant = cx.unit(&doc.value.applicant, doc.place.key("申请单位")).map(UnitId);
        match (span_of(&doc.value, &doc.place, cx), applicant) {
            (Some(span), Some(applicant)) => records.push(Ready { doc, applicant, span, made: Vec::new() }),
            _ => spoil(&doc.value, cx),
        }
    }
    for ready in records.iter_mut().filter(|r| brings_windows(r.doc.value.kind)) {
        make_windows(hall, ready, cx);
    }
    for ready in &records {
        let change = change(hall, ready, cx);
        hall.changes.push(change);
    }
}

/// Notes the windows of a record that is not applied, so that references to them are no second mistake.
fn spoil(raw: &RawChange, cx: &mut Context<'_>) {
    if brings_windows(raw.kind) {
        raw.windows.iter().for_each(|part| cx.spoil_window(&part.window));
    }
}

/// Registers the windows a record brings; they get their version when it is applied.
fn make_windows(hall: &mut Hall, ready: &mut Ready<'_>, cx: &mut Context<'_>) {
    for (n, part) in ready.doc.value.windows.iter().enumerate() {
        let at = ready.doc.place.key("窗口").index(n);
        if ready.doc.value.windows[..n].iter().any(|other| other.window == part.window) {
            // Named twice: reported when the record is applied.
            ready.made.push(None);
            continue;
        }
        let made = new_facts(hall, part, &at, cx).and_then(|facts| {
            let position = hall.windows.len();
            cx.add_window(&part.window, position, at.key("窗口")).then_some((WindowId(position), facts))
        });
        if made.is_some() {
            hall.windows.push(Window {
                id: part.window.clone(),
                versions: Vec::new(),
                desk: Vec::new(),
                withdrawn: None,
                origin: at,
            });
        } else {
            cx.spoil_window(&part.window);
        }
        ready.made.push(made);
    }
}

fn change(hall: &mut Hall, ready: &Ready<'_>, cx: &mut Context<'_>) -> Change {
    let (raw, at) = (&ready.doc.value, &ready.doc.place);
    let mut postings = Vec::new();
    for (n, posting) in raw.notice.iter().flat_map(|notice| notice.postings.iter()).enumerate() {
        let place = at.key("公告").key("张贴").index(n);
        if posting.last_day < posting.from {
            cx.out().push(incomplete(place.key("最后一天"), "最后一天早于第一天", "the last day is before the first"));
        } else if let Some(found) = cx.posting(&posting.place, place.key("张贴点")) {
            postings.push(Posting { place: PostingId(found), span: Span::days(posting.from.0, posting.last_day.0) });
        }
    }
    if raw.windows.is_empty() {
        cx.out().push(incomplete(at.key("窗口"), "没有写涉及的窗口", "no window is named"));
    }
    let id = ChangeId(hall.changes.len());
    let mut windows = Vec::new();
    for (n, part) in raw.windows.iter().enumerate() {
        let place = at.key("窗口").index(n);
        if let Some(first) = raw.windows[..n].iter().position(|other| other.window == part.window) {
            let problem = contradiction(
                place.key("窗口"),
                format!("同一条记录里窗口“{}”写了两次", part.window),
                format!("window \"{}\" is named twice in one record", part.window),
            );
            let first = at.key("窗口").index(first).key("窗口");
            cx.out().push(problem.also(first, "第一次在这里", "first named here"));
            continue;
        }
        if brings_windows(raw.kind) {
            let goes_to = goes_to(part, &place, cx);
            if let Some(Some((window, facts))) = ready.made.get(n) {
                windows.push(begin(hall, id, raw.kind, *window, facts, ready.span, goes_to));
            }
        } else {
            windows.extend(apply_one(hall, id, raw, part, ready.span, &place, cx));
        }
    }
    Change {
        id: raw.id.clone(),
        kind: raw.kind,
        span: ready.span,
        windows,
        applicant: ready.applicant,
        written: raw.clone(),
        postings,
        origin: at.clone(),
    }
}

/// Lets a new or temporary window begin.
fn begin(
    hall: &mut Hall,
    id: ChangeId,
    kind: ChangeKind,
    window: WindowId,
    facts: &Facts,
    span: Span,
    goes_to: GoesTo,
) -> WindowChange {
    let temporary = (kind == ChangeKind::Temporary).then_some(id);
    let version = Version { span, facts: facts.clone(), suspended: None, temporary, cause: Some(id) };
    hall.windows[window.0].versions = vec![version];
    WindowChange { window, before: None, after: Some(facts.clone()), goes_to }
}

fn span_of(raw: &RawChange, at: &Place, cx: &mut Context<'_>) -> Option<Span> {
    let first = raw.effective.0;
    match (raw.kind, raw.last_day) {
        (ChangeKind::Temporary, None) => {
            cx.out().push(incomplete(
                at.key("最后一天"),
                "临时窗口没有写最后一天",
                "a temporary window has no last day",
            ));
            None
        }
        (ChangeKind::Temporary | ChangeKind::Suspend, Some(last)) if last.0 < first => {
            cx.out().push(incomplete(at.key("最后一天"), "最后一天早于生效日期", "the last day is before the first"));
            None
        }
        (ChangeKind::Temporary | ChangeKind::Suspend, Some(last)) => Some(Span::days(first, last.0)),
        (kind, Some(_)) => {
            // Left unread, it would promise an end that never comes.
            let word = kind.word();
            cx.out().push(incomplete(
                at.key("最后一天"),
                &format!("{word}没有最后一天，只有临时和暂停才写"),
                "only temporary windows and suspensions have a last day",
            ));
            None
        }
        _ => Some(Span::since(first)),
    }
}

fn incomplete(place: Place, zh: &str, en: &str) -> Diagnostic {
    Diagnostic::new(&INCOMPLETE_CHANGE, place, zh, en).fix(INCOMPLETE_CHANGE.fix[0], INCOMPLETE_CHANGE.fix[1])
}

fn contradiction(place: Place, zh: String, en: String) -> Diagnostic {
    Diagnostic::new(&CONTRADICTION, place, zh, en).fix(CONTRADICTION.fix[0], CONTRADICTION.fix[1])
}

/// Applies a record to one window that is there.
fn apply_one(
    hall: &mut Hall,
    id: ChangeId,
    raw: &RawChange,
    part: &RawWindowChange,
    span: Span,
    at: &Place,
    cx: &mut Context<'_>,
) -> Option<WindowChange> {
    let goes_to = goes_to(part, at, cx);
    let window = WindowId(cx.window(&part.window, at.key("窗口"))?);
    let before = existing(hall, window, id, raw, span, at, cx)?;
    let after = match raw.kind {
        ChangeKind::Adjust => adjust(hall, window, id, part, span, at, cx)?,
        ChangeKind::Withdraw => {
            withdraw(&mut hall.windows[window.0], id, span);
            return Some(WindowChange { window, before: Some(before), after: None, goes_to });
        }
        _ => {
            suspend(&mut hall.windows[window.0], id, span);
            before.clone()
        }
    };
    Some(WindowChange { window, before: Some(before), after: Some(after), goes_to })
}

/// The facts of a window just before the record takes effect, if it may take effect at all.
fn existing(
    hall: &Hall,
    window: WindowId,
    id: ChangeId,
    raw: &RawChange,
    span: Span,
    at: &Place,
    cx: &mut Context<'_>,
) -> Option<Facts> {
    let name = &hall.window(window).id;
    let clash = hall.changes.iter().find(|other| {
        other.to_window(window).is_some()
            && match (raw.kind, other.kind) {
                (ChangeKind::Suspend, ChangeKind::Suspend) => other.span.overlap(&span).is_some(),
                (ChangeKind::Suspend, _) | (_, ChangeKind::Suspend) => false,
                _ => other.span.from == span.from,
            }
    });
    debug_assert_eq!(id.index(), hall.changes.len());
    if let Some(other) = clash {
        let problem = contradiction(
            at.key("窗口"),
            format!("窗口“{name}”的变更与记录“{}”矛盾", other.id),
            format!("this change of window \"{name}\" contradicts record \"{}\"", other.id),
        );
        cx.out().push(problem.also(other.origin.clone(), "与这条记录矛盾", "contradicts this record"));
        return None;
    }
    // What was there the instant before; a record may also touch a window that begins the same day.
    let target = hall.window(window);
    let found = target.at(span.from).map(|v| v.facts.clone());
    if found.is_none() {
        let day = crate::text::date::long_weekday(span.from.date());
        let mut problem = contradiction(
            at.key("窗口"),
            format!("窗口“{name}”在{day}不存在，不能{}", raw.kind.word()),
            format!("window \"{name}\" does not exist on {}", span.from.date()),
        );
        if let Some(change) = target.withdrawn.and_then(|c| hall.changes.get(c.0)) {
            problem = problem.also(change.origin.clone(), "已由这条记录撤离", "withdrawn by this record");
        }
        cx.out().push(problem);
    }
    found
}

fn adjust(
    hall: &mut Hall,
    window: WindowId,
    id: ChangeId,
    part: &RawWindowChange,
    span: Span,
    at: &Place,
    cx: &mut Context<'_>,
) -> Option<Facts> {
    let overlay = Overlay::read(hall, part, at, cx)?;
    let mut after = hall.window(window).at(span.from)?.facts.clone();
    overlay.lay(&mut after);
    if !super::resolve::in_venue(after.zone, after.venue, &hall.zones, &hall.venues, at, cx.out()) {
        return None;
    }
    split(&mut hall.windows[window.0].versions, span.from);
    for version in &mut hall.windows[window.0].versions {
        if version.span.from >= span.from {
            overlay.lay(&mut version.facts);
            version.cause = Some(id);
        }
    }
    hall.window(window).at(span.from).map(|v| v.facts.clone())
}

fn withdraw(window: &mut Window, id: ChangeId, span: Span) {
    split(&mut window.versions, span.from);
    window.versions.retain(|v| v.span.from < span.from);
    window.withdrawn = Some(id);
}

fn suspend(window: &mut Window, id: ChangeId, span: Span) {
    split(&mut window.versions, span.from);
    split(&mut window.versions, span.to);
    for version in &mut window.versions {
        if span.from <= version.span.from && version.span.to <= span.to {
            version.suspended = Some(id);
            version.cause = Some(id);
        }
    }
}

/// Cuts the version that contains `moment` in two at it.
fn split(versions: &mut Vec<Version>, moment: jiff::civil::DateTime) {
    if let Some(n) = versions.iter().position(|v| v.span.contains(moment) && v.span.from < moment) {
        let mut later = versions[n].clone();
        later.span.from = moment;
        versions[n].span.to = moment;
        versions.insert(n + 1, later);
    }
}

/// What an adjustment replaces.
struct Overlay {
    number: Option<String>,
    kind: Option<WindowKind>,
    venue: Option<VenueId>,
    zone: Option<ZoneId>,
    unit: Option<UnitId>,
    business: Option<String>,
    short: Option<String>,
    matters: Option<Vec<MatterId>>,
    phone: Option<String>,
    hours: Option<HoursId>,
    /// The timetable of the new sub-hall, for windows without one of their own.
    venue_hours: Option<HoursId>,
    x: Option<f64>,
    y: Option<f64>,
    mongolian: Option<String>,
}

impl Overlay {
    /// Resolves the references; `None` when one fails.
    fn read(hall: &Hall, part: &RawWindowChange, at: &Place, cx: &mut Context<'_>) -> Option<Self> {
        let mut whole = true;
        let mut check = |wanted: bool, found: &Option<usize>| whole &= !wanted || found.is_some();
        let zone = part.zone.as_ref().and_then(|id| cx.zone(id, at.key("区域")));
        check(part.zone.is_some(), &zone);
        let venue = match (&part.venue, zone) {
            (Some(id), _) => cx.venue(id, at.key("场所")),
            (None, Some(zone)) => hall.zones[zone].venue.map(|v| v.0),
            _ => None,
        };
        check(part.venue.is_some(), &venue);
        let unit = part.unit.as_ref().and_then(|id| cx.unit(id, at.key("单位")));
        check(part.unit.is_some(), &unit);
        let hours = part.hours.as_ref().and_then(|id| cx.hours(id, at.key("办公时间")));
        check(part.hours.is_some(), &hours);
        let mut matters = None;
        if let Some(ids) = &part.matters {
            let place = at.key("事项");
            let found: Vec<MatterId> =
                ids.iter().enumerate().filter_map(|(n, id)| cx.matter(id, place.index(n))).map(MatterId).collect();
            whole &= found.len() == ids.len();
            matters = Some(found);
        }
        whole.then(|| Self {
            number: part.number.clone(),
            kind: part.kind,
            venue: venue.map(VenueId),
            zone: zone.map(ZoneId),
            unit: unit.map(UnitId),
            business: part.business.clone(),
            short: part.short.clone(),
            matters,
            phone: part.phone.clone(),
            hours: hours.map(HoursId),
            venue_hours: venue.map(|v| hall.venues[v].hours),
            x: part.x.map(|m| m.0),
            y: part.y.map(|m| m.0),
            mongolian: part.mongolian.clone(),
        })
    }

    /// Replaces what is given. A new business without a short form drops the old short form.
    fn lay(&self, facts: &mut Facts) {
        fn put<T: Clone>(to: &mut T, from: &Option<T>) {
            if let Some(value) = from {
                *to = value.clone();
            }
        }
        if self.business.is_some() {
            facts.short = None;
        }
        put(&mut facts.number, &self.number);
        put(&mut facts.kind, &self.kind);
        put(&mut facts.venue, &self.venue);
        put(&mut facts.zone, &self.zone);
        put(&mut facts.unit, &self.unit);
        put(&mut facts.business, &self.business);
        put(&mut facts.matters, &self.matters);
        if self.hours.is_some() {
            facts.own_hours = true;
        }
        let inherited = self.venue_hours.filter(|_| !facts.own_hours);
        put(&mut facts.hours, &self.hours.or(inherited));
        put(&mut facts.at.0, &self.x);
        put(&mut facts.at.1, &self.y);
        if self.short.is_some() {
            facts.short = self.short.clone();
        }
        if self.phone.is_some() {
            facts.phone = self.phone.clone();
        }
        if self.mongolian.is_some() {
            facts.mongolian = self.mongolian.clone();
        }
    }
}

fn new_facts(hall: &Hall, part: &RawWindowChange, at: &Place, cx: &mut Context<'_>) -> Option<Facts> {
    let overlay = Overlay::read(hall, part, at, cx)?;
    let missing: Vec<&str> = [
        ("窗口号", part.number.is_none()),
        ("区域", part.zone.is_none()),
        ("场所", overlay.venue.is_none()),
        ("单位", part.unit.is_none()),
        ("业务", part.business.is_none()),
        ("东", part.x.is_none()),
        ("南", part.y.is_none()),
    ]
    .iter()
    .filter(|(_, missing)| *missing)
    .map(|(name, _)| *name)
    .collect();
    if !missing.is_empty() {
        let list = missing.join("、");
        cx.out().push(incomplete(
            at.clone(),
            &format!("新窗口“{}”还缺：{list}", part.window),
            &format!("the new window \"{}\" lacks: {list}", part.window),
        ));
        return None;
    }
    let (venue, zone) = (overlay.venue?, overlay.zone?);
    if !super::resolve::in_venue(zone, venue, &hall.zones, &hall.venues, at, cx.out()) {
        return None;
    }
    let hours = overlay.hours.unwrap_or(hall.venue(venue).hours);
    Some(Facts {
        number: overlay.number?,
        kind: overlay.kind.unwrap_or(WindowKind::Unit),
        venue,
        zone,
        unit: overlay.unit?,
        business: overlay.business?,
        short: overlay.short,
        matters: overlay.matters.unwrap_or_default(),
        phone: overlay.phone,
        hours,
        own_hours: overlay.hours.is_some(),
        at: (overlay.x?, overlay.y?),
        mongolian: overlay.mongolian,
    })
}

fn goes_to(part: &RawWindowChange, at: &Place, cx: &mut Context<'_>) -> GoesTo {
    let Some(raw) = &part.goes_to else { return GoesTo::default() };
    let place = at.key("去向").key("窗口");
    let windows = raw.windows.iter().enumerate().filter_map(|(n, id)| cx.window(id, place.index(n)));
    GoesTo { windows: windows.map(WindowId).collect(), address: raw.address.clone(), ended: raw.ended.clone() }
}
