//! Where people go instead of a window or venue that closes, and where a venue moves to (clause 16.3.3).

use super::approval::apply_special_approval;
use super::family::{Family, Input};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::Hall;
use crate::model::change::{Change, WindowChange};
use crate::model::duties;

/// 16.3.3: the notice says where people go instead.
pub(super) static Y16_3_3E: RuleDoc = RuleDoc {
    id: "Y16.3.3e",
    severity: Severity::Breach,
    title: ["撤离公告要写明去向", "The withdrawal notice says where instead"],
    what: [
        "撤离的每个窗口、整体关闭的场所都写去向：接办的窗口或场所，或厅外的详细地址（到路、号、楼层），或“不再办理”及替代途径（到哪里、用什么办法办；没有替代的，写明以后无需办理）；整体搬迁的新址也写到路、号、楼层。",
        "Each withdrawn window and each venue that closes names windows or a venue that take over, an address outside (street, number, floor), or that it ends and what instead; the new address of a venue that moves is as full.",
    ],
    why: ["群众要知道停止服务后到哪里办。", "Citizens need to know where to go afterwards."],
    clause: "《银川市民大厅运行管理制度（试行）》16.3.3：“告知办事群众窗口停止服务、变更后办事地址等详细情况”",
    example: "种类: 撤离\n窗口:\n  - 窗口: w-f01   # 没有 去向",
    fix: [
        "在该窗口下写“去向”：接办的“窗口”、厅外的“地址”，或“不再办理”的说明。",
        "Write 去向 with 窗口 / 地址 / 不再办理 under the window.",
    ],
};

pub(super) static FAMILY: Family = Family { rules: &[&Y16_3_3E], check };

