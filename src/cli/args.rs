//! What can be typed.

use crate::diag::Lang;
use crate::project::{Project, Released};
use crate::publish::issued_texts;
use crate::source::Moment;
use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::DateTime;
use std::path::PathBuf;

/// 厅务发布：一份内容，一个时刻，发布政务服务大厅的网站、条屏、标牌和公告。
#[derive(Debug, Parser)]
#[command(name = "hallpress", version, arg_required_else_help = true)]
pub(super) struct Args {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What stands for the kind of things `list` lists.
pub(super) const LIST_KIND: &str = "列什么";

/// Options of every command.
#[derive(Debug, clap::Args)]
pub(super) struct Global {
    /// 站点文件夹（其中有 content/）
    #[arg(long, global = true, default_value = ".", value_name = "文件夹")]
    pub(super) root: PathBuf,
    /// 当作什么时刻，如 2026-10-12T09:00；省略为现在（北京时间）。指定时 build 只写到 preview/
    #[arg(long, global = true, value_name = "时刻", value_parser = moment)]
    pub(super) as_of: Option<DateTime>,
    /// 用程序自带的示例大厅“银川市民大厅”（这里没有 content/ 时才能用）
    #[arg(long, global = true)]
    pub(super) sample: bool,
    /// 输出到哪个文件夹（其中生成 public/、print/ 和 staff/）；省略为站点文件夹
    #[arg(long, global = true, value_name = "文件夹")]
    pub(super) out: Option<PathBuf>,
    /// 提示用的语言
    #[arg(long, global = true, env = "HALLPRESS_LANG", default_value = "zh", value_name = "语言")]
    pub(super) lang: LangArg,
    /// 结果的格式
    #[arg(long, global = true, default_value = "text", value_name = "格式")]
    pub(super) format: Format,
    /// 提示是否用颜色
    #[arg(long, global = true, default_value = "auto", value_name = "何时")]
    pub(super) color: ColorArg,
    /// 同时使用几个处理器核；省略为全部
    #[arg(long, global = true, value_name = "个数")]
    pub(super) jobs: Option<usize>,
    /// 条屏和网页预告今后多少天（1–21）
    #[arg(long, global = true, default_value_t = 14, value_name = "天数", value_parser = clap::value_parser!(u32).range(1..=21))]
    pub(super) horizon: u32,
}

/// A command.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// 检查并发布：content/ -> public/、print/、staff/
    Build(BuildOptions),
    /// 检查并发布，再把要交给别人的文件（领导签发、印制、公众号）备好，放在 交付/ 里
    Release(BuildOptions),
    /// 只检查，不输出
    Check,
    /// 下一次应在什么时候构建，附定时任务样例
    Next,
    /// 今天谁要做什么：逾期、今天、今后五个工作日
    Today,
    /// 哪里写着这个窗口号、电话或几个字：网页、条屏、标牌、公告、文档，和内容里的文件、行
    Where {
        /// 要找的字，如 A12、0951-6076185、身份证；也可写事项的编号或编码
        #[arg(required = true, value_name = "文字")]
        text: Vec<String>,
    },
    /// 两个时刻或两次发布之间，哪些网页、条屏、标牌、公告的文字不同
    Diff(DiffOptions),
    /// 登记标牌已经印制并挂出（更换清单据此比对）
    Printed(PrintedOptions),
    /// 登记一件事已经办好：hallpress done 编号 --by 姓名（编号见 today 和工作清单）
    Done(DoneOptions),
    /// 备份：把大厅的文件夹存成一个文件，存到 U 盘或另一块磁盘
    Backup {
        /// 存成哪个文件（.zip）；写文件夹则在里面按大厅名称和日期取名
        #[arg(value_name = "文件")]
        file: PathBuf,
    },
    /// 恢复：从备份恢复，或恢复成某次发布时的内容；先列出会改什么，加 --yes 才恢复
    Restore(RestoreOptions),
    /// 新建一个小大厅样板
    New {
        /// 新文件夹
        #[arg(value_name = "文件夹")]
        dir: PathBuf,
    },
    /// 把各种内容文件的格式（JSON Schema）写到文件夹，供编辑器提示键名和写法
    Schema {
        /// 写到哪个文件夹，如 schemas
        #[arg(value_name = "文件夹")]
        dir: PathBuf,
    },
    /// 解释一条规则，如 hallpress explain Y16.3.3d
    Explain {
        /// 规则编号；省略则列出全部
        #[arg(value_name = "规则")]
        rule: Option<String>,
    },
    /// 列出公告、短信、条屏和表单的措辞，供抄进 content/words/wording.yaml 换说法
    Wording {
        /// 只列出有这几个字的句子，如 敬请谅解
        #[arg(value_name = "文字")]
        text: Option<String>,
    },
    /// 列出事项、窗口、屏幕、标牌、变更、就近可办的比例或输出
    List {
        /// 列什么
        #[arg(value_name = LIST_KIND)]
        what: What,
    },
    /// 窗口的变更记录
    #[command(subcommand)]
    Change(ChangeCommand),
    /// 更正：把改过的、已经公开的变更记录、更正或公告写成一份延期、更正或撤销，原来的恢复成发布时的样子
    Amend(AmendOptions),
    /// 窗口突发暂停、恢复：写好记录，立即发布
    #[command(subcommand)]
    Window(WindowCommand),
    /// 整个大厅或一个场所突发暂停、恢复：写好记录，立即发布
    #[command(subcommand)]
    Hall(HallCommand),
    /// 适用的制度
    #[command(subcommand)]
    Profile(ProfileCommand),
    /// 预览：本机网页服务，保存后自动刷新，可选时刻
    Serve(ServeOptions),
}

