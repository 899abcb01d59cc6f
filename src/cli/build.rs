//! `hallpress build`.

use super::args::{BuildOptions, Format, Global};
use super::exit::{Status, status};
use super::output::{counts, data, report, say, talk};
use super::releases::{damaged, missing, unreadable};
use super::waiting::{coming_circulars, waiting};
use super::{clock, recovered};
use crate::diag::{Lang, Report};
use crate::model::When;
use crate::plan::notices::issuing::issued;
use crate::plan::output::Tree;
use crate::project::build::{BuildError, Built, stage};
use crate::project::{Checked, Project};
use crate::publish::releases::Releases;
use crate::publish::{Cause, FoundIssued, PublishError, is_published, read_issued, record_issued};
use indicatif::{ProgressBar, ProgressStyle};
use std::cell::Cell;
use std::collections::BTreeSet;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// All stages, one summary line. `begun` is set before anything becomes visible: after that the program can no longer
/// claim that nothing was published.
pub(super) fn run(global: &Global, options: &BuildOptions, begun: &Cell<bool>) -> Status {
    run_then(global, options, begun, &mut |_, _, _| {})
}

/// The same; `then` is called with what was published, once it was.
pub(super) fn run_then(
    global: &Global,
    options: &BuildOptions,
    begun: &Cell<bool>,
    then: &mut dyn FnMut(&Project, &Checked, When),
) -> Status {
    let start = Instant::now();
    let lang = global.lang();
    let has_records = global.base().join(".hallpress").exists();
    // The clock is read once: a build across midnight is a build of one day.
    let when = global.when();
    let project = global.project().previewing(global.is_preview());
    if project.is_default {
        talk(say(
            lang,
            "这是示例大厅“银川市民大厅”。要新建自己的大厅：hallpress new 文件夹",
            "This is the sample hall. For your own: hallpress new DIR",
        ));
    }
    let is_gone = project.is_default && is_published_by_a_hall(global);
    let refusal = clock::refusal(global, options, when.moment);
    if let Some(why) = refusal.or_else(|| is_gone.then(|| content_is_gone(lang).to_owned())) {
        talk(&why);
        return Status::Failed;
    }
    let checked = match check(global, options, &project, when) {
        Ok(checked) => checked,
        Err(why) => {
            talk(&why);
            return Status::Failed;
        }
    };
    let mut shown = checked.report.clone();
    let last = as_released(global, options, &project, &checked, when);
    let (from, checked) = last.as_ref().map_or((&project, &checked), |last| (&last.project, &last.checked));
    let result = if checked.publishable { publish(global, from, checked, when, begun) } else { Ok(None) };
    let built = match result {
        Ok(built) => built,
        Err(BuildError::Content(found)) => {
            let all = shown.diagnostics.into_iter().chain(found).collect();
            shown = Report::new(all, project.sources());
            None
        }
        Err(BuildError::Machine(error)) => {
            report(global, &shown, project.sources());
            talk(&refused(&error, lang));
            return Status::Failed;
        }
    };
    if built.is_some() {
        mark_sample(global, project.is_default);
        then(from, checked, when);
    }
    report(global, &shown, project.sources());
    last.iter().for_each(|last| talk(&last.words(lang)));
    let recovered = built.as_ref().map(|built| built.recovered.as_slice()).unwrap_or_default();
    recovered::words(recovered, has_records, lang).iter().for_each(|words| talk(words));
    summary(global, checked, &shown, built.as_ref(), start);
    status(&shown)
}

/// What says that the sample was published, not a hall of one's own.
fn sample_marker(global: &Global) -> PathBuf {
    global.base().join(".hallpress").join("sample")
}

/// Whether a hall of one's own was published to where this run would write.
pub(super) fn is_published_by_a_hall(global: &Global) -> bool {
    !sample_marker(global).exists() && is_published(&global.base())
}

/// If the content folder was moved or is not mounted, the sample must not replace the real hall.
pub(super) fn content_is_gone(lang: Lang) -> &'static str {
    say(
        lang,
        "content/ 不见了，而这里发布过自己的内容：没有用示例站点覆盖它。请找回 content/：有备份的，运行 hallpress restore 备份文件；没有的，用 hallpress list releases 看历次发布，再运行 hallpress restore --release r编号。",
        "content/ is gone, but a site of its own was published here: not replaced by the sample. Bring content/ back: hallpress restore FILE from a backup, or hallpress restore --release rN (see hallpress list releases).",
    )
}

