//! `hallpress wording [TEXT]`: how things are worded, as it is written in `content/words/wording.yaml`.

use super::args::{Format, Global};
use super::exit::Status;
use super::output::{data, report, talk};
use crate::content::wording::Wording;
use crate::diag::{Lang, Report};
use crate::project::Project;
use serde_json::json;
use serde_yaml::Mapping;

/// Prints the sentences that contain `text`, as the hall words them; without it all of them.
pub(super) fn run(global: &Global, text: Option<&str>) -> Status {
    let project = Project::open(&global.root);
    let mut found = Vec::new();
    let content = project.content(&mut found);
    let Some(hall) = project.resolve(&content, &mut found) else {
        report(global, &Report::new(found, project.sources()), project.sources());
        return Status::Faulty;
    };
    let mut wording = (*hall.wording).clone();
    let mut groups: Vec<(&str, Mapping)> = Vec::new();
    for worded in wording.sentences_mut() {
        let said = worded.text.take().unwrap_or_default();
        if !text.is_none_or(|text| said.contains(text)) {
            continue;
        }
        if global.format != Format::Text {
            let (group, sentence) = (worded.group, worded.sentence);
            data(&format!(
                "{}\n",
                json!({
                    "group": group, "sentence": sentence.key, "text": said, "values": sentence.values, "help": sentence.help,
                })
            ));
        }
        if groups.last().is_none_or(|(group, _)| *group != worded.group) {
            groups.push((worded.group, Mapping::new()));
        }
        if let Some((_, sentences)) = groups.last_mut() {
            sentences.insert(worded.sentence.key.into(), said.into());
        }
    }
    if global.format == Format::Text {
        for (group, sentences) in &groups {
            data(
                &serde_yaml::to_string(&Mapping::from_iter([((*group).into(), sentences.clone().into())]))
                    .unwrap_or_default(),
            );
        }
    }
    talk(&match (global.lang(), groups.is_empty()) {
        (Lang::Zh, true) => {
            "没有哪一句里有这几个字。只写一小段试试，日期、窗口号这些是填进去的，不在句子里。".to_owned()
        }
        (Lang::En, true) => {
            "No sentence has these words. Try fewer: dates, numbers and names are filled in.".to_owned()
        }
        (Lang::Zh, false) => {
            format!("要换一种说法，把这一句连同上面一行写进 {}，再改；花括号里的名称不要动。", Wording::PATH)
        }
        (Lang::En, false) => {
            format!(
                "To word one anew, write it with the line of its group into {} and change it there; keep the names in braces.",
                Wording::PATH
            )
        }
    });
    Status::Fine
}
