//! The way of a record in a terminal: from the answers kept of the last time to the record written, and back to those
//! questions whose answers do not hold.

use super::ask::{Dialogue, Typed, Went};
use super::flags::{by_flag, flags, put_flags};
use super::kept_answers::{FILE, FoundAnswers, KeptAnswers};
use super::trial::{SiteBefore, Trial};
use super::written::write_down;
use crate::cli::args::{ChangeNewOptions, Global};
use crate::cli::exit::Status;
use crate::cli::output::{report, talk};
use crate::diag::{Diagnostic, Lang, LocalizedText};
use crate::drafting::{Draft, GivenAnswer, Interview, Lack, Occasion, Slot, Want, blamed};
use std::io::{self, BufRead, Write};

/// A record that is being asked for.
pub(super) struct Conversation<'a, R, W> {
    pub(super) dialogue: Dialogue<R, W>,
    pub(super) global: &'a Global,
    pub(super) site: &'a SiteBefore<'a>,
    pub(super) on: Occasion<'a>,
    pub(super) kept: KeptAnswers,
}

/// How the questions ended.
enum RecordAsked {
    /// With a record that can be written.
    Record(Box<Trial>),
    /// Somebody stops for now.
    Later,
    /// A file stands where the record would be.
    Occupied,
}

impl<R: BufRead, W: Write> Conversation<'_, R, W> {
    /// Asks until there is a record, and writes it.
    pub(super) fn hold(mut self, options: &ChangeNewOptions) -> Status {
        let mut interview = Interview::default();
        let status = match self.asked(options, &mut interview) {
            Ok(RecordAsked::Record(trial)) => {
                let path = self.global.root.join(&trial.draft.path);
                let status = write_down(self.global, *trial);
                // The answers are done with once the record stands, whatever else could not be written.
                if path.exists() {
                    self.kept.remove();
                }
                return status;
            }
            Ok(RecordAsked::Occupied) => Status::Failed,
            Ok(RecordAsked::Later) => Status::Failed,
            // The terminal was closed, or its input came to an end.
            Err(_) => {
                let _ = self.dialogue.line("", "");
                Status::Failed
            }
        };
        // Nobody may be left to read it.
        let _ = if interview.given().is_empty() {
            self.dialogue.line("没有答完，没有写入任何文件。", "Not finished; nothing was written.")
        } else {
            self.dialogue.line(
                &format!("没有写记录。已经答的都留着（{FILE}）；再运行 hallpress change new 就接着答。"),
                &format!("No record was written. The answers are kept ({FILE}); `hallpress change new` goes on."),
            )
        };
        status
    }

    fn asked(&mut self, options: &ChangeNewOptions, interview: &mut Interview) -> io::Result<RecordAsked> {
        self.dialogue.line(
            "答的时候：< 回到上一题；? 看怎么答；停 先存着，以后接着答。",
            "While answering: < goes back, ? tells what may be answered, stop keeps the answers for later.",
        )?;
        if let Some(given) = self.found()? {
            interview.resume(given, self.on);
        }
        if self.take_flags(options, interview)? == Went::Stopped {
            return Ok(RecordAsked::Later);
        }
        let mut before: Vec<Diagnostic> = Vec::new();
        loop {
            if self.ask(interview)? == Went::Stopped {
                return Ok(RecordAsked::Later);
            }
            let draft = match interview.answers().draft(self.on.hall, self.on.now.date()) {
                Ok(draft) => draft,
                Err(lacks) => {
                    self.lacking(&lacks, interview)?;
                    continue;
                }
            };
            if self.site.has(&draft, self.dialogue.lang) {
                return Ok(RecordAsked::Occupied);
            }
            let trial = Trial::of(draft, self.site);
            if !trial.new.has_blocking() {
                return Ok(RecordAsked::Record(Box::new(trial)));
            }
            report(self.global, &trial.new, trial.project.sources());
            if !trial.is_impossible() {
                self.dialogue.line(
                    "记录可以写，但有上面的问题。按回车照这样写入；< 回去修改；停 先存着：",
                    "The record can be written, but for the above. Enter writes it as it is, < goes back:",
                )?;
                match self.dialogue.typed()? {
                    Typed::Nothing => return Ok(RecordAsked::Record(Box::new(trial))),
                    Typed::Stop => return Ok(RecordAsked::Later),
                    _ => {}
                }
            }
            let is_same = trial.new.diagnostics == before;
            if self.mend(&trial, is_same, interview)? == Went::Stopped {
                return Ok(RecordAsked::Later);
            }
            before = trial.new.diagnostics;
        }
    }

    /// The answers of the last time, if somebody wants to go on with them.
    fn found(&mut self) -> io::Result<Option<Vec<GivenAnswer>>> {
        let given = match self.kept.read() {
            FoundAnswers::Nothing => return Ok(None),
            FoundAnswers::Given(given) => given,
            FoundAnswers::Damaged(aside) => {
                let name = aside.as_ref().and_then(|path| path.file_name()).unwrap_or_default().to_string_lossy();
                self.dialogue.line(
                    &format!("上次没有答完的读不出来（{FILE}），已改名为 {name} 放在一边，这次重新答。"),
                    &format!("The answers of the last time cannot be read ({FILE}); now {name}. Let us begin anew."),
                )?;
                return Ok(None);
            }
        };
        let first = given.iter().take(4).filter(|one| !one.text.is_empty()).map(|one| one.text.as_str());
        let first = first.collect::<Vec<_>>().join("、");
        let count = given.len();
        for _ in 0..3 {
            self.dialogue.line(
                &format!("上次没有答完：{first}……（答了{count}项）。按回车接着答，写“新”重新开始："),
                &format!(
                    "Not finished the last time: {first}... ({count} answers). Enter goes on, \"new\" begins anew:"
                ),
            )?;
            match self.dialogue.typed()? {
                Typed::Nothing => return Ok(Some(given)),
                Typed::Answer(text) if ["新", "重新开始", "新的", "new"].contains(&text.as_str()) => {
                    self.kept.remove();
                    return Ok(None);
                }
                Typed::Answer(text) if ["继续", "接着答", "go on"].contains(&text.as_str()) => {
                    return Ok(Some(given));
                }
                _ => {}
            }
        }
        // Whoever does not say loses nothing.
        Ok(Some(given))
    }

    /// Takes the flags; one that is wrong is told and asked for. What the others mean depends on the kind.
    fn take_flags(&mut self, options: &ChangeNewOptions, interview: &mut Interview) -> io::Result<Went> {
        let kind = std::iter::once((Slot::Kind, options.kind.clone()));
        let wrong = put_flags(kind, interview, self.on);
        self.tell(wrong, interview)?;
        while !interview.has(Slot::Kind) {
            if self.dialogue.question(Slot::Kind, Want::Needed, interview, self.on)? == Went::Stopped {
                return Ok(Went::Stopped);
            }
            keep(&self.kept, interview, self.dialogue.lang);
        }
        let wrong = put_flags(flags(options).into_iter(), interview, self.on);
        // What was answered the last time gives way to what the flags say now.
        interview.resume(Vec::new(), self.on);
        self.tell(wrong, interview)?;
        Ok(Went::Through)
    }

    fn tell(&mut self, wrong: Vec<(Slot, LocalizedText)>, interview: &mut Interview) -> io::Result<()> {
        for (slot, why) in wrong {
            let said = by_flag(slot, &why);
            self.dialogue.line(&said.zh, &said.en)?;
            interview.ask_again(&[slot]);
        }
        Ok(())
    }

    fn ask(&mut self, interview: &mut Interview) -> io::Result<Went> {
        let (kept, lang) = (&self.kept, self.dialogue.lang);
        self.dialogue.ask(interview, self.on, &mut |interview| keep(kept, interview, lang))
    }

    /// Tells what is missing or does not go together, and asks for it again.
    fn lacking(&mut self, lacks: &[Lack], interview: &mut Interview) -> io::Result<()> {
        self.dialogue.line("还不能写记录：", "The record cannot be written yet:")?;
        for lack in lacks {
            self.dialogue.line(&format!("  {}", lack.what().zh), &format!("  {}", lack.what().en))?;
            interview.take_back(&lack.slots, self.on);
        }
        Ok(())
    }

    /// Asks again what the findings are about; where nothing of the kind was asked, or it did not help, whatever somebody
    /// wants to change.
    fn mend(&mut self, trial: &Trial, is_same: bool, interview: &mut Interview) -> io::Result<Went> {
        let Draft { path, .. } = &trial.draft;
        let windows = interview.answers().windows.len();
        let faults = trial.new.diagnostics.iter().filter(|finding| finding.severity.blocks());
        let slots: Vec<Slot> =
            faults.flat_map(|finding| blamed(finding, path, windows, trial.project.sources())).collect();
        self.dialogue.line(
            "还没有写入。其余的答案都留着，只再问和上面有关的；停 先存着。",
            "Nothing is written yet. The other answers are kept; only what this is about is asked again.",
        )?;
        let slots = if slots.is_empty() || is_same { self.dialogue.pick(interview)? } else { Some(slots) };
        let Some(slots) = slots else { return Ok(Went::Stopped) };
        interview.ask_again(&slots);
        Ok(Went::Through)
    }
}

/// Keeps the answers; where that cannot be done, going on is still better than stopping.
fn keep(kept: &KeptAnswers, interview: &Interview, lang: Lang) {
    if let Err(error) = kept.write(interview) {
        talk(&match lang {
            Lang::Zh => format!("  答案没能存下来（{error}）：中途退出要从头再答。"),
            Lang::En => format!("  the answers could not be kept ({error}): whoever stops begins anew."),
        });
    }
}
