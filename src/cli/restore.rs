//! `hallpress restore`: a backup, or the content of a release, put back.

use super::args::{Format, Global, RestoreOptions};
use super::backup::{busy, first_names, unread};
use super::exit::Status;
use super::output::{data, say, talk};
use super::releases::{damaged, missing, unreadable};
use crate::diag::Lang;
use crate::plan::boards::print_ledger::LEDGER_FILE;
use crate::publish::backup::{Backup, BackupFault, Restoration, RestoreError, as_released, standing};
use crate::publish::releases::{History, Release, Releases};
use crate::publish::{Cause, PublishError};
use crate::text::date::stamp;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Shows what restoring would change, and with `--yes` restores.
pub(super) fn run(global: &Global, options: &RestoreOptions) -> Status {
    let done = match (&options.file, options.release) {
        (Some(file), None) => from_backup(global, file, options.yes),
        (None, Some(number)) => from_release(global, number, options.yes),
        _ => Err(say(
            global.lang(),
            "写备份文件，或写 --release 和发布的编号，二者写一个：\n  hallpress restore E:\\大厅-备份-2026-10-12.zip\n  hallpress restore --release r12",
            "name a backup, or a release by --release, one of the two: hallpress restore FILE; hallpress restore --release r12",
        )
        .to_owned()),
    };
    match done {
        Ok(()) => Status::Fine,
        Err(why) => {
            talk(&why);
            Status::Failed
        }
    }
}

fn from_backup(global: &Global, file: &Path, yes: bool) -> Result<(), String> {
    let (lang, root) = (global.lang(), &global.root);
    let unusable = |fault: BackupFault| format!("{}{}", faulty(&fault, file, lang), untouched(lang));
    if file.is_dir() {
        return Err(match lang {
            Lang::Zh => format!("{} 是文件夹。请写出里面备份文件的名字。{}", file.display(), untouched(lang)),
            Lang::En => format!("{} is a folder. Name the backup in it.{}", file.display(), untouched(lang)),
        });
    }
    let mut backup = Backup::open(file).map_err(unusable)?;
    let stays = standing(root, &mut backup);
    let plan = Restoration::of(root, backup.files(), &stays, &|_| false).map_err(|e| refused(&e, file, lang))?;
    let (list, is_new) = (&backup.list, !root.exists());
    let (hall, moment) = (list.hall.as_deref().unwrap_or("—"), stamp(list.moment));
    let (n, place) = (list.files.len(), root.display());
    let head = match lang {
        Lang::Zh => format!(
            "备份：{hall}，{moment} 做的，{n} 个文件，已逐个核对，完好。\n恢复到：{place}{}\n",
            if is_new { "（还没有这个文件夹，会新建）" } else { "" }
        ),
        Lang::En => format!(
            "backup: {hall}, made {moment}, {n} files, all sound\nto: {place}{}\n",
            if is_new { " (new)" } else { "" }
        ),
    };
    let words = KindWords {
        kept: ["保持现在的（这里的比备份新）", "kept as they are here (newer than in the backup)"],
        only_here: ["不动（备份里没有）", "only here, not touched"],
        removed: ["", ""],
    };
    show(global, &head, &plan, &words);
    carry_out(global, &plan, yes, file, &mut |path, to| backup.copy(path, to))
}

