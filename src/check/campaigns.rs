//! Publicity campaigns: filed in time, for no profit, events with all that the letter needs (clauses 4.2 and 4.3.2).

use super::approval::apply_special_approval;
use super::calendar::unknown_year;
use super::days::inverted;
use super::family::{Family, Input};
use crate::content::CampaignMedium;
use crate::diag::{Diagnostic, RuleDoc, Severity};
use crate::model::campaign::Campaign;
use crate::model::duties::{self, DutyOffice};
use crate::model::{Hall, When, deadline};
use crate::text::date::{english, long_weekday, short_weekday};

/// 4.2: content is handed in three working days before.
pub(super) static Y4_2A: RuleDoc = RuleDoc {
    id: "Y4.2a",
    severity: Severity::Breach,
    title: ["宣传内容提前提交审核", "Content is handed in for review in time"],
    what: [
        "宣传的提交日期不晚于第一天之前规定的工作日（按国务院节假日安排计算，第一天不计）；期限以前还没有写的是待办，不是违规。",
        "A campaign is handed in the set working days before its first day (national calendar, that day not counted); until then a date still missing is something to do, not a breach.",
    ],
    why: ["审核要有时间，不合要求的来得及改。", "Reviewing takes time, and so does mending."],
    clause: "《银川市民大厅运行管理制度（试行）》4.2：“申请单位宣传活动的内容需要提前3个工作日提交至政策法规和宣传教育科审核”",
    example: "自: 2026-10-14\n提交日期: 2026-10-12   # 最迟 2026-10-10（星期六，调休上班）",
    fix: [
        "提前提交，或推后第一天；确需突破的写特批。",
        "Hand it in earlier, start later, or record a special approval.",
    ],
};

/// 4.2: no profit.
pub(super) static Y4_2B: RuleDoc = RuleDoc {
    id: "Y4.2b",
    severity: Severity::Unapproved,
    title: ["不得借机开展盈利性活动", "No profit-making"],
    what: ["每项宣传写“公益: 是”，承诺不开展盈利性活动。", "Every campaign declares 公益: 是."],
    why: ["大厅的场地和屏幕只用于公益宣传。", "The hall's floor and screens serve the public good only."],
    clause: "《银川市民大厅运行管理制度（试行）》4.2：“不得借机开展盈利性活动”",
    example: "公益: 否",
    fix: ["盈利性活动不得申请；公益活动写“公益: 是”。", "Do not apply for profit-making; declare 公益: 是 otherwise."],
};

/// 4.3.2: events are announced by letter five working days before.
pub(super) static Y4_3_2A: RuleDoc = RuleDoc {
    id: "Y4.3.2a",
    severity: Severity::Breach,
    title: ["实体宣传提前致函", "The letter for an event comes in time"],
    what: [
        "在外广场、一楼大厅、市民讲堂举办的活动，致函日期（提交日期）不晚于第一天之前规定的工作日；期限以前还没有写的是待办，不是违规。",
        "For an event in the square, the ground floor or the lecture hall the letter is dated the set working days before; until then a date still missing is something to do, not a breach.",
    ],
    why: ["场地、安保、后勤要统一安排。", "Rooms, guards and supplies are arranged together."],
    clause: "《银川市民大厅运行管理制度（试行）》4.3.2：“申请单位利用外广场、一楼大厅、市民讲堂开展宣传活动，应当提前五个工作日向市审批局书面致函”",
    example: "场地: 市民讲堂\n自: 2026-10-14\n提交日期: 2026-10-09   # 最迟 2026-10-08",
    fix: [
        "提前致函，或推后第一天；确需突破的写特批。",
        "Send the letter earlier, start later, or record a special approval.",
    ],
};

/// 4.3.2: what the letter states.
pub(super) static Y4_3_2B: RuleDoc = RuleDoc {
    id: "Y4.3.2b",
    severity: Severity::Broken,
    title: ["致函内容齐全", "The letter is complete"],
    what: [
        "实体宣传写申请单位、主题、形式、场地、第一天、参加人数、布展、后勤、联系人。",
        "An event states unit, theme, form, place, first day, attendance, exhibition, logistics and contact.",
    ],
    why: ["缺一项就无法安排。", "Nothing can be arranged without each of them."],
    clause: "《银川市民大厅运行管理制度（试行）》4.3.2：“内容包括：举办单位、宣传主题内容、宣传形式、时间、参加人数、布展情况、后勤保障需求、联系人等”",
    example: "方式: 实体\n主题: 医保讲座   # 没有 后勤",
    fix: ["补上提示中的内容。", "Add what the message names."],
};

pub(super) static FAMILY: Family = Family { rules: &[&Y4_2A, &Y4_2B, &Y4_3_2A, &Y4_3_2B], check };

