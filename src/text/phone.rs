//! Telephone numbers of this country, as people write them.

/// Whether a text is one telephone number: a local one with or without area code, a mobile one, a 400 or 800 number, a
/// short service number; with or without an extension, its groups parted by blanks or hyphens.
pub fn is_phone(text: &str) -> bool {
    let (number, extension) = parts(text);
    if extension.is_some_and(|digits| digits.len() > 6) {
        return false;
    }
    let groups: Vec<&str> = number.split(['-', ' ']).collect();
    if groups.iter().any(|group| !is_digits(group)) {
        return false;
    }
    let plain = groups.concat();
    let is_local = |digits: &str| matches!(digits.len(), 7 | 8) && !digits.starts_with('0');
    let is_service = |digits: &str| {
        (matches!(digits.len(), 5 | 6) && digits.starts_with(['1', '9']))
            || (digits.len() == 3 && digits.starts_with('1'))
    };
    match groups.as_slice() {
        [area, rest @ ..] if area.starts_with('0') && !rest.is_empty() => {
            let rest = rest.concat();
            matches!(area.len(), 3 | 4) && (is_local(&rest) || is_service(&rest))
        }
        _ if plain.starts_with('0') => matches!(plain.len(), 10..=12),
        _ if plain.len() == 10 => plain.starts_with("400") || plain.starts_with("800"),
        _ => is_local(&plain) || is_service(&plain) || (plain.len() == 11 && plain.starts_with('1')),
    }
}

/// The number as a telephone dials it, for an address `tel:`: without blanks, the extension after a pause.
pub fn dialled(text: &str) -> String {
    let (number, extension) = parts(text);
    let number: String = number.chars().filter(|ch| !ch.is_whitespace()).collect();
    match extension {
        Some(extension) => format!("{number},{extension}"),
        None => number,
    }
}

/// The number and its extension: `0943-6655678转8001`.
fn parts(text: &str) -> (&str, Option<&str>) {
    let text = text.trim();
    let Some((number, extension)) = text.split_once(['转', '#']) else { return (text, None) };
    let extension = extension.trim_start_matches("分机").trim();
    if is_digits(extension) { (number.trim_end(), Some(extension)) } else { (text, None) }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_known_as_people_write_them() {
        for good in [
            "5556111",
            "120",
            "0951-5556111",
            "029-88881234",
            "12345",
            "0371-12345",
            "400-123-4567",
            "4001234567",
            "13800000000",
            "138 0000 0000",
            "96166",
            "0943-6655678转8001",
            "0943-6651 234",
            "0943-6655678 转 8001",
        ] {
            assert!(is_phone(good), "{good}");
        }
        for bad in ["", "见公示栏", "766", "10086a", "0951-55561", "0951/7660000", "400-1", "-5556111", "5556111转"]
        {
            assert!(!is_phone(bad), "{bad}");
        }
    }

    #[test]
    fn what_is_dialled_has_no_blanks() {
        assert_eq!(dialled("0943-6651 234"), "0943-6651234");
        assert_eq!(dialled("0943-6655678转8001"), "0943-6655678,8001");
        assert_eq!(dialled("12345"), "12345");
    }
}
