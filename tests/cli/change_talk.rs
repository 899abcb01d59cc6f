//! `hallpress change new` in a terminal: a pseudo-terminal made by `script`.

use super::site::{Site, program};
use std::io::{Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::{Duration, Instant};

const KEPT: &str = ".hallpress/drafts/change-new.json";
/// A fortnight before the changes, a Monday.
const NOW: &str = "2026-10-12T09:00";

/// The program in a terminal, with somebody in front of it.
struct Terminal {
    child: Child,
    keys: Option<ChildStdin>,
}

impl Terminal {
    fn open(site: &Site, args: &str) -> Self {
        let exe = program().get_program().to_string_lossy().into_owned();
        let line = format!("'{exe}' --root '{}' change new --as-of {NOW} {args}", site.root().display());
        let mut command = Command::new("script");
        command.args(["-qec", &line, "/dev/null"]).env_remove("HALLPRESS_LANG").env("NO_COLOR", "1");
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("script of util-linux");
        let keys = child.stdin.take();
        Self { child, keys }
    }

    fn types(&mut self, text: &str) {
        let keys = self.keys.as_mut().unwrap();
        keys.write_all(text.as_bytes()).unwrap();
        keys.flush().unwrap();
    }

    /// Waits until so many answers are kept.
    fn waits_for(&mut self, site: &Site, answers: usize) {
        let begun = Instant::now();
        let kept = || std::fs::read_to_string(site.path(KEPT)).unwrap_or_default().matches("\"question\"").count();
        while kept() < answers {
            assert!(begun.elapsed() < Duration::from_secs(60), "{} answers are kept", kept());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// What was shown, and how the program ended.
    fn ends(mut self) -> (String, Option<i32>) {
        drop(self.keys.take());
        let mut shown = String::new();
        self.child.stdout.take().unwrap().read_to_string(&mut shown).unwrap();
        (shown.replace('\r', ""), self.child.wait().unwrap().code())
    }
}

#[test]
fn what_was_answered_outlives_the_terminal() {
    let site = Site::base();
    // Ctrl+C after two answers, the terminal closed after four.
    let mut first = Terminal::open(&site, "");
    first.types("撤离\n10月26日\n");
    first.waits_for(&site, 2);
    first.types("\x03");
    first.ends();
    let mut second = Terminal::open(&site, "");
    second.types("\nA02\nA01\n");
    second.waits_for(&site, 4);
    second.child.kill().unwrap();
    second.child.wait().unwrap();
    assert!(!site.path("content/changes").exists());
    // What was understood is kept, not what was typed: 明天 would be another day tomorrow.
    assert!(site.read(KEPT).contains("\"2026-10-26\""), "{}", site.read(KEPT));
    let mut third = Terminal::open(&site, "");
    third.types("\n业务减少\n无\n\n编辑组\n\n");
    let (shown, status) = third.ends();
    assert!(shown.contains("上次没有答完：撤离、2026-10-26、w-a02、w-a01……（答了4项）"), "{shown}");
    assert_eq!(status, Some(0), "{shown}");
    let yaml = site.read("content/changes/2026-10-26-gaj-withdraw.yaml");
    assert!(yaml.contains("原因: 业务减少") && yaml.contains("窗口: [w-a01]"), "{yaml}");
    assert!(!site.path(KEPT).exists(), "it is done with");
}

#[test]
fn one_may_begin_anew_and_what_cannot_be_read_is_put_aside() {
    let site = Site::base();
    site.write(KEPT, "{\"version\":1,\"answers\":[{\"question\":\"kind\",\"answer\":\"撤离\"}]}");
    let mut anew = Terminal::open(&site, "");
    anew.types("新\n暂停\n停\n");
    let (shown, status) = anew.ends();
    assert!(shown.contains("已经答的都留着（.hallpress/drafts/change-new.json）"), "{shown}");
    assert_eq!(status, Some(2), "{shown}");
    assert!(site.read(KEPT).contains("暂停") && !site.read(KEPT).contains("撤离"), "{}", site.read(KEPT));
    site.write(KEPT, "not json");
    let mut damaged = Terminal::open(&site, "");
    damaged.types("停\n");
    let (shown, _) = damaged.ends();
    assert!(shown.contains("已改名为 change-new-damaged-1.json"), "{shown}");
    assert_eq!(site.read(".hallpress/drafts/change-new-damaged-1.json"), "not json");
}

#[test]
fn a_contradiction_asks_again_only_what_it_is_about() {
    let site = Site::base();
    let fixed =
        ["change", "new", "--as-of", NOW, "--effective", "2026-10-26", "--reason", "布局", "--filed-on", "今天"];
    site.run(&[&fixed[..], &["--kind", "调整", "--window", "A02", "--number", "A04", "--editor", "编辑组"]].concat())
        .ends(0);
    let mut terminal = Terminal::open(&site, "--kind 调整 --reason 试 --filed-on 今天");
    // The same window on the same day; then another day, the window stays.
    terminal.types("10月26日\nA02\n\n\n\n护照办理\n\n\n\n\n");
    terminal.types("10月27日\n\n");
    let (shown, status) = terminal.ends();
    assert_eq!(status, Some(0), "{shown}");
    let again = shown.split_once("只再问和上面有关的").unwrap_or_else(|| panic!("{shown}")).1;
    assert!(shown.contains("错误 contradiction"), "{shown}");
    assert_eq!(again.matches("回车不变").count(), 2, "{again}");
    assert!(again.contains("10月27日（星期二）"), "{again}");
    let yaml = site.read("content/changes/2026-10-27-gaj-adjust.yaml");
    assert!(yaml.contains("窗口: w-a02") && yaml.contains("业务: 护照办理"), "{yaml}");
}

#[test]
fn a_flag_that_is_wrong_is_asked_for() {
    let site = Site::base();
    let mut terminal = Terminal::open(&site, "--kind 撤离 --window A99 --effective 三天 --to-window A01 --reason 试");
    terminal.types("三天后\nA02\n停\n");
    let (shown, _) = terminal.ends();
    assert!(shown.contains("--effective：“三天”是一段时间") && shown.contains("--window：没有窗口“A99”"), "{shown}");
    let kept = site.read(KEPT);
    assert!(kept.contains("2026-10-15") && kept.contains("w-a02") && kept.contains("w-a01"), "{kept}");
}
