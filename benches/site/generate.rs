//! A large believable hall, the same on every run: units, sub-halls, floors, windows, matters of about 6 kB
//! each, notices and a few window changes.

use crate::words::{BASES, CONDITIONS, FAQ, MATERIALS, OBJECTS, ROLES, STEPS, THEMES, UNITS, VERBS};
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

/// Windows in one sub-hall, one zone each; two digits number them.
const PER_HALL: usize = 30;
/// Neighbouring pairs of windows of one unit.
const PAIRS_TOGETHER: usize = 5;
/// Matters a notice.
const PER_NOTICE: usize = 50;
/// Windows a change record, of each kind in turn.
const PER_CHANGE: usize = 30;

/// How much to write.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    /// Matters.
    pub(crate) matters: usize,
    /// Windows; two neighbours always serve the same matters.
    pub(crate) windows: usize,
}

impl Size {
    fn halls(self) -> usize {
        self.windows.div_ceil(PER_HALL).max(1)
    }
}

/// Numbers that look random and are the same on every machine (Knuth's MMIX constants).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.roll(from.len())]
    }
}

/// Writes the site under `root/content`; returns the bytes written.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn write_site(root: &Path, size: Size) -> io::Result<u64> {
    let mut bytes = 0;
    let mut put = |name: String, text: String| -> io::Result<()> {
        let path = root.join("content").join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        bytes += text.len() as u64;
        fs::write(path, text)
    };
    put("site.yaml".into(), site(size))?;
    put("units.yaml".into(), units())?;
    put("themes.yaml".into(), themes())?;
    put("hours.yaml".into(), HOURS.into())?;
    put("screens.yaml".into(), SCREENS.into())?;
    put("venues.yaml".into(), venues(size))?;
    put("boards.yaml".into(), boards(size))?;
    for hall in 0..size.halls() {
        put(format!("floors/f{}.yaml", hall + 1), floor(hall))?;
        put(format!("windows/h{}.yaml", hall + 1), windows(hall, size))?;
    }
    for n in 0..size.matters {
        put(matter_path(n), matter(n, 0))?;
    }
    for n in 0..size.matters / PER_NOTICE {
        put(format!("notices/2026-09-{:02}-tongzhi-{n}.md", n % 28 + 1), notice(n))?;
    }
    for n in 0..size.windows / PER_CHANGE {
        put(format!("changes/{}.yaml", change_id(n)), change(n, size))?;
    }
    Ok(bytes)
}

/// Where a matter lies under `content/`.
pub(crate) fn matter_path(n: usize) -> String {
    format!("matters/{}/{}.yaml", UNITS[n % UNITS.len()].0, matter_id(n))
}

fn matter_id(n: usize) -> String {
    format!("{}-shixiang-{n:05}", UNITS[n % UNITS.len()].0)
}

fn site(size: Size) -> String {
    let mut out = "名称: 样例市政务服务中心\n别名: [市民大厅]\n主管单位: spj\n网址: https://www.example.gov.cn/hall/\n\
     地址: 样例市样例路1号\n制度: [yinchuan]\n统一咨询电话: 7660000\n投诉电话: 5556111\n\
     投诉渠道: [12345热线平台, 投诉电话（5556111）, 市民意见本]\n评价渠道: [窗口“好差评”评价器]\n\
     服务制度: [首问负责制, 一次性告知制, 限时办结制]\n\
     责任分工:\n  - { 条目: 4.宣传管理, 科室: xck }\n  - { 条目: 16.窗口管理, 科室: zwk }\n张贴点:\n  \
     - { 编号: gate, 名称: 东门外公告栏, 种类: 进出口外公告栏 }\n"
        .to_owned();
    for hall in 1..=size.halls() {
        let _ = writeln!(out, "  - {{ 编号: in-h{hall}, 名称: {hall}号厅公告栏, 种类: 厅内公告栏, 场所: h{hall} }}");
    }
    out
}

fn units() -> String {
    let mut out = String::from("单位:\n");
    for (id, name, short) in UNITS {
        let _ = writeln!(
            out,
            "  - 编号: {id}\n    名称: 样例市{name}\n    简称: {short}\n    别名: [市{name}]\n    \
             职责: 办理{name}进驻大厅的政务服务事项，解答咨询，受理申请，送达结果。"
        );
    }
    out.push_str("科室:\n");
    for (id, name) in [("zwk", "政务服务管理科"), ("xck", "宣传联络科"), ("wlk", "网络技术科"), ("abk", "安全保障科")]
    {
        let _ = writeln!(out, "  - {{ 编号: {id}, 名称: {name} }}");
    }
    out
}

