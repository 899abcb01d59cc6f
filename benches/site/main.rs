//! How fast a large hall is built, stage by stage:
//! `cargo bench --bench site -- --matters 1000 --windows 300 --days 14`.
//!
//! Writes a hall to memory-backed storage (`/dev/shm`, else the folder for temporary files), builds it cold,
//! again with nothing changed, and again with one matter changed. Prints a table and one line of JSON.
#![expect(clippy::print_stdout, reason = "the figures are the output")]
#![expect(clippy::unwrap_used, reason = "a bench that cannot run has no figures")]

mod generate;
mod machine;
mod words;

use generate::{Size, write_site};
use hallpress::check;
use hallpress::content::Content;
use hallpress::diag::Diagnostic;
use hallpress::model::resolve::Withheld;
use hallpress::model::{Hall, When};
use hallpress::plan;
use hallpress::plan::contents::Plan;
use hallpress::plan::output::Form;
use hallpress::project::{Project, build};
use hallpress::publish::Outcome;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

/// Seconds by stage, in the order run: on the clock, and of processor time, which other work on the machine
/// does not change much.
#[derive(Default)]
struct Run {
    stages: Vec<(&'static str, [f64; 2])>,
    outputs: usize,
    made: usize,
    files: Outcome,
}

impl Run {
    fn time<T>(&mut self, stage: &'static str, work: impl FnOnce() -> T) -> T {
        let (start, cpu) = (Instant::now(), machine::cpu_seconds());
        let done = work();
        self.stages.push((stage, [start.elapsed().as_secs_f64(), machine::cpu_seconds() - cpu]));
        done
    }

