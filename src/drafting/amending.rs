//! An amendment made from an edit of a published record: what the edit changes becomes a 更正 or 延期, a deleted file a
//! 撤销.

use super::dates::KEPT;
use super::kept_record::named;
use super::yaml::scalar;
use crate::content::amendment::RawAmendment;
use crate::content::change::{RawChange, RawWindowChange};
use crate::content::{AmendmentKind, ChangeKind};
use crate::diag::LocalizedText;
use crate::model::time::add_days;
use crate::source::{Field, List, Record, Shape, Shaped, yaml};
use jiff::civil::{Date, DateTime};
use std::fmt::Write;
use std::str::FromStr;
use yaml_edit::{Document, Mapping};

/// What an amendment can say of a record, by the keys of the amendment.
const STATED: [&str; 15] = [
    "申请单位",
    "变更原因",
    "生效日期",
    "生效时间",
    "最后一天",
    "恢复时间",
    "新址",
    "新址启用",
    "交通",
    "新办公时间",
    "去向",
    "过渡安排",
    "过渡说明",
    "联系电话",
    "窗口",
];
/// Those that say when: with these alone, a record that begins later is postponed.
const WHEN: [&str; 5] = ["生效日期", "生效时间", "最后一天", "恢复时间", "新址启用"];

/// A published record that was edited or deleted.
#[derive(Clone, Copy, Debug)]
pub struct EditedRecord<'a> {
    /// Its id.
    pub id: &'a str,
    /// Whether it is a change record, not an amendment of one.
    pub is_change: bool,
    /// Its text as it was published.
    pub then: &'a str,
    /// Its text now; `None` = the file is gone.
    pub now: Option<&'a str>,
}

/// What an amendment says beside the edit.
#[derive(Clone, Debug)]
pub struct AmendmentTerms {
    /// The moment it is written.
    pub now: DateTime,
    /// Why.
    pub reason: Option<String>,
    /// The first day after a temporary window or suspension that is revoked while it lasts.
    pub effective: Option<Date>,
    /// Who edits it (X0.1).
    pub editor: Option<String>,
    /// The first day of the record as it is amended by now; none = as its file says.
    pub begins: Option<Date>,
    /// Where the first notice hangs, each until its last day: there the amendment's goes up.
    pub postings: Vec<(String, Date)>,
}

/// An amendment to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmendmentDraft {
    /// What it is.
    pub kind: AmendmentKind,
    /// Its id, if no other record has it.
    pub id: String,
    /// Its text.
    pub yaml: String,
}

/// The amendment an edit means.
///
/// # Errors
/// What of the edit no amendment can say.
pub fn amendment(record: EditedRecord<'_>, terms: &AmendmentTerms) -> Result<AmendmentDraft, Vec<LocalizedText>> {
    let unread = || vec![LocalizedText::new("记录读不出来", "the record cannot be read")];
    let then = States::read(record.is_change, record.then).ok_or_else(unread)?;
    let Some(now) = record.now else { return then.revoked(record, terms) };
    let now_states = States::read(record.is_change, now).ok_or_else(unread)?;
    now_states.after(&then, record, now, terms)
}

/// What a record says, in the terms of an amendment.
struct States {
    said: RawAmendment,
    /// The change record it is or amends.
    change: String,
    /// Of a change record, what it is.
    own: Option<RawChange>,
}

impl States {
    fn read(is_change: bool, text: &str) -> Option<Self> {
        if is_change {
            let own: RawChange = yaml::read_alone(text.as_bytes())?;
            return Some(Self { said: stated(&own), change: own.id.clone(), own: Some(own) });
        }
        let said: RawAmendment = yaml::read_alone(text.as_bytes())?;
        Some(Self { change: said.change.clone(), said, own: None })
    }