/// Checks every campaign.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    for campaign in &hall.campaigns {
        let raw = &campaign.written;
        let is_event = raw.medium == CampaignMedium::Event;
        if is_event {
            letter(campaign, out);
        }
        let first = out.len();
        for filing in duties::of_campaign(campaign) {
            let Some((rule, days)) = FAMILY.rule(filing.clause).zip((filing.days)(&hall.profile)) else { continue };
            let (zh, en) = match filing.to {
                DutyOffice::Organ => ("致函", "announced by letter"),
                _ => ("提交审核", "handed in"),
            };
            // A day that is missing, or cannot be counted, is reported once.
            if out.len() == first || raw.submitted_on.is_some() && out[first].rule == &Y4_2A {
                handed_in(hall, campaign, (rule, zh, en, days), when, out);
            }
        }
        if !raw.non_profit.is_some_and(|yes| yes.0) {
            out.push(
                Diagnostic::new(
                    &Y4_2B,
                    campaign.origin.key("公益"),
                    format!("“{}”没有承诺不开展盈利性活动", campaign.theme()),
                    format!("\"{}\" does not declare to be for no profit", campaign.theme()),
                )
                .expected("是", "是 (yes)")
                .fix(Y4_2B.fix[0], Y4_2B.fix[1]),
            );
        }
    }
}

type DueStep = (&'static RuleDoc, &'static str, &'static str, u32);

fn handed_in(hall: &Hall, campaign: &Campaign, (rule, zh, en, days): DueStep, when: When, out: &mut Vec<Diagnostic>) {
    let raw = &campaign.written;
    // Without a first day there is nothing to count from; other rules ask for it.
    let Some(from) = raw.from.map(|day| day.0) else { return };
    let due = match deadline::before(hall, from, days) {
        Ok(due) => due,
        Err(year) => return out.push(unknown_year(campaign.origin.key("自"), campaign.id(), year)),
    };
    let finding = match raw.submitted_on.map(|day| day.0) {
        Some(day) if day <= due => return,
        // Still to be done in time; the work lists show it with its day.
        None if when.moment.date() <= due => return,
        Some(day) => Diagnostic::new(
            rule,
            campaign.origin.key("提交日期"),
            format!("最迟应于{}{zh}，现为{}", long_weekday(due), short_weekday(day)),
            format!("due to be {en} by {}, was on {}", english(due), english(day)),
        ),
        None => Diagnostic::new(
            rule,
            campaign.origin.key("提交日期"),
            format!("没有写提交日期；最迟应于{}{zh}", long_weekday(due)),
            format!("no submission date; due to be {en} by {}", english(due)),
        ),
    };
    let finding = finding.expected(format!("不晚于 {due}"), format!("{due} or earlier")).fix(
        format!("{due} 前（含当日）{zh}；或把第一天（{}）推后；确需突破的，写特批。", long_weekday(from)),
        format!("{due} at the latest; or start later than {}, or record a special approval.", english(from)),
    );
    out.push(apply_special_approval(raw.special_approval.as_ref(), finding));
}

fn letter(campaign: &Campaign, out: &mut Vec<Diagnostic>) {
    let raw = &campaign.written;
    let texts: [(&'static str, &str, &Option<String>); 6] = [
        ("主题", "theme", &raw.theme),
        ("形式", "form", &raw.form),
        ("参加人数", "attendance", &raw.attendance),
        ("布展", "exhibition", &raw.exhibition),
        ("后勤", "logistics", &raw.logistics),
        ("联系人", "contact", &raw.contact),
    ];
    let texts = texts.into_iter().filter(|(_, _, text)| blank(text)).map(|(key, english, _)| (key, english));
    let days = [("自", "first day", raw.from.is_none()), ("场地", "place", raw.place.is_none())];
    let days = days.into_iter().filter(|(_, _, missing)| *missing).map(|(key, english, _)| (key, english));
    for (key, english) in texts.chain(days) {
        out.push(lacks(&Y4_3_2B, campaign, "致函", key, english));
    }
    out.extend(inverted(&Y4_3_2B, &campaign.origin, raw.from, raw.last_day));
}

/// Whether a text is missing or blank.
pub(super) fn blank(text: &Option<String>) -> bool {
    text.as_ref().is_none_or(|text| text.trim().is_empty())
}

/// The finding that a form (`what`) leaves out one of its entries.
pub(super) fn lacks(
    rule: &'static RuleDoc,
    campaign: &Campaign,
    what: &str,
    key: &'static str,
    english: &str,
) -> Diagnostic {
    Diagnostic::new(
        rule,
        campaign.origin.key(key),
        format!("{what}没有写{key}"),
        format!("the application states no {english}"),
    )
    .fix(format!("补上“{key}”。"), format!("Add {key}."))
}
