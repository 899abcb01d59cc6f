//! Views of the list of all matters.

use super::Frame;
use crate::plan::view::View;
use serde::Serialize;

/// `a-z.html` and the pages of its letters: every matter by initial; also where a search without script ends.
#[derive(Clone, Debug, Serialize)]
pub struct AtoZPage {
    /// The frame.
    pub frame: Frame,
    /// The heading.
    pub title: String,
    /// The letter, on the page of one.
    pub letter: Option<String>,
    /// How many matters the page speaks of.
    pub count: usize,
    /// What they can be chosen by; none where there is nothing to choose from.
    pub facets: Option<Facets>,
    /// The letters of this page with their matters; none where each letter has a page.
    pub groups: Vec<LetterGroup>,
    /// All letters.
    pub letters: Vec<LetterLink>,
}

impl View for AtoZPage {}

/// A letter to go to.
#[derive(Clone, Debug, Serialize)]
pub struct LetterLink {
    /// `A`, and `S2` for the second page of a letter.
    pub label: String,
    /// Its page, where each letter has one.
    pub href: Option<String>,
    /// Its heading's anchor on the page.
    pub anchor: String,
    /// How many matters it has.
    pub count: usize,
    /// Whether this is its page.
    pub current: bool,
}

/// Matters of one initial.
#[derive(Clone, Debug, Serialize)]
pub struct LetterGroup {
    /// `A`
    pub letter: String,
    /// Its heading's anchor.
    pub anchor: String,
    /// The matters.
    pub matters: Vec<ListedMatter>,
}

/// A matter in the list.
#[derive(Clone, Debug, Serialize)]
pub struct ListedMatter {
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// Unit, kind, limit and the names people use.
    pub about: String,
    /// The marks of the options it is chosen by, separated by blanks.
    pub marks: String,
    /// Its unit's id.
    pub unit: String,
}

/// What matters can be chosen by.
#[derive(Clone, Debug, Serialize)]
pub struct Facets {
    /// Groups of which one option or more may be ticked.
    pub groups: Vec<FacetGroup>,
    /// Units, of which one may be chosen.
    pub units: Vec<FacetOption>,
}

/// Options of one kind; a matter that has any of those ticked is shown.
#[derive(Clone, Debug, Serialize)]
pub struct FacetGroup {
    /// Its key in the address.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The options.
    pub options: Vec<FacetOption>,
}

/// An option.
#[derive(Clone, Debug, Serialize)]
pub struct FacetOption {
    /// Its mark, or the unit's id.
    pub mark: String,
    /// What it is called.
    pub label: String,
    /// How many matters of the page have it.
    pub count: usize,
}
