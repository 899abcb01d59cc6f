//! Where notices are posted: which board for which notice, and where nothing may be posted (clauses 14.3.3 and 14.3.4).

use super::approval::apply_special_approval;
use super::family::{Family, Input};
use crate::content::change::RawApproval;
use crate::content::{Carrier, PostingKind, Scope};
use crate::diag::Place;
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::amendment::Amendment;
use crate::model::change::{Change, Posting};
use crate::model::notice::Notice;
use crate::model::time::Span;
use crate::model::{Hall, PostingId, VenueId};
use std::collections::BTreeSet;

/// 14.3.3: a notice for the whole city is approved and posted outside.
pub(super) static Y14_3_3A: RuleDoc = RuleDoc {
    id: "Y14.3.3a",
    severity: Severity::Breach,
    title: ["全市范围的通知：先同意，张贴在进出口外", "City-wide notices: agreed to, posted outside"],
    what: [
        "张贴的公告范围为全市的，要有大厅协调服务办公室的同意，同意不晚于张贴的第一天，并且只张贴在进出口外公告栏。",
        "A posted notice with 范围 全市 has the coordination office's agreement, dated by the first day it hangs, and hangs on boards outside the entrances only.",
    ],
    why: ["重要通知要统一口径、统一位置。", "Important notices speak with one voice, in one place."],
    clause: "《银川市民大厅运行管理制度（试行）》14.3.3：“涉及全市范围内的重要通知事项，报请大厅协调服务办公室同意后，在大厅进出口外公告栏张贴”",
    example: "范围: 全市\n张贴:\n  - {张贴点: in-sb, 自: 2026-10-12, 最后一天: 2026-10-30}   # 没有 同意，in-sb 在厅内",
    fix: [
        "报请大厅协调服务办公室同意，写上“同意”的姓名职务和日期；张贴点改为进出口外公告栏。",
        "Ask the coordination office, record 同意 (agreed), and post on a board outside the entrances.",
    ],
};

/// 14.3.3: a notice for one hall is posted on that hall's board, by the unit there.
pub(super) static Y14_3_3B: RuleDoc = RuleDoc {
    id: "Y14.3.3b",
    severity: Severity::Breach,
    title: ["各厅的业务告知张贴在本厅公告栏", "A hall's own notices hang on its own board"],
    what: [
        "张贴的公告范围为分厅的，写明分厅，张贴在该厅的厅内公告栏，由在该厅设窗口的单位发布；变更记录的公告不张贴在无关分厅的厅内公告栏。",
        "A posted notice with 范围 分厅 names the venue, hangs on that venue's inside board and is issued by a unit with a window there; the notice of a change does not hang in venues it does not concern.",
    ],
    why: [
        "来办事的人在本厅就能看到，别的厅不被打扰。",
        "Those who come see it where they are, and nobody else is bothered.",
    ],
    clause: "《银川市民大厅运行管理制度（试行）》14.3.3：“属于各服务大厅业务调整告知类事项，由各进驻单位负责在各厅内公告栏张贴公示”",
    example: "范围: 分厅\n分厅: sb\n张贴:\n  - {张贴点: in-yb, 自: 2026-10-12, 最后一天: 2026-10-30}   # 应为 in-sb",
    fix: [
        "张贴点改为该厅的厅内公告栏，由该厅的进驻单位发布。",
        "Post on that venue's inside board, issued by a unit there.",
    ],
};

/// 14.3.4: no paper on walls.
pub(super) static Y14_3_4A: RuleDoc = RuleDoc {
    id: "Y14.3.4a",
    severity: Severity::Breach,
    title: ["墙面、柱子、玻璃门、走廊不得张贴", "No paper on walls, pillars, glass doors, corridors"],
    what: [
        "公告、变更和更正的公告、海报不张贴在墙面、柱子、玻璃门、走廊。",
        "Notices, notices of changes and posters do not hang on walls, pillars, glass doors or in corridors.",
    ],
    why: ["公告各有其位，环境整洁，群众知道到哪里看。", "Notices have their places; people know where to look."],
    clause: "《银川市民大厅运行管理制度（试行）》14.3.4：“任何单位和个人不得擅自在大厅墙面、柱子、玻璃门、走廊内张贴海报、通知、公告、广告等纸质材料”",
    example: "张贴:\n  - {张贴点: wall-east, 自: 2026-10-12, 最后一天: 2026-10-30}   # wall-east 的种类是 墙面",
    fix: [
        "改到公告栏、公告通知区；经批准的写特批。",
        "Use a notice board or the posting zone; record a special approval if there is one.",
    ],
};

