//! The approval sheet of a text that is to be issued (发文稿纸): who drafted it, who signs it, where it goes, and the draft.

use super::file::{FormFile, name, view};
use super::sheet::{FormSheet, SIGNED as SIGNED_HEIGHT, display_text, label, lines, signed, value};
use crate::content::FormKind;
use crate::content::change::RawSigned;
use crate::model::Hall;
use crate::model::change::Clearance;
use crate::model::life::SIGNED;
use crate::plan::notices::announcement::Announcement;
use crate::plan::notices::document::of_announcement;
use crate::plan::notices::list::Publication;
use crate::plan::notices::word::{WordBlock, letter};
use crate::plan::staff::TaskRecord;
use crate::plan::url;
use crate::text::date;
use jiff::civil::Date;
use std::str::FromStr;

/// The sheet of a publication that has not come yet.
pub(super) fn dispatch(hall: &Hall, told: &Publication) -> FormFile {
    let words = &hall.wording.dispatch;
    let (title, notice) = (name(hall, FormKind::Dispatch), &told.notice);
    let clearance = clearance(hall, &told.id);
    let person = |signed: Option<&RawSigned>| signed.map(|signed| signed.person.clone());
    let opinion = |signed: Option<&RawSigned>| {
        let note = signed.and_then(|signed| display_text(signed.note.as_ref()));
        note.into_iter().chain(person(signed)).collect::<Vec<String>>()
    };
    let drafted = clearance.and_then(|clearance| clearance.drafted.as_ref());
    let leader = clearance.and_then(|clearance| clearance.signed.as_ref());
    let review = clearance.and_then(|clearance| clearance.reviewed.as_ref());
    let mut places = vec![words.online()];
    places.extend(notice.postings.iter().map(|posting| format!("{}（{}）", posting.place, posting.days)));
    let sheet = FormSheet::upright()
        .row([label(2, &words.title()), value(10, Some(notice.title.clone()))])
        .row([
            label(2, &words.unit()),
            value(4, Some(notice.signature.clone())),
            label(2, &words.drafted()),
            value(4, person(drafted)),
        ])
        .row([
            label(2, &words.published()),
            value(4, Some(notice.published.clone())),
            label(2, &words.effective()),
            value(4, Date::from_str(&notice.effective).ok().map(date::long)),
        ])
        .row([label(2, &words.places()), lines(10, places)])
        .high(SIGNED_HEIGHT, [label(2, &words.checked()), signed(10, Vec::new(), &words.signature(), None)])
        .high(
            SIGNED_HEIGHT,
            [
                label(2, &words.signed()),
                signed(10, opinion(leader), &words.signature(), leader.map(|signed| signed.date.0)),
            ],
        )
        .high(
            SIGNED_HEIGHT,
            [
                label(2, &words.reviewed()),
                signed(10, opinion(review), &words.signature(), review.map(|signed| signed.date.0)),
            ],
        );
    let mut blocks = vec![sheet.block(), WordBlock::line("Heading1", words.draft())];
    blocks.extend(draft(hall, notice));
    FormFile {
        path: url::form(&format!("dispatch-{}", told.id)),
        about: notice.title.clone(),
        to: Some("签发的领导".to_owned()),
        clause: SIGNED,
        task: Some(SIGNED),
        record: Some(TaskRecord { id: told.id.clone(), file: told.origin.file.to_string() }),
        group: None,
        dated: Some(told.announced),
        view: view(&title, false, blocks, vec![words.note(&date::long(told.announced))]),
        title,
        origin: told.origin.clone(),
    }
}

/// The text itself, as its Word document has it.
fn draft(hall: &Hall, notice: &Announcement) -> Vec<WordBlock> {
    let text = letter(hall, of_announcement(notice), Vec::new(), Vec::new());
    let mut blocks: Vec<WordBlock> = text.title.iter().map(|line| WordBlock::line("FormTitle", line)).collect();
    blocks.extend(text.salutation.map(|text| WordBlock::line("Closing", text)));
    blocks.extend(text.blocks);
    blocks.extend([notice.signature.clone(), notice.dated.clone()].map(|text| WordBlock::line("Normal", text)));
    blocks
}

/// How the record of an announcement was drafted, signed and reviewed; none of a circular.
fn clearance<'h>(hall: &'h Hall, id: &str) -> Option<&'h Clearance> {
    let of_change = hall.changes.iter().find(|change| change.id == id).map(|change| &change.clearance);
    of_change.or_else(|| hall.amendments.iter().find(|amendment| amendment.id == id).map(|a| &a.clearance))
}
