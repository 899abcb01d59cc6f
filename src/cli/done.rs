//! `hallpress done`: ticks off what was done, in `content/done/`.

use super::args::{DoneOptions, Format, Global};
use super::change_new::nowhere_to_write;
use super::exit::{Status, status};
use super::output::{data, report, say, talk};
use crate::content::Content;
use crate::diag::{Lang, LocalizedText};
use crate::drafting::{NewTick, with_ticks};
use crate::model::Hall;
use crate::model::duties::BOARDS;
use crate::plan::staff::{OpenDuty, open_duties, work};
use crate::project::Project;
use crate::publish::write_whole;
use crate::source::Date as RawDate;
use crate::text::nearest::nearest;
use jiff::civil::Date;
use serde_json::json;

/// Ticks off what is named, or nothing when one of them cannot be.
pub(super) fn run(global: &Global, options: &DoneOptions) -> Status {
    let lang = global.lang();
    let project = global.project();
    if project.is_default {
        talk(nowhere_to_write(lang));
        return Status::Failed;
    }
    let when = global.when();
    let today = when.moment.date();
    let checked = project.check(when, false);
    let Some(halls) = checked.work_halls() else {
        report(global, &checked.report, project.sources());
        return status(&checked.report);
    };
    let on = match options.on.as_deref().map(RawDate::parse).transpose() {
        Ok(on) => on.map_or(today, |on| on.0),
        Err([zh, en]) => {
            let written = options.on.as_deref().unwrap_or_default();
            let zh = format!("--on “{written}”不对，应为{zh}；今天办的可以不写 --on");
            let en = format!("--on \"{written}\" is not {en}; leave it out for today");
            return refuse(lang, &[LocalizedText::new(zh, en)]);
        }
    };
    let work = work(halls, project.past(), &checked.plan.outputs, when.day(), project.fonts());
    let duties = open_duties(&halls.in_force.ticks, &work, today);
    match ticked(halls.in_force, &duties, options, (on, today)) {
        Ok(ticked) => keep(global, &project, &ticked, options, on),
        Err(wrong) => refuse(lang, &wrong),
    }
}

/// The named duties, or why one of them cannot be ticked off.
fn ticked<'d>(
    hall: &Hall,
    duties: &'d [OpenDuty],
    options: &DoneOptions,
    (on, today): (Date, Date),
) -> Result<Vec<&'d OpenDuty>, Vec<LocalizedText>> {
    let mut wrong = Vec::new();
    if on > today {
        wrong.push(LocalizedText::new(
            format!("--on {on} 还没有到：今天是{today}。办好了再登记。"),
            format!("--on {on} has not come: today is {today}. Tick it off once it is done."),
        ));
    }
    if options.by.trim().is_empty() {
        wrong.push(LocalizedText::new("--by 后面写办理人的姓名。", "--by wants the name of who did it."));
    }
    let mut found = Vec::new();
    for id in &options.tasks {
        match (duties.iter().find(|duty| duty.uid == *id), hall.ticks.of(id, today)) {
            (_, Some(tick)) => wrong.push(LocalizedText::new(
                format!("“{id}”已经登记过：{}，{}。", tick.on, tick.by),
                format!("\"{id}\" is ticked off already: {}, {}.", tick.on, tick.by),
            )),
            (Some(OpenDuty { done_in: Some(key), file, .. }), _) => wrong.push(LocalizedText::new(
                format!("“{id}”办好以后写在记录里：{file} 的“{key}”。写上就算已办，不在这里登记。"),
                format!("\"{id}\" is done once its record says so: write {key} in {file}."),
            )),
            (Some(duty), _) => found.push(duty),
            (None, _) if hall.changes.iter().any(|change| *id == format!("{}-{}", BOARDS.clause, change.id)) => {
                wrong.push(LocalizedText::new(
                    format!("“{id}”没有要登记的：这次变更的标牌都用 hallpress printed 登记过了，或者不用换。"),
                    format!(
                        "\"{id}\" is done: all boards of this change were recorded by `hallpress printed`, or stay."
                    ),
                ));
            }
            (None, _) => wrong.push(unknown(id, duties)),
        }
    }
    if wrong.is_empty() { Ok(found) } else { Err(wrong) }
}