    /// The keys of what the public would be told otherwise, those of an amendment where it has them.
    fn edited(&self, then: &Self) -> Vec<&'static str> {
        let Some((now, then)) = self.own.as_ref().zip(then.own.as_ref()) else {
            return self.said.told_otherwise(&then.said);
        };
        let renamed = |key| if key == "原因" { "变更原因" } else { key };
        now.told_otherwise(then).into_iter().map(renamed).collect()
    }

    fn after(
        &self,
        then: &Self,
        record: EditedRecord<'_>,
        now: &str,
        terms: &AmendmentTerms,
    ) -> Result<AmendmentDraft, Vec<LocalizedText>> {
        let mut keys = self.edited(then);
        let document = Document::from_str(now).ok();
        let Some(from) = document.as_ref().and_then(Document::as_mapping) else {
            return Err(vec![LocalizedText::new("记录读不出来", "the record cannot be read")]);
        };
        let names = |key: &'static str| names_of(record.is_change, key);
        let is_there = |key: &'static str| named(&from, names(key)).is_some_and(|name| is_stated(&from, name));
        let mut wrong: Vec<LocalizedText> = Vec::new();
        for key in keys.iter().copied().filter(|key| *key != "窗口") {
            let other = if key == "最后一天" { "恢复时间" } else { "最后一天" };
            let ends_otherwise = ["最后一天", "恢复时间"].contains(&key) && is_there(other);
            if !STATED.contains(&key) {
                wrong.push(unsayable(key));
            } else if !is_there(key) && !ends_otherwise {
                wrong.push(taken_away(key));
            }
        }
        keys.retain(|key| is_there(key));
        let parts = match keys.contains(&"窗口") {
            true => parts(&then.said.windows, &self.said.windows, record.is_change, &mut wrong),
            false => Vec::new(),
        };
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let kind = self.kind(then, &keys, terms);
        if kind == AmendmentKind::Postpone {
            // A postponement states all of its days anew.
            keys = WHEN.into_iter().filter(|key| is_there(key)).collect();
        }
        let head = self.head(kind, WHEN.iter().any(|key| keys.contains(key)), terms);
        let copied = keys.iter().copied().filter(|key| *key != "窗口");
        let yaml = copy(&head, &from, copied.map(|key| (key, names(key))))
            .and_then(|text| with_parts(text, &from, &parts))
            .map(|text| text + &posted(terms, self.ends(&keys)))
            .filter(|text| says(text, &self.said, &keys, &parts));
        match yaml {
            Some(yaml) => Ok(AmendmentDraft { kind, id: self.id(kind, terms), yaml }),
            None => Err(vec![LocalizedText::new(
                "这个改动的写法程序转不成更正，请照 README 的样子手写一份（content/amendments/）",
                "the edit is written in a form that cannot be turned into an amendment; write one by hand",
            )]),
        }
    }

    /// How long the notice is needed once the record begins on another day, as for a record that is written anew.
    fn ends(&self, keys: &[&'static str]) -> Option<Date> {
        let begins = self.said.opens.or(self.said.effective).filter(|_| keys.contains(&"生效日期"))?.0;
        Some(self.said.last_day.map_or_else(|| add_days(begins, KEPT), |last| last.0))
    }

    /// 延期 where only its days change, to later ones, before it begins; else 更正.
    fn kind(&self, then: &Self, keys: &[&'static str], terms: &AmendmentTerms) -> AmendmentKind {
        let begins = self
            .own
            .as_ref()
            .zip(then.own.as_ref())
            .map(|(now, then)| (now.effective.0, terms.begins.unwrap_or(then.effective.0)));
        let is_later = begins.is_some_and(|(now, then)| now > then && then > terms.now.date());
        if is_later && keys.iter().all(|key| WHEN.contains(key)) {
            AmendmentKind::Postpone
        } else {
            AmendmentKind::Correct
        }
    }

    fn revoked(&self, record: EditedRecord<'_>, terms: &AmendmentTerms) -> Result<AmendmentDraft, Vec<LocalizedText>> {
        let kind = AmendmentKind::Revoke;
        let Some(own) = &self.own else {
            return Err(vec![LocalizedText::new(
                format!("“{}”是一份更正，已经公开，不能撤销；要改回去，恢复它以后另写一份更正", record.id),
                format!("\"{}\" is an amendment and public; restore it and write another one", record.id),
            )]);
        };
        let lasts = matches!(own.kind, ChangeKind::Temporary | ChangeKind::Suspend);
        let has_begun = terms.begins.unwrap_or(own.effective.0) <= terms.now.date();
        match terms.effective {
            _ if has_begun && !lasts => Err(vec![LocalizedText::new(
                format!("{}已经生效，不能撤销；要改回去，恢复它以后另写一条变更记录", own.kind.word()),
                "what is in effect is not revoked; restore it and write another change record",
            )]),
            None if has_begun => Err(vec![LocalizedText::new(
                format!("{}已经生效，撤销要写恢复的第一天：加 --effective 日期", own.kind.word()),
                "it is in effect already: give the first day after it by --effective DATE",
            )]),
            effective => {
                let mut yaml = self.head(kind, false, terms);
                if let Some(day) = effective {
                    let _ = writeln!(yaml, "生效日期: {day}");
                }
                Ok(AmendmentDraft { kind, id: self.id(kind, terms), yaml: yaml + &posted(terms, None) })
            }
        }
    }

    /// `2026-10-09-gjj-postpone` for a record `2026-10-12-gjj-withdraw`.
    fn id(&self, kind: AmendmentKind, terms: &AmendmentTerms) -> String {
        let day = |text: &str| text.get(..10).is_some_and(|day| Date::from_str(day).is_ok());
        let id = self.change.as_str();
        let bare = if day(id) { id.get(11..).unwrap_or_default() } else { id };
        let suffix = self.own.as_ref().map(|own| format!("-{}", own.kind.alias()));
        let bare = suffix.and_then(|suffix| bare.strip_suffix(suffix.as_str())).unwrap_or(bare);
        format!("{}-{bare}{}{}", terms.now.date(), if bare.is_empty() { "" } else { "-" }, kind.alias())
    }

    /// The lines every amendment begins with; the id is put in by [`AmendmentDraft::with_id`].
    fn head(&self, kind: AmendmentKind, moves_days: bool, terms: &AmendmentTerms) -> String {
        let mut text = format!("编号: {ID}\n种类: {}\n变更: {}\n", kind.word(), scalar(&self.change));
        let _ = match &terms.reason {
            Some(reason) => writeln!(text, "原因: {}", scalar(reason)),
            None => writeln!(text, "# 原因:     # 为什么{}；删去行首的 #，可以不写", kind.word()),
        };
        if moves_days {
            text.push_str("# 备案日期:     # 重新备案后删去行首的 #，写上实际日期\n");
        }
        text
    }
}

/// Stands for the id in a text that is not finished.
const ID: &str = "_id_";

impl AmendmentDraft {
    /// It, under an id no other record has.
    #[must_use]
    pub fn with_id(self, id: String) -> Self {
        Self { yaml: self.yaml.replacen(ID, &id, 1), id, ..self }
    }
}

/// What a change record says, as a correction that states all of it would.
fn stated(own: &RawChange) -> RawAmendment {
    RawAmendment {
        id: own.id.clone(),
        kind: AmendmentKind::Correct,
        change: own.id.clone(),
        reason: None,
        filed_on: None,
        approved_at: None,
        effective: Some(own.effective),
        effective_at: own.effective_at,
        resumes_at: own.resumes_at,
        last_day: own.last_day,
        opens: own.opens,
        windows: own.windows.clone(),
        applicant: Some(own.applicant.clone()),
        change_reason: own.reason.clone(),
        new_address: own.new_address.clone(),
        transport: own.transport.clone(),
        new_hours: own.new_hours.clone(),
        goes_to: own.goes_to.clone(),
        transition: own.transition,
        transition_note: own.transition_note.clone(),
        phone: own.phone.clone(),
        notice: None,
        drafted: None,
        signed: None,
        reviewed: None,
        special_approval: None,
    }
}

/// The key and alias by which a record has what an amendment calls `key`.
fn names_of(is_change: bool, key: &'static str) -> [&'static str; 2] {
    let key = if is_change && key == "变更原因" { "原因" } else { key };
    let shape = if is_change { RawChange::shape() } else { RawAmendment::shape() };
    [key, alias(shape, key).unwrap_or(key)]
}

fn alias(shape: Shape, key: &str) -> Option<&'static str> {
    let Shape::Record(fields) = shape else { return None };
    fields.iter().find(|field: &&Field| field.key == key).map(|field| field.alias)
}

