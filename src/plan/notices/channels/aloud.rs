//! An announcement to be read aloud over the hall's loudspeakers: no brackets, dates and numbers as one says them,
//! short sentences.

use crate::plan::notices::document::{Block, Document};
use crate::plan::words::days::MAKE_UP;

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
/// Words before which 2 is 两.
const COUNTED: [&str; 12] = ["小时", "个", "名", "天", "次", "层", "份", "台", "处", "位", "家", "件"];
/// Text in brackets of up to so many characters is read as a part of its sentence.
const SHORT: usize = 6;
/// Words before which a number is read as an amount, however long it is.
const AMOUNTS: [&str; 6] = ["元", "人", "个", "件", "平方米", "米"];

/// The text to be read, one paragraph a line. Years that are `year` are left out.
pub fn aloud(document: &Document, year: i16) -> String {
    let mut lines = vec![sentence(&document.title)];
    lines.extend(document.salutation.clone());
    for block in &document.blocks {
        match block {
            Block::Heading { text, .. } => lines.push(sentence(text)),
            Block::Text { text } | Block::Item { text, .. } => lines.push(text.clone()),
            Block::Picture { .. } => {}
            Block::Table { rows } => lines.extend(rows.iter().map(|row| sentence(&row.join("，")))),
        }
    }
    lines.push(format!("{}。", document.signature));
    lines.push(format!("{}。", document.dated));
    let mut text = String::new();
    for line in lines {
        text.push_str(&read_aloud(&line, year));
        text.push('\n');
    }
    text
}

fn sentence(text: &str) -> String {
    if text.ends_with(['。', '：', '！', '？']) { text.to_owned() } else { format!("{text}。") }
}

/// A text as it is read.
pub fn read_aloud(text: &str, year: i16) -> String {
    let chars: Vec<char> = unbracketed(text).chars().collect();
    let mut out = String::new();
    let mut at = 0;
    // Whether what was just said is the number of a window, so that 窗口 becomes 号窗口.
    let mut numbered = false;
    let mut quoted = 0_u32;
    while let Some(c) = chars.get(at).copied() {
        let rest = chars.get(at..).unwrap_or_default();
        if c.is_ascii_uppercase() && !last_is_letter(&chars, at) && digits(rest.get(1..).unwrap_or_default()) >= 2 {
            let n = digits(rest.get(1..).unwrap_or_default());
            let number: String = rest.iter().skip(1).take(n).collect();
            out.push(c);
            out.push_str(&if number.starts_with('0') { spelled(&number) } else { cardinal(&number) });
            at += 1 + n;
            numbered = true;
            continue;
        }
        if numbered && (starts(rest, "窗口") || matches!(c, '，' | '。' | '；')) {
            out.push('号');
        }
        numbered = false;
        if c.is_ascii_digit() {
            at += number(rest, &chars, at, year, &mut out);
            continue;
        }
        match c {
            '《' | '》' | '"' => {}
            // What is quoted is a part of its sentence.
            '“' | '‘' => quoted += 1,
            '”' | '’' => quoted = quoted.saturating_sub(1),
            '；' => out.push(if quoted > 0 { '，' } else { '。' }),
            '—' | '–' | '~' | '～' => {
                if !out.ends_with('至') {
                    out.push('至');
                }
            }
            // A dash between the parts of a phone number is not read.
            '-' if chars.get(at + 1).is_some_and(char::is_ascii_digit) => {}
            c => out.push(c),
        }
        at += 1;
    }
    tidy(&out)
}

/// Says the number at the start of `rest`; how many characters it took.
fn number(rest: &[char], all: &[char], at: usize, year: i16, out: &mut String) -> usize {
    let n = digits(rest);
    let text: String = rest.iter().take(n).collect();
    let after = rest.get(n..).unwrap_or_default();
    // A year; `year` itself is not said before a month.
    if n == 4 && after.first() == Some(&'年') {
        let dated = after.get(1).is_some_and(char::is_ascii_digit);
        if dated && text == year.to_string() {
            return n + 1;
        }
        out.push_str(&spelled(&text));
        return n;
    }
    // A time of day.
    if n <= 2 && after.first() == Some(&':') && digits(after.get(1..).unwrap_or_default()) == 2 {
        let minutes: String = after.iter().skip(1).take(2).collect();
        out.push_str(&cardinal(&text));
        out.push('点');
        if minutes != "00" {
            out.push_str(&if minutes.starts_with('0') { spelled(&minutes) } else { cardinal(&minutes) });
            out.push('分');
        }
        return n + 3;
    }
    if after.first() == Some(&'.') && after.get(1).is_some_and(char::is_ascii_digit) {
        let m = digits(after.get(1..).unwrap_or_default());
        let part: String = after.iter().skip(1).take(m).collect();
        out.push_str(&format!("{}点{}", cardinal(&text), spelled(&part)));
        return n + 1 + m;
    }
    if after.first() == Some(&'%') {
        out.push_str(&format!("百分之{}", cardinal(&text)));
        return n + 1;
    }
    let phone = after.first() == Some(&'-') || at.checked_sub(1).and_then(|p| all.get(p)) == Some(&'-');
    let amount = AMOUNTS.iter().any(|word| starts(after, word));
    out.push_str(&match text.as_str() {
        "2" if COUNTED.iter().any(|word| starts(after, word)) => "两".to_owned(),
        long if phone || (n >= 5 && !amount) || n > 8 || (n > 1 && long.starts_with('0')) => spelled(long),
        short => cardinal(short),
    });
    n
}

