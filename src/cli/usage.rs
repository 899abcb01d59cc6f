//! How the program is used, in Chinese: its help, and messages for when the command line itself is wrong.

use super::args::{Args, LIST_KIND, What};
use crate::text::nearest::nearest;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory, ValueEnum};
use std::ffi::OsString;

/// The headings of help: what is typed without a name, with one, and commands.
const HEADINGS: [&str; 3] = ["要写的", "选项", "命令"];

/// The command line with help in Chinese throughout.
pub(super) fn command() -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version).help("显示版本");
    in_chinese(Args::command(), "hallpress").disable_version_flag(true).arg(version.help_heading(HEADINGS[1]))
}

/// A command and those below it; `name` is what is typed to call it.
fn in_chinese(command: Command, name: &str) -> Command {
    let help =
        Arg::new("help").short('h').long("help").action(ArgAction::Help).help("显示这段说明").help_heading(HEADINGS[1]);
    let usage = usage(&command, name);
    command
        .mut_args(explained)
        .mut_subcommands(|sub| {
            let name = format!("{name} {}", sub.get_name());
            in_chinese(sub, &name)
        })
        .override_usage(usage)
        .help_template("{about-with-newline}\n用法：{usage}\n\n{all-args}\n")
        .subcommand_help_heading(HEADINGS[2])
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .arg(help)
}

/// What is typed, in one line: the words that must be there, then whatever options.
fn usage(command: &Command, name: &str) -> String {
    let needed = command.get_arguments().filter(|arg| arg.is_required_set() || arg.is_positional()).map(|arg| {
        let value = format!("<{}>", value_name(arg));
        let many = if arg.is_positional() && matches!(arg.get_action(), ArgAction::Append) { "…" } else { "" };
        match (arg.get_long().filter(|_| !arg.is_positional()), arg.is_required_set()) {
            (Some(long), _) => format!(" --{long} {value}"),
            (None, true) => format!(" {value}{many}"),
            (None, false) => format!(" [{}]{many}", value_name(arg)),
        }
    });
    let sub = if command.has_subcommands() { " <命令>" } else { "" };
    format!("{name}{sub}{} [选项]", needed.collect::<String>())
}

fn value_name(arg: &Arg) -> String {
    let names = arg.get_value_names().unwrap_or_default();
    names.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// An option with its values and what holds without it in its help.
fn explained(arg: Arg) -> Arg {
    let heading = if arg.is_positional() { HEADINGS[0] } else { HEADINGS[1] };
    let mut help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    if !arg.get_action().takes_values() {
        return arg.help_heading(heading);
    }
    let of = |value: &clap::builder::PossibleValue| match value.get_help() {
        Some(help) => format!("{}（{help}）", value.get_name()),
        None => value.get_name().to_owned(),
    };
    let choices: Vec<String> = arg.get_possible_values().iter().filter(|value| !value.is_hide_set()).map(of).collect();
    if !choices.is_empty() {
        help.push_str(&format!("。可以写：{}", choices.join("、")));
    }
    let default: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if !default.is_empty() {
        help.push_str(&format!("；省略为 {}", default.join(" ")));
    }
    arg.help(help).help_heading(heading).hide_possible_values(true).hide_default_value(true).hide_env(true)
}

/// Help as it is printed: a heading in Chinese ends in a Chinese colon.
pub(super) fn help(message: &clap::Error) -> String {
    HEADINGS.iter().fold(message.to_string(), |text, heading| {
        text.replace(&format!("\n{heading}:\n"), &format!("\n{heading}：\n"))
    })
}

/// A mistake of use in Chinese, with where to read on; `None` for messages about no mistake (help, version). `argv` is what
/// was typed.
pub(super) fn chinese(error: &clap::Error, argv: &[OsString]) -> Option<String> {
    if !error.use_stderr() {
        return None;
    }
    let command = command();
    let commands = commands(&command);
    let typed: Vec<&str> = argv.iter().skip(1).filter_map(|word| word.to_str()).collect();
    let group = command.get_subcommands().find(|sub| sub.has_subcommands() && typed.contains(&sub.get_name()));
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return Some(overview(&commands, group.map(Command::get_name)));
    }
    let arg = context_text(error, ContextKind::InvalidArg);
    let value = context_text(error, ContextKind::InvalidValue);
    let kinds = arg.contains(LIST_KIND);
    let text = match error.kind() {
        ErrorKind::InvalidSubcommand | ErrorKind::MissingSubcommand => {
            let wrong = context_text(error, ContextKind::InvalidSubcommand);
            return Some(no_command(&wrong, &commands, group.map(Command::get_name)));
        }
        ErrorKind::InvalidValue if kinds && !value.is_empty() => {
            let words = What::value_variants().iter().flat_map(words).collect::<Vec<_>>();
            let near = nearest(&value, words.iter().map(String::as_str));
            format!("没有“{value}”可列。{}", near.map_or_else(String::new, |near| format!("是不是“{near}”？")))
        }
        ErrorKind::MissingRequiredArgument | ErrorKind::InvalidValue if kinds => "没有写要列出什么。".to_owned(),
        ErrorKind::MissingRequiredArgument => format!("缺少 {arg}。"),
        ErrorKind::UnknownArgument => format!("没有“{arg}”这个选项，或这里不该再写别的。"),
        _ if !value.is_empty() => format!("{arg} 不能写成“{value}”。"),
        _ if !arg.is_empty() => format!("{arg} 的写法不对。"),
        _ => "命令的写法不对。".to_owned(),
    };
    if kinds {
        let all: Vec<String> = What::value_variants().iter().map(word).collect();
        return Some(format!("{text}\n可以列：{}\n用法：hallpress list <{LIST_KIND}>", all.join("、")));
    }
    let allowed = context_text(error, ContextKind::ValidValue);
    let allowed = if allowed.is_empty() { allowed } else { format!("可以写：{allowed}。") };
    let name = called(&command, &typed);
    Some(format!("{text}{allowed}\n怎么写，见：{name} --help"))
}

