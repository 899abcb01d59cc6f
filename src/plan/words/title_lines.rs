//! Where a long title breaks (GB/T 9704-2012: lines break between words, with a balanced shape).

/// Characters of 2号, 22 pt, in a line of 156 mm.
const MOST: f64 = 20.0;
/// By how much the lines before and after a 、 may differ, half characters.
const UNEVEN: u32 = 12;

/// The length of a text in characters of a line: half of one for ASCII, one for all others.
pub(in crate::plan) fn characters(text: &str) -> f64 {
    text.chars().map(|c| if c.is_ascii() { 0.5 } else { 1.0 }).sum()
}

/// The lines of a title. It breaks after one of `names` (units), else after a closing bracket, else after a 、, else
/// near its middle outside brackets, else before a （; a title too long for two lines is left to the reader's program.
pub(in crate::plan) fn title_lines<'a>(title: &str, names: impl Iterator<Item = &'a str>) -> Vec<String> {
    if characters(title) <= MOST {
        return vec![title.to_owned()];
    }
    let fits = |at: &usize| characters(&title[..*at]) <= MOST && characters(&title[*at..]) <= MOST;
    let balance = |at: &usize| ((characters(&title[..*at]) - characters(&title[*at..])).abs() * 2.0) as u32;
    let after_name = names.filter_map(|name| title.find(name).map(|at| at + name.len()));
    let after_name = after_name.filter(|at| !title[*at..].is_empty() && fits(at)).min_by_key(balance);
    let after_bracket = || {
        let closing = title.char_indices().filter(|(_, c)| matches!(c, '》' | '”' | '）'));
        let ends = closing.map(|(at, c)| at + c.len_utf8());
        ends.filter(|at| depth(&title[..*at]) == 0 && !opens_badly(&title[*at..]) && fits(at)).min_by_key(balance)
    };
    let after_pause = || {
        let ends = title.char_indices().filter(|(_, c)| *c == '、').map(|(at, c)| at + c.len_utf8());
        ends.filter(|at| depth(&title[..*at]) == 0 && fits(at) && balance(at) <= UNEVEN).min_by_key(balance)
    };
    let middle = || {
        let starts = title.char_indices().map(|(at, _)| at);
        let free = |at: &usize| {
            let (before, after) = (title[..*at].chars().next_back(), title[*at..].chars().next());
            let alike = before.is_some_and(|c| c.is_ascii()) && after.is_some_and(|c| c.is_ascii());
            depth(&title[..*at]) == 0 && !opens_badly(&title[*at..]) && !alike
        };
        starts.filter(|at| fits(at) && free(at)).min_by_key(balance)
    };
    let inner = || {
        let opening = title.char_indices().filter(|(_, c)| *c == '（').map(|(at, _)| at);
        opening.filter(fits).min_by_key(balance)
    };
    match after_name.or_else(after_bracket).or_else(after_pause).or_else(middle).or_else(inner) {
        Some(at) => vec![title[..at].to_owned(), title[at..].to_owned()],
        None => vec![title.to_owned()],
    }
}

/// How many brackets are open at the end of `text`.
fn depth(text: &str) -> i32 {
    let step = |c: char| match c {
        '《' | '“' | '（' => 1,
        '》' | '”' | '）' => -1,
        _ => 0,
    };
    text.chars().map(step).sum()
}

/// Whether a line may not begin like this.
fn opens_badly(text: &str) -> bool {
    text.chars().next().is_none_or(|c| "》”）、，。：；的".contains(c))
}

#[cfg(test)]
mod tests {
    use super::title_lines;

    fn lines(title: &str) -> Vec<String> {
        title_lines(title, ["银川住房公积金管理中心"].into_iter())
    }

    #[test]
    fn a_long_title_breaks_after_the_unit_or_a_bracket_or_in_the_middle() {
        assert_eq!(lines("关于中秋节服务安排的通知"), ["关于中秋节服务安排的通知"]);
        assert_eq!(
            lines("关于银川住房公积金管理中心F08窗口撤离的公告"),
            ["关于银川住房公积金管理中心", "F08窗口撤离的公告"]
        );
        assert_eq!(
            lines("关于印发《银川市民大厅运行管理制度（试行）》的通知"),
            ["关于印发《银川市民大厅运行管理制度", "（试行）》的通知"]
        );
        assert_eq!(
            lines("政策解读：《银川市民大厅运行管理制度（试行）》"),
            ["政策解读：", "《银川市民大厅运行管理制度（试行）》"]
        );
        assert_eq!(
            lines("关于2026年中秋节、国庆节放假期间服务安排的通知"),
            ["关于2026年中秋节、", "国庆节放假期间服务安排的通知"]
        );
        assert_eq!(
            lines("关于2026年中秋节国庆节期间政务服务大厅服务安排的通知"),
            ["关于2026年中秋节国庆节期间", "政务服务大厅服务安排的通知"]
        );
    }
}
