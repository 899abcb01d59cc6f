//! Announcements of every kind, word for word.

use super::amendment::amendment_notice;
use super::announcement::Announcement;
use super::change::{announcement, first_announcement};
use super::list::publications;
use crate::model::{AmendmentId, BuildDay, ChangeId, Hall};
use crate::plan::sample;
use jiff::civil::date;

/// The parts of an announcement as they are read, one paragraph a line.
fn told(changes: &[&str], id: &str) -> (Announcement, String) {
    let mut content = sample::content();
    // A record's file has its id's name.
    let file = |yaml: &str| {
        let (_, rest) = yaml.split_once("编号: ").expect("an id");
        format!("content/changes/{}.yaml", rest.split(',').next().unwrap_or_default())
    };
    content.changes.extend(changes.iter().map(|yaml| sample::doc(&file(yaml), yaml)));
    let hall = sample::resolved(&content);
    let change = hall.changes.iter().position(|c| c.id == id).expect("the record");
    let notice = announcement(&hall, ChangeId(change));
    let mut lines = vec![notice.title.clone(), notice.salutation.clone(), notice.lead.clone()];
    for section in &notice.sections {
        lines.extend(section.heading.clone());
        lines.extend(section.lines.iter().cloned());
    }
    lines.extend(notice.apology.clone());
    lines.extend([notice.closing.clone(), notice.signature.clone(), notice.dated.clone()]);
    let text = lines.join("\n");
    (notice, text)
}

