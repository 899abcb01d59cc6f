//! Rules about boards themselves: theme, size, age; and boards that must not be made at all.

use super::family::{Family, Input};
use crate::content::{BoardKind, VenueKind};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::sign::Board;
use crate::model::time::midnight;
use crate::model::{Hall, VenueId, When};
use crate::text::date::{english, long_weekday};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The display of a centre states both limits of every matter.
pub(super) static NA5_3B: RuleDoc = RuleDoc {
    id: "NA5.3b",
    severity: Severity::Broken,
    title: ["公示屏写明法定时限和承诺时限", "The display states legal and promised limits"],
    what: [
        "制度的“必设标牌”有“公示屏”时，便民服务中心（站）当天办理的每个事项都写承诺办结时限，并写法定办结时限，或在“时限说明”里说明法定时限的情况（如“无法定时限”）。单位名称和事项名称本来就必填。",
        "Where the profile lists 公示屏 in 必设标牌 every matter served at a centre or station states 承诺办结时限 and either 法定办结时限 or a word on 法定时限 in 时限说明 (无法定时限 for one). Unit and name are required anyway.",
    ],
    why: ["群众能比较法定时限和承诺时限。", "People can compare the legal and the promised limit."],
    clause: "《西安市基层便民服务中心（站）标准化建设指导意见》五（三）：“在显著位置电子公示屏，公示便民服务中心（站）进驻单位名称、事项、法定时限和承诺时限等”",
    example: "承诺办结时限: 当场办结   # 没有 法定办结时限，也没有 时限说明",
    fix: [
        "填写时限；没有法定时限的，在“时限说明”写明。",
        "Fill in the limits; where the law sets none, say so in 时限说明.",
    ],
};

/// Fire signs are bought by their standards, never drawn.
pub(super) static NA5_5: RuleDoc = RuleDoc {
    id: "NA5.5",
    severity: Severity::Warning,
    title: ["消防安全标志不由程序制作", "Fire safety signs are not made by the program"],
    what: [
        "boards.yaml 里没有消防安全标志，也没有名称像消防安全标志的其他标牌。",
        "boards.yaml holds no fire safety signs, and no other board named like one.",
    ],
    why: [
        "消防安全标志的图形、颜色、设置都由国家标准规定，自制的不合规定。",
        "National standards fix their shape, colour and place; a home-made one breaks them.",
    ],
    clause: "《西安市基层便民服务中心（站）标准化建设指导意见》五（五）：“服务大厅的消防安全标志须选用GB13495的标志，颜色应符合GB2893的规定，标志设置按照GB15630的规定执行”",
    example: "编号: exit\n种类: 楼层导引牌\n名称: 安全出口指示牌",
    fix: [
        "选用 GB 13495 的标准标志，按 GB 15630 设置；从 boards.yaml 删去，或改名称。",
        "Use the signs of GB 13495, placed by GB 15630; delete it from boards.yaml, or rename the board.",
    ],
};

/// All boards of a hall share one theme.
pub(super) static Y14_1: RuleDoc = RuleDoc {
    id: "Y14.1",
    severity: Severity::Warning,
    title: ["标牌风格统一", "Boards share one theme"],
    what: [
        "标牌的“主题风格”不写，就是大厅的统一风格；写了与同一大厅多数标牌不同的，提醒。",
        "A board without 主题风格 follows the hall's; one that differs from most boards of its hall is a warning.",
    ],
    why: ["同一风格，群众一眼认得出是大厅的标牌。", "People recognise the hall's boards by their look."],
    clause: "《银川市民大厅运行管理制度（试行）》14.1：“市民大厅所有公共服务区域，均由市审批局统一管理设计”；14.3.1：“应当美观大方，风格与大厅色调一致”",
    example: "编号: guide-south\n种类: 入口导引牌\n主题风格: 红底",
    fix: ["删去“主题风格”，用统一风格。", "Delete 主题风格 and use the hall's theme."],
};

