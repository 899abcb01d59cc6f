//! `hallpress change new`: a record from flags, and what the check reports about it.

use super::site::{Ran, Site, tree};
use serde_json::Value;

/// A fortnight before the day the changes take effect, a Monday.
const NOW: &str = "2026-10-12T09:00";
const DAY: &str = "2026-10-26";

fn change(site: &Site, args: &[&str]) -> Ran {
    let fixed = ["change", "new", "--as-of", NOW, "--effective", DAY, "--reason", "窗口布局优化（示例）"];
    let all: Vec<&str> = fixed.iter().chain(args).copied().collect();
    site.run(&all)
}

fn check(site: &Site) -> Ran {
    site.run(&["check", "--as-of", NOW])
}

const NEW: [&str; 8] = ["--zone", "A", "--unit", "gaj", "--business", "身份证办理", "--matters", "gaj-shenfenzheng"];

#[test]
fn a_record_of_each_kind_holds() {
    let kinds: [(&str, &str, Vec<&str>); 5] = [
        ("调整", "gaj-adjust", vec!["--window", "A02", "--number", "a04"]),
        ("撤离", "gaj-withdraw", vec!["--window", "A02", "--to-window", "A01", "--transition", "无"]),
        ("临时", "gaj-temporary", [&["--window", "A04", "--last-day", "2026-10-30"], &NEW[..]].concat()),
        ("新增", "gaj-new", [&["--window", "A04"], &NEW[..]].concat()),
        ("暂停", "gaj-suspend", vec!["--window", "w-a02", "--last-day", "2026-10-27", "--to-window", "w-a01"]),
    ];
    for (kind, name, mut args) in kinds {
        let site = Site::base();
        let id = format!("{DAY}-{name}");
        args.extend(["--kind", kind, "--filed-on", "2026-10-12", "--editor", "公告编辑组"]);
        let dry = change(&site, &[&args[..], &["--dry-run"]].concat()).ends(0);
        assert_eq!((dry.err.as_str(), site.path("content/changes").exists()), ("", false), "{kind}");
        let ran = change(&site, &args).ends(0).says(&format!("已写入 content/changes/{id}.yaml"));
        assert_eq!(site.read(&format!("content/changes/{id}.yaml")), dry.out, "{kind}");
        assert!(ran.out.contains("2026年10月26日（星期一）"), "{}", ran.out);
        let text = site.read(&format!(".hallpress/drafts/{id}.txt"));
        assert!(text.contains("特此公告。") && ran.out.contains(text.trim_end()), "{text}");
        check(&site).ends(0).says("没有问题");
        let listed = site.run(&["list", "changes", "--as-of", NOW]).ends(0).out;
        assert!(listed.contains(&id) && listed.contains(kind), "{listed}");
    }
}

