//! A defect of the program: explained in a message like anything else, never a crash.

use crate::diag::LocalizedText;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The program's message when it could not go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defect {
    /// The words of the panic, for the maintainers.
    pub words: String,
}

/// Runs `work`. A panic in it, or on a thread of the pool it waits for, comes back as a defect.
///
/// # Errors
/// The defect.
pub fn caught<T>(work: impl FnOnce() -> T) -> Result<T, Defect> {
    // Data that `work` left half changed is dropped by the callers with the result.
    catch_unwind(AssertUnwindSafe(work)).map_err(|thrown| {
        let text = thrown.downcast_ref::<&str>().map(|text| (*text).to_owned());
        let text = text.or_else(|| thrown.downcast_ref::<String>().cloned());
        Defect { words: text.unwrap_or_else(|| "?".to_owned()) }
    })
}

/// How much of what was there before is left after a defect, as far as the caller knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aftermath {
    /// Nothing was written.
    Untouched,
    /// Publishing had begun.
    Published,
    /// The command may have written some of its files.
    Unknown,
}

impl Aftermath {
    fn message(self) -> (&'static str, &'static str) {
        match self {
            Self::Untouched => ("没有发布任何内容，原有内容未动。", "Nothing was published."),
            Self::Published => (
                "出错时发布已经开始，可能只发布了一部分：已写出的文件都是完整的，其余的还是原样。",
                "Publishing had begun and may be incomplete: every file is whole, the new one or the old one.",
            ),
            Self::Unknown => (
                "出错以前可能已经写了一部分文件，请先核对再重做。",
                "Some files may have been written before; look at them before doing it again.",
            ),
        }
    }
}

impl Defect {
    /// What happened, what is left of what was there before, and what to do; `command` is the command that was run.
    pub fn message(&self, command: &str, aftermath: Aftermath) -> LocalizedText {
        let (words, version) = (&self.words, env!("CARGO_PKG_VERSION"));
        let (left, left_en) = aftermath.message();
        let urgent = match aftermath {
            Aftermath::Unknown => ("", ""),
            _ => (
                "\n急着发布的，先撤回最近一次改动再运行。",
                "\nTo publish meanwhile, take back the last edit and run again.",
            ),
        };
        LocalizedText::new(
            format!(
                "程序内部出错，没有做完：{words}\n这是程序的缺陷，不是您操作错了。{left}\n\
                 请把这几行、终端里以“thread”开头的英文、所用的命令“{command}”（版本 {version}）和整个 content/ 文件夹发给程序的维护者。{}",
                urgent.0
            ),
            format!(
                "the program failed: {words}\nThis is a defect of the program, not your mistake. {left_en}\n\
                 Send these lines, the line in the terminal that begins with \"thread\", the command \"{command}\" (version {version}) and the folder content/ to its maintainers.{}",
                urgent.1
            ),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{Aftermath, Defect, caught};
    use rayon::prelude::*;
    use std::hint::black_box;

    #[test]
    fn a_panic_anywhere_is_a_defect_in_words() {
        assert_eq!(caught(|| 1), Ok(1));
        let said = |defect: Result<(), Defect>| defect.map_err(|defect| defect.words);
        assert_eq!(said(caught(|| panic!("plain"))), Err("plain".to_owned()));
        let found = said(caught(|| assert!(black_box(1.5_f64).clamp(black_box(2.0), black_box(1.0)) > 0.0)));
        assert!(found.is_err_and(|words| words.contains("min > max")), "that of the standard library");
        let pooled = said(caught(|| (0..8).into_par_iter().for_each(|n| assert!(n < 8 - 1, "number {n}"))));
        assert_eq!(pooled, Err("number 7".to_owned()), "on another thread");
        assert_eq!(said(caught(|| std::panic::panic_any(7))), Err("?".to_owned()));
    }

    #[test]
    fn it_says_what_happened_and_what_to_do() {
        let defect = Defect { words: "min > max".to_owned() };
        let said = defect.message("hallpress build", Aftermath::Untouched);
        for words in ["min > max", "不是您操作错了", "没有发布任何内容", "hallpress build", "content/"] {
            assert!(said.zh.contains(words), "{words}");
        }
        assert!(said.en.contains("min > max") && said.en.contains("hallpress build"));
        // The message does not claim what is not known.
        for aftermath in [Aftermath::Published, Aftermath::Unknown] {
            let said = defect.message("hallpress build", aftermath);
            assert!(said.zh.contains("不是您操作错了") && !said.zh.contains("没有发布任何内容"), "{}", said.zh);
            assert!(!said.en.contains("Nothing was published"), "{}", said.en);
        }
        assert!(defect.message("hallpress build", Aftermath::Published).zh.contains("发布已经开始"));
    }
}
