//! `hallpress release`: a build that also puts together what is handed to others, in `交付/`.

use super::args::{BuildOptions, Format, Global};
use super::build;
use super::exit::Status;
use super::output::{data, say, talk};
use crate::diag::Lang;
use crate::plan::staff::{HandoverFile, handover};
use serde_json::json;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Where packages are, below the site's folder. A build does not need them, nor does a backup keep them.
pub(super) const FOLDER: &str = "交付";

/// Builds, and writes the packages of what was published.
pub(super) fn run(global: &Global, options: &BuildOptions, begun: &Cell<bool>) -> Status {
    let mut files: Option<Vec<HandoverFile>> = None;
    let mut day = None;
    let status = build::run_then(global, options, begun, &mut |project, checked, when| {
        let halls = checked.work_halls().zip(checked.public.as_deref());
        files = halls.map(|halls| handover(halls, project.past(), &checked.plan.outputs, when.day(), project.fonts()));
        day = Some(when.moment.date());
    });
    let (Some(files), Some(day)) = (files, day) else { return status };
    let base = global.base();
    if files.is_empty() {
        talk(say(global.lang(), "今天没有要交给别人的文件。", "There is nothing to hand over today."));
        return status;
    }
    match write(&base, &day.to_string(), &files) {
        Ok(folder) => {
            told(global, &folder, &files);
            status
        }
        Err((path, cause)) => {
            talk(&match global.lang() {
                Lang::Zh => {
                    format!(
                        "网站等已经发布，只是 {FOLDER}/ 没有备好：写不了 {}：{cause}。请看磁盘是否已满、文件夹能不能写、里面的文件是否被别的程序打开着，再运行一次 hallpress release（不会重复发布）。",
                        path.display()
                    )
                }
                Lang::En => {
                    format!(
                        "published, but the packages cannot be written: {}: {cause}. Is the disk full, the folder writable? Run `hallpress release` again.",
                        path.display()
                    )
                }
            });
            Status::Failed
        }
    }
}

/// Copies the files into a new folder of the day; nothing half-written is visible, and nothing is replaced.
fn write(base: &Path, day: &str, files: &[HandoverFile]) -> Result<PathBuf, (PathBuf, io::Error)> {
    let parent = base.join(FOLDER);
    let fresh = parent.join(format!(".{day}"));
    let at = |path: &Path| {
        let path = path.to_owned();
        move |cause| (path, cause)
    };
    if fresh.exists() {
        fs::remove_dir_all(&fresh).map_err(at(&fresh))?;
    }
    for file in files {
        let folder = fresh.join(file.package);
        fs::create_dir_all(&folder).map_err(at(&folder))?;
        let from = base.join(file.tree.folder()).join(&file.path);
        fs::copy(&from, folder.join(&file.name)).map_err(at(&from))?;
    }
    let names = std::iter::once(day.to_owned()).chain((2..).map(|n: u32| format!("{day}-{n}")));
    let folder = names.map(|name| parent.join(name)).find(|folder| !folder.exists()).unwrap_or_default();
    fs::rename(&fresh, &folder).map_err(at(&folder))?;
    Ok(folder)
}

fn told(global: &Global, folder: &Path, files: &[HandoverFile]) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for file in files {
        *counts.entry(file.package).or_default() += 1;
    }
    if global.format != Format::Text {
        data(&format!("{}\n", json!({ "folder": folder.display().to_string(), "packages": counts })));
        return;
    }
    let folder = folder.display();
    let lang = global.lang();
    let parts: Vec<String> = counts.iter().map(|(package, count)| format!("{package} {count}")).collect();
    talk(&match lang {
        Lang::Zh => format!("已备好 {folder}：{}（文件数）", parts.join("，")),
        Lang::En => format!("packages in {folder}: {} (files)", parts.join(", ")),
    });
}
