//! `hallpress new DIR`: a small hall that builds clean, and the schemas of its files.

use super::args::Global;
use super::exit::Status;
use super::output::{say, talk};
use super::schema;
use crate::content::schemas::{SCHEMAS, modeline};
use crate::diag::Lang;
use crate::embedded;
use std::fs;
use std::path::Path;

/// Writes the sample into `dir`, which must be empty or absent.
pub(super) fn run(global: &Global, dir: &Path) -> Status {
    let lang = global.lang();
    let occupied = fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some());
    if occupied {
        talk(&match lang {
            Lang::Zh => format!("文件夹 {} 不是空的，没有写入任何文件。请换一个新文件夹。", dir.display()),
            Lang::En => format!("{} is not empty; nothing was written. Choose a new folder.", dir.display()),
        });
        return Status::Failed;
    }
    if let Err((path, cause)) = write(dir) {
        talk(&match lang {
            Lang::Zh => format!("写不了 {path}：{cause}。请换一个可写的新文件夹。"),
            Lang::En => format!("cannot write {path}: {cause}. Choose a new folder that can be written."),
        });
        return Status::Failed;
    }
    let next = say(lang, "接着运行", "Now run");
    talk(&match lang {
        Lang::Zh => format!("已在 {} 建好一个小大厅。", dir.display()),
        Lang::En => format!("A small hall is in {}.", dir.display()),
    });
    talk(&format!("{next}: hallpress build --root {}", dir.display()));
    Status::Fine
}

/// Writes the sample, each YAML file with the line that leads editors to its schema.
fn write(dir: &Path) -> Result<(), (String, std::io::Error)> {
    for (name, bytes) in embedded::starter() {
        let path = dir.join(&name);
        let folder = path.parent().unwrap_or(dir);
        let mut text = modeline(&name).unwrap_or_default().into_bytes();
        text.extend_from_slice(bytes);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, text))
            .map_err(|cause| (path.display().to_string(), cause))?;
    }
    schema::write(&dir.join(SCHEMAS))
}