fn unknown(id: &str, duties: &[OpenDuty]) -> LocalizedText {
    let near = nearest(id, duties.iter().map(|duty| duty.uid.as_str()));
    let meant = |near: &str| [format!("是不是“{near}”？"), format!(" Is it \"{near}\"?")];
    let [zh, en] = near.map(meant).unwrap_or_default();
    LocalizedText::new(
        format!("没有编号为“{id}”的事。{zh}编号见 hallpress today、hallpress list tasks 和 staff/ 里的各清单。"),
        format!(
            "there is nothing to do by the id \"{id}\".{en} Ids are in `hallpress today` and `hallpress list tasks`."
        ),
    )
}

fn refuse(lang: Lang, wrong: &[LocalizedText]) -> Status {
    wrong.iter().for_each(|one| talk(one.get(lang)));
    talk(say(lang, "没有登记任何一项。", "Nothing was ticked off."));
    Status::Failed
}

fn keep(global: &Global, project: &Project, ticked: &[&OpenDuty], options: &DoneOptions, on: Date) -> Status {
    let lang = global.lang();
    let by = options.by.trim();
    let note = options.note.as_deref();
    let entries = ticked.iter().map(|duty| NewTick { id: &duty.uid, what: &duty.what, by, on, note });
    let entries: Vec<NewTick<'_>> = entries.collect();
    let (path, text) = file_for(project, &entries, on);
    if let Err(cause) = write_whole(&global.root.join(&path), text.as_bytes()) {
        talk(&match lang {
            Lang::Zh => format!("写不了 {path}：{cause}。没有登记。"),
            Lang::En => format!("cannot write {path}: {cause}. Nothing was ticked off."),
        });
        return Status::Failed;
    }
    for duty in ticked {
        data(&match (global.format, lang) {
            (Format::Text, Lang::Zh) => format!("已登记：{}（{on}，{by}）\n", duty.what),
            (Format::Text, Lang::En) => format!("ticked off: {} ({on}, {by})\n", duty.what),
            _ => format!("{}\n", json!({ "uid": duty.uid, "what": duty.what, "by": by, "on": on.to_string() })),
        });
    }
    talk(&format!("{}{path}", say(lang, "已写入 ", "written: ")));
    Status::Fine
}

/// The file of the month with the entries added, or another one beside it where people wrote that in a form in which
/// they would not read back.
fn file_for(project: &Project, entries: &[NewTick<'_>], on: Date) -> (String, String) {
    let month = on.strftime("%Y-%m").to_string();
    let mut count = 1;
    loop {
        let name = if count == 1 { month.clone() } else { format!("{month}-{count}") };
        let path = format!("content/done/{name}.yaml");
        let before = project.sources().text(&path).unwrap_or_default();
        let is_new = !project.sources().exists(&path);
        let text = with_ticks(before, entries);
        // A file that is not there yet has no form that could be wrong.
        if is_new || reads_back(project, &path, &text, entries) {
            return (path, text);
        }
        count += 1;
    }
}

fn reads_back(project: &Project, path: &str, text: &str, entries: &[NewTick<'_>]) -> bool {
    let with_it = project.with_file(path.to_owned(), text.as_bytes().to_vec());
    let content = with_it.content(&mut Vec::new());
    let of =
        |project: &Content| project.done.iter().find(|doc| *doc.place.file == *path).map(|doc| doc.value.done.len());
    let before = of(&project.content(&mut Vec::new()));
    let read = content.done.iter().find(|doc| *doc.place.file == *path);
    let last = read.and_then(|doc| doc.value.done.last()).zip(entries.last());
    before.is_some_and(|before| of(&content) == Some(before + entries.len()))
        && last.is_some_and(|(read, meant)| read.id == meant.id && read.by == meant.by && read.on.0 == meant.on)
}
