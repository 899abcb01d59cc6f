//! The program killed at any moment: everything visible stays whole, and the next build heals the rest.

use crate::site::{Site, faults, files};
use serde_json::Value;
use std::collections::BTreeSet;
use std::os::unix::fs::MetadataExt;
use std::process::Stdio;
use std::time::{Duration, Instant};

const WINDOWS: &str = "content/windows/hall.yaml";
const EXTRA: &str =
    "\n  - {编号: w-a04, 窗口号: A04, 区域: za, 单位: rsj, 业务: 社保卡补换, 事项: [rsj-shebaoka], 东: 18, 南: 4}\n";

/// Content that differs from round to round in every window, and in whether there is a fourth.
fn edit(site: &Site, original: &str, round: usize) {
    let extra = if round.is_multiple_of(2) { EXTRA } else { "" };
    let text = original.trim_end().replace("业务: 身份证办理", &format!("业务: 身份证第{round}轮"));
    site.write(WINDOWS, format!("{text}{extra}\n"));
}

/// When a build is killed.
enum Moment {
    /// So long after its start.
    After(Duration),
    /// So long after it began to make files visible, which takes only milliseconds.
    IntoPublish(Duration),
}

/// Kills a build; tells whether it was still running.
fn kill(site: &Site, moment: &Moment) -> bool {
    let journal = site.path(".hallpress/public/next.json");
    // An earlier broken-off publish leaves its journal; a new one is another file.
    let file = || std::fs::metadata(&journal).ok().map(|meta| (meta.ino(), meta.modified().ok()));
    let before = file();
    let mut child = site.builder(&[]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let start = Instant::now();
    match moment {
        Moment::After(time) => std::thread::sleep(*time),
        Moment::IntoPublish(time) => {
            while (file().is_none() || file() == before)
                && child.try_wait().unwrap().is_none()
                && start.elapsed().as_secs() < 60
            {
                std::hint::spin_loop();
            }
            let seen = Instant::now();
            while seen.elapsed() < *time {
                std::hint::spin_loop();
            }
        }
    }
    child.kill().unwrap();
    child.wait().unwrap().code().is_none()
}

/// Whether a file is a style or script; search data goes at once with the matters it names.
fn has_grace(path: &str) -> bool {
    path.contains("assets/") && !path.contains("search-data")
}

/// Every file of a tree but pictures, styles and scripts kept for a grace period; manifests without their sequence number.
fn essence(site: &Site, retired: &BTreeSet<String>) -> Vec<(String, Vec<u8>)> {
    let strip = |bytes: Vec<u8>| {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some(at) = text.find("\"seq\":") else { return bytes };
        let digits = text[at + 6..].chars().take_while(char::is_ascii_digit).count();
        format!("{}{}", &text[..at], &text[at + 6 + digits..]).into_bytes()
    };
    let all = site.release().into_iter().filter(|(path, _)| !retired.contains(path) && !has_grace(path));
    all.map(|(path, bytes)| if path.contains("manifest.js") { (path, strip(bytes)) } else { (path, bytes) }).collect()
}

#[test]
fn a_killed_build_leaves_whole_files_and_the_next_one_heals() {
    let site = Site::base();
    let original = site.read(WINDOWS);
    edit(&site, &original, 0);
    let start = Instant::now();
    site.build().ends(0);
    let full = start.elapsed();

    let early = [5, 20, 35, 50, 65, 80, 95].map(|percent| Moment::After(full * percent / 100));
    let late = [0, 50, 150, 300, 600, 1000, 1500, 2500, 4000].map(|us| Moment::IntoPublish(Duration::from_micros(us)));
    let (mut killed, mut halfway) = (0, 0);
    for (round, moment) in early.iter().chain(&late).enumerate() {
        let before = site.release();
        edit(&site, &original, round + 1);
        killed += usize::from(kill(&site, moment));
        let found = faults(&site.path("public"));
        assert!(found.is_empty(), "round {round}: {found:?}");
        halfway += usize::from(site.path(".hallpress/public/next.json").exists() && site.release() != before);
    }
    assert!(killed >= 8, "only {killed} builds were killed in time");
    assert!(halfway >= 1, "no build was killed while it published");

    // Now the content of a round whose build was killed early: nothing of the later ones may stay.
    edit(&site, &original, 1);
    site.build().ends(0);
    assert!(faults(&site.path("public")).is_empty());
    let fresh = Site::base();
    edit(&fresh, &original, 1);
    fresh.build().ends(0);
    let state: Value = serde_json::from_str(&site.read(".hallpress/public/state.json")).unwrap();
    let retired: BTreeSet<String> = state["retired"].as_object().unwrap().keys().cloned().collect();
    // The state may still name what this very publish removed.
    let kept: Vec<&String> = retired.iter().filter(|path| site.path("public").join(path).exists()).collect();
    assert!(kept.iter().all(|path| path.starts_with("signage/media/") || has_grace(path)), "{kept:?}");
    let (healed, made_anew) = (essence(&site, &retired), essence(&fresh, &BTreeSet::new()));
    let names = |all: &[(String, Vec<u8>)]| all.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>();
    assert_eq!(names(&healed), names(&made_anew));
    assert!(healed == made_anew, "a file is not what a fresh build makes of it");
    let names: Vec<String> = files(&site.path(".hallpress/public")).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["lock", "seen.json", "state.json"], "no staging, no journal");
    assert_eq!(site.counts()["written"], 0);
}

#[test]
fn what_a_broken_off_publish_brought_does_not_outlive_its_record() {
    let site = Site::base();
    site.build().ends(0);
    let original = site.read(WINDOWS);
    // A publish that broke off after bringing a fourth window: its files are there, its journal too, the old state too.
    let state = site.read(".hallpress/public/state.json");
    site.write(WINDOWS, format!("{}{EXTRA}", original.trim_end()));
    site.build().ends(0);
    site.write(".hallpress/public/next.json", site.read(".hallpress/public/state.json"));
    site.write(".hallpress/public/state.json", state);
    assert!(site.path("public/signage/s/w-a04/index.html").exists());

    site.write(WINDOWS, &original);
    site.build().ends(0);
    let names: Vec<String> = site.release().into_keys().filter(|name| name.contains("w-a04")).collect();
    assert!(names.is_empty(), "{names:?}");
    let fresh = Site::base();
    fresh.build().ends(0);
    assert!(essence(&site, &BTreeSet::new()) == essence(&fresh, &BTreeSet::new()));
}
