//! Every matter by initial: on one page, or on a page a letter where they are too many for an old phone.

use super::frame::{self, Frame, SiteSection};
use super::parts::Link;
use super::rows;
use super::site::Site;
use crate::content::{Audience, CaseKind, Way};
use crate::model::matter::Matter;
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::search::reading::{initial, sort_key};
use serde::Serialize;
use std::collections::BTreeMap;

/// `a-z.html` and the pages of its letters: every matter by initial; also where a search without script ends.
#[derive(Clone, Debug, Serialize)]
pub struct AtoZPage {
    /// The frame.
    pub frame: Frame,
    /// The heading.
    pub title: String,
    /// The letter, on the page of one.
    pub letter: Option<String>,
    /// How many matters the page is about.
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

/// Most matters on one page: two elements each, so that the page with its frame stays below 800 elements.
const MOST: usize = 240;

/// Options of a group: the mark of each and what it is called.
type FacetOptions = &'static [(&'static str, &'static str)];

/// What a matter may be chosen by: the groups' keys, names and options.
const OPTIONS: [(&str, &str, FacetOptions); 4] = [
    ("who", "服务对象", &[("p", "个人"), ("l", "法人和其他组织")]),
    ("kind", "办件类型", &[("i", "即办件"), ("c", "承诺件"), ("j", "联办件")]),
    ("way", "办理形式", &[("w", "窗口办理"), ("n", "网上办理"), ("0", "一次不用跑")]),
    ("fee", "收费", &[("f", "免费")]),
];

/// The matters of one letter, and the part of them where they are too many for one page.
struct LetterPart<'h> {
    letter: String,
    key: String,
    part: usize,
    matters: Vec<&'h Matter>,
}

/// The list and, where it is split, its letters, each with its path; the list is the first.
pub(super) fn a_to_z(cx: &Site) -> Vec<(String, AtoZPage)> {
    let parts = letters(cx);
    let count = cx.hall.matters.len();
    let split = count > MOST;
    let link = |part: &LetterPart<'_>| LetterLink {
        label: if part.part > 1 { format!("{}{}", part.letter, part.part) } else { part.letter.clone() },
        href: split.then(|| url::letter(&part.key, part.part)),
        anchor: format!("l-{}", part.key),
        count: part.matters.len(),
        current: false,
    };
    let letters: Vec<LetterLink> = parts.iter().map(link).collect();
    let all: Vec<&Matter> = if split { Vec::new() } else { cx.hall.matters.iter().collect() };
    let mut pages = vec![(
        url::A_TO_Z.to_owned(),
        AtoZPage {
            frame: frame::frame(cx, url::A_TO_Z, SiteSection::AtoZ, "事项总表", Vec::new()),
            title: "事项总表".to_owned(),
            letter: None,
            count,
            facets: facets(cx, &all),
            groups: if split { Vec::new() } else { parts.iter().map(|part| group(cx, part)).collect() },
            letters: letters.clone(),
        },
    )];
    for (n, part) in parts.iter().enumerate().filter(|_| split) {
        let path = url::letter(&part.key, part.part);
        let title = format!("事项总表：{}", letters[n].label);
        let mut letters = letters.clone();
        letters[n].current = true;
        let page = AtoZPage {
            frame: frame::frame(cx, &path, SiteSection::AtoZ, &title, Vec::new()),
            title,
            letter: Some(part.letter.clone()),
            count: part.matters.len(),
            facets: facets(cx, &part.matters),
            groups: vec![group(cx, part)],
            letters,
        };
        pages.push((path, page));
    }
    pages
}

