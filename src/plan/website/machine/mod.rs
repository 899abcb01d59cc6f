//! What programs read: structured data on pages, feeds, the site map for search engines, open data.

pub mod feeds;
pub(super) mod installed;
pub(super) mod linked_data;
pub mod open_data;
pub(super) mod site_map;
