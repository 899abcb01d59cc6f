//! Working days of an office, told in Markdown and played on a real clock: what is written, typed, and seen.
//!
//! `README.md` beside this file says how a day is written. `HALLPRESS_UPDATE=1 cargo test days::` rewrites what
//! terminals show; read the difference as the person at the screen would.

mod script;
mod seen;
mod stage;

use crate::support::root;

/// A test for each day, by the number its file's name begins with.
macro_rules! days {
    ($($name:ident $number:literal),* $(,)?) => {
        const NUMBERS: &[&str] = &[$($number),*];
        $(#[test] fn $name() { stage::play($number); })*
    };
}

days! {
    day_01 "01", day_02 "02", day_03 "03", day_04 "04", day_05 "05", day_06 "06", day_07 "07", day_08 "08", day_09 "09", day_10 "10", day_11 "11", day_12 "12",
    day_13 "13",
}

#[test]
fn every_day_is_played() {
    let entries = std::fs::read_dir(root().join("tests/days")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let days = names.filter(|name| name.ends_with(".md") && name != "README.md");
    let mut numbers: Vec<String> = days.filter_map(|name| name.split('-').next().map(str::to_owned)).collect();
    numbers.sort();
    assert_eq!(numbers, NUMBERS, "each number is one file and one test");
}
