//! `hallpress backup`: the site's folder as one file; and how files are named in messages, for `restore` too.

use super::args::{Format, Global};
use super::exit::Status;
use super::output::{data, say, talk};
use crate::diag::Lang;
use crate::publish::backup::{BackupError, BackupMade, back_up};
use crate::publish::{Cause, PublishError};
use std::io;
use std::path::Path;

/// How many files are named.
const NAMED: usize = 5;

/// Makes a backup in `file`.
pub(super) fn run(global: &Global, file: &Path) -> Status {
    let lang = global.lang();
    match back_up(&global.root, file, global.when().moment) {
        Ok(made) => {
            if global.format != Format::Text {
                let value = serde_json::json!({
                    "file": made.file.display().to_string(), "hall": made.list.hall, "files": made.list.files.len(),
                    "bytes": made.bytes, "left_out": made.links,
                });
                data(&format!("{value}\n"));
            }
            links(&made.links, lang).iter().for_each(|words| talk(words));
            talk(&done(&made, lang));
            Status::Fine
        }
        Err(error) => {
            talk(&refused(&error, &global.root, lang));
            talk(say(lang, "没有备份。", "No backup was made."));
            Status::Failed
        }
    }
}

/// The first of some paths: those of people before those of the program.
pub(super) fn first_names(paths: &[String], lang: Lang) -> String {
    let mut order: Vec<&str> = paths.iter().map(String::as_str).collect();
    order.sort_by_key(|path| path.starts_with(".hallpress/"));
    let named = order.into_iter().take(NAMED).collect::<Vec<_>>();
    let is_all = paths.len() <= NAMED;
    match lang {
        Lang::Zh => format!("{}{}", named.join("、"), if is_all { "" } else { " 等" }),
        Lang::En => format!("{}{}", named.join(", "), if is_all { "" } else { ", …" }),
    }
}

/// What of a site cannot be read, a line each.
pub(super) fn unread(files: &[(String, Option<&io::Error>)], lang: Lang) -> String {
    let one = |(path, cause): &(String, Option<&io::Error>)| match (cause, lang) {
        (Some(cause), _) => format!("  {path}: {cause}"),
        (None, Lang::Zh) => format!("  {path}：正在被改动"),
        (None, Lang::En) => format!("  {path}: changed while it was read"),
    };
    let lines: Vec<String> = files.iter().take(NAMED).map(one).collect();
    let (lines, n) = (lines.join("\n"), files.len());
    match lang {
        Lang::Zh => format!("有 {n} 个文件读不出来：\n{lines}\n请关闭正在打开它们的程序，检查能不能打开，再运行一次。"),
        Lang::En => {
            format!("files that cannot be read: {n}\n{lines}\nClose programs that have them open, and run again.")
        }
    }
}

/// The message that a build is running.
pub(super) fn busy(lang: Lang) -> &'static str {
    say(
        lang,
        "正在发布（另一个构建没有结束）。等它结束后再运行。",
        "a build is publishing here. Run again when it is done.",
    )
}

fn done(made: &BackupMade, lang: Lang) -> String {
    let (file, files) = (made.file.display(), made.list.files.len());
    let size = if made.bytes < 1 << 20 {
        format!("{} KB", made.bytes.div_ceil(1 << 10))
    } else {
        format!("{:.1} MB", made.bytes as f64 / f64::from(1 << 20))
    };
    match lang {
        Lang::Zh => format!(
            "已备份到 {file}：{files} 个文件，{size}，已逐个读出核对。\
             public/、print/、staff/、preview/、交付/ 不在里面，恢复以后由 hallpress build（交付/ 由 hallpress release）重新生成。请把备份保存在另一块磁盘或 U 盘上。"
        ),
        Lang::En => format!(
            "backed up to {file}: {files} files, {size}, each read again and compared. public/, print/, staff/, \
             preview/ and 交付/ are not in it: a build makes them, or a release. Keep it on another disk."
        ),
    }
}

fn links(links: &[String], lang: Lang) -> Option<String> {
    let named = first_names(links, lang);
    (!links.is_empty()).then(|| match lang {
        Lang::Zh => {
            format!("没有备份这 {} 个链接（指向别处的，不跟过去）：{named}。它们指向的文件请另外备份。", links.len())
        }
        Lang::En => format!("links are not followed and not backed up: {named}. Back up what they lead to."),
    })
}

fn refused(error: &BackupError, root: &Path, lang: Lang) -> String {
    let zh = lang == Lang::Zh;
    match error {
        BackupError::Nothing(links) if links.iter().any(|path| path == "content") => say(
            lang,
            "content 是一个链接，程序不跟过去，没有可备份的。请用 --root 指明 content/ 真正所在的文件夹。",
            "content is a link, which is not followed. Name the folder content/ really is in by --root.",
        )
        .to_owned(),
        BackupError::Nothing(_) if zh => format!(
            "{} 里没有 content/，或者 content/ 是空的，没有可备份的。请用 --root 指明大厅的文件夹（里面有 content/）。",
            root.display()
        ),
        BackupError::Nothing(_) => {
            format!("there is no content/ in {}: nothing to back up. Check --root.", root.display())
        }
        BackupError::Inside(file) if zh => format!(
            "{} 在大厅自己的文件夹里：文件夹丢了、磁盘坏了，备份也跟着没了。请存到 U 盘或另一块磁盘，如 hallpress backup E:\\",
            file.display()
        ),
        BackupError::Inside(file) => format!(
            "{} is in the site's own folder: what takes the folder takes the backup too. Use a stick or another disk.",
            file.display()
        ),
        BackupError::Exists(file) if zh => {
            format!("{} 已经有了，不覆盖。请换一个文件名，或只写文件夹，由程序取名。", file.display())
        }
        BackupError::Exists(file) => {
            format!(
                "{} is there already and is not overwritten. Choose another name, or name a folder.",
                file.display()
            )
        }
        BackupError::NoFolder(folder) if zh => {
            format!("没有文件夹 {}。请先建好，或核对 U 盘的盘符。", folder.display())
        }
        BackupError::NoFolder(folder) => format!("there is no folder {}. Make it first.", folder.display()),
        BackupError::OddNames(paths) if zh => format!(
            "这些文件的名字里有别的电脑不认的字符（如 : * ? \\ 或换行）：{}。请改名后再备份。",
            first_names(paths, lang)
        ),
        BackupError::OddNames(paths) => {
            format!("names that other systems do not take: {}. Rename these files.", first_names(paths, lang))
        }
        BackupError::Unread(files) => {
            let files: Vec<_> = files.iter().map(|(path, cause)| (path.clone(), cause.as_ref())).collect();
            unread(&files, lang)
        }
        BackupError::Differs(file) if zh => {
            format!("写好的备份读出来核对不上（{}）：U 盘或磁盘可能坏了，请换一个再备份。", file.display())
        }
        BackupError::Differs(file) => {
            format!("what was written to {} reads otherwise: use another disk.", file.display())
        }
        BackupError::Machine(PublishError { cause: Cause::Busy, .. }) => busy(lang).to_owned(),
        BackupError::Machine(error) if zh => format!("写不了备份：{error}。磁盘是否已满、U 盘能不能写？"),
        BackupError::Machine(error) => format!("cannot write: {error}. Is the disk full, can it be written?"),
    }
}
