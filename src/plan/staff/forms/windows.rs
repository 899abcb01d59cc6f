//! The forms of clause 16.3 for changes of windows.

use super::file::{FormFile, name, record_note, view};
use super::sheet::{FormSheet, SIGNED, dated, display_text, label, lines, signed, tick, value};
use crate::content::wording::WindowFormWords;
use crate::content::{ChangeKind, FormKind};
use crate::model::change::{Change, WindowChange};
use crate::model::duties::{self, BOARDS};
use crate::model::time::midnight;
use crate::model::window::Facts;
use crate::model::{Hall, Span};
use crate::plan::notices::word::WordBlock;
use crate::plan::staff::{Offices, TaskRecord};
use crate::plan::url;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::state::{goes_to_words, place_words};
use crate::text::date;

/// The form of a change record; none where no clause requires one.
pub(super) fn form(hall: &Hall, offices: &Offices<'_>, change: &Change) -> Option<FormFile> {
    let of = WindowForm { hall, offices, change };
    let filing = duties::of(change.kind).filing?;
    let form = filing.form?;
    let blocks = match form.kind {
        FormKind::NewWindow => of.added(),
        FormKind::AdjustWindow => of.adjust(),
        FormKind::WithdrawWindow => of.withdraw(),
        _ => return None,
    };
    let title = name(hall, form.kind);
    let to = offices.named(filing.to);
    Some(FormFile {
        path: url::form(&change.id),
        about: hall.wording.window_form.about(change.kind.word(), &of.numbers()),
        clause: form.clause,
        task: Some(filing.clause),
        record: Some(TaskRecord { id: change.id.clone(), file: change.origin.file.to_string() }),
        dated: change.filing.clearance.filed_on,
        view: view(&title, false, vec![blocks], vec![record_note(hall, &change.id, &to)]),
        title,
        to: Some(to),
        group: None,
        origin: change.origin.clone(),
    })
}

struct WindowForm<'h> {
    hall: &'h Hall,
    offices: &'h Offices<'h>,
    change: &'h Change,
}