/// Desk signs are alike and no larger than A4.
pub(super) static W2_1_3_5: RuleDoc = RuleDoc {
    id: "W2.1.3.5",
    severity: Severity::Broken,
    title: ["台签大小一致，不超过 A4", "Desk signs are alike and no larger than A4"],
    what: [
        "台签长边不超过 297 毫米，短边不超过 210 毫米；同一大厅的台签尺寸相同。",
        "A desk sign is at most 297 by 210 mm, and all of one hall have one size.",
    ],
    why: ["台签过大会遮挡工作人员和群众。", "A large one hides people from each other."],
    clause: "《乌海市各级政务服务大厅标准化建设管理规范（试行）》二（一）3（5）：“台签应平行陈列，大小高低一致，且不应超过A4纸大小，避免遮挡”",
    example: "编号: tq\n种类: 台签\n宽毫米: 300\n高毫米: 210",
    fix: ["改小；同一大厅用同一尺寸。", "Make it smaller; use one size in one hall."],
};

/// A posted board is not older than the last change on the website that it shows.
pub(super) static X3_6D: RuleDoc = RuleDoc {
    id: "X3.6d",
    severity: Severity::Warning,
    title: ["现场标牌不比网站旧", "Boards on site are not older than the website"],
    what: [
        "标牌写了“印制版本”时，该日期不早于牌上显示的最近一次已生效的窗口变更。",
        "A board's 印制版本 (where stated) is not before the last change in force that shows on it.",
    ],
    why: ["网站改了、牌子没换，群众会走错。", "When the site has changed and the board has not, people go astray."],
    clause: "《开封市祥符区政务服务大厅（市民之家）管理办法》政策解读三.6：“对于进驻部门单位的办事指南，应统一在区政务服务大厅线上线下同时公示公开”",
    example: "编号: guide-east\n种类: 入口导引牌\n印制版本: 2026-05-01   # 2026-05-11 有窗口调整",
    fix: ["重印更换后改“印制版本”。", "Print and hang it anew, then update 印制版本."],
};

/// The larger and the smaller side of A4, millimetres.
const A4: (f64, f64) = (297.0, 210.0);

/// Words that name fire safety signs.
const FIRE: [&str; 5] = ["消防", "灭火器", "安全出口", "疏散", "禁止烟火"];

pub(super) static FAMILY: Family = Family { rules: &[&NA5_3B, &NA5_5, &Y14_1, &W2_1_3_5, &X3_6D], check };

/// Checks every board, and what the display of a centre must say.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    if hall.profile.states.required_boards.contains(&BoardKind::Display) {
        limits(hall, when, out);
    }
    hall.boards.iter().filter_map(fire).for_each(|finding| out.push(finding));
    themes(hall, out);
    desk_signs(hall, out);
    hall.boards.iter().filter_map(|board| outdated(hall, board, when)).for_each(|finding| out.push(finding));
}

fn limits(hall: &Hall, when: When, out: &mut Vec<Diagnostic>) {
    let at_centre = |venue: VenueId| matches!(hall.venue(venue).written.kind, VenueKind::Centre | VenueKind::Station);
    for (id, matter) in hall.matter_ids() {
        let raw = &matter.written;
        let legal = raw.legal_limit.is_some() || raw.limit_note.as_ref().is_some_and(|note| note.contains("法定"));
        let (zh, en, key) = match (legal, raw.promised_limit.is_some()) {
            (true, true) => continue,
            (false, true) => ("法定时限", "legal limit", "法定办结时限"),
            (true, false) => ("承诺时限", "promised limit", "承诺办结时限"),
            (false, false) => ("法定时限和承诺时限", "limits", "承诺办结时限"),
        };
        if !hall.at(when.moment).serving(id).any(|(_, version)| at_centre(version.facts.venue)) {
            continue;
        }
        out.push(
            Diagnostic::new(
                &NA5_3B,
                matter.origin.key(key),
                format!("“{}”要在公示屏公示，没有写{zh}", matter.name()),
                format!("\"{}\" is to be on the public display, but states no {en}", matter.name()),
            )
            .fix(NA5_3B.fix[0], NA5_3B.fix[1]),
        );
    }
}

fn fire(board: &Board) -> Option<Diagnostic> {
    let name = &board.written.name;
    let key = match board.written.kind {
        BoardKind::FireSign => "种类",
        _ if FIRE.iter().any(|word| name.contains(word)) => "名称",
        _ => return None,
    };
    let finding = Diagnostic::new(
        &NA5_5,
        board.origin.key(key),
        format!("“{name}”是消防安全标志，程序不制作"),
        format!("\"{name}\" is a fire safety sign; the program does not make it"),
    );
    Some(finding.fix(NA5_5.fix[0], NA5_5.fix[1]))
}

