//! `hallpress window pause|resume`, `hallpress hall pause|resume`: an emergency, or its end, written down and published by
//! one command, whatever else is broken.

use super::args::{BuildOptions, Global, HallCommand, PauseTerms, WindowCommand};
use super::build;
use super::change_new::{nowhere_to_write, unwritten, write_new};
use super::exit::Status;
use super::output::{report, say, talk};
use crate::content::ChangeKind;
use crate::diag::{Diagnostic, Lang, LocalizedText, Report};
use crate::drafting::{Answers, Draft, Lack, Occasion, Slot};
use crate::model::resolve::Withheld;
use crate::model::time::{midnight, minute_of};
use crate::model::{State, VenueId, WindowId};
use crate::plan::output::Tree;
use crate::plan::url;
use crate::plan::words::days::long_moment;
use crate::project::{Checked, Project};
use crate::publish::releases::Releases;
use crate::source::{Clock, Moment};
use crate::text::date::stamp;
use jiff::civil::DateTime;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::path::Path;

/// Pauses or resumes windows.
pub(super) fn window(global: &Global, command: &WindowCommand, begun: &Cell<bool>) -> Status {
    let named =
        |answers: &mut Answers, on: Occasion<'_>, windows: &[String]| answers.put(Slot::Window, &windows.join(","), on);
    match command {
        WindowCommand::Pause(options) => publish(global, begun, ChangeKind::Suspend, |answers, on| {
            named(answers, on, &options.windows)?;
            let is_paused = |state: &State| matches!(state, State::Suspended { .. });
            none_is(answers, on, is_paused, |window, state| already_paused(on, window, state))?;
            if !options.to_window.is_empty() {
                answers.put(Slot::ToWindow, &options.to_window.join(","), on)?;
            }
            paused(answers, &options.pause, on)
        }),
        WindowCommand::Resume { windows } => publish(global, begun, ChangeKind::Resume, |answers, on| {
            named(answers, on, windows)?;
            let serves = |state: &State| !matches!(state, State::Suspended { .. } | State::Absent);
            none_is(answers, on, serves, |window, _| {
                LocalizedText::new(format!("{window}窗口没有暂停"), format!("window {window} is not paused"))
            })
        }),
    }
}

/// Pauses or resumes all windows of the hall, or of one venue.
pub(super) fn hall(global: &Global, command: &HallCommand, begun: &Cell<bool>) -> Status {
    match command {
        HallCommand::Pause { venue, pause } => publish(global, begun, ChangeKind::Suspend, |answers, on| {
            let open = |state: &State| !matches!(state, State::Suspended { .. });
            let none = LocalizedText::new("没有可以暂停的窗口", "there is no window to pause");
            answers.windows = within(on, venue.as_deref(), open)?.ok_or(none)?;
            answers.applicant = Some(on.hall.unit(on.hall.organ).id().to_owned());
            paused(answers, pause, on)
        }),
        HallCommand::Resume { venue } => publish(global, begun, ChangeKind::Resume, |answers, on| {
            // What is suspended for whole days is under repair, say: the end of a power cut does not open it.
            let by_the_minute = |state: &State| match state {
                State::Suspended { change, .. } => {
                    let change = on.hall.change(*change);
                    change.kind == ChangeKind::Suspend && change.span.from != midnight(change.effective())
                }
                _ => false,
            };
            let none = LocalizedText::new(
                "没有突发暂停的窗口；按天暂停的，用 hallpress window resume 窗口号",
                "no window is paused by the minute; for one suspended for whole days: `hallpress window resume WINDOW`",
            );
            answers.windows = within(on, venue.as_deref(), by_the_minute)?.ok_or(none)?;
            answers.applicant = Some(on.hall.unit(on.hall.organ).id().to_owned());
            Ok(())
        }),
    }
}

/// That none of the windows is in such a state; `wrong` says of the first that is, by its number.
fn none_is(
    answers: &Answers,
    on: Occasion<'_>,
    such: impl Fn(&State) -> bool,
    wrong: impl Fn(&str, &State) -> LocalizedText,
) -> Result<(), LocalizedText> {
    let windows = on.hall.at(on.now).windows().filter(|(id, _)| answers.windows.contains(&on.hall.window(*id).id));
    let mut states = windows.map(|(id, version)| (version.facts.number.as_str(), on.hall.state(id, on.now)));
    states.find(|(_, state)| such(state)).map_or(Ok(()), |(number, state)| Err(wrong(number, &state)))
}