fn same(found: &str, expected: &str) {
    let expected: Vec<&str> = expected.trim().lines().map(str::trim).collect();
    assert_eq!(found.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn a_withdrawal_names_the_last_day_and_where_to_go() {
    let (notice, text) = told(&[], "2026-10-15-d02-withdraw");
    same(
        &text,
        "关于银川市人力资源和社会保障局D02窗口撤离的公告
        尊敬的办事群众：
        银川市人力资源和社会保障局设在银川市民大厅二楼（2F）社会保险厅的D02窗口，自2026年10月15日（星期四）起撤离，停止服务。现将有关事项公告如下：
        一、停止服务的窗口和时间
        停止服务窗口：二楼（2F）社会保险厅D02窗口。
        最后服务日：2026年10月14日（星期三），服务至17:00。
        自2026年10月15日（星期四）起，上述窗口停止服务。
        二、变更后的办理地点
        原D02窗口的社会保障卡业务，请到二楼住房公积金厅F05、F06窗口办理。
        三、咨询和投诉电话
        咨询电话：7660000
        投诉电话：5556111
        由此给您带来的不便，敬请谅解。
        特此公告。
        银川市人力资源和社会保障局
        2026年10月8日",
    );
    assert_eq!(notice.brief, "D02窗口10月15日（星期四）起撤离，停止服务");
    assert_eq!((notice.from.as_str(), notice.effective.as_str(), notice.until), ("2026-10-08", "2026-10-15", None));
    assert_eq!(notice.facts[0].before, "二楼（2F）社会保险厅 D区 D02窗口 社会保障卡");
    assert_eq!(notice.facts[0].after, "");
    assert_eq!(notice.postings[0].days, "10月8日至10月23日");
}

#[test]
fn the_last_day_before_a_holiday_is_a_service_day() {
    let yaml = "{编号: 2026-10-08-d01-withdraw, 种类: 撤离, 申请单位: rsj, 备案日期: 2026-09-25, 生效日期: 2026-10-08,
      原因: 因业务整合, 窗口: [{窗口: w-d01, 去向: {地址: 金凤区示例路1号二楼}}]}";
    let (_, text) = told(&[yaml], "2026-10-08-d01-withdraw");
    assert!(text.contains("\n因业务整合，银川市"), "{text}");
    assert!(text.contains("最后服务日：2026年9月30日（星期三），服务至17:00。"), "{text}");
    assert!(text.contains("原D01窗口的养老保险、失业保险业务，请到金凤区示例路1号二楼办理。"), "{text}");
}

#[test]
fn a_move_says_from_where_to_where() {
    let (notice, text) = told(&[], "2026-10-13-c06-move");
    same(
        &text,
        "关于银川市公安局C06窗口位置调整的公告
        尊敬的办事群众：
        银川市公安局设在银川市民大厅一楼（1F）公安户政厅的C06窗口，自2026年10月13日（星期二）起调整位置。现将有关事项公告如下：
        一、调整内容
        C06窗口由一楼（1F）公安户政厅C区迁至二楼（2F）住房公积金厅F区，窗口号改为F07，办理的业务不变。
        二、调整时间
        自2026年10月13日（星期二）起按调整后的安排办理。
        2026年10月12日（星期一）及以前，仍在原窗口办理。
        三、咨询和投诉电话
        咨询电话：7660000
        投诉电话：5556111
        由此给您带来的不便，敬请谅解。
        特此公告。
        银川市公安局
        2026年10月9日",
    );
    assert_eq!(notice.brief, "C06窗口10月13日（星期二）起调整为二楼（2F）住房公积金厅F07窗口");
}

#[test]
fn numbers_hours_and_business_are_worded_apart() {
    let number = "{编号: x, 种类: 调整, 申请单位: gjj, 生效日期: 2026-10-12, 窗口: [{窗口: w-f05, 窗口号: F15}]}";
    let (notice, text) = told(&[number], "x");
    assert_eq!(notice.title, "关于银川住房公积金管理中心F05窗口号调整的公告");
    assert!(text.contains("F05窗口的窗口号改为F15，位置和办理的业务不变。"), "{text}");
    let hours = "{编号: x, 种类: 调整, 申请单位: gjj, 生效日期: 2026-10-12, 窗口: [{窗口: w-f05, 办公时间: evening}]}";
    let (notice, text) = told(&[hours], "x");
    assert_eq!(notice.title, "关于银川住房公积金管理中心F05窗口办公时间调整的公告");
    assert!(
        text.contains("F05窗口办公时间由“工作日9:00—12:00、13:00—17:00”调整为“工作日9:00—12:00、13:00—18:30”。"),
        "{text}"
    );
    let business =
        "{编号: x, 种类: 调整, 申请单位: gjj, 生效日期: 2026-10-12, 窗口: [{窗口: w-f05, 业务: 公积金贷款}]}";
    let (notice, text) = told(&[business], "x");
    assert_eq!(notice.title, "关于银川住房公积金管理中心F05窗口业务调整的公告");
    assert!(text.contains("F05窗口办理的业务由“公积金提取”调整为“公积金贷款”。"), "{text}");
    assert!(!text.contains("仍在原窗口"), "{text}");
}

#[test]
fn a_temporary_window_has_both_its_days() {
    let (notice, text) = told(&[], "2026-10-12-f09-temporary");
    same(
        &text,
        "关于银川住房公积金管理中心设置F09临时窗口的公告
        尊敬的办事群众：
        银川住房公积金管理中心自2026年10月12日（星期一）至10月20日（星期二）在银川市民大厅设置临时窗口：二楼（2F）住房公积金厅F09窗口。现将有关事项公告如下：
        一、临时窗口
        二楼（2F）住房公积金厅F区F09窗口，由银川住房公积金管理中心办理年度结息咨询业务。
        二、设置时间
        自2026年10月12日（星期一）至10月20日（星期二）。办公时间：工作日9:00—12:00、13:00—17:00。
        10月20日（星期二）服务结束后，临时窗口撤销。设置期间，原有窗口业务照常办理。
        三、咨询和投诉电话
        咨询电话：7660000
        投诉电话：5556111
        特此公告。
        银川住房公积金管理中心
        2026年10月8日",
    );
    assert_eq!(notice.until.as_deref(), Some("2026-10-20"));
}

#[test]
fn a_suspension_names_its_end_and_the_next_opening() {
    let (_, text) = told(&[], "2026-10-14-d03-suspend");
    assert!(text.contains("暂停时间：2026年10月14日（星期三）至10月16日（星期五）。"), "{text}");
    assert!(text.contains("预计2026年10月19日（星期一）9:00恢复服务。"), "{text}");
    assert!(text.contains("三、暂停期间的办理地点") || text.contains("二、暂停期间的办理地点"), "{text}");
    assert!(text.contains("原D03窗口的工伤保险业务，请到二楼社会保险厅D01窗口办理。"), "{text}");
    let open = "{编号: x, 种类: 暂停, 申请单位: gjj, 生效日期: 2026-10-12, 窗口: [{窗口: w-f05}]}";
    let (_, text) = told(&[open], "x");
    assert!(text.contains("恢复服务的时间另行公告。"), "{text}");
}

#[test]
fn a_new_window_says_what_and_when() {
    let yaml = "{编号: x, 种类: 新增, 申请单位: gaj, 原因: 办件量增加, 生效日期: 2026-10-19, 过渡安排: 网办,
      窗口: [{窗口: w-c07, 窗口号: C07, 区域: z-c, 单位: gaj, 业务: 居住证, 东: 108, 南: 14}]}";
    let (notice, text) = told(&[yaml], "x");
    same(
        &text,
        "关于银川市公安局新增C07窗口的公告
        尊敬的办事群众：
        因办件量增加，银川市公安局自2026年10月19日（星期一）起在银川市民大厅新增一楼（1F）公安户政厅C07窗口。现将有关事项公告如下：
        一、新增窗口
        一楼（1F）公安户政厅C区C07窗口，由银川市公安局办理居住证业务。
        二、启用时间
        自2026年10月19日（星期一）起对外服务。办公时间：工作日9:00—12:00、13:00—17:00。
        三、过渡安排
        过渡期间，可以通过网上办理。
        四、咨询和投诉电话
        咨询电话：7660000
        投诉电话：5556111
        特此公告。
        银川市公安局
        2026年10月19日",
    );
    assert_eq!(notice.apology, None);
}