/// Checks every record whose kind asks for it.
fn check(&Input { hall, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    for change in hall.effective_changes() {
        let Some(rule) = duties::of(change.kind).destination.and_then(|clause| FAMILY.rule(clause)) else { continue };
        match &change.venue {
            Some(_) => venue_destination(hall, change, rule, out),
            None => destination(hall, change, rule, out),
        }
    }
}

fn destination(hall: &Hall, change: &Change, rule: &'static RuleDoc, out: &mut Vec<Diagnostic>) {
    for part in &change.windows {
        let number = part.before.as_ref().map_or("", |facts| facts.number.as_str());
        let place = change.place_of(&hall.window(part.window).id);
        let goes = &part.goes_to;
        let finding = if goes.is_empty() {
            Diagnostic::new(
                rule,
                place,
                format!("没有写{number}窗口撤离后到哪里办"),
                format!("where to go after window {number} is withdrawn is not said"),
            )
        } else if let Some(address) = goes.address.as_ref().filter(|a| !is_address(a)) {
            Diagnostic::new(
                rule,
                place.key("去向").key("地址"),
                format!("“{address}”不是详细地址"),
                format!("\"{address}\" is not a full address"),
            )
            .expected("写到路、号、楼层", "street, number and floor")
        } else if let Some(words) = goes.ended.as_ref().filter(|words| !says_what_instead(hall, words)) {
            not_said_instead(words, place.key("去向"), rule)
        } else {
            continue;
        };
        out.push(apply_special_approval(
            change.filing.clearance.special_approval.as_ref(),
            finding.fix(rule.fix[0], rule.fix[1]),
        ));
    }
}

/// What ends without a word of what people do instead.
fn not_said_instead(words: &str, goes_to: Place, rule: &'static RuleDoc) -> Diagnostic {
    Diagnostic::new(
        rule,
        goes_to.key("不再办理"),
        format!("“{words}”没有说明以后怎样办"),
        format!("\"{words}\" does not say what people do instead"),
    )
    .expected(
        "写到哪里、用什么办法办，如“改在宁夏政务服务网办理”；没有替代的，写“以后无需办理”",
        "where or how it is done instead, or that it is needed no more",
    )
}

/// Whether what is said of a business that ends tells people what to do instead: a place, a way to reach somebody, or that
/// nothing is to be done any more.
fn says_what_instead(hall: &Hall, words: &str) -> bool {
    const WAYS: [&str; 9] = ["网上", "政务服务网", "http", "APP", "App", "小程序", "公众号", "邮寄", "上门"];
    const NO_MORE: [&str; 5] = ["无需", "不需要", "不再需要", "不用", "没有替代"];
    let names = hall.venues.iter().map(|venue| venue.name()).chain(hall.units.iter().map(|unit| unit.name()));
    let mut names = names.chain(WAYS).chain(NO_MORE);
    let phone = words.split(|c: char| !c.is_ascii_digit() && c != '-').any(|run| run.len() >= 5);
    phone || is_address(words) || names.any(|name| words.contains(name)) || window_numbers(words)
}

/// Whether a window is named: `A02窗口`, `12号窗口`.
fn window_numbers(words: &str) -> bool {
    words.match_indices("窗口").any(|(at, _)| words[..at].trim_end_matches('号').ends_with(counts))
}

/// Whether the record says where people go instead of a venue that closes, and where a venue moves to.
fn venue_destination(hall: &Hall, change: &Change, rule: &'static RuleDoc, out: &mut Vec<Diagnostic>) {
    let Some(venue) = &change.venue else { return };
    let at = &change.origin;
    let told = |part: &WindowChange| !part.goes_to.is_empty();
    if venue.to.is_none() && venue.goes_to.is_empty() && (change.windows.is_empty() || !change.windows.iter().all(told))
    {
        let finding = Diagnostic::new(
            rule,
            at.key("去向"),
            "没有写整体关闭后到哪里办",
            "where to go after the venue has closed is not said",
        );
        out.push(apply_special_approval(
            change.filing.clearance.special_approval.as_ref(),
            finding.fix(
                "写“去向”：接办的“窗口”或“场所”、详细“地址”，或“不再办理”的说明。",
                "Write 去向 with 窗口 / 场所 / 地址 / 不再办理.",
            ),
        ));
    }
    if let Some(words) = venue.goes_to.ended.as_ref().filter(|words| !says_what_instead(hall, words)) {
        let finding = not_said_instead(words, at.key("去向"), rule).fix(rule.fix[0], rule.fix[1]);
        out.push(apply_special_approval(change.filing.clearance.special_approval.as_ref(), finding));
    }
    let new = venue.to.as_ref().map(|to| (&to.address, at.key("新址")));
    let other = venue.goes_to.address.as_ref().map(|address| (address, at.key("去向").key("地址")));
    for (address, place) in new.into_iter().chain(other).filter(|(address, _)| !is_address(address)) {
        let finding = Diagnostic::new(
            rule,
            place,
            format!("“{address}”不是详细地址"),
            format!("\"{address}\" is not a full address"),
        )
        .expected("写到路、号、楼层", "street, number and floor")
        .fix("写成走得到的地址，如“示例路1号二楼”。", "Write an address one can walk to.");
        out.push(apply_special_approval(change.filing.clearance.special_approval.as_ref(), finding));
    }
}

/// Whether a text is enough to find the place: it names at least two of a road, a number and a building or floor. One
/// such word alone (`楼上`, `沿街网点`) leads nowhere.
pub(super) fn is_address(text: &str) -> bool {
    let road = ["路", "街", "巷", "大道"].iter().any(|word| text.contains(word));
    let number = text.split('号').rev().skip(1).any(|before| before.ends_with(counts));
    let floor = text.split(['楼', '层', '座', '室']).rev().skip(1).any(|before| before.ends_with(counts));
    [road, number, floor].into_iter().filter(|part| *part).count() >= 2
}

/// Digits, Chinese numerals and the letters of buildings and rooms.
fn counts(last: char) -> bool {
    last.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(last)
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn an_address_leads_somewhere() {
        for good in
            ["金凤区示例路1号二楼", "示例街3号社区便民服务站", "1号楼A座2层", "示例巷12号", "市民大厅东侧甲1号3楼"]
        {
            assert!(is_address(good), "{good}");
        }
        for bad in ["任一网点", "楼上", "沿街网点", "线上", "号楼", "示例路", "银行门口路口的楼"]
        {
            assert!(!is_address(bad), "{bad}");
        }
    }
}
