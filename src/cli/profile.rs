//! `hallpress profile show`: the merged profile of the site, and where each value comes from.

use super::args::{Format, Global};
use super::exit::Status;
use super::output::{data, report, say};
use super::table::table;
use crate::content::profile::RawProfile;
use crate::diag::{Lang, LineIndex, Report};
use crate::model::profile::{Layer, Profile};
use crate::project::Project;
use crate::source::Sources;
use serde_json::json;

/// Longest value in a row of the table, characters.
const WIDEST: usize = 40;

/// Prints every stated key with its value and origin, then the keys no layer states.
pub(super) fn show(global: &Global) -> Status {
    let project = Project::open(&global.root);
    let mut found = Vec::new();
    let content = project.content(&mut found);
    let hall = project.resolve(&content, &mut found);
    let found = Report::new(found, project.sources());
    let Some(hall) = hall else {
        report(global, &found, project.sources());
        return Status::Faulty;
    };
    let profile = &hall.profile;
    let stated = profile.states.stated();
    let rest: Vec<&str> =
        RawProfile::KEYS.iter().map(|(key, _)| *key).filter(|key| profile.origin(key).is_none()).collect();
    if global.format == Format::Text {
        let rows: Vec<Vec<String>> = stated
            .iter()
            .map(|(key, items)| vec![(*key).to_owned(), one_line(items), origin(profile, key, project.sources())])
            .collect();
        data(&table(&vec![("键", "key"), ("值", "value"), ("出处", "origin")], &rows));
        let lang = global.lang();
        let with = |key: &&str| match (profile.assumed(key), lang) {
            (None, _) => (*key).to_owned(),
            (Some(value), Lang::Zh) => format!("{key}（按{value}）"),
            (Some(value), Lang::En) => format!("{key} (taken as {value})"),
        };
        let rest: Vec<String> = rest.iter().map(with).collect();
        data(&match lang {
            Lang::Zh => format!("未规定：{}\n", rest.join("、")),
            Lang::En => format!("not stated: {}\n", rest.join(", ")),
        });
    } else {
        for (key, items) in &stated {
            let layer = profile.origin(key);
            let place = layer.and_then(|layer| place(layer, key, project.sources()));
            let value = json!({
                "key": key, "value": items, "profile": layer.map(|layer| &layer.id),
                "file": place.as_ref().map(|(file, _)| file), "line": place.as_ref().map(|(_, line)| line),
            });
            data(&format!("{value}\n"));
        }
        for key in rest {
            data(&format!("{}\n", json!({ "key": key, "value": null, "assumed": profile.assumed(key) })));
        }
    }
    // A layer that could not be read is not in the table: whoever reads it must know that.
    if found.has_blocking() {
        report(global, &found, project.sources());
        super::output::talk(say(global.lang(), "内容有错误，上面的制度可能不全。", "the content has errors"));
        return Status::Faulty;
    }
    Status::Fine
}

/// A value on one line; for a long list its beginning and the number of its items.
fn one_line(items: &[String]) -> String {
    let whole = items.join("、");
    if whole.chars().count() <= WIDEST {
        return whole;
    }
    let shown: String = whole.chars().take(WIDEST).collect();
    if items.len() > 1 { format!("{shown}…（共{}项）", items.len()) } else { format!("{shown}…") }
}

/// `content/profiles/x.yaml:3`, or the shipped profile.
fn origin(profile: &Profile, key: &'static str, sources: &Sources) -> String {
    let Some(layer) = profile.origin(key) else { return String::new() };
    match place(layer, key, sources) {
        Some((file, line)) => format!("{file}:{line}（制度 {}）", layer.id),
        None => format!("制度 {}（程序自带）", layer.id),
    }
}

/// The file and line of a key in a profile of the hall's own.
fn place(layer: &Layer, key: &'static str, sources: &Sources) -> Option<(String, usize)> {
    let root = layer.origin.as_ref()?;
    let line = sources.locate(&root.key(key)).and_then(|(file, range)| {
        let text = crate::diag::Texts::text(sources, &file)?;
        Some(LineIndex::new(text).line_column(range.start).0)
    });
    Some((root.file.to_string(), line.unwrap_or(1)))
}
