//! What several tests share.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The project's folder.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Copies a folder's files, over those that are there.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// What a poppler tool tells of a PDF. A machine without the tools fails: what is printed would not be looked at at all.
pub fn poppler(program: &str, arguments: &[&str], file: &Path) -> String {
    let to_stdout = (program == "pdftotext").then_some("-");
    let out = Command::new(program).args(arguments).arg(file).args(to_stdout).output();
    let out = out.unwrap_or_else(|e| panic!("{program}: {e}; install poppler-utils, as tests/run does"));
    assert!(out.status.success(), "{program}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

/// A file the tests keep.
pub fn kept(path: &Path) -> String {
    match fs::read_to_string(path) {
        Ok(text) => text,
        Err(cause) => panic!("{}: {cause}; HALLPRESS_UPDATE=1 writes it", path.display()),
    }
}
