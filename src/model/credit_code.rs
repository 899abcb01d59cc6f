//! 统一社会信用代码, GB 32100-2015: 18 characters of an alphabet of 31, the last a check character.

const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Whether `code` has 18 characters of the alphabet and the right check character.
pub fn is_code(code: &str) -> bool {
    with_check(code).is_some_and(|right| right == code)
}

/// The code that begins with the first 17 characters of `code`, which has 18; `None` when one of the 17 is not of the
/// alphabet.
pub fn with_check(code: &str) -> Option<String> {
    let begin = code.get(..17).filter(|_| code.chars().count() == 18)?;
    // Weights are the powers of 3 mod 31 (GB 32100 annex A).
    let (mut sum, mut weight) = (0, 1);
    for byte in begin.bytes() {
        sum += ALPHABET.iter().position(|letter| *letter == byte)? * weight;
        weight = weight * 3 % 31;
    }
    let check = *ALPHABET.get((31 - sum % 31) % 31)?;
    Some(format!("{begin}{}", char::from(check)))
}

#[cfg(test)]
mod tests {
    use super::{is_code, with_check};

    #[test]
    fn the_check_character_is_that_of_the_standard() {
        assert!(is_code("12441500196720244T"), "a published code");
        assert_eq!(with_check("12441500196720244A").as_deref(), Some("12441500196720244T"));
        assert!(!is_code("12441500196720245T"));
        assert_eq!(with_check("1244150019672024I0"), None);
        assert_eq!(with_check("12441500"), None);
    }
}