/// Since when a window is paused, and until when as far as that is known.
fn already_paused(on: Occasion<'_>, window: &str, state: &State) -> LocalizedText {
    let State::Suspended { change, resumes } = state else {
        return LocalizedText::new(format!("{window}窗口没有开放"), format!("window {window} is not open"));
    };
    let change = on.hall.change(*change);
    let said = |moment| long_moment(&on.hall.calendar, moment);
    let (zh, en) = match resumes {
        Some(resumes) => (format!("，预计{}恢复", said(*resumes)), format!(", until {}", stamp(*resumes))),
        None => Default::default(),
    };
    LocalizedText::new(
        format!(
            "{window}窗口已经暂停（{}起{zh}），见{}；恢复时运行 hallpress window resume {window}",
            said(change.span.from),
            change.origin.file
        ),
        format!(
            "window {window} is paused already (since {}{en}), see {}; `hallpress window resume {window}` ends it",
            stamp(change.span.from),
            change.origin.file
        ),
    )
}

/// Why and until when windows are paused.
fn paused(answers: &mut Answers, pause: &PauseTerms, on: Occasion<'_>) -> Result<(), LocalizedText> {
    if let Some(reason) = &pause.reason {
        answers.put(Slot::Reason, reason, on)?;
    }
    answers.resumes_at = pause.until.as_deref().map(|text| until(text, on.now)).transpose()?;
    Ok(())
}

/// A time of today, or a day with its time; it must lie ahead.
fn until(text: &str, now: DateTime) -> Result<DateTime, LocalizedText> {
    let today = |clock: Clock| minute_of(now.date(), clock.minutes);
    let read = Clock::parse(text).map(today).or_else(|_| Moment::parse(text).map(|moment| moment.0));
    let until = read.map_err(|_| {
        LocalizedText::new(
            format!("--until “{text}”不对，应为今天的几点，如 14:00，或日期和时刻，如 2026-12-01T09:00"),
            format!("--until \"{text}\" is not a time such as 14:00 or 2026-12-01T09:00"),
        )
    })?;
    if until <= now {
        return Err(LocalizedText::new(
            format!("--until {text} 已经过了；明天的写上日期，如 2026-12-01T09:00"),
            format!("--until {text} is over; write the day of another one, such as 2026-12-01T09:00"),
        ));
    }
    Ok(until)
}

/// The windows of a venue, or of all, whose state then is such; `None` where there is none.
fn within(
    on: Occasion<'_>,
    venue: Option<&str>,
    such: impl Fn(&State) -> bool,
) -> Result<Option<Vec<String>>, LocalizedText> {
    let Occasion { hall, now } = on;
    let venue = match venue {
        None => None,
        Some(text) => {
            let found = hall.venues.iter().position(|venue| venue.id() == text || venue.name() == text);
            let unknown = || LocalizedText::new(format!("没有场所“{text}”"), format!("there is no venue \"{text}\""));
            Some(VenueId(found.ok_or_else(unknown)?))
        }
    };
    let is_in = |of: VenueId| venue.is_none_or(|venue| hall.is_within(of, venue));
    let such = |id: &WindowId| such(&hall.state(*id, now));
    let windows = hall.at(now).windows().filter(|(_, version)| is_in(version.facts.venue)).map(|(id, _)| id);
    let ids: Vec<String> = windows.filter(such).map(|id| hall.window(id).id.clone()).collect();
    Ok((!ids.is_empty()).then_some(ids))
}

