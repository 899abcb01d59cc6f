//! Policies and their interpretations: in force or not, made public in time, linked to each other.

use super::family::{Family, Input};
use crate::content::{NoticeKind, Validity};
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::notice::Notice;
use crate::model::{Hall, When, deadline};
use crate::text::date::{english, long_weekday, short_weekday};

/// W0.1: a repealed policy is marked as repealed.
pub(super) static W0_1: RuleDoc = RuleDoc {
    id: "W0.1",
    severity: Severity::Warning,
    title: ["废止日期与效力状态一致", "Repeal date and validity agree"],
    what: [
        "到了废止日期，效力状态不再是有效；效力状态为废止的，写废止日期。",
        "From the repeal date on a notice is no longer called 有效 (valid); one called 废止 (repealed) states the date.",
    ],
    why: ["群众会照着已经废止的文件办事。", "Citizens would follow a document that no longer holds."],
    clause: "《乌海市各级政务服务大厅标准化建设管理规范（试行）》发布页：“废止日期: 有效性: 有效”",
    example: "废止日期: 2026-10-01\n效力状态: 有效   # 今天是 2026-10-12",
    fix: ["效力状态改为 废止，或改正废止日期。", "Set 效力状态 to 废止 (repealed), or correct 废止日期."],
};

/// W2.4.1: policies are public within twenty working days.
pub(super) static W2_4_1: RuleDoc = RuleDoc {
    id: "W2.4.1",
    severity: Severity::Warning,
    title: ["政策按期公开", "Policies are made public in time"],
    what: [
        "政策文件和政策解读的发布时间和各公开渠道的日期，不晚于形成（或变更）之日后规定的工作日；省略形成日期的，按成文日期计算。",
        "Policies and interpretations are published, through each of their channels, within the set working days after 形成日期 (or 成文日期).",
    ],
    why: ["政策公开晚了，群众享受不到。", "Nobody benefits from a policy nobody knows."],
    clause: "《乌海市各级政务服务大厅标准化建设管理规范（试行）》：“政务服务相关政策措施应当自信息形成或变更之日起20个工作日内，通过政府网站、政府公报、政务新媒体向社会公开”",
    example: "类别: 政策文件\n成文日期: 2026-08-03\n发布时间: 2026-09-01T09:00   # 最迟 2026-08-31",
    fix: ["今后按期公开；日期写错的改正。", "Publish in time; correct a date that is wrong."],
};

/// X0.3: an interpretation names its policy.
pub(super) static X0_3: RuleDoc = RuleDoc {
    id: "X0.3",
    severity: Severity::Warning,
    title: ["政策解读的标题和所解读的政策", "Title and subject of an interpretation"],
    what: [
        "类别为政策解读的公告，标题是“政策解读：”加文件名（书名号可以不写），并写“解读”的是哪份政策：本站公告或网址。两个页面互相链接。",
        "An interpretation is titled 政策解读 and the name of the document, with or without its marks, and names the policy, a notice here or an address. The two pages link each other.",
    ],
    why: ["看解读的人要能找到原文，看原文的人要能找到解读。", "Readers go from one to the other."],
    clause: "祥符区人民政府网站政策解读页标题：“政策解读：开封市祥符区政务服务大厅（市民之家）管理办法”",
    example: "类别: 政策解读\n标题: 关于《样例办法》的说明   # 也没有写 解读",
    fix: [
        "标题写“政策解读：文件名”；“解读”写政策公告的文件名（不带 .md）或网址。",
        "Write the title as 政策解读：… and the policy's notice or address in 解读.",
    ],
};

pub(super) static FAMILY: Family = Family { rules: &[&W0_1, &W2_4_1, &X0_3], check };

/// Checks every notice at the moment of the build.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    for notice in &hall.notices {
        validity(notice, when, out);
        if matches!(notice.written.kind, NoticeKind::Policy | NoticeKind::Interpretation) {
            in_time(hall, notice, out);
        }
        if notice.written.kind == NoticeKind::Interpretation {
            interpretation(notice, out);
        }
    }
}