#[test]
fn the_dates_are_those_of_the_rules() {
    let site = Site::base();
    let args = ["--kind", "撤离", "--window", "A02", "--to-window", "A01", "--editor", "公告编辑组"];
    // A record not filed yet is no mistake before its day: it is written, and the program prints by when to file it.
    let ran = change(&site, &args).ends(0).says("已写入");
    let rows: Vec<&str> = ran.out.lines().take(6).collect();
    let expected = [
        ("2026年10月16日（星期五）", "备案，建议不晚于"),
        ("2026年10月19日（星期一）", "公告，法定最迟开始张贴"),
        ("2026年10月22日（星期四）", "备案，法定最迟"),
        ("2026年10月26日（星期一）", "停止服务"),
        ("2026年11月9日（星期一）", "公告，最后一天"),
    ];
    for (row, (day, what)) in rows[1..].iter().zip(expected) {
        assert!(row.starts_with(day) && row.contains(what), "{}", ran.out);
    }
    let yaml = site.read("content/changes/2026-10-26-gaj-withdraw.yaml");
    for line in [
        "# 备案日期: 2026-10-16    # 备案后删去行首的 #，改成实际日期；法定最迟 2026-10-22，建议不晚于 2026-10-16",
        "    - {张贴点: gate-east, 自: 2026-10-19, 最后一天: 2026-11-09}",
        "    - {张贴点: board-hall, 自: 2026-10-19, 最后一天: 2026-11-09}",
    ] {
        assert!(yaml.contains(line), "no “{line}” in\n{yaml}");
    }
    // Until then it is something to do, with its form at hand; after that a breach.
    let out = site.root().to_str().unwrap();
    site.run(&["build", "--as-of", "2026-10-16T09:00", "--out", out]).ends(0);
    let form = "forms/2026-10-26-gaj-withdraw.docx";
    assert!(site.release().contains_key(&format!("staff:{form}")), "no {form}");
    let today = site.run(&["today", "--as-of", "2026-10-16T09:00", "--format", "json"]).ends(0).json_lines();
    let filing: Vec<&Value> = today.iter().filter(|duty| duty["clause"] == "Y16.3.3a").collect();
    assert_eq!(filing.len(), 1, "{today:#?}");
    assert_eq!((&filing[0]["section"], &filing[0]["day"]), (&"soon".into(), &"2026-10-22".into()));
    let at = |moment: &str| site.run(&["check", "--as-of", moment]);
    // It was agreed to before its announcement of the 19th.
    site.replace(
        "content/changes/2026-10-26-gaj-withdraw.yaml",
        "# 备案日期",
        "同意时间: 2026-10-18T16:00\n# 备案日期",
    );
    at("2026-10-22T23:59").ends(0);
    let found = at("2026-10-23T00:00").ends(1).says("没有写备案日期");
    assert!(found.err.contains("Y16.3.3a") && !found.err.contains("Y16.3.3d"), "{}", found.err);
    site.replace("content/changes/2026-10-26-gaj-withdraw.yaml", "# 备案日期", "备案日期");
    at("2026-10-23T00:00").ends(0);
}

#[test]
fn words_arrive_as_they_were_given() {
    let site = Site::base();
    let reason = "检修：\"A\" 区 # 1, 2: [三]";
    let args =
        ["change", "new", "--as-of", NOW, "--effective", DAY, "--kind", "暂停", "--window", "A02", "--reason", reason];
    site.run(&[&args[..], &["--editor", "公告编辑组", "--transition-note", "# 见公告栏"]].concat()).ends(0);
    let text = site.read(&format!(".hallpress/drafts/{DAY}-gaj-suspend.txt"));
    assert!(text.contains(reason), "{text}");
    check(&site).ends(0);
}

#[test]
fn a_draft_is_not_released_until_it_is_signed() {
    let site = Site::base();
    let args = ["--kind", "新增", "--window", "A04", "--editor", "公告编辑组", "--drafted-by", "窗口科 王某（示例）"];
    change(&site, &[&args[..], &NEW[..]].concat()).ends(0).says("已写入").says("领导签字，最迟");
    let path = format!("content/changes/{DAY}-gaj-new.yaml");
    assert!(
        site.read(&path).ends_with("\n拟稿: {姓名职务: 窗口科 王某（示例）, 日期: 2026-10-12}\n"),
        "{}",
        site.read(&path)
    );
    // It waits to be signed, and nothing is wrong.
    check(&site).ends(0).says("等待办理").says("领导签字，最迟");
    let signed =
        "领导签字: {姓名职务: 局长, 日期: 2026-10-12}\n复审: {姓名职务: 科长, 日期: 2026-10-12, 意见: 同意发布}\n";
    site.write(&path, site.read(&path) + signed);
    check(&site).ends(0);
}

#[test]
fn programs_read_what_was_written() {
    let site = Site::base();
    let args = ["--kind", "suspend", "--window", "A02", "--editor", "公告编辑组", "--format", "json"];
    let lines = change(&site, &args).ends(0).json_lines();
    assert_eq!(lines[0]["file"], format!("content/changes/{DAY}-gaj-suspend.yaml"));
    assert!(site.path(lines[0]["draft"].as_str().unwrap()).exists());
    let row = &lines[0]["advised"][0];
    assert_eq!(
        (&row["day"], &row["what"], &row["over"]),
        (&"2026-10-12".into(), &"公告，建议开始张贴".into(), &false.into())
    );
    // For a day that is over, the program prints which of the record's dates are over.
    let late = site.run(&[
        "change",
        "new",
        "--as-of",
        "2026-10-28T09:00",
        "--kind",
        "调整",
        "--window",
        "A03",
        "--effective",
        DAY,
        "--number",
        "A04",
        "--reason",
        "试",
        "--filed-on",
        "2026-10-12",
    ]);
    assert!(late.ends(1).says("Y16.3.2e").out.contains("已过"), "its notice can only begin now");
}

