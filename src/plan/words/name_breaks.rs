//! Where the name of a zone may be broken so that words stay whole.

/// Ways to set a name: text with line feeds, most lines, how much it is preferred (1 = a break anywhere). A break
/// before the last word makes up for the line it costs, but a name that fits in one line at the same size stays whole.
pub(in crate::plan) fn wordings(name: &str) -> Vec<(String, usize, f64)> {
    const LAST_WORDS: [&str; 5] = ["服务中心", "服务业态", "办理区", "活动室", "会议室"];
    let mut ways = vec![(name.to_owned(), 1, 1.2), (name.to_owned(), 2, 1.0), (name.to_owned(), 3, 1.0)];
    if let Some((note, rest)) = name.split_once('）').filter(|(_, rest)| !rest.is_empty()) {
        ways.push((format!("{note}）\n{rest}"), 2, 1.3));
    }
    let chars: Vec<char> = name.chars().collect();
    let word = LAST_WORDS.iter().find(|word| name.ends_with(**word)).map(|word| word.chars().count());
    let word = word.or_else(|| name.ends_with('区').then_some(3));
    if let Some(at) = word.and_then(|n| chars.len().checked_sub(n)).filter(|at| *at >= 2) {
        let (first, last): (String, String) = (chars[..at].iter().collect(), chars[at..].iter().collect());
        ways.push((format!("{first}\n{last}"), 2, 1.25));
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::wordings;

    #[test]
    fn names_break_before_their_last_word() {
        let best = |name: &str| wordings(name).into_iter().max_by(|a, b| a.2.total_cmp(&b.2)).map(|w| w.0);
        assert_eq!(best("大厅可办事项公示区").as_deref(), Some("大厅可办事项\n公示区"));
        assert_eq!(best("物业服务中心").as_deref(), Some("物业\n服务中心"));
        assert_eq!(best("（24小时）自助服务区").as_deref(), Some("（24小时）\n自助服务区"));
        assert!(wordings("警务室").iter().all(|w| !w.0.contains('\n')));
    }
}
