//! What several tests share.

use hallpress::model::{Hall, When};
use hallpress::plan::contents::Plan;
use hallpress::plan::output::Output;
use hallpress::project::Project;
use hallpress::render::Engine;
use jiff::civil::date;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, OnceLock};

/// A shipped hall at nine on 12 October 2026.
pub struct Shipped {
    pub project: Project,
    pub hall: Arc<Hall>,
    /// What is made at once.
    pub plan: Plan,
    /// Every output.
    pub outputs: Vec<Output>,
    pub engine: Engine,
}

/// The halls shipped: the default site, and the folders of `tests/sites`.
pub const HALLS: [&str; 4] = ["yinchuan", "wuhai", "xiangfu", "xincheng"];

/// A shipped hall, read, checked and planned once for all tests that only look at it. It has no errors.
pub fn shipped(name: &str) -> &'static Shipped {
    static MADE: [OnceLock<Shipped>; HALLS.len()] = [const { OnceLock::new() }; HALLS.len()];
    let n = HALLS.iter().position(|hall| *hall == name).unwrap_or_else(|| panic!("no hall {name}"));
    MADE[n].get_or_init(|| {
        let folder = if n == 0 { root() } else { root().join("tests/sites").join(name) };
        Shipped::of(&folder)
    })
}

/// The default hall with the records of `tests/unfiled`.
pub fn unfiled() -> &'static Shipped {
    static MADE: OnceLock<Shipped> = OnceLock::new();
    MADE.get_or_init(|| {
        // All that is read is kept: the folder may go.
        let folder = tempfile::tempdir().unwrap();
        copy(&root().join("content"), &folder.path().join("content"));
        copy(&root().join("tests/unfiled/content"), &folder.path().join("content"));
        Shipped::of(folder.path())
    })
}

impl Shipped {
    fn of(folder: &Path) -> Self {
        let project = Project::open(folder);
        let checked = project.check(When { moment: date(2026, 10, 12).at(9, 0, 0, 0), horizon_days: 14 }, false);
        assert_eq!(checked.report.errors(), 0, "{} has errors", folder.display());
        let engine = project.engine().unwrap();
        let outputs = checked.plan.all_outputs();
        Self { project, hall: checked.hall.unwrap(), plan: checked.plan, outputs, engine }
    }
}

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

/// The output of a poppler tool for a PDF. On a machine without the tools it fails: otherwise printed pages would not
/// be checked at all.
pub fn poppler(program: &str, arguments: &[&str], file: &Path) -> String {
    let to_stdout = (program == "pdftotext").then_some("-");
    let out = Command::new(program).args(arguments).arg(file).args(to_stdout).output();
    let out = out.unwrap_or_else(|e| panic!("{program}: {e}; install poppler-utils, as tests/run does"));
    assert!(out.status.success(), "{program}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

/// A site without files.
pub fn no_sources() -> hallpress::source::Sources {
    hallpress::source::Sources::from_entries(std::iter::empty(), &mut Vec::new())
}

/// A file the tests keep.
pub fn kept(path: &Path) -> String {
    match fs::read_to_string(path) {
        Ok(text) => text,
        Err(cause) => panic!("{}: {cause}; HALLPRESS_UPDATE=1 writes it", path.display()),
    }
}
