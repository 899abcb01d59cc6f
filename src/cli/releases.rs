//! `hallpress list releases`: what was released when; and the messages about damaged releases, which other commands
//! print too.

use super::args::Global;
use super::exit::Status;
use super::output::talk;
use super::table::{Heads, show};
use crate::diag::Lang;
use crate::publish::PublishError;
use crate::publish::releases::{History, Loss, Release, Releases};

/// How many files are named.
const NAMED: usize = 5;

/// Lists the releases, the oldest first, and reports which of their records are damaged.
pub(super) fn run(global: &Global) -> Status {
    let (releases, lang) = (Releases::of(&global.base()), global.lang());
    match releases.all() {
        Ok(history) => {
            let (heads, rows) = table(&history.releases);
            show(global, &heads, &rows);
            let lost = missing(&releases.losses(&history), lang);
            damaged(&history, lang).iter().chain(&lost).for_each(|words| talk(words));
            Status::Fine
        }
        Err(error) => {
            talk(&unreadable(&error, lang));
            Status::Failed
        }
    }
}

/// The message that the releases cannot be read.
pub(super) fn unreadable(error: &PublishError, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("读不出历次发布：{error}。请检查这个文件夹能不能打开。"),
        Lang::En => format!("the releases cannot be read: {error}. See whether the folder can be opened."),
    }
}

/// The messages that records of releases are damaged, a line each.
pub(super) fn damaged(history: &History, lang: Lang) -> Vec<String> {
    let words = |number: &u32| match lang {
        Lang::Zh => format!(
            "第{number}次发布的记录损坏（.hallpress/releases/{number:06}.json）：那次发布的内容读不出来，这个编号不再使用。请从备份恢复这个文件；没有备份的，把这个文件移到别处即可，不影响以后的发布。"
        ),
        Lang::En => format!(
            "the record of release {number} is damaged (.hallpress/releases/{number:06}.json): its content cannot be read, and its number is not used again. Restore the file from a backup; without one, move it elsewhere, which later releases do not mind."
        ),
    };
    history.damaged.iter().map(words).collect()
}

/// The message that released content is missing or damaged; `None` when nothing is.
pub(super) fn missing(lost: &[Loss], lang: Lang) -> Option<String> {
    let one = |loss: &Loss| match (lang, loss.instead) {
        (Lang::Zh, Some(instead)) => format!("{}（第{}次，改用第{instead}次的）", loss.path, loss.release),
        (Lang::Zh, None) => format!("{}（第{}次）", loss.path, loss.release),
        (Lang::En, Some(instead)) => format!("{} (release {}, that of {instead} is used)", loss.path, loss.release),
        (Lang::En, None) => format!("{} (release {})", loss.path, loss.release),
    };
    let named: Vec<String> = lost.iter().take(NAMED).map(one).collect();
    (!lost.is_empty()).then(|| match lang {
        Lang::Zh => format!(
            "历次发布中有 {} 个文件的内容缺失或损坏：{}{}。请从备份恢复 .hallpress/releases/objects/。",
            lost.len(),
            named.join("、"),
            if lost.len() > NAMED { "等" } else { "" }
        ),
        Lang::En => format!(
            "the content of {} released files is missing or damaged: {}{}. Restore .hallpress/releases/objects/ from a backup.",
            lost.len(),
            named.join(", "),
            if lost.len() > NAMED { ", …" } else { "" }
        ),
    })
}

fn table(all: &[Release]) -> (Heads, Vec<Vec<String>>) {
    let heads = vec![("发布", "release"), ("首次构建", "moment"), ("内容文件", "files"), ("与上次不同", "changed")];
    let before = std::iter::once(None).chain(all.iter().map(Some));
    let rows = all.iter().zip(before).map(|(release, before)| {
        let moment = crate::text::date::stamp(release.moment);
        vec![format!("r{}", release.number), moment, release.files.len().to_string(), changed(before, release)]
    });
    (heads, rows.collect())
}

/// How many files are new, gone or not the same as before.
fn changed(before: Option<&Release>, release: &Release) -> String {
    let Some(before) = before else { return "—".to_owned() };
    let differs = release.files.iter().filter(|(path, hash)| before.files.get(*path) != Some(hash)).count();
    let gone = before.files.keys().filter(|path| !release.files.contains_key(*path)).count();
    (differs + gone).to_string()
}
