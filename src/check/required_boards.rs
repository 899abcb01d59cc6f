//! Which boards and screens a hall or centre must have (必设标牌 of the profile).

use super::family::{Family, Input};
use crate::content::{BigScreenPage, BoardKind, VenueKind};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::board_kinds::Wanted;
use crate::model::profile::asks;
use crate::model::sign::Board;
use crate::model::venue::Venue;
use crate::model::{Hall, VenueId, When};
use std::collections::BTreeSet;

/// There is a guide at the entrance.
pub(super) static NA5_2B: RuleDoc = RuleDoc {
    id: "NA5.2b",
    severity: Severity::Warning,
    title: ["入口有导引牌", "A guide stands at the entrance"],
    what: [
        "制度的“必设标牌”有“入口导引牌”时，每个大厅、便民服务中心都有入口导引牌；没有平面图的也提醒，因为没有平面图的导引牌导引不了。便民服务站画有平面图的才查。",
        "Where the profile lists 入口导引牌 in 必设标牌 every hall and centre has one, and a floor plan, without which a guide has nothing to show; a station has one where it has a plan.",
    ],
    why: ["群众进门先看导引牌。", "It is the first thing people look for."],
    clause: "《西安市基层便民服务中心（站）标准化建设指导意见》五（二）：“在服务大厅入口显著位置，设置导引牌”",
    example: "必设标牌: [入口导引牌]   # boards.yaml 里没有 种类: 入口导引牌",
    fix: ["在 boards.yaml 加一块入口导引牌。", "Add a board of kind 入口导引牌 to boards.yaml."],
};

/// There is a plan on every floor.
pub(super) static NA5_2C: RuleDoc = RuleDoc {
    id: "NA5.2c",
    severity: Severity::Warning,
    title: ["每层有平面示意图和位置标识", "Every floor has its plan and location signs"],
    what: [
        "制度的“必设标牌”有“楼层导引牌”“位置标志”时，每个楼层都有一块写着该楼层的。",
        "Where the profile lists 楼层导引牌 or 位置标志 in 必设标牌 there is one for every floor.",
    ],
    why: ["上了楼也知道往哪里走。", "People find their way on each floor."],
    clause: "《西安市基层便民服务中心（站）标准化建设指导意见》五（二）：“在各楼层入口或主要位置，设置大厅平面示意图、位置标识”",
    example: "必设标牌: [楼层导引牌]   # 没有 种类: 楼层导引牌、楼层: f2 的标牌",
    fix: ["在 boards.yaml 给这个楼层加一块。", "Add one for this floor to boards.yaml."],
};

/// There is a sign over every counter.
pub(super) static NA3_4_3: RuleDoc = RuleDoc {
    id: "NA3.4.3",
    severity: Severity::Warning,
    title: ["每个窗口有吊牌", "A sign hangs over every window"],
    what: [
        "制度的“必设标牌”有“窗口吊牌”时，当天的每个窗口都在 boards.yaml 的窗口吊牌里（不写“窗口”的那块包括全部窗口）。",
        "Where the profile lists 窗口吊牌 in 必设标牌 every window there is has one in boards.yaml (an entry without 窗口 covers all).",
    ],
    why: ["隔着人群也认得出窗口。", "Windows are recognised across a crowd."],
    clause: "《西安市基层便民服务中心（站）标准化建设指导意见》三（四）3：“台面上方应悬挂标识牌”",
    example: "编号: hang\n种类: 窗口吊牌\n窗口: [w-a01]   # w-a02 没有吊牌",
    fix: [
        "把窗口写进吊牌的“窗口”，或不写“窗口”以包括全部。",
        "Add the window to the entry, or leave 窗口 out to cover all.",
    ],
};

