//! The committed font files are those their checksums name, each with its licence.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

#[test]
fn the_font_files_match_their_checksums() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/fonts");
    let list = |name: &str| fs::read_to_string(folder.join(name)).expect("the list of checksums");
    let sums = list("SHA256SUMS") + &list("WEB_SHA256SUMS");
    let mut listed = Vec::new();
    for line in sums.lines() {
        let (sum, name) = line.split_once("  ").expect("sum and name");
        let bytes = fs::read(folder.join(name)).expect(name);
        let found: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(found, sum, "{name}");
        listed.push(name.to_owned());
    }
    for entry in fs::read_dir(&folder).expect("the folder") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        assert!(!name.ends_with(".ttf") || listed.contains(&name), "{name} has no checksum");
    }
    assert!(listed.iter().filter(|name| name.starts_with("OFL-")).count() == 2, "two licences");
}
