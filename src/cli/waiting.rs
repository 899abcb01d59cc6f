//! Records that wait for a step or for their day, in words.

use crate::diag::Lang;
use crate::model::hours::Exception;
use crate::model::life::AwaitedStep;
use crate::model::{Hall, When};
use crate::project::Waiting;
use crate::text::date::{english, long_weekday};
use jiff::civil::{DateTime, Time};

/// A line for each record that waits: what it lacks, by when, by which clause.
pub(super) fn waiting(records: &[Waiting], hall: Option<&Hall>, lang: Lang) -> Vec<String> {
    let cited = |clause| hall.map_or("", |hall| hall.profile.cited(clause));
    let line = |waiting: &Waiting| {
        let awaited = waiting.awaited.iter();
        let steps: Vec<String> = awaited.map(|awaited| step(awaited, cited(awaited.clause), lang)).collect();
        match lang {
            Lang::Zh => format!("等待办理：{}（{}）：{}", waiting.name, waiting.file, steps.join("、")),
            Lang::En => format!("waiting: {} ({}): {}", waiting.name, waiting.file, steps.join(", ")),
        }
    };
    records.iter().map(line).collect()
}

/// A line for each circular of other hours that is not published yet: when it will be.
pub(super) fn coming_circulars(hall: &Hall, when: When, lang: Lang) -> Vec<String> {
    let days = hall.profile.holiday_notice();
    let coming = hall.hours.exceptions.iter().map(|other| (other, other.public_from(days)));
    let coming = coming.filter(|(_, public)| *public > when.moment);
    let line = |(other, public): (&Exception, DateTime)| {
        let first = other.span.from.date();
        let (id, day) = (&other.id, public.date());
        match lang {
            Lang::Zh => format!(
                "等待发布：临时调整“{id}”（{}起）的通告，{}{}自动发布",
                long_weekday(first),
                long_weekday(day),
                if public.time() == Time::midnight() {
                    String::new()
                } else {
                    format!("{:02}:{:02}", public.hour(), public.minute())
                }
            ),
            Lang::En => format!(
                "to be published: the circular of other hours \"{id}\" ({}) on {}",
                english(first),
                english(day)
            ),
        }
    };
    coming.map(line).collect()
}

/// `备案，最迟2026年10月9日（星期五）（Y16.3.3a）`.
fn step(awaited: &AwaitedStep, clause: &str, lang: Lang) -> String {
    let word = awaited.step.word();
    let clause = match (clause, lang) {
        ("", _) => String::new(),
        (clause, Lang::Zh) => format!("（{clause}）"),
        (clause, Lang::En) => format!(" ({clause})"),
    };
    match (lang, awaited.due) {
        (Lang::Zh, Ok(due)) => format!("{word}，最迟{}{clause}", long_weekday(due)),
        (Lang::Zh, Err(year)) => format!("{word}，没有{}年的节假日安排，期限算不出{clause}", year.0),
        (Lang::En, Ok(due)) => format!("{word} by {}{clause}", english(due)),
        (Lang::En, Err(year)) => format!("{word}, no calendar for {}{clause}", year.0),
    }
}