/// Checks the site. Damaged records of earlier releases are reported, and stop nothing.
fn check(global: &Global, options: &BuildOptions, project: &Project, when: When) -> Result<Checked, String> {
    let lang = global.lang();
    let releases = Releases::of(&global.base());
    let history = releases.all().map_err(|error| {
        format!("{}{}", unreadable(&error, lang), say(lang, "没有发布任何内容。", " Nothing was published."))
    })?;
    damaged(&history, lang).iter().for_each(|words| talk(words));
    unread_issued(&global.base(), lang).iter().for_each(|words| talk(words));
    let checked = project.check(when, options.withhold);
    if options.withhold || !checked.stood.is_empty() {
        missing(&releases.sound(&history).1, lang).iter().for_each(|words| talk(words));
    }
    Ok(checked)
}

/// The message that the record of what was issued cannot be used.
fn unread_issued(base: &Path, lang: Lang) -> Option<String> {
    match read_issued(base) {
        FoundIssued::Sound(_) => None,
        FoundIssued::Damaged(path) => Some(match lang {
            Lang::Zh => format!(
                "已发公告的原文记录读不出来（{}）：公告按现在的内容写，损坏的文件留作 issued.damaged.json。有备份的，请从备份恢复它。",
                path.display()
            ),
            Lang::En => format!(
                "the record of issued texts cannot be read ({}): announcements are written from the content, and the damaged file is kept as issued.damaged.json. Restore it from a backup if there is one.",
                path.display()
            ),
        }),
        FoundIssued::Newer(path) => Some(recovered::newer(&path, lang)),
    }
}

/// Notes whether it is the sample that is published here.
fn mark_sample(global: &Global, is_sample: bool) {
    let marker = sample_marker(global);
    // If this fails, the next build of the sample is refused, which does no harm.
    let _ = if is_sample { std::fs::write(&marker, b"") } else { std::fs::remove_file(&marker) };
}

/// The site as it was last released, with the emergencies of now.
struct LastReleased {
    project: Project,
    checked: Checked,
    number: u32,
}

impl LastReleased {
    fn words(&self, lang: Lang) -> String {
        let number = self.number;
        match lang {
            Lang::Zh => format!(
                "现在写的内容有错误（见上），发布不了：除了突发的暂停、恢复和故障，其余都照第{number}次发布时的样子。改好错误后再运行 hallpress build。"
            ),
            Lang::En => format!(
                "what is written now has errors (see above): but for emergencies all is as in release {number}. Mend them and run `hallpress build`."
            ),
        }
    }
}

/// What is published in an emergency whose record cannot be published with what is written now. `None` when it can, or
/// when nothing was released.
fn as_released(
    global: &Global,
    options: &BuildOptions,
    project: &Project,
    checked: &Checked,
    when: When,
) -> Option<LastReleased> {
    let record = options.emergency.as_ref()?;
    if checked.publishable && !checked.unpublished_files().contains(record) {
        return None;
    }
    let releases = Releases::of(&global.base());
    let (released, _) = releases.sound(&releases.all().ok()?);
    let number = released.values().map(|(number, _)| *number).max()?;
    let last = project.as_released(&released);
    let sound = last.check(when, true);
    sound.publishable.then_some(LastReleased { project: last, checked: sound, number })
}