/// Options of `build`.
#[derive(Debug, clap::Args)]
pub(super) struct BuildOptions {
    /// 有错误的记录不发布，其余照常；退出码仍为 1
    #[arg(long)]
    pub(super) withhold: bool,
    /// 时钟没有错：比上次发布早也照时钟发布
    #[arg(long)]
    pub(super) clock_is_right: bool,
    // The record of an emergency, which is published whatever else is broken.
    #[arg(skip)]
    pub(super) emergency: Option<String>,
}

/// What `window` does.
#[derive(Debug, Subcommand)]
pub(super) enum WindowCommand {
    /// 现在起暂停，如 hallpress window pause A12 --reason 系统维护 --until 14:00
    Pause(WindowPause),
    /// 现在起恢复
    Resume {
        /// 窗口号或窗口编号；可写几个
        #[arg(required = true, value_name = "窗口")]
        windows: Vec<String>,
    },
}

/// Options of `window pause`.
#[derive(Debug, clap::Args)]
pub(super) struct WindowPause {
    /// 窗口号或窗口编号；可写几个
    #[arg(required = true, value_name = "窗口")]
    pub(super) windows: Vec<String>,
    /// 暂停期间到哪个窗口办；可写几次
    #[arg(long, value_name = "窗口")]
    pub(super) to_window: Vec<String>,
    #[command(flatten)]
    pub(super) pause: PauseTerms,
}

/// Why and until when.
#[derive(Debug, clap::Args)]
pub(super) struct PauseTerms {
    /// 原因，如 停电
    #[arg(long, value_name = "文字")]
    pub(super) reason: Option<String>,
    /// 预计什么时候恢复：今天的几点（14:00），或 2026-12-01T09:00；不知道就不写
    #[arg(long, value_name = "时刻")]
    pub(super) until: Option<String>,
}

/// What `hall` does.
#[derive(Debug, Subcommand)]
pub(super) enum HallCommand {
    /// 现在起全部窗口暂停，如 hallpress hall pause --reason 停电 --until 14:00
    Pause {
        /// 场所的编号或名称；省略为全部
        #[arg(value_name = "场所")]
        venue: Option<String>,
        #[command(flatten)]
        pause: PauseTerms,
    },
    /// 现在起恢复：突发暂停的窗口都恢复
    Resume {
        /// 场所的编号或名称；省略为全部
        #[arg(value_name = "场所")]
        venue: Option<String>,
    },
}

/// Options of `diff`.
#[derive(Debug, clap::Args)]
pub(super) struct DiffOptions {
    /// 从哪一天、哪个时刻，或哪次发布（如 r3，见 hallpress list releases）
    #[arg(long, value_name = "时刻|r编号", value_parser = super::side::side)]
    pub(super) from: super::side::Side,
    /// 到哪一天、哪个时刻，或哪次发布
    #[arg(long, value_name = "时刻|r编号", value_parser = super::side::side)]
    pub(super) to: super::side::Side,
}

/// Options of `printed`.
#[derive(Debug, clap::Args)]
pub(super) struct PrintedOptions {
    /// 标牌编号；窗口吊牌可写整组的编号，或一块的编号如 hanging-w-a01
    #[arg(value_name = "标牌")]
    pub(super) boards: Vec<String>,
    /// 全部标牌：现场挂的就是现在应当挂的
    #[arg(long)]
    pub(super) all: bool,
}

/// Options of `done`.
#[derive(Debug, clap::Args)]
pub(super) struct DoneOptions {
    /// 编号，见 hallpress today、hallpress list tasks；可写几个
    #[arg(required = true, value_name = "编号")]
    pub(super) tasks: Vec<String>,
    /// 谁办的
    #[arg(long, value_name = "姓名")]
    pub(super) by: String,
    /// 哪一天办的；省略为今天
    #[arg(long, value_name = "日期")]
    pub(super) on: Option<String>,
    /// 要记的话
    #[arg(long, value_name = "文字")]
    pub(super) note: Option<String>,
}

