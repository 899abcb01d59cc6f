//! Window numbers in a row: `A01–A12、A14`.

/// Numbers joined: three or more in sequence become a range with `dash`, the rest stay single. Sorted, each once.
pub fn ranges<'a>(numbers: impl IntoIterator<Item = &'a str>, dash: &str) -> String {
    let mut sorted: Vec<&str> = numbers.into_iter().collect();
    sorted.sort_unstable();
    sorted.dedup();
    let mut parts: Vec<String> = Vec::new();
    let mut rest = sorted.as_slice();
    while let Some(first) = rest.first() {
        let run = 1 + rest.windows(2).take_while(|pair| follows(pair[0], pair[1])).count();
        match run {
            1 | 2 => parts.extend(rest[..run].iter().map(|n| (*n).to_owned())),
            _ => parts.push(format!("{first}{dash}{}", rest[run - 1])),
        }
        rest = &rest[run..];
    }
    parts.join("、")
}

/// Whether `next` is the number after `one`: same letters, same width, one more.
fn follows(one: &str, next: &str) -> bool {
    let split = |text: &str| {
        let at = text
            .rfind(|c: char| !c.is_ascii_digit())
            .map_or(0, |n| n + text[n..].chars().next().map_or(1, char::len_utf8));
        (text[..at].to_owned(), text[at..].parse::<u32>().ok(), text.len())
    };
    let (a, b) = (split(one), split(next));
    a.0 == b.0 && a.2 == b.2 && matches!((a.1, b.1), (Some(m), Some(n)) if m.checked_add(1) == Some(n))
}

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn only_three_in_sequence_make_a_range() {
        assert_eq!(ranges(["A03", "A01", "A02", "A05", "B01", "B02"], "–"), "A01–A03、A05、B01、B02");
        assert_eq!(ranges(["F11", "F12"], "至"), "F11、F12");
        assert_eq!(ranges(["A09", "A10", "A11"], "至"), "A09至A11");
        assert_eq!(ranges(["9", "10", "11"], "–"), "10、11、9");
        assert_eq!(ranges([], "–"), "");
    }
}
