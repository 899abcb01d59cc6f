//! Digests of what makers may see. Whoever has equal input makes equal outputs: a later build need not make them again.
//!
//! An input is named by its files, never by ids, which shift when a record comes or goes, and never by the moment: of it
//! counts only which of the hall's own moments have come. Digests are those of one program: a new one makes all anew.

use super::notices::circulars::circulars;
use crate::model::amendment::Amendment;
use crate::model::change::Change;
use crate::model::notice::Notice;
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
    /// The inputs of a plan of `hall` on a day. The names of all matters belong to the grounds, since lists and
    /// neighbours show them.
    pub fn new(hall: &Hall, sources: &Sources, withheld: &Withheld, when: BuildDay, fonts: &Fonts) -> Self {
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
        for matter in &hall.matters {
            inputs.add(matter.id().as_bytes()).add(matter.name().as_bytes());
            inputs.add(hall.unit(matter.unit).id().as_bytes());
        }
        for moment in moments(hall, when) {
            inputs.add(&[u8::from(when.has_come(moment))]);
        }
        inputs
    }

    /// With something else that every maker sees.
    #[must_use]
    pub fn with(mut self, seen: &str) -> Self {
        self.add(seen.as_bytes());
        self
    }

    /// The input of a maker that sees everything.
    pub fn everything(&self) -> InputDigest {
        self.everything.get_or_init(|| self.of_records(self.records.keys().map(String::as_str))).clone()
    }

    /// The input of a maker that sees the grounds and the records in these files.
    pub fn of_records<'a>(&self, files: impl IntoIterator<Item = &'a str>) -> InputDigest {
        let mut digest = self.grounds.clone();
        for file in files {
            digest.update(file.as_bytes());
            digest.update(self.records.get(file).copied().unwrap_or_default());
        }
        InputDigest(hex(&digest.finalize()))
    }

    /// Length first, so that no two inputs run into one.
    fn add(&mut self, seen: &[u8]) -> &mut Self {
        self.grounds.update((seen.len() as u64).to_le_bytes());
        self.grounds.update(seen);
        self
    }
}

/// The moments of the hall that change what is public: publications, repairs.
fn moments(hall: &Hall, when: BuildDay) -> impl Iterator<Item = DateTime> {
    let changes = hall.changes.iter().map(Change::public_from);
    let amendments = hall.amendments.iter().map(Amendment::public_from);
    let notices = hall.notices.iter().map(Notice::published);
    let faults = hall.faults.iter().flat_map(|fault| [fault.span.from, fault.span.to]);
    let circulars = circulars(hall, when).into_iter().map(|circular| circular.public);
    changes.chain(amendments).chain(notices).chain(faults).chain(circulars)
}

fn is_record(path: &str) -> bool {
    RECORDS.iter().any(|folder| path.starts_with(folder))
}

fn digest_of(sources: &Sources, path: &str) -> [u8; 32] {
    Sha256::digest(sources.bytes(path).unwrap_or_default()).into()
}