/// Writes the record and builds.
fn publish(
    global: &Global,
    begun: &Cell<bool>,
    kind: ChangeKind,
    answer: impl Fn(&mut Answers, Occasion<'_>) -> Result<(), LocalizedText>,
) -> Status {
    let lang = global.lang();
    let project = global.project();
    if project.is_default {
        talk(nowhere_to_write(lang));
        return Status::Failed;
    }
    let when = global.when();
    let now = when.moment.with().second(0).subsec_nanosecond(0).build().unwrap_or(when.moment);
    let begun_with = Answers {
        kind: Some(kind),
        effective: Some(now.date()),
        effective_at: Some(Clock { minutes: now.hour() as u16 * 60 + now.minute() as u16 }),
        taken: ids_of_files(global),
        ..Answers::default()
    };
    let mut refusals = Vec::new();
    let draft = sites(&global.base(), project).into_iter().find_map(|site| {
        let drafted = drafted(&site, begun_with.clone(), &answer, now)?;
        drafted.map_err(|why| refusals.push(why)).ok()
    });
    let Some(draft) = draft else { return refuse(global, refusals.into_iter().next()) };
    if let Err(cause) = write_new(&global.root.join(&draft.path), &draft.yaml) {
        unwritten(&draft.path, &cause, lang);
        return Status::Failed;
    }
    talk(&format!("{}{}", say(lang, "已写入 ", "written: "), draft.path));
    let mut posting = None;
    let options = BuildOptions { withhold: true, clock_is_right: false, emergency: Some(draft.path.clone()) };
    let status = build::run_then(global, &options, begun, &mut |_, checked, _| {
        posting = to_post(checked, &draft.path, lang);
    });
    posting.iter().for_each(|line| talk(line));
    status
}

/// What is left to do by hand once it is published: the poster, and where it is put up.
fn to_post(checked: &Checked, file: &str, lang: Lang) -> Option<String> {
    let hall = checked.hall.as_deref()?;
    let change = hall.changes.iter().find(|change| *change.origin.file == *file)?;
    let path = url::poster(&change.id);
    let is_made = checked.plan.outputs.iter().any(|output| output.tree == Tree::Print && output.path == path);
    let names: Vec<&str> = change.postings.iter().map(|posting| hall.posting(posting.place).name.as_str()).collect();
    is_made.then(|| match lang {
        Lang::Zh if names.is_empty() => format!("海报：print/{path}"),
        Lang::Zh => format!("海报：print/{path}；张贴：{}", names.join("、")),
        Lang::En => format!("poster: print/{path}; to be put up at: {}", names.join(", ")),
    })
}

/// The ids of the records there are files of, whether or not they can be read.
fn ids_of_files(global: &Global) -> BTreeSet<String> {
    let files = std::fs::read_dir(global.root.join("content/changes")).into_iter().flatten().flatten();
    files.filter_map(|file| Some(file.path().file_stem()?.to_string_lossy().into_owned())).collect()
}

/// The site as it is written and as it was last released; first the one that can be published, as far as that is seen
/// from reading it: of what cannot be read, no window would be named.
fn sites(base: &Path, written: Project) -> Vec<Project> {
    let releases = Releases::of(base);
    let released = releases.all().map(|history| releases.sound(&history).0).unwrap_or_default();
    let released = written.as_released(&released);
    let mut unread = Vec::new();
    let _ = written.content(&mut unread);
    match unread.iter().any(|d| d.severity.blocks() && !Withheld::can_leave_out(&d.place)) {
        true => vec![released, written],
        false => vec![written, released],
    }
}

/// Why no record was written.
enum Refusal {
    /// What was asked for is not possible.
    Asked(Vec<LocalizedText>),
    /// The record would have these faults.
    Faulty(Box<Project>, Vec<Diagnostic>),
}

/// The record against a site; `None` where that makes no hall.
fn drafted(
    site: &Project,
    mut answers: Answers,
    answer: impl Fn(&mut Answers, Occasion<'_>) -> Result<(), LocalizedText>,
    now: DateTime,
) -> Option<Result<Draft, Refusal>> {
    let hall = site.resolve(&site.content(&mut Vec::new()), &mut Vec::new())?;
    let draft = match answer(&mut answers, Occasion { hall: &hall, now }) {
        Ok(()) => answers.draft(&hall, now.date()).map_err(|lacks| lacks.iter().map(Lack::by_flags).collect()),
        Err(wrong) => Err(vec![wrong]),
    };
    let draft = match draft {
        Ok(draft) => draft,
        Err(wrong) => return Some(Err(Refusal::Asked(wrong))),
    };
    let mut found = Vec::new();
    let with_it = site.with_file(draft.path.clone(), draft.yaml.clone().into_bytes());
    let _ = with_it.resolve(&with_it.content(&mut Vec::new()), &mut found);
    found.retain(|d| *d.place.file == *draft.path && d.severity.blocks());
    Some(if found.is_empty() { Ok(draft) } else { Err(Refusal::Faulty(Box::new(with_it), found)) })
}

/// Says why; without a reason no site could be read.
fn refuse(global: &Global, why: Option<Refusal>) -> Status {
    let lang = global.lang();
    match why {
        Some(Refusal::Asked(wrong)) => {
            wrong.iter().for_each(|one| talk(one.get(lang)));
            Status::Failed
        }
        Some(Refusal::Faulty(site, found)) => {
            report(global, &Report::new(found, site.sources()), site.sources());
            talk(say(lang, "没有写入任何文件。", "Nothing was written."));
            Status::Faulty
        }
        None => {
            talk(say(
                lang,
                "内容读不出来，也没有发布过可以沿用的内容：先改正 hallpress check 指出的错误。",
                "The content cannot be read, and nothing was released to fall back on: mend what `hallpress check` reports.",
            ));
            Status::Faulty
        }
    }
}
