//! The program killed at any moment: everything visible stays whole, and the next build heals the rest.

use super::site::{Site, faults, files};
use serde_json::Value;
use std::collections::BTreeSet;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const SITE: &str = "content/site.yaml";
const WINDOWS: &str = "content/windows/hall.yaml";
const EXTRA: &str =
    "\n  - {编号: w-a04, 窗口号: A04, 区域: za, 单位: rsj, 业务: 社保卡补换, 事项: [rsj-shebaoka], 东: 18, 南: 4}\n";

/// The files a round changes, as they were.
struct Original {
    site: String,
    windows: String,
}

impl Original {
    fn of(site: &Site) -> Self {
        Self { site: site.read(SITE), windows: site.read(WINDOWS) }
    }

    /// Content that differs from round to round in every page and window, and in whether there is a fourth.
    fn edit(&self, site: &Site, round: usize) {
        let extra = if round.is_multiple_of(2) { EXTRA } else { "" };
        let text = self.windows.trim_end().replace("业务: 身份证办理", &format!("业务: 身份证第{round}轮"));
        site.write(WINDOWS, format!("{text}{extra}\n"));
        site.write(SITE, self.site.replace("样例路1号", &format!("样例路{round}号")));
    }
}

/// When a build is killed.
enum Moment {
    /// So long after its start.
    After(Duration),
    /// So long after the first page became visible; making all visible takes only milliseconds.
    IntoPublish(Duration),
}

/// Kills a build; returns whether it was still running.
fn kill(site: &Site, moment: &Moment) -> bool {
    // Every page differs from round to round, so the first of them to be replaced is seen in their folder.
    let folder = site.path("public");
    let touched = || std::fs::metadata(&folder).and_then(|meta| meta.modified()).unwrap();
    let before = touched();
    // It has the lowest priority, so that the test that watches it is not left waiting while it publishes.
    let build = site.builder(&[]);
    let mut command = Command::new("nice");
    command.args(["-n", "19"]).arg(build.get_program()).args(build.get_args());
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let start = Instant::now();
    match moment {
        Moment::After(time) => std::thread::sleep(*time),
        Moment::IntoPublish(time) => {
            while touched() == before && child.try_wait().unwrap().is_none() && start.elapsed().as_secs() < 60 {
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
    let original = Original::of(&site);
    original.edit(&site, 0);
    let start = Instant::now();
    site.build().ends(0);
    let full = start.elapsed();

    let early = [5, 20, 35, 50, 65, 80, 95].map(|percent| Moment::After(full * percent / 100));
    let late = [0, 50, 150, 300, 600, 1000, 1500, 2500, 4000].map(|us| Moment::IntoPublish(Duration::from_micros(us)));
    // Publishing takes milliseconds, so a kill may miss it: all moments once, then again those until enough have hit.
    let rounds = early.iter().chain(&late).chain(late.iter().cycle().take(20 * late.len()));
    let (mut killed, mut halfway) = (0, 0);
    for (round, moment) in rounds.enumerate() {
        if round >= early.len() + late.len() && halfway >= 2 {
            break;
        }
        let before = site.release();
        original.edit(&site, round + 1);
        killed += usize::from(kill(&site, moment));
        let found = faults(&site.path("public"));
        assert!(found.is_empty(), "round {round}: {found:?}");
        halfway += usize::from(site.path(".hallpress/public/next.json").exists() && site.release() != before);
    }
    assert!(killed >= 8, "only {killed} builds were killed in time");
    assert!(halfway >= 1, "no build was killed while it published");

    // Now the content of a round whose build was killed early: nothing of the later ones may stay.
    original.edit(&site, 1);
    site.build().ends(0);
    assert!(faults(&site.path("public")).is_empty());
    let fresh = Site::base();
    original.edit(&fresh, 1);
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
    assert_eq!(names, ["lock", "seen.json", "state.json", "state.previous.json"], "no staging, no journal");
    assert_eq!(site.counts()["written"], 0);
}

#[test]
fn what_a_broken_off_publish_brought_does_not_outlive_its_record() {
    let site = Site::base();
    site.build().ends(0);
    let original = site.read(WINDOWS);
    // A publish was interrupted after bringing a fourth window: its files, its journal and the old state are there.
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
    // A picture that named the fourth window as the neighbour to go to was replaced, and stays for its grace.
    let mut retired: BTreeSet<String> = site.release().into_keys().collect();
    let made = fresh.release();
    retired.retain(|path| path.starts_with("signage/media/") && !made.contains_key(path));
    assert!(essence(&site, &retired) == essence(&fresh, &BTreeSet::new()));
}