impl WindowForm<'_> {
    fn words(&self) -> &WindowFormWords {
        &self.hall.wording.window_form
    }

    fn numbers(&self) -> String {
        let known = self.change.windows.iter().filter_map(|w| w.before.as_ref().or(w.after.as_ref()));
        let numbers: Vec<&str> = known.map(|facts| facts.number.as_str()).collect();
        numbers.join("、")
    }

    fn place(&self, facts: &Facts) -> String {
        format!("{}：{}", place_words(self.hall, facts), fullwidth_punctuation(&facts.business))
    }

    /// Applicant and filing date.
    fn begun(&self) -> FormSheet {
        let unit = self.hall.unit(self.change.applicant).name().to_owned();
        let filed = dated(self.change.filing.clearance.filed_on);
        let words = &self.hall.wording.form;
        FormSheet::upright().row([
            label(2, &words.applicant()),
            value(4, Some(unit)),
            label(2, &words.filed()),
            value(4, Some(filed)),
        ])
    }

    fn adjust(&self) -> WordBlock {
        let temporary = self.change.kind == ChangeKind::Temporary;
        let words = self.words();
        let kinds = format!("{}　{}", tick(!temporary, &words.adjust()), tick(temporary, &words.temporary()));
        let (reason, after) = if temporary {
            (words.reason_temporary(), words.after_temporary())
        } else {
            (words.reason_adjust(), words.after())
        };
        let mut sheet = self.begun().row([
            label(2, &words.requested()),
            value(4, Some(kinds)),
            label(2, &words.effective()),
            value(4, Some(self.effective())),
        ]);
        if let Some(last) = self.change.span.last_day() {
            let days = self.hall.wording.form.period(&self.effective(), &date::long_weekday(last));
            sheet = sheet.row([label(2, &words.days()), value(10, Some(days))]);
        }
        sheet = sheet.row([label(2, &words.window()), label(5, &words.before()), label(5, &after)]);
        for part in &self.change.windows {
            sheet = sheet.row([
                value(2, Some(number(part))),
                value(5, part.before.as_ref().map(|facts| self.place(facts)).or_else(|| Some(words.nothing()))),
                value(5, part.after.as_ref().map(|facts| self.place(facts))),
            ]);
        }
        self.ended(self.reasoned(sheet, &reason))
    }

    fn withdraw(&self) -> WordBlock {
        let words = self.words();
        let mut sheet = self.begun().row([label(2, &words.stops()), value(10, Some(self.effective()))]);
        sheet = sheet.row([label(2, &words.window()), label(5, &words.site()), label(5, &words.instead())]);
        for part in &self.change.windows {
            let goes = goes_to_words(self.hall, &part.goes_to, midnight(self.change.effective()));
            sheet = sheet.row([
                value(2, Some(number(part))),
                value(5, part.before.as_ref().map(|facts| self.place(facts))),
                value(5, goes.map(|goes| fullwidth_punctuation(&goes))),
            ]);
        }
        self.ended(self.reasoned(sheet, &words.reason_withdraw()))
    }

    fn added(&self) -> WordBlock {
        let words = self.words();
        let mut sheet = self.begun().row([label(2, &words.opens()), value(10, Some(self.effective()))]);
        sheet = sheet.row([label(2, &words.proposed()), label(5, &words.site()), label(5, &words.matters())]);
        for part in &self.change.windows {
            let matters = part.after.iter().flat_map(|facts| &facts.matters);
            let matters: Vec<String> = matters.map(|id| self.hall.matter(*id).name().to_owned()).collect();
            sheet = sheet.row([
                value(2, part.after.as_ref().map(|facts| facts.number.clone())),
                value(5, part.after.as_ref().map(|facts| self.place(facts))),
                lines(5, matters),
            ]);
        }
        let sheet = self.applicant_signs(self.reasoned(sheet, &words.reason_new()));
        let (windows, safety) = (self.offices.windows(), self.offices.safety());
        let survey = |sheet: FormSheet, office: &str| {
            let found = self.change.surveys.iter().find(|s| self.hall.office(s.office).written.name == office);
            let lines = found.and_then(|s| display_text(s.note.as_ref())).into_iter().collect();
            let day = found.map(|s| s.date);
            sheet.high(SIGNED, [label(2, &words.survey(office)), signed(10, lines, &words.surveyor(), day)])
        };
        let sheet = survey(sheet, &windows);
        let sheet = if safety == windows { sheet } else { survey(sheet, &safety) };
        sheet.block()
    }

    fn effective(&self) -> String {
        date::long_weekday(self.change.effective())
    }

    /// Why, what is done meanwhile, where it is posted, and whom to ask.
    fn reasoned(&self, sheet: FormSheet, reason: &str) -> FormSheet {
        let (words, common) = (self.words(), &self.hall.wording.form);
        let change = self.change;
        let mut sheet = sheet.high(1000, [label(2, reason), value(10, display_text(change.reason.as_ref()))]);
        let kind = change.transition.map(|way| way.word().to_owned());
        let note = display_text(change.transition_note.as_ref());
        if self.change.kind != ChangeKind::New {
            let way = kind.into_iter().chain(note).collect::<Vec<_>>().join("：");
            sheet = sheet.row([label(2, &words.transition()), value(10, (!way.is_empty()).then_some(way))]);
        }
        let posted = |span: Span| {
            let first = span.from.date();
            common.period(&date::long(first), &date::long(span.last_day().unwrap_or(first)))
        };
        let postings = self.change.filing.postings.iter();
        let postings = postings.map(|p| format!("{}：{}", self.hall.posting(p.place).name, posted(p.span))).collect();
        let phone = change.phone.clone().unwrap_or_else(|| self.hall.site.hotline.clone());
        sheet.row([label(2, &words.postings()), lines(10, postings)]).row([
            label(2, &common.phone()),
            value(4, Some(phone)),
            label(2, &words.contact()),
            value(4, None),
        ])
    }

    /// Signatures, and what the office passes on to the others.
    fn ended(&self, sheet: FormSheet) -> WordBlock {
        let approved = self.change.clearance.approved_at;
        let kind = self.change.kind.word();
        let words = self.words();
        let said = approved.map(|at| words.approved(kind, &date::long(at.date()), &date::clock(at)));
        let passed = duties::of(self.change.kind).passed_on();
        let (verb, carriers) = (passed.verb(), duties::carriers());
        let informed = vec![
            tick(false, &words.desk(&self.offices.named(passed.desk.office), verb)),
            tick(false, &words.carriers(&self.offices.named(passed.carriers.office), verb, &carriers)),
            tick(false, &words.boards(&self.offices.named(BOARDS.office))),
        ];
        let signature = self.hall.wording.form.signature();
        self.applicant_signs(sheet)
            .high(
                SIGNED,
                [
                    label(2, &words.office_opinion(&self.offices.windows())),
                    signed(10, said.into_iter().collect(), &signature, approved.map(|at| at.date())),
                ],
            )
            .row([label(2, &words.informed()), lines(10, informed)])
            .block()
    }

    fn applicant_signs(&self, sheet: FormSheet) -> FormSheet {
        let leader = self.hall.wording.form.leader_signature();
        sheet.high(SIGNED, [label(2, &self.words().applicant_opinion()), signed(10, Vec::new(), &leader, None)])
    }
}

/// `B14→E13`, or the number that stays.
fn number(part: &WindowChange) -> String {
    match (&part.before, &part.after) {
        (Some(before), Some(after)) if before.number != after.number => format!("{}→{}", before.number, after.number),
        (Some(facts), _) | (None, Some(facts)) => facts.number.clone(),
        (None, None) => String::new(),
    }
}
