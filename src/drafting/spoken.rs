//! Dates, times of day and lengths as people say them, in the one form they are read in here: half-width, without
//! blanks, figures for Chinese numerals, one word for each thing.

use crate::source::{Clock, tight};

/// Words that mean the same, the longer first; what is only a measure word goes.
const SAME: [(&str, &str); 29] = [
    ("礼拜", "周"),
    ("星期", "周"),
    ("个", ""),
    ("号", "日"),
    ("之后", "后"),
    ("以后", "后"),
    ("之前", "前"),
    ("以前", "前"),
    ("今日", "今天"),
    ("明日", "明天"),
    ("昨日", "昨天"),
    ("这月", "本月"),
    ("这周", "本周"),
    ("月末", "月底"),
    ("dayaftertomorrow", "后天"),
    ("tomorrow", "明天"),
    ("today", "今天"),
    ("yesterday", "昨天"),
    ("next", "下"),
    ("monday", "周1"),
    ("tuesday", "周2"),
    ("wednesday", "周3"),
    ("thursday", "周4"),
    ("friday", "周5"),
    ("saturday", "周6"),
    ("sunday", "周7"),
    ("workdays", "工作日"),
    ("days", "天"),
    ("weeks", "周"),
];

/// `两个星期以后` as `2周后`, `十月十二号` as `10月12日`.
pub(super) fn plainly(text: &str) -> String {
    let plain = SAME.iter().fold(tight(text).to_lowercase(), |plain, (from, to)| plain.replace(from, to));
    let plain = in_figures(&plain);
    // English says it the other way round: in 3 days.
    match plain.strip_prefix("in") {
        Some(length) => format!("{length}后"),
        None => plain,
    }
}

/// Chinese numerals up to 99, and years written figure by figure, in figures.
fn in_figures(text: &str) -> String {
    let numeral = |ch: char| {
        if ch == '两' { Some(2) } else { "〇一二三四五六七八九十".chars().position(|n| n == ch) }
    };
    let (mut out, mut run) = (String::new(), Vec::new());
    for ch in text.chars().map(Some).chain([None]) {
        let value = ch.map(|ch| if ch == '零' { '〇' } else { ch }).and_then(numeral);
        match value {
            Some(value) => run.push(value),
            None => {
                out += &figures(&run);
                run.clear();
                out.extend(ch);
            }
        }
    }
    out
}

/// `[2, 10, 5]` is 25, `[10]` is 10, `[2, 0, 2, 6]` is 2026.
fn figures(run: &[usize]) -> String {
    let each = |run: &[usize]| run.iter().map(usize::to_string).collect::<String>();
    match run {
        [] => String::new(),
        [10] => "10".to_owned(),
        [10, one] => (10 + one).to_string(),
        [ten, 10] => (ten * 10).to_string(),
        [ten, 10, one] => (ten * 10 + one).to_string(),
        run => each(run),
    }
}

/// A unit in which a length is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LengthUnit {
    Days,
    Workdays,
    Months,
}

/// `3天`, `2周`, `半月` as how many of which unit; of what [`plainly`] gives.
pub(super) fn length(plain: &str) -> Option<(u32, LengthUnit)> {
    match plain {
        "半月" => return Some((15, LengthUnit::Days)),
        "半年" => return Some((6, LengthUnit::Months)),
        _ => {}
    }
    let figures = plain.bytes().take_while(u8::is_ascii_digit).count();
    // More than four figures is no length of anything here.
    let number: u32 = plain[..figures].parse().ok().filter(|_| figures <= 4)?;
    let (times, unit) = match &plain[figures..] {
        "天" | "日" | "day" => (1, LengthUnit::Days),
        "周" | "week" => (7, LengthUnit::Days),
        "月" | "month" | "months" => (1, LengthUnit::Months),
        "年" | "year" | "years" => (12, LengthUnit::Months),
        "工作日" | "workday" => (1, LengthUnit::Workdays),
        _ => return None,
    };
    (number > 0).then_some((number * times, unit))
}

/// A text that ends in a time of day as what is before it and the time: `昨天下午4点半`, `2026-10-09T16:00`.
pub(super) fn before_clock(text: &str) -> Option<(String, Clock)> {
    const PARTS: [(&str, u16); 7] =
        [("凌晨", 0), ("早上", 0), ("上午", 0), ("中午", 12), ("下午", 12), ("傍晚", 12), ("晚上", 12)];
    // Blanks part the day from the hour, so they go only now.
    let text: String = text.split_whitespace().map(tight).collect::<Vec<_>>().join(" ");
    let is_of_clock = |ch: char| ch.is_ascii_digit() || ch == ':' || "点时分半一二三四五六七八九十两".contains(ch);
    let rest = text.trim_end_matches(is_of_clock);
    let clock = in_figures(&text[rest.len()..]);
    let (rest, afternoon) =
        PARTS.iter().find_map(|(word, hours)| Some((rest.trim_end().strip_suffix(word)?, *hours))).unwrap_or((rest, 0));
    let (hour, minute) = clock.split_once([':', '点', '时'])?;
    let minute = match minute.trim_end_matches('分') {
        "" => "00",
        "半" => "30",
        minute => minute,
    };
    let hour: u16 = hour.parse().ok()?;
    let hour = if hour < 12 { hour + afternoon } else { hour };
    let clock = Clock::parse(&format!("{hour}:{minute:0>2}")).ok()?;
    Some((rest.trim_end_matches(['T', 't', ' ']).to_owned(), clock))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_form_for_all_ways_of_saying_it() {
        for (said, plain) in [
            ("两个星期以后", "2周后"),
            ("十月十二号", "10月12日"),
            ("二〇二六年十月二十五日", "2026年10月25日"),
            ("２０２６－１０－１２", "2026-10-12"),
            ("下个礼拜一", "下周1"),
            ("in 3 days", "3天后"),
            ("next Monday", "下周1"),
            ("三 十 天", "30天"),
        ] {
            assert_eq!(plainly(said), plain, "{said}");
        }
    }

    #[test]
    fn lengths() {
        for (said, days) in [("三天", Some((3, LengthUnit::Days))), ("两周", Some((14, LengthUnit::Days)))] {
            assert_eq!(length(&plainly(said)), days, "{said}");
        }
        assert_eq!(length(&plainly("一个月")), Some((1, LengthUnit::Months)));
        assert_eq!(length(&plainly("5个工作日")), Some((5, LengthUnit::Workdays)));
        for said in ["零天", "几天", "天", "10月12日", "99999天", ""] {
            assert_eq!(length(&plainly(said)), None, "{said}");
        }
    }

    #[test]
    fn times_of_day() {
        for (said, day, clock) in [
            ("昨天下午4点半", "昨天", "16:30"),
            ("2026-10-09T16:00", "2026-10-09", "16:00"),
            ("2026-10-09 9:05", "2026-10-09", "9:05"),
            ("10月9日16：00", "10月9日", "16:00"),
            ("今天上午九点", "今天", "9:00"),
            ("中午12点", "", "12:00"),
        ] {
            let (rest, read) = before_clock(said).unwrap_or_else(|| panic!("{said}"));
            assert_eq!((rest.as_str(), read.to_string().as_str()), (day, clock), "{said}");
        }
        for said in ["2026-10-09", "今天", "25点", "下午"] {
            assert!(before_clock(said).is_none(), "{said}");
        }
    }
}
