//! stub
/// Report.
pub struct Report;