    /// Clock and processor.
    fn total(&self) -> [f64; 2] {
        [0, 1].map(|n| self.stages.iter().map(|(_, seconds)| seconds[n]).sum())
    }
}

fn main() {
    let (size, days, keep) = arguments();
    let base = scratch();
    let _ = std::fs::remove_dir_all(&base);
    let content = write_site(&base, size).unwrap();
    let when = When { moment: jiff::civil::date(2026, 10, 12).at(9, 0, 0, 0), horizon_days: days };
    println!("{}", machine::describe());
    println!(
        "{} matters, {} windows, {days} days, {} kB of YAML and Markdown",
        size.matters,
        size.windows,
        content / 1000
    );

    let (cold, plan) = run(&base, when);
    let peak = machine::peak_memory();
    let (unchanged, _) = run(&base, when);
    let changed = base.join("content").join(generate::matter_path(size.matters / 2));
    std::fs::write(changed, generate::matter(size.matters / 2, 1)).unwrap();
    let (one, _) = run(&base, when);

    println!("\n{:<10}{:>16}{:>16}{:>16}", "clock/cpu s", "cold", "unchanged", "one matter");
    let show = |name: &str, all: [[f64; 2]; 3]| {
        let [cold, unchanged, one] = all.map(|[clock, cpu]| format!("{clock:.3}/{cpu:.3}"));
        println!("{name:<10}{cold:>16}{unchanged:>16}{one:>16}");
    };
    for (n, (stage, seconds)) in cold.stages.iter().enumerate() {
        show(stage, [*seconds, unchanged.stages[n].1, one.stages[n].1]);
    }
    show("all", [cold.total(), unchanged.total(), one.total()]);
    println!("{:<10}{:>16}{:>16}{:>16}", "made", cold.made, unchanged.made, one.made);
    println!("{:<10}{:>16}{:>16}{:>16}", "written", cold.files.written, unchanged.files.written, one.files.written);
    println!("{:<10}{:>16}{:>16}{:>16}", "jobs", cold.outputs, unchanged.outputs, one.outputs);
    let kinds = by_kind(&plan, &base, when);
    println!("\n{:<10}{:>10}{:>16}{:>12}{:>14}", "kind", "files", "clock/cpu s", "a second", "cpu ms each");
    for (kind, (files, [clock, cpu])) in &kinds {
        let (count, both) = (*files as f64, format!("{clock:.3}/{cpu:.3}"));
        println!("{kind:<10}{files:>10}{both:>16}{:>12.0}{:>14.2}", count / clock.max(1e-9), 1000.0 * cpu / count);
    }
    println!("\npeak memory of the cold build {} MB", peak / 1_000_000);
    let stages = |run: &Run| run.stages.iter().map(|(s, t)| ((*s).to_owned(), *t)).collect::<BTreeMap<_, _>>();
    println!(
        "{}",
        serde_json::json!({
            "matters": size.matters, "windows": size.windows, "days": days, "content_bytes": content, "jobs": cold.outputs,
            "cold": stages(&cold), "unchanged": stages(&unchanged), "one_matter": stages(&one),
            "written": [cold.files.written, unchanged.files.written, one.files.written],
            "kinds": kinds, "peak_bytes": peak, "machine": machine::describe(),
        })
    );
    if !keep {
        std::fs::remove_dir_all(&base).unwrap();
    }
    assert_eq!(unchanged.files.written + unchanged.files.removed, 0, "an unchanged hall touches no file");
}

/// One build, as `hallpress build` runs it.
fn run(base: &Path, when: When) -> (Run, Plan) {
    let mut run = Run::default();
    let mut found: Vec<Diagnostic> = Vec::new();
    let project = run.time("read", || Project::open(base));
    let content = run.time("parse", || project.content(&mut found));
    let hall = run.time("resolve", || project.resolve(&content, &mut found)).unwrap();
    found.extend(run.time("check", || check(&project, &content, &hall, when)));
    let hall = Arc::new(hall);
    let cx = project.cx([&hall; 4], &Withheld::default(), when);
    let mut plan = run.time("plan", || plan::all::plan(&cx));
    found.append(&mut plan.findings);
    let errors: Vec<_> = found.iter().filter(|d| d.severity.blocks()).collect();
    let told: Vec<&str> = errors.iter().take(10).map(|d| d.message.zh.as_str()).collect();
    assert!(errors.is_empty(), "{} errors: {told:#?}", errors.len());
    let engine = run.time("engine", || project.engine()).unwrap();
    let staged = run.time("render", || build::stage(&plan, &engine, base, when, &|| {})).unwrap();
    let built = run.time("publish", || staged.publish()).unwrap();
    (run.outputs, run.made, run.files) = (built.outputs, built.made, built.files);
    (run, plan)
}

fn check(project: &Project, content: &Content, hall: &Hall, when: When) -> Vec<Diagnostic> {
    let (withheld, sources, fonts) = (&Withheld::default(), project.sources(), project.fonts());
    check::check(&check::Input { hall, content, withheld, sources, fonts, when, is_live: false })
}

/// What each kind of output costs to draw on its own, on all cores: files and seconds.
fn by_kind(plan: &Plan, base: &Path, when: When) -> BTreeMap<&'static str, (usize, [f64; 2])> {
    let project = Project::open(base);
    let engine = project.engine().unwrap();
    let kind = |form: &Form| match form {
        Form::Page { .. } => "page",
        Form::Picture { .. } => "picture",
        Form::Print { .. } => "print",
        Form::Document { .. } => "document",
        Form::Manifest { .. } => "manifest",
        Form::Asset(_) => "asset",
    };
    let (all, mut kinds) = (plan.all_outputs(), BTreeMap::new());
    for wanted in ["page", "picture", "print"] {
        let only: Vec<_> = all.iter().filter(|output| kind(&output.form) == wanted).cloned().collect();
        let files = only.len();
        let part = Plan { outputs: only, ..Plan::default() };
        let target = base.join("kinds").join(wanted);
        let mut run = Run::default();
        run.time(wanted, || build::stage(&part, &engine, &target, when, &|| {})).unwrap();
        kinds.insert(wanted, (files, run.total()));
    }
    kinds
}

fn scratch() -> PathBuf {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    folder.join(format!("hallpress-bench-{}", std::process::id()))
}

/// `--matters N --windows N --days N --keep`; what Cargo adds (`--bench`) is passed over.
fn arguments() -> (Size, u32, bool) {
    let (mut size, mut days, mut keep) = (Size { matters: 1000, windows: 300 }, 14, false);
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut number =
            || words.next().and_then(|n| n.parse().ok()).unwrap_or_else(|| panic!("{word} wants a number"));
        match word.as_str() {
            "--matters" => size.matters = number(),
            "--windows" => size.windows = number(),
            "--days" => days = u32::try_from(number()).unwrap(),
            "--keep" => keep = true,
            "--bench" => {}
            other => panic!("unknown argument {other}"),
        }
    }
    (size, days, keep)
}
