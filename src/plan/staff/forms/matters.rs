//! Forms that are always at hand: 一次性补正材料告知书 (Y2.2.4a, W2.2.1b), refusal (Y2.2.2c), check sheets (Y1.3.2b,
//! Y1.3.4), complaints (Y11.3a).

use super::file::{FormFile, FormView, name, view};
use super::sheet::{
    FormSheet, LANDSCAPE_WIDTH, LISTED, NO_DATE, NO_TIME, SIGNED, label, lines, signed, small, small_centred, tick,
    value,
};
use crate::content::matter::RawMaterial;
use crate::content::wording::{CheckSheetWords, SupplementWords};
use crate::content::{FormKind, Need};
use crate::model::matter::Matter;
use crate::model::{Grounds, Hall, MatterId};
use crate::plan::notices::word::{FormDocument, WordBlock};
use crate::plan::staff::Offices;
use crate::plan::url;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::hex::hex;
use jiff::civil::Date;
use sha2::{Digest, Sha256};

/// How many matters a month's sample takes.
const SAMPLE: usize = 10;

/// File names of the forms that are public as blanks.
pub(super) const SUPPLEMENT: &str = "supplement";
pub(super) const REFUSAL: &str = "refusal";

fn standing(hall: &Grounds, kind: FormKind, path: String, clause: &'static str) -> FormFile {
    let title = name(hall, kind);
    FormFile {
        view: view(&title, false, Vec::new(), Vec::new()),
        path,
        title,
        about: String::new(),
        clause,
        task: None,
        record: None,
        dated: None,
        to: None,
        group: None,
        origin: hall.site_origin.clone(),
    }
}

/// 一次性补正材料告知书 of every matter that is applied for.
pub(super) fn supplements(hall: &Hall) -> Vec<FormFile> {
    let applied_for = hall.matter_ids().filter(|(_, matter)| matter.is_applied_for());
    applied_for.map(|(id, matter)| supplement_of(hall, id, matter)).collect()
}

fn supplement_of(hall: &Grounds, id: MatterId, matter: &Matter) -> FormFile {
    let path = url::form(&format!("{SUPPLEMENT}/{}", matter.id()));
    FormFile {
        about: matter.name().to_owned(),
        view: FormView::Supplement(id),
        group: Some(hall.unit(matter.unit).name().to_owned()),
        dated: matter.written.synced_on.map(|day| day.0),
        origin: matter.origin.clone(),
        ..standing(hall, FormKind::Supplement, path, "Y2.2.4a")
    }
}

/// 一次性补正材料告知书, blank.
pub(super) fn blank_supplement(hall: &Grounds) -> FormFile {
    let form = standing(hall, FormKind::Supplement, url::form(SUPPLEMENT), "Y2.2.4a");
    FormFile { view: FormView::Form(supplement(hall, None)), ..form }
}

/// What 一次性补正材料告知书 of a matter says, with its materials; without a matter a blank.
pub(super) fn supplement(hall: &Grounds, matter: Option<&Matter>) -> FormDocument {
    let (words, common) = (&hall.wording.supplement, &hall.wording.form);
    let called = matter.map_or(BLANK.to_owned(), |matter| fullwidth_punctuation(matter.name()));
    let told = hall.profile.states.told_once.iter().filter(|line| line.contains("一次补齐"));
    let mut blocks = vec![
        WordBlock::line("FormNumber", common.number()),
        WordBlock::line("FormSalutation", ADDRESSEE),
        WordBlock::line("FormText", words.lead(NO_DATE, &hall.site.name, &called)),
        asked_for(words, matter).block(),
    ];
    blocks.extend(told.map(|line| WordBlock::line("FormText", line.clone())));
    blocks.push(WordBlock::line("FormText", ""));
    blocks.push(handed_out(hall, matter).block());
    let title = name(hall, FormKind::Supplement);
    FormDocument { title, lying: false, blocks, notes: vec![common.layout()] }
}

/// A matter's name that is filled in by hand.
const BLANK: &str = "＿＿＿＿＿＿＿＿＿＿＿＿";

/// Whom a form is for.
const ADDRESSEE: &str = "＿＿＿＿＿＿＿＿＿＿＿＿：";

/// Empty rows for materials: under those of a matter, and where no matter is known.
const ROWS: [usize; 2] = [2, 6];

