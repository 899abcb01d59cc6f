//! Whatever the machine is set to, the same bytes come out.

use super::site::{MOMENT, Site};

#[test]
fn threads_time_zone_and_locale_change_no_byte() {
    let build = |jobs: &str, zone: &str, locale: &str| {
        let site = Site::base();
        let mut command = site.command(&["build", "--as-of", MOMENT, "--jobs", jobs, "--out"]);
        command.arg(site.root()).env("TZ", zone).env("LANG", locale).env("LC_ALL", locale);
        super::site::Ran::from(command.output().unwrap()).ends(0);
        site.release()
    };
    let one = build("1", "UTC", "C");
    assert!(one.len() > 10);
    for (jobs, zone, locale) in [("4", "America/New_York", "zh_CN.UTF-8"), ("2", "Asia/Shanghai", "tr_TR.UTF-8")] {
        let other = build(jobs, zone, locale);
        let names = |all: &std::collections::BTreeMap<String, Vec<u8>>| all.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&one), names(&other), "{jobs} {zone} {locale}");
        let differing: Vec<&String> =
            one.iter().filter(|(path, bytes)| other[*path] != **bytes).map(|(p, _)| p).collect();
        assert!(differing.is_empty(), "{jobs} {zone} {locale}: {differing:?}");
    }
}

#[test]
fn the_order_files_are_met_in_changes_no_byte() {
    let (first, second) = (Site::base(), Site::empty());
    let mut files = super::site::files(&first.path("content"));
    files.reverse();
    for (name, path) in files {
        second.write(&format!("content/{name}"), std::fs::read(path).unwrap());
    }
    first.build().ends(0);
    second.build().ends(0);
    assert!(first.release() == second.release());
}
