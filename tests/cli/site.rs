//! A site in a temporary folder, the program run on it, and what must be true of a release at any instant.

use crate::support::{copy, root};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The moment all these builds are for.
pub(crate) const MOMENT: &str = "2026-10-12T09:00";

pub(crate) struct Site {
    folder: tempfile::TempDir,
}

/// How a run of the program ended.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) status: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    #[track_caller]
    pub(crate) fn ends(self, status: i32) -> Self {
        assert_eq!(self.status, Some(status), "\n-- stdout\n{}\n-- stderr\n{}", self.out, self.err);
        self
    }

    /// Every line of standard output as JSON.
    #[track_caller]
    pub(crate) fn json_lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"))).collect()
    }

    #[track_caller]
    pub(crate) fn says(self, words: &str) -> Self {
        assert!(self.err.contains(words), "no “{words}” in\n{}", self.err);
        self
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// The program with nothing of this process's environment that steers it.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hallpress"));
    command.env_remove("HALLPRESS_LANG").stdin(Stdio::null());
    command
}

pub(crate) fn run(args: &[&str]) -> Ran {
    program().args(args).output().unwrap().into()
}

impl Site {
    /// An empty folder.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// The small hall all cases are made from.
    pub(crate) fn base() -> Self {
        let site = Self::empty();
        copy(&root().join("tests/cases/base/content"), &site.path("content"));
        site
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Replaces a text that must be there.
    #[track_caller]
    pub(crate) fn replace(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "no “{from}” in {path}");
        self.write(path, text.replace(from, to));
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).unwrap();
    }

    /// `hallpress --root SITE ARGS`.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = program();
        // The root comes first, so that more may be added behind; every command knows it.
        command.arg("--root").arg(self.root()).args(args);
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        self.command(args).output().unwrap().into()
    }

    /// A build of the moment into the site's own `public/` and `print/`.
    pub(crate) fn builder(&self, args: &[&str]) -> Command {
        let mut command = self.command(&["build", "--as-of", MOMENT]);
        command.arg("--out").arg(self.root()).args(args);
        command
    }

    pub(crate) fn build(&self) -> Ran {
        self.build_with(&[])
    }

    pub(crate) fn build_with(&self, args: &[&str]) -> Ran {
        self.builder(args).output().unwrap().into()
    }

    /// The counts a successful build prints as JSON.
    #[track_caller]
    pub(crate) fn counts(&self) -> Value {
        self.build_with(&["--format", "json"]).ends(0).json_lines().pop().unwrap()
    }

    /// The release: every file of `public/` and `print/`.
    pub(crate) fn release(&self) -> BTreeMap<String, Vec<u8>> {
        let mut all = tree(&self.path("public"));
        for folder in ["print", "staff"] {
            all.extend(tree(&self.path(folder)).into_iter().map(|(path, bytes)| (format!("{folder}:{path}"), bytes)));
        }
        all
    }
}

/// Every file below a folder by its path.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files(folder).into_iter().map(|(name, path)| (name, fs::read(path).unwrap())).collect()
}

/// Every file below a folder: name with `/`, path.
pub(crate) fn files(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        let Ok(entries) = fs::read_dir(&next) else { continue };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push((path.strip_prefix(folder).unwrap().to_string_lossy().into_owned(), path));
            }
        }
    }
    found.sort();
    found
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

/// What is not whole in a public tree: half files, and files that are named but not there.
pub(crate) fn faults(public: &Path) -> Vec<String> {
    let all = tree(public);
    let mut faults = Vec::new();
    for (path, bytes) in &all {
        let text = || String::from_utf8_lossy(bytes);
        let sound = match path.rsplit('.').next().unwrap_or_default() {
            "html" => text().trim_end().ends_with("</html>"),
            "png" => bytes.starts_with(b"\x89PNG") && bytes.ends_with(b"IEND\xaeB`\x82"),
            "json" => serde_json::from_slice::<Value>(bytes).is_ok(),
            "pdf" => text().trim_end().ends_with("%%EOF"),
            _ => true,
        };
        if !sound {
            faults.push(format!("{path} is not whole"));
        }
        for named in named_by(path, bytes) {
            let target = resolve(path, &named.address);
            match all.get(&target).or_else(|| all.get(&format!("{}index.html", slash(&target)))) {
                None => faults.push(format!("{path} names {target}, which is not there")),
                Some(found) if named.sha256.as_ref().is_some_and(|sha| *sha != sha256(found)) => {
                    faults.push(format!("{path} names {target} with another hash"));
                }
                Some(_) => {}
            }
        }
    }
    faults
}

struct Named {
    address: String,
    sha256: Option<String>,
}

fn slash(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') { path.to_owned() } else { format!("{path}/") }
}

/// The files of the same tree a file names.
fn named_by(path: &str, bytes: &[u8]) -> Vec<Named> {
    let text = String::from_utf8_lossy(bytes);
    if path.ends_with(".html") {
        let attributes = ["href=\"", "src=\""];
        let all = attributes.iter().flat_map(|a| text.split(a).skip(1)).filter_map(|rest| rest.split('"').next());
        let local = all.filter(|a| !a.contains(':') && !a.starts_with('#') && !a.starts_with("//") && !a.is_empty());
        let plain = local.map(|a| a.split(['#', '?']).next().unwrap_or_default().to_owned());
        return plain.filter(|a| !a.is_empty()).map(|address| Named { address, sha256: None }).collect();
    }
    let json = match path.rsplit('/').next() {
        Some("manifest.json") => text.into_owned(),
        Some("manifest.js") => {
            let inner = text.split_once('=').map_or("", |(_, rest)| rest);
            inner.trim().trim_end_matches(';').to_owned()
        }
        _ => return Vec::new(),
    };
    let Ok(manifest) = serde_json::from_str::<Value>(&json) else {
        // A half-written file names something that can never be there.
        return vec![Named { address: "(unreadable)".to_owned(), sha256: None }];
    };
    let Some(media) = manifest["media"].as_object() else {
        return vec![Named { address: "(no media)".to_owned(), sha256: None }];
    };
    let each = media.values().map(|m| Named {
        address: m["src"].as_str().unwrap_or("(no src)").to_owned(),
        sha256: m["sha256"].as_str().map(str::to_owned),
    });
    each.collect()
}

/// An address relative to the file that names it.
fn resolve(from: &str, address: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}