/// Matters by initial in the order they are read in; names that begin with a digit come last.
fn letters<'h>(cx: &'h Site) -> Vec<LetterPart<'h>> {
    let mut letters: BTreeMap<char, Vec<&Matter>> = BTreeMap::new();
    for matter in &cx.hall.matters {
        let letter = Some(initial(&fullwidth_punctuation(matter.name()))).filter(|c| *c != '#').unwrap_or('~');
        letters.entry(letter).or_default().push(matter);
    }
    let mut parts = Vec::new();
    for (letter, mut matters) in letters {
        matters.sort_by_cached_key(|m| (sort_key(m.name()), m.id().to_owned()));
        for (n, of) in matters.chunks(MOST).enumerate() {
            let (letter, key) = match letter {
                '~' => ("数字".to_owned(), "0".to_owned()),
                letter => (letter.to_string(), letter.to_ascii_lowercase().to_string()),
            };
            parts.push(LetterPart { letter, key, part: n + 1, matters: of.to_vec() });
        }
    }
    parts
}

fn group(cx: &Site, part: &LetterPart<'_>) -> LetterGroup {
    let matters = part.matters.iter().map(|matter| listed(cx, matter)).collect();
    LetterGroup { letter: part.letter.clone(), anchor: format!("l-{}", part.key), matters }
}

fn listed(cx: &Site, matter: &Matter) -> ListedMatter {
    let item = rows::matter_item(cx, matter);
    let mut about = vec![item.unit, item.kind.to_owned()];
    about.extend(item.limit);
    if !item.aliases.is_empty() {
        about.push(format!("也叫：{}", item.aliases));
    }
    ListedMatter {
        name: item.name,
        href: item.href,
        about: about.join(" · "),
        marks: marks(matter),
        unit: cx.hall.unit(matter.unit).id().to_owned(),
    }
}

/// What `matters` can be chosen by: options that some of them have.
fn facets(cx: &Site, matters: &[&Matter]) -> Option<Facets> {
    let has = |mark: &str| matters.iter().filter(|m| marks(m).split(' ').any(|of| of == mark)).count();
    let groups = OPTIONS.iter().map(|(key, name, options)| FacetGroup {
        key,
        name,
        options: options
            .iter()
            .map(|(mark, label)| FacetOption { mark: (*mark).to_owned(), label: (*label).to_owned(), count: has(mark) })
            // What none or all of them have is no choice.
            .filter(|option| option.count > 0 && option.count < matters.len())
            .collect(),
    });
    let units = cx.hall.units.iter().enumerate().map(|(n, unit)| FacetOption {
        mark: unit.id().to_owned(),
        label: unit.short_name().to_owned(),
        count: matters.iter().filter(|m| m.unit.index() == n).count(),
    });
    let groups: Vec<FacetGroup> = groups.filter(|group| !group.options.is_empty()).collect();
    let units: Vec<FacetOption> = units.filter(|unit| unit.count > 0 && unit.count < matters.len()).collect();
    (!groups.is_empty() || !units.is_empty()).then_some(Facets { groups, units })
}

/// Matters marked as popular.
pub(super) fn popular(cx: &Site) -> Vec<Link> {
    let popular = cx.hall.matter_ids().filter(|(_, m)| m.popular());
    popular
        .map(|(id, m)| Link { label: fullwidth_punctuation(m.short_name()), href: rows::matter_link(cx, id).href })
        .collect()
}

/// The marks of [`OPTIONS`] that a matter has, separated by blanks.
fn marks(matter: &Matter) -> String {
    let written = &matter.written;
    let mut marks = Vec::new();
    let mut mark = |has: bool, mark: &'static str| {
        if has {
            marks.push(mark);
        }
    };
    mark(written.audience.contains(&Audience::Person), "p");
    mark(written.audience.iter().any(|of| *of != Audience::Person), "l");
    mark(written.case_kind == CaseKind::Instant, "i");
    mark(written.case_kind == CaseKind::Promised, "c");
    mark(written.case_kind == CaseKind::Joint, "j");
    mark(written.ways.contains(&Way::Window), "w");
    mark(matter.is_online(), "n");
    mark(written.visits.0 == 0, "0");
    mark(!written.fee.charged.0, "f");
    marks.join(" ")
}
