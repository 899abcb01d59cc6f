//! What the program remembers of its publishes: lost, damaged, older and newer than the files that are there.

use super::site::{MOMENT, Site, faults, tree};
use serde_json::Value;
use std::collections::BTreeMap;

const STATE: &str = ".hallpress/public/state.json";

/// A live build: for the clock, into the site itself.
fn live(site: &Site, args: &[&str]) -> super::site::Ran {
    site.run(&[&["build"], args].concat())
}

/// A build for a moment into the site itself.
fn at(site: &Site, moment: &str) -> super::site::Ran {
    site.run(&["build", "--as-of", moment, "--out", site.root().to_str().unwrap()])
}

/// Changes a state and takes away its version and checksum: so earlier programs wrote it.
fn unsealed(site: &Site, path: &str, change: impl FnOnce(&mut Value)) {
    let mut state: Value = serde_json::from_str(&site.read(path)).unwrap();
    change(&mut state);
    for name in ["version", "checksum"] {
        state.as_object_mut().unwrap().remove(name);
    }
    site.write(path, state.to_string());
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
    unsealed(&site, STATE, |state| state["moment"] = "2999-01-01T08:00:00".into());
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

#[test]
fn the_newest_readable_record_tells_the_last_moment() {
    let site = Site::base();
    site.build().ends(0);
    at(&site, "2026-10-12T09:01").ends(0);
    // The website's record is damaged, and the one before it is older than that of print, which no clock has reached.
    site.write(STATE, "{\"version\"");
    unsealed(&site, ".hallpress/print/state.json", |state| state["moment"] = "2999-01-01T08:00:00".into());
    live(&site, &[]).ends(2).says("上次发布是 2999-01-01 08:00");
    // A record that was replaced by a later one proves nothing: an intended step back is not refused again.
    at(&site, "2026-10-12T09:02").ends(0);
    let meant = live(&site, &[]);
    assert!(!meant.err.contains("时钟"), "{}", meant.err);
}

const WINDOWS: &str = "content/windows/hall.yaml";

/// Takes window A02 out of the content.
fn without_a02(site: &Site) {
    let text = site.read(WINDOWS);
    let without: Vec<&str> = text.lines().filter(|line| !line.contains("w-a02")).collect();
    site.write(WINDOWS, without.join("\n"));
}

/// The files of the removed window that are left in the release.
fn left_of_a02(site: &Site) -> Vec<String> {
    site.release().into_keys().filter(|path| path.contains("w-a02")).collect()
}

/// The release a site of this content makes the first time.
fn fresh(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let fresh = Site::empty();
    crate::support::copy(&site.path("content"), &fresh.path("content"));
    fresh.build().ends(0);
    fresh.release()
}

/// What happens to the record, and the message about it.
type Damage<'a> = (&'a dyn Fn(&Site), &'a str);

#[test]
fn what_is_withdrawn_goes_though_the_record_is_lost() {
    let gone = |site: &Site| std::fs::remove_dir_all(site.path(".hallpress")).unwrap();
    let cut = |site: &Site| {
        site.remove(".hallpress/public/state.previous.json");
        site.write(STATE, &site.read(STATE)[..400]);
    };
    let changed = |site: &Site| site.write(STATE, site.read(STATE).replacen("\"bytes\":1", "\"bytes\":2", 1));
    let previous = |site: &Site| site.remove(STATE);
    let cases: [Damage<'_>; 4] = [
        (&gone, ".hallpress/ 不见了"),
        (&cut, "public/state.json）损坏，也没有上一份"),
        (&changed, "public/state.json）损坏：用了上一份"),
        (&previous, "public/state.json）不见了：用了上一份"),
    ];
    for (damage, words) in cases {
        let site = Site::base();
        site.build().ends(0);
        at(&site, "2026-10-12T09:01").ends(0);
        // What people put beside the program's files, and what screens keep there.
        let others = ["public/.gitkeep", "public/MP_verify_1.txt", "public/signage/s/w-a02/override.json"];
        others.iter().for_each(|path| site.write(path, "{}"));
        damage(&site);
        without_a02(&site);
        let said = site.build().ends(0).says(words).err;
        assert_eq!(said.matches("不见了").count() + said.matches("损坏").count(), 1, "one cause is told once: {said}");
        let left = left_of_a02(&site);
        assert_eq!(left, ["signage/s/w-a02/override.json"], "{words}");
        others.iter().for_each(|path| assert_eq!(site.read(path), "{}", "{words}"));
        assert!(faults(&site.path("public")).is_empty(), "{words}: {:?}", faults(&site.path("public")));
        let again = site.build().ends(0);
        assert!(!again.err.contains("发布记录") && !again.err.contains(".hallpress/"), "{}", again.err);
    }
}

#[test]
fn a_record_older_than_the_files_is_said_and_mended() {
    let site = Site::base();
    let old_windows = site.read(WINDOWS);
    without_a02(&site);
    site.build().ends(0);
    let old = site.read(STATE);
    site.write(WINDOWS, &old_windows);
    site.build().ends(0);
    // The record is brought back from a copy of before the window.
    site.write(STATE, &old);
    site.build().ends(0).says("对不上").says("记录比文件旧");
    site.write(STATE, &old);
    without_a02(&site);
    site.build().ends(0).says("对不上").says("个文件不在发布记录里");
    assert_eq!(left_of_a02(&site), Vec::<String>::new());
    // A picture that named A02 as the neighbour to go to was replaced, and stays for its grace.
    let names = |release: BTreeMap<String, Vec<u8>>| -> Vec<String> {
        release.into_keys().filter(|path| !path.starts_with("signage/media/")).collect()
    };
    assert_eq!(names(site.release()), names(fresh(&site)));
}

#[test]
fn a_record_of_a_later_program_is_left_alone() {
    let site = Site::base();
    site.build().ends(0);
    let later = "{\"version\":99,\"files\":[]}";
    site.write(STATE, later);
    let before = site.release();
    without_a02(&site);
    site.build().ends(2).says("更新版本的 hallpress").says("没有发布任何内容");
    assert!(site.release() == before);
    assert_eq!(site.read(STATE), later);
}

#[test]
fn a_state_of_an_earlier_program_is_read_and_rewrites_nothing() {
    let site = Site::base();
    site.build().ends(0);
    for tree in ["public", "print", "staff"] {
        let path = format!(".hallpress/{tree}/state.json");
        unsealed(&site, &path, |state| {
            state.as_object_mut().unwrap().remove("moment");
        });
    }
    let run = site.build_with(&["--format", "json"]).ends(0);
    assert!(!run.err.contains("发布记录"), "{}", run.err);
    let counts = run.json_lines().pop().unwrap();
    assert_eq!((&counts["written"], &counts["made"], &counts["removed"]), (&0.into(), &0.into(), &0.into()));
}

#[test]
fn without_a_record_the_files_that_are_right_are_not_written_again() {
    let site = Site::base();
    site.build().ends(0);
    std::fs::remove_dir_all(site.path(".hallpress")).unwrap();
    let counts = site.counts();
    assert_eq!((&counts["written"], &counts["removed"]), (&0.into(), &0.into()), "{counts}");
}

#[test]
fn a_folder_of_somebody_else_is_not_cleared() {
    let site = Site::base();
    site.write("public/notices/2019-01-01.html", "theirs");
    for _ in 0..2 {
        let run = site.build().ends(0);
        assert!(!run.err.contains("发布记录"), "{}", run.err);
        assert_eq!(site.read("public/notices/2019-01-01.html"), "theirs");
    }
}

/// Files of people at paths the program might write to.
const THEIRS: [&str; 3] = ["public/notices/2019-01-01.html", "print/posters/spring.pdf", "staff/forms/filled-in.docx"];

#[test]
fn files_of_people_outlive_every_sound_build() {
    let site = Site::base();
    site.build().ends(0);
    THEIRS.iter().for_each(|path| site.write(path, "theirs"));
    let kept = |site: &Site| {
        let run = site.build().ends(0);
        assert!(!run.err.contains("发布记录"), "{}", run.err);
        THEIRS.iter().for_each(|path| assert_eq!(site.read(path), "theirs"));
    };
    kept(&site);
    without_a02(&site);
    kept(&site);
    assert_eq!(left_of_a02(&site), Vec::<String>::new(), "what the record names goes");
    at(&site, "2026-10-13T09:00").ends(0);
    kept(&site);
}

#[test]
fn what_no_record_names_is_moved_away_and_never_removed() {
    let site = Site::base();
    site.build().ends(0);
    let page = site.read("public/windows/w-a02.html");
    without_a02(&site);
    for (round, suffix) in [(1, ""), (2, "-2")] {
        THEIRS.iter().for_each(|path| site.write(path, format!("theirs {round}")));
        for tree in ["public", "print", "staff"] {
            let _ = std::fs::remove_file(site.path(&format!(".hallpress/{tree}/state.json")));
            let _ = std::fs::remove_file(site.path(&format!(".hallpress/{tree}/state.previous.json")));
        }
        let run = site.build().ends(0);
        run.says("public/ 里有").says("已移到 .hallpress/public/taken-away/").says("forms/filled-in.docx");
        for path in THEIRS {
            let (tree, rest) = path.split_once('/').unwrap();
            let (stem, ending) = rest.rsplit_once('.').unwrap();
            assert!(!site.path(path).exists(), "{path}");
            let away = format!(".hallpress/{tree}/taken-away/{stem}{suffix}.{ending}");
            assert_eq!(site.read(&away), format!("theirs {round}"));
        }
    }
    assert_eq!(site.read(".hallpress/public/taken-away/windows/w-a02.html"), page);
    assert_eq!(left_of_a02(&site), Vec::<String>::new());
    // What is fetched back stays.
    site.write(THEIRS[2], "theirs");
    site.build().ends(0);
    assert_eq!(site.read(THEIRS[2]), "theirs");
}

#[test]
fn a_damaged_journal_never_becomes_the_record() {
    let site = Site::base();
    site.build().ends(0);
    let state = site.read(STATE);
    site.write(".hallpress/public/next.json", "{\"x");
    site.build().ends(0).says("next.json").says("损坏");
    assert!(!site.path(".hallpress/public/next.json").exists());
    assert_eq!(site.read(STATE), state);
    let run = site.build().ends(0);
    assert!(!run.err.contains("损坏"), "{}", run.err);
    // A build that finds a damaged journal also moves away the files the interrupted publish may have brought.
    site.write("public/notices/change-brought.html", "of the publish that broke off");
    site.write(".hallpress/public/next.json", "{\"x");
    site.build().ends(0).says("notices/change-brought.html");
    assert!(!site.path("public/notices/change-brought.html").exists());
}

#[test]
fn what_a_broken_off_publish_did_not_move_away_is_moved_by_the_next() {
    let site = Site::base();
    site.build().ends(0);
    site.write(THEIRS[0], "theirs");
    site.remove(STATE);
    // It is interrupted after its journal, before its first rename: the record of what it knew is all there is.
    let folder = site.path(".hallpress/public/taken-away");
    std::fs::write(&folder, "in the way").unwrap();
    site.build().ends(2).says("发布到一半");
    assert_eq!(site.read(THEIRS[0]), "theirs");
    std::fs::remove_file(folder).unwrap();
    site.build().ends(0).says("notices/2019-01-01.html").says("已移到");
    assert_eq!(site.read(".hallpress/public/taken-away/notices/2019-01-01.html"), "theirs");
}

#[test]
fn every_output_is_at_a_path_known_as_the_programs() {
    let root = crate::support::root();
    let sites = ["", "tests/sites/wuhai", "tests/sites/xiangfu", "tests/sites/xincheng"];
    for site in sites {
        let project = hallpress::project::Project::open(&root.join(site));
        let when = hallpress::model::When { moment: MOMENT.parse().unwrap(), horizon_days: 14 };
        let languages = ["en".to_owned(), "mn-Mong".to_owned()];
        let plan = project.check(when, false).plan;
        let outputs = plan.all_outputs();
        assert!(outputs.len() > 100, "{site}");
        let hash = "0123456789abcdef";
        let strange: Vec<String> = (outputs.iter())
            .filter(|output| !hallpress::plan::own_paths::is_own(output.tree, &output.final_path(hash), &languages))
            .map(|output| output.path.clone())
            .collect();
        assert!(strange.is_empty(), "{site}: {strange:?}");
    }
}

/// The sequence numbers of A03's manifest, as data and as a script.
fn seqs(site: &Site) -> [u64; 2] {
    ["manifest.json", "manifest.js"].map(|name| {
        let text = site.read(&format!("public/signage/s/w-a03/{name}"));
        let digits = text.split("\"seq\":").nth(1).unwrap().trim_start();
        digits.split(|c: char| !c.is_ascii_digit()).next().unwrap().parse().unwrap()
    })
}

/// Gives A03 other business, and builds.
fn change(site: &Site, business: &str) {
    let text = site.read(WINDOWS);
    let at = text.find("w-a03").unwrap();
    let (before, line) = text.split_at(at + text[at..].find("业务: ").unwrap());
    let end = line.find(',').unwrap();
    site.write(WINDOWS, format!("{before}业务: {business}{}", &line[end..]));
    site.build().ends(0);
}

#[test]
fn a_sequence_goes_on_though_the_record_is_lost() {
    let site = Site::base();
    site.build().ends(0);
    change(&site, "社保卡申领");
    assert_eq!(seqs(&site), [2, 2]);
    std::fs::remove_dir_all(site.path(".hallpress")).unwrap();
    assert_eq!(site.counts()["written"], 0, "the manifests say the same");
    assert_eq!(seqs(&site), [2, 2]);
    std::fs::remove_dir_all(site.path(".hallpress")).unwrap();
    change(&site, "社保卡挂失");
    assert_eq!(seqs(&site), [3, 3]);
    // One of the two files is damaged, too: the number is read from the other one.
    std::fs::remove_dir_all(site.path(".hallpress")).unwrap();
    site.write("public/signage/s/w-a03/manifest.json", "{\"version\"");
    change(&site, "社保卡激活");
    assert_eq!(seqs(&site), [4, 4]);
}

#[test]
fn a_sequence_goes_on_though_the_record_is_old() {
    let site = Site::base();
    site.build().ends(0);
    let old = site.read(STATE);
    change(&site, "社保卡申领");
    change(&site, "社保卡挂失");
    assert_eq!(seqs(&site), [3, 3]);
    site.write(STATE, &old);
    change(&site, "社保卡补换");
    assert_eq!(seqs(&site), [4, 4], "what the old record says is not what the screens show");
}

#[test]
fn a_screen_that_comes_back_goes_on_from_its_last_number() {
    let site = Site::base();
    site.build().ends(0);
    change(&site, "社保卡申领");
    let windows = site.read(WINDOWS);
    for (round, is_lost) in [(3, false), (4, true)] {
        let without: Vec<&str> = windows.lines().filter(|line| !line.contains("w-a03")).collect();
        site.write(WINDOWS, without.join("\n"));
        if is_lost {
            std::fs::remove_dir_all(site.path(".hallpress")).unwrap();
        }
        site.build().ends(0);
        assert!(!site.path("public/signage/s/w-a03").exists());
        // A build in between forgets nothing.
        site.build().ends(0);
        site.write(WINDOWS, &windows);
        site.build().ends(0);
        assert_eq!(seqs(&site), [round, round]);
    }
}
