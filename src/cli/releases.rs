//! `hallpress list releases`: what was released when.

use super::Status;
use super::args::Global;
use super::list::{Heads, show};
use super::output::{say, talk};
use crate::publish::releases::{Release, Releases};

/// Lists the releases, the oldest first.
pub(super) fn run(global: &Global) -> Status {
    match Releases::of(&global.base()).all() {
        Ok(all) => {
            let (heads, rows) = table(&all);
            show(global, &heads, &rows);
            Status::Fine
        }
        Err(error) => {
            talk(&format!("{}{error}", say(global.lang(), "读不出历次发布：", "the releases cannot be read: ")));
            Status::Failed
        }
    }
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
