//! The contents of a plan.

use super::bundle::{Bundle, OutputIndex, OutputRow};
use super::output::{Output, Tree};
use super::view::Pictures;
use crate::diag::{Diagnostic, Place};
use rayon::prelude::*;

/// All outputs of a hall at a moment: those that are made, those to be made, and those about all others.
#[derive(Debug, Default)]
pub struct Plan {
    /// Outputs that are made already: whatever fits text, and what is small.
    pub outputs: Vec<Output>,
    /// Outputs that are made when they are drawn, and dropped when they are written.
    pub bundles: Vec<Bundle>,
    /// Outputs that are made last, from what is known of all others.
    pub indexes: Vec<OutputIndex>,
    /// What cannot be drawn: text that does not fit, outputs with one path.
    pub findings: Vec<Diagnostic>,
}

impl Plan {
    /// How many things are to be drawn: an output, a bundle or an index each.
    pub fn len(&self) -> usize {
        self.outputs.len() + self.bundles.len() + self.indexes.len()
    }

    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Every path that is or may be made, with its tree and the content value to blame for it.
    pub fn paths(&self) -> impl Iterator<Item = (Tree, &str, &Place)> {
        let outputs = self.outputs.iter().map(|output| (output.tree, output.path.as_str(), &output.origin));
        let bundles = self.bundles.iter();
        let bundles = bundles.flat_map(|b| b.paths.iter().map(move |path| (b.tree, path.as_str(), &b.origin)));
        let indexes = self.indexes.iter().map(|index| (index.tree, index.path, &index.origin));
        outputs.chain(bundles).chain(indexes)
    }

    /// What `read` makes of every output but the indexes, in no order. Outputs of bundles are made, read and dropped.
    pub fn read_each<T: Send>(&self, read: impl Fn(&Output) -> T + Sync) -> Vec<T> {
        let mut all: Vec<T> = self.outputs.par_iter().map(&read).collect();
        all.par_extend(self.bundles.par_iter().flat_map_iter(|bundle| {
            let made = bundle.make();
            made.iter().map(&read).collect::<Vec<T>>()
        }));
        all
    }

    /// Every output, made now, sorted by tree and path: to compare or list them all.
    pub fn all_outputs(&self) -> Vec<Output> {
        let mut outputs = self.outputs.clone();
        outputs.par_extend(self.bundles.par_iter().flat_map_iter(Bundle::make));
        let row = |output: &Output| OutputRow {
            tree: output.tree,
            path: output.path.clone(),
            content_digest: output.content_digest(&Pictures::new()).unwrap_or_default(),
            listed: output.listed.clone(),
        };
        let mut rows: Vec<OutputRow> = outputs.par_iter().map(row).collect();
        rows.sort_by(|a, b| (a.tree, &a.path).cmp(&(b.tree, &b.path)));
        outputs.extend(self.indexes.iter().map(|index| index.make(&rows)));
        outputs.sort_by(|a, b| (a.tree, &a.path).cmp(&(b.tree, &b.path)));
        outputs
    }
}