fn publish(
    global: &Global,
    project: &Project,
    checked: &Checked,
    when: When,
    begun: &Cell<bool>,
) -> Result<Option<Built>, BuildError> {
    let engine = project.engine().map_err(BuildError::Content)?;
    let bar = if std::io::stderr().is_terminal() && global.format == Format::Text {
        let style =
            ProgressStyle::with_template("{wide_bar} {pos}/{len}").unwrap_or_else(|_| ProgressStyle::default_bar());
        ProgressBar::new(checked.plan.len() as u64).with_style(style)
    } else {
        ProgressBar::hidden()
    };
    let base = global.base();
    let staged = stage(&checked.plan, &engine, &base, when, &|| bar.inc(1));
    bar.finish_and_clear();
    let staged = staged?;
    // The content of the release is kept while nothing is visible yet, so that a full disk is noticed before
    // publishing; the release counts once it is published. The sample and previews are not releases.
    let releases = Releases::of(&base);
    let mut release = None;
    if !project.is_default && !global.is_preview() {
        let content = project.sources().paths_under("content/");
        let bytes = |path| checked.stood.bytes(path).or_else(|| project.sources().bytes(path));
        let content = content.filter_map(|path| Some((path, bytes(path)?)));
        // A record that is gone without leave stays part of what is released.
        let gone = checked.stood.entries().filter(|(path, _)| !project.sources().exists(path));
        let gone: Vec<(String, Vec<u8>)> = gone.collect();
        let content = content.chain(gone.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())));
        release = releases.keep(when.moment, checked.unpublished_files(), content)?;
    }
    begun.set(true);
    let built = staged.publish()?;
    let half_way = |error| BuildError::Machine(PublishError { begun: true, ..error });
    if let Some(release) = &release {
        releases.record(release).map_err(half_way)?;
    }
    if let Some(public) = checked.public.as_ref().filter(|_| !project.is_default && !global.is_preview()) {
        record_issued(&base, &issued(public, when.day())).map_err(half_way)?;
    }
    Ok(Some(built))
}

/// What the machine refused, whether anything of the release was published, and what to do.
fn refused(error: &PublishError, lang: Lang) -> String {
    match (lang, &error.cause, error.begun) {
        (_, Cause::NewerRecord, _) => recovered::newer(&error.path, lang),
        (Lang::Zh, Cause::Busy, _) => {
            format!("另一个构建正在向这里发布（{}）。等它结束后再运行；没有发布任何内容。", error.path.display())
        }
        (Lang::En, Cause::Busy, _) => {
            format!(
                "another build is publishing here ({}). Run again when it is done; nothing was published.",
                error.path.display()
            )
        }
        (Lang::Zh, Cause::Io(_), false) => {
            format!("写不了文件：{error}。磁盘是否已满、文件夹是否可写？没有发布任何内容，原有内容未动。")
        }
        (Lang::En, Cause::Io(_), false) => {
            format!("cannot write: {error}. Is the disk full, the folder writable? Nothing was published.")
        }
        (Lang::Zh, Cause::Io(_), true) => {
            format!("发布到一半时写不了文件：{error}。已写出的文件都是完整的；排除故障后再运行一次即可补齐。")
        }
        (Lang::En, Cause::Io(_), true) => {
            format!(
                "cannot write: {error}. Publishing stopped half-way; every file is whole. Mend the cause and run again."
            )
        }
    }
}

/// The last lines: what was left out, and how the build ended.
fn summary(global: &Global, checked: &Checked, shown: &Report, built: Option<&Built>, start: Instant) {
    let lang = global.lang();
    let seconds = start.elapsed().as_secs_f64();
    left_out(checked, built.is_some(), lang);
    waiting(&checked.waiting, checked.hall.as_deref(), lang).iter().for_each(|line| talk(line));
    if let Some(hall) = checked.in_force.as_ref().filter(|_| built.is_some()) {
        coming_circulars(hall, global.when(), lang).iter().for_each(|line| talk(line));
    }
    if built.is_some() {
        not_made(shown, lang);
    }
    match (global.format, built) {
        (Format::Json, Some(b)) => {
            let value = serde_json::json!({
                "jobs": b.outputs, "made": b.made, "written": b.files.written, "unchanged": b.files.unchanged,
                "removed": b.files.removed, "errors": shown.errors(), "warnings": shown.warnings(),
                "waived": shown.waived(), "waiting": checked.waiting.len(),
                "seconds": (seconds * 1000.0).round() / 1000.0,
            });
            data(&format!("{value}\n"));
        }
        _ => talk(&outcome(global, checked, shown, built, seconds)),
    }
}

