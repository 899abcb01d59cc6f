//! `hallpress build`.

use super::Status;
use super::args::{BuildOptions, Format, Global};
use super::output::{counts, data, report, say, status, talk};
use crate::build::{BuildError, Built, build};
use crate::diag::Lang;
use crate::diag::Report;
use crate::project::{Checked, Project};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::time::Instant;

/// All stages, one summary line.
pub(super) fn run(global: &Global, options: &BuildOptions) -> Status {
    let start = Instant::now();
    let lang = global.lang();
    let project = Project::open(&global.root);
    if project.is_default {
        talk(say(
            lang,
            "这里没有 content/ 文件夹，使用内置示例站点“银川市民大厅”。要新建自己的大厅：hallpress new 文件夹",
            "No content/ here: using the embedded sample site. For your own hall: hallpress new DIR",
        ));
    }
    let checked = project.check(global.when(), options.withhold);
    let mut shown = checked.report.clone();
    let result = if publishable(&checked, options.withhold) { publish(global, &project, &checked) } else { Ok(None) };
    let built = match result {
        Ok(built) => built,
        Err(BuildError::Content(found)) => {
            let all = shown.diagnostics.into_iter().chain(found).collect();
            shown = Report::new(all, &project.sources);
            None
        }
        Err(BuildError::Machine(error)) => {
            report(global, &shown, &project.sources);
            talk(&match lang {
                Lang::Zh => {
                    format!("写不了文件：{error}。磁盘是否已满、文件夹是否可写？没有发布任何内容，原有内容未动。")
                }
                Lang::En => {
                    format!("cannot write: {error}. Is the disk full, the folder writable? Nothing was published.")
                }
            });
            return Status::Failed;
        }
    };
    report(global, &shown, &project.sources);
    summary(global, &checked, &shown, built, start);
    status(&shown)
}

/// Whether anything may be published: no errors, or those that are there withheld with their records.
fn publishable(checked: &Checked, withhold: bool) -> bool {
    let errors = checked.report.diagnostics.iter().filter(|d| d.severity.blocks());
    checked.hall.is_some()
        && errors.clone().all(|d| withhold && (checked.withheld.is_empty() || !d.place.file.is_empty()))
        && (errors.count() == 0 || !checked.withheld.is_empty() || withhold)
}

fn publish(global: &Global, project: &Project, checked: &Checked) -> Result<Option<Built>, BuildError> {
    let engine = project.engine().map_err(BuildError::Content)?;
    let bar = if std::io::stderr().is_terminal() && global.format == Format::Text {
        let style =
            ProgressStyle::with_template("{wide_bar} {pos}/{len}").unwrap_or_else(|_| ProgressStyle::default_bar());
        ProgressBar::new(checked.plan.jobs.len() as u64).with_style(style)
    } else {
        ProgressBar::hidden()
    };
    let built = build(&checked.plan, &engine, &global.base(), global.when(), &|| bar.inc(1));
    bar.finish_and_clear();
    built.map(Some)
}

fn summary(global: &Global, checked: &Checked, shown: &Report, built: Option<Built>, start: Instant) {
    let lang = global.lang();
    let seconds = start.elapsed().as_secs_f64();
    for name in checked.withheld.names() {
        talk(&match lang {
            Lang::Zh => format!("未发布：{name}"),
            Lang::En => format!("withheld: {name}"),
        });
    }
    let counted = counts(shown, lang);
    let line = match (built, lang) {
        (None, Lang::Zh) => format!("没有发布：{counted}。改好后再运行一次；原有内容未动。用时 {seconds:.1} 秒"),
        (None, Lang::En) => format!("nothing published: {counted}, {seconds:.1} s"),
        (Some(b), Lang::Zh) => format!(
            "已发布到 {}：共 {} 个文件，新做 {}，写入 {}，未变 {}，删除 {}；{counted}；用时 {seconds:.1} 秒",
            global.base().display(),
            b.jobs,
            b.made,
            b.files.written,
            b.files.unchanged,
            b.files.removed
        ),
        (Some(b), Lang::En) => format!(
            "published to {}: {} files, {} made, {} written, {} unchanged, {} removed; {counted}; {seconds:.1} s",
            global.base().display(),
            b.jobs,
            b.made,
            b.files.written,
            b.files.unchanged,
            b.files.removed
        ),
    };
    match (global.format, built) {
        (Format::Json, Some(b)) => {
            let value = serde_json::json!({
                "jobs": b.jobs, "made": b.made, "written": b.files.written, "unchanged": b.files.unchanged,
                "removed": b.files.removed, "errors": shown.errors(), "warnings": shown.warnings(),
                "seconds": (seconds * 1000.0).round() / 1000.0,
            });
            data(&format!("{value}\n"));
        }
        _ => talk(&line),
    }
}