/// The materials to tick, and empty rows.
fn asked_for(words: &SupplementWords, matter: Option<&Matter>) -> FormSheet {
    let heads = [words.asked(), words.material(), words.demand(), words.missing()];
    let mut sheet = FormSheet::of(vec![700, 2900, 2400, 2844]).heads(heads);
    let materials = matter.into_iter().flat_map(|matter| &matter.written.materials);
    for material in materials.filter(|material| material.need != Need::Shared) {
        sheet = sheet.row([
            small_centred(1, "☐"),
            value(1, Some(fullwidth_punctuation(&material.name))),
            small(1, material_needed(words, material)),
            value(1, None),
        ]);
    }
    for _ in 0..if matter.is_some() { ROWS[0] } else { ROWS[1] } {
        sheet = sheet.row([small_centred(1, "☐"), value(1, None), value(1, None), value(1, None)]);
    }
    sheet
}

/// Who signs, who hands it out, and whom to call.
fn handed_out(hall: &Grounds, matter: Option<&Matter>) -> FormSheet {
    let (words, common) = (&hall.wording.supplement, &hall.wording.form);
    let unit = matter.map(|matter| hall.unit(matter.unit));
    let phone = matter.and_then(|matter| matter.written.phone.clone());
    let phone = phone.or_else(|| unit.and_then(|unit| unit.written.phone.clone()));
    FormSheet::upright()
        .high(
            SIGNED,
            [
                label(2, &words.clerk()),
                signed(4, Vec::new(), &common.signature(), None),
                label(2, &common.received()),
                signed(4, Vec::new(), &common.signature(), None),
            ],
        )
        .row([
            label(2, &common.issuer()),
            value(4, unit.map(|unit| unit.name().to_owned())),
            label(2, &common.phone()),
            value(4, Some(phone.unwrap_or_else(|| hall.site.hotline.clone()))),
        ])
}

/// `纸质，原件1份`.
fn material_needed(words: &SupplementWords, material: &RawMaterial) -> String {
    let mut all = vec![material.form.word().to_owned()];
    all.extend(material.originals.filter(|c| c.0 > 0).map(|count| words.originals(&count.0.to_string())));
    all.extend(material.copies.filter(|c| c.0 > 0).map(|count| words.copies(&count.0.to_string())));
    all.extend((material.need == Need::Optional).then(|| words.optional()));
    all.join("，")
}

/// 不予办理通知书, blank.
pub(super) fn refusal(hall: &Grounds) -> FormFile {
    let form = standing(hall, FormKind::Refusal, url::form(REFUSAL), "Y2.2.2c");
    let (words, common) = (&hall.wording.refusal, &hall.wording.form);
    let sheet = FormSheet::upright()
        .row([label(2, &common.matter()), value(10, None)])
        .row([label(2, &words.unit()), value(4, None), label(2, &words.accepted()), value(4, Some(NO_DATE.to_owned()))])
        .high(3600, [label(2, &words.reason()), value(10, None)])
        .high(2600, [label(2, &words.basis()), value(10, None)])
        .high(
            SIGNED,
            [
                label(2, &common.issuer()),
                signed(4, Vec::new(), &words.clerk_signature(), None),
                label(2, &common.received()),
                signed(4, Vec::new(), &common.signature(), None),
            ],
        );
    let phones = words.phones(&hall.site.hotline, &hall.site.complaint_phone);
    let blocks = vec![
        WordBlock::line("FormNumber", common.number()),
        WordBlock::line("FormSalutation", ADDRESSEE),
        WordBlock::line("FormText", words.lead(&hall.site.name)),
        sheet.block(),
    ];
    FormFile { about: words.about(), view: view(&form.title, false, blocks, vec![phones, common.layout()]), ..form }
}

/// `承诺时限`, else the legal limit.
fn limit(matter: &Matter) -> String {
    matter.written.promised_limit.clone().or_else(|| matter.written.legal_limit.clone()).unwrap_or_default()
}

/// The check sheets of every unit that has matters (Y1.3.2b).
pub(super) fn check_sheets(hall: &Hall, offices: &Offices<'_>) -> Vec<FormFile> {
    let of = |n: usize| hall.matters.iter().filter(move |matter| matter.unit.index() == n);
    let units = (0..hall.units.len()).filter(|n| of(*n).next().is_some());
    units.map(|n| check_sheet(hall, offices, &of(n).collect::<Vec<_>>(), n)).collect()
}