/// Every command, or those of a group such as `window`, with what each does.
fn overview(commands: &[(String, String)], group: Option<&str>) -> String {
    let of_group = |name: &str| group.is_none_or(|group| name.split(' ').next() == Some(group));
    let mut text = match group {
        Some(group) => format!("用法：hallpress {group} <命令> [选项]\n命令："),
        None => "用法：hallpress <命令> [选项]\n命令：".to_owned(),
    };
    for (name, about) in commands.iter().filter(|(name, _)| of_group(name)) {
        text.push_str(&format!("\n  {name:<13} {about}"));
    }
    text.push_str("\n某个命令的选项：hallpress <命令> --help");
    text
}

/// A command that is not there: what was probably meant, and where all of them are.
fn no_command(wrong: &str, commands: &[(String, String)], group: Option<&str>) -> String {
    // In a command of two words the second may be the wrong one.
    let near = nearest(wrong, commands.iter().flat_map(|(name, _)| name.split(' ')));
    let ask = near.map_or_else(String::new, |near| format!("是不是“{near}”？"));
    match group {
        Some(group) => format!("没有“{wrong}”这个命令。{ask}\n{}", overview(commands, Some(group))),
        None => format!("没有“{wrong}”这个命令。{ask}\n全部命令，见：hallpress --help"),
    }
}

/// The command that was typed, as far as there is one: `hallpress window pause`.
fn called(command: &Command, typed: &[&str]) -> String {
    let (mut at, mut name) = (command, "hallpress".to_owned());
    for word in typed {
        if let Some(sub) = at.find_subcommand(word) {
            name = format!("{name} {word}");
            at = sub;
        }
    }
    name
}

/// Every command with what it does; a command with subcommands is represented by those, such as `change new`.
fn commands(command: &Command) -> Vec<(String, String)> {
    let about = |command: &Command| command.get_about().map(ToString::to_string).unwrap_or_default();
    let mut all = Vec::new();
    for sub in command.get_subcommands() {
        let name = sub.get_name();
        all.extend(sub.get_subcommands().map(|inner| (format!("{name} {}", inner.get_name()), about(inner))));
        if !sub.has_subcommands() {
            all.push((name.to_owned(), about(sub)));
        }
    }
    all
}

/// The words a kind goes by on the command line.
fn words(what: &What) -> Vec<String> {
    let value = what.to_possible_value();
    value.iter().flat_map(|value| value.get_name_and_aliases()).map(str::to_owned).collect()
}

/// The Chinese word of a kind, and its word on the command line.
fn word(what: &What) -> String {
    match words(what).as_slice() {
        [name, chinese, ..] => format!("{chinese}（{name}）"),
        names => names.concat(),
    }
}

fn context_text(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        _ => String::new(),
    }
}