/// Options of `amend`.
#[derive(Debug, clap::Args)]
pub(super) struct AmendOptions {
    /// 变更记录、更正的编号，见 hallpress list changes；公告写文件名（不带 .md）
    #[arg(value_name = "记录")]
    pub(super) record: String,
    /// 为什么更正，如 电话写错
    #[arg(long, value_name = "文字")]
    pub(super) reason: Option<String>,
    /// 提前结束临时窗口或暂停：恢复的第一天
    #[arg(long, value_name = "日期")]
    pub(super) effective: Option<String>,
    /// 不写更正，只把记录或公告恢复成发布时的样子
    #[arg(long, conflicts_with_all = ["reason", "effective", "dry_run"])]
    pub(super) undo: bool,
    /// 只显示会写成什么样，不写文件
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// Options of `restore`.
#[derive(Debug, clap::Args)]
pub(super) struct RestoreOptions {
    /// hallpress backup 做的备份文件
    #[arg(value_name = "文件")]
    pub(super) file: Option<PathBuf>,
    /// 不用备份：把 content/ 恢复成第几次发布时的样子，如 r12（见 hallpress list releases）
    #[arg(long, value_name = "r编号", value_parser = super::side::release)]
    pub(super) release: Option<u32>,
    /// 确认恢复；不写则只列出会改什么
    #[arg(long)]
    pub(super) yes: bool,
}

/// What `change` does.
#[derive(Debug, Subcommand)]
pub(super) enum ChangeCommand {
    /// 新写一条变更记录：缺什么问什么，算出各项日期，附公告稿
    New(Box<ChangeNewOptions>),
}

/// Options of `change new`; what is left out is asked for in a terminal.
#[derive(Debug, Default, clap::Args)]
pub(super) struct ChangeNewOptions {
    /// 种类：新增、调整、撤离、临时、暂停、恢复、整体搬迁、整体关闭
    #[arg(long, value_name = "种类")]
    pub(super) kind: Option<String>,
    /// 窗口号或窗口编号；可写几次
    #[arg(long, value_name = "编号")]
    pub(super) window: Vec<String>,
    /// 生效日期，新状态的第一天，如 2026-10-12、明天、下周一；撤离、关闭为停止服务的第一天
    #[arg(long, value_name = "日期")]
    pub(super) effective: Option<String>,
    /// 临时、暂停的最后一天（含），或多久，如 三天
    #[arg(long, value_name = "日期")]
    pub(super) last_day: Option<String>,
    /// 原因，一句话
    #[arg(long, value_name = "文字")]
    pub(super) reason: Option<String>,
    /// 申请单位；省略为窗口的单位
    #[arg(long, value_name = "单位")]
    pub(super) applicant: Option<String>,
    /// 新的窗口号
    #[arg(long, value_name = "窗口号")]
    pub(super) number: Option<String>,
    /// 新的分厅，省略为区域所在的分厅；整体搬迁、整体关闭的场所
    #[arg(long, value_name = "场所")]
    pub(super) venue: Option<String>,
    /// 新的区域：编号、名称或字母
    #[arg(long, value_name = "区域")]
    pub(super) zone: Option<String>,
    /// 平面图上离西边多少米；省略则在区域里找空位
    #[arg(long, value_name = "米")]
    pub(super) east: Option<String>,
    /// 平面图上离北边多少米
    #[arg(long, value_name = "米")]
    pub(super) south: Option<String>,
    /// 窗口的单位
    #[arg(long, value_name = "单位")]
    pub(super) unit: Option<String>,
    /// 所办业务
    #[arg(long, value_name = "文字")]
    pub(super) business: Option<String>,
    /// 事项，用逗号隔开
    #[arg(long, value_name = "事项")]
    pub(super) matters: Option<String>,
    /// 办公时间
    #[arg(long, value_name = "办公时间")]
    pub(super) hours: Option<String>,
    /// 整体搬迁的新址，写到路、号、楼层
    #[arg(long, value_name = "文字")]
    pub(super) new_address: Option<String>,
    /// 新址启用：在新址服务的第一天
    #[arg(long, value_name = "日期")]
    pub(super) opens: Option<String>,
    /// 新址的办公时间；省略为不变
    #[arg(long, value_name = "办公时间")]
    pub(super) new_hours: Option<String>,
    /// 到新址的公交、停车等；可写几次
    #[arg(long, value_name = "文字")]
    pub(super) transport: Vec<String>,
    /// 去向：接办的其他场所（整体搬迁、整体关闭、撤离、暂停）
    #[arg(long, value_name = "场所")]
    pub(super) to_venue: Option<String>,
    /// 去向：接办的窗口；可写几次
    #[arg(long, value_name = "编号")]
    pub(super) to_window: Vec<String>,
    /// 去向：厅外的办事地址
    #[arg(long, value_name = "文字")]
    pub(super) to_address: Option<String>,
    /// 去向：不再办理的原因和替代途径
    #[arg(long, value_name = "文字")]
    pub(super) ended: Option<String>,
    /// 过渡安排：代收、邮寄、网办、无
    #[arg(long, value_name = "安排")]
    pub(super) transition: Option<String>,
    /// 过渡说明
    #[arg(long, value_name = "文字")]
    pub(super) transition_note: Option<String>,
    /// 咨询电话；省略为统一咨询电话
    #[arg(long, value_name = "电话")]
    pub(super) phone: Option<String>,
    /// 备案日期，如 今天、昨天；还没有备案就不写
    #[arg(long, value_name = "日期")]
    pub(super) filed_on: Option<String>,
    /// 同意时间，如 2026-10-09T16:00
    #[arg(long, value_name = "时刻")]
    pub(super) approved_at: Option<String>,
    /// 公告的责任编辑；省略为最近一条记录的
    #[arg(long, value_name = "文字")]
    pub(super) editor: Option<String>,
    /// 拟稿人的姓名职务；写了就要签字、复审以后才能发布
    #[arg(long, value_name = "姓名职务")]
    pub(super) drafted_by: Option<String>,
    /// 只打印记录，不写文件
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// What `profile` does.
#[derive(Clone, Copy, Debug, Subcommand)]
pub(super) enum ProfileCommand {
    /// 叠加后的制度：每一项的值，来自哪个制度
    Show,
}

/// Options of `serve`.
#[derive(Debug, clap::Args)]
pub(super) struct ServeOptions {
    /// 端口；0 为任选
    #[arg(long, default_value_t = 4173, value_name = "端口")]
    pub(super) port: u16,
}

/// What `list` lists.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum What {
    /// 事项
    #[value(alias = "事项")]
    Matters,
    /// 窗口
    #[value(alias = "窗口")]
    Windows,
    /// 屏幕
    #[value(aliases = ["条屏", "屏幕"])]
    Screens,
    /// 标牌
    #[value(alias = "标牌")]
    Boards,
    /// 变更记录
    #[value(alias = "变更")]
    Changes,
    /// 就近可办的比例：清单事项、综合窗口
    #[value(alias = "就近可办")]
    Coverage,
    /// 工作清单
    #[value(alias = "工作清单")]
    Tasks,
    /// 各事项的要素，可存为 content/baseline/released.yaml
    #[value(alias = "要素")]
    Elements,
    /// 历次发布
    #[value(alias = "发布")]
    Releases,
    /// 输出
    #[value(alias = "输出")]
    Jobs,
}

/// The format of data and reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// 给人看
    Text,
    /// 每行一个 JSON
    Json,
    /// SARIF 2.1.0（只用于 check 和 build）
    Sarif,
    /// 一个网页（只用于 check）：给检查人员看的报告
    Html,
}

