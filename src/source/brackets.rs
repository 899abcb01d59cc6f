//! A bracket without its partner, at the line where it opens.

use super::scan::{Sign, signs};

/// What is wrong with the brackets of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BracketFault {
    /// The bracket at this byte is never closed.
    Unclosed(usize, char),
    /// The bracket at this byte closes another kind: the second is what was to be closed, at its byte.
    Mismatched(usize, char, usize, char),
}

/// The first bracket without its partner among those before the byte `until`; `is_key` says whether a line begins with
/// a key of the document.
pub(super) fn fault(text: &str, until: usize, is_key: &dyn Fn(&str) -> bool) -> Option<BracketFault> {
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, sign) in signs(text)? {
        match sign {
            Sign::Open(ch) => open.push((at, ch)),
            Sign::Close(ch) => {
                let (opened, before) = open.pop()?;
                if partner(before) != ch {
                    // It closes the bracket around this one: then this one is open still.
                    if open.last().is_some_and(|(_, around)| partner(*around) == ch) {
                        return (opened <= until).then_some(BracketFault::Unclosed(opened, before));
                    }
                    return (opened <= until).then_some(BracketFault::Mismatched(at, ch, opened, before));
                }
            }
            // Within brackets an item ends in a comma: a line that begins anew after one without says that they should
            // have been closed.
            Sign::Line => {
                let (opened, ch) = *open.last()?;
                let before = text.get(..at)?.trim_end();
                let line = text.get(at..)?.lines().next()?;
                if !before.ends_with([',', '[', '{']) && (line.starts_with("- ") || is_key(line)) {
                    return (opened <= until).then_some(BracketFault::Unclosed(opened, ch));
                }
            }
            Sign::Comment => {}
        }
    }
    let (opened, ch) = *open.last()?;
    (opened <= until).then_some(BracketFault::Unclosed(opened, ch))
}

/// The bracket that closes `open`.
pub(super) fn partner(open: char) -> char {
    if open == '[' { ']' } else { '}' }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bracket_that_lacks_its_partner_is_found() {
        let found = |text: &str| fault(text, text.len(), &|line| line.starts_with("b:"));
        assert_eq!(found("a: [b, c]\nb: {c: d}\n"), None);
        assert_eq!(found("a: [b,\n  c]\nb: d\n"), None);
        assert_eq!(found("a: [x\nb: d\n"), Some(BracketFault::Unclosed(3, '[')));
        assert_eq!(found("a:\n  - {x: [y]\n  - {x: z}\n"), Some(BracketFault::Unclosed(7, '{')));
        assert_eq!(found("a: {x: [y}\n"), Some(BracketFault::Unclosed(7, '[')));
        assert_eq!(found("a: [{x: y]\n"), Some(BracketFault::Unclosed(4, '{')));
        assert_eq!(found("a: [x}\n"), Some(BracketFault::Mismatched(5, '}', 3, '[')));
        assert_eq!(found("a: {x: y\n"), Some(BracketFault::Unclosed(3, '{')));
    }
}