/// 14.3.4: no banners.
pub(super) static Y14_3_4B: RuleDoc = RuleDoc {
    id: "Y14.3.4b",
    severity: Severity::Breach,
    title: ["不得悬挂横幅条幅", "No banners"],
    what: [
        "临时标牌的载体不是横幅；公告、海报不挂在灯杆、树木上。",
        "No temporary board is a banner; no notice or poster hangs on lamp posts or trees.",
    ],
    why: ["大厅内外要整洁、安全。", "The hall and its square stay tidy and safe."],
    clause: "《银川市民大厅运行管理制度（试行）》14.3.4：“不得在大厅内、外围广场灯杆、树木间悬挂各类横幅条幅”",
    example: "编号: t1\n载体: 横幅",
    fix: ["改用展架或电子屏。", "Use a stand or a screen."],
};

/// A notice on paper at a posting place.
struct PostedNotice<'h> {
    place: PostingId,
    /// The value that names the posting place.
    origin: Place,
    approval: Option<&'h RawApproval>,
    /// It announces a closing or the end of one: nothing may keep that from the public.
    is_urgent: bool,
}

impl PostedNotice<'_> {
    fn report(&self, finding: Diagnostic, out: &mut Vec<Diagnostic>) {
        let mut finding = apply_special_approval(self.approval, finding);
        if self.is_urgent {
            finding.severity = Severity::Warning;
        }
        out.push(finding);
    }
}

fn of_change(change: &Change) -> impl Iterator<Item = PostedNotice<'_>> {
    change.postings.iter().map(|posting| PostedNotice {
        place: posting.place,
        origin: posting.origin.key("张贴点"),
        approval: change.clearance.special_approval.as_ref(),
        is_urgent: change.is_urgent(),
    })
}

fn of_amendment<'h>(hall: &Hall, amendment: &'h Amendment) -> impl Iterator<Item = PostedNotice<'h>> {
    let is_urgent = hall.change(amendment.change).is_urgent();
    amendment.postings.iter().map(move |posting| PostedNotice {
        place: posting.place,
        origin: posting.origin.key("张贴点"),
        approval: amendment.clearance.special_approval.as_ref(),
        is_urgent,
    })
}

/// The notice of other hours, or of a device out of order, which is announced at once.
fn of_circular(postings: &[Posting], is_urgent: bool) -> impl Iterator<Item = PostedNotice<'_>> {
    postings.iter().map(move |posting| PostedNotice {
        place: posting.place,
        origin: posting.origin.key("张贴点"),
        approval: None,
        is_urgent,
    })
}

fn of_notice<'h>(notice: &'h Notice, posting: &'h Posting) -> PostedNotice<'h> {
    PostedNotice {
        place: posting.place,
        origin: posting.origin.key("张贴点"),
        approval: notice.written.special_approval.as_ref(),
        is_urgent: false,
    }
}

pub(super) static FAMILY: Family = Family { rules: &[&Y14_3_3A, &Y14_3_3B, &Y14_3_4A, &Y14_3_4B], check };

