//! A site opened from disk: its texts and templates, and what the program brings.

use super::released::Released;
use crate::content::read::MISSING_FILE;
use crate::content::{Content, Shipped};
use crate::diag::{Diagnostic, LocalizedText, Place};
use crate::embedded;
use crate::model::Hall;
use crate::model::issued::IssuedTexts;
use crate::model::resolve::{Withheld, resolve};
use crate::plan::boards::print_ledger::{LEDGER_FILE, PRINT_LEDGER, Past};
use crate::publish::releases::Contents;
use crate::render::Engine;
use crate::source::{Sources, fonts, yaml};
use crate::text::font::Fonts;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A site: its texts, its templates, and what the program brings.
pub struct Project {
    /// The site's folder.
    pub root: PathBuf,
    pub(super) sources: Arc<Sources>,
    /// Whether the folder has no `content/` and the embedded default site is used.
    pub is_default: bool,
    pub(super) shipped: Shipped,
    pub(super) fonts: Fonts,
    pub(super) past: Arc<Past>,
    pub(super) previews: bool,
    pub(super) is_live: bool,
    pub(super) released: Arc<Released>,
    /// What was issued before; none where that does not matter.
    pub(super) issued: Option<Arc<IssuedTexts>>,
    found: Vec<Diagnostic>,
}

impl Project {
    /// Opens the site at `root`: its `content/` (or the embedded default site), with its own `layouts/` and `signage/`
    /// in place of the embedded ones of the same name, and `fonts/` beside them.
    pub fn open(root: &Path) -> Self {
        let mut found = Vec::new();
        let is_default = !root.join("content").is_dir();
        let content = if is_default {
            let owned = embedded::content().into_iter().map(|(path, bytes)| (path, bytes.to_vec()));
            Sources::from_entries(owned, &mut found)
        } else {
            Sources::read_dir(root, "content", &mut found)
        };
        Self::with(root, content, is_default, found)
    }

    /// The site at `root` as it was with the content of an earlier release; its templates, fonts and print ledger are
    /// those of today.
    pub fn released(root: &Path, content: Vec<(String, Vec<u8>)>) -> Self {
        let mut found = Vec::new();
        let content = Sources::from_entries(content.into_iter(), &mut found);
        Self::with(root, content, false, found)
    }

    /// The site as it was last released, with the emergencies of now: suspensions, their ends, and faults that can be
    /// read.
    pub fn as_released(&self, released: &Contents) -> Self {
        let mut content: BTreeMap<String, Vec<u8>> =
            released.iter().map(|(path, (_, bytes))| (path.clone(), bytes.clone())).collect();
        let now = self.content(&mut Vec::new());
        let urgent = now.changes.iter().filter(|doc| doc.value.kind.is_urgent()).map(|doc| &doc.place.file);
        for file in urgent.chain(now.faults.iter().map(|doc| &doc.place.file)) {
            if let Some(bytes) = self.sources.bytes(file) {
                content.insert(file.to_string(), bytes.to_vec());
            }
        }
        let (released, issued) = (Arc::clone(&self.released), self.issued.clone());
        Self { is_live: self.is_live, released, issued, ..Self::released(&self.root, content.into_iter().collect()) }
    }

    fn with(root: &Path, content: Sources, is_default: bool, mut found: Vec<Diagnostic>) -> Self {
        let mut sources = content;
        let templates = embedded::templates().into_iter().map(|(path, bytes)| (path, bytes.to_vec()));
        sources.extend(Sources::from_entries(templates, &mut found));
        for folder in ["layouts", "signage"] {
            if root.join(folder).is_dir() {
                sources.extend(Sources::read_dir(root, folder, &mut found));
            }
        }
        let shipped = shipped(&mut found);
        let fonts = fonts::read(root, &mut found);
        let past = Arc::new(past(root, &mut found));
        let sources = Arc::new(sources);
        Self {
            root: root.to_owned(),
            sources,
            is_default,
            shipped,
            fonts,
            past,
            previews: false,
            is_live: false,
            released: Arc::default(),
            issued: None,
            found,
        }
    }

    /// For output that is only to be looked at: drafts are drawn with 样稿 across them, not refused.
    #[must_use]
    pub fn previewing(self, previews: bool) -> Self {
        Self { previews, ..self }
    }

    /// For a run at the clock's moment: no step may be dated later.
    #[must_use]
    pub fn at_the_clock(self, is_live: bool) -> Self {
        Self { is_live, ..self }
    }

    /// For a run that comes after releases: what was public stands as it was issued.
    #[must_use]
    pub fn after(self, released: Released, issued: IssuedTexts) -> Self {
        Self { released: Arc::new(released), issued: Some(Arc::new(issued)), ..self }
    }

