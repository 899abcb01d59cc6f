//! `hallpress where TEXT`: what says it, where that is, and where it is written.

use super::args::{Format, Global};
use super::exit::Status;
use super::output::{data, report, say, talk};
use super::whereabouts_text::{answer, none, searched};
use crate::diag::{Lang, Report};
use crate::project::{Checked, Project};
use crate::report::whereabouts::{
    MentionNote, SearchedHall, SoughtWords, TextMention, Whereabouts, in_content, in_hall,
};
use serde_json::json;

/// Prints everything that says `words`.
pub(super) fn run(global: &Global, words: &[String]) -> Status {
    let lang = global.lang();
    let Some(wanted) = SoughtWords::new(&words.join(" ")) else {
        talk(say(
            lang,
            "没有写要找什么。写窗口号、电话或几个字，如 hallpress where A12、hallpress where 身份证。",
            "There is nothing to look for. Name a window, a phone or some words, such as `hallpress where A12`.",
        ));
        return Status::Failed;
    };
    let project = global.project();
    let checked = project.check(global.when(), false);
    let wanted = checked.hall.as_deref().map_or(wanted.clone(), |hall| wanted.known_in(hall));
    let mut found = Whereabouts::default();
    let mut status = Status::Fine;
    match of_hall(global, &project, &checked, &wanted) {
        Some(Ok(of_hall)) => found = of_hall,
        Some(Err(why)) => {
            report(global, &why, project.sources());
            status = Status::Faulty;
        }
        None => status = Status::Faulty,
    }
    let written = in_content(project.sources(), &wanted);
    found.mentions.extend(written.mentions);
    found.searched.extend(written.searched);
    if global.format == Format::Text {
        data(&answer(&found, &wanted, lang));
    } else {
        found.mentions.iter().for_each(|mention| data(&format!("{}\n", object(mention))));
    }
    if found.mentions.is_empty() {
        let nearest = checked.hall.as_deref().and_then(|hall| wanted.nearest(hall, global.when()));
        talk(&none(&wanted, nearest.as_deref(), lang));
    }
    talk(&searched(&found, lang));
    for warning in warnings(&checked, &found, status, lang) {
        talk(&warning);
    }
    status
}

/// The answer of the hall; `None` where no hall can be made.
fn of_hall(
    global: &Global,
    project: &Project,
    checked: &Checked,
    wanted: &SoughtWords,
) -> Option<Result<Whereabouts, Report>> {
    let hall = checked.in_force.as_deref()?;
    Some(match project.engine() {
        Ok(engine) => Ok(in_hall(
            &SearchedHall {
                hall,
                plan: &checked.plan,
                when: global.when(),
                past: project.past(),
                engine: &engine,
                fonts: project.fonts(),
            },
            wanted,
        )),
        Err(found) => Err(Report::new(found, project.sources())),
    })
}

/// Why an answer may lack something.
fn warnings(checked: &Checked, found: &Whereabouts, status: Status, lang: Lang) -> Vec<String> {
    let errors = checked.report.errors();
    let mut said = Vec::new();
    if checked.hall.is_none() {
        said.push(say(
            lang,
            "内容有错误，做不出大厅：只找了内容文件，没有找网页、条屏、标牌和公告。错误见 hallpress check。",
            "The content has errors and makes no hall: only its files were searched. See `hallpress check`.",
        ));
    }
    let errors = (status == Status::Fine && errors > 0).then(|| match lang {
        Lang::Zh => format!("内容有{errors}个错误（见 hallpress check）：答案按能读出的内容，可能不全。"),
        Lang::En => format!("The content has {errors} errors (see `hallpress check`): the answer may lack something."),
    });
    let failed = (!found.failed.is_empty()).then(|| match lang {
        Lang::Zh => format!("有{}个文件做不出来，没有找（见 hallpress build）。", found.failed.len()),
        Lang::En => {
            format!("{} files cannot be made and were not searched (see `hallpress build`).", found.failed.len())
        }
    });
    said.into_iter().map(str::to_owned).chain(errors).chain(failed).collect()
}

/// A mention as an object of JSON.
fn object(mention: &TextMention) -> serde_json::Value {
    let note = mention.note.as_ref().map(|note| match note {
        MentionNote::Outdated(_) => "outdated".to_owned(),
        MentionNote::Obsolete(_) => "obsolete".to_owned(),
        MentionNote::Switched(state) => format!("switched:{state}"),
        MentionNote::Fallback => "fallback".to_owned(),
        MentionNote::Ahead => "ahead".to_owned(),
    });
    json!({
        "group": mention.carrier.group().code(), "name": mention.name, "path": mention.path,
        "text": mention.quote.shown(usize::MAX, ["", ""]), "place": mention.place, "from": mention.from,
        "to": mention.to, "count": mention.count, "note": note,
    })
}
