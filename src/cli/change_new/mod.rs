//! `hallpress change new`: writes a change record from flags, or from answers given in a terminal.

mod ask;

use super::args::{ChangeNewOptions, Format, Global};
use super::exit::{Status, status};
use super::output::{data, report, say, talk};
use super::table::table;
use super::waiting::waiting;
use crate::diag::{Diagnostic, Lang, LocalizedText, Report, Severity, json};
use crate::drafting::{Advised, Answers, Draft, Slot};
use crate::model::{ChangeId, Hall};
use crate::plan::notices::print::plain_text;
use crate::project::Project;
use crate::source::Sources;
use crate::text::date::{clock, english, long_weekday};
use ask::Dialogue;
use std::fs::{self, OpenOptions};
use std::io::{self, IsTerminal, Write};
use std::path::Path;

/// Asks for what the flags leave out, writes the record, and shows what follows from it.
pub(super) fn run(global: &Global, options: &ChangeNewOptions) -> Status {
    let lang = global.lang();
    let project = global.project();
    if project.is_default {
        talk(nowhere_to_write(lang));
        return Status::Failed;
    }
    let when = global.when();
    let before = project.check(when, false);
    let Some(hall) = &before.hall else {
        report(global, &before.report, project.sources());
        talk(say(lang, "内容还读不出来，先改正上面的错误。", "The content cannot be read yet; mend the errors above."));
        return Status::Faulty;
    };
    let answers = match answers(options, hall, lang) {
        Ok(answers) => answers,
        Err(status) => return status,
    };
    let draft = match answers.draft(hall, when.moment.date()) {
        Ok(draft) => draft,
        Err(wrong) => return refuse(&wrong, lang),
    };
    if options.dry_run {
        data(&draft.yaml);
        return Status::Fine;
    }
    if project.sources().exists(&draft.path) {
        // A record that cannot be read has no known id, but its file exists.
        talk(&match lang {
            Lang::Zh => format!("{} 已经有了，没有覆盖它。先改正或移走这个文件。", draft.path),
            Lang::En => format!("{} is there already and was left alone. Mend it or move it away first.", draft.path),
        });
        return Status::Failed;
    }
    let project = project.with_file(draft.path.clone(), draft.yaml.clone().into_bytes());
    let after = project.check(when, false);
    let new = Report::new(caused(&before.report, after.report, &draft.path), project.sources());
    if new.diagnostics.iter().any(|d| d.severity == Severity::Broken) {
        report(global, &new, project.sources());
        talk(&match lang {
            Lang::Zh => {
                "这样的记录有错误，没有写入任何文件。改正后再运行一次；加 --dry-run 可看记录的样子。".to_owned()
            }
            Lang::En => "Such a record has errors; nothing was written. See it with --dry-run.".to_owned(),
        });
        return Status::Faulty;
    }
    let text = after.hall.as_ref().and_then(|hall| announcement(hall, &draft.id, &project));
    let mut waits = after.waiting;
    waits.retain(|record| *record.file == *draft.path);
    let kept = keep(global, &draft, &new, project.sources(), text.as_deref());
    waiting(&waits, lang).iter().for_each(|line| talk(line));
    kept
}

/// Writes the record and the draft of its announcement, `text`, and shows both with the findings about them.
fn keep(global: &Global, draft: &Draft, new: &Report, sources: &Sources, text: Option<&str>) -> Status {
    let lang = global.lang();
    let drafted = format!(".hallpress/drafts/{}.txt", draft.id);
    if let Err(cause) = write_new(&global.root.join(&draft.path), &draft.yaml) {
        unwritten(&draft.path, &cause, lang);
        return Status::Failed;
    }
    // The record is what matters: the draft can be made again.
    let kept = text.map(|text| write(&global.root.join(&drafted), text));
    let is_kept = matches!(kept, Some(Ok(())));
    show(global, draft, new, sources, text, is_kept.then_some(drafted.as_str()));
    if let Some(Err(cause)) = kept {
        unwritten(&drafted, &cause, lang);
        return Status::Failed;
    }
    status(new)
}

/// Why nothing can be written down in a folder without a hall.
pub(super) fn nowhere_to_write(lang: Lang) -> &'static str {
    say(
        lang,
        "这是示例大厅，没有自己的 content/ 文件夹可写。先建自己的大厅：hallpress new 文件夹",
        "This is the sample hall, without a content/ of its own to write to. For yours: hallpress new DIR",
    )
}

