//! The valid word that a mistyped one was meant to be.

/// The candidate that `word` becomes by mending a typing error, the nearest first; none where the two differ in more than a
/// slip of the hand does, since a wrong suggestion is worse than none.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let slips = candidates.into_iter().filter_map(|candidate| Some((slip(word, candidate)?, candidate)));
    slips.min_by_key(|(slip, _)| *slip).map(|(_, candidate)| candidate)
}

/// How many characters were added, lost, swapped or mistaken between the two words, if no more than a slip of the hand:
/// one in a Chinese word; of a word in letters, an id for instance, one in five.
fn slip(word: &str, candidate: &str) -> Option<usize> {
    let (typed, meant) = (word.chars().count(), candidate.chars().count());
    let longest = typed.max(meant);
    // An id left off in the middle, or with an ending of its own.
    let is_part = word.starts_with(candidate) || candidate.starts_with(word);
    if candidate.is_ascii() && is_part && typed.min(meant) >= 5 {
        return Some(typed.abs_diff(meant));
    }
    let most = if candidate.is_ascii() { (longest / 5).max(1) } else { 1 };
    // Of two characters one is half of the word: 新增 and 新建 are two words.
    if typed.abs_diff(meant) > most || (typed == meant && longest < 3) || typed < 2 {
        return None;
    }
    let slips = strsim::osa_distance(word, candidate);
    (slips <= most).then_some(slips)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn only_slips_of_the_hand_are_mended() {
        let of = |word: &str, known: &[&'static str]| nearest(word, known.iter().copied());
        assert_eq!(of("服务队象", &["服务对象", "服务主题"]), Some("服务对象"));
        assert_eq!(of("事项", &["事项名称", "事项们"]), Some("事项们"));
        assert_eq!(of("工作牌", &["工作时间牌", "投诉监督牌"]), None);
        assert_eq!(of("生效时间", &["同意时间"]), None);
        assert_eq!(of("新增", &["新建"]), None);
        assert_eq!(of("gaj-shenfenzhegn", &["gaj-shenfenzheng", "gaj-huji"]), Some("gaj-shenfenzheng"));
        assert_eq!(of("w-a0", &["w-b01", "w-a01"]), Some("w-a01"));
        assert_eq!(of("ga", &["gaj"]), Some("gaj"));
        assert_eq!(of("gaj-shenfen", &["gaj-shenfenzheng"]), Some("gaj-shenfenzheng"));
        assert_eq!(of("f9", &["f1"]), None);
    }
}
