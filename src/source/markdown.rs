//! stub
use super::*;
/// Stub.
pub fn read_front_matter<T: serde::de::DeserializeOwned + Shaped>(
    _s: &Sources,
    _p: &str,
    _o: &mut Vec<crate::diag::Diagnostic>,
) -> Option<(T, std::ops::Range<usize>)> {
    None
}
