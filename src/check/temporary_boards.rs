//! Temporary boards: for how long, on which carrier and where they are placed (clause 14.3.2).

use super::approval::apply_special_approval;
use super::days::inverted;
use super::family::{Family, Input};
use crate::content::{Carrier, PostingKind};
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::sign::TemporaryBoard;
use crate::model::time::{Span, add_days};
use crate::model::{Hall, When};
use crate::text::nearest::nearest;

/// 14.3.2: temporary boards have a first and a last day.
pub(super) static Y14_3_2A: RuleDoc = RuleDoc {
    id: "Y14.3.2a",
    severity: Severity::Broken,
    title: ["临时标牌有始有终", "Temporary boards have a first and a last day"],
    what: [
        "公益活动广告牌、临时活动导引指示牌、温馨提示都写摆放的第一天和最后一天。",
        "Every temporary board states its first and its last day.",
    ],
    why: ["没有最后一天的临时标牌没有人撤。", "Nobody takes down what has no last day."],
    clause: "《银川市民大厅运行管理制度（试行）》14.3.2：“公益活动广告牌、临时活动导引指示牌、温馨提示等临时性标牌”",
    example: "种类: 温馨提示\n自: 2026-10-12   # 没有 最后一天",
    fix: ["写上摆放的第一天和最后一天。", "Write 自 and 最后一天."],
};

/// 14.3.2: an X stand is in place for at most fifteen days.
pub(super) static Y14_3_2B: RuleDoc = RuleDoc {
    id: "Y14.3.2b",
    severity: Severity::Breach,
    title: ["X型展架最多摆放 15 天", "X stands for 15 days at most"],
    what: [
        "载体为X型展架的，从第一天到最后一天（两天都算）不超过制度规定的天数。",
        "An X stand stands no longer than the profile allows, first and last day counted.",
    ],
    why: ["X型展架不稳、易损，不宜久放。", "X stands are unsteady and wear out."],
    clause: "《银川市民大厅运行管理制度（试行）》14.3.2：“摆放时间15天以内的可用X型展架”",
    example: "载体: X型展架\n自: 2026-10-12\n最后一天: 2026-10-27   # 16天",
    fix: [
        "改用铝合金门型展架并经审核，或缩短天数；确需突破的写特批。",
        "Use an aluminium portal stand with approval, shorten it, or record a special approval.",
    ],
};

/// 14.3.2: longer than fifteen days on an approved portal stand.
pub(super) static Y14_3_2C: RuleDoc = RuleDoc {
    id: "Y14.3.2c",
    severity: Severity::Breach,
    title: ["摆放 15 天以上：铝合金门型展架，并经审核", "Over 15 days: a portal stand, approved"],
    what: [
        "摆放天数超过X型展架天数的，载体是铝合金门型展架，并在摆放之前经市审批局审核同意样式和内容；第一天以前还没有写的是待办，不是违规。",
        "What stands longer than an X stand may is a portal stand whose style and content were approved before; until its first day an approval still missing is something to do, not a breach.",
    ],
    why: ["久放的标牌要牢固、美观、内容经过把关。", "What stays must be firm, neat and checked."],
    clause: "《银川市民大厅运行管理制度（试行）》14.3.2：“摆放时间15天以上的，门架、样式及内容须经市审批局审核同意后，按要求统一制作铝合金门型展架，并按指定地点有序摆放”",
    example: "载体: 铝合金门型展架\n自: 2026-10-12\n最后一天: 2026-11-10   # 30天，没有 审核",
    fix: [
        "经市审批局审核同意样式和内容，写上“审核”；载体用铝合金门型展架。",
        "Get style and content approved, record 审核 (approved), and use a portal stand.",
    ],
};

/// 14.3.2: temporary boards are placed at registered places.
pub(super) static Y14_3_2D: RuleDoc = RuleDoc {
    id: "Y14.3.2d",
    severity: Severity::Broken,
    title: ["临时标牌摆在指定地点", "Temporary boards stand where they are told"],
    what: [
        "张贴点是 site.yaml 登记的张贴点；展架摆在指定展架位或公告通知区。",
        "The place is a registered one; stands are at a 指定展架位 or in the 公告通知区.",
    ],
    why: ["随处摆放会堵住通道，到期也找不到。", "Elsewhere they block the way, and nobody finds them on the last day."],
    clause: "《银川市民大厅运行管理制度（试行）》14.3.2：“由各主办单位按照市审批局要求制作并在指定地点有序摆放”",
    example: "载体: X型展架\n张贴点: in-sb   # 厅内公告栏，不是展架位",
    fix: ["改成 site.yaml 里登记的指定展架位。", "Use a 指定展架位 registered in site.yaml."],
};

pub(super) static FAMILY: Family = Family { rules: &[&Y14_3_2A, &Y14_3_2B, &Y14_3_2C, &Y14_3_2D], check };

/// Checks every temporary board.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    for board in &hall.temporary_boards {
        days(board, out);
        if let Some((span, most)) = board.span.zip(hall.profile.states.x_stand_days) {
            carrier(board, span, most.0, when, out);
        }
        place(hall, board, out);
    }
}

