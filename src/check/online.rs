//! Matters done online: the same promise, and no visit.

use super::family::{Family, Input};
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::matter::Matter;

/// 9.3: what is done wholly online asks for no visit.
pub(super) static Y9_3: RuleDoc = RuleDoc {
    id: "Y9.3",
    severity: Severity::Warning,
    title: ["全程网办的事项不要求到现场", "What is done online asks for no visit"],
    what: [
        "办理形式只有网上办理、移动端办理的事项，到现场次数是 0。",
        "A matter done only online or by mobile states 0 visits.",
    ],
    why: [
        "说是网上办，却让群众跑一趟，是公布的内容自相矛盾。",
        "Online only and yet a visit: the guide contradicts itself.",
    ],
    clause: "《银川市民大厅运行管理制度（试行）》9.3：“能够在网上全程办理的，坚决不让群众到窗口办理”",
    example: "办理形式: [网上办理]\n到现场次数: 1",
    fix: [
        "到现场次数改为 0；确需到现场的，在“办理形式”加上 窗口办理。",
        "Make 到现场次数 0, or add 窗口办理 to 办理形式.",
    ],
};

/// The same standard applies online and at the window.
pub(super) static X3_6G: RuleDoc = RuleDoc {
    id: "X3.6g",
    severity: Severity::Warning,
    title: ["线上线下承诺同一个时限", "The same promise online and at the window"],
    what: [
        "写了网办承诺时限的，与承诺办结时限相同；没有网上办理的事项不写。",
        "A promise for online cases equals the promise; a matter that is not done online states none.",
    ],
    why: ["同一件事，在网上办和到窗口办不应有两个标准。", "One matter has one standard, online or not."],
    clause: "《开封市祥符区政务服务大厅（市民之家）管理办法》政策解读第6点：“推行政务服务线上线下同一标准、整体联动、全程网办”",
    example: "承诺办结时限: 20个工作日\n网办承诺时限: 25个工作日",
    fix: ["两处写同一个时限，或删去“网办承诺时限”。", "State the same limit in both, or leave out 网办承诺时限."],
};

pub(super) static FAMILY: Family = Family { rules: &[&Y9_3, &X3_6G], check };

/// Checks every matter.
fn check(&Input { hall, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    for matter in &hall.matters {
        out.extend(visits(matter));
        out.extend(limits(matter));
    }
}

fn visits(matter: &Matter) -> Option<Diagnostic> {
    let (name, visits) = (matter.name(), matter.written.visits.0);
    if !matter.is_online_only() || visits == 0 {
        return None;
    }
    let finding = Diagnostic::new(
        &Y9_3,
        matter.origin.key("到现场次数"),
        format!("“{name}”只能网上办理，却要到现场{visits}次"),
        format!("\"{name}\" is done online only, yet asks for {visits} visits"),
    );
    Some(finding.expected("0", "0").fix(Y9_3.fix[0], Y9_3.fix[1]))
}

fn limits(matter: &Matter) -> Option<Diagnostic> {
    let (name, place) = (matter.name(), matter.origin.key("网办承诺时限"));
    let online = matter.written.online_limit.as_deref()?;
    let finding = if !matter.is_online() {
        Diagnostic::new(
            &X3_6G,
            place,
            format!("“{name}”不能网上办理，却写了网办承诺时限“{online}”"),
            format!("\"{name}\" is not done online, yet promises \"{online}\" for it"),
        )
        .expected("不写，或在“办理形式”加上 网上办理", "nothing, or 网上办理 in 办理形式")
    } else {
        let offline = matter.written.promised_limit.as_deref()?;
        // A limit that cannot be read was reported when it was read.
        if matter.online? == matter.promised? {
            return None;
        }
        Diagnostic::new(
            &X3_6G,
            place,
            format!("“{name}”网上承诺{online}，窗口承诺{offline}，线上线下应同一标准"),
            format!("\"{name}\" promises {online} online and {offline} at the window"),
        )
        .expected(offline, offline)
    };
    Some(finding.fix(X3_6G.fix[0], X3_6G.fix[1]))
}