#[test]
fn every_missing_flag_is_told_at_once() {
    let site = Site::base();
    let before = tree(site.root());
    let none = site.run(&["change", "new"]).ends(2);
    for flag in ["--kind：", "--effective：", "--window：", "--reason："] {
        assert!(none.err.contains(flag), "no {flag} in\n{}", none.err);
    }
    let new = site.run(&["change", "new", "--kind", "临时", "--window", "kou"]).ends(2);
    for flag in ["--effective", "--last-day", "--number", "--zone", "--unit", "--business", "--reason", "--editor"] {
        assert!(new.err.contains(&format!("\n  {flag}：")), "no {flag} in\n{}", new.err);
    }
    change(&site, &["--kind", "撤离", "--window", "A02"]).ends(2).says("--to-window / --to-address / --ended：");
    change(&site, &["--kind", "调整", "--window", "A02"]).ends(2).says("调整什么，至少一项");
    change(&site, &["--kind", "暂停", "--window", "A02", "--zone", "A"]).ends(2).says("--zone：暂停用不上");
    assert!(tree(site.root()) == before, "nothing is written");
}

#[test]
fn a_new_window_of_a_hall_without_sub_halls_is_in_the_hall_of_its_floor() {
    for (kind, more) in [("新增", &[][..]), ("临时", &["--last-day", "2026-10-30"][..])] {
        let site = Site::empty();
        let root = site.root().to_owned();
        crate::support::copy(&crate::support::root().join("assets/starter"), &root.join("content"));
        let mut args =
            vec!["--kind", kind, "--window", "w-a07", "--zone", "A", "--unit", "gaj", "--business", "出生登记"];
        args.extend(["--matters", "gaj-chusheng-dengji", "--filed-on", "2026-10-12", "--editor", "公告编辑组"]);
        args.extend(more);
        change(&site, &args).ends(0);
        check(&site).ends(0);
    }
}

/// A site of `tests/sites/` without its own record of a whole venue.
fn without(site: &str, record: &str) -> Site {
    let new = Site::empty();
    crate::support::copy(&crate::support::root().join("tests/sites").join(site).join("content"), &new.path("content"));
    new.remove(record);
    new
}

#[test]
fn a_venue_that_moves_or_closes_is_written_by_flags() {
    let path = "content/changes/2026-10-19-bdc-move.yaml";
    let site = without("xiangfu", path);
    let now = ["--as-of", "2026-09-28T09:00"];
    let moves = "--kind 整体搬迁 --venue bdc --effective 10月19日 --new-address 开封市祥符区示例大道8号一楼、二楼 --opens 10月22日 \
                 --new-hours bdc-new --transport 公交：示例大道站下车 --to-window xf-a03 --applicant zrj --reason 改善环境 \
                 --transition 代收 --filed-on 今天 --editor 编辑组";
    let run = |site: &Site, flags: &str| {
        let words: Vec<&str> = ["change", "new"].into_iter().chain(now).chain(flags.split_whitespace()).collect();
        site.run(&words)
    };
    run(&site, moves).ends(0).says("已写入 content/changes/2026-10-19-bdc-move.yaml");
    let yaml = site.read(path);
    for line in [
        "场所: bdc",
        "生效日期: 2026-10-19",
        "新址启用: 2026-10-22",
        "新办公时间: bdc-new",
        "交通: [\"公交：示例大道站下车\"]",
        "去向:\n  窗口: [xf-a03]",
        "过渡安排: 代收",
    ] {
        assert!(yaml.contains(line), "no “{line}” in\n{yaml}");
    }
    assert!(!yaml.contains("- 窗口:"), "{yaml}");
    let text = site.read(".hallpress/drafts/2026-10-19-bdc-move.txt");
    assert!(text.contains("示例大道8号") && text.contains("10月22日"), "{text}");

    let path = "content/changes/2026-10-26-st-xyl-close.yaml";
    let site = without("xincheng", path);
    let closes = "--kind 整体关闭 --venue st-xyl --effective 2026-10-26 --applicant jd-xyl --reason 并入街道中心 --filed-on 今天 --editor 编辑组";
    run(&site, closes).ends(2).says("--to-window / --to-venue / --to-address / --ended：去向");
    run(&site, &format!("{closes} --to-venue xyl")).ends(0);
    assert!(site.read(path).contains("去向:\n  场所: xyl"), "{}", site.read(path));
    run(&site, &format!("{closes} --to-venue st-xyl --window A01"))
        .ends(2)
        .says("--to-venue：“st-xyl”就是要变动的场所");
    run(&site, "--kind 整体搬迁").ends(2).says("--venue：搬迁的场所").says("--new-address：").says("--opens：");
    run(&site, &format!("{closes} --to-venue xyl --opens 10月27日")).ends(2).says("--opens：整体关闭用不上");
}