#[test]
fn a_suspension_promises_no_return_of_a_window_that_is_withdrawn_by_then() {
    let suspend = "{编号: x, 种类: 暂停, 申请单位: gjj, 生效日期: 2026-10-12, 最后一天: 2026-10-20,
      窗口: [{窗口: w-f05}]}";
    let withdraw = "{编号: y, 种类: 撤离, 申请单位: gjj, 生效日期: 2026-10-20, 窗口: [{窗口: w-f05}]}";
    let (_, text) = told(&[suspend], "x");
    assert!(text.contains("预计2026年10月21日（星期三）9:00恢复服务。"), "{text}");
    let (_, text) = told(&[suspend, withdraw], "x");
    assert!(!text.contains("预计"), "{text}");
}

/// The text of an amendment of the withdrawal of D02, and the hall it leaves.
fn amended(yaml: &str) -> (Hall, String) {
    let mut content = sample::content();
    content.amendments.push(sample::doc("content/amendments/am.yaml", yaml));
    let hall = sample::resolved(&content);
    let notice = amendment_notice(&hall, AmendmentId(0));
    let mut lines = vec![notice.title.clone(), notice.lead.clone()];
    for section in &notice.sections {
        lines.extend(section.heading.clone());
        lines.extend(section.lines.iter().cloned());
    }
    lines.push(notice.dated.clone());
    (hall, lines.join("\n"))
}

const NOTICE: &str = "公告: {发布时间: 2026-10-12T09:00, 责任编辑: 编辑组, 张贴: []}";

#[test]
fn a_postponement_names_both_days_and_moves_the_change() {
    let (hall, text) = amended(&format!(
        "{{编号: am, 种类: 延期, 变更: 2026-10-15-d02-withdraw, 原因: 接办窗口未就绪, 备案日期: 2026-10-10, 生效日期: 2026-10-22, {NOTICE}}}"
    ));
    same(
        &text,
        "关于银川市人力资源和社会保障局D02窗口撤离延期的公告
        银川市人力资源和社会保障局已于2026年10月8日公告《关于银川市人力资源和社会保障局D02窗口撤离的公告》。因接办窗口未就绪，其中的安排延期。现将有关事项公告如下：
        一、延期后的时间
        原定：自2026年10月15日（星期四）起撤离。
        现改为：自2026年10月22日（星期四）起撤离。在此以前，D02窗口按现行安排服务。
        二、停止服务的窗口和时间
        停止服务窗口：二楼（2F）社会保险厅D02窗口。
        最后服务日：2026年10月21日（星期三），服务至17:00。
        自2026年10月22日（星期四）起，上述窗口停止服务。
        三、变更后的办理地点
        原D02窗口的社会保障卡业务，请到二楼住房公积金厅F05、F06窗口办理。
        四、咨询和投诉电话
        咨询电话：7660000
        投诉电话：5556111
        2026年10月12日",
    );
    let window = hall.window(sample::window(&hall, "w-d02"));
    assert!(window.at(date(2026, 10, 21).at(9, 0, 0, 0)).is_some());
    assert!(window.at(date(2026, 10, 22).at(9, 0, 0, 0)).is_none());
}

