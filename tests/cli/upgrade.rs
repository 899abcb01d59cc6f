//! A hall that an earlier version published goes on under this one (`tests/released/README.md`).

use super::site::{Site, files};
use crate::support::root;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::PathBuf;

/// The halls kept, each with the boards that were out of date when it was left.
const RELEASED: [(&str, &[&str]); 1] = [("0.1.1", &["hanging-w-a04"])];

fn left_by(version: &str) -> Site {
    let site = Site::empty();
    let packed = File::open(root().join(format!("tests/released/{version}.zip"))).unwrap();
    zip::ZipArchive::new(packed).unwrap().extract(site.root()).unwrap();
    site
}

/// The sequence number of every manifest.
fn numbers(site: &Site) -> BTreeMap<String, u64> {
    let found = files(&site.path("public/signage/s")).into_iter().filter(|(path, _)| path.ends_with("manifest.json"));
    let number = |(path, file): (String, PathBuf)| {
        let manifest: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
        let number = manifest["seq"].as_u64().unwrap();
        (path, number)
    };
    found.map(number).collect()
}

/// The boards the reprint list names.
fn reprints(site: &Site) -> Vec<String> {
    let text = site.read("staff/reprint.csv");
    let mut table = csv_reader::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let column = table.headers().unwrap().iter().position(|head| head == "编号").unwrap();
    table.records().map(|row| row.unwrap()[column].to_owned()).collect()
}

#[test]
fn every_hall_that_was_left_goes_on() {
    for (version, changed) in RELEASED {
        let site = left_by(version);
        let out = site.root().to_str().unwrap().to_owned();
        let mut before = numbers(&site);
        assert!(before.len() > 3 && before.values().all(|number| *number > 1), "{version}: {before:?}");
        for moment in ["2026-10-12T09:00", "2026-10-12T18:30", "2026-10-13T09:00"] {
            site.run(&["build", "--as-of", moment, "--out", &out]).ends(0);
            let after = numbers(&site);
            for (screen, number) in &before {
                assert!(
                    after[screen] >= *number,
                    "{version}: {screen} fell from {number} to {} at {moment}",
                    after[screen]
                );
            }
            assert_eq!(reprints(&site), changed, "{version}: what hung says only this otherwise, at {moment}");
            before = after;
        }
        assert!(!site.path(".hallpress/public/taken-away").exists(), "{version}: all its files are on record");
    }
}
