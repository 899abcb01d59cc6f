//! The command line: the only place that knows the clock, the terminal and the exit status.
//! Commands are called from here alone. They use what can be typed (`args`), the clock, how a run ends (`exit`), what
//! is printed (`output`, `table`, `whereabouts_text`) and messages that several of them need (`releases`, `recovered`).

mod amend;
mod args;
mod backup;
mod build;
mod change_new;
mod check;
mod clock;
mod diff;
mod done;
mod emergency;
mod exit;
mod explain;
mod list;
mod new;
mod next;
mod output;
mod printed;
mod profile;
mod recovered;
mod release;
mod releases;
mod restore;
mod schema;
mod serve;
mod side;
mod table;
mod today;
mod usage;
mod waiting;
mod whereabouts;
mod whereabouts_text;
mod wording;

use crate::diag::Lang;
use crate::project::defect::{Aftermath, caught};
use args::{Args, ChangeCommand, Command, Format, Global, ProfileCommand, What};
use clap::{FromArgMatches, Parser};
use exit::Status;
use std::cell::Cell;
use std::ffi::OsString;
use std::process::ExitCode;

/// Runs the program on its arguments (the first is its name).
pub fn run(argv: impl IntoIterator<Item = OsString>) -> ExitCode {
    let argv: Vec<OsString> = help_as_option(argv.into_iter().collect());
    let is_english = asks_for_english(&argv);
    let parsed = match is_english {
        true => Args::try_parse_from(&argv),
        false => usage::command().try_get_matches_from(&argv).and_then(|found| Args::from_arg_matches(&found)),
    };
    let args = match parsed {
        Ok(args) => args,
        Err(message) => {
            if let Some(text) = usage::chinese(&message, &argv).filter(|_| !is_english) {
                output::talk(&text);
                return Status::Failed.into();
            }
            // Help and version are not mistakes; a closed pipe is nobody's problem.
            if is_english || message.use_stderr() {
                let _ = message.print();
            } else {
                output::data(&usage::help(&message));
            }
            return if message.use_stderr() { Status::Failed } else { Status::Fine }.into();
        }
    };
    if let Some(jobs) = args.global.jobs {
        // Fails only when a pool exists already, which one process never has twice.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs.max(1)).build_global();
    }
    let global = &args.global;
    let reads_site = match &args.command {
        Command::New { .. } | Command::Schema { .. } | Command::Explain { .. } => false,
        // On a new computer there is no folder yet.
        Command::Restore(options) => options.file.is_none(),
        _ => true,
    };
    if reads_site && !global.root.is_dir() {
        // Without this a mistyped folder would be made, with the sample site in it.
        let dir = global.root.display();
        output::talk(&match global.lang() {
            Lang::Zh => format!("没有文件夹“{dir}”。请核对 --root；新建自己的大厅：hallpress new {dir}"),
            Lang::En => format!("there is no folder \"{dir}\". Check --root; for a new hall: hallpress new {dir}"),
        });
        return Status::Failed.into();
    }
    if let Some(why) = refusal(global, &args.command) {
        output::talk(&why);
        return Status::Failed.into();
    }
    let begun = Cell::new(false);
    let status = caught(|| obey(global, &args.command, &begun)).unwrap_or_else(|defect| {
        let words: Vec<_> = argv.iter().skip(1).map(|word| word.to_string_lossy()).collect();
        let said = defect.message(&format!("hallpress {}", words.join(" ")), aftermath(&args.command, begun.get()));
        output::talk(said.get(global.lang()));
        Status::Failed
    });
    status.into()
}

/// `hallpress help build` as `hallpress build --help`.
fn help_as_option(mut argv: Vec<OsString>) -> Vec<OsString> {
    if argv.get(1).is_some_and(|word| word == "help") {
        argv.remove(1);
        argv.push("--help".into());
    }
    argv
}

