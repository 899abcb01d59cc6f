//! What a build writes, leaves, and takes away.

use super::site::{MOMENT, Site, faults, files, tree};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::time::SystemTime;

const MATTER: &str = "content/matters/rsj/rsj-shebaoka.yaml";
const WINDOWS: &str = "content/windows/hall.yaml";

fn times(site: &Site) -> BTreeMap<String, SystemTime> {
    let each = ["public", "print", "staff"].into_iter().flat_map(|tree| files(&site.path(tree)));
    each.map(|(_, path)| (path.display().to_string(), fs::metadata(path).unwrap().modified().unwrap())).collect()
}

#[test]
fn a_second_build_touches_nothing() {
    let site = Site::base();
    let first = site.counts();
    assert_eq!(first["written"], first["jobs"]);
    assert!(first["jobs"].as_u64().unwrap() > 10, "{first}");
    let before = times(&site);
    let second = site.counts();
    assert_eq!((&second["written"], &second["made"], &second["removed"]), (&0.into(), &0.into(), &0.into()));
    assert_eq!(second["unchanged"], first["jobs"]);
    assert_eq!(times(&site), before);
    assert!(faults(&site.path("public")).is_empty(), "{:?}", faults(&site.path("public")));
}

#[test]
fn a_change_rewrites_only_what_says_something_else() {
    let site = Site::base();
    site.build().ends(0);
    let (before, stamps) = (site.release(), times(&site));
    site.replace(
        WINDOWS,
        "窗口号: A03, 区域: za, 单位: rsj, 业务: 社保卡补换",
        "窗口号: A03, 区域: za, 单位: rsj, 业务: 社保卡申领",
    );
    let counts = site.counts();
    let after = site.release();
    let changed: Vec<&String> =
        after.iter().filter(|(path, bytes)| before.get(*path) != Some(bytes)).map(|(p, _)| p).collect();
    assert_eq!(counts["written"], changed.len(), "{changed:?}");
    assert!(!changed.is_empty());
    // Pages of other windows may show the window on their plan; their screens know nothing of it.
    let other: Vec<_> = changed.iter().filter(|p| p.starts_with("signage/") && !p.contains("w-a03")).collect();
    assert!(other.is_empty(), "screens nobody touched: {other:?}");
    let restamped = times(&site).iter().filter(|(path, time)| stamps.get(*path) != Some(time)).count();
    assert_eq!(restamped, changed.len(), "what says the same keeps its time");
}

#[test]
fn a_manifest_counts_its_changes() {
    let site = Site::base();
    let seq = |site: &Site| {
        let text = site.read("public/signage/s/w-a03/manifest.json");
        serde_json::from_str::<serde_json::Value>(&text).unwrap()["seq"].as_u64().unwrap()
    };
    site.build().ends(0);
    assert_eq!(seq(&site), 1);
    site.build().ends(0);
    assert_eq!(seq(&site), 1);
    site.replace(WINDOWS, "业务: 社保卡补换", "业务: 社保卡申领");
    site.build().ends(0);
    assert_eq!(seq(&site), 2);
    site.replace(WINDOWS, "业务: 社保卡申领", "业务: 社保卡补换");
    site.build().ends(0);
    assert_eq!(seq(&site), 3, "going back is a change too");
}

#[test]
fn an_error_publishes_nothing() {
    let site = Site::base();
    site.build().ends(0);
    let before = tree(site.root());
    let content = site.read(MATTER);
    for (from, to) in [("到现场次数: 1", "到现场次数: 一次"), ("实施主体: rsj", "实施主体: nobody"), ("编号:", "编号")]
    {
        site.write(MATTER, content.replacen(from, to, 1));
        site.build().ends(1).says("没有发布").says("原有内容未动");
        site.write(MATTER, &content);
        assert!(tree(site.root()) == before, "{to}: the release was touched");
    }
}