pub(super) fn unwritten(path: &str, cause: &io::Error, lang: Lang) {
    talk(&match lang {
        Lang::Zh => format!("写不了 {path}：{cause}。"),
        Lang::En => format!("cannot write {path}: {cause}."),
    });
}

/// The answers the flags give, and those asked for in a terminal.
fn answers(options: &ChangeNewOptions, hall: &Hall, lang: Lang) -> Result<Answers, Status> {
    let mut answers = Answers::default();
    let mut wrong = Vec::new();
    let terminal = io::stdin().is_terminal() && !options.dry_run;
    let mut dialogue = Dialogue::new(io::stdin().lock(), io::stderr().lock(), lang);
    let mut ask = |slots: &[Slot], answers: &mut Answers| {
        dialogue.ask(slots, answers, hall).map_err(|_| {
            talk(say(lang, "\n没有答完，没有写入任何文件。", "\nNot finished; nothing was written."));
            Status::Failed
        })
    };
    put(&mut answers, Slot::Kind, options.kind.as_deref(), hall, &mut wrong);
    if terminal && wrong.is_empty() {
        // What the other flags mean depends on the kind.
        ask(&[Slot::Kind], &mut answers)?;
    }
    let (windows, to_windows) = (options.window.join(","), options.to_window.join(","));
    let joined = |text: &'_ str| -> Option<String> { (!text.is_empty()).then(|| text.to_owned()) };
    let flags: [(Slot, Option<String>); 24] = [
        (Slot::Effective, options.effective.clone()),
        (Slot::LastDay, options.last_day.clone()),
        (Slot::Window, joined(&windows)),
        (Slot::Number, options.number.clone()),
        (Slot::Venue, options.venue.clone()),
        (Slot::Zone, options.zone.clone()),
        (Slot::East, options.east.clone()),
        (Slot::South, options.south.clone()),
        (Slot::Unit, options.unit.clone()),
        (Slot::Business, options.business.clone()),
        (Slot::Matters, options.matters.clone()),
        (Slot::Hours, options.hours.clone()),
        (Slot::ToWindow, joined(&to_windows)),
        (Slot::ToAddress, options.to_address.clone()),
        (Slot::Ended, options.ended.clone()),
        (Slot::Applicant, options.applicant.clone()),
        (Slot::Reason, options.reason.clone()),
        (Slot::Transition, options.transition.clone()),
        (Slot::TransitionNote, options.transition_note.clone()),
        (Slot::Phone, options.phone.clone()),
        (Slot::FiledOn, options.filed_on.clone()),
        (Slot::ApprovedAt, options.approved_at.clone()),
        (Slot::Editor, options.editor.clone()),
        (Slot::DraftedBy, options.drafted_by.clone()),
    ];
    for (slot, text) in &flags {
        put(&mut answers, *slot, text.as_deref(), hall, &mut wrong);
    }
    if !wrong.is_empty() {
        // A flag that is wrong is not missing as well.
        let unread: Vec<&str> = wrong.iter().map(|(slot, _)| slot.flag()).collect();
        let missing = answers.missing(hall).into_iter().filter(|say| !unread.iter().any(|flag| names(say, flag)));
        let all: Vec<LocalizedText> = wrong.iter().map(|(_, say)| say.clone()).chain(missing).collect();
        return Err(refuse(&all, lang));
    }
    if terminal {
        ask(&Slot::ALL, &mut answers)?;
    }
    Ok(answers)
}

/// Whether a message is about a flag.
fn names(say: &LocalizedText, flag: &str) -> bool {
    say.en.split([' ', ':']).any(|word| word == flag)
}

fn put(answers: &mut Answers, slot: Slot, text: Option<&str>, hall: &Hall, wrong: &mut Vec<(Slot, LocalizedText)>) {
    let Some(text) = text else { return };
    if let Err(say) = answers.put(slot, text, hall) {
        let flag = slot.flag();
        wrong.push((slot, LocalizedText::new(format!("{flag}：{}", say.zh), format!("{flag}: {}", say.en))));
    }
}