/// The kinds of boards a profile asks for are there.
pub(super) static NA5_0: RuleDoc = RuleDoc {
    id: "NA5.0",
    severity: Severity::Warning,
    title: ["必设的标牌都有", "Every kind of board asked for is there"],
    what: [
        "制度的“必设标牌”列出的工作时间牌、公示屏等，画有平面图的大厅、便民服务中心都登记了；制度要求工作牌时登记了人员。消防安全标志按国家标准选用，不在此列。公示屏也可以登记为内容有“单位事项”的大屏。只有登记、程序不制作的，由 not-drawn 提醒。",
        "Kinds listed in 必设标牌 (hours, display and so on) are recorded for every hall or centre with a floor plan; where badges are asked for, there are people. Fire signs are chosen by their standards and not asked for here. A display may be recorded as a big screen with 单位事项. What is recorded and not made by the program is told by not-drawn.",
    ],
    why: ["缺哪种标识，一查便知。", "What is missing shows at once."],
    clause: "《西安市基层便民服务中心（站）标准化建设指导意见》五：“镇（街）便民服务中心的标识主要包含工作时间标识、导引示意标识、电子公示屏、工作牌、消防安全标志等”",
    example: "必设标牌: [工作时间牌]   # boards.yaml 里没有",
    fix: ["在 boards.yaml 加一块这种标牌。", "Add a board of this kind to boards.yaml."],
};

/// Complaint channels are on a board and on a screen.
pub(super) static NA7_4: RuleDoc = RuleDoc {
    id: "NA7.4",
    severity: Severity::Broken,
    title: ["公示栏和电子屏展示投诉渠道", "Complaint channels on a board and on a screen"],
    what: [
        "制度的“必设标牌”有“投诉监督牌”时，画有平面图的大厅、便民服务中心既有投诉监督牌（入口导引牌下方印有投诉电话，也算），又有内容含“投诉渠道”的大屏。大屏的画面程序不制作，只有登记的由 not-drawn 提醒。",
        "Where the profile lists 投诉监督牌 in 必设标牌 every hall or centre with a floor plan has one (an entrance guide, which bears the complaint phone, counts) and a big screen whose 内容 has 投诉渠道. The program does not make big screens: what is recorded is told by not-drawn.",
    ],
    why: ["群众随时看得到向谁投诉。", "People can always see where to complain."],
    clause: "《西安市基层便民服务中心（站）标准化建设指导意见》七（四）：“建立监督投诉制度，公开监督投诉渠道，并在公示栏、电子信息屏展示，方便群众投诉监督”",
    example: "必设标牌: [投诉监督牌]   # screens.yaml 的 大屏 没有 内容: [投诉渠道]",
    fix: [
        "在 boards.yaml 加一块投诉监督牌；在 screens.yaml 的“大屏”内容里加“投诉渠道”。",
        "Add a 投诉监督牌 to boards.yaml, and 投诉渠道 to 内容 of a 大屏 in screens.yaml.",
    ],
};

/// A board or screen the profile asks for is on record, but the program does not make it.
pub(super) static NOT_DRAWN: RuleDoc = RuleDoc {
    id: "not-drawn",
    severity: Severity::Warning,
    title: ["必设的标牌、大屏只有登记", "Asked for, and only a record"],
    what: [
        "制度要求的标牌或大屏画面登记了，程序却不制作（公示屏、公益广告牌等标牌，各种大屏画面）。登记不等于已经挂出、写得对。",
        "A board or a page of a big screen that the profile asks for is on record, and the program does not make it (displays, public-good boards and so on; all pages of big screens). A record does not show that it hangs and says what it must.",
    ],
    why: [
        "程序没有制作的，它不知道上面写了什么，只能由人去看。",
        "What the program has not made it knows nothing of: somebody has to look.",
    ],
    clause: "",
    example: "必设标牌: [公示屏]\n# boards.yaml\n种类: 公示屏   # 程序不制作公示屏的画面",
    fix: [
        "画面另行制作，核对内容后在 content/waivers.yaml 写豁免，写明谁看过、看到哪天为止。",
        "Have it made elsewhere, look at what it says, and waive this in content/waivers.yaml with who looked and until when.",
    ],
};

pub(super) static FAMILY: Family = Family { rules: &[&NA5_2B, &NA5_2C, &NA3_4_3, &NA5_0, &NA7_4, &NOT_DRAWN], check };

/// Checks every hall and centre.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    let asked: BTreeSet<BoardKind> = hall.profile.states.required_boards.iter().copied().collect();
    for kind in asked.iter().copied() {
        match kind.traits().wanted {
            Wanted::Entrance => missing(hall, kind, &NA5_2B, entered(hall), out),
            Wanted::EachFloor => floors(hall, kind, out),
            Wanted::EachWindow => signs(hall, when, out),
            Wanted::Complaint => complaints(hall, out),
            Wanted::EachHall => missing(hall, kind, &NA5_0, drawn(hall), out),
            Wanted::Elsewhere => {}
        }
    }
    if !asked.is_empty() && asks(hall.profile.states.badge) && hall.staff.is_empty() {
        out.push(
            Diagnostic::new(
                &NA5_0,
                hall.site_origin.key("名称"),
                "没有登记工作人员，做不出工作牌",
                "no people are recorded, so there are no badges",
            )
            .fix("在 staff.yaml 写工作人员。", "Write the people in staff.yaml."),
        );
    }
}

