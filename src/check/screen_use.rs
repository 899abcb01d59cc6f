//! Campaigns on the big screens: the form, the two approvals, how long, which first (clause 4.3.1).

use super::approval::apply_special_approval;
use super::campaigns::{blank, lacks};
use super::days::inverted;
use super::family::{Family, Input};
use crate::content::Precedence;
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::model::campaign::Campaign;
use crate::model::time::{Span, add_days};
use crate::model::{Hall, When};
use crate::text::date::short_weekday;

/// 4.3.1: the form is complete.
pub(super) static Y4_3_1A: RuleDoc = RuleDoc {
    id: "Y4.3.1a",
    severity: Severity::Broken,
    title: ["电子屏使用申请单填写齐全", "The application for the screens is complete"],
    what: [
        "方式为电子屏的宣传写主题、时长、播放期限（自、最后一天）和屏幕。",
        "A campaign on screens states theme, duration, first and last day, and the screens.",
    ],
    why: ["缺一项就无法统筹安排播放。", "Nothing can be scheduled without each of them."],
    clause: "《银川市民大厅运行管理制度（试行）》4.3.1：“申请单位填报《电子屏使用申请单》，包括宣传主题、内容时长、播放期限等内容”",
    example: "方式: 电子屏\n主题: 医保政策宣传   # 没有 时长",
    fix: ["补上提示中的内容。", "Add what the message names."],
};

/// 4.3.1: signed by the unit's leader, then reviewed.
pub(super) static Y4_3_1B: RuleDoc = RuleDoc {
    id: "Y4.3.1b",
    severity: Severity::Unapproved,
    title: ["先签字、后复审、再播放", "Signed, reviewed, then shown"],
    what: [
        "已经开始、或将在预告期内开始的电子屏宣传，有申请单位主管领导签字和政策法规和宣传教育科复审；复审不早于签字，不晚于第一天。",
        "What is on screens now or within the days ahead was signed by the unit's leader and reviewed after that, by its first day.",
    ],
    why: ["屏幕上的每一幅都要有人把关、有人负责。", "Somebody answers for everything on a screen."],
    clause: "《银川市民大厅运行管理制度（试行）》4.3.1：“播放素材申请单位应严格进行审查并由主管领导签字后，提交至市审批局政策法规和宣传教育科复审”",
    example: "领导签字:\n  姓名职务: 局长\n  日期: 2026-10-08   # 没有 复审",
    fix: ["取得签字和复审后写上姓名职务和日期。", "Get both and record names and dates."],
};

/// 4.3.1: thirty days at most.
pub(super) static Y4_3_1D: RuleDoc = RuleDoc {
    id: "Y4.3.1d",
    severity: Severity::Breach,
    title: ["电子屏播放不超过 30 天", "30 days on screens at most"],
    what: [
        "从第一天到最后一天（两天都算）不超过制度规定的天数；另有批准的写特批。",
        "First and last day counted, no longer than the profile allows; an exception is a special approval.",
    ],
    why: ["屏幕大家轮流用，过时的内容要下来。", "The screens are shared, and what is stale comes down."],
    clause: "《银川市民大厅运行管理制度（试行）》4.3.1：“电子屏播放期限原则上不超过30天”",
    example: "自: 2026-10-14\n最后一天: 2026-11-13   # 31天",
    fix: ["缩短播放期限；确需更长的写特批。", "Shorten it, or record a special approval."],
};

/// 4.3.1: what the city needs comes first.
pub(super) static Y4_3_1E: RuleDoc = RuleDoc {
    id: "Y4.3.1e",
    severity: Severity::Warning,
    title: ["单位的宣传让市委市政府和大厅的先播", "Units give way to the city and the hall"],
    what: [
        "同一块屏幕上，单位的宣传不与市委市政府、大厅的宣传重叠；提前终止的写原因。单位之间、市委市政府和大厅之间，条文没有分先后，轮流播放，不提醒。",
        "On one screen what a unit shows does not overlap with what the city or the hall shows; what is stopped early says why. Among units, and between the city and the hall, the clause sets no order: they take turns.",
    ],
    why: ["重大宣传不能被挤掉，被终止的单位要知道为什么。", "What matters most is shown, and who gives way knows why."],
    clause: "《银川市民大厅运行管理制度（试行）》4.3.1：“各单位播放需求与市委、市政府及大厅重大宣传工作需求发生时间冲突时，政策法规和宣传教育科可自行决定提前终止播放各单位宣传材料”",
    example: "级别: 单位\n自: 2026-10-14\n最后一天: 2026-10-30   # 同一块屏 10-21 起有 级别: 市委市政府",
    fix: [
        "级别低的写“提前终止”和“终止原因”，或错开日期、屏幕。",
        "Stop the lower one early with its reason, or use other days or screens.",
    ],
};

