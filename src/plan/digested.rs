//! Digests of views.

use crate::text::hex::hex;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::io::{BufWriter, Write};
use std::ops::Deref;

/// A view with its digest: made once, and it cannot change afterwards. It serialises as the view does.
#[derive(Clone, Debug, PartialEq)]
pub struct Digested<T> {
    view: T,
    digest: String,
}

impl<T: Serialize> Digested<T> {
    /// Takes the view's digest.
    ///
    /// # Errors
    /// When the view cannot be serialised, which is a defect of the program.
    pub fn new(view: T) -> Result<Self, serde_json::Error> {
        let digest = hex(&hash(&view)?.finalize());
        Ok(Self { view, digest })
    }
}

impl<T> Digested<T> {
    /// SHA-256 of the view as JSON, in hexadecimal.
    pub fn digest(&self) -> &str {
        &self.digest
    }
}

impl<T> Deref for Digested<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.view
    }
}

impl<T: Serialize> Serialize for Digested<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.view.serialize(serializer)
    }
}

/// SHA-256 over the view as JSON, which is never in memory as a whole.
///
/// # Errors
/// As [`Digested::new`].
pub fn hash(view: &(impl Serialize + ?Sized)) -> Result<Sha256, serde_json::Error> {
    let mut writer = BufWriter::with_capacity(8192, Hashing(Sha256::new()));
    serde_json::to_writer(&mut writer, view)?;
    writer.into_inner().map(|hashing| hashing.0).map_err(|e| serde_json::Error::io(e.into_error()))
}

struct Hashing(Sha256);

impl Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_that_of_the_json() {
        let view: Vec<String> = (0..3000).map(|n| format!("窗口{n}")).collect();
        let whole = hex(&Sha256::digest(serde_json::to_vec(&view).unwrap()));
        let digested = Digested::new(view.clone()).unwrap();
        assert_eq!(digested.digest(), whole);
        assert_eq!(serde_json::to_value(&digested).unwrap(), serde_json::to_value(&view).unwrap());
    }
}