fn days(board: &TemporaryBoard, out: &mut Vec<Diagnostic>) {
    let raw = &board.written;
    let mut missing = |key: &'static str, english: &str| {
        out.push(
            Diagnostic::new(
                &Y14_3_2A,
                board.origin.key(key),
                format!("临时标牌“{}”没有写{key}", raw.name),
                format!("the temporary board \"{}\" has no {english}", raw.name),
            )
            .fix(format!("写上“{key}”。"), format!("Add {key}.")),
        );
    };
    if raw.from.is_none() {
        missing("自", "first day");
    }
    if raw.last_day.is_none() {
        missing("最后一天", "last day");
    }
    out.extend(inverted(&Y14_3_2A, &board.origin, raw.from, raw.last_day));
}

fn carrier(board: &TemporaryBoard, span: Span, most: u32, when: When, out: &mut Vec<Diagnostic>) {
    let (raw, from) = (&board.written, span.from.date());
    let Some(days) = span.day_count().filter(|days| *days > i64::from(most)) else { return };
    let latest = add_days(from, i64::from(most) - 1);
    let word = raw.carrier.word();
    let finding = match raw.carrier {
        // Banners are always refused (Y14.3.4b).
        Carrier::Banner => return,
        Carrier::XStand => Diagnostic::new(
            &Y14_3_2B,
            board.origin.key("载体"),
            format!("X型展架摆放{days}天，超过{most}天"),
            format!("an X stand for {days} days, {most} at most"),
        )
        .expected("铝合金门型展架", "铝合金门型展架 (a portal stand)")
        .fix(
            format!("改用铝合金门型展架并经审核，或在 {latest} 前（含当日）撤下。"),
            format!("Use an approved portal stand, or take it down by {latest}."),
        ),
        Carrier::Poster => Diagnostic::new(
            &Y14_3_2C,
            board.origin.key("载体"),
            format!("摆放{days}天的临时标牌应使用铝合金门型展架，现为{word}"),
            format!("{days} days need a portal stand, not a {}", raw.carrier.alias()),
        )
        .expected("铝合金门型展架", "铝合金门型展架 (a portal stand)")
        .fix("改用铝合金门型展架并经审核。", "Use an approved portal stand."),
        Carrier::PortalStand => {
            let (place, zh, en) = match &raw.approved {
                // Still to be done in time; the work lists show it with its day.
                None if when.moment.date() < from => return,
                None => (
                    board.origin.key("审核"),
                    format!("摆放{days}天的“{}”没有市审批局的审核同意", raw.name),
                    format!("\"{}\" stands for {days} days without approval", raw.name),
                ),
                Some(approved) if approved.date.0 > from => (
                    board.origin.key("审核").key("日期"),
                    format!("{} 才审核同意，{from} 已经摆放", approved.date.0),
                    format!("approved on {}, standing from {from}", approved.date.0),
                ),
                Some(_) => return,
            };
            Diagnostic::new(&Y14_3_2C, place, zh, en)
                .expected(format!("{from} 或更早审核同意"), format!("approved on {from} or earlier"))
                .fix(
                    "经市审批局审核同意样式和内容，写上“审核”的姓名职务和日期。",
                    "Get style and content approved, and record 审核 with name and date.",
                )
        }
    };
    out.push(apply_special_approval(raw.special_approval.as_ref(), finding));
}

fn place(hall: &Hall, board: &TemporaryBoard, out: &mut Vec<Diagnostic>) {
    let raw = &board.written;
    // A banner may be put up nowhere (Y14.3.4b).
    if raw.carrier == Carrier::Banner {
        return;
    }
    let at = board.origin.key("张贴点");
    let stand = matches!(raw.carrier, Carrier::XStand | Carrier::PortalStand);
    let Some(place) = board.place.map(|id| hall.posting(id)) else {
        let finding = Diagnostic::new(
            &Y14_3_2D,
            at,
            format!("“{}”不是登记的张贴点", raw.place),
            format!("\"{}\" is no registered posting place", raw.place),
        );
        let near = nearest(&raw.place, hall.postings.iter().map(|place| place.id.as_str()));
        out.push(match near {
            Some(near) => finding.fix(
                format!("是不是“{near}”？改成它，或先在 site.yaml 登记。"),
                format!("Did you mean \"{near}\"? Use it, or register the place in site.yaml."),
            ),
            None => finding.fix(Y14_3_2D.fix[0], Y14_3_2D.fix[1]),
        });
        return;
    };
    if stand && !matches!(place.kind, PostingKind::Stand | PostingKind::PostingZone) {
        let (word, kind) = (raw.carrier.word(), place.kind.word());
        out.push(
            Diagnostic::new(
                &Y14_3_2D,
                at,
                format!("{word}应摆在指定展架位，“{}”是{kind}", place.name),
                format!("a stand belongs where stands are put, not at \"{}\" ({})", place.name, place.kind.alias()),
            )
            .expected("指定展架位或公告通知区", "指定展架位 or 公告通知区")
            .fix(Y14_3_2D.fix[0], Y14_3_2D.fix[1]),
        );
    }
}
