//! Punctuation between Chinese characters.

/// Half-width brackets and commas between Chinese characters made full-width, for print and screens: people type
/// `(24小时)自助服务区`.
pub fn fullwidth_punctuation(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let han = |c: Option<&char>| c.is_some_and(|c| *c >= '\u{2E80}');
    let near = |n: usize| han(n.checked_sub(1).and_then(|p| chars.get(p))) || han(chars.get(n + 1));
    let mut open = Vec::new();
    let mut wide = chars.clone();
    for (n, c) in chars.iter().enumerate() {
        match c {
            '(' => open.push(n),
            ')' => {
                if let Some(start) = open.pop()
                    && (near(start) || near(n))
                {
                    (wide[start], wide[n]) = ('（', '）');
                }
            }
            ',' if near(n) => wide[n] = '，',
            ':' if near(n) => wide[n] = '：',
            ';' if near(n) => wide[n] = '；',
            _ => {}
        }
    }
    wide.into_iter().collect()
}
