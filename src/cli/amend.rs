//! `hallpress amend`: turns an edit of a published record into an amendment, and puts the record back as it was published.

use super::args::{AmendOptions, Format, Global};
use super::change_new::{caused, nowhere_to_write, unwritten, write_new};
use super::exit::{Status, status};
use super::output::{data, report, say, talk};
use super::waiting::waiting;
use crate::check::{BODY, IssuedChange, IssuedRecord};
use crate::content::amendment::RawAmendment;
use crate::content::change::RawChange;
use crate::diag::{Lang, LocalizedText, Report, Severity};
use crate::drafting::{
    AmendmentTerms, EditedRecord, NoticeCorrection, amendment, as_issued, notice_as_issued, paragraphs,
};
use crate::model::Hall;
use crate::model::change::{Change, Posting};
use crate::model::time::midnight;
use crate::plan::notices::corrected::notice_sentences;
use crate::project::{Checked, Project, issued_records};
use crate::publish::write_whole;
use crate::source::Date as RawDate;
use crate::text::date::long;
use crate::text::nearest::nearest;
use jiff::civil::{Date, DateTime};
use serde_json::json;

/// Writes the amendment and the record, or, when it is refused, neither.
pub(super) fn run(global: &Global, options: &AmendOptions) -> Status {
    let lang = global.lang();
    let project = global.project();
    if project.is_default {
        talk(nowhere_to_write(lang));
        return Status::Failed;
    }
    let when = global.when();
    let checked = project.check(when, false);
    let edited = issued_records(&project, when.moment);
    let Some(record) = edited.iter().find(|record| record.id == options.record) else {
        talk(nothing_to_amend(&options.record, &checked, &edited).get(lang));
        return Status::Failed;
    };
    let restored = restored(&project, record);
    if options.undo {
        return put_back(global, record, &restored, None);
    }
    let draft = match drafted(&project, &checked, record, options, when.moment) {
        Ok(draft) => draft,
        Err(wrong) => return refuse(&wrong, record, lang),
    };
    let path = draft.path.clone();
    let with_it = project
        .with_file(path.clone(), draft.text.clone().into_bytes())
        .with_file(record.file.clone(), restored.text.clone().into_bytes());
    let after = with_it.check(when, false);
    let new = Report::new(caused(&checked.report, after.report, &path), with_it.sources());
    if new.diagnostics.iter().any(|d| d.severity == Severity::Broken && *d.place.file == *path) {
        report(global, &new, with_it.sources());
        talk(say(lang, "这样的更正有错误，没有写入任何文件。", "Such an amendment has errors; nothing was written."));
        return Status::Faulty;
    }
    if options.dry_run {
        data(&draft.text);
        return Status::Fine;
    }
    if let Err(cause) = write_new(&global.root.join(&path), &draft.text) {
        unwritten(&path, &cause, lang);
        return Status::Failed;
    }
    let put_back = put_back(global, record, &restored, Some(&draft));
    if put_back != Status::Fine {
        return put_back;
    }
    report(global, &new, with_it.sources());
    let mut waits = after.waiting;
    waits.retain(|waits| *waits.file == *path);
    waiting(&waits, after.hall.as_deref(), lang).iter().for_each(|line| talk(line));
    talk(say(lang, "接着运行 hallpress build 发布。", "Run `hallpress build` to publish it."));
    status(&new)
}

/// The key of a notice's title.
const TITLE: &str = "标题";

/// What is written: an amendment, or a notice that corrects another.
struct Correction {
    path: String,
    text: String,
    word: &'static str,
}

/// The text a record is put back to.
struct Restored {
    text: String,
    /// Whether it is the published text itself, since what was written later could not be kept.
    is_verbatim: bool,
}

fn restored(project: &Project, record: &IssuedRecord) -> Restored {
    let then = String::from_utf8_lossy(&record.bytes).into_owned();
    let now = project.sources().text(&record.file);
    let kept = now.zip(Some(&record.keys)).and_then(|(now, keys)| match () {
        () if record.is_change() => as_issued::<RawChange>(&then, now, keys),
        () if record.is_notice() => notice_as_issued(&then, now, keys),
        () => as_issued::<RawAmendment>(&then, now, keys),
    });
    let is_verbatim = kept.is_none() && now.is_some();
    Restored { text: kept.unwrap_or(then), is_verbatim }
}

