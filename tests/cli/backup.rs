//! Backups, and what is put back: from a backup, and from a release.

use super::site::{MOMENT, Ran, Site, files, sha256, tree};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;

const WINDOWS: &str = "content/windows/hall.yaml";
const CHANGE: &str = "content/changes/2026-10-09-pause.yaml";

/// A stick, and the path of a file on it.
fn stick() -> (tempfile::TempDir, PathBuf) {
    let stick = tempfile::tempdir().unwrap();
    let file = stick.path().join("备份.zip");
    (stick, file)
}

fn backup(site: &Site, file: &Path) -> Ran {
    site.run(&["backup", file.to_str().unwrap(), "--as-of", MOMENT])
}

fn restore(site: &Site, file: &Path, args: &[&str]) -> Ran {
    site.run(&[&["restore", file.to_str().unwrap(), "--as-of", MOMENT], args].concat())
}

/// The files of a site that a backup holds.
fn belongings(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let is_made = |path: &str| {
        let top = path.split('/').next().unwrap();
        ["public", "print", "staff", "preview"].contains(&top)
            || path.ends_with("/lock")
            || path.ends_with("/seen.json")
    };
    tree(site.root()).into_iter().filter(|(path, _)| !is_made(path)).collect()
}

/// The names and contents of a ZIP file.
fn unpacked(file: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(File::open(file).unwrap()).unwrap();
    let all = 0..archive.len();
    let read = |n| {
        let mut entry = archive.by_index(n).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        (entry.name().unwrap().into_owned(), bytes)
    };
    all.map(read).collect()
}