/// Checks the postings of notices and of change records, and posters.
fn check(&Input { hall, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let changes = hall.changes.iter().flat_map(of_change);
    let amendments = hall.amendments.iter().flat_map(|amendment| of_amendment(hall, amendment));
    let notices = hall.notices.iter().flat_map(|n| n.postings.iter().map(move |p| of_notice(n, p)));
    let posters = hall.temporary_boards.iter().filter(|b| b.written.carrier == Carrier::Poster);
    let posters = posters.filter_map(|board| {
        let (origin, approval) = (board.origin.key("张贴点"), board.written.special_approval.as_ref());
        Some(PostedNotice { place: board.place?, origin, approval, is_urgent: false })
    });
    let hours = hall.hours.exceptions.iter().flat_map(|other| of_circular(&other.postings, false));
    let faults = hall.faults.iter().flat_map(|fault| of_circular(&fault.postings, true));
    for notice in changes.chain(amendments).chain(notices).chain(posters).chain(hours).chain(faults) {
        forbidden(hall, &notice, out);
    }
    for board in hall.temporary_boards.iter().filter(|b| b.written.carrier == Carrier::Banner) {
        let finding = Diagnostic::new(
            &Y14_3_4B,
            board.origin.key("载体"),
            format!("“{}”是横幅，大厅内外不得悬挂横幅条幅", board.written.name),
            format!("\"{}\" is a banner", board.written.name),
        )
        .expected("X型展架、铝合金门型展架", "a stand")
        .fix("改用展架，或改在电子屏播放。", "Use a stand, or a screen.");
        out.push(apply_special_approval(board.written.special_approval.as_ref(), finding));
    }
    for notice in hall.notices.iter().filter(|n| !n.postings.is_empty() || n.written.scope == Some(Scope::SubHall)) {
        match notice.written.scope {
            Some(Scope::City) => city_wide(hall, notice, out),
            Some(Scope::SubHall) => one_hall(hall, notice, out),
            None => {}
        }
    }
    for change in &hall.changes {
        in_halls_concerned(hall, change, change.postings.iter().zip(of_change(change)), out);
    }
    for amendment in &hall.amendments {
        let postings = amendment.postings.iter().zip(of_amendment(hall, amendment));
        in_halls_concerned(hall, hall.change(amendment.change), postings, out);
    }
}

fn forbidden(hall: &Hall, notice: &PostedNotice<'_>, out: &mut Vec<Diagnostic>) {
    let place = hall.posting(notice.place);
    let (name, kind) = (&place.name, place.kind.word());
    let finding = match place.kind {
        PostingKind::Wall | PostingKind::Pillar | PostingKind::GlassDoor | PostingKind::Corridor => Diagnostic::new(
            &Y14_3_4A,
            notice.origin.clone(),
            format!("不得在{kind}张贴，“{name}”是{kind}"),
            format!("\"{name}\" is no place for paper ({})", place.kind.alias()),
        )
        .fix("改到公告栏或公告通知区。", "Use a notice board or the posting zone."),
        PostingKind::LampPost | PostingKind::Tree => Diagnostic::new(
            &Y14_3_4B,
            notice.origin.clone(),
            format!("不得在灯杆、树木上悬挂，“{name}”是{kind}"),
            format!("\"{name}\" is a {}", place.kind.alias()),
        )
        .fix("改到公告栏或公告通知区。", "Use a notice board or the posting zone."),
        PostingKind::OutsideBoard
        | PostingKind::InsideBoard
        | PostingKind::PostingZone
        | PostingKind::Stand
        | PostingKind::Desk => return,
    };
    notice.report(finding.expected("公告栏、公告通知区、咨询台", "a notice board, the posting zone, a desk"), out);
}

fn city_wide(hall: &Hall, notice: &Notice, out: &mut Vec<Diagnostic>) {
    let at = &notice.origin;
    let first = notice.postings.iter().map(|p| p.span.from.date()).min();
    let problem = match (&notice.written.agreed, first) {
        (None, _) => Some((
            at.key("同意"),
            "全市范围的通知没有大厅协调服务办公室同意的记录".to_owned(),
            "a city-wide notice without the coordination office's agreement".to_owned(),
        )),
        (Some(agreed), Some(first)) if agreed.date.0 > first => Some((
            at.key("同意").key("日期"),
            format!("{} 才同意，{first} 已经张贴", agreed.date.0),
            format!("agreed on {}, posted from {first}", agreed.date.0),
        )),
        _ => None,
    };
    if let Some((place, zh, en)) = problem {
        let mut finding = Diagnostic::new(&Y14_3_3A, place, zh, en).fix(
            "报请大厅协调服务办公室同意，写上“同意”的姓名职务和日期，同意之后再张贴。",
            "Ask the coordination office, record 同意 with name and date, and post after that.",
        );
        finding.severity = Severity::Unapproved;
        out.push(finding);
    }
    for posting in &notice.postings {
        let place = hall.posting(posting.place);
        if place.kind != PostingKind::OutsideBoard {
            let kind = place.kind.word();
            let finding = Diagnostic::new(
                &Y14_3_3A,
                posting.origin.key("张贴点"),
                format!("全市范围的通知应张贴在大厅进出口外公告栏，“{}”是{kind}", place.name),
                format!("a city-wide notice hangs on a board outside; \"{}\" is none", place.name),
            )
            .expected("进出口外公告栏", "a board outside the entrances")
            .fix("张贴点改为进出口外公告栏。", "Use a board outside the entrances.");
            of_notice(notice, posting).report(finding, out);
        }
    }
}

/// The venue of an inside board.
fn inside(hall: &Hall, posting: &Posting) -> Option<VenueId> {
    let place = hall.posting(posting.place);
    place.venue.filter(|_| place.kind == PostingKind::InsideBoard)
}

fn one_hall(hall: &Hall, notice: &Notice, out: &mut Vec<Diagnostic>) {
    let (at, rule) = (&notice.origin, &Y14_3_3B);
    let weighed = |finding| apply_special_approval(notice.written.special_approval.as_ref(), finding);
    let Some(venue) = notice.venue else {
        if notice.written.venue.is_none() {
            let (zh, en) = ("范围是分厅，没有写是哪个分厅", "the scope is one venue, which is not named");
            let finding = Diagnostic::new(rule, at.key("范围"), zh, en);
            out.push(weighed(finding.fix("写上“分厅”：场所编号。", "Add 分厅 with the venue's id.")));
        }
        return;
    };
    let name = hall.venue(venue).name();
    let before = out.len();
    for posting in &notice.postings {
        if let Some(board) = inside(hall, posting).filter(|board| !hall.is_within(venue, *board)) {
            out.push(weighed(elsewhere(hall, posting, name, board)));
        }
    }
    let is_there = notice.postings.iter().any(|p| inside(hall, p).is_some_and(|b| hall.is_within(venue, b)));
    if !is_there && out.len() == before {
        let place = match notice.postings.first() {
            Some(posting) => posting.origin.key("张贴点"),
            None => at.key("分厅"),
        };
        let finding = Diagnostic::new(
            rule,
            place,
            format!("“{name}”的业务告知没有张贴在本厅内公告栏"),
            format!("a notice of \"{name}\" does not hang on its inside board"),
        )
        .expected("本厅的厅内公告栏", "an inside board of that venue")
        .fix(format!("在“张贴”里加上{name}的厅内公告栏。"), format!("Add an inside board of {name} to the postings."));
        out.push(weighed(finding));
    }
    let last = notice.postings.iter().filter_map(|p| p.span.last_day()).max();
    let dated = notice.written.dated.0;
    let days = Span::days(dated, last.unwrap_or(dated).max(dated));
    let mut versions = hall.windows.iter().flat_map(|w| &w.versions).filter(|v| v.span.overlap(&days).is_some());
    if !versions.any(|v| v.facts.unit == notice.issuer && hall.is_within(v.facts.venue, venue)) {
        let unit = hall.unit(notice.issuer).name();
        let finding = Diagnostic::new(
            rule,
            at.key("发布机构"),
            format!("“{unit}”在“{name}”没有窗口，应由该厅的进驻单位张贴"),
            format!("\"{unit}\" has no window in \"{name}\""),
        )
        .expected("在该厅设窗口的单位", "a unit with a window there")
        .fix("发布机构改为该厅的进驻单位，或改正分厅。", "Let a unit of that venue issue it, or correct 分厅.");
        out.push(weighed(finding));
    }
}

fn elsewhere(hall: &Hall, posting: &Posting, venue: &str, board: VenueId) -> Diagnostic {
    let place = &hall.posting(posting.place).name;
    Diagnostic::new(
        &Y14_3_3B,
        posting.origin.key("张贴点"),
        format!("“{venue}”的业务告知应张贴在本厅内公告栏，“{place}”在{}", hall.venue(board).name()),
        format!("a notice of \"{venue}\" hangs on \"{place}\", in another venue"),
    )
    .expected("本厅的厅内公告栏", "an inside board of that venue")
    .fix(
        format!("张贴点改为{venue}的厅内公告栏，或进出口外公告栏。"),
        format!("Use an inside board of {venue}, or a board outside."),
    )
}

/// Checks that the postings of a change's notice, or of its amendment's, are in the venues of its windows.
fn in_halls_concerned<'h>(
    hall: &Hall,
    change: &Change,
    postings: impl Iterator<Item = (&'h Posting, PostedNotice<'h>)>,
    out: &mut Vec<Diagnostic>,
) {
    let mut concerned: BTreeSet<VenueId> = BTreeSet::new();
    for part in &change.windows {
        concerned.extend(part.before.iter().chain(&part.after).map(|facts| facts.venue));
        let others = part.goes_to.windows.iter().flat_map(|id| &hall.window(*id).versions);
        concerned.extend(others.map(|version| version.facts.venue));
    }
    // A record whose windows could not be read has been reported.
    let Some(first) = concerned.first() else { return };
    for (posting, notice) in postings {
        let other = inside(hall, posting).filter(|board| !concerned.iter().any(|v| hall.is_within(*v, *board)));
        if let Some(board) = other {
            notice.report(elsewhere(hall, posting, hall.venue(*first).name(), board), out);
        }
    }
}
