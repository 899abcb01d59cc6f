//! `hallpress diff`: what two moments or releases differ in, output by output.

use super::args::{DiffOptions, Format, Global};
use super::exit::{Status, status};
use super::output::{data, report, talk};
use super::releases::{damaged, missing, unreadable};
use super::side::Side;
use crate::diag::{Diagnostic, Lang, Report};
use crate::model::When;
use crate::plan::contents::Plan;
use crate::plan::lines::{ContentLine, Difference, differences, unkeyed};
use crate::plan::output::{Form, Output, Tree};
use crate::plan::screens::manifest::Manifest;
use crate::plan::screens::player::PlayerView;
use crate::project::{Project, Released};
use crate::publish::issued_texts;
use crate::publish::releases::Releases;
use crate::render::Engine;
use crate::text::date::rfc3339;
use jiff::civil::DateTime;
use serde_json::json;
use std::collections::BTreeMap;

/// An output that is not the same at both moments.
struct Changed {
    path: String,
    what: DiffKind,
    lines: Vec<Difference>,
}

#[derive(Clone, Copy, PartialEq)]
enum DiffKind {
    Added,
    Removed,
    Changed,
}

/// The input of a plan: the site, the moment, and whether faulty records were left out.
fn opened(global: &Global, side: Side) -> Result<(Project, DateTime, bool), String> {
    let number = match side {
        Side::At(moment) => return Ok((Project::open(&global.root), moment, false)),
        Side::Release(number) => number,
    };
    let (releases, lang) = (Releases::of(&global.base()), global.lang());
    let history = releases.all().map_err(|error| unreadable(&error, lang))?;
    if history.damaged.contains(&number) {
        return Err(damaged(&history, lang).join("\n"));
    }
    let Some(release) = history.releases.iter().find(|release| release.number == number) else {
        let known = history.releases.last().map_or(0, |last| last.number);
        return Err(match lang {
            Lang::Zh => format!("没有第{number}次发布：至今共{known}次，见 hallpress list releases"),
            Lang::En => format!("there is no release {number}: {known} so far, see `hallpress list releases`"),
        });
    };
    let (content, lost) = releases.content(&history, release);
    missing(&lost, lang).iter().for_each(|words| talk(words));
    let content = content.into_iter().map(|(path, (_, bytes))| (path, bytes)).collect();
    Ok((Project::released(&global.root, content), release.moment, !release.left_out.is_empty()))
}

/// Prints what differs between the plans of two moments or releases.
pub(super) fn run(global: &Global, options: &DiffOptions) -> Status {
    let mut texts: Vec<BTreeMap<String, Vec<ContentLine>>> = Vec::new();
    let mut faulty: Option<(Report, Project)> = None;
    for side in [options.from, options.to] {
        let (project, moment, withheld) = match opened(global, side) {
            Ok(found) => found,
            Err(why) => {
                talk(&why);
                return Status::Failed;
            }
        };
        let project = project.after(Released::default(), issued_texts(&global.base()).until(moment));
        let checked = project.check(When { moment, horizon_days: global.horizon }, withheld);
        if checked.hall.is_none() {
            report(global, &checked.report, project.sources());
            return status(&checked.report);
        }
        match project.engine().and_then(|engine| outputs(&checked.plan, &engine, moment)) {
            Ok(found) => texts.push(found),
            Err(found) => {
                report(global, &Report::new(found, project.sources()), project.sources());
                return Status::Faulty;
            }
        }
        if checked.report.errors() > 0 {
            faulty = Some((checked.report, project));
        }
    }
    let [before, after] = texts.as_slice() else { return Status::Failed };
    let changed = compared(before, after);
    for one in &changed {
        data(&match global.format {
            Format::Text => shown(one, global.lang()),
            Format::Json | Format::Sarif | Format::Html => {
                let what = match one.what {
                    DiffKind::Added => "added",
                    DiffKind::Removed => "removed",
                    DiffKind::Changed => "changed",
                };
                format!("{}\n", json!({ "path": one.path, "what": what, "lines": one.lines }))
            }
        });
    }
    let count = |what| changed.iter().filter(|one| one.what == what).count();
    let (added, removed, differ) = (count(DiffKind::Added), count(DiffKind::Removed), count(DiffKind::Changed));
    talk(&match global.lang() {
        Lang::Zh => format!("新增{added}个，消失{removed}个，变化{differ}个"),
        Lang::En => format!("{added} added, {removed} removed, {differ} changed"),
    });
    match faulty {
        Some((found, project)) => {
            report(global, &found, project.sources());
            status(&found)
        }
        None => Status::Fine,
    }
}

