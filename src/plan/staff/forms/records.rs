//! The forms of a change of a matter (Y1.3.1a) and of publicity (Y4.3.1a, Y4.3.2b).

use super::file::{FormFile, FormView, name, record_note, view};
use super::sheet::{FormSheet, SIGNED, dated, label, lines, signed, tick, told, value};
use crate::content::campaign::RawCampaign;
use crate::content::{ChangeReason, MatterChangeKind, Precedence};
use crate::model::campaign::Campaign;
use crate::model::duties::{EVENT_LETTER, LETTER_FORM, MATTER_FILING, MATTER_FORM, SCREEN_FORM, SCREEN_REVIEW};
use crate::model::matter_change::MatterChange;
use crate::model::{Grounds, Hall};
use crate::plan::notices::document::{Block as Text, Document};
use crate::plan::notices::word::letter;
use crate::plan::staff::{Offices, Record};
use crate::plan::url;
use crate::text::date;

/// What stands where a letter has to be filled in.
const BLANK: &str = "＿＿＿＿＿＿＿＿";

/// 动态管理备案表.
pub(super) fn matter_change(hall: &Hall, offices: &Offices<'_>, change: &MatterChange) -> FormFile {
    let written = &change.written;
    let matter = change.matter.map(|id| hall.matter(id));
    let subject = matter.map_or(written.matter.as_str(), |matter| matter.name()).to_owned();
    let unit = matter.map(|matter| hall.unit(matter.unit).name().to_owned());
    let code = matter.and_then(|m| m.written.code.clone().or_else(|| m.written.basic_code.clone()));
    let kinds: Vec<String> =
        MatterChangeKind::ALL.iter().map(|kind| tick(*kind == written.kind, kind.word())).collect();
    let reasons = ChangeReason::ALL.iter().map(|reason| tick(written.reason == Some(*reason), reason.word())).collect();
    let due = change.filing_due(hall).ok().flatten().map(date::long);
    let approved = written.approved.as_ref();
    let office = offices.named(MATTER_FILING.to);
    let sheet = FormSheet::upright()
        .row([
            label(2, "部门、窗口\n（盖章）"),
            value(4, unit),
            label(2, "备案日期"),
            value(4, Some(dated(written.filed_on.map(|day| day.0)))),
        ])
        .row([label(2, "事项名称"), value(10, Some(subject.clone()))])
        .row([
            label(2, "事项类型"),
            value(4, matter.map(|matter| matter.written.kind.word().to_owned())),
            label(2, "事项编码"),
            value(4, code),
        ])
        .row([label(2, "调整种类"), value(10, Some(kinds.join("　")))])
        .row([label(2, "调整情形"), lines(10, reasons)])
        .row([
            label(2, "情形发生\n日期"),
            value(4, Some(date::long(change.happened()))),
            label(2, "最迟备案\n日期"),
            value(4, due),
        ])
        .high(1200, [label(2, "调整内容"), value(10, told(written.content.as_ref()))])
        .high(1000, [label(2, "调整依据"), value(10, told(written.basis.as_ref()))])
        .high(1000, [label(2, "调整理由"), value(10, told(written.why.as_ref()))])
        .row([label(2, "平台更新\n日期"), value(10, Some(dated(written.updated_on.map(|day| day.0))))])
        .high(SIGNED, [label(2, "部门意见"), signed(10, Vec::new(), "负责人签字", None)])
        .high(
            SIGNED,
            [
                label(2, &format!("{office}\n备案意见")),
                signed(
                    10,
                    approved.and_then(|signed| told(signed.note.as_ref())).into_iter().collect(),
                    "签字",
                    approved.map(|signed| signed.date.0),
                ),
            ],
        );
    let title = name(hall, MATTER_FORM.kind);
    FormFile {
        path: url::form(&format!("matter-{}", written.id)),
        about: format!("{subject}（{}）", written.kind.word()),
        clause: MATTER_FORM.clause,
        task: Some(MATTER_FILING.clause),
        record: Some(Record { id: written.id.clone(), file: change.origin.file.to_string() }),
        dated: written.filed_on.map_or(Some(change.happened()), |day| Some(day.0)),
        view: view(&title, false, vec![sheet.block()], vec![record_note(&written.id, &office)]),
        title,
        to: Some(office),
        group: None,
        origin: change.origin.clone(),
    }
}

