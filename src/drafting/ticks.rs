//! What was ticked off, as people write it.

use super::yaml::scalar;
use jiff::civil::Date;
use std::fmt::Write;

/// What a file begins with that is not there yet.
const HEAD: &str = "# 办结登记。由 hallpress done 写入，也可以手写；删去一条，那件事又列为没有登记。\n办结:\n";

/// One thing that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTick<'a> {
    /// The id of the task, posting or take-down.
    pub id: &'a str,
    /// What it was.
    pub what: &'a str,
    /// Who did it.
    pub by: &'a str,
    /// The day.
    pub on: Date,
    /// What is to be remembered.
    pub note: Option<&'a str>,
}

/// The text of a file of `content/done/` with more entries at its end; `before` is empty where there is none yet. Whether
/// it reads back as meant is for the caller to see: people may write the list in another form.
pub fn with_ticks(before: &str, ticks: &[NewTick<'_>]) -> String {
    let mut text = if before.trim().is_empty() { HEAD.to_owned() } else { before.to_owned() };
    if !text.ends_with('\n') {
        text.push('\n');
    }
    let end = if before.contains("\r\n") { "\r\n" } else { "\n" };
    for tick in ticks {
        let mut line = |key: &str, value: &str| {
            let _ = write!(text, "{key}: {}{end}", scalar(value));
        };
        line("  - 编号", tick.id);
        line("    内容", tick.what);
        line("    办理人", tick.by);
        line("    日期", &tick.on.to_string());
        tick.note.into_iter().for_each(|note| line("    备注", note));
    }
    text
}
