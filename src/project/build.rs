//! One build: plan to published files, making only what changed.

use crate::diag::{Diagnostic, LocalizedText, report_once};
use crate::model::When;
use crate::plan::bundle::{Bundle, OutputIndex, OutputRow};
use crate::plan::contents::Plan;
use crate::plan::output::{Form, Listed, Output, Rank, Tree};
use crate::plan::view::Pictures;
use crate::publish::{Found, Outcome, PublishError, PublishedFile, Recovered, Target};
use crate::render::{Engine, defect};
use crate::text::hex::hex;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

/// What a build did.
#[derive(Clone, Debug, Default)]
pub struct Built {
    /// Outputs planned.
    pub outputs: usize,
    /// Outputs made, not taken from the last build.
    pub made: usize,
    /// Files of all trees.
    pub files: Outcome,
    /// What was wrong with the records of the last publish.
    pub recovered: Vec<Recovered>,
}

/// Why a build published nothing.
#[derive(Debug)]
pub enum BuildError {
    /// The content or a template cannot be drawn.
    Content(Vec<Diagnostic>),
    /// The machine.
    Machine(PublishError),
}

impl From<PublishError> for BuildError {
    fn from(error: PublishError) -> Self {
        Self::Machine(error)
    }
}

/// Makes and publishes a plan under `base` (`base/public`, `base/print`, `base/staff`). Nothing becomes visible
/// before every output has succeeded. `tick` is called once a part of the plan ([`Plan::len`]).
///
/// # Errors
/// Diagnostics when an output cannot be drawn; the path and cause when the disk refuses.
pub fn build(
    plan: &Plan,
    engine: &Engine,
    base: &Path,
    when: When,
    tick: &(dyn Fn() + Sync),
) -> Result<Built, BuildError> {
    Ok(stage(plan, engine, base, when, tick)?.publish()?)
}

/// A plan whose every output has succeeded: changed files are staged, nothing is visible yet. Holds the locks of the
/// targets.
#[derive(Debug)]
pub struct Staged {
    ready: Vec<(Target, BTreeMap<String, PublishedFile>)>,
    built: Built,
}

/// Makes what changed since the last build and stages it; see [`build`].
///
/// # Errors
/// As [`build`].
pub fn stage(
    plan: &Plan,
    engine: &Engine,
    base: &Path,
    when: When,
    tick: &(dyn Fn() + Sync),
) -> Result<Staged, BuildError> {
    // All targets are opened before anything is made: a problem with one of them is reported at once.
    let open = |tree| Target::open(base, tree, when.moment);
    let stage = Staging { engine, targets: [open(Tree::Public)?, open(Tree::Print)?, open(Tree::Staff)?], tick };
    let (naming, plain): (Vec<&Output>, Vec<&Output>) = plan.outputs.iter().partition(|output| output.names_pictures());
    // First the outputs that name no others, then those that do, then the indexes of all.
    let parts = plain.into_iter().map(PlanPart::Output).chain(plan.bundles.iter().map(PlanPart::Bundle));
    let mut made = stage.make(parts.collect(), &Pictures::new())?;
    let pictures = pictures(&made);
    made.extend(stage.make(naming.into_iter().map(PlanPart::Output).collect(), &pictures)?);
    let rows = rows(&made);
    made.extend(stage.make(plan.indexes.iter().map(|index| PlanPart::Index(index, &rows)).collect(), &pictures)?);
    Ok(stage.staged(made))
}

impl Staged {
    /// Makes everything visible, in the order of [`Rank`].
    ///
    /// # Errors
    /// The path and cause when the disk refuses; what is visible then is whole, old or new.
    pub fn publish(self) -> Result<Built, PublishError> {
        let mut built = self.built;
        // All trees are made ready before any becomes visible.
        let ready: Result<Vec<_>, _> =
            self.ready.into_iter().map(|(target, entries)| target.prepare(entries)).collect();
        for target in ready? {
            built.recovered.extend(target.recovered.clone());
            let outcome = target.commit()?;
            built.files.written += outcome.written;
            built.files.unchanged += outcome.unchanged;
            built.files.removed += outcome.removed;
        }
        Ok(built)
    }
}

/// An output that was made or found unchanged.
struct BuiltOutput {
    tree: Tree,
    key: String,
    entry: PublishedFile,
    listed: Option<Listed>,
    /// Whether it was made now.
    is_new: bool,
}

/// A part of a plan that is made at once.
enum PlanPart<'p> {
    Output(&'p Output),
    Bundle(&'p Bundle),
    Index(&'p OutputIndex, &'p [OutputRow]),
}

impl<'p> PlanPart<'p> {
    /// Its outputs. Those of a bundle are dropped when they are drawn.
    fn outputs(&self) -> Vec<Cow<'p, Output>> {
        match self {
            Self::Output(output) => vec![Cow::Borrowed(output)],
            Self::Bundle(bundle) => bundle.make().into_iter().map(Cow::Owned).collect(),
            Self::Index(index, rows) => vec![Cow::Owned(index.make(rows))],
        }
    }
}

/// What outputs are made with and where they go.
struct Staging<'s> {
    engine: &'s Engine,
    /// The target of each tree, in the order of [`Tree::ALL`].
    targets: [Target; 3],
    tick: &'s (dyn Fn() + Sync),
}