/// Whether messages are coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorArg {
    /// 终端支持时才用
    Auto,
    /// 总是用
    Always,
    /// 不用
    Never,
}

/// The language of messages.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum LangArg {
    /// 中文
    Zh,
    /// English
    En,
}

impl From<LangArg> for Lang {
    fn from(arg: LangArg) -> Self {
        match arg {
            LangArg::Zh => Self::Zh,
            LangArg::En => Self::En,
        }
    }
}

fn moment(text: &str) -> Result<DateTime, String> {
    Moment::parse(text).map(|m| m.0).map_err(|[zh, en]| format!("{zh} ({en})"))
}

impl Global {
    /// The folder outputs go under: a chosen moment never touches the live site.
    pub(super) fn base(&self) -> PathBuf {
        match (&self.out, self.as_of) {
            (Some(out), _) => out.clone(),
            (None, Some(_)) => self.root.join("preview"),
            (None, None) => self.root.clone(),
        }
    }

    /// Whether what is built is only to be looked at: it goes to `preview/`.
    pub(super) fn is_preview(&self) -> bool {
        self.out.is_none() && self.as_of.is_some()
    }

    /// The site, to be looked at for the clock's moment or a chosen one, after what was released. What is damaged of the
    /// releases is reported by `build`.
    pub(super) fn project(&self) -> Project {
        let project = Project::open(&self.root).at_the_clock(self.as_of.is_none());
        if let Some(moment) = self.as_of.filter(|_| self.is_preview()) {
            // What is written is looked at; what was issued by then was in these words.
            return project.after(Released::default(), issued_texts(&self.root).until(moment));
        }
        let released = Released::read(&self.base()).unwrap_or_default();
        project.after(released, issued_texts(&self.base()))
    }

    /// The language.
    pub(super) fn lang(&self) -> Lang {
        self.lang.into()
    }
}