fn from_release(global: &Global, number: u32, yes: bool) -> Result<(), String> {
    let (lang, root) = (global.lang(), &global.root);
    let releases = Releases::of(global.out.as_ref().unwrap_or(root));
    let history = releases.all().map_err(|error| unreadable(&error, lang))?;
    let release = found(&history, number, lang)?;
    let content = as_released(root, &releases, &history, release);
    missing(&content.losses, lang).iter().for_each(|words| talk(words));
    let plan = Restoration::of(root, &content.wanted(), &content.stays, &|path| content.is_gone(path));
    let mut plan = plan.map_err(|error| refused(&error, root, lang))?;
    plan.only_here.clear();
    plan.same += content.same;
    let (moment, place) = (stamp(release.moment), root.display());
    let head = match lang {
        Lang::Zh => format!("第{number}次发布（{moment}）的内容，{} 个文件\n恢复到：{place}\n", release.files.len()),
        Lang::En => format!("the content of release {number} ({moment}), {} files\nto: {place}\n", release.files.len()),
    };
    let words = KindWords {
        kept: [
            "保持现在的（变更、公告等记录，或之后的登记：已经告诉群众的不能收回）",
            "kept as they are here (announced or recorded since)",
        ],
        only_here: ["", ""],
        removed: ["要移走（那次发布时没有）", "to be taken away (not in the release)"],
    };
    show(global, &head, &plan, &words);
    left_out(release, lang).iter().for_each(|words| talk(words));
    let mut copy = |path: &str, to: &mut dyn Write| {
        let bytes = content.files.get(path).map(Vec::as_slice).unwrap_or_default();
        let written = to.write_all(bytes).map_err(Cause::Io);
        written.map_err(|cause| BackupFault::Machine(PublishError { path: root.join(path), cause, begun: false }))
    };
    carry_out(global, &plan, yes, root, &mut copy)
}

/// The release of a number, or which there are.
fn found(history: &History, number: u32, lang: Lang) -> Result<&Release, String> {
    if history.damaged.contains(&number) {
        return Err(damaged(history, lang).join("\n"));
    }
    history.releases.iter().find(|release| release.number == number).ok_or_else(|| {
        let (first, last) = (history.releases.first(), history.releases.last());
        let known = first.zip(last).map(|(first, last)| (first.number, last.number));
        match (known, lang) {
            (None, Lang::Zh) => {
                "这里还没有发布过，没有哪次发布可以恢复。有备份的：hallpress restore 备份文件".to_owned()
            }
            (None, Lang::En) => "nothing was released here. From a backup: hallpress restore FILE".to_owned(),
            (Some((first, last)), Lang::Zh) => {
                format!("没有第{number}次发布：这里有 r{first} 到 r{last}，见 hallpress list releases")
            }
            (Some((first, last)), Lang::En) => {
                format!("there is no release {number}: there are r{first} to r{last}, see `hallpress list releases`")
            }
        }
    })
}

fn left_out(release: &Release, lang: Lang) -> Option<String> {
    let paths: Vec<String> = release.left_out.iter().cloned().collect();
    let (n, named) = (paths.len(), first_names(&paths, lang));
    (n > 0).then(|| match lang {
        Lang::Zh => {
            format!("那次发布时，这 {n} 个文件有错误或手续不全，没有发布或没有全部发布，恢复以后还是那样：{named}。")
        }
        Lang::En => format!("not or not wholly published then, for their mistakes: {named}."),
    })
}