/// A ZIP file of these entries, with a list that says `listed` of them.
fn forged(file: &Path, entries: &[(&str, &[u8])], listed: &[(&str, usize)], change: impl FnOnce(&mut Value)) {
    let bytes = |path: &str| entries.iter().find(|(name, _)| *name == path).map_or(&b""[..], |(_, bytes)| bytes);
    let files: Vec<Value> = listed
        .iter()
        .map(|(path, length)| json!({"path": path, "bytes": length, "sha256": sha256(bytes(path))}))
        .collect();
    let mut list =
        json!({"format": 1, "program": "0.2.0", "moment": "2026-10-12T09:00:00", "hall": null, "files": files});
    change(&mut list);
    let mut zip = zip::ZipWriter::new(File::create(file).unwrap());
    let list = list.to_string();
    for (name, bytes) in entries.iter().copied().chain([("hallpress-backup.json", list.as_bytes())]) {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
}

#[test]
fn a_site_comes_back_byte_for_byte_on_another_computer() {
    let (site, (_stick, file)) = (Site::base(), stick());
    site.write("layouts/本厅/说明 一.txt", "原样\r\n");
    site.write("content/attachments/申请表.docx", [0, 255, 13, 10]);
    site.write("content/.hidden", "x");
    site.write("content/~$申请表.docx", "open in an office program");
    site.run(&["printed", "--all", "--as-of", MOMENT]).ends(0);
    site.build().ends(0);
    site.write("preview/public/index.html", "not kept");
    backup(&site, &file).ends(0).says("已备份到").says("已逐个读出核对");
    let (mut here, packed) = (belongings(&site), unpacked(&file));
    here.remove("content/~$申请表.docx");
    let names: Vec<&String> = here.keys().collect();
    assert_eq!(packed.keys().filter(|name| *name != "hallpress-backup.json").collect::<Vec<_>>(), names);
    let list: Value = serde_json::from_slice(&packed["hallpress-backup.json"]).unwrap();
    assert_eq!(list["moment"], "2026-10-12T09:00:00");
    assert!(list["hall"].as_str().is_some_and(|hall| site.read("content/site.yaml").contains(hall)));
    assert!(names.iter().any(|name| name.starts_with(".hallpress/releases/objects/")));
    // The same files at the same moment make the same bytes.
    let again = file.with_file_name("again.zip");
    backup(&site, &again).ends(0);
    assert!(fs::read(&again).unwrap() == fs::read(&file).unwrap());
    // The folder is not there yet.
    let other = Site::empty();
    let new = other.path("新的");
    let run = |args: &[&str]| super::site::run(&[args, &["--root", new.to_str().unwrap(), "--as-of", MOMENT]].concat());
    let shown = run(&["restore", file.to_str().unwrap()]).ends(0).says("没有改动任何文件").says("--yes");
    assert!(shown.out.contains("会新建"), "{}", shown.out);
    assert!(!new.exists(), "nothing was made");
    run(&["restore", file.to_str().unwrap(), "--yes"]).ends(0).says("hallpress check").says("hallpress build");
    assert!(tree(&new) == here, "{:?}", tree(&new).keys());
    run(&["build", "--out", new.to_str().unwrap()]).ends(0);
    for folder in ["public", "print", "staff"] {
        assert!(tree(&new.join(folder)) == tree(&site.path(folder)), "{folder}");
    }
    // A backup of what came back is the same again.
    run(&["restore", file.to_str().unwrap(), "--yes"]).ends(0).says("没有要恢复的");
}

#[test]
fn a_backup_is_where_it_is_of_use_and_replaces_none() {
    let (site, (stick, file)) = (Site::base(), stick());
    let before = tree(site.root());
    for inside in ["backup.zip", "content/b.zip", "."] {
        backup(&site, &site.path(inside)).ends(2).says("在大厅自己的文件夹里").says("U 盘").says("没有备份");
    }
    let by_name = site.command(&["backup", "b.zip"]).current_dir(site.root()).output().unwrap();
    Ran::from(by_name).ends(2).says("在大厅自己的文件夹里");
    backup(&site, &stick.path().join("none/b.zip")).ends(2).says("没有文件夹").says("none");
    backup(&site, &stick.path().join("none/")).ends(2).says("没有文件夹");
    fs::write(&file, "theirs").unwrap();
    backup(&site, &file).ends(2).says("已经有了，不覆盖");
    assert_eq!(fs::read(&file).unwrap(), b"theirs");
    assert!(tree(site.root()) == before, "something was written");
    // Without its ending a double click would not open it.
    backup(&site, &stick.path().join("大厅")).ends(0).says("大厅.zip");
    // In a folder the program finds a name, twice on one day.
    for name in ["-备份-2026-10-12.zip", "-备份-2026-10-12-2.zip"] {
        backup(&site, stick.path()).ends(0).says(name);
        assert!(files(stick.path()).iter().any(|(file, _)| file.ends_with(name)));
    }
    assert!(!files(stick.path()).iter().any(|(name, _)| name.contains("hallpress-new")));
}

#[test]
fn broken_content_is_backed_up_and_none_is_not() {
    let (site, (stick, file)) = (Site::base(), stick());
    site.write("content/site.yaml", b"\xff\xfe: [");
    backup(&site, &file).ends(0);
    assert_eq!(unpacked(&file)["content/site.yaml"], b"\xff\xfe: [");
    let json = site.run(&["backup", stick.path().join("b").to_str().unwrap(), "--format", "json"]).ends(0).json_lines();
    assert_eq!(json[0]["files"], unpacked(&file).len() - 1);
    let (empty, other) = (Site::empty(), stick.path().join("c.zip"));
    backup(&empty, &other).ends(2).says("没有 content/").says("--root");
    empty.write("layouts/base.html", "x");
    backup(&empty, &other).ends(2).says("没有可备份的");
    backup(&empty, &other).ends(2);
    super::site::run(&["backup", other.to_str().unwrap(), "--root", "/no/such/folder"]).ends(2).says("没有文件夹");
    site.run(&["backup", other.to_str().unwrap(), "--lang", "en"]).ends(0).says("backed up to");
    site.run(&["backup"]).ends(2);
}

#[test]
fn a_backup_that_cannot_be_written_leaves_nothing() {
    let (site, (stick, file)) = (Site::base(), stick());
    let made = site.command(&["backup", file.to_str().unwrap()]);
    let mut shell = std::process::Command::new("sh");
    shell.arg("-c").arg("trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\"").arg(made.get_program()).args(made.get_args());
    let ran = Ran::from(shell.output().unwrap()).ends(2).says("写不了备份").says("没有备份");
    assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
    assert!(files(stick.path()).is_empty());
}

#[cfg(unix)]
#[test]
fn links_and_odd_names_are_named() {
    let (site, (stick, file)) = (Site::base(), stick());
    fs::write(stick.path().join("elsewhere.yaml"), "secret").unwrap();
    std::os::unix::fs::symlink(stick.path().join("elsewhere.yaml"), site.path("content/linked.yaml")).unwrap();
    std::os::unix::fs::symlink(stick.path(), site.path("layouts")).unwrap();
    backup(&site, &file).ends(0).says("2 个链接").says("content/linked.yaml").says("layouts");
    assert!(!unpacked(&file).keys().any(|name| name.contains("linked") || name.starts_with("layouts")));
    site.write("content/attachments/a:b.docx", "x");
    backup(&site, &stick.path().join("c.zip")).ends(2).says("a:b.docx").says("改名");
    // Nothing is put back through a link.
    let other = Site::base();
    other.write("layouts/a.html", "a");
    let of_other = stick.path().join("other.zip");
    backup(&other, &of_other).ends(0);
    let before = tree(stick.path());
    restore(&site, &of_other, &["--yes"]).ends(2).says("layouts").says("链接").says("没有改动任何文件");
    assert!(tree(stick.path()) == before);
}

#[test]
fn nothing_runs_beside_a_build() {
    let (site, (_stick, file)) = (Site::base(), stick());
    site.build().ends(0);
    backup(&site, &file).ends(0);
    site.write("content/site.yaml", "");
    let lock = File::open(site.path(".hallpress/print/lock")).unwrap();
    lock.try_lock().unwrap();
    backup(&site, &file.with_file_name("b.zip")).ends(2).says("正在发布");
    restore(&site, &file, &[]).ends(0);
    restore(&site, &file, &["--yes"]).ends(2).says("正在发布").says("没有改动任何文件");
    assert_eq!(site.read("content/site.yaml"), "");
}

#[test]
fn what_is_no_sound_backup_changes_nothing() {
    let (site, (stick, file)) = (Site::base(), stick());
    backup(&site, &file).ends(0);
    let sound = fs::read(&file).unwrap();
    let before = tree(site.root());
    let refused = |bytes: &[u8], words: &str| {
        let other = stick.path().join("other.zip");
        fs::write(&other, bytes).unwrap();
        restore(&site, &other, &["--yes"]).ends(2).says(words).says("没有改动任何文件");
    };
    for at in [100, sound.len() / 3, sound.len() / 2] {
        let mut flipped = sound.clone();
        flipped[at] ^= 1;
        refused(&flipped, "损坏");
    }
    refused(&sound[..sound.len() - 1], "没有复制完整");
    refused(&sound[..sound.len() / 2], "没有复制完整");
    refused(b"", "不是备份文件");
    refused(b"a document", "不是备份文件");
    let mut foreign = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    foreign.start_file("content/site.yaml", SimpleFileOptions::default()).unwrap();
    refused(&foreign.finish().unwrap().into_inner(), "没有备份清单");
    restore(&site, &stick.path().join("none.zip"), &["--yes"]).ends(2).says("没有备份文件").says("none.zip");
    restore(&site, stick.path(), &["--yes"]).ends(2).says("是文件夹");
    site.run(&["restore"]).ends(2).says("--release");
    site.run(&["restore", file.to_str().unwrap(), "--release", "1"]).ends(2).says("二者写一个");
    assert!(tree(site.root()) == before, "something was written");
}

#[test]
fn what_no_backup_holds_is_refused() {
    let (site, (stick, file)) = (Site::base(), stick());
    let before = (tree(site.root()), files(stick.path()).len());
    let refused = |words: &str| {
        restore(&site, &file, &["--yes"]).ends(2).says(words).says("没有改动任何文件");
        fs::remove_file(&file).unwrap();
        assert!(tree(site.root()) == before.0 && files(stick.path()).len() == before.1, "something was written");
    };
    for path in
        ["../evil", "/tmp/evil", "content/../../evil", "C:/evil", "content\\evil", "public/index.html", "content//a"]
    {
        forged(&file, &[(path, b"x")], &[(path, 1)], |_| {});
        refused("被改动过");
    }
    let a = ("content/a", &b"x"[..]);
    forged(&file, &[a, ("content/b", b"y")], &[("content/a", 1)], |_| {});
    refused("content/b");
    forged(&file, &[a], &[("content/a", 1), ("content/a", 1)], |_| {});
    refused("被改动过");
    forged(&file, &[a], &[("content/a", 1), ("content/b", 1)], |_| {});
    refused("损坏");
    forged(&file, &[a], &[("content/a", 1)], |list| list["format"] = 2.into());
    refused("更新版本的 hallpress");
    forged(&file, &[a], &[("content/a", 1)], |list| list["files"][0]["sha256"] = sha256(b"y").into());
    refused("损坏");
    // A link.
    forged(&file, &[a], &[("content/a", 1)], |_| {});
    let mut zip = zip::ZipWriter::new_append(File::options().read(true).write(true).open(&file).unwrap()).unwrap();
    zip.add_symlink("content/l", "/etc/passwd", SimpleFileOptions::default()).unwrap();
    zip.finish().unwrap();
    refused("content/l");
}

/// Sets the length that the records of an entry in the ZIP file state.
fn claim(file: &Path, name: &str, length: u32) {
    let mut bytes = fs::read(file).unwrap();
    for (magic, at, name_at) in [(b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)] {
        let is_it = |n: &usize| bytes[*n..].starts_with(magic) && bytes[n + name_at..].starts_with(name.as_bytes());
        let n = (0..bytes.len() - name_at).find(is_it).unwrap();
        bytes[n + at..n + at + 4].copy_from_slice(&length.to_le_bytes());
    }
    fs::write(file, bytes).unwrap();
}

#[test]
fn a_file_longer_than_listed_is_refused() {
    let (site, (_stick, file)) = (Site::base(), stick());
    let zeros = vec![0; 3_000_000];
    let entries = [("content/a", zeros.as_slice())];
    let refused = |words: &str| restore(&site, &file, &["--yes"]).ends(2).says(words).says("content/a");
    forged(&file, &entries, &[("content/a", 10)], |_| {});
    refused("被改动过");
    claim(&file, "content/a", 10);
    restore(&site, &file, &["--yes"]).ends(2).says("没有改动任何文件").says("content/a");
    // The list may claim a length itself that no file of this size can have.
    forged(&file, &entries, &[("content/a", 4_000_000_000_000)], |_| {});
    refused("被改动过");
    assert!(!site.path("content/a").exists());
}

#[test]
fn what_is_replaced_is_kept_and_what_is_only_here_stays() {
    let (site, (_stick, file)) = (Site::base(), stick());
    site.build().ends(0);
    site.write("layouts/a.txt", "a");
    backup(&site, &file).ends(0);
    let sound = belongings(&site);
    site.write(WINDOWS, "spoiled");
    site.write("content/new.yaml", "new");
    site.remove("layouts/a.txt");
    site.write("public/index.html", "of the website");
    let before = tree(site.root());
    let shown = restore(&site, &file, &[]).ends(0).says("没有改动任何文件").says("加 --yes");
    assert!(tree(site.root()) == before, "something was written");
    for words in
        ["2026-10-12 09:00", "要补回（这里没有） 1 个：layouts/a.txt", "不一样） 1 个：content/windows/hall.yaml"]
    {
        assert!(shown.out.contains(words), "{words}: {}", shown.out);
    }
    assert!(shown.out.contains("不动（备份里没有） 1 个：content/new.yaml"), "{}", shown.out);
    let json = restore(&site, &file, &["--format", "json"]).ends(0).json_lines();
    assert_eq!(json[0]["replaced"], json!([WINDOWS]));
    assert_eq!((&json[0]["written"], &json[0]["back"]), (&json!(false), &json!(["layouts/a.txt"])));
    for folder in ["2026-10-12-090000", "2026-10-12-090000-2"] {
        restore(&site, &file, &["--yes"]).ends(0).says("换回 1 个").says(&format!(".hallpress/replaced/{folder}/"));
        assert_eq!(site.read(&format!(".hallpress/replaced/{folder}/{WINDOWS}")), "spoiled");
        site.write(WINDOWS, "spoiled");
    }
    restore(&site, &file, &["--yes", "--lang", "en"]).ends(0).says("restored");
    let mut now = belongings(&site);
    now.retain(|path, _| !path.starts_with(".hallpress/replaced/"));
    assert_eq!(now.remove("content/new.yaml"), Some(b"new".to_vec()));
    assert!(now == sound);
    assert_eq!(site.read("public/index.html"), "of the website");
    // A folder where a file should be.
    site.remove(WINDOWS);
    site.write(&format!("{WINDOWS}/inside"), "");
    restore(&site, &file, &["--yes"]).ends(2).says(WINDOWS).says("没有改动任何文件");
}

/// The numbers of all screens' manifests.
fn seqs(site: &Site) -> BTreeMap<String, u64> {
    let manifests =
        tree(&site.path("public/signage/s")).into_iter().filter(|(path, _)| path.ends_with("manifest.json"));
    let seq = |bytes: Vec<u8>| serde_json::from_slice::<Value>(&bytes).unwrap()["seq"].as_u64().unwrap();
    manifests.map(|(path, bytes)| (path, seq(bytes))).collect()
}

fn moment_of(site: &Site) -> String {
    let state: Value = serde_json::from_str(&site.read(".hallpress/public/state.json")).unwrap();
    state["moment"].as_str().unwrap().to_owned()
}

#[test]
fn an_older_backup_takes_no_number_back() {
    let (site, (_stick, file)) = (Site::base(), stick());
    let at = |moment: &str| site.run(&["build", "--as-of", moment, "--out", site.root().to_str().unwrap()]).ends(0);
    let windows = site.read(WINDOWS);
    site.build().ends(0);
    backup(&site, &file).ends(0);
    // Two more releases; in the second window A02 is gone, whose screen has read the number of the first.
    site.replace(WINDOWS, "业务: 身份证办理", "业务: 居民身份证");
    site.replace(WINDOWS, "业务: 社保卡补换", "业务: 社会保障卡");
    at("2026-10-12T09:10");
    let read = seqs(&site);
    assert!(read.values().any(|seq| *seq > 1));
    let without: Vec<String> = site.read(WINDOWS).lines().filter(|l| !l.contains("w-a02")).map(str::to_owned).collect();
    site.write(WINDOWS, without.join("\n"));
    at("2026-10-12T09:20");
    let shown = restore(&site, &file, &["--yes"]).ends(0);
    // Files of the program are counted: their names say nothing to anybody.
    assert!(shown.out.contains("保持现在的（这里的比备份新）：程序的记录 "), "{}", shown.out);
    assert!(!shown.out.contains(".hallpress/"), "{}", shown.out);
    assert_eq!(site.read(WINDOWS), windows);
    assert_eq!(site.read(".hallpress/releases/highest"), "3");
    // The clock is held against the last publish, not against that of the backup.
    assert_eq!(moment_of(&site), "2026-10-12T09:20:00");
    let built = at("2026-10-12T09:30");
    assert!(!built.err.contains("发布记录"), "{}", built.err);
    for (screen, seq) in seqs(&site) {
        assert!(seq >= read[&screen], "{screen} went back to {seq}");
        assert!(seq > read[&screen] || read[&screen] == 1, "{screen} is what it was at {seq}");
    }
    let releases = site.run(&["list", "releases", "--format", "json"]).ends(0).json_lines();
    let numbers: Vec<&str> = releases.iter().map(|release| release["release"].as_str().unwrap()).collect();
    assert_eq!(numbers, ["r1", "r2", "r3", "r4"]);
    // Where the records here are gone, those of the backup come back, and the files in the trees tell the rest.
    let read = seqs(&site);
    fs::remove_dir_all(site.path(".hallpress")).unwrap();
    site.replace(WINDOWS, "业务: 身份证办理", "业务: 居民身份证");
    restore(&site, &file, &["--yes"]).ends(0);
    assert_eq!(moment_of(&site), "2026-10-12T09:00:00");
    site.replace(WINDOWS, "业务: 身份证办理", "业务: 身份证");
    at("2026-10-12T09:40");
    for (screen, seq) in seqs(&site) {
        assert!(seq >= read[&screen], "{screen} went back to {seq}");
    }
    // A record that no clock has reached stays, too.
    let state = site.read(".hallpress/public/state.json");
    let mut later: Value = serde_json::from_str(&state).unwrap();
    later["moment"] = "2999-01-01T08:00:00".into();
    for key in ["version", "checksum"] {
        later.as_object_mut().unwrap().remove(key);
    }
    site.write(".hallpress/public/state.json", later.to_string());
    restore(&site, &file, &["--yes"]).ends(0);
    site.run(&["build"]).ends(2).says("上次发布是 2999-01-01 08:00");
}

const PAUSE: &str = "编号: 2026-10-09-pause\n种类: 暂停\n申请单位: gaj\n原因: 系统维护\n生效日期: 2026-10-12\n最后一天: 2026-10-14\n窗口:\n  - 窗口: w-a02\n";

#[test]
fn the_content_of_a_release_comes_back_and_what_was_announced_since_stays() {
    let site = Site::base();
    let release = |args: &[&str]| site.run(&[&["restore", "--as-of", MOMENT], args].concat());
    release(&["--release", "1"]).ends(2).says("还没有发布过");
    let (windows, notice) = (site.read(WINDOWS), site.read("content/notices/2026-09-01-hours.md"));
    let first = tree(&site.path("content"));
    site.build().ends(0);
    // Announced, and changed otherwise.
    site.write(CHANGE, PAUSE);
    site.replace(WINDOWS, "业务: 身份证办理", "业务: 居民身份证");
    site.build().ends(0);
    // Spoiled, written and not yet announced, and put there by people.
    site.write(WINDOWS, "spoiled");
    site.write("content/notices/2026-09-01-hours.md", "spoiled");
    site.write("content/changes/2026-11-01-draft.yaml", "draft");
    site.write("content/matters/more.yaml", "more");
    site.write("content/attachments/表.docx", "x");
    site.write("layouts/a.txt", "a");
    site.remove("content/units.yaml");
    let before = tree(site.root());
    let shown = release(&["--release", "r1"]).ends(0).says("加 --yes");
    assert!(tree(site.root()) == before, "something was written");
    for words in [
        "第1次发布（2026-10-12 09:00）",
        "要移走（那次发布时没有） 1 个：content/matters/more.yaml",
        CHANGE,
        "draft.yaml",
    ] {
        assert!(shown.out.contains(words), "{words}: {}", shown.out);
    }
    release(&["--release", "3"]).ends(2).says("r1 到 r2").says("hallpress list releases");
    release(&["--release", "x"]).ends(2);
    release(&["--release", "1", "--yes"]).ends(0).says("补回 1 个，换回 2 个，移走 1 个").says("hallpress check");
    let mut now = tree(&site.path("content"));
    assert_eq!(site.read(WINDOWS), windows);
    assert_eq!(site.read("content/notices/2026-09-01-hours.md"), notice);
    for kept in ["changes/2026-10-09-pause.yaml", "changes/2026-11-01-draft.yaml", "attachments/表.docx"] {
        assert!(now.remove(kept).is_some(), "{kept}");
    }
    assert!(now == first, "{:?}", now.keys());
    assert_eq!(site.read("layouts/a.txt"), "a");
    let away = ".hallpress/replaced/2026-10-12-090000";
    assert_eq!(site.read(&format!("{away}/{WINDOWS}")), "spoiled");
    assert_eq!(site.read(&format!("{away}/content/matters/more.yaml")), "more");
    site.remove("content/changes/2026-11-01-draft.yaml");
    site.build().ends(0);
    assert!(site.read("public/windows/w-a02.html").contains("暂停"));
    // What was announced and is lost comes back, whichever release is asked for.
    fs::remove_dir_all(site.path("content")).unwrap();
    release(&["--release", "1", "--yes"]).ends(0);
    assert_eq!(site.read(CHANGE), PAUSE);
    assert_eq!(site.read(WINDOWS), windows);
    // What is lost of the release is told.
    let record: Value = serde_json::from_str(&site.read(".hallpress/releases/000001.json")).unwrap();
    site.remove(&format!(".hallpress/releases/objects/{}", record["files"][WINDOWS].as_str().unwrap()));
    site.remove(WINDOWS);
    release(&["--release", "1"]).ends(0).says("缺失或损坏").says(WINDOWS);
}

#[test]
fn other_hours_announced_since_stay() {
    let site = Site::base();
    let hours = site.read("content/hours.yaml");
    site.build().ends(0);
    assert!(!hours.contains("临时调整"));
    let new = format!("{hours}\n临时调整:\n  - {{自: 2026-10-20}}\n");
    site.write("content/hours.yaml", hours.replacen("9:00", "9:30", 1));
    let release = |args: &[&str]| site.run(&[&["restore", "--release", "1", "--as-of", MOMENT], args].concat()).ends(0);
    assert_eq!(release(&["--format", "json"]).json_lines()[0]["replaced"], json!(["content/hours.yaml"]));
    site.write("content/hours.yaml", new);
    let kept = &release(&["--format", "json"]).json_lines()[0];
    assert_eq!((&kept["kept"], &kept["replaced"]), (&json!(["content/hours.yaml"]), &json!([])));
}
