//! Days in words, as announcements, messages and screens put them.

use crate::content::wording::DayWords;
use crate::model::Grounds;
use crate::model::calendar::{Calendar, Day};
use crate::model::time::{Span, midnight, next_day};
use crate::text::date;
use jiff::civil::{Date, DateTime};

/// `2026年10月12日（星期一）`, `2026年1月4日（星期日，调休上班）`: who reads only Sunday stays at home.
pub fn long_day(calendar: &Calendar, day: Date) -> String {
    format!("{}（{}）", date::long(day), weekday(calendar, day))
}

/// The same without the year: `1月4日（星期日，调休上班）`.
pub fn short_day(calendar: &Calendar, day: Date) -> String {
    format!("{}月{}日（{}）", day.month(), day.day(), weekday(calendar, day))
}

/// `星期一`, `星期日，调休上班`.
pub fn weekday(calendar: &Calendar, day: Date) -> String {
    let weekday = date::weekday(day);
    if calendar.day(day) == Day::MakeUp { format!("{weekday}，{MAKE_UP}") } else { weekday.to_owned() }
}

/// What is said of a weekend day on which people work.
pub const MAKE_UP: &str = "调休上班";

/// `自2026年10月12日（星期一）起`, `于2026年10月12日（星期一）`, `自2026年10月12日（星期一）至10月16日（星期五）`; what begins or
/// ends within a day with its time: `自2026年11月16日（星期一）10:40至14:00`.
pub fn from_to(hall: &Grounds, span: &Span) -> String {
    let (words, spoken) = (&hall.wording.days, Spoken::long(hall, span));
    match spoken.to {
        SpokenEnd::Same => words.on(&spoken.from),
        SpokenEnd::At(to) => words.between(&spoken.from, &to),
        SpokenEnd::Open => words.from(&spoken.from),
    }
}

/// The same without a preposition: `2026年10月12日（星期一）起`, `2026年10月12日（星期一）`, `…至…`.
pub fn plain(hall: &Grounds, span: &Span) -> String {
    Spoken::long(hall, span).plain(&hall.wording.days)
}

/// The same without years: `10月12日（星期一）起`.
pub fn short(hall: &Grounds, span: &Span) -> String {
    let say = |day| short_day(&hall.calendar, day);
    Spoken::of(span, say, say).plain(&hall.wording.days)
}

/// `2026年11月16日（星期一）10:40`; at midnight the day alone.
pub fn long_moment(calendar: &Calendar, moment: DateTime) -> String {
    with_clock(long_day(calendar, moment.date()), moment)
}

/// `11月16日（星期一）10:40`; at midnight the day alone.
pub fn short_moment(calendar: &Calendar, moment: DateTime) -> String {
    with_clock(short_day(calendar, moment.date()), moment)
}

fn with_clock(day: String, moment: DateTime) -> String {
    if moment == midnight(moment.date()) { day } else { format!("{day}{}", date::clock(moment)) }
}

/// The beginning and the end of a stretch of time in words.
struct Spoken {
    from: String,
    to: SpokenEnd,
}

enum SpokenEnd {
    /// No end is recorded.
    Open,
    /// It is one whole day.
    Same,
    At(String),
}

impl Spoken {
    fn long(hall: &Grounds, span: &Span) -> Self {
        let first = span.from.date();
        Self::of(span, |day| long_day(&hall.calendar, day), |last| last_day(&hall.calendar, first, last))
    }

    /// `first` says the day it begins on, `last` the day it ends on.
    fn of(span: &Span, first: impl Fn(Date) -> String, last: impl Fn(Date) -> String) -> Self {
        let day = span.from.date();
        let from = with_clock(first(day), span.from);
        let to = match span.last_day() {
            None => SpokenEnd::Open,
            Some(end) if end == day && span.from == midnight(day) && span.to == midnight(next_day(day)) => {
                SpokenEnd::Same
            }
            Some(end) if end == day && span.to == midnight(next_day(day)) => SpokenEnd::At("24:00".to_owned()),
            Some(end) if end == day => SpokenEnd::At(date::clock(span.to)),
            Some(end) if span.to == midnight(next_day(end)) => SpokenEnd::At(last(end)),
            Some(end) => SpokenEnd::At(with_clock(last(end), span.to)),
        };
        Self { from, to }
    }

    fn plain(self, words: &DayWords) -> String {
        match self.to {
            SpokenEnd::Same => self.from,
            SpokenEnd::At(to) => words.to(&self.from, &to),
            SpokenEnd::Open => words.since(&self.from),
        }
    }
}

/// The year is said again only where it is another one.
fn last_day(calendar: &Calendar, first: Date, last: Date) -> String {
    if last.year() == first.year() { short_day(calendar, last) } else { long_day(calendar, last) }
}

#[cfg(test)]
mod tests {
    use super::{from_to, long_day, plain, short};
    use crate::model::time::Span;
    use crate::plan::sample;
    use jiff::civil::date;

    #[test]
    fn one_day_is_said_once_and_a_year_again_only_where_it_changes() {
        let hall = &sample::hall();
        let (first, last, next) = (date(2026, 12, 30), date(2026, 12, 31), date(2027, 1, 2));
        assert_eq!(from_to(hall, &Span::since(first)), "自2026年12月30日（星期三）起");
        assert_eq!(from_to(hall, &Span::days(first, first)), "于2026年12月30日（星期三）");
        assert_eq!(from_to(hall, &Span::days(first, last)), "自2026年12月30日（星期三）至12月31日（星期四）");
        assert_eq!(plain(hall, &Span::days(first, next)), "2026年12月30日（星期三）至2027年1月2日（星期六）");
        assert_eq!(short(hall, &Span::days(first, first)), "12月30日（星期三）");
        assert_eq!(short(hall, &Span::days(first, next)), "12月30日（星期三）至1月2日（星期六）");
    }

    #[test]
    fn what_begins_or_ends_within_a_day_says_its_time() {
        let hall = &sample::hall();
        let at = |day: i8, hour: i8, minute: i8| date(2026, 11, day).at(hour, minute, 0, 0);
        let said = |from, to| plain(hall, &Span { from, to });
        assert_eq!(said(at(16, 10, 40), at(16, 14, 0)), "2026年11月16日（星期一）10:40至14:00");
        assert_eq!(said(at(16, 10, 40), at(17, 9, 0)), "2026年11月16日（星期一）10:40至11月17日（星期二）9:00");
        assert_eq!(said(at(16, 10, 40), at(17, 0, 0)), "2026年11月16日（星期一）10:40至24:00");
        assert_eq!(said(at(16, 10, 40), at(18, 0, 0)), "2026年11月16日（星期一）10:40至11月17日（星期二）");
        let open = Span { from: at(16, 10, 40), to: jiff::civil::DateTime::MAX };
        assert_eq!(from_to(hall, &open), "自2026年11月16日（星期一）10:40起");
        assert_eq!(short(hall, &open), "11月16日（星期一）10:40起");
    }

    #[test]
    fn a_weekend_day_on_which_people_work_says_so() {
        let hall = &sample::hall();
        assert_eq!(long_day(&hall.calendar, date(2026, 1, 4)), "2026年1月4日（星期日，调休上班）");
        assert_eq!(short(hall, &Span::since(date(2026, 10, 10))), "10月10日（星期六，调休上班）起");
    }
}
