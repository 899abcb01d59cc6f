//! The answers given so far, in `.hallpress/drafts/change-new.json`: written after every answer, so that a closed
//! terminal or a power cut loses none, and gone once the record is written.
//!
//! A build cannot make it anew, so a backup has it. It holds what was typed, days as days, each under its flag's name.

use crate::drafting::{GivenAnswer, Interview, Slot};
use crate::publish::{PublishError, write_whole};
use serde::{Deserialize, Serialize};
use std::io;
use std::path::{Path, PathBuf};

/// Where it is, below the site's folder.
pub(super) const FILE: &str = ".hallpress/drafts/change-new.json";
/// The form written.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct AnswersFile {
    version: u32,
    answers: Vec<KeptAnswer>,
}

#[derive(Serialize, Deserialize)]
struct KeptAnswer {
    question: String,
    answer: String,
}

/// The file of a site.
pub(super) struct KeptAnswers {
    path: PathBuf,
}

/// What was found of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum FoundAnswers {
    Nothing,
    /// These were given the last time.
    Given(Vec<GivenAnswer>),
    /// It cannot be read, and was put aside under this name, if that could be done.
    Damaged(Option<PathBuf>),
}

impl KeptAnswers {
    pub(super) fn of(root: &Path) -> Self {
        Self { path: root.join(FILE) }
    }

    /// What was given the last time.
    pub(super) fn read(&self) -> FoundAnswers {
        let bytes = match std::fs::read(&self.path) {
            Ok(bytes) => bytes,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return FoundAnswers::Nothing,
            Err(_) => return FoundAnswers::Damaged(self.put_aside()),
        };
        let file = serde_json::from_slice::<AnswersFile>(&bytes).ok().filter(|file| file.version <= VERSION);
        let Some(file) = file else { return FoundAnswers::Damaged(self.put_aside()) };
        let given: Vec<GivenAnswer> = file.answers.into_iter().filter_map(given).collect();
        if given.is_empty() { FoundAnswers::Nothing } else { FoundAnswers::Given(given) }
    }

    /// Keeps what was given so far.
    pub(super) fn write(&self, interview: &Interview) -> Result<(), PublishError> {
        let answers = interview.given().iter().map(|one| KeptAnswer {
            question: one.slot.flag().trim_start_matches('-').to_owned(),
            answer: one.text.clone(),
        });
        let file = AnswersFile { version: VERSION, answers: answers.collect() };
        // Texts under fixed names are always JSON.
        let text = serde_json::to_string_pretty(&file).unwrap_or_default();
        write_whole(&self.path, format!("{text}\n").as_bytes())
    }

    /// Takes it away: the record is written, or somebody begins anew. Where it cannot be, it is offered once more.
    pub(super) fn remove(&self) {
        let _ = std::fs::remove_file(&self.path);
    }

    /// Renames what cannot be read, so that it is not overwritten.
    fn put_aside(&self) -> Option<PathBuf> {
        let name = |n: u32| self.path.with_file_name(format!("change-new-damaged-{n}.json"));
        let free = (1..1000).map(name).find(|path| !path.exists())?;
        std::fs::rename(&self.path, &free).ok().map(|()| free)
    }
}

/// An answer as it was kept; none where this program has no such question.
fn given(kept: KeptAnswer) -> Option<GivenAnswer> {
    Some(GivenAnswer { slot: Slot::named(&kept.question)?, text: kept.answer, by_flag: false })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::*;
    use std::fs;

    fn kept(text: impl AsRef<[u8]>) -> (tempfile::TempDir, FoundAnswers) {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join(FILE);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        let found = KeptAnswers::of(root.path()).read();
        (root, found)
    }

    #[test]
    fn what_cannot_be_read_is_put_aside_and_never_overwritten() {
        for text in ["", "{", "[]", "{\"version\": 1}", "{\"version\": 2, \"answers\": []}", "\u{0}\u{1}"] {
            let (root, found) = kept(text);
            let aside = root.path().join(".hallpress/drafts/change-new-damaged-1.json");
            assert_eq!(found, FoundAnswers::Damaged(Some(aside.clone())), "{text}");
            assert_eq!(fs::read_to_string(aside).unwrap(), text);
            assert!(!root.path().join(FILE).exists());
        }
        let (root, _) = kept(b"\xff\xfe");
        fs::write(root.path().join(FILE), "again").unwrap();
        let again = KeptAnswers::of(root.path()).read();
        assert_eq!(again, FoundAnswers::Damaged(Some(root.path().join(".hallpress/drafts/change-new-damaged-2.json"))));
    }

    #[test]
    fn questions_of_another_version_are_passed_over() {
        let text = r#"{"version":1,"answers":[{"question":"kind","answer":"撤离"},{"question":"moon","answer":"1"}]}"#;
        let (_root, found) = kept(text);
        let FoundAnswers::Given(given) = found else { panic!("{found:?}") };
        assert_eq!(given, [GivenAnswer { slot: Slot::Kind, text: "撤离".to_owned(), by_flag: false }]);
        let (_root, none) = kept(r#"{"version":1,"answers":[]}"#);
        assert_eq!(none, FoundAnswers::Nothing);
    }
}
