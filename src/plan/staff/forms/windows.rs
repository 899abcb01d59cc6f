//! The forms of clause 16.3 for changes of windows.

use super::file::{FormFile, name, record_note, view};
use super::sheet::{FormSheet, SIGNED, dated, label, lines, signed, tick, told, value};
use crate::content::{ChangeKind, FormKind};
use crate::model::change::{Change, WindowChange};
use crate::model::duties::{self, BOARDS};
use crate::model::time::midnight;
use crate::model::window::Facts;
use crate::model::{Hall, Span};
use crate::plan::notices::meta::office_name;
use crate::plan::notices::word::Block;
use crate::plan::staff::{Offices, Record};
use crate::plan::url;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::state::{goes_to_words, place_words};
use crate::text::date;

/// The form of a change record; none where no clause asks for one.
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
        about: format!("{}{}", change.kind.word(), of.numbers()),
        clause: form.clause,
        task: Some(filing.clause),
        record: Some(Record { id: change.id.clone(), file: change.origin.file.to_string() }),
        dated: change.filing.filed_on,
        view: view(&title, false, vec![blocks], vec![record_note(&change.id, &to)]),
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
    fn numbers(&self) -> String {
        let known = self.change.windows.iter().filter_map(|w| w.before.as_ref().or(w.after.as_ref()));
        let numbers: Vec<&str> = known.map(|facts| facts.number.as_str()).collect();
        format!("{}窗口", numbers.join("、"))
    }

    fn place(&self, facts: &Facts) -> String {
        format!("{}：{}", place_words(self.hall, facts), fullwidth_punctuation(&facts.business))
    }

    /// Applicant and filing date.
    fn begun(&self) -> FormSheet {
        let unit = self.hall.unit(self.change.applicant).name().to_owned();
        let filed = dated(self.change.filing.filed_on);
        FormSheet::upright().row([
            label(2, "申请单位\n（盖章）"),
            value(4, Some(unit)),
            label(2, "申请日期"),
            value(4, Some(filed)),
        ])
    }

    fn adjust(&self) -> Block {
        let temporary = self.change.kind == ChangeKind::Temporary;
        let kinds = format!("{}　{}", tick(!temporary, "窗口调整"), tick(temporary, "设置临时窗口"));
        let reason = if temporary { "设置原因" } else { "调整原因" };
        let (before, after) = ("原位置和业务", if temporary { "临时窗口位置和业务" } else { "调整后位置和业务" });
        let mut sheet = self.begun().row([
            label(2, "申请事项"),
            value(4, Some(kinds)),
            label(2, "生效日期"),
            value(4, Some(self.effective())),
        ]);
        if let Some(last) = self.change.span.last_day() {
            let days = format!("{}至{}", date::long_weekday(self.change.effective()), date::long_weekday(last));
            sheet = sheet.row([label(2, "设置期间"), value(10, Some(days))]);
        }
        sheet = sheet.row([label(2, "窗口号"), label(5, before), label(5, after)]);
        for part in &self.change.windows {
            sheet = sheet.row([
                value(2, Some(number(part))),
                value(5, part.before.as_ref().map(|facts| self.place(facts)).or_else(|| Some("（无）".to_owned()))),
                value(5, part.after.as_ref().map(|facts| self.place(facts))),
            ]);
        }
        self.ended(self.reasoned(sheet, reason))
    }

    fn withdraw(&self) -> Block {
        let mut sheet = self
            .begun()
            .row([label(2, "停止服务\n日期"), value(10, Some(date::long_weekday(self.change.effective())))]);
        sheet = sheet.row([label(2, "窗口号"), label(5, "位置和业务"), label(5, "撤离后到哪里办")]);
        for part in &self.change.windows {
            let goes = goes_to_words(self.hall, &part.goes_to, midnight(self.change.effective()));
            sheet = sheet.row([
                value(2, Some(number(part))),
                value(5, part.before.as_ref().map(|facts| self.place(facts))),
                value(5, goes.map(|goes| fullwidth_punctuation(&goes))),
            ]);
        }
        self.ended(self.reasoned(sheet, "撤离原因"))
    }

    fn added(&self) -> Block {
        let mut sheet = self.begun().row([label(2, "拟启用日期"), value(10, Some(self.effective()))]);
        sheet = sheet.row([label(2, "拟设窗口"), label(5, "位置和业务"), label(5, "办理事项")]);
        for part in &self.change.windows {
            let matters = part.after.iter().flat_map(|facts| &facts.matters);
            let matters: Vec<String> = matters.map(|id| self.hall.matter(*id).name().to_owned()).collect();
            sheet = sheet.row([
                value(2, part.after.as_ref().map(|facts| facts.number.clone())),
                value(5, part.after.as_ref().map(|facts| self.place(facts))),
                lines(5, matters),
            ]);
        }
        let sheet = self
            .reasoned(sheet, "新增原因")
            .high(SIGNED, [label(2, "申请单位\n意见"), signed(10, Vec::new(), "负责人签字", None)]);
        let (windows, safety) = (self.offices.windows(), self.offices.safety());
        let survey = |sheet: FormSheet, office: &str| {
            let found = self.change.written.survey.iter().find(|s| office_name(self.hall, &s.office) == office);
            let lines = found.and_then(|s| told(s.note.as_ref())).into_iter().collect();
            let day = found.map(|s| s.date.0);
            let heading = format!("{office}\n现场勘察\n意见");
            sheet.high(SIGNED, [label(2, &heading), signed(10, lines, "勘察人签字", day)])
        };
        let sheet = survey(sheet, &windows);
        let sheet = if safety == windows { sheet } else { survey(sheet, &safety) };
        sheet.block()
    }

    fn effective(&self) -> String {
        date::long_weekday(self.change.effective())
    }

    /// Why, what is done meanwhile, where it is told, and whom to ask.
    fn reasoned(&self, sheet: FormSheet, reason: &str) -> FormSheet {
        let written = &self.change.written;
        let mut sheet = sheet.high(1000, [label(2, reason), value(10, told(written.reason.as_ref()))]);
        let kind = written.transition.map(|way| way.word().to_owned());
        let note = told(written.transition_note.as_ref());
        if self.change.kind != ChangeKind::New {
            let way = kind.into_iter().chain(note).collect::<Vec<_>>().join("：");
            sheet = sheet.row([label(2, "过渡安排"), value(10, (!way.is_empty()).then_some(way))]);
        }
        let posted = |span: Span| {
            let first = span.from.date();
            format!("{}至{}", date::long(first), date::long(span.last_day().unwrap_or(first)))
        };
        let postings = self.change.filing.postings.iter();
        let postings = postings.map(|p| format!("{}：{}", self.hall.posting(p.place).name, posted(p.span))).collect();
        let phone = written.phone.clone().unwrap_or_else(|| self.hall.site.hotline.clone());
        sheet.row([label(2, "公告张贴"), lines(10, postings)]).row([
            label(2, "咨询电话"),
            value(4, Some(phone)),
            label(2, "联系人"),
            value(4, None),
        ])
    }

    /// Signatures, and what the office passes on to the others.
    fn ended(&self, sheet: FormSheet) -> Block {
        let approved = self.change.written.approved_at.map(|at| at.0);
        let kind = self.change.kind.word();
        let said: Vec<String> = approved
            .iter()
            .map(|at| format!("同意{kind}（{} {}）。", date::long(at.date()), date::clock(*at)))
            .collect();
        let passed = duties::of(self.change.kind).passed_on();
        let (verb, carriers) = (passed.verb(), duties::carriers());
        let informed = vec![
            tick(false, &format!("{}：{verb}总导办台导引内容", self.offices.named(passed.desk.office))),
            tick(false, &format!("{}：{verb}{carriers}的内容", self.offices.named(passed.carriers.office))),
            tick(false, &format!("{}：调整各类导引标识牌", self.offices.named(BOARDS.office))),
        ];
        sheet
            .high(SIGNED, [label(2, "申请单位\n意见"), signed(10, Vec::new(), "负责人签字", None)])
            .high(
                SIGNED,
                [
                    label(2, &format!("{}\n意见", self.offices.windows())),
                    signed(10, said, "签字", approved.map(|at| at.date())),
                ],
            )
            .row([label(2, "通知科室"), lines(10, informed)])
            .block()
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
