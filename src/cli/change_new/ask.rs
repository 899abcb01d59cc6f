//! The questions put in a terminal, one by one, each answer checked at once.

use crate::cli::output::say;
use crate::diag::Lang;
use crate::drafting::{Answers, Slot, Want};
use crate::model::Hall;
use std::io::{self, BufRead, Write};

/// A terminal, or whatever is used in its place.
pub(super) struct Dialogue<R, W> {
    input: R,
    output: W,
    lang: Lang,
}

impl<R: BufRead, W: Write> Dialogue<R, W> {
    /// A dialogue in `lang`.
    pub(super) fn new(input: R, output: W, lang: Lang) -> Self {
        Self { input, output, lang }
    }

    /// Asks for those of `slots` that are needed and not answered yet, in their order; a wrong answer is asked for
    /// again.
    ///
    /// # Errors
    /// When the terminal cannot be written, or ends before the last answer.
    pub(super) fn ask(&mut self, slots: &[Slot], answers: &mut Answers, hall: &Hall) -> io::Result<()> {
        for slot in slots {
            // Each answer may make others unnecessary: which are needed is determined anew.
            loop {
                let want = answers.wants(*slot, hall);
                if want == Want::No {
                    break;
                }
                let text = self.line(*slot, want)?;
                if text.is_empty() {
                    if want == Want::Optional {
                        break;
                    }
                    writeln!(self.output, "  {}", say(self.lang, "这一项必须填写。", "This must be answered."))?;
                    continue;
                }
                if let Err(wrong) = answers.put(*slot, &text, hall) {
                    let mark = say(self.lang, "。", ".");
                    let words = wrong.get(self.lang);
                    let end = if words.ends_with(['？', '?', '。', '.']) { "" } else { mark };
                    writeln!(self.output, "  {words}{end}")?;
                    continue;
                }
                break;
            }
        }
        Ok(())
    }

    fn line(&mut self, slot: Slot, want: Want) -> io::Result<String> {
        let question = slot.question();
        let skip =
            if want == Want::Optional { say(self.lang, "（可不填，按回车）", " (optional)") } else { "" };
        let colon = say(self.lang, "：", ": ");
        write!(self.output, "{}{skip}{colon}", question.get(self.lang))?;
        self.output.flush()?;
        let mut text = String::new();
        if self.input.read_line(&mut text)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(text.trim().to_owned())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::*;
    use crate::content::{ChangeKind, Transition};
    use crate::project::Project;
    use jiff::civil::date;
    use std::path::Path;

    fn hall() -> Hall {
        let project = Project::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/base"));
        let mut found = Vec::new();
        let content = project.content(&mut found);
        project.resolve(&content, &mut found).unwrap()
    }

    fn talk(typed: &str) -> (io::Result<()>, Answers, String) {
        let (mut answers, mut shown) = (Answers::default(), Vec::new());
        let ended = Dialogue::new(typed.as_bytes(), &mut shown, Lang::Zh).ask(&Slot::ALL, &mut answers, &hall());
        (ended, answers, String::from_utf8(shown).unwrap())
    }

    #[test]
    fn a_withdrawal_is_asked_for_until_it_is_right() {
        let typed =
            "撤走\n撤离\n2026-10-12\nA0\nA02\n\n\n不再办理，请网上申请\n\n业务减少\n网办\n见网站\n\n编辑组\n王某\n";
        let (ended, answers, shown) = talk(typed);
        ended.unwrap();
        assert_eq!(answers.kind, Some(ChangeKind::Withdraw));
        assert_eq!(answers.effective, Some(date(2026, 10, 12)));
        assert_eq!(answers.windows, ["w-a02"]);
        assert_eq!(answers.ended.as_deref(), Some("不再办理，请网上申请"));
        assert_eq!(answers.reason.as_deref(), Some("业务减少"));
        assert_eq!(answers.transition, Some(Transition::Online));
        assert_eq!(answers.drafted_by.as_deref(), Some("王某"));
        assert!(shown.contains("“撤走”不对，应为新增、调整、撤离、临时、暂停、恢复。"), "{shown}");
        assert!(shown.contains("没有窗口“A0”，是不是“A0"), "{shown}");
        assert!(shown.contains("接办的窗口，用逗号隔开（可不填，按回车）："), "{shown}");
        assert!(shown.contains("这一项必须填写。"), "an empty reason: {shown}");
    }

    #[test]
    fn an_answer_spares_questions() {
        let typed = "撤离\n2026-10-12\nA02\nA03\n原因\n\n\n编辑组\n\n";
        let (ended, answers, shown) = talk(typed);
        ended.unwrap();
        assert_eq!(answers.to_windows, ["w-a03"]);
        assert!(!shown.contains("厅外的办事地址") && !shown.contains("不再办理"), "{shown}");
        assert!(!shown.contains("申请单位"), "it is the window's: {shown}");
    }

    #[test]
    fn a_terminal_that_ends_is_told() {
        let (ended, answers, _) = talk("调整\n2026-10-12\n");
        assert_eq!(ended.unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
        assert_eq!(answers.kind, Some(ChangeKind::Adjust));
    }
}