/// Why a command is not obeyed at all: there is no hall here, or it does not know the format.
fn refusal(global: &Global, command: &Command) -> Option<String> {
    let lang = global.lang();
    let reports = matches!(command, Command::Check | Command::Build(_) | Command::Release(_));
    let knows = match global.format {
        Format::Text | Format::Json => true,
        Format::Sarif => reports,
        Format::Html => matches!(command, Command::Check),
    };
    if !knows {
        let [name, zh, en] = match global.format {
            Format::Html => ["html", "check", "check"],
            _ => ["sarif", "check 和 build", "check and build"],
        };
        return Some(match lang {
            Lang::Zh => format!("--format {name} 只用于 {zh}；这个命令可以写 text 或 json。"),
            Lang::En => format!("--format {name} is for {en} only; this command knows text and json."),
        });
    }
    let needs_hall = match command {
        Command::New { .. } | Command::Schema { .. } | Command::Explain { .. } | Command::Wording { .. } => false,
        // What was released is known without the content, and what is backed up or put back is not read.
        Command::Backup { .. } | Command::Restore(_) => false,
        Command::List { what } => !matches!(what, What::Releases),
        _ => true,
    };
    let has_hall = global.root.join("content").is_dir();
    let dir = global.root.display();
    match (needs_hall, has_hall, global.sample) {
        (true, true, true) => Some(match lang {
            Lang::Zh => "这里有自己的 content/，没有用示例大厅代替它。去掉 --sample，或换一个空文件夹。".to_owned(),
            Lang::En => "there is a content/ here; the sample does not replace it. Leave out --sample, or choose an empty folder.".to_owned(),
        }),
        (true, false, false) if build::is_published_by_a_hall(global) => Some(build::content_is_gone(lang).to_owned()),
        (true, false, false) => Some(match lang {
            Lang::Zh => format!(
                "这里没有 content/ 文件夹（{dir}），没有大厅可用。\n已经有大厅的，用 --root 指明它的文件夹（里面有 content/）；\n新建自己的大厅：hallpress new 文件夹；\n只想看看示例大厅“银川市民大厅”：加 --sample。"
            ),
            Lang::En => format!(
                "there is no content/ here ({dir}), so there is no hall.\nName the folder of your hall by --root; for a new one: hallpress new DIR;\nto look at the sample hall, add --sample."
            ),
        }),
        _ => None,
    }
}

/// What a command leaves behind when it fails because of a defect; `begun` is whether it was publishing.
fn aftermath(command: &Command, begun: bool) -> Aftermath {
    match command {
        Command::Build(_) | Command::Release(_) | Command::Window(_) | Command::Hall(_) if begun => {
            Aftermath::Published
        }
        Command::Printed(_)
        | Command::Done(_)
        | Command::Backup { .. }
        | Command::Restore(_)
        | Command::New { .. }
        | Command::Schema { .. }
        | Command::Change(_)
        | Command::Amend(_)
        | Command::Window(_)
        | Command::Hall(_) => Aftermath::Unknown,
        _ => Aftermath::Untouched,
    }
}

fn obey(global: &Global, command: &Command, begun: &Cell<bool>) -> Status {
    match command {
        Command::Build(options) => build::run(global, options, begun),
        Command::Release(options) => release::run(global, options, begun),
        Command::Check => check::run(global),
        Command::Next => next::run(global),
        Command::Today => today::run(global),
        Command::Where { text } => whereabouts::run(global, text),
        Command::Diff(options) => diff::run(global, options),
        Command::Printed(options) => printed::run(global, options),
        Command::Done(options) => done::run(global, options),
        Command::Backup { file } => backup::run(global, file),
        Command::Restore(options) => restore::run(global, options),
        Command::New { dir } => new::run(global, dir),
        Command::Schema { dir } => schema::run(global, dir),
        Command::Explain { rule } => explain::run(global, rule),
        Command::Wording { text } => wording::run(global, text.as_deref()),
        Command::List { what } => list::run(global, *what),
        Command::Change(ChangeCommand::New(options)) => change_new::run(global, options),
        Command::Amend(options) => amend::run(global, options),
        Command::Window(command) => emergency::window(global, command, begun),
        Command::Hall(command) => emergency::hall(global, command, begun),
        Command::Profile(ProfileCommand::Show) => profile::show(global),
        Command::Serve(options) => serve::run(global, options),
    }
}

/// Whether English is asked for on a command line that could not be read.
fn asks_for_english(argv: &[OsString]) -> bool {
    let written =
        argv.iter().any(|arg| arg == "--lang=en") || argv.windows(2).any(|w| w[0] == "--lang" && w[1] == "en");
    written || std::env::var_os("HALLPRESS_LANG").is_some_and(|lang| lang == "en")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::{Args, aftermath};
    use crate::project::defect::Aftermath;
    use clap::Parser;

    #[test]
    fn nothing_is_said_to_be_untouched_that_may_have_been_written() {
        let of = |words: &str, begun| {
            let args = Args::try_parse_from(words.split(' ')).unwrap();
            aftermath(&args.command, begun)
        };
        assert_eq!(of("hallpress build", false), Aftermath::Untouched);
        assert_eq!(of("hallpress build", true), Aftermath::Published);
        assert_eq!(of("hallpress check", false), Aftermath::Untouched);
        for words in [
            "hallpress backup f",
            "hallpress restore f",
            "hallpress printed --all",
            "hallpress new hall",
            "hallpress schema dir",
            "hallpress change new",
        ] {
            assert_eq!(of(words, false), Aftermath::Unknown, "{words}");
        }
    }
}