/// The form of a campaign: 电子屏使用申请单, or the letter for an event in the hall (致函).
pub(super) fn campaign(hall: &Grounds, offices: &Offices<'_>, campaign: &Campaign) -> FormFile {
    let written = &campaign.written;
    let (form, filing) =
        if campaign.is_on_screens() { (SCREEN_FORM, &SCREEN_REVIEW) } else { (LETTER_FORM, &EVENT_LETTER) };
    let (title, view) = if campaign.is_on_screens() {
        let title = name(hall, form.kind);
        (title.clone(), screen_use(hall, offices, campaign, &title))
    } else {
        (event_title(campaign), FormView::Letter(event(hall, campaign)))
    };
    FormFile {
        path: url::form(&format!("campaign-{}", written.id)),
        about: campaign.theme().to_owned(),
        clause: form.clause,
        task: Some(filing.clause),
        record: Some(Record { id: written.id.clone(), file: campaign.origin.file.to_string() }),
        dated: written.submitted_on.or(written.from).map(|day| day.0),
        view,
        title,
        to: Some(offices.named(filing.to)),
        group: None,
        origin: campaign.origin.clone(),
    }
}

fn screen_use(hall: &Grounds, offices: &Offices<'_>, campaign: &Campaign, title: &str) -> FormView {
    let written = &campaign.written;
    let (publicity, network) = (offices.publicity(), offices.network());
    let screens: Vec<&str> = campaign.screens.iter().map(|id| hall.big_screen(*id).written.name.as_str()).collect();
    let days = campaign.span.and_then(|span| {
        let (from, last, count) = (span.from.date(), span.last_day()?, span.day_count()?);
        Some(format!("{}至{}，共{count}天", date::long(from), date::long(last)))
    });
    let signs = |signed: Option<&crate::content::change::RawSigned>| {
        let note = signed.and_then(|signed| told(signed.note.as_ref()));
        let person = signed.map(|signed| signed.person.clone());
        (note.into_iter().chain(person).collect::<Vec<_>>(), signed.map(|signed| signed.date.0))
    };
    let (leader, leader_day) = signs(written.signed.as_ref());
    let (review, review_day) = signs(written.reviewed.as_ref());
    let rank = written.rank.unwrap_or(Precedence::Unit);
    let ranks: Vec<String> = Precedence::ALL.iter().map(|known| tick(*known == rank, known.word())).collect();
    let sheet = FormSheet::upright()
        .row([
            label(2, "申请单位\n（盖章）"),
            value(4, Some(hall.unit(campaign.unit).name().to_owned())),
            label(2, "提交日期"),
            value(4, Some(dated(written.submitted_on.map(|day| day.0)))),
        ])
        .row([label(2, "宣传主题"), value(10, told(written.theme.as_ref()))])
        .row([
            label(2, "活动种类"),
            value(4, written.kind.map(|kind| kind.word().to_owned())),
            label(2, "内容时长"),
            value(4, told(written.duration.as_ref())),
        ])
        .row([label(2, "播放期限"), value(10, days)])
        .row([label(2, "播放级别"), value(10, Some(ranks.join("　")))])
        .row([label(2, "播放屏幕"), value(10, (!screens.is_empty()).then(|| screens.join("、")))])
        .high(1000, [label(2, "屏幕文字"), value(10, told(written.text.as_ref()))])
        .row([label(2, "播放素材"), lines(10, written.media.iter().cloned().collect())])
        .row([
            label(2, "承诺"),
            value(10, Some(format!("不借机开展盈利性活动：{}", yes_or_no(written.non_profit.map(|yes| yes.0))))),
        ])
        .high(SIGNED, [label(2, "申请单位\n审查意见"), signed(10, leader, "主管领导签字", leader_day)])
        .high(SIGNED, [label(2, &format!("{publicity}\n复审意见")), signed(10, review, "签字", review_day)])
        .high(1200, [label(2, &format!("{network}\n技术对接")), signed(10, Vec::new(), "签字", None)]);
    let sheet = match stopped(written) {
        Some(stopped) => sheet.row([label(2, "提前终止"), value(10, Some(stopped))]),
        None => sheet,
    };
    view(title, false, vec![sheet.block()], vec![record_note(&written.id, &publicity)])
}