/// Venues that are not part of another and have a floor plan.
fn drawn(hall: &Hall) -> impl Iterator<Item = (VenueId, &Venue)> {
    hall.top_venues().filter(|(id, _)| has_plan(hall, *id))
}

/// Venues with an entrance of their own: halls and centres, and what else has a floor plan.
fn entered(hall: &Hall) -> impl Iterator<Item = (VenueId, &Venue)> {
    let has_entrance = |kind: VenueKind| matches!(kind, VenueKind::Hall | VenueKind::Centre);
    hall.top_venues().filter(move |(id, venue)| has_entrance(venue.written.kind) || has_plan(hall, *id))
}

fn has_plan(hall: &Hall, venue: VenueId) -> bool {
    hall.floors.iter().any(|floor| floor.venue == venue)
}

/// What a venue has of something a profile asks for.
enum Provided<'h> {
    /// The program makes it.
    Made,
    /// A record, at a place and under a name, of something the program does not make.
    Recorded(Place, &'h str),
    /// Nothing.
    Absent,
}

/// A kind of board in a venue or one of its parts.
fn board<'h>(hall: &'h Hall, venue: VenueId, kind: BoardKind) -> Provided<'h> {
    let here = |id: VenueId| id == venue || hall.venue(id).parent == Some(venue);
    had_board(hall.boards.iter().find(|board| board.written.kind == kind && here(board.venue)))
}

fn had_board(board: Option<&Board>) -> Provided<'_> {
    match board {
        Some(board) if board.written.kind.is_drawn() => Provided::Made,
        Some(board) => Provided::Recorded(board.origin.key("名称"), &board.written.name),
        None => Provided::Absent,
    }
}

/// A kind of page on a big screen of a venue or one of its parts.
fn screen<'h>(hall: &'h Hall, venue: VenueId, page: BigScreenPage) -> Provided<'h> {
    let here = |id: VenueId| id == venue || hall.venue(id).parent == Some(venue);
    match hall.big_screens.iter().find(|screen| screen.shows(page) && here(screen.venue)) {
        Some(_) if page.is_drawn() => Provided::Made,
        Some(screen) => Provided::Recorded(screen.origin.key("名称"), &screen.written.name),
        None => Provided::Absent,
    }
}

fn missing<'h>(
    hall: &'h Hall,
    kind: BoardKind,
    rule: &'static RuleDoc,
    venues: impl Iterator<Item = (VenueId, &'h Venue)>,
    out: &mut Vec<Diagnostic>,
) {
    for (id, venue) in venues {
        let had = match board(hall, id, kind) {
            Provided::Absent if kind == BoardKind::Display => screen(hall, id, BigScreenPage::Matters),
            had => had,
        };
        match had {
            Provided::Made | Provided::Absent if kind == BoardKind::EntranceGuide && !has_plan(hall, id) => {
                out.push(without_plan(venue, matches!(had, Provided::Made)));
            }
            Provided::Made => {}
            Provided::Recorded(place, name) => out.push(recorded(place, name, venue.name(), kind.word())),
            Provided::Absent => out.push(absent(rule, venue.origin.key("名称"), venue.name(), kind)),
        }
    }
}

/// A guide to a venue of which nothing is drawn shows nobody the way.
fn without_plan(venue: &Venue, has_board: bool) -> Diagnostic {
    let name = venue.name();
    let place = venue.origin.key("名称");
    if has_board {
        return Diagnostic::new(
            &NA5_2B,
            place,
            format!("“{name}”没有平面图，入口导引牌上没有可导引的内容"),
            format!("\"{name}\" has no floor plan: its entrance guide shows no way"),
        )
        .fix("在 content/floors/ 给它写一个楼层文件。", "Write a floor file for it in content/floors/.");
    }
    Diagnostic::new(
        &NA5_2B,
        place,
        format!("“{name}”没有入口导引牌，也没有画导引牌要用的平面图"),
        format!("\"{name}\" has no entrance guide, and no floor plan to draw one from"),
    )
    .fix(
        "在 content/floors/ 给它写一个楼层文件，再在 boards.yaml 加一块“种类: 入口导引牌”的标牌；已经另行制作的，在 content/waivers.yaml 写豁免。",
        "Write a floor file for it in content/floors/ and add a board with 种类: 入口导引牌 to boards.yaml; where one was made elsewhere, waive this in content/waivers.yaml.",
    )
}

