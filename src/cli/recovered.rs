//! What is said when the record of the last publish is lost, damaged, older than the files, or of a later program.

use crate::diag::Lang;
use crate::publish::{PublishError, Record, Recovered};
use std::io::ErrorKind;

/// How many files are named.
const NAMED: usize = 3;

/// What was amiss with a record, and what became of it.
pub(super) fn words(found: &Recovered, lang: Lang) -> String {
    let tree = found.tree.folder();
    let state = format!(".hallpress/{tree}/state.json");
    let what = match (lang, found.record) {
        (Lang::Zh, Record::Lost) => format!(
            "{tree}/ 的发布记录（{state}）不见了：按 {tree}/ 里现有的文件接着发布。请把 .hallpress/ 和 content/ 一起备份。"
        ),
        (Lang::Zh, Record::LostButPrevious) => {
            format!(
                "{tree}/ 的发布记录（{state}）不见了：用了上一份（state.previous.json），并核对了 {tree}/ 里的文件。"
            )
        }
        (Lang::Zh, Record::Damaged) => {
            format!("{tree}/ 的发布记录（{state}）损坏，也没有上一份：按 {tree}/ 里现有的文件接着发布。请检查磁盘。")
        }
        (Lang::Zh, Record::DamagedButPrevious) => format!(
            "{tree}/ 的发布记录（{state}）损坏：用了上一份（state.previous.json），并核对了 {tree}/ 里的文件。请检查磁盘。"
        ),
        (Lang::Zh, Record::Older | Record::Sound) => format!(
            "{tree}/ 里的文件和发布记录（{state}）对不上：记录比文件旧（可能是从备份恢复的），或有人改过文件。已按现有的内容补齐。"
        ),
        (Lang::En, Record::Lost) => {
            format!(
                "the record of {tree}/ ({state}) is gone: going on from the files in {tree}/. Back up .hallpress/ with content/."
            )
        }
        (Lang::En, Record::LostButPrevious) => {
            format!(
                "the record of {tree}/ ({state}) is gone: used the one before (state.previous.json) and the files in {tree}/."
            )
        }
        (Lang::En, Record::Damaged) => {
            format!(
                "the record of {tree}/ ({state}) is damaged, and there is none before it: going on from the files in {tree}/. Check the disk."
            )
        }
        (Lang::En, Record::DamagedButPrevious) => format!(
            "the record of {tree}/ ({state}) is damaged: used the one before (state.previous.json) and the files in {tree}/. Check the disk."
        ),
        (Lang::En, Record::Older | Record::Sound) => format!(
            "the files in {tree}/ are not those on record ({state}): the record is older (from a backup, perhaps), or files were changed by hand. They are as the content says now."
        ),
    };
    match removed(&found.removed, lang) {
        Some(removed) => format!("{what}{}{removed}", if lang == Lang::En { " " } else { "" }),
        None => what,
    }
}

fn removed(paths: &[String], lang: Lang) -> Option<String> {
    let first = paths.first()?;
    let shown = paths.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>();
    Some(match (lang, paths.len()) {
        (Lang::Zh, 1) => format!("内容里没有的 1 个文件已删除：{first}。"),
        (Lang::Zh, n) => {
            let etc = if n > NAMED { "等" } else { "" };
            format!("内容里没有的 {n} 个文件已删除：{}{etc}。", shown.join("、"))
        }
        (Lang::En, n) => {
            let etc = if n > NAMED { ", …" } else { "" };
            format!("Removed {n} of which the content has nothing: {}{etc}.", shown.join(", "))
        }
    })
}

/// The refusal of a record that a later version of the program wrote; `None` for other errors.
pub(super) fn newer(error: &PublishError, lang: Lang) -> Option<String> {
    let is_record = error.path.extension().is_some_and(|ending| ending == "json");
    if error.cause.kind() != ErrorKind::Unsupported || !is_record {
        return None;
    }
    let path = error.path.display();
    Some(match lang {
        Lang::Zh => format!(
            "发布记录 {path} 是更新版本的 hallpress 写的，这个版本读不懂，没有发布任何内容，原有内容未动。\
             请用那个版本的 hallpress 构建；一定要用这个版本时，先把这个文件移走，程序会按已发布的文件接着发布。"
        ),
        Lang::En => format!(
            "the record {path} was written by a later version of hallpress, which this one cannot read. Nothing was \
             published. Build with that version; to go on with this one, move the file away: the published files tell the rest."
        ),
    })
}