fn themes() -> String {
    let mut out = String::from("主题:\n");
    for (id, name) in THEMES {
        let whom = if id.starts_with('p') { "自然人" } else { "法人" };
        let _ = writeln!(out, "  - {{ 编号: {id}, 名称: {name}, 对象: {whom} }}");
    }
    out
}

const HOURS: &str = r#"办公时间:
  - 编号: hall
    名称: 大厅办公时间
    时间:
      - { 适用日: 工作日, 时段: ["9:00-12:00", "13:00-17:00"] }
  - 编号: evening
    名称: 早晚弹性服务时间
    时间:
      - { 适用日: 工作日, 时段: ["9:00-12:00", "13:00-17:00"] }
      - { 适用日: 工作日, 种类: 早晚弹性办, 时段: ["17:00-18:30"] }
  - 编号: weekend
    名称: 周末不休息服务时间
    时间:
      - { 适用日: 工作日, 时段: ["9:00-12:00", "13:00-17:00"] }
      - { 适用日: 周六, 种类: 周末不休息, 时段: ["9:00-12:00"] }
    预约渠道: [电话预约：统一咨询电话7660000, 现场预约：总服务台]
临时调整:
  - { 编号: busy, 自: 2026-10-15, 最后一天: 2026-10-16, 办公时间: [hall], 时段: ["9:00-12:00", "13:00-18:00"], 说明: 办事人员较多，延时服务至18:00。 }
"#;

const SCREENS: &str = "设备规格:\n  - { 编号: bar, 名称: 28寸窗口条屏, 宽: 1920, 高: 360, 可见高度毫米: 123, 视距: 5 }\n\
                       窗口条屏:\n  - { 规格: bar }\n";

fn hall_name(hall: usize) -> String {
    format!("{}服务{}厅", UNITS[unit_of(hall * PER_HALL / 2)].2, ["一", "二", "三", "四", "五"][hall % 5])
}

/// `A`, `B`, … `Z`, `AA`, …
fn letter(hall: usize) -> String {
    let last = char::from(b'A' + (hall % 26) as u8);
    if hall < 26 { last.to_string() } else { format!("{}{last}", letter(hall / 26 - 1)) }
}

fn venues(size: Size) -> String {
    let mut out = String::from(
        "场所:\n  - { 编号: hall, 名称: 样例市政务服务中心, 种类: 大厅, 责任单位: spj, 办公时间: hall, 简介: 市级政务服务大厅。 }\n",
    );
    for hall in 0..size.halls() {
        let n = hall + 1;
        let _ = writeln!(
            out,
            "  - 编号: h{n}\n    名称: {}\n    种类: 分厅\n    上级: hall\n    楼层: f{n}\n    责任单位: {}\n    \
             办公时间: {}\n    预警人数: 190\n    简介: 集中办理相关政务服务事项。",
            hall_name(hall),
            UNITS[unit_of(hall * PER_HALL / 2)].0,
            ["hall", "evening", "weekend"][hall % 3],
        );
    }
    out.push_str(
        "服务点:\n  - { 编号: desk, 名称: 总服务台, 种类: 总服务台, 楼层: f1, 责任单位: spj, 服务: [咨询, 导办] }\n",
    );
    out
}

fn floor(hall: usize) -> String {
    let n = hall + 1;
    format!(
        "编号: f{n}\n名称: {n}楼\n标号: {n}F\n次序: {n}\n场所: hall\n宽: 80\n深: 40\n区域:\n  \
         - {{ 编号: z{n}, 名称: {}, 字母: {}, 种类: 窗口办理区, 分厅: h{n}, 东: 2, 南: 2, 宽: 70, 深: 18 }}\n  \
         - {{ 编号: z{n}-wait, 名称: 等候区, 种类: 服务等候区, 分厅: h{n}, 东: 2, 南: 22, 宽: 40, 深: 12 }}\n设施:\n  \
         - {{ 种类: 出入口, 名称: 东门, 东: 78, 南: 20 }}\n  - {{ 种类: 无障碍电梯, 东: 60, 南: 30 }}\n  \
         - {{ 种类: 卫生间, 东: 70, 南: 30 }}\n",
        hall_name(hall),
        letter(hall),
    )
}

