//! Messages for when the record of the last publish is lost, damaged, older than the files, or of a later program.

use crate::diag::Lang;
use crate::plan::output::Tree;
use crate::publish::{PublishRecord, Recovered, TAKEN_AWAY};
use std::path::Path;

/// How many files are named.
const NAMED: usize = 3;

/// What was wrong with the records, and what was done about it; `had_records` is whether there was any record of the
/// program. That all are gone is one cause, and told once.
pub(super) fn words(found: &[Recovered], had_records: bool, lang: Lang) -> Vec<String> {
    let is_lost = |found: &Recovered| matches!(found.record, PublishRecord::Lost);
    if had_records || found.len() < Tree::ALL.len() || !found.iter().all(is_lost) {
        return found.iter().map(|found| of_tree(found, lang)).collect();
    }
    let trees = Tree::ALL.map(|tree| format!("{}/", tree.folder()));
    let said = match lang {
        Lang::Zh => format!(
            ".hallpress/ 不见了：按 {} 里现有的文件接着发布。已发公告的原文、历次发布的内容和印制台账都在里面：现在改动、删去已经公开的记录不会指出，要更换的标牌只能按内容推算。有备份的，运行 hallpress restore 备份文件 补回；以后请把 .hallpress/ 和 content/ 一起备份。",
            trees.join("、")
        ),
        Lang::En => format!(
            ".hallpress/ is gone: going on from the files in {}. The texts of what was issued, earlier releases and the print ledger were in it: edits of published records are not noticed now, and reprints are guessed from the content. Restore it from a backup (hallpress restore FILE); back it up with content/.",
            trees.join(", ")
        ),
    };
    let taken = found.iter().filter_map(|found| taken_away(&found.taken_away, found.tree.folder(), lang));
    std::iter::once(said).chain(taken).collect()
}

/// The same of one tree.
fn of_tree(found: &Recovered, lang: Lang) -> String {
    let tree = found.tree.folder();
    let state = format!(".hallpress/{tree}/state.json");
    let said = match lang {
        Lang::Zh => chinese(found.record, tree, &state),
        Lang::En => english(found.record, tree, &state),
    };
    let taken_away = taken_away(&found.taken_away, tree, lang);
    said.into_iter().chain(taken_away).collect::<Vec<_>>().join(if lang == Lang::En { " " } else { "" })
}

fn chinese(record: PublishRecord, tree: &str, state: &str) -> Option<String> {
    let record_is = format!("{tree}/ 的发布记录（{state}）");
    Some(match record {
        PublishRecord::Sound => return None,
        PublishRecord::Lost => {
            format!("{record_is}不见了：按 {tree}/ 里现有的文件接着发布。请把 .hallpress/ 和 content/ 一起备份。")
        }
        PublishRecord::LostButPrevious => {
            format!("{record_is}不见了：用了上一份（state.previous.json），并核对了 {tree}/ 里的文件。")
        }
        PublishRecord::Damaged => {
            format!("{record_is}损坏，也没有上一份：按 {tree}/ 里现有的文件接着发布。请检查磁盘。")
        }
        PublishRecord::DamagedButPrevious => {
            format!("{record_is}损坏：用了上一份（state.previous.json），并核对了 {tree}/ 里的文件。请检查磁盘。")
        }
        PublishRecord::JournalDamaged => format!(
            "上次向 {tree}/ 发布没有做完，它的记录（.hallpress/{tree}/next.json）损坏：用了再上一次的记录，并核对了 {tree}/ 里的文件。请检查磁盘。"
        ),
        PublishRecord::Older => format!(
            "{tree}/ 里的文件和发布记录（{state}）对不上：记录比文件旧（可能是从备份恢复的），或有人改过文件。已按现有的内容补齐。"
        ),
    })
}

fn english(record: PublishRecord, tree: &str, state: &str) -> Option<String> {
    let record_is = format!("the record of {tree}/ ({state}) is");
    Some(match record {
        PublishRecord::Sound => return None,
        PublishRecord::Lost => {
            format!("{record_is} gone: going on from the files in {tree}/. Back up .hallpress/ with content/.")
        }
        PublishRecord::LostButPrevious => {
            format!("{record_is} gone: used the one before (state.previous.json) and the files in {tree}/.")
        }
        PublishRecord::Damaged => format!(
            "{record_is} damaged, and there is none before it: going on from the files in {tree}/. Check the disk."
        ),
        PublishRecord::DamagedButPrevious => format!(
            "{record_is} damaged: used the one before (state.previous.json) and the files in {tree}/. Check the disk."
        ),
        PublishRecord::JournalDamaged => format!(
            "the last publish to {tree}/ broke off, and its record (.hallpress/{tree}/next.json) is damaged: used the one before and the files in {tree}/. Check the disk."
        ),
        PublishRecord::Older => format!(
            "the files in {tree}/ are not those on record ({state}): the record is older (from a backup, perhaps), or files were changed by hand. They are as the content says now."
        ),
    })
}

fn taken_away(paths: &[String], tree: &str, lang: Lang) -> Option<String> {
    paths.first()?;
    let (n, away) = (paths.len(), format!(".hallpress/{tree}/{TAKEN_AWAY}/"));
    let named = paths.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>();
    Some(match lang {
        Lang::Zh => format!(
            "{tree}/ 里有 {n} 个文件不在发布记录里，内容里也没有（{}{}），已移到 {away}，没有删除；里面有自己存的文件，请取回放到别处。",
            named.join("、"),
            if n > NAMED { "等" } else { "" }
        ),
        Lang::En => format!(
            "Files in {tree}/ of which neither record nor content knows: {n} ({}{}). They were moved to {away}, not removed; fetch back what is yours and put it elsewhere.",
            named.join(", "),
            if n > NAMED { ", …" } else { "" }
        ),
    })
}

/// The refusal of the record at `path`, which a later version of the program wrote.
pub(super) fn newer(path: &Path, lang: Lang) -> String {
    let path = path.display();
    match lang {
        Lang::Zh => format!(
            "发布记录 {path} 是更新版本的 hallpress 写的，这个版本读不懂，没有发布任何内容，原有内容未动。\
             请用那个版本的 hallpress 构建；一定要用这个版本时，先把这个文件移走，程序会按已发布的文件接着发布。"
        ),
        Lang::En => format!(
            "the record {path} was written by a later version of hallpress, which this one cannot read. Nothing was \
             published. Build with that version; to go on with this one, move the file away: the published files tell the rest."
        ),
    }
}
