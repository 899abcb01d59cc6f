//! How a reason begins a sentence.

/// Words with which a reason is a part of a sentence already.
const BEGUN: [&str; 6] = ["因", "为", "由于", "根据", "按照", "鉴于"];

/// Words with which a reason is a purpose.
const PURPOSES: [&str; 20] = [
    "方便",
    "便于",
    "便利",
    "优化",
    "提升",
    "提高",
    "满足",
    "改善",
    "改进",
    "加强",
    "加快",
    "规范",
    "推进",
    "更好",
    "进一步",
    "确保",
    "保证",
    "避免",
    "防止",
    "贯彻",
];

/// The word before a reason: 为 before a purpose (`方便群众办事`), 因 before a cause; none where it has one.
pub fn reason_word(reason: &str) -> Option<&'static str> {
    let begins = |words: &[&str]| words.iter().any(|word| reason.starts_with(word));
    match () {
        () if begins(&BEGUN) => None,
        () if begins(&PURPOSES) => Some("为"),
        () => Some("因"),
    }
}

#[cfg(test)]
mod tests {
    use super::reason_word;

    #[test]
    fn a_purpose_is_no_cause() {
        assert_eq!(reason_word("方便群众办事"), Some("为"));
        assert_eq!(reason_word("优化窗口布局"), Some("为"));
        assert_eq!(reason_word("业务量增加"), Some("因"));
        assert_eq!(reason_word("为方便群众办事"), None);
        assert_eq!(reason_word("由于停电"), None);
    }
}
