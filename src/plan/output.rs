//! A planned output: where it goes, how its view becomes bytes, when it may become visible.

use super::digested;
use super::view::{Pictures, View};
use crate::text::hex::hex;
use jiff::civil::DateTime;
use sha2::Digest;
use std::borrow::Cow;
use std::sync::Arc;

/// The output tree an output belongs to; only the first is public.
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
    /// A Tera SVG template drawn to PNG; its file name gets the content hash (see [`Output::key`]).
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

/// When a file may become visible (docs/architecture.md, Publishing): everything a file names comes before it.
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
pub struct Output {
    /// The tree.
    pub tree: Tree,
    /// Path in the tree, `/`-separated ASCII. For [`Form::Picture`] the final name is `stem.<hash12>.png`.
    pub path: String,
    /// When it may become visible.
    pub rank: Rank,
    /// How it is made.
    pub form: Form,
    /// Every value that will be drawn.
    pub view: Arc<dyn View>,
    /// The content value to blame when it cannot be drawn.
    pub origin: crate::diag::Place,
    /// What lists of outputs say of it.
    pub listed: Option<Listed>,
}

/// What outputs about outputs (the site map, the reprint list) say of an output.
#[derive(Clone, Debug, PartialEq)]
pub enum Listed {
    /// A page that is in the site map.
    Page {
        /// The day of an article, `2026-10-09`; all other pages are true from the build on.
        dated: Option<String>,
    },
    /// A board or a sign by itself, which the print ledger and the reprint list follow.
    Board {
        /// Its id.
        id: String,
    },
}

impl Output {
    /// Whether pictures have to be drawn before it can be: it names them.
    pub fn names_pictures(&self) -> bool {
        matches!(self.form, Form::Manifest { .. }) || self.view.names_pictures()
    }

    /// The name other outputs know it by: its path before any hash is put in.
    pub fn key(&self) -> &str {
        &self.path
    }

    /// A page that is in no list of pages.
    #[must_use]
    pub fn unlisted(self) -> Self {
        Self { listed: None, ..self }
    }

    /// The output with the pictures it names filled in, and its sequence number.
    pub fn filled(&self, pictures: &Pictures, seq: u64) -> Cow<'_, Self> {
        match self.view.filled(pictures, seq) {
            Some(view) => Cow::Owned(Self { view, ..self.clone() }),
            None => Cow::Borrowed(self),
        }
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
    pub fn content_digest(&self, pictures: &Pictures) -> Result<String, serde_json::Error> {
        if let Some(digest) = self.view.digest() {
            return Ok(digest.to_owned());
        }
        let mut hash = digested::hash(&self.filled(pictures, 0).view)?;
        if let Form::Asset(bytes) = &self.form {
            hash.update(bytes);
        }
        Ok(hex(&hash.finalize()))
    }
}
