//! stub
/// Stub.
pub fn all() -> &'static [&'static crate::diag::RuleDoc] { &[] }