fn last_is_letter(chars: &[char], at: usize) -> bool {
    at.checked_sub(1).and_then(|n| chars.get(n)).is_some_and(char::is_ascii_alphanumeric)
}

fn digits(chars: &[char]) -> usize {
    chars.iter().take_while(|c| c.is_ascii_digit()).count()
}

fn starts(chars: &[char], word: &str) -> bool {
    word.chars().enumerate().all(|(n, c)| chars.get(n) == Some(&c))
}

/// Digit by digit.
fn spelled(number: &str) -> String {
    number.chars().filter_map(|c| DIGITS.get(c.to_digit(10)? as usize)).collect()
}

/// As a count: 10 is 十, 105 一百零五. Numbers of more than eight digits are spelled.
fn cardinal(number: &str) -> String {
    let Ok(value) = number.parse::<u32>() else { return spelled(number) };
    if value >= 100_000_000 {
        return spelled(number);
    }
    if value == 0 {
        return "零".to_owned();
    }
    let (high, low) = (value / 10_000, value % 10_000);
    let mut text = String::new();
    if high > 0 {
        text.push_str(&below_ten_thousand(high));
        text.push('万');
        if low > 0 && low < 1000 {
            text.push('零');
        }
    }
    if low > 0 {
        text.push_str(&below_ten_thousand(low));
    }
    text.strip_prefix("一十").map_or(text.clone(), |rest| format!("十{rest}"))
}

fn below_ten_thousand(value: u32) -> String {
    let mut text = String::new();
    let mut gap = false;
    for (unit, word) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = value / unit % 10;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if gap {
            text.push('零');
            gap = false;
        }
        text.extend(DIGITS.get(digit as usize));
        text.push_str(word);
    }
    text
}

/// A text without brackets: a weekday stays, labels in Latin, document numbers and addresses go, longer words
/// are put between commas.
fn unbracketed(text: &str) -> String {
    let mut out = String::new();
    let mut open: Vec<String> = Vec::new();
    for c in text.chars() {
        match c {
            '（' | '(' => open.push(String::new()),
            '）' | ')' if !open.is_empty() => {
                let inner = open.pop().unwrap_or_default();
                let kept = match inner.as_str() {
                    day if day.starts_with("星期") && day.chars().count() == 3 => inner,
                    // Said before the weekday: 调休上班的星期日.
                    day if day.starts_with("星期") && day.ends_with(MAKE_UP) => {
                        format!("{MAKE_UP}的{}", day.split('，').next().unwrap_or_default())
                    }
                    other if other.is_ascii() || other.contains("http") || other.contains('〔') => String::new(),
                    short if short.chars().count() <= SHORT => inner,
                    _ => format!("，{inner}，"),
                };
                open.last_mut().unwrap_or(&mut out).push_str(&kept);
            }
            c => open.last_mut().unwrap_or(&mut out).push(c),
        }
    }
    // A bracket that is never closed is only a mark.
    out.extend(open);
    out
}

/// No comma beside another mark, none at the beginning, none between a noun and what belongs to it.
fn tidy(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        let mark = |c: char| matches!(c, '，' | '。' | '、' | '：' | '；' | '！' | '？');
        match (out.chars().last(), c) {
            (None, '，') => {}
            (Some(last), '，') if mark(last) => {}
            (Some('，'), c) if mark(c) => {
                out.pop();
                out.push(c);
            }
            (_, c) => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::read_aloud;

    #[test]
    fn dates_times_and_numbers_are_said_as_one_says_them() {
        let cases = [
            ("自2026年10月12日（星期一）起", "自十月十二日星期一起"),
            ("自2026年1月4日（星期日，调休上班）起", "自一月四日调休上班的星期日起"),
            ("K11窗口的窗口号改为K12，位置不变。", "K十一号窗口的窗口号改为K十二号，位置不变。"),
            ("窗口号改为K12。", "窗口号改为K十二号。"),
            ("2027年1月4日（星期一）", "二零二七年一月四日星期一"),
            ("9:00—12:00、13:30—17:05", "九点至十二点、十三点三十分至十七点零五分"),
            ("0:00至24:00", "零点至二十四点"),
            ("一楼（1F）公安户政厅C05窗口", "一楼公安户政厅C零五号窗口"),
            ("F08、F11、F12窗口撤离", "F零八、F十一、F十二号窗口撤离"),
            ("A01至A14窗口", "A零一至A十四号窗口"),
            ("咨询电话：7660000。", "咨询电话：七六六零零零零。"),
            ("拨打0951-7660000", "拨打零九五一七六六零零零零"),
            ("24小时自助服务区，2小时内，2名人员，共105人", "二十四小时自助服务区，两小时内，两名人员，共一百零五人"),
            ("根据《安排的通知》（国办发明电〔2025〕7号），现", "根据安排的通知，现"),
            ("收费10000元；占80%，约3.5米。", "收费一万元。占百分之八十，约三点五米。"),
            ("请到（24小时）自助服务区（二楼D区）。", "请到二十四小时自助服务区二楼D区。"),
            ("办理登记（仅限个人和个体工商户）。", "办理登记，仅限个人和个体工商户。"),
            ("宁夏政务服务网（https://a.cn）", "宁夏政务服务网"),
        ];
        for (text, expected) in cases {
            assert_eq!(read_aloud(text, 2026), expected, "{text}");
        }
    }
}
