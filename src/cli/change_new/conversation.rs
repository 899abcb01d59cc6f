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

impl<R: BufRead, W: Write> Conversation<'_, R, W> {
    /// Asks until there is a record, and writes it.
    pub(super) fn hold(mut self, options: &ChangeNewOptions) -> Status {
        let mut interview = Interview::default();
        match self.asked(options, &mut interview) {
            Ok(Some(trial)) => {
                let path = self.global.root.join(&trial.draft.path);
                let status = write_down(self.global, *trial);
                // The answers are done with once the record stands, whatever else could not be written.
                if path.exists() {
                    self.kept.remove();
                }
                return status;
            }
            Ok(None) => {}
            // The terminal was closed, or its input came to an end. Nobody may be left to read this.
            Err(_) => drop(self.dialogue.line("", "")),
        }
        let is_kept = !interview.given().is_empty() && self.kept.write(&interview).is_ok();
        let _ = if is_kept {
            self.dialogue.line(
                &format!("没有写记录。已经答的都留着（{FILE}）；再运行 hallpress change new 就接着答。"),
                &format!("No record was written. The answers are kept ({FILE}); `hallpress change new` goes on."),
            )
        } else {
            self.dialogue.line("没有答完，没有写入任何文件。", "Not finished; nothing was written.")
        };
        Status::Failed
    }

    /// The record, checked; none where somebody stops for now, or where a file stands in its place.
    fn asked(&mut self, options: &ChangeNewOptions, interview: &mut Interview) -> io::Result<Option<Box<Trial>>> {
        self.dialogue.line(
            "答的时候：< 回到上一题；? 看怎么答；停 先存着，以后接着答。",
            "While answering: < goes back, ? tells what may be answered, stop keeps the answers for later.",
        )?;
        if let Some(given) = self.found()? {
            interview.resume(given, self.on);
        }
        if self.take_flags(options, interview)? == Went::Stopped {
            return Ok(None);
        }
        let mut before: Vec<Diagnostic> = Vec::new();
        loop {
            if self.ask(interview)? == Went::Stopped {
                return Ok(None);
            }
            let draft = match interview.answers().draft(self.on.hall, self.on.now.date()) {
                Ok(draft) => draft,
                Err(lacks) => {
                    self.lacking(&lacks, interview)?;
                    continue;
                }
            };
            if self.site.has(&draft, self.dialogue.lang) {
                return Ok(None);
            }
            let trial = Trial::of(draft, self.site);
            if !trial.new.has_blocking() {
                return Ok(Some(Box::new(trial)));
            }
            report(self.global, &trial.new, trial.project.sources());
            if !trial.is_impossible() {
                self.dialogue.line(
                    "记录可以写，但有上面的问题。按回车照这样写入；< 回去修改；停 先存着：",
                    "The record can be written, but for the above. Enter writes it as it is, < goes back:",
                )?;
                match self.dialogue.typed()? {
                    Typed::Nothing => return Ok(Some(Box::new(trial))),
                    Typed::Stop => return Ok(None),
                    _ => {}
                }
            }
            let is_same = trial.new.diagnostics == before;
            if self.mend(&trial, is_same, interview)? == Went::Stopped {
                return Ok(None);
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
                let name = aside.and_then(|path| Some(path.file_name()?.to_string_lossy().into_owned()));
                let [zh, en] = match name {
                    Some(name) => [format!("已改名为 {name} 放在一边"), format!("now called {name}")],
                    None => ["也没能移开".to_owned(), "nor be moved away".to_owned()],
                };
                self.dialogue.line(
                    &format!("上次没有答完的读不出来（{FILE}），{zh}，这次重新答。"),
                    &format!("The answers of the last time cannot be read ({FILE}), {en}. Let us begin anew."),
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