/// The content of every output for readers at `moment`, by its path. Pictures of screens are represented by what their
/// screen shows; work lists, which change with each day, and files without words are left out.
fn outputs(
    plan: &Plan,
    engine: &Engine,
    moment: DateTime,
) -> Result<BTreeMap<String, Vec<ContentLine>>, Vec<Diagnostic>> {
    let all = plan.all_outputs();
    let pictures: BTreeMap<&str, &Output> = all.iter().map(|output| (output.path.as_str(), output)).collect();
    let mut found = BTreeMap::new();
    for output in all.iter().filter(|output| output.tree != Tree::Staff) {
        let lines = match &output.form {
            Form::Manifest { assign: None } => match output.view.as_kind() {
                Some(manifest) => shows(manifest, moment, &pictures),
                None => continue,
            },
            Form::Print { .. } => match output.view.lines() {
                Some(lines) => lines,
                None => continue,
            },
            // A player's page is the same at every moment.
            Form::Page { .. } if output.view.as_kind::<PlayerView>().is_none() => {
                let page = String::from_utf8_lossy(&engine.render(output)?).into_owned();
                if output.path.ends_with(".html") { unkeyed(readable(&page)) } else { unkeyed(lines_of(&page)) }
            }
            _ => continue,
        };
        found.insert(format!("{}/{}", output.tree.folder(), output.path), lines);
    }
    Ok(found)
}

/// What a screen shows at `moment`.
fn shows(manifest: &Manifest, moment: DateTime, pictures: &BTreeMap<&str, &Output>) -> Vec<ContentLine> {
    // Times with the same UTC offset sort as their text does.
    let now = rfc3339(moment);
    let entry = manifest.timeline.iter().find(|entry| entry.from <= now && now < entry.to);
    let shown = entry.and_then(|entry| entry.show.first()).and_then(|show| manifest.media.get(&show.media));
    let picture = shown.and_then(|medium| pictures.get(medium.picture.as_str()));
    picture.and_then(|output| output.view.lines()).unwrap_or_default()
}

fn lines_of(text: &str) -> impl Iterator<Item = String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned)
}

/// The texts of a page's body, one line for each block.
fn readable(html: &str) -> Vec<String> {
    let body = html.split_once("<main").map_or(html, |(_, rest)| rest);
    let body = body.split_once("</main>").map_or(body, |(inner, _)| inner);
    let mut texts = Vec::new();
    let mut text = String::new();
    for piece in body.split('<').skip(1) {
        let (tag, after) = piece.split_once('>').unwrap_or(("", piece));
        let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        let is_inline = matches!(name.as_str(), "a" | "span" | "strong" | "em" | "small" | "time" | "b" | "i");
        if !is_inline {
            texts.extend(lines_of(&text));
            text.clear();
        }
        text.push_str(&unescaped(after).replace('\n', " "));
    }
    texts.extend(lines_of(&text));
    texts
}

fn unescaped(text: &str) -> String {
    let entities = [
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ];
    entities.iter().fold(text.to_owned(), |text, (entity, c)| text.replace(entity, c))
}

fn compared(before: &BTreeMap<String, Vec<ContentLine>>, after: &BTreeMap<String, Vec<ContentLine>>) -> Vec<Changed> {
    let mut found = Vec::new();
    for (path, lines) in after {
        let (what, old) = match before.get(path) {
            Some(old) => (DiffKind::Changed, old.as_slice()),
            None => (DiffKind::Added, &[][..]),
        };
        let lines = differences(old, lines);
        if what == DiffKind::Added || !lines.is_empty() {
            found.push(Changed { path: path.clone(), what, lines });
        }
    }
    let gone = before.iter().filter(|(path, _)| !after.contains_key(*path));
    found.extend(gone.map(|(path, lines)| Changed {
        path: path.clone(),
        what: DiffKind::Removed,
        lines: differences(lines, &[]),
    }));
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn shown(one: &Changed, lang: Lang) -> String {
    let word = match (one.what, lang) {
        (DiffKind::Added, Lang::Zh) => "新增",
        (DiffKind::Removed, Lang::Zh) => "消失",
        (DiffKind::Changed, Lang::Zh) => "变化",
        (DiffKind::Added, Lang::En) => "added",
        (DiffKind::Removed, Lang::En) => "removed",
        (DiffKind::Changed, Lang::En) => "changed",
    };
    let mut text = format!("{word} {}\n", one.path);
    for line in &one.lines {
        for (sign, side) in [('-', &line.old), ('+', &line.new)] {
            if let Some(side) = side {
                text.push_str(&format!("  {sign} {side}\n"));
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::readable;

    #[test]
    fn a_page_is_read_block_by_block() {
        let html = "<html><body><nav>不读</nav><main id=\"m\"><h1>标题</h1><p>一&amp;<a href=\"x\">链接</a>二</p>\n<td>甲</td><td>乙</td></main><p>不读</p>";
        assert_eq!(readable(html), ["标题", "一&链接二", "甲", "乙"]);
    }
}