fn refuse(wrong: &[LocalizedText], lang: Lang) -> Status {
    talk(say(lang, "还不能写记录，请补上或改正：", "The record cannot be written yet; add or correct:"));
    for one in wrong {
        talk(&format!("  {}", one.get(lang)));
    }
    talk(say(
        lang,
        "没有写入任何文件。各选项的说明：hallpress change new --help",
        "Nothing was written. The flags: hallpress change new --help",
    ));
    Status::Failed
}

/// The findings a new file causes: those that blame it, and those that were not there before.
pub(super) fn caused(before: &Report, after: Report, path: &str) -> Vec<Diagnostic> {
    let is_new = |d: &Diagnostic| *d.place.file == *path || !before.diagnostics.contains(d);
    after.diagnostics.into_iter().filter(is_new).collect()
}

/// The announcement as plain text; if a template of the site is faulty, the program's own are used.
fn announcement(hall: &Hall, id: &str, project: &Project) -> Option<String> {
    let n = hall.changes.iter().position(|change| change.id == id)?;
    let output = plain_text(hall, ChangeId(n));
    let engine = project.engine().or_else(|_| project.plain_engine()).ok()?;
    let bytes = engine.render(&output).ok()?;
    String::from_utf8(bytes).ok()
}

/// Writes a file that is not there yet.
pub(super) fn write_new(path: &Path, text: &str) -> io::Result<()> {
    folder_of(path)?;
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    folder_of(path)?;
    fs::write(path, text)
}

fn folder_of(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)
}

fn show(global: &Global, draft: &Draft, new: &Report, sources: &Sources, text: Option<&str>, drafted: Option<&str>) {
    let lang = global.lang();
    if global.format != Format::Text {
        let advised: Vec<_> = draft.advice.rows.iter().map(as_json).collect();
        let value = serde_json::json!({
            "id": draft.id, "file": draft.path, "draft": drafted, "advised": advised,
            "chosen": draft.chosen.iter().map(|say| say.get(lang)).collect::<Vec<_>>(),
        });
        data(&format!("{value}\n"));
        data(&json::render(new, sources));
        return;
    }
    let rows: Vec<Vec<String>> = draft.advice.rows.iter().map(|row| cells(row, lang)).collect();
    let heads = match lang {
        Lang::Zh => vec![("日期", "day"), ("做什么", "what"), ("依据", "clause"), ("", "over")],
        Lang::En => vec![("day", "day"), ("what", "what"), ("clause", "clause"), ("", "over")],
    };
    data(&table(&heads, &rows));
    if let Some(year) = draft.advice.unknown_year {
        talk(&match lang {
            Lang::Zh => format!("{year}年的节假日安排还没有，提前的工作日算不出来；公布后写进 content/calendar.yaml。"),
            Lang::En => format!("There is no calendar of {year} yet; add it to content/calendar.yaml."),
        });
    }
    if let Some(text) = text {
        data(&format!("\n{}\n\n", text.trim_end()));
    }
    report(global, new, sources);
    for one in &draft.chosen {
        talk(one.get(lang));
    }
    talk(&match lang {
        Lang::Zh => format!("已写入 {}", draft.path),
        Lang::En => format!("written: {}", draft.path),
    });
    if let Some(drafted) = drafted {
        talk(&match lang {
            Lang::Zh => format!("公告稿在 {drafted}，备案、同意以后再发布。"),
            Lang::En => format!("The draft of the announcement: {drafted}"),
        });
    }
}

fn cells(row: &Advised, lang: Lang) -> Vec<String> {
    let day = match lang {
        Lang::Zh => long_weekday(row.day),
        Lang::En => english(row.day),
    };
    let day = row.hour.map_or(day.clone(), |hour| format!("{day} {}", clock(hour)));
    let (what, over) = match lang {
        Lang::Zh => (row.what, "已过"),
        Lang::En => (row.what_en, "over"),
    };
    let over = if row.over { over } else { "" };
    vec![day, what.to_owned(), row.clause.to_owned(), over.to_owned()]
}

fn as_json(row: &Advised) -> serde_json::Value {
    let clause = (!row.clause.is_empty()).then_some(row.clause);
    let day = row.hour.map_or_else(|| row.day.to_string(), |hour| hour.to_string());
    serde_json::json!({ "day": day, "what": row.what, "clause": clause, "over": row.over })
}
