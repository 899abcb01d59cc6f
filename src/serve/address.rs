//! From the address a browser asks for to a file.

use std::path::{Component, Path, PathBuf};

/// Undoes percent encoding. `None` for malformed encoding or bytes that are not UTF-8.
pub(super) fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            let value = digit()? * 16 + digit()?;
            bytes.push(u8::try_from(value).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The file an address means, if it is below `root`: judged after decoding, part by part.
pub(super) fn inside(root: &Path, address: &str) -> Option<PathBuf> {
    let address = decode(address)?;
    let plain = Path::new(address.trim_start_matches('/'));
    // A backslash divides folders on Windows, a colon names a drive or stream; no output has either.
    let sound = !address.contains(['\\', ':', '\0']);
    (sound && plain.components().all(|part| matches!(part, Component::Normal(_)))).then(|| root.join(plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_decoded_and_never_lead_out() {
        let root = Path::new("/site");
        let at = |address: &str| inside(root, address).map(|p| p.to_string_lossy().into_owned());
        assert_eq!(at("/").as_deref(), Some("/site/"));
        assert_eq!(at("/windows/a%2Db.html").as_deref(), Some("/site/windows/a-b.html"));
        assert_eq!(at("/%E7%AA%97.html").as_deref(), Some("/site/窗.html"));
        for out in
            ["/../x", "/%2e%2e/x", "/a/%2E%2E/%2e%2e/x", "/..%2fx", "/%5c..%5cx", "/c:/x", "/%00", "/%e7", "/%", "/%g0"]
        {
            assert_eq!(at(out), None, "{out}");
        }
        assert_eq!(at("//etc/passwd").as_deref(), Some("/site/etc/passwd"));
    }
}