/// The boards of each hall that is not part of another.
fn by_hall(hall: &Hall) -> BTreeMap<VenueId, Vec<&Board>> {
    let mut boards: BTreeMap<VenueId, Vec<&Board>> = BTreeMap::new();
    for board in &hall.boards {
        boards.entry(super::windows::hall_of(hall, board.venue)).or_default().push(board);
    }
    boards
}

fn themes(hall: &Hall, out: &mut Vec<Diagnostic>) {
    for boards in by_hall(hall).values() {
        let mut count: BTreeMap<Option<&str>, usize> = BTreeMap::new();
        // A board that names the hall's own theme follows it.
        let own = |board: &Board| hall.site.board_theme.is_some() && board.written.theme == hall.site.board_theme;
        let theme_of = |board: &&'_ Board| board.written.theme.clone().filter(|_| !own(board));
        let themes: Vec<Option<String>> = boards.iter().map(theme_of).collect();
        themes.iter().for_each(|theme| *count.entry(theme.as_deref()).or_default() += 1);
        // The hall's own theme wins a draw; it is the one without a name.
        let usual = count.iter().max_by_key(|(theme, n)| (**n, Reverse(**theme))).and_then(|(theme, _)| *theme);
        for (board, theme) in boards.iter().zip(&themes) {
            let Some(theme) = theme.as_deref().filter(|theme| Some(*theme) != usual) else { continue };
            let name = &board.written.name;
            out.push(
                Diagnostic::new(
                    &Y14_1,
                    board.origin.key("主题风格"),
                    format!("“{name}”的风格“{theme}”与其他标牌不一致"),
                    format!("the theme \"{theme}\" of board \"{name}\" is not that of the others"),
                )
                .fix(Y14_1.fix[0], Y14_1.fix[1]),
            );
        }
    }
}

fn desk_signs(hall: &Hall, out: &mut Vec<Diagnostic>) {
    for boards in by_hall(hall).values() {
        let mut first: Option<&Board> = None;
        for board in boards.iter().filter(|board| board.written.kind == BoardKind::DeskSign) {
            let size = |board: &Board| (board.written.width_mm.0, board.written.height_mm.0);
            let (width, height) = size(board);
            let finding = |place: Place, zh: String, en: String| {
                Diagnostic::new(&W2_1_3_5, place, zh, en)
                    .expected("不超过 210×297，大小一致", "at most 210×297, all of one size")
                    .fix(W2_1_3_5.fix[0], W2_1_3_5.fix[1])
            };
            if width.max(height) > A4.0 || width.min(height) > A4.1 {
                let key = if width > A4.0 || height <= A4.0 { "宽毫米" } else { "高毫米" };
                out.push(finding(
                    board.origin.key(key),
                    format!("台签{width}×{height}毫米，超过A4（210×297）"),
                    format!("a desk sign of {width}×{height} mm is larger than A4"),
                ));
            }
            match first {
                Some(other) if size(other) != (width, height) => {
                    let (w, h) = size(other);
                    let key = if w == width { "高毫米" } else { "宽毫米" };
                    out.push(
                        finding(
                            board.origin.key(key),
                            format!("台签大小不一致：{width}×{height}与{w}×{h}"),
                            format!("desk signs differ in size: {width}×{height} and {w}×{h}"),
                        )
                        .also(other.origin.key("编号"), "另一块台签", "the other desk sign"),
                    );
                }
                Some(_) => {}
                None => first = Some(board),
            }
        }
    }
}

fn outdated(hall: &Hall, board: &Board, when: When) -> Option<Diagnostic> {
    let printed = board.written.printed_on?.0;
    let in_force = |day| midnight(day) <= when.moment;
    let mut changes = hall.changes.iter().rev();
    let change =
        changes.find(|c| !c.revoked && in_force(c.effective()) && printed < c.effective() && board.shows(hall, c))?;
    let name = &board.written.name;
    let (day, id) = (change.effective(), &change.id);
    let finding = Diagnostic::new(
        &X3_6D,
        board.origin.key("印制版本"),
        format!("“{name}”印于{}，{}的变更“{id}”之后没有重印", long_weekday(printed), long_weekday(day)),
        format!("\"{name}\" was printed on {}, before the change \"{id}\" of {}", english(printed), english(day)),
    );
    let finding = finding.also(change.origin.key("生效日期"), "变更记录在这里", "the change");
    Some(finding.expected(format!("{day} 或更晚"), format!("{day} or later")).fix(X3_6D.fix[0], X3_6D.fix[1]))
}