#[test]
fn days_are_said_as_people_say_them() {
    let site = Site::base();
    let args = ["change", "new", "--as-of", NOW, "--dry-run", "--kind", "暂停", "--window", "A02", "--reason", "检修"];
    let day = |effective: &str, last: &str| {
        let more = ["--editor", "编辑组", "--effective", effective, "--last-day", last];
        site.run(&[&args[..], &more].concat())
    };
    // Counted from the moment of the command, not from the clock.
    let out = day("明天", "三天").ends(0).out;
    assert!(out.contains("生效日期: 2026-10-13\n最后一天: 2026-10-15\n"), "{out}");
    let out = day("下周一", "10月23日").ends(0).out;
    assert!(out.contains("生效日期: 2026-10-19\n最后一天: 2026-10-23\n"), "{out}");
    // All that is wrong is told at once.
    let wrong = day("三天", "昨天前").ends(2);
    wrong.says("--effective：“三天”是一段时间").says("--last-day：“昨天前”不对，应为日期");
}

#[test]
fn names_are_checked_and_the_nearest_offered() {
    let site = Site::base();
    let args = ["--kind", "调整", "--window", "w-a92", "--zone", "ZZ", "--unit", "公安"];
    let ran = change(&site, &args).ends(2).says("--window：没有窗口“w-a92”，是不是“w-a02”？");
    assert!(ran.err.contains("--zone：没有区域“ZZ”") && !ran.err.contains("\n  --window：窗口号"), "{}", ran.err);
    change(&site, &["--kind", "新增", "--window", "w-a01"]).ends(2).says("窗口“w-a01”已经有了");
    change(&site, &["--kind", "挪走", "--window", "A01"]).ends(2).says("--kind：“挪走”不对，应为新增、调整");
    change(&site, &["--kind", "moved", "--lang", "en"]).ends(2).says("--kind: \"moved\" is not right");
    assert!(!site.path("content/changes").exists());
}

#[test]
fn a_record_that_cannot_be_is_not_written() {
    let site = Site::base();
    let args = ["--kind", "调整", "--window", "A02", "--filed-on", "2026-10-12", "--editor", "公告编辑组"];
    change(&site, &[&args[..], &["--number", "A04"]].concat()).ends(0);
    let first = site.read("content/changes/2026-10-26-gaj-adjust.yaml");
    // The same window on the same day once more.
    change(&site, &[&args[..], &["--business", "护照办理"]].concat())
        .ends(1)
        .says("contradiction")
        .says("没有写入任何文件");
    // Another window of the unit gets a file of its own.
    change(&site, &["--kind", "调整", "--window", "A01", "--filed-on", "2026-10-12", "--business", "护照办理"]).ends(0);
    assert_eq!(site.read("content/changes/2026-10-26-gaj-adjust.yaml"), first);
    assert!(site.path("content/changes/2026-10-26-gaj-adjust-2.yaml").exists());
    // A file that cannot be read is no record, but it is there.
    let broken = Site::base();
    broken.write("content/changes/2026-10-26-gaj-adjust.yaml", "编号: [");
    change(&broken, &[&args[..], &["--number", "A04"]].concat()).ends(2).says("已经有了，没有覆盖它");
    assert_eq!(broken.read("content/changes/2026-10-26-gaj-adjust.yaml"), "编号: [");
    let sample = Site::empty();
    change(&sample, &args).ends(2).says("hallpress new");
    assert!(!sample.path("content").exists());
}