#[test]
fn a_revocation_leaves_the_window_as_it_is() {
    let (hall, text) =
        amended(&format!("{{编号: am, 种类: 撤销, 变更: 2026-10-15-d02-withdraw, 原因: 业务量回升, {NOTICE}}}"));
    same(
        &text,
        "关于取消银川市人力资源和社会保障局D02窗口撤离的公告
        银川市人力资源和社会保障局已于2026年10月8日公告《关于银川市人力资源和社会保障局D02窗口撤离的公告》。因业务量回升，其中的安排不再执行。现将有关事项公告如下：
        一、取消的安排
        原定：自2026年10月15日（星期四）起撤离。
        现予取消，D02窗口的位置、业务和服务时间不变，照常服务。
        二、咨询和投诉电话
        咨询电话：7660000
        投诉电话：5556111
        2026年10月12日",
    );
    let window = hall.window(sample::window(&hall, "w-d02"));
    assert!(window.at(date(2026, 11, 2).at(9, 0, 0, 0)).is_some_and(|v| v.serves()));
    assert!(window.withdrawn.is_none());
}

#[test]
fn a_correction_replaces_only_what_it_states() {
    let (hall, text) = amended(&format!(
        "{{编号: am, 种类: 更正, 变更: 2026-10-15-d02-withdraw, 窗口: [{{窗口: w-d02, 去向: {{窗口: [w-f05]}}}}], {NOTICE}}}"
    ));
    assert!(text.starts_with("关于更正银川市人力资源和社会保障局D02窗口撤离有关事项的公告\n"), "{text}");
    assert!(text.contains("，现更正如下：") && text.contains("更正为“请到二楼住房公积金厅F05窗口办理”"), "{text}");
    assert_eq!(hall.change(hall.amendment(AmendmentId(0)).change).effective(), date(2026, 10, 15));
}

/// Parts are compared by their positions, not by what a hall calls them.
#[test]
fn a_correction_is_told_whole_where_a_hall_heads_all_parts_alike() {
    let mut content = sample::content();
    let alike = "{撤离: {窗口标题: 说明, 事项标题: 说明, 去向标题: 说明}}";
    content.wording = Some(sample::doc("content/words/wording.yaml", alike));
    let correction = format!(
        "{{编号: am, 种类: 更正, 变更: 2026-10-15-d02-withdraw, 窗口: [{{窗口: w-d02, 去向: {{窗口: [w-f05]}}}}], {NOTICE}}}"
    );
    content.amendments.push(sample::doc("content/amendments/am.yaml", &correction));
    let notice = amendment_notice(&sample::resolved(&content), AmendmentId(0));
    let lines: Vec<&str> = notice.sections[0].lines.iter().map(String::as_str).collect();
    let told = "说明由“请到二楼住房公积金厅F05、F06窗口办理”更正为“请到二楼住房公积金厅F05窗口办理”，其他不变。";
    assert_eq!(lines, [told]);
}

/// The sample hall with more records and amendments, each published at nine on the day given.
fn with(changes: &[(&str, &str, &str)], amendments: &[(&str, &str, &str)]) -> Hall {
    let mut content = sample::content();
    let told = |id: &str, day: &str, yaml: &str| {
        format!("{{编号: {id}, {yaml}, 公告: {{发布时间: {day}T09:00, 责任编辑: 编辑组, 张贴: []}}}}")
    };
    for (id, day, yaml) in changes {
        content.changes.push(sample::doc(&format!("content/changes/{id}.yaml"), &told(id, day, yaml)));
    }
    for (id, day, yaml) in amendments {
        content.amendments.push(sample::doc(&format!("content/amendments/{id}.yaml"), &told(id, day, yaml)));
    }
    sample::resolved(&content)
}