/// Prints which records are left out, which are kept as they were released, and which can be neither. When nothing is
/// published none is left out.
fn left_out(checked: &Checked, is_published: bool, lang: Lang) {
    for name in &checked.needed {
        talk(&match lang {
            Lang::Zh => format!("不能略过：{name}（略过它，关闭或变动的窗口会显示成原样；改好后再发布）"),
            Lang::En => format!("cannot be withheld: {name} (without it closed windows would be shown open)"),
        });
    }
    if !is_published {
        return;
    }
    for name in checked.withheld.names() {
        talk(&match lang {
            Lang::Zh => format!("未发布：{name}"),
            Lang::En => format!("withheld: {name}"),
        });
    }
    for file in &checked.held_back {
        talk(&match lang {
            Lang::Zh => format!("未发布：{file}（手续不齐、写错或者不合期限，见上面的问题；其余照常发布）"),
            Lang::En => {
                format!(
                    "not published: {file} (its steps are missing, late or wrong, see above; all else is published)"
                )
            }
        });
    }
    for (name, number) in checked.stood.releases() {
        talk(&match lang {
            Lang::Zh => format!("沿用第{number}次发布时的内容：{name}（原因见上面的问题）"),
            Lang::En => format!("as in release {number}: {name} (see the findings above)"),
        });
    }
}

/// Prints which outputs are not made because of a finding.
fn not_made(shown: &Report, lang: Lang) {
    let outputs = shown.diagnostics.iter().filter(|d| d.severity.blocks()).filter_map(|d| d.output.as_ref());
    for output in outputs.map(|say| say.get(lang)).collect::<BTreeSet<_>>() {
        talk(&match lang {
            Lang::Zh => format!("未制作：{output}"),
            Lang::En => format!("not made: {output}"),
        });
    }
}

/// How the build ended, in one line.
fn outcome(global: &Global, checked: &Checked, shown: &Report, built: Option<&Built>, seconds: f64) -> String {
    let lang = global.lang();
    let waiting = match (checked.waiting.len(), lang) {
        (0, _) => String::new(),
        (n, Lang::Zh) => format!("；{n} 条等待办理"),
        (n, Lang::En) => format!("; {n} waiting"),
    };
    let counted = format!("{}{waiting}", counts(shown, lang));
    match (built, lang) {
        (None, Lang::Zh) => format!("没有发布：{counted}。改好后再运行一次；原有内容未动。用时 {seconds:.1} 秒"),
        (None, Lang::En) => format!("nothing published: {counted}, {seconds:.1} s"),
        (Some(b), Lang::Zh) => format!(
            "已发布到 {}：共 {} 个文件，新做 {}，写入 {}，未变 {}，删除 {}；{counted}；用时 {seconds:.1} 秒",
            folders(&global.base(), "、"),
            b.outputs,
            b.made,
            b.files.written,
            b.files.unchanged,
            b.files.removed
        ),
        (Some(b), Lang::En) => format!(
            "published to {}: {} files, {} made, {} written, {} unchanged, {} removed; {counted}; {seconds:.1} s",
            folders(&global.base(), ", "),
            b.outputs,
            b.made,
            b.files.written,
            b.files.unchanged,
            b.files.removed
        ),
    }
}

/// The folders a build writes: `public/、print/、staff/`, and where they are if that is not here.
fn folders(base: &Path, and: &str) -> String {
    let base = base.strip_prefix(".").unwrap_or(base);
    Tree::ALL.map(|tree| format!("{}/", base.join(tree.folder()).display())).join(and)
}

#[cfg(test)]
mod tests {
    use super::refused;
    use crate::diag::Lang;
    use crate::publish::{Cause, PublishError};
    use std::io::{Error, ErrorKind};

    #[test]
    fn what_the_machine_refused_is_told_by_its_cause() {
        let said = |path: &str, cause| refused(&PublishError { path: path.into(), cause, begun: false }, Lang::Zh);
        let record = ".hallpress/public/next.json";
        assert!(said(record, Cause::NewerRecord).contains("更新版本的 hallpress"));
        // A file system that cannot sync, or is busy itself, is a fault of the machine, whichever file shows it.
        let machine = |path, kind| said(path, Cause::Io(Error::from(kind)));
        assert!(machine(record, ErrorKind::Unsupported).contains("写不了文件"));
        assert!(machine(".hallpress/public/lock", ErrorKind::ResourceBusy).contains("写不了文件"));
        assert!(said(".hallpress/public/lock", Cause::Busy).contains("另一个构建"));
    }
}
