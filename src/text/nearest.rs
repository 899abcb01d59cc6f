//! The valid word that a mistyped one was meant to be.

/// The candidate that `word` becomes by mending a typing error, the nearest first; none where the two differ in more than a
/// slip of the hand does, since a wrong suggestion is worse than none.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let slips = candidates.into_iter().filter_map(|candidate| Some((slip(word, candidate)?, candidate)));
    slips.min_by_key(|(slip, _)| *slip).map(|(_, candidate)| candidate)
}

/// Lists of choices longer than this are not shown whole.
const AT_A_GLANCE: usize = 8;

/// How many are shown of a longer list.
const NEAREST: usize = 5;

/// What may stand in the place of `word`, in Chinese and English, each as its id with its name: all of a few, the most
/// like it of many. Nothing where there is nothing.
pub fn choices(word: &str, known: &[(&str, Option<&str>)]) -> Option<[String; 2]> {
    let shown = |(id, name): &(&str, Option<&str>)| match name.filter(|name| name != id) {
        Some(name) => [format!("{id}（{name}）"), format!("{id} ({name})")],
        None => [(*id).to_owned(), (*id).to_owned()],
    };
    let mut sorted: Vec<&(&str, Option<&str>)> = known.iter().collect();
    let is_whole = sorted.len() <= AT_A_GLANCE;
    if !is_whole {
        sorted.sort_by(|one, other| likeness(word, other).total_cmp(&likeness(word, one)));
        sorted.truncate(NEAREST);
    }
    let [zh, en]: [Vec<String>; 2] = [0, 1].map(|n| sorted.iter().map(|known| shown(known)[n].clone()).collect());
    let (zh, en) = (zh.join("、"), en.join(", "));
    match (known.len(), is_whole) {
        (0, _) => None,
        (_, true) => Some([zh, en]),
        (all, false) => Some([format!("如 {zh}（共 {all} 个）"), format!("{en}, … ({all} in all)")]),
    }
}

/// How much `word` is like an id or its name, from 0 to 1; a part of a name is more like it than any slip.
fn likeness(word: &str, (id, name): &(&str, Option<&str>)) -> f64 {
    let of_name = name.map_or(0.0, |name| {
        let is_part = !word.is_empty() && (name.contains(word) || word.contains(name));
        if is_part { 1.0 } else { strsim::normalized_damerau_levenshtein(word, name) }
    });
    of_name.max(strsim::normalized_damerau_levenshtein(word, id))
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
    use super::{choices, nearest};

    #[test]
    fn a_few_choices_are_shown_whole_and_of_many_the_nearest() {
        let of = |word: &str, known: &[(&str, Option<&str>)]| choices(word, known).map(|[zh, _]| zh);
        assert_eq!(of("大厅", &[]), None);
        let few = [("hall", Some("大厅办公时间")), ("f1", None)];
        assert_eq!(of("大厅", &few).as_deref(), Some("hall（大厅办公时间）、f1"));
        let ids: Vec<String> = (1..=20).map(|n| format!("w-{n:02}")).collect();
        let many: Vec<(&str, Option<&str>)> = ids.iter().map(|id| (id.as_str(), None)).collect();
        assert_eq!(of("w-21", &many).as_deref(), Some("如 w-01、w-11、w-12、w-20、w-02（共 20 个）"));
    }

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