fn change(hall: &Hall, id: &str) -> ChangeId {
    ChangeId(hall.changes.iter().position(|change| change.id == id).expect("the record"))
}

#[test]
fn a_record_in_the_place_of_a_revoked_one_leaves_its_words_alone() {
    let moved = |number: &str| {
        format!("种类: 调整, 申请单位: gjj, 生效日期: 2026-10-20, 窗口: [{{窗口: w-f05, 窗口号: {number}}}]")
    };
    // The later record comes first in the order of records.
    let hall = with(
        &[("b", "2026-10-09", &moved("F15")), ("a", "2026-10-13", &moved("F16"))],
        &[("off", "2026-10-12", "种类: 撤销, 变更: b")],
    );
    let brief = |id: &str| first_announcement(&hall, change(&hall, id)).brief;
    assert_eq!(brief("b"), "F05窗口10月20日（星期二）起调整为二楼（2F）住房公积金厅F15窗口");
    assert_eq!(brief("a"), "F05窗口10月20日（星期二）起调整为二楼（2F）住房公积金厅F16窗口");
}

#[test]
fn an_amendment_that_was_told_is_not_rewritten_by_a_later_one() {
    let withdrawal = "2026-10-15-d02-withdraw";
    let postponed = |day: &str| format!("种类: 延期, 变更: {withdrawal}, 生效日期: {day}");
    let renamed = "种类: 调整, 申请单位: gjj, 生效日期: 2026-10-14, 窗口: [{窗口: w-f05, 窗口号: F15}]";
    let hall = with(
        &[("new-number", "2026-10-08", renamed)],
        &[
            ("first", "2026-10-10", &postponed("2026-10-20")),
            ("off", "2026-10-11", "种类: 撤销, 变更: new-number"),
            ("second", "2026-10-12", &postponed("2026-10-27")),
        ],
    );
    let text = |id: &str| {
        let found = hall.amendment_ids().find(|(_, a)| a.id == id).expect("the amendment").0;
        format!("{:?}", amendment_notice(&hall, found).sections)
    };
    let (first, second) = (text("first"), text("second"));
    assert!(first.contains("现改为：自2026年10月20日（星期二）起撤离") && first.contains("F15、F06窗口"), "{first}");
    assert!(second.contains("原定：自2026年10月20日（星期二）起撤离"), "{second}");
    assert!(second.contains("现改为：自2026年10月27日（星期二）起撤离") && second.contains("F05、F06窗口"), "{second}");
}

#[test]
fn announcements_that_saw_the_same_amendments_are_written_from_one_hall() {
    let today = sample::hall();
    assert!(today.change_ids().all(|(id, _)| std::ptr::eq(today.when_announced(id).0, &today)));
    let hall = with(&[], &[("off", "2026-10-12", "种类: 撤销, 变更: 2026-10-15-d02-withdraw")]);
    let mut before: Vec<&Hall> = hall.change_ids().map(|(id, _)| hall.when_announced(id).0).collect();
    before.retain(|seen| !std::ptr::eq(*seen, &hall));
    // Four records were published before the amendment; its own announcement is written from the hall of today.
    assert_eq!(before.len(), 4);
    assert!(before.iter().all(|seen| std::ptr::eq(*seen, before[0])));
    assert!(hall.amendment_ids().all(|(id, _)| std::ptr::eq(hall.when_amended(id).0, &hall)));
}

