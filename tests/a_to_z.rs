//! The list of all matters, on one page or on a page a letter.

use hallpress::model::{BuildDay, Hall};
use hallpress::plan::input::Inputs;
use hallpress::plan::website;
use hallpress::plan::website::a_to_z::AtoZPage;
use hallpress::project::Project;
use hallpress::source::Moment;
use hallpress::text::Fonts;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

fn hall() -> Arc<Hall> {
    let project = Project::open(Path::new("/nowhere"));
    let content = project.content(&mut Vec::new());
    project.resolve(&content, &mut Vec::new()).map(Arc::new).unwrap()
}

/// The pages of the list, with their paths.
fn lists(hall: &Arc<Hall>) -> Vec<(String, AtoZPage)> {
    let when = BuildDay::at(Moment::parse("2026-10-12T09:00").unwrap().0, 14);
    let outputs = website::plan(hall, &Arc::default(), when, Fonts::embedded(), &Inputs::default()).all_outputs();
    outputs.into_iter().filter_map(|output| Some((output.path, output.view.as_kind::<AtoZPage>()?.clone()))).collect()
}

fn listed(page: &AtoZPage) -> impl Iterator<Item = &str> {
    page.groups.iter().flat_map(|group| group.matters.iter().map(|matter| matter.href.as_str()))
}

#[test]
fn the_matters_of_a_hall_stand_on_one_page_with_options_that_are_a_choice() {
    let hall = hall();
    let pages = lists(&hall);
    let [(path, page)] = pages.as_slice() else { panic!("{} pages", pages.len()) };
    assert_eq!(path, "a-z.html");
    assert_eq!(listed(page).count(), hall.matters.len());
    let facets = page.facets.as_ref().unwrap();
    for option in facets.groups.iter().flat_map(|group| &group.options) {
        assert!(option.count > 0 && option.count < hall.matters.len(), "{}", option.label);
        let marked = page.groups.iter().flat_map(|g| &g.matters);
        assert_eq!(marked.filter(|m| m.marks.split(' ').any(|mark| mark == option.mark)).count(), option.count);
    }
    assert_eq!(facets.groups.len(), 4);
    assert_eq!(facets.units.iter().map(|unit| unit.count).sum::<usize>(), hall.matters.len());
}

#[test]
fn matters_that_are_too_many_for_one_page_are_listed_once_on_pages_of_letters() {
    let mut shared = hall();
    let hall = Arc::make_mut(&mut shared);
    // 户外广告设施设置审批, 300 times more.
    let mut matter = hall.matters[0].clone();
    std::sync::Arc::make_mut(&mut matter.written).aliases.0.clear();
    for n in 0..300 {
        std::sync::Arc::make_mut(&mut matter.written).id = format!("m-{n}");
        hall.matters.push(matter.clone());
    }
    let pages = lists(&shared);
    let (index, letters) = (&pages[0].1, &pages[1..]);
    assert_eq!(listed(index).count(), 0);
    let linked: Vec<_> = index.letters.iter().filter_map(|letter| letter.href.clone()).collect();
    let paths: Vec<_> = letters.iter().map(|(path, _)| path.clone()).collect();
    assert_eq!(
        linked.iter().collect::<BTreeSet<_>>(),
        paths.iter().collect::<BTreeSet<_>>(),
        "the list leads to every page"
    );
    assert!(paths.contains(&"a-z/h.html".to_owned()) && paths.contains(&"a-z/h-2.html".to_owned()), "{paths:?}");
    let mut all: Vec<&str> = letters.iter().flat_map(|(_, page)| listed(page)).collect();
    assert!(letters.iter().all(|(_, page)| listed(page).count() == page.count && page.count <= 240));
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), shared.matters.len());
}