fn check_sheet(hall: &Grounds, offices: &Offices<'_>, matters: &[&Matter], unit: usize) -> FormFile {
    let unit = &hall.units[unit];
    let form = standing(hall, FormKind::CheckSheet, url::form(&format!("check/{}", unit.id())), "Y1.3.2b");
    let (words, common) = (&hall.wording.check_sheet, &hall.wording.form);
    let sheet = checked(hall, matters);
    let signs = FormSheet::of(vec![LANDSCAPE_WIDTH / 6; 6]).high(
        1300,
        [
            label(1, &words.clerk()),
            signed(2, Vec::new(), &common.signature(), None),
            label(1, &words.leader()),
            signed(2, Vec::new(), &common.signature(), None),
        ],
    );
    let lead = words.lead(unit.name(), &matters.len().to_string());
    let mut blocks = vec![WordBlock::line("FormSalutation", lead), sheet.block(), WordBlock::line("FormText", "")];
    blocks.extend(files(words, matters));
    blocks.push(signs.block());
    FormFile {
        about: unit.name().to_owned(),
        group: Some(unit.name().to_owned()),
        to: Some(offices.matters()),
        view: view(&form.title, true, blocks, vec![common.layout()]),
        origin: unit.origin.clone(),
        ..form
    }
}

/// The list of its matters.
fn checked(hall: &Grounds, matters: &[&Matter]) -> FormSheet {
    let (words, common) = (&hall.wording.check_sheet, &hall.wording.form);
    let mut sheet = FormSheet::of(vec![600, 3300, 1250, 1040, 1800, 820, 820, 820, 2560, 1560]).heads([
        common.row_number(),
        common.matter(),
        common.matter_type(),
        words.case_type(),
        common.limit(),
        common.materials(),
        words.fee(),
        words.visits(),
        words.check(),
        words.correction(),
    ]);
    for (n, matter) in matters.iter().enumerate() {
        let raw = &matter.written;
        sheet = sheet.high(
            LISTED,
            [
                small_centred(1, (n + 1).to_string()),
                small(1, fullwidth_punctuation(matter.name())),
                small(1, raw.kind.word()),
                small_centred(1, raw.case_kind.word()),
                small(1, fullwidth_punctuation(&limit(matter))),
                small_centred(1, common.materials_count(&raw.materials.len().to_string())),
                small_centred(1, if raw.fee.charged.0 { words.charged() } else { words.free() }),
                small_centred(1, words.visits_count(&raw.visits.0.to_string())),
                small_centred(1, boxes([words.accurate(), words.genuine(), words.complete()])),
                value(1, None),
            ],
        );
    }
    sheet
}

/// `☐准确 ☐真实 ☐完整`, close together in a narrow column.
fn boxes<const N: usize>(words: [String; N]) -> String {
    words.map(|word| format!("☐{word}")).join(" ")
}

/// The blank and sample forms of the matters, one line a file: those who upload them tick what they have checked
/// (Y1.3.2c).
fn files(words: &CheckSheetWords, matters: &[&Matter]) -> Vec<WordBlock> {
    let mut lines = Vec::new();
    for matter in matters {
        for material in &matter.written.materials {
            let (name, form) = (fullwidth_punctuation(matter.name()), fullwidth_punctuation(&material.name));
            let blank = material.blank_form.as_ref().map(|file| words.blank_form(&name, &form, file));
            let sample = material.sample_form.as_ref().map(|file| words.sample_form(&name, &form, file));
            let named = blank.into_iter().chain(sample);
            lines.extend(named.map(|file| WordBlock::line("FormText", tick(false, &file))));
        }
    }
    if !lines.is_empty() {
        lines.insert(0, WordBlock::line("FormText", words.uploaded()));
        lines.push(WordBlock::line("FormText", ""));
    }
    lines
}

/// The month's sample of matters (Y1.3.4): drawn by a digest of month and id, so that every build of a month draws the
/// same, and a new matter takes the place of at most one.
pub(super) fn sample(hall: &Hall, offices: &Offices<'_>, day: Date) -> FormFile {
    let month = format!("{}-{:02}", day.year(), day.month());
    let form = standing(hall, FormKind::SampleSheet, url::form(&format!("sample-{month}")), "Y1.3.4");
    let drawn = drawn(hall, &month);
    let sheet = compared(hall, &drawn);
    let (words, common) = (&hall.wording.sample_sheet, &hall.wording.form);
    let office = offices.matters();
    let signs = FormSheet::of(vec![LANDSCAPE_WIDTH / 6; 6]).high(
        1300,
        [
            label(1, &words.inspector()),
            signed(2, Vec::new(), &common.signature(), None),
            label(1, &words.leader(&office)),
            signed(2, Vec::new(), &common.signature(), None),
        ],
    );
    let ways = [(words.on_site(), false), (words.random(), true), (words.filing(), false), (words.feedback(), false)];
    let ways = ways.map(|(way, on)| tick(on, &way)).join("　");
    let about = format!("{}年{}月", day.year(), day.month());
    let lead = words.lead(&about, &ways, &hall.matters.len().to_string(), &drawn.len().to_string());
    let blocks =
        vec![WordBlock::line("FormSalutation", lead), sheet.block(), WordBlock::line("FormText", ""), signs.block()];
    let how = format!("{}{}", words.method(), common.layout());
    FormFile {
        about,
        to: Some(office),
        view: view(&form.title, true, blocks, vec![how]),
        dated: Some(day.first_of_month()),
        ..form
    }
}