#[test]
fn an_announcement_that_was_told_is_not_rewritten_by_a_later_record() {
    let moved = "种类: 调整, 申请单位: gjj, 生效日期: 2026-10-14, 窗口: [{窗口: w-f05, 窗口号: F15}]";
    let instead = |day: &str| {
        let hall = with(&[("new-number", day, moved)], &[]);
        let (first, now) = (first_announcement, announcement);
        [first, now].map(|told| told(&hall, change(&hall, "2026-10-15-d02-withdraw")).instead.unwrap_or_default())
    };
    // The withdrawal was announced on the 8th.
    let [first, now] = instead("2026-10-12");
    assert!(first.contains("F05、F06窗口") && now.contains("F15、F06窗口"), "{first} {now}");
    assert!(instead("2026-10-08")[0].contains("F05、F06窗口"));
    assert!(instead("2026-10-07")[0].contains("F15、F06窗口"));
}

#[test]
fn whoever_is_sent_to_a_window_is_sent_to_where_it_stays_after_a_revoked_move() {
    let moved = "种类: 调整, 申请单位: gjj, 生效日期: 2026-11-02, 窗口: [{窗口: w-f05, 窗口号: F13}]";
    let withdrawn = "种类: 撤离, 申请单位: gjj, 生效日期: 2026-11-16, 窗口: [{窗口: w-f06, 去向: {窗口: [w-f05]}}]";
    let hall = with(
        &[("moved", "2026-10-16", moved), ("withdrawn", "2026-11-05", withdrawn)],
        &[("off", "2026-10-22", "种类: 撤销, 变更: moved")],
    );
    let told = first_announcement(&hall, change(&hall, "withdrawn"));
    let text = format!("{told:?}");
    assert!(text.contains("请到二楼住房公积金厅F05窗口办理") && !text.contains("F13"), "{text}");
    // The move was announced as it was planned then.
    assert!(format!("{:?}", first_announcement(&hall, change(&hall, "moved"))).contains("F13"));
}

#[test]
fn windows_that_swap_their_numbers_are_named_one_by_one() {
    let swapped = "种类: 调整, 申请单位: gjj, 生效日期: 2026-10-20, 窗口: [{窗口: w-f05, 窗口号: F06, 东: 8, 南: 46},
      {窗口: w-f06, 窗口号: F05, 东: 4, 南: 46}]";
    let hall = with(&[("swap", "2026-10-09", swapped)], &[]);
    assert_eq!(
        first_announcement(&hall, change(&hall, "swap")).brief,
        "F05窗口10月20日（星期二）起调整为二楼（2F）住房公积金厅F06窗口，\
         F06窗口10月20日（星期二）起调整为二楼（2F）住房公积金厅F05窗口"
    );
}

#[test]
fn what_was_amended_is_not_given_out_any_more() {
    let corrected = "种类: 更正, 变更: 2026-10-15-d02-withdraw, 窗口: [{窗口: w-d02, 去向: {窗口: [w-f05]}}]";
    let hall = with(&[], &[("am", "2026-10-12", corrected)]);
    let out = |hour: i8| {
        let when = BuildDay::at(date(2026, 10, 12).at(hour, 0, 0, 0), 14);
        let told = publications(&hall, &hall, when).into_iter().map(|told| told.id);
        told.filter(|id| id == "am" || id.contains("d02")).collect::<Vec<_>>()
    };
    assert_eq!(out(9), ["am"]);
    assert_eq!(out(8), ["2026-10-15-d02-withdraw", "am"], "the office has the next one ready");
}

#[test]
fn a_correction_is_compared_with_what_was_said_last() {
    let withdrawal = "2026-10-15-d02-withdraw";
    let to =
        |window: &str| format!("种类: 更正, 变更: {withdrawal}, 窗口: [{{窗口: w-d02, 去向: {{窗口: [{window}]}}}}]");
    let hall = with(&[], &[("first", "2026-10-10", &to("w-f05")), ("second", "2026-10-12", &to("w-f06"))]);
    let text = |id: &str| {
        let found = hall.amendment_ids().find(|(_, a)| a.id == id).expect("the amendment").0;
        amendment_notice(&hall, found).sections[0].lines.concat()
    };
    assert!(text("first").contains("由“请到二楼住房公积金厅F05、F06窗口办理”更正为"), "{}", text("first"));
    assert!(text("second").contains("由“请到二楼住房公积金厅F05窗口办理”更正为“请到二楼住房公积金厅F06窗口办理”"));
}