/// 4.3.1: the review has a result, and words are those the hall uses.
pub(super) static Y4_3_1F: RuleDoc = RuleDoc {
    id: "Y4.3.1f",
    severity: Severity::Warning,
    title: ["复审写明结论，用语符合清单", "The review states its result; words are as agreed"],
    what: [
        "复审写“意见”（如 内容合格）；宣传的主题和文字、公告标题、窗口业务不用制度“用语清单”里的词。",
        "A review states its result in 意见 (note); themes, texts, titles of notices and the business of windows avoid the words of 用语清单.",
    ],
    why: [
        "没有结论的复审等于没有复审；称谓、提法要准确。",
        "A review without result is none; names and terms are exact.",
    ],
    clause: "《银川市民大厅运行管理制度（试行）》4.3.1：“复审确定素材不存在意识形态等相关问题后，予以统筹安排播放”",
    example: "复审:\n  姓名职务: 宣传科科长\n  日期: 2026-10-09   # 没有 意见",
    fix: [
        "在“意见”里写明结论，如 内容合格；把词改成清单里的写法。",
        "State the result in 意见 (note); use the agreed words.",
    ],
};

pub(super) static FAMILY: Family = Family { rules: &[&Y4_3_1A, &Y4_3_1B, &Y4_3_1D, &Y4_3_1E, &Y4_3_1F], check };

/// Checks the campaigns on screens, and the words of what is public.
fn check(&Input { hall, when, .. }: &Input<'_>, out: &mut Vec<Diagnostic>) {
    for campaign in hall.campaigns.iter().filter(|campaign| campaign.is_on_screens()) {
        form(campaign, out);
        approvals(campaign, when, out);
        length(hall, campaign, out);
        if campaign.written.terminated_on.is_some() && blank(&campaign.written.terminated_why) {
            let (zh, en) = ("提前终止没有写原因", "stopped early without a reason");
            let finding = Diagnostic::new(&Y4_3_1E, campaign.origin.key("提前终止"), zh, en);
            out.push(finding.fix("写上“终止原因”。", "Add 终止原因."));
        }
    }
    conflicts(hall, out);
    words(hall, out);
}

fn form(campaign: &Campaign, out: &mut Vec<Diagnostic>) {
    let raw = &campaign.written;
    let entries = [
        ("主题", "theme", blank(&raw.theme)),
        ("时长", "duration", blank(&raw.duration)),
        ("自", "first day", raw.from.is_none()),
        ("最后一天", "last day", raw.last_day.is_none()),
        ("屏幕", "screen", raw.screens.is_empty()),
    ];
    for (key, english, _) in entries.into_iter().filter(|(_, _, missing)| *missing) {
        out.push(lacks(&Y4_3_1A, campaign, "电子屏使用申请单", key, english));
    }
    out.extend(inverted(&Y4_3_1A, &campaign.origin, raw.from, raw.last_day));
}

fn approvals(campaign: &Campaign, when: When, out: &mut Vec<Diagnostic>) {
    // A campaign that begins after the horizon may still be signed; one without a first day could be shown on any day.
    let begins = campaign.span.map_or(when.span().from, |span| span.from);
    if begins >= when.span().to {
        return;
    }
    let (raw, theme) = (&campaign.written, campaign.theme());
    let report = |place: Place, zh: String, en: String| {
        Diagnostic::new(&Y4_3_1B, place, zh, en).fix(Y4_3_1B.fix[0], Y4_3_1B.fix[1])
    };
    let at = &campaign.origin;
    if raw.signed.is_none() {
        let zh = format!("“{theme}”没有申请单位主管领导签字，不能播放");
        out.push(report(at.key("领导签字"), zh, format!("\"{theme}\" is not signed by its unit's leader")));
    }
    let Some(reviewed) = &raw.reviewed else {
        let zh = format!("“{theme}”没有政策法规和宣传教育科复审，不能播放");
        out.push(report(at.key("复审"), zh, format!("\"{theme}\" is not reviewed by the publicity office")));
        return;
    };
    let day = reviewed.date.0;
    let place = at.key("复审").key("日期");
    if let Some(signed) = raw.signed.as_ref().filter(|signed| day < signed.date.0) {
        let zh = format!("复审（{day}）早于领导签字（{}）", signed.date.0);
        out.push(report(place, zh, format!("reviewed on {day}, before it was signed on {}", signed.date.0)));
    } else if let Some(from) = raw.from.filter(|from| day > from.0) {
        let zh = format!("{day} 才复审，{} 已经播放", from.0);
        out.push(report(place, zh, format!("reviewed on {day}, shown from {}", from.0)));
    }
}