fn validity(notice: &Notice, when: When, out: &mut Vec<Diagnostic>) {
    let raw = &notice.written;
    let validity = raw.validity.unwrap_or(Validity::Valid);
    let repealed = raw.repealed_on.map(|day| day.0).filter(|day| *day <= when.moment.date());
    let finding = match (validity, repealed) {
        (Validity::Valid, Some(day)) => Diagnostic::new(
            &W0_1,
            notice.origin.key("效力状态"),
            format!("已于 {day} 废止，效力状态仍为有效"),
            format!("repealed on {day}, still 有效"),
        )
        .expected("废止", "废止 (repealed)"),
        (Validity::Repealed, _) if raw.repealed_on.is_none() => Diagnostic::new(
            &W0_1,
            notice.origin.key("效力状态"),
            "效力状态为废止，没有写废止日期",
            "废止 without 废止日期",
        ),
        _ => return,
    };
    out.push(finding.fix("效力状态和废止日期改成一致。", "Make 效力状态 and 废止日期 agree."));
}

fn in_time(hall: &Hall, notice: &Notice, out: &mut Vec<Diagnostic>) {
    let raw = &notice.written;
    let Some(days) = hall.profile.states.policy_days else { return };
    let formed = raw.formed_on.unwrap_or(raw.dated).0;
    // A year without calendar: the deadline is not guessed, and a warning withholds nothing.
    let Ok(due) = deadline::after(hall, formed, days.0) else { return };
    let published = raw.published_at.map(|moment| (notice.origin.key("发布时间"), moment.0.date()));
    let channels = raw.publications.iter().enumerate().map(|(n, told)| {
        let place = notice.origin.key("公开渠道").index(n).key("日期");
        (place, told.date.0)
    });
    for (place, day) in published.into_iter().chain(channels).filter(|(_, day)| *day > due) {
        out.push(
            Diagnostic::new(
                &W2_4_1,
                place,
                format!(
                    "政策最迟应于{}公开（形成后{}个工作日内），现为{}",
                    long_weekday(due),
                    days.0,
                    short_weekday(day)
                ),
                format!("due to be public by {} ({} working days), was on {}", english(due), days.0, english(day)),
            )
            .expected(format!("不晚于 {due}"), format!("{due} or earlier"))
            .fix(
                "今后按期公开；发布时间或形成日期写错的改正。",
                "Publish in time; correct 发布时间 or 形成日期 if it is wrong.",
            ),
        );
    }
}

fn interpretation(notice: &Notice, out: &mut Vec<Diagnostic>) {
    let raw = &notice.written;
    let after = raw.title.strip_prefix("政策解读").and_then(|rest| rest.strip_prefix(['：', ':']));
    // The district's own page writes the name without 《》.
    if after.is_none_or(|rest| rest.trim().is_empty()) {
        out.push(
            Diagnostic::new(
                &X0_3,
                notice.origin.key("标题"),
                "政策解读的标题应为“政策解读：”加所解读的文件名",
                "the title of an interpretation is 政策解读 and the name of the document",
            )
            .expected("如 政策解读：《样例办法》", "such as 政策解读：《样例办法》")
            .fix("标题写“政策解读：文件名”。", "Title it 政策解读：… with the name of the document."),
        );
    }
    if raw.interprets.as_ref().is_none_or(|told| told.trim().is_empty()) {
        out.push(
            Diagnostic::new(
                &X0_3,
                notice.origin.key("解读"),
                "没有写解读的是哪份政策",
                "the policy it interprets is not named",
            )
            .fix(
                "“解读”写政策公告的文件名（不带 .md）或网址。",
                "Give the policy's notice (its file name) or address in 解读.",
            ),
        );
    }
}