#[test]
fn withholding_leaves_out_the_faulty_record_and_names_it() {
    let site = Site::base();
    site.build().ends(0);
    let whole = site.release();
    site.replace(MATTER, "到现场次数: 1", "到现场次数: 一次");
    site.replace(WINDOWS, "业务: 身份证办理", "业务: 居民身份证");
    site.build().ends(1).says("没有发布");
    assert!(site.release() == whole);
    site.build_with(&["--withhold"]).ends(1).says("已发布到").says(&format!("未发布：{MATTER}"));
    let rest = site.release();
    assert!(rest != whole, "the sound change was published");
    let page = "matters/rsj-shebaoka.html";
    assert!(!rest.contains_key(page), "the faulty matter keeps no page");
    assert_eq!(rest.contains_key("matters/gaj-shenfenzheng.html"), whole.contains_key(page), "the sound one keeps its");
    assert!(faults(&site.path("public")).is_empty(), "{:?}", faults(&site.path("public")));
}

#[test]
fn a_text_too_long_for_a_board_stops_that_board_alone() {
    let site = Site::base();
    site.write(
        "content/boards.yaml",
        "标牌:\n- {编号: guide, 种类: 入口导引牌, 名称: 入口牌, 挂放处: 门内, 宽毫米: 594, 高毫米: 841}\n\
         - {编号: sign, 种类: 窗口吊牌, 名称: 吊牌, 窗口: [w-a01, w-a03], 挂放处: 窗口, 宽毫米: 500, 高毫米: 250}\n",
    );
    // It fits the two lines of a strip, but not a sign of this size.
    let long =
        "居民身份证首次申领、换领、补领、异地受理、临时身份证办理以及户籍证明开具、无犯罪记录证明开具、居住证办理";
    site.replace(WINDOWS, "业务: 身份证办理", &format!("条屏简称: 身份证办理, 业务: {long}"));
    site.build().ends(1).says("已发布到").says("未制作：标牌“吊牌 A01”");
    site.build_with(&["--withhold"]).ends(1).says("已发布到").says("未制作：标牌“吊牌 A01”");
    let names: Vec<String> = site.release().into_keys().collect();
    for made in ["windows/w-a01.html", "signage/s/w-a01/manifest.json", "print:boards/sign-w-a03.pdf"] {
        assert!(names.iter().any(|name| name == made), "{made}: {names:?}");
    }
    assert!(!names.iter().any(|name| name.contains("sign-w-a01")), "{names:?}");
}

#[test]
fn what_is_taken_out_of_the_content_is_nowhere_in_the_release() {
    let site = Site::base();
    let said = |site: &Site, text: &str| {
        let release = site.release();
        let found = release.into_iter().filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains(text));
        found.map(|(path, _)| path).collect::<Vec<_>>()
    };
    site.replace(MATTER, "事项名称: 社会保障卡补换", "事项名称: 社会保障卡补换\n通俗名称: [社会保障卡无痕补换]");
    site.build().ends(0);
    assert!(said(&site, "社会保障卡无痕补换").iter().any(|path| path.contains("search-data")));
    site.replace(MATTER, "\n通俗名称: [社会保障卡无痕补换]", "");
    site.build().ends(0);
    assert_eq!(said(&site, "社会保障卡无痕补换"), Vec::<String>::new());
}

#[test]
fn attachments_named_are_published_and_no_others() {
    let site = Site::base();
    site.replace(
        MATTER,
        "材料:\n",
        "材料:\n  - {名称: 申请表, 类型: 申请表格文书, 形式: 纸质, 必要性: 必要, \
         来源渠道: 申请人自备, 空白表格: 申请表.docx}\n",
    );
    site.write("content/attachments/申请表.docx", b"PK\x03\x04 form");
    site.write("content/attachments/内部.docx", b"PK\x03\x04 internal");
    site.write("content/attachments/说明.txt", [0xC4, 0xFA, 0xBA, 0xC3]);
    site.replace("content/notices/2026-09-01-hours.md", "办公。", "办公。见[说明](attachments/说明.txt)。");
    site.build().ends(0);
    let release = site.release();
    let files: Vec<&Vec<u8>> =
        release.iter().filter(|(path, _)| path.starts_with("attachments/")).map(|e| e.1).collect();
    assert_eq!(files.len(), 2, "{:?}", release.keys());
    assert!(files.iter().any(|bytes| bytes.as_slice() == b"PK\x03\x04 form"));
    let page = String::from_utf8(release["matters/rsj-shebaoka.html"].clone()).unwrap();
    assert!(page.contains("download=\"申请表.docx\"") && page.contains("DOCX，1 KB"), "{page}");
    assert!(faults(&site.path("public")).is_empty(), "{:?}", faults(&site.path("public")));
}