fn length(hall: &Hall, campaign: &Campaign, out: &mut Vec<Diagnostic>) {
    let Some((span, most)) = campaign.span.zip(hall.profile.states.screen_days) else { return };
    let most = i64::from(most.0);
    let Some(days) = span.day_count().filter(|days| *days > most) else { return };
    let latest = add_days(span.from.date(), most - 1);
    let finding = Diagnostic::new(
        &Y4_3_1D,
        campaign.origin.key("最后一天"),
        format!("播放{days}天，超过{most}天"),
        format!("{days} days on screens, {most} at most"),
    )
    .expected(format!("不晚于 {latest}"), format!("{latest} or earlier"))
    .fix(
        format!("最后一天改为 {latest} 或更早；确需更长的写特批。"),
        format!("End by {latest}, or record a special approval."),
    );
    out.push(apply_special_approval(campaign.written.special_approval.as_ref(), finding));
}

/// Pairs on one screen at the same time of which one has to give way.
fn conflicts(hall: &Hall, out: &mut Vec<Diagnostic>) {
    let shown: Vec<(&Campaign, Span)> =
        hall.campaigns.iter().filter(|c| c.is_on_screens()).filter_map(|c| Some((c, c.shown()?))).collect();
    for (n, (one, span)) in shown.iter().enumerate() {
        for (other, others) in &shown[n + 1..] {
            let Some(both) = span.overlap(others) else { continue };
            let Some(screen) = one.screens.iter().find(|id| other.screens.contains(id)) else { continue };
            let (lower, higher) = match (one.precedence(), other.precedence()) {
                (Precedence::Unit, Precedence::City | Precedence::Hall) => (one, other),
                (Precedence::City | Precedence::Hall, Precedence::Unit) => (other, one),
                _ => continue,
            };
            let (from, last) = (both.from.date(), both.last_day().unwrap_or(both.from.date()));
            let name = &hall.big_screen(*screen).written.name;
            out.push(
                Diagnostic::new(
                    &Y4_3_1E,
                    lower.origin.key("最后一天"),
                    format!(
                        "“{}”（{}）与“{}”（{}）{}至{}在{name}冲突",
                        lower.theme(),
                        lower.precedence().word(),
                        higher.theme(),
                        higher.precedence().word(),
                        short_weekday(from),
                        short_weekday(last)
                    ),
                    format!("\"{}\" and \"{}\" want one screen from {from} to {last}", lower.theme(), higher.theme()),
                )
                .also(higher.origin.key("自"), "与这一条冲突", "the other one")
                .fix(Y4_3_1E.fix[0], Y4_3_1E.fix[1]),
            );
        }
    }
}

fn words(hall: &Hall, out: &mut Vec<Diagnostic>) {
    for campaign in hall.campaigns.iter().filter(|campaign| campaign.is_on_screens()) {
        let without_result = campaign.written.reviewed.as_ref().filter(|reviewed| blank(&reviewed.note));
        if without_result.is_some() {
            let (zh, en) = ("复审没有写结论", "the review states no result");
            let finding = Diagnostic::new(&Y4_3_1F, campaign.origin.key("复审").key("意见"), zh, en);
            out.push(
                finding
                    .expected("如 内容合格", "such as 内容合格")
                    .fix("在“意见”里写明结论，如 内容合格。", "State the result, such as 内容合格."),
            );
        }
    }
    if hall.profile.states.words.is_empty() {
        return;
    }
    let campaigns = hall.campaigns.iter().flat_map(|campaign| {
        let raw = &campaign.written;
        let texts = [(&raw.theme, "主题"), (&raw.text, "文字")].into_iter();
        texts.filter_map(|(text, key)| Some((text.as_deref()?, campaign.origin.key(key))))
    });
    let notices = hall.notices.iter().map(|notice| (notice.written.title.as_str(), notice.origin.key("标题")));
    // The text of a later version comes from its change record, where it is checked.
    let windows = hall.windows.iter().filter_map(|window| {
        let first = window.versions.first().filter(|version| version.cause.is_none())?;
        Some((first.facts.business.as_str(), window.origin.key("业务")))
    });
    let changes = hall.changes.iter().flat_map(|change| {
        let parts = change.parts.iter().enumerate();
        parts.filter_map(|(n, part)| Some((part.business.as_deref()?, change.origin.key("窗口").index(n).key("业务"))))
    });
    for (text, place) in campaigns.chain(notices).chain(windows).chain(changes) {
        // Where the agreed form contains the word itself, that form is no mistake.
        let uses = |word: &str, instead: &str| !word.is_empty() && text.replace(instead, "").contains(word);
        for listed in hall.profile.states.words.iter().filter(|listed| uses(&listed.word, &listed.instead)) {
            out.push(
                Diagnostic::new(
                    &Y4_3_1F,
                    place.clone(),
                    format!("“{}”在用语清单里", listed.word),
                    format!("\"{}\" is a word not to be used", listed.word),
                )
                .expected(listed.instead.clone(), listed.instead.clone())
                .fix(format!("改为“{}”。", listed.instead), format!("Write \"{}\".", listed.instead)),
            );
        }
    }
}