/// Whether a key has a value.
fn is_stated(of: &Mapping, name: &str) -> bool {
    of.get(name).is_some_and(|node| !matches!(node.to_string().trim(), "" | "null" | "~" | "[]"))
}

/// A window's part of a correction: its place in the edited list, its id, and the keys it states.
struct CorrectedPart {
    index: usize,
    window: String,
    keys: Vec<&'static str>,
}

fn parts(
    then: &List<RawWindowChange>,
    now: &List<RawWindowChange>,
    is_change: bool,
    wrong: &mut Vec<LocalizedText>,
) -> Vec<CorrectedPart> {
    let whole = RawWindowChange::of;
    for gone in then.iter().filter(|part| now.iter().all(|other| other.window != part.window)) {
        wrong.push(LocalizedText::new(
            format!("窗口“{}”从记录里删去了，更正不能减少窗口", gone.window),
            format!("window \"{}\" was taken out; a correction drops no window", gone.window),
        ));
    }
    let mut parts = Vec::new();
    for (index, part) in now.iter().enumerate() {
        let before = then.iter().find(|before| before.window == part.window);
        if before.is_none() && is_change {
            wrong.push(LocalizedText::new(
                format!("窗口“{}”是后来加上的，更正不能增加窗口，要另写一条变更记录", part.window),
                format!("window \"{}\" was added; that wants a change record of its own", part.window),
            ));
            continue;
        }
        let none = whole(part.window.clone());
        let keys = part.differing(before.unwrap_or(&none));
        let stated = part.differing(&none);
        for key in keys.iter().filter(|key| !stated.contains(key)) {
            wrong.push(taken_away(key));
        }
        if !keys.is_empty() {
            parts.push(CorrectedPart { index, window: part.window.clone(), keys });
        }
    }
    parts
}