/// What the kinds of files are called, Chinese and English.
struct KindWords {
    kept: [&'static str; 2],
    only_here: [&'static str; 2],
    removed: [&'static str; 2],
}

/// Shows what would be done.
fn show(global: &Global, head: &str, plan: &Restoration, words: &KindWords) {
    if global.format != Format::Text {
        return;
    }
    let lang = global.lang();
    let kinds = [
        (&plan.back, ["要补回（这里没有）", "to come back (not here)"]),
        (&plan.replaced, ["要换回（这里的不一样）", "to be replaced (not the same here)"]),
        (&plan.removed, words.removed),
        (&plan.kept, words.kept),
        (&plan.only_here, words.only_here),
    ];
    let mut text = head.to_owned();
    for (paths, [zh, en]) in kinds.into_iter().filter(|(paths, _)| !paths.is_empty()) {
        // Files of the program mean nothing to anybody: they are counted.
        let (own, of_people): (Vec<&String>, Vec<&String>) = paths.iter().partition(|p| p.starts_with(".hallpress/"));
        let of_people: Vec<String> = of_people.into_iter().cloned().collect();
        let (n, named, own) = (of_people.len(), first_names(&of_people, lang), own.len());
        text.push_str(&match (lang, n, own) {
            (Lang::Zh, 0, own) => format!("{zh}：程序的记录 {own} 个\n"),
            (Lang::Zh, n, 0) => format!("{zh} {n} 个：{named}\n"),
            (Lang::Zh, n, own) => format!("{zh} {n} 个：{named}；另有程序的记录 {own} 个\n"),
            (Lang::En, 0, own) => format!("{en}: {own} records of the program\n"),
            (Lang::En, n, 0) => format!("{en}, {n}: {named}\n"),
            (Lang::En, n, own) => format!("{en}, {n}: {named}; and {own} records of the program\n"),
        });
    }
    text.push_str(&match lang {
        Lang::Zh => format!("完全相同 {} 个\n", plan.same),
        Lang::En => format!("the same: {}\n", plan.same),
    });
    data(&text);
}

/// Restores if that is wanted, and says what was done or what to do.
fn carry_out(
    global: &Global,
    plan: &Restoration,
    yes: bool,
    from: &Path,
    copy: &mut dyn FnMut(&str, &mut dyn Write) -> Result<(), BackupFault>,
) -> Result<(), String> {
    let lang = global.lang();
    let is_due = yes && !plan.is_empty();
    let moment = global.when().moment;
    let kept_in = if is_due { plan.carry_out(moment, copy).map_err(|e| refused(&e, from, lang))? } else { None };
    if global.format != Format::Text {
        let value = serde_json::json!({
            "written": is_due, "back": plan.back, "replaced": plan.replaced, "removed": plan.removed, "kept": plan.kept,
            "only_here": plan.only_here, "same": plan.same, "replaced_in": kept_in,
        });
        data(&format!("{value}\n"));
    }
    talk(&match (plan.is_empty(), yes) {
        (true, _) => say(lang, "没有要恢复的：这里已经是那样了。", "Nothing to restore: all is as it was.").to_owned(),
        (false, false) => say(
            lang,
            "只是列出来看，没有改动任何文件。确认要恢复，在命令最后加 --yes 再运行一次。",
            "Nothing was written. To restore, add --yes and run again.",
        )
        .to_owned(),
        (false, true) => restored(global, plan, kept_in.as_deref()),
    });
    Ok(())
}

fn restored(global: &Global, plan: &Restoration, kept_in: Option<&str>) -> String {
    let (lang, root) = (global.lang(), global.root.display());
    let (back, replaced, removed) = (plan.back.len(), plan.replaced.len(), plan.removed.len());
    let root = if global.root == Path::new(".") { String::new() } else { format!(" --root {root}") };
    let ledger = plan.replaced.iter().any(|path| path == LEDGER_FILE);
    let mut lines = vec![match lang {
        Lang::Zh => format!("已恢复：补回 {back} 个，换回 {replaced} 个，移走 {removed} 个。"),
        Lang::En => format!("restored: {back} came back, {replaced} were replaced, {removed} taken away."),
    }];
    lines.extend(kept_in.map(|folder| match lang {
        Lang::Zh => format!("换下和移走的文件没有删除，存在 {folder}/。"),
        Lang::En => format!("What was replaced or taken away is kept in {folder}/."),
    }));
    lines.extend(ledger.then(|| {
        let zh = "印制台账也换回了：之后换过的标牌，请用 hallpress printed 重新登记。";
        say(lang, zh, "The print ledger was replaced: record boards put up since by `hallpress printed`.").to_owned()
    }));
    lines.push(match lang {
        Lang::Zh => format!("接着运行 hallpress check{root}，没有错误了再运行 hallpress build{root} 重新发布。"),
        Lang::En => format!("Now run hallpress check{root}, then hallpress build{root}."),
    });
    lines.join("\n")
}

fn untouched(lang: Lang) -> &'static str {
    say(lang, "没有改动任何文件。", " Nothing was written.")
}

/// Why a file is no backup that can be used.
fn faulty(fault: &BackupFault, file: &Path, lang: Lang) -> String {
    let (zh, file) = (lang == Lang::Zh, file.display());
    match fault {
        BackupFault::Machine(PublishError { cause: Cause::Io(cause), .. }) if cause.kind() == ErrorKind::NotFound => {
            if zh {
                format!("没有备份文件 {file}。请核对文件名和盘符。")
            } else {
                format!("there is no file {file}.")
            }
        }
        BackupFault::Machine(error) if zh => format!("读不出备份：{error}。请换一台电脑或另一份备份试试。"),
        BackupFault::Machine(error) => format!("cannot be read: {error}."),
        BackupFault::NoZip if zh => format!("{file} 不是备份文件（不是 ZIP）。请找 hallpress backup 存的 .zip 文件。"),
        BackupFault::NoZip => format!("{file} is no backup (not a ZIP file)."),
        BackupFault::Foreign if zh => format!("{file} 是 ZIP 文件，但不是 hallpress backup 做的，里面没有备份清单。"),
        BackupFault::Foreign => format!("{file} was not made by `hallpress backup`: it has no list."),
        BackupFault::Damaged(path) => {
            let named = path.as_ref().map(|path| if zh { format!("（{path}）") } else { format!(" ({path})") });
            let named = named.unwrap_or_default();
            if zh {
                format!("备份 {file} 损坏了，或没有复制完整{named}。请重新复制一次，或用另一份备份。")
            } else {
                format!("{file} is damaged or cut off{named}. Copy it again, or use another.")
            }
        }
        BackupFault::Altered(path) if zh => {
            format!("{file} 里有备份不会有的东西（{path}）：它被改动过或损坏了，不能用。请用另一份备份。")
        }
        BackupFault::Altered(path) => {
            format!("{file} holds what no backup does ({path}): it was changed. Use another.")
        }
        BackupFault::Newer(program) if zh => {
            format!("{file} 是更新版本的 hallpress（{program}）做的，这个版本读不懂。请用那个版本恢复。")
        }
        BackupFault::Newer(program) => format!("{file} was made by a later version ({program}). Use that one."),
    }
}

fn refused(error: &RestoreError, from: &Path, lang: Lang) -> String {
    let said = match (error, lang) {
        (RestoreError::Blocked(paths), Lang::Zh) => format!(
            "这些地方不能恢复：{}。它们是链接，或者该放文件的地方是文件夹、该是文件夹的地方是文件。请先把它们移到别处。",
            first_names(paths, lang)
        ),
        (RestoreError::Blocked(paths), Lang::En) => {
            format!(
                "in the way are links, or a folder for a file: {}. Move them elsewhere first.",
                first_names(paths, lang)
            )
        }
        (RestoreError::Unread(files), _) => {
            let files: Vec<_> = files.iter().map(|(path, cause)| (path.clone(), Some(cause))).collect();
            unread(&files, lang)
        }
        (RestoreError::Backup(fault), _) => faulty(fault, from, lang),
        (RestoreError::Machine(PublishError { cause: Cause::Busy, .. }), _) => busy(lang).to_owned(),
        (RestoreError::Machine(error), Lang::Zh) if error.begun => {
            return format!(
                "恢复到一半时写不了文件：{error}。已写出的文件都是完整的；关闭打开它的程序，再运行一次即可补齐。"
            );
        }
        (RestoreError::Machine(error), Lang::En) if error.begun => {
            return format!("cannot write: {error}. Restoring stopped half-way; every file is whole. Run again.");
        }
        (RestoreError::Machine(error), Lang::Zh) => format!("写不了文件：{error}。磁盘是否已满、文件夹能不能写？"),
        (RestoreError::Machine(error), Lang::En) => format!("cannot write: {error}. Is the disk full?"),
    };
    format!("{said}{}", untouched(lang))
}
