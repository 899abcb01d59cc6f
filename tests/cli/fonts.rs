//! A site's own fonts.

use super::site::{MOMENT, Site};
use crate::support::root;

const NOTICE: &str = "content/notices/2026-09-01-hours.md";

#[test]
fn a_font_of_the_site_draws_what_the_program_s_lack() {
    let site = Site::base();
    site.replace(NOTICE, "办公。", "办公。联系人：𪛗某。");
    site.build().ends(1).says("missing-glyph").says("fonts/");
    // A font of a single character, U+2A6D7, drawn as a box.
    site.write("fonts/rare.ttf", std::fs::read(root().join("tests/data/rare.ttf")).unwrap());
    site.write("fonts/OFL.txt", b"\xff\xfe licence, not a font");
    site.build().ends(0);
    site.remove("fonts/rare.ttf");
    site.build().ends(1).says("U+2A6D7");
}

#[test]
fn a_font_that_cannot_be_used_is_reported() {
    let site = Site::base();
    let rare = std::fs::read(root().join("tests/data/rare.ttf")).unwrap();
    site.write("fonts/broken.ttf", b"no font at all");
    site.write("fonts/half.OTF", &rare[..rare.len() / 2]);
    site.write("fonts/rare.ttf", &rare);
    site.write("fonts/empty.otf", b"");
    let ran = site.run(&["check", "--as-of", MOMENT, "--format", "json"]).ends(1);
    let mut files: Vec<String> = ran.json_lines().iter().map(|d| format!("{} {}", d["rule"], d["file"])).collect();
    files.sort();
    let named = ["broken.ttf", "empty.otf", "half.OTF"].map(|name| format!("\"font-unreadable\" \"fonts/{name}\""));
    assert_eq!(files, named);
    site.build().ends(1).says("fonts/broken.ttf").says("没有发布");
}

#[test]
fn a_damaged_character_map_is_refused_at_once() {
    let site = Site::base();
    let rare = std::fs::read(root().join("tests/data/rare.ttf")).unwrap();
    // Its map has one group, from its only character to the same: one wrong byte makes the last one 4 billion.
    let group: Vec<u8> = [0x2_A6D7_u32, 0x2_A6D7].into_iter().flat_map(u32::to_be_bytes).collect();
    let at = rare.windows(group.len()).position(|bytes| bytes == group).unwrap();
    let mut damaged = rare.clone();
    damaged[at + 4] = 0xFF;
    site.write("fonts/damaged.ttf", damaged);
    site.write("fonts/rare.ttf", rare);
    let start = std::time::Instant::now();
    let ran = site.run(&["check", "--as-of", MOMENT, "--format", "json"]).ends(1);
    assert!(start.elapsed() < std::time::Duration::from_secs(20), "{:?}", start.elapsed());
    let told = ran.json_lines();
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!((&told[0]["rule"], &told[0]["file"]), (&"font-unreadable".into(), &"fonts/damaged.ttf".into()));
}
