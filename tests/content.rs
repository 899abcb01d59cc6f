//! The default site is a whole hall, and what it cites was read.

use hallpress::content::{ChangeKind, MatterType};
use hallpress::model::{Hall, When};
use hallpress::project::Project;
use jiff::civil::date;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

fn hall() -> Arc<Hall> {
    let when = When { moment: date(2026, 10, 12).at(9, 0, 0, 0), horizon_days: 14 };
    Project::open(Path::new(env!("CARGO_MANIFEST_DIR"))).check(when, false).hall.unwrap()
}

#[test]
fn it_is_a_whole_hall() {
    let hall = hall();
    let at = hall.at(date(2026, 10, 12).at(9, 0, 0, 0));
    assert!(hall.units.len() >= 24);
    assert!(at.windows().count() >= 150);
    assert!(hall.matters.len() >= 150);
    assert!(hall.notices.len() >= 8);
    assert_eq!(hall.venues.iter().filter(|v| v.parent.is_some()).count(), 13, "13 sub-halls (clause 21.1.1)");
    let themes: BTreeSet<_> = hall.matters.iter().flat_map(|m| m.themes.clone()).collect();
    assert!(themes.len() >= 12);
    let kinds: BTreeSet<ChangeKind> = hall.changes.iter().map(|c| c.kind).collect();
    // Whole venues move and close on the sites of other halls.
    let rare = [ChangeKind::Resume, ChangeKind::MoveVenue, ChangeKind::CloseVenue];
    assert!(ChangeKind::ALL.iter().all(|kind| kinds.contains(kind) || rare.contains(kind)), "one record of each kind");
    assert_eq!(hall.strips.len(), hall.windows.len() + 1, "a screen above every window, and where B14 moves to");
    let complete = hall.matters.iter().filter(|m| !m.illustrative()).count();
    assert!(complete >= 40, "{complete} complete matters");
}

#[test]
fn matters_have_the_real_shape() {
    for matter in &hall().matters {
        let written = &matter.written;
        let id = matter.id();
        assert!((3..=10).contains(&written.materials.len()), "{id}: {} materials", written.materials.len());
        assert!(!written.steps.is_empty() && !written.conditions.is_empty(), "{id}");
        assert!(!written.aliases.is_empty() && !written.faq.is_empty(), "{id}: no alias or no FAQ");
        if written.kind == MatterType::Permit && !matter.illustrative() {
            assert!(written.steps.len() >= 5, "{id}: a permit has five steps");
        }
    }
}

#[test]
fn every_article_cited_was_read() {
    let hall = hall();
    let mut read: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    for source in &hall.sources {
        assert!(!source.read_at.trim().is_empty(), "{}: where it was read", source.id);
        let articles = source.articles.iter().map(|a| (a.article.as_str(), a.text.trim()));
        read.insert(&source.id, articles.collect());
    }
    let mut cited = 0;
    for matter in &hall.matters {
        let id = matter.id();
        assert!(!matter.written.bases.is_empty(), "{id} has no legal basis");
        for basis in &matter.written.bases {
            if matter.illustrative() {
                assert!(
                    basis.article.is_none() && basis.text.is_none(),
                    "{id}: an illustrative matter cites the law only"
                );
                continue;
            }
            let source = basis.source.as_deref().unwrap_or_else(|| panic!("{id}: {} has no source", basis.name));
            let article = basis.article.as_deref().unwrap_or_else(|| panic!("{id}: {} names no article", basis.name));
            let text = read[source].get(article).unwrap_or_else(|| panic!("{id}: {source} {article} was not read"));
            assert_eq!(basis.text.as_deref().map(str::trim), Some(*text), "{id}: {source} {article}");
            cited += 1;
        }
    }
    assert!(cited >= 40, "{cited} articles cited");
}