fn absent(rule: &'static RuleDoc, place: Place, name: &str, kind: BoardKind) -> Diagnostic {
    let word = kind.word();
    let finding = Diagnostic::new(
        rule,
        place,
        format!("“{name}”没有{word}"),
        format!("\"{name}\" has no board of kind {}", kind.alias()),
    );
    if kind.is_drawn() {
        return finding.fix(
            format!("在 boards.yaml 加一块“种类: {word}”的标牌。"),
            format!("Add a board with 种类: {word} to boards.yaml."),
        );
    }
    finding.fix(
        format!("程序不制作{word}：另行制作后在 boards.yaml 登记，并由人核对内容。"),
        format!("The program does not make {word}: have it made, record it in boards.yaml and look at what it says."),
    )
}

/// The finding that something is only on record: the program does not make it, so somebody has to look at what it says.
fn recorded(place: Place, record: &str, where_asked: &str, what: &str) -> Diagnostic {
    Diagnostic::new(
        &NOT_DRAWN,
        place,
        format!("“{record}”只是登记，程序不制作它的画面：不能算“{where_asked}”已有{what}"),
        format!(
            "\"{record}\" is a record only, not made by the program: \"{where_asked}\" is not known to have {what}"
        ),
    )
    .fix(NOT_DRAWN.fix[0], NOT_DRAWN.fix[1])
}

fn floors(hall: &Hall, kind: BoardKind, out: &mut Vec<Diagnostic>) {
    for floor in &hall.floors {
        let guides =
            |board: &&Board| board.written.kind == kind && board.floor.is_some_and(|id| hall.floor(id).id == floor.id);
        match had_board(hall.boards.iter().find(guides)) {
            Provided::Made => {}
            Provided::Recorded(place, name) => out.push(recorded(place, name, &floor.name, kind.word())),
            Provided::Absent => out.push(absent(&NA5_2C, floor.origin.key("名称"), &floor.name, kind)),
        }
    }
}

fn signs(hall: &Hall, when: When, out: &mut Vec<Diagnostic>) {
    let signed: BTreeSet<_> =
        hall.boards.iter().filter(|b| b.written.kind == BoardKind::WindowSign).flat_map(|b| b.windows.iter()).collect();
    for (id, version) in hall.at(when.moment).windows().filter(|(id, _)| !signed.contains(id)) {
        let number = &version.facts.number;
        out.push(
            Diagnostic::new(
                &NA3_4_3,
                hall.window(id).origin.key("窗口号"),
                format!("{number}窗口没有吊牌"),
                format!("window {number} has no sign"),
            )
            .fix(NA3_4_3.fix[0], NA3_4_3.fix[1]),
        );
    }
}

fn complaints(hall: &Hall, out: &mut Vec<Diagnostic>) {
    for (id, venue) in drawn(hall) {
        let board = [BoardKind::Complaint, BoardKind::EntranceGuide]
            .iter()
            .any(|kind| matches!(board(hall, id, *kind), Provided::Made));
        let on_screen = screen(hall, id, BigScreenPage::Complaints);
        let screen = !matches!(on_screen, Provided::Absent);
        if let Provided::Recorded(place, name) = on_screen {
            out.push(recorded(place, name, venue.name(), "展示投诉渠道的电子信息屏"));
        }
        let (zh, en) = match (board, screen) {
            (true, true) => continue,
            (false, true) => ("公示栏", "board"),
            (true, false) => ("电子信息屏", "screen"),
            (false, false) => ("公示栏和电子信息屏", "board and no screen"),
        };
        out.push(
            Diagnostic::new(
                &NA7_4,
                venue.origin.key("名称"),
                format!("“{}”没有{zh}展示监督投诉渠道", venue.name()),
                format!("\"{}\" has no {en} with the complaint channels", venue.name()),
            )
            .fix(NA7_4.fix[0], NA7_4.fix[1]),
        );
    }
}
