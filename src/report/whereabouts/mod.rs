//! Where a text is said: by which pages, screens, boards, announcements, documents, data and lists of a plan, by what
//! hangs according to the print ledger, and in which files of the content it is written.

mod boards;
mod kind;
mod markup;
mod mention;
mod notices;
mod outputs;
mod screens;
mod wanted;

pub use kind::{Carrier, MentionGroup};
pub use mention::{MentionNote, Quote, TextMention};
pub use wanted::SoughtWords;

use crate::diag::Diagnostic;
use crate::model::{Hall, When};
use crate::plan::boards::print_ledger::Past;
use crate::plan::contents::Plan;
use crate::plan::screens::manifest::Manifest;
use crate::plan::staff::{WorkHalls, work};
use crate::render::Engine;
use crate::source::{Sources, mentions};
use crate::text::Fonts;
use outputs::OutputReader;
use std::collections::BTreeMap;

/// What is searched.
pub struct SearchedHall<'h> {
    /// The hall.
    pub hall: &'h Hall,
    /// What is made of it.
    pub plan: &'h Plan,
    /// The moment.
    pub when: When,
    /// What hangs.
    pub past: &'h Past,
    /// What outputs are drawn with.
    pub engine: &'h Engine,
    /// What they are fitted with.
    pub fonts: &'h Fonts,
}

/// The answer.
#[derive(Debug, Default)]
pub struct Whereabouts {
    /// The most public first, in each group by path.
    pub mentions: Vec<TextMention>,
    /// How many things of each group were searched.
    pub searched: BTreeMap<MentionGroup, usize>,
    /// Files to download that the hall was given and the program does not read.
    pub unread: usize,
    /// Outputs that cannot be made.
    pub failed: Vec<Diagnostic>,
}

/// Everything of a hall that says what is wanted.
pub fn in_hall(searched: &SearchedHall<'_>, wanted: &SoughtWords) -> Whereabouts {
    let SearchedHall { hall, plan, when, past, engine, fonts } = searched;
    let day = when.moment.date();
    let postings = work(WorkHalls::only(hall), past, &plan.outputs, when.day(), fonts).postings;
    let reader = OutputReader { hall, engine, wanted, day, postings: &postings, outputs: &plan.outputs };
    let mut answer = Whereabouts::default();
    let mut titles = BTreeMap::new();
    for found in plan.read_each(|output| reader.read(output)).into_iter().flatten() {
        match found.what {
            Ok(kind) => *answer.searched.entry(kind.group()).or_default() += 1,
            Err(outputs::NotSearched::Attachment) => answer.unread += 1,
            Err(outputs::NotSearched::Failed(why)) => answer.failed.extend(why),
        }
        answer.mentions.extend(found.mentions);
        titles.extend(found.title);
    }
    notices::name(&mut answer.mentions, &titles);
    let screens = plan.outputs.iter().filter(|output| output.view.as_kind::<Manifest>().is_some());
    *answer.searched.entry(MentionGroup::Screens).or_default() += screens.count() / MANIFEST_FORMS;
    answer.mentions.extend(screens::mentions(&plan.outputs, wanted));
    answer.mentions.extend(boards::posted_before(hall, &plan.outputs, past, wanted));
    answer.mentions.extend(notices::unprinted(&postings, wanted, day));
    answer.mentions.sort_by(|a, b| a.order().cmp(&b.order()));
    answer
}

/// A manifest is written as data and as a script.
const MANIFEST_FORMS: usize = 2;

/// Every place of the content that says what is wanted.
pub fn in_content(sources: &Sources, wanted: &SoughtWords) -> Whereabouts {
    let found = mentions(sources, "content/", &wanted.sought);
    let files = sources.paths_under("content/").count();
    Whereabouts {
        mentions: found.into_iter().map(TextMention::of_file).collect(),
        searched: BTreeMap::from([(MentionGroup::Content, files)]),
        ..Whereabouts::default()
    }
}