fn boards(size: Size) -> String {
    let mut out = String::from(
        "标牌:\n  - { 编号: guide, 种类: 入口导引牌, 名称: 东门入口导引牌, 挂放处: 东门内侧, 宽毫米: 594, 高毫米: 841, 视距: 2, 责任科室: abk }\n  \
         - { 编号: hanging, 种类: 窗口吊牌, 名称: 窗口吊牌, 挂放处: 窗口台面上方, 宽毫米: 500, 高毫米: 250, 视距: 5, 责任科室: abk }\n",
    );
    for n in 1..=size.halls() {
        let _ = writeln!(
            out,
            "  - {{ 编号: floor-f{n}, 种类: 楼层导引牌, 名称: {n}楼平面导引牌, 楼层: f{n}, 挂放处: 电梯厅, \
             宽毫米: 594, 高毫米: 420, 视距: 1.5, 责任科室: abk }}"
        );
    }
    out
}

/// The unit of a pair of windows: neighbours belong together.
fn unit_of(pair: usize) -> usize {
    pair / PAIRS_TOGETHER % UNITS.len()
}

/// The matters a pair of windows serves: those of its unit, dealt out among the unit's pairs.
fn served(pair: usize, size: Size) -> Vec<usize> {
    let unit = unit_of(pair);
    let own: Vec<usize> = (0..(size.windows / 2).max(1)).filter(|p| unit_of(*p) == unit).collect();
    let turn = own.iter().position(|p| *p == pair).unwrap_or(0);
    (0..size.matters).filter(|n| n % UNITS.len() == unit && n / UNITS.len() % own.len().max(1) == turn).collect()
}

fn window_id(n: usize) -> String {
    format!("w-{:04}", n + 1)
}

fn window_number(n: usize) -> String {
    format!("{}{:02}", letter(n / PER_HALL), n % PER_HALL + 1)
}

fn windows(hall: usize, size: Size) -> String {
    let mut out = format!("场所: h{}\n窗口:\n", hall + 1);
    for n in hall * PER_HALL..((hall + 1) * PER_HALL).min(size.windows) {
        let (pair, place) = (n / 2, n % PER_HALL);
        let matters: Vec<String> = served(pair, size).into_iter().map(matter_id).collect();
        let object = OBJECTS[pair % OBJECTS.len()];
        let _ = writeln!(
            out,
            "  - 编号: {}\n    窗口号: {}\n    区域: z{}\n    单位: {}\n    业务: {object}综合受理\n    \
             条屏简称: {}\n    事项: [{}]\n    东: {}\n    南: {}",
            window_id(n),
            window_number(n),
            hall + 1,
            UNITS[unit_of(pair)].0,
            object.chars().take(6).collect::<String>(),
            matters.join(", "),
            4 + place % 15 * 4,
            4 + place / 15 * 10,
        );
    }
    out
}

fn change_id(n: usize) -> String {
    format!("2026-10-{:02}-biangeng-{n}", 13 + n % 4)
}

/// Adjustments, withdrawals and suspensions of the first window of a pair; the second serves on.
fn change(n: usize, size: Size) -> String {
    let window = n * PER_CHANGE / 2 * 2;
    let kind = ["调整", "撤离", "暂停"][n % 3];
    let day = 13 + n % 4;
    let mut out = format!(
        "编号: {}\n种类: {kind}\n申请单位: {}\n原因: 优化窗口布局，方便群众办事\n备案日期: 2026-09-18\n\
         同意时间: 2026-09-19T10:00\n生效日期: 2026-10-{day}\n",
        change_id(n),
        UNITS[unit_of(window / 2)].0,
    );
    if kind == "暂停" {
        let _ = writeln!(out, "最后一天: 2026-10-{}", day + 2);
    }
    let _ = writeln!(out, "窗口:\n  - 窗口: {}", window_id(window));
    let sibling = (window + 1).min(size.windows - 1);
    match kind {
        "调整" => out.push_str("    业务: 综合咨询和受理\n    条屏简称: 综合受理\n"),
        _ => {
            let _ = writeln!(out, "    去向:\n      窗口: [{}]", window_id(sibling));
        }
    }
    let _ = write!(
        out,
        "过渡安排: 无\n公告:\n  发布时间: 2026-09-20T09:00\n  责任编辑: 大厅编辑组\n  张贴:\n    \
         - {{ 张贴点: gate, 自: 2026-09-20, 最后一天: 2026-10-30 }}\n    \
         - {{ 张贴点: in-h{}, 自: 2026-09-20, 最后一天: 2026-10-30 }}\n",
        window / PER_HALL + 1,
    );
    out
}

