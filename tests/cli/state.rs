//! What the program remembers of its publishes: lost, damaged, older and newer than what lies there.

use super::site::{Site, tree};
use serde_json::Value;

const STATE: &str = ".hallpress/public/state.json";

/// A live build: for the clock, into the site itself.
fn live(site: &Site, args: &[&str]) -> super::site::Ran {
    site.run(&[&["build"], args].concat())
}

/// A build for a moment into the site itself.
fn at(site: &Site, moment: &str) -> super::site::Ran {
    site.run(&["build", "--as-of", moment, "--out", site.root().to_str().unwrap()])
}

#[test]
fn a_clock_behind_the_last_publish_publishes_nothing() {
    let site = Site::base();
    site.build().ends(0);
    // The content is the same, so the release stays that of the first build; the publish is of another moment.
    at(&site, "2026-10-12T11:30").ends(0);
    let state: Value = serde_json::from_str(&site.read(STATE)).unwrap();
    assert_eq!(state["moment"], "2026-10-12T11:30:00");
    // A publish of a time that no clock has reached yet.
    site.write(STATE, site.read(STATE).replace("2026-10-12T11:30:00", "2999-01-01T08:00:00"));
    let before = tree(site.root());
    live(&site, &[]).ends(2).says("时钟是 20").says("上次发布是 2999-01-01 08:00").says("--clock-is-right");
    live(&site, &["--withhold", "--lang", "en"]).ends(2).says("the last publish was of 2999-01-01 08:00");
    assert!(tree(site.root()) == before, "something was written");
    let meant = live(&site, &["--clock-is-right"]);
    assert!(meant.status != Some(2) && !meant.err.contains("时钟"), "{}", meant.err);
    // A chosen moment is meant, too.
    at(&site, "2026-10-12T09:00").ends(0);
}

#[test]
fn without_a_state_the_clock_is_held_against_the_last_release() {
    let site = Site::base();
    site.build().ends(0);
    let release = ".hallpress/releases/000001.json";
    site.write(release, site.read(release).replace("2026-10-12T09:00:00", "2999-01-01T08:00:00"));
    for tree in ["public", "print", "staff"] {
        std::fs::remove_dir_all(site.path(&format!(".hallpress/{tree}"))).unwrap();
    }
    let before = tree(site.root());
    live(&site, &[]).ends(2).says("上次发布是 2999-01-01 08:00");
    assert!(tree(site.root()) == before, "something was written");
}
