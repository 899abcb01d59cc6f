//! What programs read: structured data on pages, feeds, the site map for search engines, open data.

pub(in crate::plan::pages) mod feeds;
pub(in crate::plan::pages) mod installed;
pub(in crate::plan::pages) mod linked_data;
pub(in crate::plan::pages) mod open_data;
pub(in crate::plan::pages) mod site_map;
