//! One build: plan to published files, making only what changed.

use crate::diag::{Diagnostic, Say, told_once};
use crate::model::When;
use crate::plan::all::Plan;
use crate::plan::output::{Form, Output, Rank, Tree};
use crate::plan::view::Pictures;
use crate::publish::{Entry, Found, Outcome, PublishError, Recovered, Target};
use crate::render::{Engine, defect};
use crate::text::hex::hex;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
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
    /// What was amiss with the records of the last publish.
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
/// before every output has succeeded. `tick` is called once an output made or found unchanged.
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

/// A plan whose every output has succeeded: changed files lie staged, nothing is visible yet. Holds the locks of the
/// targets.
#[derive(Debug)]
pub struct Staged {
    ready: Vec<(Target, BTreeMap<String, Entry>)>,
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
    let mut staged = Staged { ready: Vec::new(), built: Built { outputs: plan.outputs.len(), ..Built::default() } };
    for tree in Tree::ALL {
        let target = Target::open(base, tree, when.moment)?;
        let outputs: Vec<&Output> = plan.outputs.iter().filter(|output| output.tree == tree).collect();
        let (entries, made) = make(&outputs, engine, &target, tick)?;
        staged.built.made += made;
        staged.ready.push((target, entries));
    }
    Ok(staged)
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

type Made = (BTreeMap<String, Entry>, usize);

/// An output's key, its file, and whether it was made now.
type One = (String, Entry, bool);

/// Makes one tree's outputs into staged files: what names nothing first, then what names it.
fn make(outputs: &[&Output], engine: &Engine, target: &Target, tick: &(dyn Fn() + Sync)) -> Result<Made, BuildError> {
    let (naming, plain): (Vec<&Output>, Vec<&Output>) =
        outputs.iter().partition(|output| matches!(output.form, Form::Manifest { .. }));
    let (mut entries, mut made) = wave(&plain, engine, target, &BTreeMap::new(), tick)?;
    let pictures: Pictures = entries
        .iter()
        .filter(|(_, entry)| entry.rank == Rank::Media)
        .map(|(key, entry)| (key.clone(), entry.picture()))
        .collect();
    let (more, count) = wave(&naming, engine, target, &pictures, tick)?;
    entries.extend(more);
    made += count;
    Ok((entries, made))
}

fn wave(
    outputs: &[&Output],
    engine: &Engine,
    target: &Target,
    pictures: &Pictures,
    tick: &(dyn Fn() + Sync),
) -> Result<Made, BuildError> {
    let results: Vec<Result<One, BuildError>> = outputs
        .par_iter()
        .map(|output| {
            let result = one(output, engine, target, pictures);
            tick();
            result
        })
        .collect();
    let (mut entries, mut made, mut problems) = (BTreeMap::new(), 0, Vec::new());
    for result in results {
        match result {
            Ok((key, entry, fresh)) => {
                made += usize::from(fresh);
                entries.insert(key, entry);
            }
            Err(BuildError::Content(found)) => problems.extend(found),
            Err(machine) => return Err(machine),
        }
    }
    if problems.is_empty() {
        return Ok((entries, made));
    }
    // A fault of a template is met by every output made with it.
    let same = |first: &Diagnostic, one: &Diagnostic| {
        (first.rule.id, &first.place, &first.message) == (one.rule.id, &one.place, &one.message)
    };
    let more =
        |count| Say::new(format!("；另有{count}个输出也因此做不出来"), format!("; {count} more outputs fail of it"));
    Err(BuildError::Content(told_once(problems, same, more)))
}

/// One output: taken over from the last build when nothing it is made of changed, else made and staged.
fn one(output: &Output, engine: &Engine, target: &Target, pictures: &Pictures) -> Result<One, BuildError> {
    let failed = |e: serde_json::Error| BuildError::Content(vec![defect(output, &e.to_string())]);
    let content_digest = output.content_digest(pictures).map_err(failed)?;
    let build_digest = engine.build_digest(output, &content_digest);
    let last = target.standing(output.key());
    if let Some(entry) = last.filter(|e| e.build_digest == build_digest) {
        return Ok((output.key().to_owned(), entry.clone(), false));
    }
    let is_manifest = matches!(output.form, Form::Manifest { .. });
    let (bytes, seq) = if is_manifest {
        manifest(output, engine, target, pictures, &content_digest)?
    } else {
        (render(output, engine, pictures, 0)?, 0)
    };
    let sha256 = hex(&Sha256::digest(&bytes));
    let path = output.final_path(&sha256);
    let entry = Entry { path, content_digest, build_digest, bytes: bytes.len() as u64, rank: output.rank, seq, sha256 };
    let same = last.is_some_and(|e| e.sha256 == entry.sha256 && e.path == entry.path);
    match if same { Found::Recorded } else { target.found(&entry, &bytes) } {
        Found::Missing => target.stage(&entry.path, &bytes)?,
        Found::Unrecorded => target.note_unrecorded(),
        Found::Recorded => {}
    }
    Ok((output.key().to_owned(), entry, true))
}

fn render(output: &Output, engine: &Engine, pictures: &Pictures, seq: u64) -> Result<Vec<u8>, BuildError> {
    engine.render(&output.filled(pictures, seq)).map_err(BuildError::Content)
}

/// A manifest and its sequence number, which goes on from the highest a screen may have met, and only when the manifest
/// says something else than what lies there.
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
        // No record, or one older than what lies there.
        None => highest > 0 && target.is_there(output.key(), &same),
    };
    if is_same { Ok((same, highest)) } else { Ok((render(output, engine, pictures, highest + 1)?, highest + 1)) }
}
