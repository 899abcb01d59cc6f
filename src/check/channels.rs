//! Complaint channels (Y11.2), and facts that are written twice (X3.2a).

use super::family::{Family, Input};
use super::hotline::is_hotline;
use crate::content::{PointKind, VenueKind};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::Hall;
use crate::model::profile::asks;
use crate::text::phone::is_phone;

/// 11.2: a complaint phone that works, the same everywhere.
pub(super) static Y11_2: RuleDoc = RuleDoc {
    id: "Y11.2",
    severity: Severity::Broken,
    title: ["投诉电话写全，各处一致", "One complaint phone, written in full"],
    what: [
        "投诉电话是一个能拨通的号码；投诉渠道里再写投诉电话时，号码相同。网页每一页、入口导引牌印的都是它。",
        "投诉电话 is a number that can be dialled; where 投诉渠道 repeats it, the number is the same. Every page and the entrance guide print it.",
    ],
    why: ["投诉打不通，就等于没有投诉渠道。", "A number nobody answers is no channel."],
    clause: "《银川市民大厅运行管理制度（试行）》11.2：“投诉电话(5556111)”",
    example: "投诉电话: 5556111\n投诉渠道: [投诉电话（5556112）]",
    fix: ["两处写成同一个号码。", "Write the same number in both places."],
};

/// X3.2a: facts that people write twice are the same in both places.
pub(super) static X3_2A: RuleDoc = RuleDoc {
    id: "X3.2a",
    severity: Severity::Broken,
    title: ["线上线下、大厅分厅说法一致", "One hall, one set of facts"],
    what: [
        "网站、标牌、条屏取自同一份内容，只有写了两遍的才会不同：大厅概况的名称与第一个大厅的名称（或其别名）一致，总服务台、线上导办的电话就是统一咨询电话。大厅没有选用制度 xiangfu 的，只作为建议提醒。",
        "Website, boards and strips share one source; only what is written twice can differ: the site's name is the first hall's or one of its aliases, and the main desk and the online guide answer on the hotline. In a hall without the profile xiangfu it is a recommendation, a warning.",
    ],
    why: [
        "同一个大厅有两个名字、两个号码，群众不知道信哪一个。",
        "With two names or numbers nobody knows which to trust.",
    ],
    clause: "开封市祥符区政务服务大厅（市民之家）管理办法政策解读：“无论线上线下、大厅分厅，均应统一化、“一体化””",
    example: "种类: 总服务台\n电话: 7660009   # 统一咨询电话 7660000",
    fix: ["两处写成一样；另一种叫法写进“别名”。", "Write both alike; put the other name into 别名."],
};

pub(super) static FAMILY: Family = Family { rules: &[&Y11_2, &X3_2A], check };

/// Checks the complaint phone, then names and numbers written twice.
fn check(&Input { hall, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    if asks(hall.profile.states.complaint_required) {
        complaint_phone(hall, out);
    }
    name(hall, out);
    desks(hall, out);
}

fn complaint_phone(hall: &Hall, out: &mut Vec<Diagnostic>) {
    let (site, origin) = (&hall.site, &hall.site_origin);
    let phone = site.complaint_phone.trim();
    if !is_phone(phone) {
        out.push(
            Diagnostic::new(
                &Y11_2,
                origin.key("投诉电话"),
                format!("投诉电话“{phone}”不是一个电话号码"),
                format!("the complaint phone \"{phone}\" is no phone number"),
            )
            .expected("如 5556111、0951-5556111 或 12345", "such as 5556111, 0951-5556111 or 12345")
            .fix("写一个能拨通的号码。", "Write a number that can be dialled."),
        );
        return;
    }
    for (n, channel) in site.complaint_channels.iter().enumerate() {
        let Some((_, after)) = channel.split_once("投诉电话") else { continue };
        let number: String =
            after.chars().skip_while(|c| !c.is_ascii_digit()).take_while(|c| c.is_ascii_digit() || *c == '-').collect();
        if number.is_empty() || is_hotline(&number, phone) || is_hotline(phone, &number) {
            continue;
        }
        out.push(
            Diagnostic::new(
                &Y11_2,
                origin.key("投诉渠道").index(n),
                format!("投诉渠道写的“{number}”不是投诉电话{phone}"),
                format!("the channel says \"{number}\", the complaint phone is {phone}"),
            )
            .expected(phone, phone)
            .also(origin.key("投诉电话"), "登记的投诉电话", "the registered complaint phone")
            .fix(format!("改成 {phone}。"), format!("Write {phone}.")),
        );
    }
}

fn name(hall: &Hall, out: &mut Vec<Diagnostic>) {
    let Some(first) = hall.venues.iter().find(|v| v.written.kind == VenueKind::Hall) else { return };
    let site = hall.site.name.as_str();
    if first.name() == site || first.written.aliases.iter().any(|alias| alias == site) {
        return;
    }
    out.push(differs(first.origin.key("名称"), first.name(), hall.site_origin.key("名称"), site));
}

fn desks(hall: &Hall, out: &mut Vec<Diagnostic>) {
    for point in &hall.points {
        let Some(phone) = &point.written.phone else { continue };
        let answers_for_all = matches!(point.written.kind, PointKind::MainDesk | PointKind::OnlineGuide);
        if answers_for_all && !is_hotline(phone, &hall.site.hotline) {
            let there = hall.site_origin.key("统一咨询电话");
            out.push(differs(point.origin.key("电话"), phone, there, &hall.site.hotline));
        }
    }
}

fn differs(here: Place, mine: &str, there: Place, theirs: &str) -> Diagnostic {
    let file = there.file.clone();
    Diagnostic::new(
        &X3_2A,
        here,
        format!("这里写“{mine}”，{file} 写“{theirs}”，线上线下应一致"),
        format!("\"{mine}\" here, \"{theirs}\" in {file}"),
    )
    .expected(theirs, theirs)
    .also(there, "另一处", "the other place")
    .fix(X3_2A.fix[0], X3_2A.fix[1])
}
