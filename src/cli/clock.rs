//! The one look at the clock, and a clock that runs behind: a live build for it would take back what was published since.

use super::args::{BuildOptions, Global};
use crate::diag::Lang;
use crate::model::When;
use crate::publish::last_moment;
use crate::text::date::stamp;
use jiff::civil::DateTime;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Now in China (UTC+8 all year, no daylight saving since 1991), to the second.
pub(super) fn now() -> DateTime {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs());
    let china = i64::try_from(seconds).unwrap_or(0) + 8 * 3600;
    DateTime::constant(1970, 1, 1, 0, 0, 0, 0).saturating_add(jiff::Span::new().seconds(china))
}

impl Global {
    /// The moment asked for, or now: China keeps UTC+8 all year.
    pub(super) fn when(&self) -> When {
        let moment = self.as_of.unwrap_or_else(now);
        When { moment, horizon_days: self.horizon }
    }
}

/// How far a clock may be behind the last build: clocks of two machines differ by seconds, and are set back by as much
/// when they are synchronised. Nothing a hall says changes twice in so short a time.
const TOLERANCE: Duration = Duration::from_secs(10 * 60);

/// Why a build of the clock's `moment` must not go on; `None` when it may: the clock is not behind, the moment was
/// chosen, or the clock was declared right.
pub(super) fn refusal(global: &Global, options: &BuildOptions, moment: DateTime) -> Option<String> {
    if global.as_of.is_some() || options.clock_is_right {
        return None;
    }
    let last = last_moment(&global.base()).filter(|last| is_behind(moment, *last))?;
    let (now, last) = (stamp(moment), stamp(last));
    Some(match global.lang() {
        Lang::Zh => format!(
            "这台电脑的时钟是 {now}（北京时间），而上次发布是 {last}：按早于上次的时刻发布，会撤下公告、把窗口改回原样、\
             让条屏过期。没有发布任何内容，原有内容未动。请先把电脑的日期、时间和时区调对，再运行一次；\
             如果现在的时钟是对的（例如上次发布时时钟走快了），运行 hallpress build --clock-is-right。"
        ),
        Lang::En => format!(
            "this computer's clock says {now} (Beijing time), but the last publish was of {last}: publishing an earlier \
             moment would take down notices, move windows back and let screens expire. Nothing was published. Set the \
             date, time and time zone, and run again; if the clock is right now (it ran ahead the last time, say), run \
             hallpress build --clock-is-right."
        ),
    })
}

fn is_behind(now: DateTime, last: DateTime) -> bool {
    now.saturating_add(TOLERANCE) < last
}

#[cfg(test)]
mod tests {
    use super::is_behind;
    use jiff::civil::date;

    #[test]
    fn a_clock_a_little_behind_is_fine() {
        let last = date(2026, 10, 12).at(9, 0, 0, 0);
        assert!(!is_behind(last, last));
        assert!(!is_behind(date(2026, 10, 12).at(8, 50, 0, 0), last));
        assert!(is_behind(date(2026, 10, 12).at(8, 49, 59, 0), last));
        assert!(is_behind(date(2020, 1, 1).at(0, 0, 0, 0), last));
        assert!(!is_behind(date(2027, 1, 1).at(0, 0, 0, 0), last));
    }
}
