//! Digests of what makers may see: equal inputs make equal outputs. Every bundle is still made; a test finds digests that
//! are not true.
//!
//! An input is made of files, never of ids, which shift when a record comes or goes. The moment counts only through which
//! of the hall's moments have come. Digests of two programs say nothing of one another.

use super::notices::circulars::circulars;
use crate::model::resolve::Withheld;
use crate::model::{BuildDay, Hall};
use crate::source::Sources;
use crate::text::Fonts;
use crate::text::hex::hex;
use jiff::civil::DateTime;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// SHA-256 of all that the maker of a bundle may see, in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputDigest(String);

/// The folders of records that not every maker sees; all other content is the grounds.
const RECORDS: [&str; 3] = ["content/matters/", "content/matter-changes/", "content/notices/"];

/// What the inputs of a plan are made of: its grounds, which every maker sees, and the digest of each record's file.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    grounds: Sha256,
    records: BTreeMap<String, [u8; 32]>,
    everything: OnceLock<InputDigest>,
}

impl Inputs {
    /// The inputs of a plan of a hall and of the hall as the public knows it, on a day. The names of all matters belong to
    /// the grounds, since lists and neighbours show them.
    pub fn new(halls: [&Hall; 2], sources: &Sources, withheld: &Withheld, when: BuildDay, fonts: &Fonts) -> Self {
        let paths: Vec<&str> = sources.paths_under("content/").collect();
        let file = |path: &&str| ((*path).to_owned(), digest_of(sources, path));
        let (records, grounds): (BTreeMap<_, _>, BTreeMap<_, _>) =
            paths.par_iter().map(file).collect::<Vec<_>>().into_iter().partition(|(path, _)| is_record(path));
        let mut inputs = Self { grounds: Sha256::new(), records, everything: OnceLock::new() };
        for (path, digest) in &grounds {
            inputs.add(path.as_bytes()).add(digest);
        }
        for name in withheld.names() {
            inputs.add(name.as_bytes());
        }
        inputs.add(when.date.to_string().as_bytes()).add(&when.horizon_days.to_le_bytes());
        inputs.add(fonts.digest().as_bytes());
        let issued = serde_json::to_vec(&halls[1].issued.before.texts).unwrap_or_default();
        inputs.add(&Sha256::digest(issued));
        for hall in halls {
            for matter in &hall.matters {
                inputs.add(matter.id().as_bytes()).add(matter.name().as_bytes());
                inputs.add(hall.unit(matter.unit).id().as_bytes());
            }
            for (id, moment) in moments(hall, when) {
                inputs.add(id.as_bytes()).add(&[u8::from(when.has_come(moment))]);
                inputs.add(moment.to_string().as_bytes());
            }
        }
        inputs
    }

    /// With something else that every maker sees.
    #[must_use]
    pub fn with(mut self, seen: &str) -> Self {
        self.add(seen.as_bytes());
        Self { everything: OnceLock::new(), ..self }
    }

    /// The input of a maker that sees everything.
    pub fn everything(&self) -> InputDigest {
        self.everything.get_or_init(|| self.of_records(self.records.keys().map(String::as_str))).clone()
    }

    /// The input of a maker that sees the grounds and the records in these files.
    pub fn of_records<'a>(&self, files: impl IntoIterator<Item = &'a str>) -> InputDigest {
        let mut digest = self.grounds.clone();
        for file in files {
            add(&mut digest, file.as_bytes());
            add(&mut digest, self.records.get(file).map_or(&[], <[u8; 32]>::as_slice));
        }
        InputDigest(hex(&digest.finalize()))
    }

    fn add(&mut self, seen: &[u8]) -> &mut Self {
        add(&mut self.grounds, seen);
        self
    }
}

/// Length first, so that `ab` and `c` differ from `a` and `bc`.
fn add(digest: &mut Sha256, seen: &[u8]) {
    digest.update((seen.len() as u64).to_le_bytes());
    digest.update(seen);
}

/// The moments of the hall that change what is public, publications and repairs, with the id of their record.
fn moments(hall: &Hall, when: BuildDay) -> impl Iterator<Item = (String, DateTime)> {
    let changes = hall.changes.iter().map(|change| (change.id.clone(), change.public_from()));
    let amendments = hall.amendments.iter().map(|amendment| (amendment.id.clone(), amendment.public_from()));
    let notices = hall.notices.iter().map(|notice| (notice.id.clone(), notice.published()));
    let faults = hall.faults.iter();
    let faults = faults.flat_map(|f| [f.span.from, f.span.to].map(|moment| (f.notice_id.clone(), moment)));
    let circulars = circulars(hall, when).into_iter().map(|circular| (circular.id.clone(), circular.public));
    changes.chain(amendments).chain(notices).chain(faults).chain(circulars)
}

fn is_record(path: &str) -> bool {
    RECORDS.iter().any(|folder| path.starts_with(folder))
}

fn digest_of(sources: &Sources, path: &str) -> [u8; 32] {
    Sha256::digest(sources.bytes(path).unwrap_or_default()).into()
}
