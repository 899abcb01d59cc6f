//! `hallpress change new`: writes a change record from flags, or from answers given in a terminal.

mod ask;
#[cfg(test)]
mod ask_tests;
mod conversation;
mod flags;
mod kept_answers;
mod trial;
mod written;

use super::args::{ChangeNewOptions, Global};
use super::exit::Status;
use super::output::{data, report, say, talk};
use crate::diag::{Lang, LocalizedText};
use crate::drafting::{Draft, Interview, Lack, Occasion, Slot};
use ask::Dialogue;
use conversation::Conversation;
use flags::{by_flag, flags, put_flags};
use kept_answers::KeptAnswers;
use std::io::{self, IsTerminal};
use trial::{SiteBefore, Trial};
use written::write_down;

pub(super) use trial::caused;
pub(super) use written::{unwritten, write_new};

/// Asks for what the flags leave out, writes the record, and shows what follows from it.
pub(super) fn run(global: &Global, options: &ChangeNewOptions) -> Status {
    let lang = global.lang();
    let project = global.project();
    if project.is_default {
        talk(nowhere_to_write(lang));
        return Status::Failed;
    }
    let when = global.when();
    let before = project.check(when, false);
    let Some(hall) = &before.hall else {
        report(global, &before.report, project.sources());
        talk(say(lang, "内容还读不出来，先改正上面的错误。", "The content cannot be read yet; mend the errors above."));
        return Status::Faulty;
    };
    let on = Occasion { hall, now: when.moment };
    let site = SiteBefore { project: &project, report: &before.report, when };
    if io::stdin().is_terminal() && !options.dry_run {
        let dialogue = Dialogue::new(io::stdin().lock(), io::stderr().lock(), lang);
        let conversation = Conversation { dialogue, global, site: &site, on, kept: KeptAnswers::of(&global.root) };
        return conversation.hold(options);
    }
    let draft = match drafted(options, on) {
        Ok(draft) => draft,
        Err(wrong) => return refuse(&wrong, lang),
    };
    if options.dry_run {
        data(&draft.yaml);
        return Status::Fine;
    }
    if site.has(&draft, lang) {
        return Status::Failed;
    }
    let trial = Trial::of(draft, &site);
    if trial.is_impossible() {
        report(global, &trial.new, trial.project.sources());
        talk(&match lang {
            Lang::Zh => {
                "这样的记录有错误，没有写入任何文件。改正后再运行一次；加 --dry-run 可看记录的样子。".to_owned()
            }
            Lang::En => "Such a record has errors; nothing was written. See it with --dry-run.".to_owned(),
        });
        return Status::Faulty;
    }
    write_down(global, trial)
}

/// Why nothing can be written down in a folder without a hall.
pub(super) fn nowhere_to_write(lang: Lang) -> &'static str {
    say(
        lang,
        "这是示例大厅，没有自己的 content/ 文件夹可写。先建自己的大厅：hallpress new 文件夹",
        "This is the sample hall, without a content/ of its own to write to. For yours: hallpress new DIR",
    )
}

/// The record the flags alone make, or all that is wrong with them.
fn drafted(options: &ChangeNewOptions, on: Occasion<'_>) -> Result<Draft, Vec<LocalizedText>> {
    let mut interview = Interview::default();
    let flags = std::iter::once((Slot::Kind, options.kind.clone())).chain(flags(options));
    let wrong = put_flags(flags, &mut interview, on);
    if wrong.is_empty() {
        let lacks = |lacks: Vec<Lack>| lacks.iter().map(Lack::by_flags).collect();
        return interview.answers().draft(on.hall, on.now.date()).map_err(lacks);
    }
    // A flag that is wrong is not missing as well.
    let missing = interview.answers().missing(on.hall);
    let is_read = |lack: &&Lack| !lack.slots.iter().any(|slot| wrong.iter().any(|(other, _)| slot == other));
    let missing = missing.iter().filter(is_read).map(Lack::by_flags);
    Err(wrong.iter().map(|(slot, why)| by_flag(*slot, why)).chain(missing).collect())
}

fn refuse(wrong: &[LocalizedText], lang: Lang) -> Status {
    talk(say(lang, "还不能写记录，请补上或改正：", "The record cannot be written yet; add or correct:"));
    for one in wrong {
        talk(&format!("  {}", one.get(lang)));
    }
    talk(say(
        lang,
        "没有写入任何文件。各选项的说明：hallpress change new --help",
        "Nothing was written. The flags: hallpress change new --help",
    ));
    Status::Failed
}