    /// The site with other contents in the place of some files. Findings from when it was opened are kept if they are
    /// `still` true.
    pub(super) fn overlaid(
        &self,
        entries: impl Iterator<Item = (String, Vec<u8>)>,
        still: impl Fn(&Diagnostic) -> bool,
    ) -> Self {
        let mut found: Vec<Diagnostic> = self.found.iter().filter(|d| still(d)).cloned().collect();
        Self {
            root: self.root.clone(),
            sources: Arc::new(self.sources.overlaid(entries, &mut found)),
            is_default: self.is_default,
            shipped: self.shipped.clone(),
            fonts: self.fonts.clone(),
            past: Arc::clone(&self.past),
            previews: self.previews,
            is_live: self.is_live,
            released: Arc::clone(&self.released),
            issued: self.issued.clone(),
            found,
        }
    }

    /// Reads every document; `out` gets what was found when the site was opened, then what reading finds.
    pub fn content(&self, out: &mut Vec<Diagnostic>) -> Content {
        out.extend_from_slice(&self.found);
        let content = Content::read(&self.sources, out);
        out.iter_mut()
            .filter(|d| d.rule.id == MISSING_FILE.id)
            .for_each(|missing| name_release(missing, &self.released));
        content
    }

    /// Resolves documents without leaving any record out. `None` when they are too few to make a hall.
    pub fn resolve(&self, content: &Content, out: &mut Vec<Diagnostic>) -> Option<Hall> {
        resolve(content, &self.shipped, &Withheld::default(), out)
    }

    /// Every text of content and templates.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// The site with one more file, or with other content for one; nothing is written.
    #[must_use]
    pub fn with_file(&self, path: String, bytes: Vec<u8>) -> Self {
        self.overlaid(std::iter::once((path, bytes)), |_| true)
    }

    /// The records from earlier days.
    pub fn past(&self) -> &Past {
        &self.past
    }

    /// The embedded fonts, and the site's own for characters they lack.
    pub fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    /// The drawing engine with this site's templates.
    ///
    /// # Errors
    /// Templates that cannot be parsed, as diagnostics with file, line and column.
    pub fn engine(&self) -> Result<Engine, Vec<Diagnostic>> {
        Engine::new(&self.sources, &self.fonts)
    }

    /// The drawing engine with the program's own templates alone: it draws whatever is wrong with the site's.
    ///
    /// # Errors
    /// As [`Self::engine`]; it would be a defect of the program.
    pub fn plain_engine(&self) -> Result<Engine, Vec<Diagnostic>> {
        let owned = embedded::templates().into_iter().map(|(path, bytes)| (path, bytes.to_vec()));
        Engine::new(&Sources::from_entries(owned, &mut Vec::new()), &self.fonts)
    }
}

/// Says of a file that is missing which release it can be fetched back from.
fn name_release(missing: &mut Diagnostic, released: &Released) {
    let Some((number, _)) = released.files.get(&*missing.place.file) else { return };
    missing.fix = Some(LocalizedText::new(
        format!(
            "第{number}次发布时有这个文件，可以找回：运行 hallpress restore --release r{number}，先只列出会改什么，加 --yes 才恢复；有备份的，也可以从备份里取出它。"
        ),
        format!(
            "It is in release {number}: `hallpress restore --release r{number}` lists what it would put back, and does it with --yes; or take it from a backup."
        ),
    ));
}

/// The records from earlier days: the print ledger, empty where none was written yet.
fn past(root: &Path, found: &mut Vec<Diagnostic>) -> Past {
    let bytes = match std::fs::read(root.join(LEDGER_FILE)) {
        Ok(bytes) => bytes,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Past::default(),
        Err(cause) => {
            found.push(unread_ledger(&cause.to_string()));
            return Past::default();
        }
    };
    let printed = serde_json::from_slice(&bytes).unwrap_or_else(|cause| {
        found.push(unread_ledger(&cause.to_string()));
        Default::default()
    });
    Past { printed }
}

fn unread_ledger(cause: &str) -> Diagnostic {
    let (zh, en) = (format!("印制台账读不出来：{cause}"), format!("the print ledger cannot be read: {cause}"));
    Diagnostic::new(&PRINT_LEDGER, Place::file(LEDGER_FILE), zh, en).fix(PRINT_LEDGER.fix[0], PRINT_LEDGER.fix[1])
}

/// The program's calendars, profiles and words; a fault in them is a defect, and is reported like any other.
fn shipped(found: &mut Vec<Diagnostic>) -> Shipped {
    let owned = embedded::shipped().into_iter().map(|(path, bytes)| (path, bytes.to_vec()));
    let sources = Sources::from_entries(owned, found);
    let mut shipped = Shipped::default();
    for path in sources.paths_under("calendar/") {
        shipped.years.extend(yaml::read(&sources, path, found));
    }
    for path in sources.paths_under("profiles/") {
        shipped.profiles.extend(yaml::read(&sources, path, found));
    }
    shipped.questions.extend(yaml::read(&sources, "words/questions.yaml", found));
    shipped.traditional.extend(yaml::read(&sources, "words/traditional.yaml", found));
    for path in sources.paths_under("words/languages/") {
        shipped.languages.extend(yaml::read(&sources, path, found));
    }
    shipped
}