#[test]
fn what_cannot_be_withheld_alone_is_not_published() {
    let site = Site::base();
    site.build().ends(0);
    let before = site.release();
    let (windows, home) = (site.read(WINDOWS), site.read("content/site.yaml"));
    // The whole file cannot be read: a hall without windows is not the rest of the hall.
    site.write(WINDOWS, windows.replacen("场所:", "场所", 1));
    site.build_with(&["--withhold"]).ends(1).says("没有发布");
    site.write(WINDOWS, &windows);
    site.write("content/site.yaml", home.replace("制度: [yinchuan]", "制度: [nowhere]"));
    site.build_with(&["--withhold"]).ends(1).says("没有发布");
    site.write("content/site.yaml", &home);
    assert!(site.release() == before);
}

#[test]
fn withholding_one_window_keeps_the_others() {
    let site = Site::base();
    site.build().ends(0);
    site.replace(WINDOWS, "窗口号: A02, 区域: za, 单位: gaj", "窗口号: A02, 区域: za, 单位: nobody");
    site.build_with(&["--withhold"]).ends(1).says("已发布到").says("未发布：content/windows/hall.yaml 窗口[2]");
    let names: Vec<String> = site.release().into_keys().collect();
    assert!(!names.iter().any(|name| name.contains("w-a02")), "{names:?}");
    assert!(names.iter().any(|name| name.contains("w-a03")), "{names:?}");
    assert!(faults(&site.path("public")).is_empty(), "{:?}", faults(&site.path("public")));
}

#[test]
fn a_removed_record_goes_in_the_same_publish() {
    let site = Site::base();
    site.build().ends(0);
    let before = site.release();
    let text = site.read(WINDOWS);
    let without: Vec<&str> = text.lines().filter(|line| !line.contains("w-a02")).collect();
    site.write(WINDOWS, without.join("\n"));
    let counts = site.counts();
    let after = site.release();
    let left: Vec<&String> = after.keys().filter(|path| path.contains("w-a02")).collect();
    assert!(left.is_empty(), "{left:?}");
    assert_eq!(counts["removed"], before.keys().filter(|path| !after.contains_key(*path)).count());
    assert!(!site.path("public/signage/s/w-a02").exists(), "its folder went too");
    assert!(faults(&site.path("public")).is_empty(), "{:?}", faults(&site.path("public")));
}

#[test]
fn a_chosen_moment_writes_only_the_preview() {
    let site = Site::base();
    site.run(&["build", "--as-of", MOMENT]).ends(0);
    let strays: Vec<String> = files(site.root())
        .into_iter()
        .map(|(name, _)| name)
        .filter(|name| !name.starts_with("content/") && !name.starts_with("preview/"))
        .collect();
    assert!(strays.is_empty(), "{strays:?}");
    assert!(site.path("preview/public/signage/index.json").exists());
}

#[test]
fn a_second_build_at_the_same_time_is_refused() {
    let site = Site::base();
    site.build().ends(0);
    let before = site.release();
    for tree in ["public", "print"] {
        let lock = File::options().write(true).open(site.path(&format!(".hallpress/{tree}/lock"))).unwrap();
        lock.try_lock().unwrap();
        site.replace("content/site.yaml", "样例路1号", "样例路2号");
        site.build().ends(2).says("另一个构建");
        site.build_with(&["--lang", "en"]).ends(2).says("another build");
        drop(lock);
        site.replace("content/site.yaml", "样例路2号", "样例路1号");
        assert!(site.release() == before);
    }
    site.build().ends(0);
    let both: Vec<_> = (0..2).map(|_| site.builder(&[]).spawn().unwrap()).collect();
    let ended: Vec<_> = both.into_iter().map(|child| child.wait_with_output().unwrap().status.code()).collect();
    assert!(ended.iter().all(|status| matches!(status, Some(0 | 2))) && ended.contains(&Some(0)), "{ended:?}");
}