/// The list of what was drawn.
fn compared(hall: &Grounds, drawn: &[&Matter]) -> FormSheet {
    let (words, common) = (&hall.wording.sample_sheet, &hall.wording.form);
    let mut sheet = FormSheet::of(vec![600, 3300, 2400, 1800, 900, 2570, 3000]).heads([
        common.row_number(),
        common.matter(),
        words.unit(),
        common.limit(),
        common.materials(),
        words.compared(),
        words.problem(),
    ]);
    for (n, matter) in drawn.iter().enumerate() {
        sheet = sheet.high(
            LISTED,
            [
                small_centred(1, (n + 1).to_string()),
                small(1, fullwidth_punctuation(matter.name())),
                small(1, hall.unit(matter.unit).name()),
                small(1, fullwidth_punctuation(&limit(matter))),
                small_centred(1, common.materials_count(&matter.written.materials.len().to_string())),
                small_centred(1, boxes([words.same(), words.different()])),
                value(1, None),
            ],
        );
    }
    sheet
}

fn drawn<'h>(hall: &'h Hall, month: &str) -> Vec<&'h Matter> {
    let digest = |matter: &Matter| hex(&Sha256::digest(format!("{month} {}", matter.id()).as_bytes()));
    let mut all: Vec<(String, &Matter)> = hall.matters.iter().map(|matter| (digest(matter), matter)).collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all.truncate(SAMPLE);
    let mut drawn: Vec<&Matter> = all.into_iter().map(|(_, matter)| matter).collect();
    drawn.sort_by_key(|matter| (matter.unit, matter.id()));
    drawn
}

/// The record of a complaint, blank (Y11.3a).
pub(super) fn complaint(hall: &Grounds, offices: &Offices<'_>) -> FormFile {
    let form = standing(hall, FormKind::Complaint, url::form("complaint"), "Y11.3a");
    let ways: Vec<String> =
        hall.site.complaint_channels.iter().map(|way| tick(false, &fullwidth_punctuation(way))).collect();
    let ways = filled(&ways, 28);
    let (words, common) = (&hall.wording.complaint_form, &hall.wording.form);
    let blank = || value(4, None);
    let time = || value(4, Some(NO_TIME.to_owned()));
    let sheet = FormSheet::upright()
        .row([label(2, &words.received()), time(), label(2, &words.clerk()), blank()])
        .row([label(2, &words.source()), lines(10, ways)])
        .row([label(2, &words.complainant()), blank(), label(2, &words.phone()), blank()])
        .row([label(2, &words.accused()), blank(), label(2, &words.matter()), blank()])
        .high(2300, [label(2, &words.content()), value(10, None)])
        .row([label(2, &words.passed_to()), blank(), label(2, &words.passed()), time()])
        .high(1600, [label(2, &words.inquiry()), value(10, None)])
        .high(1300, [label(2, &words.result()), value(10, None)])
        .high(800, [label(2, &words.overdue()), value(10, None)])
        .high(1300, [label(2, &words.leader_opinion()), signed(10, Vec::new(), &common.signature(), None)]);
    let office = offices.complaints();
    FormFile {
        about: words.about(),
        view: view(&form.title, false, vec![sheet.block()], vec![common.layout()]),
        to: Some(office),
        ..form
    }
}

/// Texts in as few lines of at most `most` characters as they fill.
fn filled(texts: &[String], most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for text in texts {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + text.chars().count() <= most => {
                line.push('　');
                line.push_str(text);
            }
            _ => lines.push(text.clone()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::drawn;
    use crate::plan::sample;

    #[test]
    fn a_month_draws_the_same_matters_every_time() {
        let hall = sample::hall();
        let ids = |month: &str| drawn(&hall, month).iter().map(|m| m.id().to_owned()).collect::<Vec<_>>();
        assert_eq!(ids("2026-10"), ids("2026-10"));
        assert!(ids("2026-10").len() <= super::SAMPLE);
    }
}
