//! `hallpress schema DIR`: what content may contain, as JSON Schema for editors.

use super::args::Global;
use super::exit::Status;
use super::output::{data, talk};
use crate::content::KINDS;
use crate::content::schemas::SCHEMAS;
use crate::diag::Lang;
use std::fs;
use std::path::Path;

/// Writes one schema a kind of document into `dir`; what it is for goes to standard output, a line a kind.
pub(super) fn run(global: &Global, dir: &Path) -> Status {
    let lang = global.lang();
    if let Err((path, cause)) = write(dir) {
        talk(&match lang {
            Lang::Zh => format!("写不了 {path}：{cause}。请换一个可写的文件夹。"),
            Lang::En => format!("cannot write {path}: {cause}. Choose a folder that can be written."),
        });
        return Status::Failed;
    }
    for kind in KINDS {
        data(&format!("{}\t{}\n", kind.pattern(), dir.join(kind.schema_file()).display()));
    }
    let head = format!("# yaml-language-server: $schema=../{SCHEMAS}/site.json");
    talk(&match lang {
        Lang::Zh => format!(
            "已在 {} 写好 {} 个格式文件。在 YAML 文件第一行写“{head}”（路径从该文件算起），编辑器就会提示键名和写法。",
            dir.display(),
            KINDS.len()
        ),
        Lang::En => format!(
            "{} schemas are in {}. With \"{head}\" as the first line of a YAML file (the path counted from that file) an editor \
             proposes its keys.",
            KINDS.len(),
            dir.display()
        ),
    });
    Status::Fine
}

/// Writes all schemas; the error says which path could not be written.
pub(super) fn write(dir: &Path) -> Result<(), (String, std::io::Error)> {
    fs::create_dir_all(dir).map_err(|cause| (dir.display().to_string(), cause))?;
    for kind in KINDS {
        let path = dir.join(kind.schema_file());
        fs::write(&path, kind.schema()).map_err(|cause| (path.display().to_string(), cause))?;
    }
    Ok(())
}
