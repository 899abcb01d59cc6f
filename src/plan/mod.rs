//! Every output decided, nothing drawn: a [`Plan`] is a list of [`Job`]s, each owning the view its
//! template draws. Pure: no disk, no clock. The only maker of output paths (see [`url`]).

pub mod amendment_notice;
pub mod announcement;
mod announcement_parts;
#[cfg(test)]
mod announcement_tests;
mod announcement_venue;
mod approval;
mod badges;
mod board_entrance;
mod board_facts;
mod board_floor;
mod board_foot;
mod board_matters;
mod board_panel;
mod board_text;
mod board_window;
pub mod boards;
pub mod channels;
mod circulars;
pub mod coming;
mod csv;
pub mod documents;
mod evaluators;
mod fault_card;
pub mod fit_rule;
pub mod floor_plan;
pub mod forms;
pub mod free_space;
mod guide_desk;
pub mod hours_words;
mod labels;
mod name_breaks;
pub mod new_change;
mod notice_meta;
pub mod notices_print;
pub mod numbers;
pub mod own_paths;
pub mod pages;
mod panel_words;
pub mod past;
mod paths;
mod plan_options;
pub mod report;
pub mod rule_pages;
pub mod screens;
pub mod search_rules;
pub mod spoken;
pub mod theme;
mod title_lines;
pub mod told;
pub mod url;
pub mod venue_words;
pub mod views;
pub mod word;
pub mod wording;
pub mod work_lists;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod sizes_tests;

use crate::content::change::RawWindowChange;
use crate::diag::{Diagnostic, Place};
pub use crate::model::When;
use crate::model::window::Facts;
use crate::model::{Hall, WindowId};
use crate::source::Sources;
use crate::text::Fonts;
use jiff::civil::DateTime;
use past::Past;
use sha2::Digest;
use views::{Pictures, View, digested};

/// The output tree a job belongs to; only the first is public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tree {
    /// `public/`: the website and the screens.
    Public,
    /// `print/`: boards and posters.
    Print,
    /// `staff/`: work lists.
    Staff,
}

impl Tree {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Public, Self::Print, Self::Staff];

    /// Its folder's name.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Print => "print",
            Self::Staff => "staff",
        }
    }
}

/// How a view becomes bytes.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// A Tera template, written as it comes out: HTML, text, CSS.
    Page {
        /// Its name under `layouts/` or `signage/`.
        template: &'static str,
    },
    /// A Tera SVG template drawn to PNG; its file name gets the content hash (see [`Job::key`]).
    Picture {
        /// Its name.
        template: &'static str,
        /// Pixels.
        width: u32,
        /// Pixels.
        height: u32,
    },
    /// A Tera SVG template, one page a view, drawn to PDF/A-2u of exact size.
    Print {
        /// Its name.
        template: &'static str,
        /// Trimmed width, millimetres.
        width_mm: f64,
        /// Trimmed height, millimetres.
        height_mm: f64,
        /// Title in the document's metadata.
        title: String,
        /// Creation date in the metadata: a date from the content, never the clock.
        dated: DateTime,
    },
    /// A Tera template for the body of a Word document; its other parts are templates of their own
    /// (`layouts/documents/package/`).
    Document {
        /// Its name.
        template: &'static str,
        /// Title in the document's properties.
        title: String,
        /// Date in the properties: a date from the content, never the clock; none for what has no date.
        dated: Option<DateTime>,
    },
    /// The view itself as JSON (or as a script that assigns it), with the facts of pictures filled in.
    Manifest {
        /// `Some("name")`: a classic script `window.name = …;` for `file://`; `None`: plain JSON.
        assign: Option<&'static str>,
    },
    /// Bytes that are there already.
    Asset(Vec<u8>),
}

impl Form {
    /// The form without an asset's bytes, for digests.
    pub fn without_bytes(&self) -> Self {
        match self {
            Self::Asset(_) => Self::Asset(Vec::new()),
            other => other.clone(),
        }
    }
}

/// When a file may become visible (architecture: Publishing): everything a file names comes before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum Rank {
    /// Pictures and prints: named by others, name nothing.
    Media,
    /// Styles, scripts, search data.
    Asset,
    /// Pages.
    Page,
    /// Per-screen manifests and players.
    Manifest,
    /// Lists of everything.
    Index,
}

/// One output.
#[derive(Clone, Debug)]
pub struct Job {
    /// The tree.
    pub tree: Tree,
    /// Path in the tree, `/`-separated ASCII. For [`Form::Picture`] the final name is `stem.<hash12>.png`.
    pub path: String,
    /// When it may become visible.
    pub rank: Rank,
    /// How it is made.
    pub form: Form,
    /// Every value that will be drawn.
    pub view: View,
    /// The content value to blame when it cannot be drawn.
    pub origin: crate::diag::Place,
}

impl Job {
    /// The name other jobs know it by: its path before any hash is put in.
    pub fn key(&self) -> &str {
        &self.path
    }