impl Staging<'_> {
    /// Makes parts of a plan into staged files, on all cores.
    fn make(&self, parts: Vec<PlanPart<'_>>, pictures: &Pictures) -> Result<Vec<BuiltOutput>, BuildError> {
        let results: Vec<Vec<Result<BuiltOutput, BuildError>>> = parts
            .into_par_iter()
            .map(|part| {
                let build =
                    |output: &Cow<'_, Output>| build_output(output, self.engine, self.target(output.tree), pictures);
                let made = part.outputs().iter().map(build).collect();
                (self.tick)();
                made
            })
            .collect();
        let (mut made, mut problems) = (Vec::new(), Vec::new());
        for result in results.into_iter().flatten() {
            match result {
                Ok(one) => made.push(one),
                Err(BuildError::Content(found)) => problems.extend(found),
                Err(machine) => return Err(machine),
            }
        }
        if problems.is_empty() {
            return Ok(made);
        }
        // A fault of a template occurs in every output made with it.
        let same = |first: &Diagnostic, one: &Diagnostic| {
            (first.rule.id, &first.place, &first.message) == (one.rule.id, &one.place, &one.message)
        };
        let more = |count| {
            LocalizedText::new(
                format!("；另有{count}个输出也因此做不出来"),
                format!("; {count} more outputs fail of it"),
            )
        };
        Err(BuildError::Content(report_once(problems, same, more)))
    }

    fn target(&self, tree: Tree) -> &Target {
        let [public, print, staff] = &self.targets;
        match tree {
            Tree::Public => public,
            Tree::Print => print,
            Tree::Staff => staff,
        }
    }

    /// What was made, by target.
    fn staged(self, made: Vec<BuiltOutput>) -> Staged {
        let mut entries: BTreeMap<Tree, BTreeMap<String, PublishedFile>> = BTreeMap::new();
        let mut built = Built { outputs: made.len(), ..Built::default() };
        for one in made {
            built.made += usize::from(one.is_new);
            entries.entry(one.tree).or_default().insert(one.key, one.entry);
        }
        let ready = Tree::ALL.into_iter().zip(self.targets);
        let ready = ready.map(|(tree, target)| (target, entries.remove(&tree).unwrap_or_default())).collect();
        Staged { ready, built }
    }
}

/// The pictures that manifests and pages may name.
fn pictures(made: &[BuiltOutput]) -> Pictures {
    let is_picture = |one: &&BuiltOutput| one.tree == Tree::Public || one.key.ends_with(".png");
    let pictures = made.iter().filter(|one| one.entry.rank == Rank::Media).filter(is_picture);
    pictures.map(|one| (one.key.clone(), one.entry.picture())).collect()
}

/// What indexes may know about all other outputs.
fn rows(made: &[BuiltOutput]) -> Vec<OutputRow> {
    let row = |one: &BuiltOutput| OutputRow {
        tree: one.tree,
        path: one.key.clone(),
        content_digest: one.entry.content_digest.clone(),
        listed: one.listed.clone(),
    };
    let mut rows: Vec<OutputRow> = made.iter().map(row).collect();
    rows.sort_by(|a, b| (a.tree, &a.path).cmp(&(b.tree, &b.path)));
    rows
}

/// One output: taken over from the last build when nothing it is made from changed, else made and staged.
fn build_output(
    output: &Output,
    engine: &Engine,
    target: &Target,
    pictures: &Pictures,
) -> Result<BuiltOutput, BuildError> {
    let made = |entry: PublishedFile, is_new: bool| BuiltOutput {
        tree: output.tree,
        key: output.key().to_owned(),
        entry,
        listed: output.listed.clone(),
        is_new,
    };
    let failed = |e: serde_json::Error| BuildError::Content(vec![defect(output, &e.to_string())]);
    let content_digest = output.content_digest(pictures).map_err(failed)?;
    let build_digest = engine.build_digest(output, &content_digest);
    let last = target.standing(output.key());
    if let Some(entry) = last.filter(|e| e.build_digest == build_digest) {
        return Ok(made(entry.clone(), false));
    }
    let is_manifest = matches!(output.form, Form::Manifest { .. });
    let (bytes, seq) = if is_manifest {
        manifest(output, engine, target, pictures, &content_digest)?
    } else {
        (render(output, engine, pictures, 0)?, 0)
    };
    let sha256 = hex(&Sha256::digest(&bytes));
    let path = output.final_path(&sha256);
    let entry =
        PublishedFile { path, content_digest, build_digest, bytes: bytes.len() as u64, rank: output.rank, seq, sha256 };
    let same = last.is_some_and(|e| e.sha256 == entry.sha256 && e.path == entry.path);
    match if same { Found::Recorded } else { target.found(&entry, &bytes) } {
        Found::Missing => target.stage(&entry.path, &bytes)?,
        Found::Unrecorded => target.note_unrecorded(),
        Found::Recorded => {}
    }
    Ok(made(entry, true))
}

fn render(output: &Output, engine: &Engine, pictures: &Pictures, seq: u64) -> Result<Vec<u8>, BuildError> {
    engine.render(&output.filled(pictures, seq)).map_err(BuildError::Content)
}

/// A manifest and its sequence number, which continues from the highest a screen may have read, and rises only when the
/// manifest's content differs from the file that is there.
fn manifest(
    output: &Output,
    engine: &Engine,
    target: &Target,
    pictures: &Pictures,
    content_digest: &str,
) -> Result<(Vec<u8>, u64), BuildError> {
    let highest = target.highest_seq(output.key());
    let recorded = target.published(output.key()).filter(|entry| entry.seq == highest);
    let same = render(output, engine, pictures, highest)?;
    let is_same = match recorded {
        Some(entry) => entry.content_digest == content_digest,
        // No record, or one older than the file that is there.
        None => highest > 0 && target.is_there(output.key(), &same),
    };
    if is_same { Ok((same, highest)) } else { Ok((render(output, engine, pictures, highest + 1)?, highest + 1)) }
}
