//! Outputs that are made when they are asked for.
//!
//! The paths of a plan are decided at once; the content of most outputs is made by the stage that draws them, on all
//! cores, and dropped when it is written. What cannot wait is in the plan already: whatever fits text, since text that
//! does not fit is a finding of the plan.

use super::input::InputDigest;
use super::output::{Listed, Output, Tree};
use crate::diag::Place;
use std::fmt;
use std::sync::Arc;

/// Outputs that are made together from one view of things: a page and its short form, a unit's page and its feed.
#[derive(Clone)]
pub struct Bundle {
    /// The tree its outputs go to.
    pub tree: Tree,
    /// Every path it may make.
    pub paths: Vec<String>,
    /// Digest of all that its maker sees: while it stays the same, so do its outputs.
    pub input: InputDigest,
    /// The content value to blame when another output wants one of these paths.
    pub origin: Place,
    make: Arc<dyn Fn() -> Vec<Output> + Send + Sync>,
}

impl Bundle {
    /// A bundle for the paths `make` may make outputs of, when it is called; it gives the same each time.
    pub fn new(
        tree: Tree,
        paths: Vec<String>,
        input: InputDigest,
        origin: Place,
        make: impl Fn() -> Vec<Output> + Send + Sync + 'static,
    ) -> Self {
        Self { tree, paths, input, origin, make: Arc::new(make) }
    }

    /// With a narrower input than the one it was made with.
    #[must_use]
    pub fn seeing(self, input: InputDigest) -> Self {
        Self { input, ..self }
    }

    /// Its outputs, each of one of its paths.
    pub fn make(&self) -> Vec<Output> {
        let outputs = (self.make)();
        debug_assert!(outputs.iter().all(|output| output.tree == self.tree && self.paths.contains(&output.path)));
        outputs
    }
}

impl fmt::Debug for Bundle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bundle").field("tree", &self.tree).field("paths", &self.paths).finish_non_exhaustive()
    }
}

/// What an output about outputs (the site map, the worker) may know of another.
#[derive(Clone, Debug)]
pub struct OutputRow {
    /// The tree.
    pub tree: Tree,
    /// Its name before any hash is put in.
    pub path: String,
    /// Digest of what it says.
    pub content_digest: String,
    /// What lists say of it.
    pub listed: Option<Listed>,
}

/// Makes an index from what is known of all other outputs.
type MakeIndex = dyn Fn(&[OutputRow]) -> Output + Send + Sync;

/// An output about outputs: made after all others, from what is known of them, sorted by tree and path.
#[derive(Clone)]
pub struct OutputIndex {
    /// The tree it goes to.
    pub tree: Tree,
    /// Its path.
    pub path: &'static str,
    /// The content value to blame when another output wants this path.
    pub origin: Place,
    make: Arc<MakeIndex>,
}

impl OutputIndex {
    /// An index of `path`, made by `make`.
    pub fn new(
        tree: Tree,
        path: &'static str,
        origin: Place,
        make: impl Fn(&[OutputRow]) -> Output + Send + Sync + 'static,
    ) -> Self {
        Self { tree, path, origin, make: Arc::new(make) }
    }

    /// The output, from all others.
    pub fn make(&self, rows: &[OutputRow]) -> Output {
        (self.make)(rows)
    }
}

impl fmt::Debug for OutputIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Index").field("tree", &self.tree).field("path", &self.path).finish_non_exhaustive()
    }
}