    /// Where it is published: pictures carry the first twelve digits of their hash, and never change.
    pub fn final_path(&self, sha256: &str) -> String {
        match (&self.form, self.path.rsplit_once('.')) {
            (Form::Picture { .. }, Some((stem, ending))) => {
                format!("{stem}.{}.{ending}", sha256.get(..12).unwrap_or(sha256))
            }
            _ => self.path.clone(),
        }
    }

    /// Digest of what it says: the view alone (for diff, the print ledger, the reprint list), with the
    /// pictures it names filled in, since a manifest with another picture says something else.
    ///
    /// # Errors
    /// When the view cannot be serialised, which is a defect of the program.
    pub fn says(&self, pictures: &Pictures) -> Result<String, serde_json::Error> {
        if let View::Strip(view) = &self.view {
            return Ok(view.digest().to_owned());
        }
        let mut hash = digested::hash(self.view.with(pictures, 0).as_ref())?;
        if let Form::Asset(bytes) = &self.form {
            hash.update(bytes);
        }
        Ok(hex(&hash.finalize()))
    }
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from(b"0123456789abcdef"[usize::from(half & 15)]);
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(digit(byte >> 4));
        text.push(digit(*byte));
    }
    text
}

/// All outputs of a hall at a moment.
#[derive(Debug, Default)]
pub struct Plan {
    /// The jobs, sorted by tree and path.
    pub jobs: Vec<Job>,
    /// What cannot be drawn: text that does not fit, outputs with one path.
    pub findings: Vec<Diagnostic>,
}

impl Plan {
    /// Adds outputs, and keeps the order.
    pub fn add(&mut self, jobs: Vec<Job>) {
        self.jobs.extend(jobs);
        self.jobs.sort_by(|a, b| (a.tree, &a.path).cmp(&(b.tree, &b.path)));
    }
}

/// Half-width brackets and commas between Chinese characters made full-width, for print and screens: people type
/// `(24小时)自助服务区`.
pub fn wide(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let han = |c: Option<&char>| c.is_some_and(|c| *c >= '\u{2E80}');
    let near = |n: usize| han(n.checked_sub(1).and_then(|p| chars.get(p))) || han(chars.get(n + 1));
    let mut open = Vec::new();
    let mut wide = chars.clone();
    for (n, c) in chars.iter().enumerate() {
        match c {
            '(' => open.push(n),
            ')' => {
                if let Some(start) = open.pop()
                    && (near(start) || near(n))
                {
                    (wide[start], wide[n]) = ('（', '）');
                }
            }
            ',' if near(n) => wide[n] = '，',
            ':' if near(n) => wide[n] = '：',
            ';' if near(n) => wide[n] = '；',
            _ => {}
        }
    }
    wide.into_iter().collect()
}

/// Plans everything; `fonts` are those it is drawn with, `past` is what is known of earlier days. `public` is the hall
/// as the public may know it: without the amendments that are not published yet.
pub fn plan(hall: &Hall, public: &Hall, sources: &Sources, fonts: &Fonts, past: &Past, when: When) -> Plan {
    let mut plan = Plan::default();
    let ((pages, screens), (boards, notices)) = rayon::join(
        || rayon::join(|| pages::jobs(public, sources, when, fonts), || screens::jobs(public, sources, when, fonts)),
        || rayon::join(|| boards::jobs(hall, when, fonts), || notices_print::jobs(hall, when, fonts)),
    );
    plan.jobs.extend(word::jobs(hall, when));
    let evaluators = evaluators::jobs(hall, when, fonts);
    let badges = badges::jobs(hall, sources, fonts);
    let guide_desk = guide_desk::jobs(hall, when, fonts);
    let labels = labels::jobs(hall, fonts);
    for (jobs, findings) in [pages, screens, boards, notices, evaluators, badges, guide_desk, labels] {
        plan.jobs.extend(jobs);
        plan.findings.extend(findings);
    }
    let (files, items, found) = channels::channels(hall, when);
    plan.jobs.extend(files);
    plan.findings.extend(found);
    let lists = work_lists::jobs(hall, sources, past, &plan.jobs, when, fonts, items);
    plan.add(lists);
    plan.findings.extend(paths::check(hall, &plan.jobs));
    plan
}

/// Where the business in `facts` of a window is written: the last change record that sets it, else the window.
fn business_place(hall: &Hall, window: WindowId, facts: &Facts) -> Place {
    let own = hall.window(window);
    let by_record = hall.changes.iter().rev().filter(|change| !change.revoked).find_map(|change| {
        let part = |part: &RawWindowChange| part.window == own.id && part.business.as_ref() == Some(&facts.business);
        let n = change.written.windows.iter().position(part)?;
        Some(change.origin.key("窗口").index(n).key("业务"))
    });
    by_record.unwrap_or_else(|| own.origin.key("业务"))
}
