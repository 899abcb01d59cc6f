//! The forms of a change of a matter (Y1.3.1a) and of publicity (Y4.3.1a, Y4.3.2b).

use super::file::{FormFile, FormView, name, record_note, view};
use super::sheet::{FormSheet, SIGNED, dated, display_text, label, lines, signed, tick, value};
use crate::content::campaign::RawCampaign;
use crate::content::wording::ScreenFormWords;
use crate::content::{ChangeReason, MatterChangeKind, Precedence};
use crate::model::campaign::Campaign;
use crate::model::duties::{EVENT_LETTER, LETTER_FORM, MATTER_FILING, MATTER_FORM, SCREEN_FORM, SCREEN_REVIEW};
use crate::model::matter_change::MatterChange;
use crate::model::{Grounds, Hall};
use crate::plan::notices::document::{Block as Text, Document};
use crate::plan::notices::word::letter;
use crate::plan::staff::{Offices, TaskRecord};
use crate::plan::url;
use crate::text::date;

/// What is printed where a letter has to be filled in.
const BLANK: &str = "＿＿＿＿＿＿＿＿";

/// 动态管理备案表.
pub(super) fn matter_change(hall: &Hall, offices: &Offices<'_>, change: &MatterChange) -> FormFile {
    let (words, common) = (&hall.wording.matter_filing, &hall.wording.form);
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
            label(2, &words.unit()),
            value(4, unit),
            label(2, &words.filed()),
            value(4, Some(dated(written.filed_on.map(|day| day.0)))),
        ])
        .row([label(2, &common.matter()), value(10, Some(subject.clone()))])
        .row([
            label(2, &common.matter_type()),
            value(4, matter.map(|matter| matter.written.kind.word().to_owned())),
            label(2, &words.code()),
            value(4, code),
        ])
        .row([label(2, &words.kinds()), value(10, Some(kinds.join("　")))])
        .row([label(2, &words.cases()), lines(10, reasons)])
        .row([
            label(2, &words.happened()),
            value(4, Some(date::long(change.happened()))),
            label(2, &words.due()),
            value(4, due),
        ])
        .high(1200, [label(2, &words.content()), value(10, display_text(written.content.as_ref()))])
        .high(1000, [label(2, &words.basis()), value(10, display_text(written.basis.as_ref()))])
        .high(1000, [label(2, &words.why()), value(10, display_text(written.why.as_ref()))])
        .row([label(2, &words.updated()), value(10, Some(dated(written.updated_on.map(|day| day.0))))])
        .high(SIGNED, [label(2, &words.unit_opinion()), signed(10, Vec::new(), &common.leader_signature(), None)])
        .high(
            SIGNED,
            [
                label(2, &words.opinion(&office)),
                signed(
                    10,
                    approved.and_then(|signed| display_text(signed.note.as_ref())).into_iter().collect(),
                    &common.signature(),
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
        record: Some(TaskRecord { id: written.id.clone(), file: change.origin.file.to_string() }),
        dated: written.filed_on.map_or(Some(change.happened()), |day| Some(day.0)),
        view: view(&title, false, vec![sheet.block()], vec![record_note(hall, &written.id, &office)]),
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
        (event_title(hall, campaign), FormView::Letter(event(hall, campaign)))
    };
    FormFile {
        path: url::form(&format!("campaign-{}", written.id)),
        about: campaign.theme().to_owned(),
        clause: form.clause,
        task: Some(filing.clause),
        record: Some(TaskRecord { id: written.id.clone(), file: campaign.origin.file.to_string() }),
        dated: written.submitted_on.or(written.from).map(|day| day.0),
        view,
        title,
        to: Some(offices.named(filing.to)),
        group: None,
        origin: campaign.origin.clone(),
    }
}

fn screen_use(hall: &Grounds, offices: &Offices<'_>, campaign: &Campaign, title: &str) -> FormView {
    let (words, common) = (&hall.wording.screen_form, &hall.wording.form);
    let written = &campaign.written;
    let (publicity, network) = (offices.publicity(), offices.network());
    let screens: Vec<&str> = campaign.screens.iter().map(|id| hall.big_screen(*id).written.name.as_str()).collect();
    let days = campaign.span.and_then(|span| {
        let (from, last, count) = (span.from.date(), span.last_day()?, span.day_count()?);
        Some(words.days_count(&date::long(from), &date::long(last), &count.to_string()))
    });
    let signs = |signed: Option<&crate::content::change::RawSigned>| {
        let note = signed.and_then(|signed| display_text(signed.note.as_ref()));
        let person = signed.map(|signed| signed.person.clone());
        (note.into_iter().chain(person).collect::<Vec<_>>(), signed.map(|signed| signed.date.0))
    };
    let (leader, leader_day) = signs(written.signed.as_ref());
    let (review, review_day) = signs(written.reviewed.as_ref());
    let rank = written.rank.unwrap_or(Precedence::Unit);
    let ranks: Vec<String> = Precedence::ALL.iter().map(|known| tick(*known == rank, known.word())).collect();
    let sheet = FormSheet::upright()
        .row([
            label(2, &common.applicant()),
            value(4, Some(hall.unit(campaign.unit).name().to_owned())),
            label(2, &words.submitted()),
            value(4, Some(dated(written.submitted_on.map(|day| day.0)))),
        ])
        .row([label(2, &words.theme()), value(10, display_text(written.theme.as_ref()))])
        .row([
            label(2, &words.kind()),
            value(4, written.kind.map(|kind| kind.word().to_owned())),
            label(2, &words.duration()),
            value(4, display_text(written.duration.as_ref())),
        ])
        .row([label(2, &words.days()), value(10, days)])
        .row([label(2, &words.rank()), value(10, Some(ranks.join("　")))])
        .row([label(2, &words.screens()), value(10, (!screens.is_empty()).then(|| screens.join("、")))])
        .high(1000, [label(2, &words.text()), value(10, display_text(written.text.as_ref()))])
        .row([label(2, &words.media()), lines(10, written.media.iter().cloned().collect())])
        .row([
            label(2, &words.promise()),
            value(10, Some(words.non_profit(&yes_or_no(words, written.non_profit.map(|yes| yes.0))))),
        ])
        .high(SIGNED, [label(2, &words.applicant_opinion()), signed(10, leader, &words.leader_signature(), leader_day)])
        .high(SIGNED, [label(2, &words.review(&publicity)), signed(10, review, &common.signature(), review_day)])
        .high(1200, [label(2, &words.technical(&network)), signed(10, Vec::new(), &common.signature(), None)]);
    let sheet = match stopped(words, written) {
        Some(stopped) => sheet.row([label(2, &words.terminated()), value(10, Some(stopped))]),
        None => sheet,
    };
    view(title, false, vec![sheet.block()], vec![record_note(hall, &written.id, &publicity)])
}

/// `☑ 是　☐ 否`.
fn yes_or_no(words: &ScreenFormWords, told: Option<bool>) -> String {
    format!("{}　{}", tick(told == Some(true), &words.yes()), tick(told == Some(false), &words.no()))
}

/// From when and why it is shown no more (Y4.3.1e).
fn stopped(words: &ScreenFormWords, written: &RawCampaign) -> Option<String> {
    let from = date::long(written.terminated_on?.0);
    Some(match display_text(written.terminated_why.as_ref()) {
        Some(why) => words.stopped_because(&from, &why),
        None => words.stopped(&from),
    })
}

fn event_title(hall: &Grounds, campaign: &Campaign) -> String {
    let words = &hall.wording.event_letter;
    match campaign.written.place {
        Some(place) => words.title_at(place.word(), campaign.theme()),
        None => words.title(campaign.theme()),
    }
}

/// The letter with the eight things it must say.
fn event(hall: &Grounds, campaign: &Campaign) -> crate::plan::notices::word::Letter {
    let words = &hall.wording.event_letter;
    let written = &campaign.written;
    let unit = hall.unit(campaign.unit).name();
    let place = written.place.map(|place| place.word()).unwrap_or_default();
    let mut blocks = vec![Text::text(words.lead(&hall.site.name, place))];
    let eight_things = eight_things(hall, campaign).into_iter().enumerate();
    blocks.extend(eight_things.map(|(n, text)| Text::Item { mark: format!("{}.", n + 1), text }));
    blocks.push(Text::text(words.closing()));
    let room = hall.site.rooms.iter().find(|room| room.name.contains("收文"));
    let room = room.map(|room| {
        let floor = room.floor.as_ref().and_then(|id| hall.floors.iter().find(|floor| floor.id == *id));
        let floor = floor.map_or("", |floor| floor.name.as_str());
        words.delivered(&format!("{floor}{}{}", room.id, room.name))
    });
    let document = Document {
        stem: String::new(),
        draft: false,
        title: event_title(hall, campaign),
        meta: Vec::new(),
        salutation: Some(format!("{}：", hall.unit(hall.organ).name())),
        blocks,
        signature: words.signature(unit),
        dated: dated(written.submitted_on.map(|day| day.0)),
        stamp: Vec::new(),
    };
    let notes = room.into_iter().chain([record_note(hall, &written.id, hall.unit(hall.organ).name())]);
    letter(hall, document, Vec::new(), notes.collect())
}

/// The eight things, in their order; what the record does not say is left blank.
fn eight_things(hall: &Grounds, campaign: &Campaign) -> [String; 8] {
    let words = &hall.wording.event_letter;
    let written = &campaign.written;
    let days = campaign.span.and_then(|span| {
        let (from, last) = (span.from.date(), span.last_day()?);
        let (first, end) = (date::long_weekday(from), date::long_weekday(last));
        Some(if from == last { first } else { hall.wording.form.period(&first, &end) })
    });
    let theme = [Some(campaign.theme().to_owned()), display_text(written.text.as_ref())];
    let theme = theme.into_iter().flatten().collect::<Vec<_>>().join("。");
    let form = display_text(written.form.as_ref()).or_else(|| written.kind.map(|kind| kind.word().to_owned()));
    let blank = |text: Option<String>| {
        let text = text.unwrap_or_else(|| BLANK.to_owned());
        text.trim_end_matches('。').to_owned()
    };
    let noted = |text: &Option<String>| blank(display_text(text.as_ref()));
    [
        words.organiser(hall.unit(campaign.unit).name()),
        words.theme(&blank(Some(theme))),
        words.way(&blank(form)),
        words.days(&blank(days)),
        words.attendance(&noted(&written.attendance)),
        words.exhibition(&noted(&written.exhibition)),
        words.logistics(&noted(&written.logistics)),
        words.contact(&noted(&written.contact)),
    ]
}