fn drafted(
    project: &Project,
    checked: &Checked,
    record: &IssuedRecord,
    options: &AmendOptions,
    now: DateTime,
) -> Result<Correction, Vec<LocalizedText>> {
    if matches!(record.change, IssuedChange::Steps | IssuedChange::Renamed(_)) {
        return Err(vec![LocalizedText::new(
            "改的只是手续或者编号，写不成更正",
            "only steps or the id were edited: there is nothing a correction could say",
        )]);
    }
    if record.is_notice() {
        return corrected_notice(project, checked, record, options, now);
    }
    let effective = options.effective.as_deref().map(RawDate::parse).transpose().map_err(|[zh, en]| {
        let written = options.effective.as_deref().unwrap_or_default();
        let zh = format!("--effective “{written}”不对，应为{zh}");
        vec![LocalizedText::new(zh, format!("--effective \"{written}\" is not {en}"))]
    })?;
    let hall = checked.hall.as_deref();
    let terms = AmendmentTerms {
        now,
        reason: options.reason.clone().filter(|reason| !reason.trim().is_empty()),
        effective: effective.map(|day| day.0),
        editor: hall.and_then(|hall| editor(hall, &record.id)),
        begins: hall.and_then(|hall| hall.changes.iter().find(|change| change.id == record.id)).map(Change::effective),
        postings: hall.map(|hall| postings(hall, &record.id, now.date())).unwrap_or_default(),
    };
    let then = String::from_utf8_lossy(&record.bytes);
    let now = project.sources().text(&record.file);
    let draft = amendment(EditedRecord { id: &record.id, is_change: record.is_change(), then: &then, now }, &terms)?;
    let is_taken = |id: &str| {
        project.sources().exists(&format!("content/amendments/{id}.yaml"))
            || hall.is_some_and(|hall| hall.changes.iter().any(|change| change.id == id))
    };
    let numbered = (2..).map(|n: u32| format!("{}-{n}", draft.id));
    let id = std::iter::once(draft.id.clone()).chain(numbered).find(|id| !is_taken(id)).unwrap_or_default();
    let draft = draft.with_id(id);
    let path = format!("content/amendments/{}.yaml", draft.id);
    Ok(Correction { path, text: draft.yaml, word: draft.kind.word() })
}

/// The notice that says what of a published one is corrected.
fn corrected_notice(
    project: &Project,
    checked: &Checked,
    record: &IssuedRecord,
    options: &AmendOptions,
    now: DateTime,
) -> Result<Correction, Vec<LocalizedText>> {
    let others = record.keys.iter().filter(|key| ![TITLE, BODY].contains(*key));
    let wrong: Vec<LocalizedText> = others
        .map(|key| LocalizedText::new(format!("“{key}”不能用更正公告来改"), format!("no correction changes {key}")))
        .collect();
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let then = paragraphs(&String::from_utf8_lossy(&record.bytes));
    let written = project.sources().text(&record.file).and_then(paragraphs);
    let hall = checked.hall.as_deref();
    let notice = hall.and_then(|hall| Some((hall, hall.notices.iter().find(|notice| notice.id == record.id)?)));
    let (Some((first, body)), Some((edited, new_body)), Some((hall, notice))) = (then, written, notice) else {
        return Err(vec![LocalizedText::new(
            "公告不能撤销，只能撤下：恢复文件，再写上“撤下日期”",
            "a notice is not revoked: restore it and give it a 撤下日期",
        )]);
    };
    let words = &hall.wording.amendment;
    let sentences = notice_sentences(words, (&first.title, &body), (&edited.title, &new_body));
    if sentences.is_empty() {
        return Err(vec![LocalizedText::new(
            "改的不是标题和正文，写不成更正公告",
            "neither title nor body was edited: there is nothing a correction could say",
        )]);
    }
    let correction = NoticeCorrection {
        id: &record.id,
        title: &first.title,
        issued: (hall.unit(notice.issuer).name(), &long(first.dated.0)),
        sentences: &sentences,
        postings: &still_posted(hall, notice.postings.iter(), now.date()),
        reason: options.reason.as_deref().filter(|reason| !reason.trim().is_empty()),
        now,
    };
    let stem = format!("{}-{}-correct", now.date(), bare(&record.id));
    let names = std::iter::once(stem.clone()).chain((2..).map(|n: u32| format!("{stem}-{n}")));
    let mut paths = names.map(|name| format!("content/notices/{name}.md"));
    let path = paths.find(|path| !project.sources().exists(path)).unwrap_or_default();
    Ok(Correction { path, text: correction.write(&first), word: "更正" })
}

/// Who edited a record's notice, else the hall's editor.
fn editor(hall: &Hall, id: &str) -> Option<String> {
    let of_change = hall.changes.iter().find(|change| change.id == id).map(|change| &change.clearance);
    let of = of_change.or_else(|| hall.amendments.iter().find(|amendment| amendment.id == id).map(|a| &a.clearance));
    of.and_then(|clearance| clearance.editor.clone()).or_else(|| hall.site.editor.clone())
}

/// A name without the day it begins with.
fn bare(id: &str) -> &str {
    let is_day = id.get(..10).is_some_and(|day| RawDate::parse(day).is_ok());
    if is_day { id.get(11..).unwrap_or(id) } else { id }
}

/// Where notices of a record and of its amendments hang on `day` or later, each until its last day.
fn postings(hall: &Hall, id: &str, day: Date) -> Vec<(String, Date)> {
    let amended = hall.amendments.iter().find(|amendment| amendment.id == id).map(|amendment| amendment.change);
    let change = hall.change_ids().find(|(at, change)| amended.map_or(change.id == id, |amended| amended == *at));
    let Some((at, change)) = change else { return Vec::new() };
    let amendments = hall.amendments.iter().filter(|amendment| amendment.change == at);
    still_posted(hall, change.postings.iter().chain(amendments.flat_map(|amendment| &amendment.postings)), day)
}

