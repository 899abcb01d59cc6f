//! `hallpress printed`: records in the print ledger that boards have been made and put up.

use super::args::{Format, Global, PrintedOptions};
use super::exit::{Status, status};
use super::output::{data, report, say, talk};
use crate::diag::Lang;
use crate::plan::boards::print_ledger::{LEDGER_FILE, PostedBoard, PrintLedger, text_digest};
use crate::plan::lines::ContentLine;
use crate::plan::staff::{is_to_move, should_be_posted};
use crate::publish::{PublishError, write_whole};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::path::Path;

/// Boards and signs by their ids, each with its size and its text.
type CurrentBoards = BTreeMap<String, ((f64, f64), Vec<ContentLine>)>;

/// Records the named boards as they should be on the day; a sign is named by its id, or all signs by their board's.
pub(super) fn run(global: &Global, options: &PrintedOptions) -> Status {
    let lang = global.lang();
    if options.all != options.boards.is_empty() {
        talk(say(lang, "写出换好的标牌的编号，或用 --all 登记全部标牌。", "Name the boards, or record all by --all."));
        return Status::Failed;
    }
    let when = global.when();
    let project = global.project();
    let checked = project.check(when, false);
    let Some(hall) = checked.in_force.as_ref().filter(|_| checked.publishable) else {
        // A board that is not published must not be recorded as put up.
        report(global, &checked.report, project.sources());
        talk(say(lang, "内容有错误，没有登记。", "The content has errors; nothing was recorded."));
        return status(&checked.report);
    };
    if checked.report.diagnostics.iter().any(|d| d.rule.id == crate::plan::boards::print_ledger::PRINT_LEDGER.id) {
        report(global, &checked.report, project.sources());
        return Status::Failed;
    }
    let now = should_be_posted(hall, &checked.plan.outputs);
    let mut ledger: PrintLedger = project.past().printed.clone();
    let is_known = |name: &str| now.keys().chain(ledger.boards.keys()).any(|id| is_called(id, name));
    if let Some(name) = options.boards.iter().find(|name| !is_known(name)) {
        talk(&match lang {
            Lang::Zh => format!("没有标牌“{name}”，没有登记。编号见 hallpress list boards 和更换清单。"),
            Lang::En => format!("no board \"{name}\"; nothing was recorded. See `hallpress list boards`."),
        });
        return Status::Failed;
    }
    let day = when.moment.date();
    let is_to_move = |id: &str, hung: &PostedBoard| is_to_move(hall, id, hung, day);
    let recorded = record(&mut ledger, &now, options, day, &is_to_move);
    if let Err(cause) = write(&global.root.join(LEDGER_FILE), &ledger) {
        talk(&match lang {
            Lang::Zh => format!("写不了印制台账 {LEDGER_FILE}：{cause}。没有登记。"),
            Lang::En => format!("cannot write {LEDGER_FILE}: {cause}. Nothing was recorded."),
        });
        return Status::Failed;
    }
    for (id, what) in &recorded {
        data(&match (global.format, lang, *what) {
            (Format::Text, Lang::Zh, "hung") => format!("已登记：{id}（{day}挂出{}）\n", said(&now, id)),
            (Format::Text, Lang::Zh, "moved") => format!("已登记：{id}（{day}移装）\n"),
            (Format::Text, Lang::Zh, _) => format!("已登记：{id}（{day}拆除）\n"),
            (Format::Text, Lang::En, what) => format!("recorded: {id} ({what} {day})\n"),
            (_, _, what) => format!("{}\n", serde_json::json!({"id": id, "what": what, "day": day.to_string()})),
        });
    }
    talk(&match lang {
        Lang::Zh => {
            format!("登记{}块，台账共{}块：{LEDGER_FILE}（请随内容一起备份）", recorded.len(), ledger.boards.len())
        }
        Lang::En => format!("{} recorded, {} in the ledger: {LEDGER_FILE}", recorded.len(), ledger.boards.len()),
    });
    Status::Fine
}

/// What a sign says, so that nobody records the one of the eve for that of the day.
fn said(now: &CurrentBoards, id: &str) -> String {
    let number = now.get(id).and_then(|(_, lines)| lines.iter().find(|line| line.key == "number"));
    number.map(|number| format!("，写着“{}”", number.text)).unwrap_or_default()
}

/// Whether `name` is the id of the board, or of the board the sign belongs to: `hanging` of `hanging-w-a01`.
fn is_called(id: &str, name: &str) -> bool {
    id.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// Records the named boards as they should be on `day`; returns those whose record changed, and how.
fn record(
    ledger: &mut PrintLedger,
    now: &CurrentBoards,
    options: &PrintedOptions,
    day: Date,
    is_to_move: &dyn Fn(&str, &PostedBoard) -> bool,
) -> Vec<(String, &'static str)> {
    let named = |id: &str| options.all || options.boards.iter().any(|name| is_called(id, name));
    let mut recorded = Vec::new();
    for (id, (size, lines)) in now.iter().filter(|(id, _)| named(id)) {
        let hung = PostedBoard { on: day, says: text_digest(*size, lines), lines: lines.clone(), moved_on: None };
        match ledger.boards.get_mut(id) {
            // The day a board was put up stays as long as its content is the same.
            Some(before) if before.says == hung.says => {
                if is_to_move(id, before) {
                    before.moved_on = Some(day);
                    recorded.push((id.clone(), "moved"));
                }
            }
            _ => {
                ledger.boards.insert(id.clone(), hung);
                ledger.gone.remove(id);
                recorded.push((id.clone(), "hung"));
            }
        }
    }
    let gone: Vec<String> = ledger.boards.keys().filter(|id| !now.contains_key(*id) && named(id)).cloned().collect();
    for id in gone {
        ledger.boards.remove(&id);
        ledger.gone.insert(id.clone(), day);
        recorded.push((id, "removed"));
    }
    recorded
}

fn write(path: &Path, ledger: &PrintLedger) -> Result<(), PublishError> {
    let text = serde_json::to_string_pretty(ledger).unwrap_or_default();
    write_whole(path, format!("{text}\n").as_bytes())
}