fn notice(n: usize) -> String {
    let mut dice = Dice(n as u64 + 77);
    let mut out = format!(
        "---\n标题: 关于{}业务办理的温馨提示（{n}）\n类别: 温馨提示\n索引号: 示例2026-{n:05}\n发布机构: spj\n责任部门: xck\n\
         成文日期: 2026-09-01\n发布时间: 2026-09-01T09:00\n来源: 样例市审批服务管理局\n责任编辑: 大厅编辑组\n效力状态: 有效\n公开: 是\n示例: 是\n---\n\n",
        dice.pick(OBJECTS),
    );
    for _ in 0..8 {
        let (question, answer) = dice.pick(FAQ);
        let _ = writeln!(out, "- **{question}** {answer}");
    }
    out
}

/// A matter; `revision` changes one sentence of it.
pub(crate) fn matter(n: usize, revision: u32) -> String {
    let mut dice = Dice(n as u64);
    let (unit, _, short) = UNITS[n % UNITS.len()];
    let (verb, object) = (dice.pick(VERBS), OBJECTS[n / UNITS.len() % OBJECTS.len()]);
    let name = format!("{object}{verb}（{short}第{n}项）");
    let mut out = format!(
        "编号: {}\n事项名称: {name}\n简称: {object}{verb}\n通俗名称:\n  - 办{object}\n  - {object}怎么办\n事项类型: 公共服务\n\
         行使层级: 市级\n实施主体: {unit}\n服务对象:\n  - 自然人\n主题:\n  - {}\n办件类型: 承诺件\n法定办结时限: 20个工作日\n\
         承诺办结时限: {}个工作日\n设定依据:\n",
        matter_id(n),
        dice.pick(THEMES).0,
        5 + dice.roll(10),
    );
    for _ in 0..2 {
        let _ = writeln!(out, "  - 名称: {}", dice.pick(BASES));
    }
    out.push_str("受理条件:\n");
    for _ in 0..4 {
        let _ = writeln!(out, "  - {}", dice.pick(CONDITIONS));
    }
    out.push_str("材料:\n");
    for _ in 0..8 {
        let (name, note) = dice.pick(MATERIALS);
        let _ = writeln!(
            out,
            "  - 名称: {name}\n    类型: 申请表格文书\n    形式: 纸质或电子\n    必要性: 必要\n    来源渠道: 申请人自备\n    \
             原件: 1\n    复印件: {}\n    规格: A4\n    说明: {note}",
            dice.roll(3),
        );
    }
    out.push_str("环节:\n");
    for (name, result) in STEPS {
        let _ = writeln!(
            out,
            "  - 名称: {name}\n    时限: 1个工作日\n    岗位: {}\n    标准: 材料齐全，符合法定形式，{}\n    结果: {result}",
            dice.pick(ROLES),
            dice.pick(CONDITIONS),
        );
    }
    out.push_str(
        "收费:\n  收费: 否\n结果:\n  - 名称: 办理结果通知书\n    类型: 其他\n办理形式:\n  - 窗口办理\n  - 网上办理\n\
                  到现场次数: 1\n到现场原因: 需要当面核对原件。\n通办范围: 全市\n预约: 是\n常见问题:\n",
    );
    for _ in 0..8 {
        let (question, answer) = dice.pick(FAQ);
        let _ = writeln!(out, "  - 问: {object}{verb}，{question}\n    答: {answer}");
    }
    if revision > 0 {
        let _ = writeln!(out, "  - 问: 最近有什么变化？\n    答: 第{revision}次修订，增加了网上办理渠道。");
    }
    out.push_str("示例: 是\n");
    out
}