/// `head` with these keys and their values as they are in `from`.
fn copy(head: &str, from: &Mapping, keys: impl Iterator<Item = (&'static str, [&'static str; 2])>) -> Option<String> {
    let document = Document::from_str(head).ok()?;
    let to = document.as_mapping()?;
    for (key, names) in keys {
        to.set(key, from.get(named(from, names)?)?);
    }
    let text = document.to_string();
    Some(if text.ends_with('\n') { text } else { text + "\n" })
}

/// With the parts of windows, each with the values it has in `from`.
fn with_parts(text: String, from: &Mapping, parts: &[CorrectedPart]) -> Option<String> {
    if parts.is_empty() {
        return Some(text);
    }
    let list = from.get_sequence(named(from, names_of(true, "窗口"))?)?;
    let mut text = text + "窗口:\n";
    for part in parts {
        let node = list.get(part.index)?;
        let item = node.as_mapping()?;
        let own = part.keys.iter().map(|key| (*key, [*key, alias(RawWindowChange::shape(), key).unwrap_or(key)]));
        let block = copy(&format!("窗口: {}\n", scalar(&part.window)), item, own)?;
        for (n, line) in block.lines().enumerate() {
            let _ = writeln!(text, "{}{line}", if n == 0 { "  - " } else { "    " });
        }
    }
    Some(text)
}

