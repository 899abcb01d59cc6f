//! `hallpress amend`: turns an edit of a published record into an amendment, and puts the record back as it was published.

use super::args::{AmendOptions, Format, Global};
use super::change_new::{caused, nowhere_to_write, unwritten, write_new};
use super::exit::{Status, status};
use super::output::{data, report, say, talk};
use super::waiting::waiting;
use crate::check::IssuedRecord;
use crate::content::amendment::RawAmendment;
use crate::content::change::RawChange;
use crate::diag::{Lang, LocalizedText, Report, Severity};
use crate::drafting::{AmendmentDraft, AmendmentTerms, EditedRecord, amendment, as_issued};
use crate::model::Hall;
use crate::model::change::Posting;
use crate::model::time::midnight;
use crate::project::{Checked, Project, issued_records};
use crate::publish::write_whole;
use crate::source::Date as RawDate;
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
    let path = format!("content/amendments/{}.yaml", draft.id);
    let with_it = project
        .with_file(path.clone(), draft.yaml.clone().into_bytes())
        .with_file(record.file.clone(), restored.text.clone().into_bytes());
    let after = with_it.check(when, false);
    let new = Report::new(caused(&checked.report, after.report, &path), with_it.sources());
    if new.diagnostics.iter().any(|d| d.severity == Severity::Broken && *d.place.file == *path) {
        report(global, &new, with_it.sources());
        talk(say(lang, "这样的更正有错误，没有写入任何文件。", "Such an amendment has errors; nothing was written."));
        return Status::Faulty;
    }
    if options.dry_run {
        data(&draft.yaml);
        return Status::Fine;
    }
    if let Err(cause) = write_new(&global.root.join(&path), &draft.yaml) {
        unwritten(&path, &cause, lang);
        return Status::Failed;
    }
    let put_back = put_back(global, record, &restored, Some((&path, &draft)));
    if put_back != Status::Fine {
        return put_back;
    }
    report(global, &new, with_it.sources());
    let mut waits = after.waiting;
    waits.retain(|waits| *waits.file == *path);
    waiting(&waits, lang).iter().for_each(|line| talk(line));
    status(&new)
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
    let kept = now.zip(record.edited.as_ref()).and_then(|(now, keys)| match record.is_change() {
        true => as_issued::<RawChange>(&then, now, keys),
        false => as_issued::<RawAmendment>(&then, now, keys),
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
) -> Result<AmendmentDraft, Vec<LocalizedText>> {
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
    Ok(draft.with_id(id))
}

/// Where notices of a record and of its amendments hang on `day` or later, each until its last day.
fn postings(hall: &Hall, id: &str, day: Date) -> Vec<(String, Date)> {
    let amended = hall.amendments.iter().find(|amendment| amendment.id == id).map(|amendment| amendment.change);
    let change = hall.change_ids().find(|(at, change)| amended.map_or(change.id == id, |amended| amended == *at));
    let Some((at, change)) = change else { return Vec::new() };
    let amendments = hall.amendments.iter().filter(|amendment| amendment.change == at);
    let all = change.postings.iter().chain(amendments.flat_map(|amendment| &amendment.postings));
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
        format!("没有编号为“{id}”的变更记录或更正。{zh}编号见 hallpress list changes。"),
        format!("no change record or amendment has the id \"{id}\".{en} See `hallpress list changes`."),
    )
}

fn refuse(wrong: &[LocalizedText], record: &IssuedRecord, lang: Lang) -> Status {
    wrong.iter().for_each(|one| talk(one.get(lang)));
    let id = &record.id;
    if record.edited.is_none() {
        talk(&match lang {
            Lang::Zh => format!("没有写入任何文件。恢复这个文件：hallpress amend {id} --undo"),
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
fn put_back(
    global: &Global,
    record: &IssuedRecord,
    restored: &Restored,
    written: Option<(&str, &AmendmentDraft)>,
) -> Status {
    let lang = global.lang();
    let file = &record.file;
    let wrote = write_whole(&global.root.join(file), restored.text.as_bytes());
    if let Some((path, draft)) = written {
        data(&match global.format {
            Format::Text => format!("{}\n", draft.yaml),
            _ => format!("{}\n", json!({ "amendment": path, "kind": draft.kind.word(), "record": file })),
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