#[test]
fn tampered_files_are_healed() {
    let site = Site::base();
    site.build().ends(0);
    let good = site.release();
    let victims: Vec<String> = good.keys().filter(|p| !p.contains(':')).step_by(7).cloned().collect();
    for (n, name) in victims.iter().enumerate() {
        let path = site.path("public").join(name);
        match n % 4 {
            0 => fs::remove_file(path).unwrap(),
            1 => File::options().write(true).open(path).unwrap().set_len(5).unwrap(),
            2 => fs::write(path, b"").unwrap(),
            _ => {
                let mut bytes = fs::read(&path).unwrap();
                *bytes.last_mut().unwrap() ^= 1;
                fs::write(path, bytes).unwrap();
            }
        }
    }
    assert!(victims.len() >= 4);
    let counts = site.counts();
    assert_eq!(counts["written"], victims.len(), "{victims:?}");
    assert!(site.release() == good);
}

#[test]
fn a_change_that_keeps_length_and_time_is_healed() {
    let site = Site::base();
    site.build().ends(0);
    let good = site.release();
    // The second build remembers what it saw; the file below is changed right after it.
    for _ in 0..2 {
        assert_eq!(site.counts()["written"], 0);
        let path = site.path("public/index.html");
        let mut bytes = fs::read(&path).unwrap();
        *bytes.last_mut().unwrap() ^= 1;
        let time = fs::metadata(&path).unwrap().modified().unwrap();
        fs::write(&path, bytes).unwrap();
        File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
        assert_eq!(site.counts()["written"], 1);
        assert!(site.release() == good);
    }
    // A memory of what was seen that is lost or nonsense costs time and nothing else.
    site.write(".hallpress/public/seen.json", b"{\"day\": 3");
    assert_eq!(site.counts()["written"], 0);
}

#[test]
fn a_lost_or_damaged_state_is_made_anew() {
    let site = Site::base();
    site.build().ends(0);
    let good = site.release();
    site.write(".hallpress/public/state.json", b"{\"entries\": {\"ind");
    site.build().ends(0);
    assert!(site.release() == good);
    fs::remove_dir_all(site.path(".hallpress")).unwrap();
    site.build().ends(0);
    assert!(site.release() == good);
}

#[test]
fn the_sample_never_replaces_a_hall() {
    let site = Site::base();
    site.build().ends(0);
    let before = site.release();
    fs::rename(site.path("content"), site.path("elsewhere")).unwrap();
    site.build().ends(2).says("content/ 不见了");
    assert!(site.release() == before);
}

#[test]
fn a_draft_is_previewed_and_not_released() {
    let site = Site::base();
    let record = "tests/cases/not-released/fires/content/changes/wd.yaml";
    site.write("content/changes/wd.yaml", std::fs::read(crate::support::root().join(record)).unwrap());
    let refused = site.run(&["build", "--as-of", "2026-10-12T10:00", "--out", site.root().to_str().unwrap()]).ends(1);
    assert!(refused.err.contains("not-released") && refused.err.contains("已发布到"), "{}", refused.err);
    // The draft alone is held back: its window goes on serving, and its notice is nowhere.
    assert!(!site.read("public/windows/w-a02.html").contains("已撤离"));
    assert!(!site.path("public/notices/change-wd.html").exists());
    site.run(&["build", "--as-of", "2026-10-12T10:00"]).ends(0);
    for page in ["notices/change-wd.html", "notices/change-wd.txt"] {
        assert!(site.read(&format!("preview/public/{page}")).contains("样稿"), "{page}");
    }
    assert!(!site.read("preview/public/windows/w-a01.html").contains("样稿"));
    let listed = site.run(&["list", "changes"]).ends(0);
    assert!(listed.out.contains("样稿（已签字）"), "{}", listed.out);
}