/// Whether the text says just this of these keys.
fn says(text: &str, meant: &RawAmendment, keys: &[&'static str], parts: &[CorrectedPart]) -> bool {
    let Some(read) = yaml::read_alone::<RawAmendment>(text.as_bytes()) else { return false };
    let other = read.told_otherwise(meant);
    let windows = read.windows.iter().zip(parts).all(|(part, meant_part)| {
        let meant = meant.windows.iter().find(|meant| meant.window == part.window);
        meant.is_some_and(|meant| meant_part.keys.iter().all(|key| !part.told_otherwise(meant).contains(key)))
    });
    windows && read.windows.len() == parts.len() && keys.iter().all(|key| *key == "窗口" || !other.contains(key))
}

/// The notice: at once, wherever the first one still hangs, and at least until `until`.
fn posted(terms: &AmendmentTerms, until: Option<Date>) -> String {
    let AmendmentTerms { now, postings, .. } = terms;
    let mut text = format!("公告:\n  发布时间: {}\n", now.strftime("%Y-%m-%dT%H:%M"));
    if let Some(editor) = &terms.editor {
        let _ = writeln!(text, "  责任编辑: {}", scalar(editor));
    }
    if !postings.is_empty() {
        text.push_str("  张贴:\n");
    }
    for (place, last) in postings {
        let last = until.map_or(*last, |until| until.max(*last));
        let _ = writeln!(text, "    - {{张贴点: {}, 自: {}, 最后一天: {last}}}", scalar(place), now.date());
    }
    text
}

fn unsayable(key: &str) -> LocalizedText {
    LocalizedText::new(format!("“{key}”不能用更正来改"), format!("no amendment changes {key}"))
}

fn taken_away(key: &str) -> LocalizedText {
    LocalizedText::new(
        format!("“{key}”删去了，更正只能改成别的内容，不能删去"),
        format!("{key} was taken away; an amendment only gives it another value"),
    )
}

#[cfg(test)]
mod tests {
    use super::{AmendmentTerms, EditedRecord, amendment};
    use jiff::civil::date;

    const THEN: &str = "编号: 2026-10-12-gjj-withdraw\n种类: 撤离\n申请单位: gjj\n原因: 布局优化\n生效日期: 2026-10-12\n窗口:\n  - 窗口: w-a02\n    去向: {窗口: [w-a01]}\n  - 窗口: w-a03\n    去向:\n      地址: 兰州路1号\n联系电话: 0951-1234567\n";

    fn drafted(now: Option<&str>) -> Result<String, Vec<String>> {
        let record = EditedRecord { id: "2026-10-12-gjj-withdraw", is_change: true, then: THEN, now };
        let terms = AmendmentTerms {
            now: date(2026, 10, 9).at(10, 30, 0, 0),
            reason: Some("电话写错".to_owned()),
            effective: None,
            editor: None,
            begins: None,
            postings: vec![("gate".to_owned(), date(2026, 10, 30))],
        };
        let draft = amendment(record, &terms).map(|draft| {
            let id = draft.id.clone();
            draft.with_id(id).yaml
        });
        draft.map_err(|wrong| wrong.into_iter().map(|one| one.zh).collect())
    }

    const HEAD: &str = "变更: 2026-10-12-gjj-withdraw\n原因: 电话写错\n";
    const NOTICE: &str =
        "公告:\n  发布时间: 2026-10-09T10:30\n  张贴:\n    - {张贴点: gate, 自: 2026-10-09, 最后一天: 2026-10-30}\n";

    #[test]
    fn an_edit_becomes_a_correction_that_says_only_what_it_changes() {
        let now = THEN.replace("1234567", "0076185").replace("兰州路1号", "兰州路2号").replace("布局优化", "调整");
        let expected = format!(
            "编号: 2026-10-09-gjj-correct\n种类: 更正\n{HEAD}变更原因: 调整\n联系电话: 0951-0076185\n窗口:\n  - 窗口: w-a03\n    去向:\n      地址: 兰州路2号\n{NOTICE}"
        );
        assert_eq!(drafted(Some(&now)), Ok(expected));
    }

    #[test]
    fn a_later_day_is_a_postponement_and_a_deleted_file_a_revocation() {
        let now = THEN.replace("生效日期: 2026-10-12", "生效日期: 2026-10-19");
        let filing = "# 备案日期:     # 重新备案后删去行首的 #，写上实际日期\n";
        let expected = format!(
            "编号: 2026-10-09-gjj-postpone\n种类: 延期\n{HEAD}{filing}生效日期: 2026-10-19\n{}",
            NOTICE.replace("10-30", "11-02")
        );
        assert_eq!(drafted(Some(&now)), Ok(expected));
        assert_eq!(drafted(None), Ok(format!("编号: 2026-10-09-gjj-revoke\n种类: 撤销\n{HEAD}{NOTICE}")));
    }

    #[test]
    fn what_no_amendment_says_is_named() {
        let now = THEN.replace("种类: 撤离", "种类: 暂停").replace("联系电话: 0951-1234567\n", "");
        let now = now.replace("  - 窗口: w-a02\n    去向: {窗口: [w-a01]}\n", "  - 窗口: w-a04\n");
        let wrong = drafted(Some(&now)).expect_err("it cannot be said");
        let expected = [
            "“种类”不能用更正来改",
            "“联系电话”删去了，更正只能改成别的内容，不能删去",
            "窗口“w-a02”从记录里删去了，更正不能减少窗口",
            "窗口“w-a04”是后来加上的，更正不能增加窗口，要另写一条变更记录",
        ];
        assert_eq!(wrong, expected);
    }
}
