//! The record written down, with the draft of its announcement, and shown with what follows from it.

use super::trial::Trial;
use crate::cli::args::{Format, Global};
use crate::cli::exit::{Status, status};
use crate::cli::output::{data, report, talk};
use crate::cli::table::table;
use crate::cli::waiting::waiting;
use crate::diag::{Lang, Report, json};
use crate::drafting::{Advised, Draft};
use crate::model::{ChangeId, Hall};
use crate::plan::notices::print::plain_text;
use crate::project::Project;
use crate::source::Sources;
use crate::text::date::{clock, english, long_weekday};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// Writes the record that was tried, shows it, and says what it waits for.
pub(super) fn write_down(global: &Global, trial: Trial) -> Status {
    let Trial { draft, project, after, new } = trial;
    let text = after.hall.as_ref().and_then(|hall| announcement(hall, &draft.id, &project));
    let mut waits = after.waiting;
    waits.retain(|record| *record.file == *draft.path);
    let kept = keep(global, &draft, &new, project.sources(), text.as_deref());
    waiting(&waits, after.hall.as_deref(), global.lang()).iter().for_each(|line| talk(line));
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

pub(in crate::cli) fn unwritten(path: &str, cause: &io::Error, lang: Lang) {
    talk(&match lang {
        Lang::Zh => format!("写不了 {path}：{cause}。"),
        Lang::En => format!("cannot write {path}: {cause}."),
    });
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
pub(in crate::cli) fn write_new(path: &Path, text: &str) -> io::Result<()> {
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
