//! Nothing that the field table marks internal, and nothing of a record that is not public, appears in `public/`: every
//! such field of every kind of document gets a marker, and every file of `public/` is made and searched for them all.

use super::{WHEN, search_public};
use crate::support::{copy, root};
use hallpress::content::{DocumentKind, KINDS};
use hallpress::project::Project;
use hallpress::source::{Field, Mark, Shape};
use serde_yaml::{Mapping, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Length of a marker.
const MARKER: usize = "zq0000x".len();

/// What is added to the base site, so that it has every kind of record, and one that is not public of each that may be
/// so. They contain little more than they must: internal values are added from the field table.
const RECORDS: [(&str, &str); 18] = [
    (
        "site.yaml",
        "电话簿: [{名称: 甲, 号码: 甲, 公开: 否}, {名称: 政务服务热线, 号码: '12345'}]\n房间: [{编号: A1, 名称: 甲}]\n\
         工作任务: [{任务: 甲, 责任单位: [spj], 完成时限: 2026-10-30}]\n",
    ),
    (
        "boards.yaml",
        "标签: [{种类: 设备, 名称: 自助终端}]\n临时标牌: [{编号: t1, 名称: 温馨提示牌, 种类: 温馨提示, 单位: spj, \
         载体: X型展架, 张贴点: gate-east, 自: 2026-10-10, 最后一天: 2026-10-14}]\n",
    ),
    ("screens.yaml", "大屏: [{编号: big, 名称: 甲, 规格: bar, 位置: 甲, 内容: [宣传]}]\n"),
    ("staff.yaml", "人员: [{工号: a1, 单位: gaj, 窗口: [w-a01], 备案日期: 2026-09-01}]\n"),
    (
        "waivers.yaml",
        "豁免: [{规则: Y0.6, 文件: content/units.yaml, 理由: 甲, 批准人: 甲, 日期: 2026-10-01, 失效日期: 2027-01-01}]\n",
    ),
    ("words/queries.yaml", "查询: [{问法: 甲, 找到: [rsj-shebaoka], 方式: 全称}]\n"),
    (
        "languages/en.yaml",
        "语言: en\n名称: English\n示例: 是\n译文: [{原文: 样例市政务服务中心, 译文: Sample Hall}, {原文: 居民身份证换领, 译文: Card}]\n",
    ),
    (
        "profiles/own.yaml",
        "编号: own\n名称: 甲\n表单名称: [{种类: 窗口撤离备案表, 名称: 甲}]\n用语清单: [{词: 不用的词, 改为: 甲}]\n",
    ),
    (
        "campaigns/e1.yaml",
        "编号: e1\n方式: 实体\n主题: 医保讲座\n申请单位: rsj\n提交日期: 2026-09-29\n自: 2026-10-14\n最后一天: 2026-10-14\n\
         场地: 市民讲堂\n公益: 是\n",
    ),
    (
        "changes/wd.yaml",
        "编号: wd\n种类: 撤离\n申请单位: gaj\n原因: 窗口布局优化\n备案日期: 2026-09-28\n同意时间: 2026-09-28T16:00\n生效日期: 2026-10-15\n\
         窗口: [{窗口: w-a02, 去向: {窗口: [w-a01]}}]\n现场勘察: [{科室: anbao, 日期: 2026-09-20}]\n\
         公告: {发布时间: 2026-10-01T09:00, 责任编辑: 编辑组, 张贴: [{张贴点: gate-east, 自: 2026-10-01, 最后一天: 2026-11-20}]}\n",
    ),
    (
        "changes/halt.yaml",
        "编号: halt\n种类: 暂停\n申请单位: rsj\n备案日期: 2026-09-28\n生效日期: 2026-10-12\n最后一天: 2026-10-13\n\
         窗口: [{窗口: w-a03, 去向: {窗口: [w-a01]}}]\n公告: {发布时间: 2026-10-08T09:00}\n",
    ),
    (
        "amendments/wd-postpone.yaml",
        "编号: wd-postpone\n种类: 延期\n变更: wd\n原因: 设备尚未到位\n生效日期: 2026-10-21\n公告: {发布时间: 2026-10-09T09:00}\n",
    ),
    (
        "matter-changes/mc.yaml",
        "编号: mc\n事项: rsj-shebaoka\n种类: 变更\n发生日期: 2026-09-20\n备案日期: 2026-09-21\n调整内容: 减少材料\n",
    ),
    (
        "baseline/b.yaml",
        "种类: 已发布\n日期: 2026-09-01\n来源: 甲\n事项: [{事项: gaj-shenfenzheng, 名称: 居民身份证换领}]\n",
    ),
    ("done/2026-10.yaml", "办结: [{编号: Y16.3.3c-wd, 办理人: 甲, 日期: 2026-10-09}]\n"),
    ("faults/kiosk.yaml", "编号: kiosk\n设备: 自助终端\n场所: hall\n自: 2026-10-12T08:30\n替代办法: 请到窗口办理\n"),
    (
        "notices/inner.md",
        "---\n标题: 甲\n类别: 通知公告\n发布机构: spj\n成文日期: 2026-10-08\n发布时间: 2026-10-08T09:00\n公开: 否\n\
         公开渠道: [{渠道: 政府网站, 日期: 2026-10-08}]\n---\n正文标记。\n",
    ),
    (
        "notices/reply.md",
        "---\n标题: 回应群众关切\n类别: 通知公告\n发布机构: spj\n成文日期: 2026-10-08\n发布时间: 2026-10-08T09:00\n公开: 是\n\
         舆情级别: 敏感\n发生时间: 2026-10-08T08:00\n范围: 全市\n---\n已经办理。\n",
    ),
];

/// A field that may not be seen, as named in messages: `content/changes/ 复审.姓名职务`.
type Hidden = String;

/// How much of the values at a place may be seen.
#[derive(Clone, Copy, Default)]
struct Within {
    /// Below a field of records that is internal.
    internal: bool,
    /// In a record that is not public.
    closed: bool,
}

impl Within {
    fn field(self, field: &Field) -> Self {
        Self { internal: self.internal || field.mark == Mark::Internal, ..self }
    }

    /// Whether a text marked so may not be seen.
    fn hides(self, mark: Mark) -> bool {
        mark == Mark::Internal || (mark == Mark::Public && (self.internal || self.closed))
    }

    fn name(self, path: &str) -> Hidden {
        if self.closed { format!("{path}（不公开的）") } else { path.to_owned() }
    }
}

/// Whether it is a text or a list of texts, and which.
fn text(shape: Shape) -> Option<bool> {
    match shape {
        Shape::Scalar(scalar) => (scalar.name == ["文字", "text"]).then_some(false),
        Shape::List(item) => text(item()).map(|_| true),
        Shape::Record(_) => None,
    }
}

/// Every field below `shape` that may not be seen.
fn all_hidden(shape: Shape, path: &str, within: Within, all: &mut BTreeSet<Hidden>) {
    match shape {
        Shape::Scalar(_) => {}
        Shape::List(item) => all_hidden(item(), path, within, all),
        Shape::Record(fields) => {
            let gate = fields.iter().any(|field| matches!(field.mark, Mark::Gate { .. }));
            let states = [Some(within), gate.then_some(Within { closed: true, ..within })];
            for (within, field) in states.into_iter().flatten().flat_map(|w| fields.iter().map(move |f| (w, f))) {
                let (path, shape, within) = (step(path, field), (field.shape)(), within.field(field));
                match text(shape) {
                    Some(_) if within.hides(field.mark) => _ = all.insert(within.name(&path)),
                    Some(_) => {}
                    None => all_hidden(shape, &path, within, all),
                }
            }
        }
    }
}

fn step(path: &str, field: &Field) -> String {
    let between = if path.ends_with(['/', 'l']) { " " } else { "." };
    format!("{path}{between}{}", field.key)
}

/// The markers that were written, and the field each is in.
#[derive(Default)]
struct Markers(BTreeMap<String, Hidden>);

impl Markers {
    /// A word that occurs nowhere else; it may be an id or a number of staff, too.
    fn mark(&mut self, hidden: Hidden) -> String {
        let marker = format!("zq{:04}x", self.0.len());
        self.0.insert(marker.clone(), hidden);
        marker
    }

    /// Writes a marker into every field below `value` that may not be seen.
    fn fill(&mut self, value: &mut Value, shape: Shape, path: &str, within: Within) {
        match (shape, value) {
            (Shape::List(item), Value::Sequence(items)) => {
                items.iter_mut().for_each(|value| self.fill(value, item(), path, within));
            }
            (Shape::Record(fields), Value::Mapping(map)) => {
                let within = Within { closed: within.closed || is_closed(fields, map), ..within };
                for field in fields {
                    self.field(map, field, &step(path, field), within.field(field));
                }
            }
            _ => {}
        }
    }

    fn field(&mut self, map: &mut Mapping, field: &Field, path: &str, within: Within) {
        let (key, shape) = (Value::from(field.key), (field.shape)());
        if let Some(is_list) = text(shape) {
            if within.hides(field.mark) {
                let marker = Value::from(self.mark(within.name(path)));
                map.insert(key, if is_list { Value::Sequence(vec![marker]) } else { marker });
            }
            return;
        }
        // A missing key of the site is added where it could contain something internal.
        let mut inner = BTreeSet::new();
        all_hidden(shape, path, Within { closed: false, ..within }, &mut inner);
        if !map.contains_key(&key)
            && !inner.is_empty()
            && let Some(blank) = blank(shape)
        {
            map.insert(key.clone(), blank);
        }
        if let Some(value) = map.get_mut(&key) {
            self.fill(value, shape, path, within);
        }
    }
}

fn is_closed(fields: &[Field], map: &Mapping) -> bool {
    fields.iter().any(|field| {
        let said = map.get(field.key).map(|value| value.as_str() == Some("是"));
        matches!(field.mark, Mark::Gate { left_out } if !said.unwrap_or(left_out))
    })
}

/// A value that contains no more than it must; none where only people know what that is.
fn blank(shape: Shape) -> Option<Value> {
    match shape {
        Shape::Scalar(scalar) => match (scalar.choices, scalar.name[1]) {
            ([first, ..], _) => Some(Value::from(first[0])),
            (_, "date") => Some(Value::from("2026-09-01")),
            _ => None,
        },
        Shape::List(item) => Some(Value::Sequence(vec![blank(item())?])),
        Shape::Record(fields) => {
            let mut map = Mapping::new();
            for field in fields.iter().filter(|field| field.required && field.mark != Mark::Internal) {
                map.insert(Value::from(field.key), blank((field.shape)())?);
            }
            Some(Value::Mapping(map))
        }
    }
}

/// The base site with all kinds of records, marked.
fn marked_site() -> (tempfile::TempDir, Markers) {
    let site = tempfile::tempdir().unwrap();
    let content = site.path().join("content");
    copy(&root().join("tests/cases/base/content"), &content);
    for (file, records) in RECORDS {
        let path = content.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let old = fs::read_to_string(&path).unwrap_or_default();
        fs::write(&path, old + records).unwrap();
    }
    let mut markers = Markers::default();
    for (file, kind) in files(&content) {
        let whole = fs::read_to_string(&file).unwrap();
        let parts: Vec<&str> = whole.splitn(3, "---\n").collect();
        let (yaml, body) =
            if let [_, front, body] = parts.as_slice() { (*front, Some(*body)) } else { (&*whole, None) };
        let mut value: Value = serde_yaml::from_str(yaml).unwrap();
        markers.fill(&mut value, (kind.shape)(), &format!("content/{}", kind.place), Within::default());
        let yaml = serde_yaml::to_string(&value).unwrap();
        let body = body.map(|body| match body.contains("正文标记") {
            true => markers.mark(format!("content/{} 正文", kind.place)) + "\n",
            false => body.to_owned(),
        });
        fs::write(&file, body.map_or(yaml.clone(), |body| format!("---\n{yaml}---\n{body}"))).unwrap();
    }
    (site, markers)
}

/// Every document below `content`, with its kind.
fn files(content: &Path) -> Vec<(std::path::PathBuf, &'static DocumentKind)> {
    let mut found = Vec::new();
    let mut open = vec![content.to_owned()];
    while let Some(folder) = open.pop() {
        for path in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(content).unwrap().to_str().unwrap();
                found.push((path.clone(), KINDS.iter().find(|kind| kind.contains(name)).unwrap()));
            }
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

#[test]
fn nothing_marked_internal_is_in_any_public_file() {
    let (site, markers) = marked_site();
    let mut wanted = BTreeSet::new();
    for kind in KINDS {
        all_hidden((kind.shape)(), &format!("content/{}", kind.place), Within::default(), &mut wanted);
    }
    let marked: BTreeSet<&Hidden> = markers.0.values().collect();
    let forgotten: Vec<&Hidden> = wanted.iter().filter(|hidden| !marked.contains(hidden)).collect();
    assert!(forgotten.is_empty(), "no record of the site has room for a marker in: {forgotten:#?}");

    let project = Project::open(site.path());
    let mut found = Vec::new();
    let content = project.content(&mut found);
    assert!(project.resolve(&content, &mut found).is_some() && found.is_empty(), "not all is read: {found:#?}");

    let mut leaked = BTreeSet::new();
    let mut public =
        [("关于办公时间的公告", false), ("减少材料", false), ("窗口布局优化", false), ("Sample Hall", false)];
    let checked = project.check(WHEN, false);
    let made = search_public(
        &project,
        &checked,
        |_| true,
        |path, text| {
            public.iter_mut().for_each(|(word, is_there)| *is_there |= text.contains(*word));
            let marks = text.match_indices("zq").filter_map(|(at, _)| text.get(at..at + MARKER));
            let marks = marks.filter_map(|mark| Some((mark, markers.0.get(mark)?)));
            leaked.extend(marks.map(|(mark, hidden)| format!("{hidden}: {mark} in {path}")));
        },
    );
    assert!(made > 20, "only {made} files were made");
    assert!(leaked.is_empty(), "internal fields in public files: {leaked:#?}");
    assert!(public.iter().all(|(_, is_there)| *is_there), "what is public is not all there: {public:?}");
}