/// The places of those postings that are up on `day` or later, each until its last day.
fn still_posted<'h>(hall: &Hall, all: impl Iterator<Item = &'h Posting>, day: Date) -> Vec<(String, Date)> {
    let mut found: Vec<(String, Date)> = Vec::new();
    for Posting { place, span, .. } in all.filter(|posting| posting.span.to > midnight(day)) {
        let (place, last) = (hall.posting(*place).id.clone(), span.last_day().unwrap_or(day));
        match found.iter_mut().find(|(known, _)| *known == place) {
            Some((_, until)) => *until = last.max(*until),
            None => found.push((place, last)),
        }
    }
    found
}

/// Why there is nothing to amend by this id.
fn nothing_to_amend(id: &str, checked: &Checked, edited: &[IssuedRecord]) -> LocalizedText {
    let hall = checked.hall.as_deref();
    let changes = hall.iter().flat_map(|hall| hall.changes.iter().map(|change| &change.id));
    let amendments = hall.iter().flat_map(|hall| hall.amendments.iter().map(|amendment| &amendment.id));
    let notices = hall.iter().flat_map(|hall| hall.notices.iter().map(|notice| &notice.id));
    let changes = changes.chain(notices);
    let known: Vec<&str> =
        changes.chain(amendments).chain(edited.iter().map(|record| &record.id)).map(String::as_str).collect();
    if known.contains(&id) {
        return LocalizedText::new(
            format!(
                "“{id}”没有要更正的：它还没有公开（直接改文件就行），或者和公开时一样。要更正已经公开的，先在它的文件里改好，再运行这个命令；要撤销，先删去它的文件。"
            ),
            format!(
                "there is nothing to amend in \"{id}\": it is not public yet (just edit its file), or it is as it was published. Edit its file first, or delete it to revoke it, then run this."
            ),
        );
    }
    let near = nearest(id, known.iter().copied());
    let [zh, en] = near.map(|near| [format!("是不是“{near}”？"), format!(" Is it \"{near}\"?")]).unwrap_or_default();
    LocalizedText::new(
        format!(
            "没有编号为“{id}”的变更记录、更正或公告。{zh}编号见 hallpress list changes，公告的是文件名（不带 .md）。"
        ),
        format!("no change record, amendment or notice has the id \"{id}\".{en} See `hallpress list changes`."),
    )
}

fn refuse(wrong: &[LocalizedText], record: &IssuedRecord, lang: Lang) -> Status {
    wrong.iter().for_each(|one| talk(one.get(lang)));
    let id = &record.id;
    // Only a change record can be revoked.
    if record.is_gone() || !record.is_change() {
        talk(&match lang {
            Lang::Zh => format!("没有写入任何文件。把这个文件恢复成发布时的样子：hallpress amend {id} --undo"),
            Lang::En => format!("Nothing was written. To restore the file: hallpress amend {id} --undo"),
        });
        return Status::Failed;
    }
    talk(&match lang {
        Lang::Zh => format!(
            "没有写入任何文件。这样的改动，撤销原记录（删去 {}，再运行 hallpress amend {id}）以后另写一条变更记录；不改了，运行 hallpress amend {id} --undo。",
            record.file
        ),
        Lang::En => format!(
            "Nothing was written. Revoke the record (delete {}, then `hallpress amend {id}`) and write another one; or take the edit back by `hallpress amend {id} --undo`.",
            record.file
        ),
    });
    Status::Failed
}

/// Writes the record as it was published, and says what was written.
fn put_back(global: &Global, record: &IssuedRecord, restored: &Restored, written: Option<&Correction>) -> Status {
    let lang = global.lang();
    let file = &record.file;
    let wrote = write_whole(&global.root.join(file), restored.text.as_bytes());
    if let Some(Correction { path, text, word }) = written {
        data(&match global.format {
            Format::Text => format!("{text}\n"),
            _ => format!("{}\n", json!({ "amendment": path, "kind": word, "record": file })),
        });
        talk(&format!("{}{path}", say(lang, "已写入 ", "written: ")));
    }
    if let Err(cause) = wrote {
        talk(&match lang {
            Lang::Zh => format!(
                "恢复不了 {file}：{cause}。请把它改回发布时的样子，或排除故障后运行 hallpress amend {} --undo。",
                record.id
            ),
            Lang::En => format!(
                "cannot restore {file}: {cause}. Run `hallpress amend {} --undo` once that is mended.",
                record.id
            ),
        });
        return Status::Failed;
    }
    talk(&match lang {
        Lang::Zh => format!("已恢复 {file}：和第{}次发布时一样", record.release),
        Lang::En => format!("restored as in release {}: {file}", record.release),
    });
    if restored.is_verbatim {
        talk(say(
            lang,
            "这个文件后来补写的备案、张贴、注释等没能保留，请补上。",
            "Steps and comments written into the file since could not be kept; write them again.",
        ));
    }
    Status::Fine
}