/// `☑ 是　☐ 否`.
fn yes_or_no(told: Option<bool>) -> String {
    format!("{}　{}", tick(told == Some(true), "是"), tick(told == Some(false), "否"))
}

/// From when and why it is shown no more (Y4.3.1e).
fn stopped(written: &RawCampaign) -> Option<String> {
    let from = date::long(written.terminated_on?.0);
    let why = told(written.terminated_why.as_ref()).map(|why| format!("，原因：{why}")).unwrap_or_default();
    Some(format!("{from}起不再播放{why}"))
}

fn event_title(campaign: &Campaign) -> String {
    let place = campaign.written.place.map(|place| format!("在{}", place.word())).unwrap_or_default();
    format!("关于{place}举办“{}”的函", campaign.theme())
}

/// The letter with the eight things it must say.
fn event(hall: &Grounds, campaign: &Campaign) -> crate::plan::notices::word::Letter {
    let written = &campaign.written;
    let unit = hall.unit(campaign.unit).name().to_owned();
    let place = written.place.map(|place| place.word()).unwrap_or_default();
    let days = campaign.span.and_then(|span| {
        let (from, last) = (span.from.date(), span.last_day()?);
        let one = from == last;
        Some(if one {
            date::long_weekday(from)
        } else {
            format!("{}至{}", date::long_weekday(from), date::long_weekday(last))
        })
    });
    let theme = [Some(campaign.theme().to_owned()), told(written.text.as_ref())];
    let theme = theme.into_iter().flatten().collect::<Vec<_>>().join("。");
    let form = told(written.form.as_ref()).or_else(|| written.kind.map(|kind| kind.word().to_owned()));
    let told_of = [
        ("举办单位", Some(unit.clone())),
        ("宣传主题内容", Some(theme)),
        ("宣传形式", form),
        ("时间", days),
        ("参加人数", told(written.attendance.as_ref())),
        ("布展情况", told(written.exhibition.as_ref())),
        ("后勤保障需求", told(written.logistics.as_ref())),
        ("联系人", told(written.contact.as_ref())),
    ];
    let lead = format!("我单位拟在{}{place}举办宣传活动，现将有关情况函告如下：", hall.site.name);
    let mut blocks = vec![Text::text(lead)];
    blocks.extend(told_of.into_iter().enumerate().map(|(n, (what, told))| {
        let told = told.unwrap_or_else(|| BLANK.to_owned());
        Text::Item { mark: format!("{}.", n + 1), text: format!("{what}：{}。", told.trim_end_matches('。')) }
    }));
    blocks.push(Text::text("请予统一安排。"));
    let room = hall.site.rooms.iter().find(|room| room.name.contains("收文"));
    let room = room.map(|room| {
        let floor = room.floor.as_ref().and_then(|id| hall.floors.iter().find(|floor| floor.id == *id));
        format!("函件送至{}{}{}。", floor.map_or("", |floor| floor.name.as_str()), room.id, room.name)
    });
    let document = Document {
        stem: String::new(),
        draft: false,
        title: event_title(campaign),
        meta: Vec::new(),
        salutation: Some(format!("{}：", hall.unit(hall.organ).name())),
        blocks,
        signature: format!("{unit}（盖章）"),
        dated: dated(written.submitted_on.map(|day| day.0)),
        stamp: Vec::new(),
    };
    let notes = room.into_iter().chain([record_note(&written.id, hall.unit(hall.organ).name())]);
    letter(hall, document, Vec::new(), notes.collect())
}
