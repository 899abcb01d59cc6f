//! Messages for when the command line itself is wrong.

use super::args::{Args, What};
use crate::text::nearest::nearest;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, ValueEnum};

/// A mistake of use in Chinese, with how the program is used; `None` for messages about no mistake (help, version).
pub(super) fn chinese(error: &clap::Error) -> Option<String> {
    if !error.use_stderr() || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return None;
    }
    let command = Args::command();
    let commands = commands(&command);
    let arg = context_text(error, ContextKind::InvalidArg);
    let value = context_text(error, ContextKind::InvalidValue);
    let kinds = arg.contains("WHAT");
    let mut text = match error.kind() {
        ErrorKind::InvalidSubcommand | ErrorKind::MissingSubcommand => {
            let wrong = context_text(error, ContextKind::InvalidSubcommand);
            // In a command of two words the second may be the wrong one.
            let words = commands.iter().flat_map(|(name, _)| name.split(' '));
            let near = nearest(&wrong, words);
            let ask = near.map_or_else(String::new, |near| format!("是不是“{near}”？"));
            format!("没有“{wrong}”这个命令。{ask}")
        }
        ErrorKind::InvalidValue if kinds && !value.is_empty() => format!("没有“{value}”可列。"),
        ErrorKind::MissingRequiredArgument | ErrorKind::InvalidValue if kinds => "没有写要列出什么。".to_owned(),
        ErrorKind::MissingRequiredArgument => format!("缺少 {arg}。"),
        ErrorKind::UnknownArgument => format!("没有“{arg}”这个选项，或这里不该再写别的。"),
        _ if !value.is_empty() => format!("{arg} 不能写成“{value}”。"),
        _ if !arg.is_empty() => format!("{arg} 的写法不对。"),
        _ => "命令的写法不对。".to_owned(),
    };
    let allowed = context_text(error, ContextKind::ValidValue);
    if kinds {
        text.push_str("\n\n用法：hallpress list <列什么>\n可以列：");
        text.push_str(&What::value_variants().iter().map(word).collect::<Vec<_>>().join("、"));
        return Some(text);
    }
    if !allowed.is_empty() {
        text.push_str(&format!("可以写：{allowed}。"));
    }
    text.push_str("\n\n用法：hallpress <命令> [选项]\n命令：");
    for (name, about) in commands {
        text.push_str(&format!("\n  {name:<13} {about}"));
    }
    text.push_str("\n某个命令的选项：hallpress <命令> --help");
    Some(text)
}

/// Every command with what it does; a command with subcommands is represented by those, such as `change new`.
fn commands(command: &clap::Command) -> Vec<(String, String)> {
    let about = |command: &clap::Command| command.get_about().map(ToString::to_string).unwrap_or_default();
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

/// The Chinese word of a kind, and its word on the command line.
fn word(what: &What) -> String {
    let value = what.to_possible_value();
    let names: Vec<&str> = value.iter().flat_map(|value| value.get_name_and_aliases()).collect();
    match names.as_slice() {
        [name, chinese, ..] => format!("{chinese}（{name}）"),
        _ => names.concat(),
    }
}

fn context_text(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        _ => String::new(),
    }
}
