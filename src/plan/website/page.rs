//! A page and a file of the website as outputs.

use crate::diag::Place;
use crate::plan::output::{Form, Listed, Output, Rank, Tree};
use crate::plan::view::{View, no_view};
use std::sync::Arc;

/// A page of the website, which is listed in the site map.
pub(super) fn page(path: &str, template: &'static str, view: impl View, origin: &Place) -> Output {
    Output {
        tree: Tree::Public,
        path: path.to_owned(),
        rank: Rank::Page,
        form: Form::Page { template },
        view: Arc::new(view),
        origin: origin.clone(),
        listed: Some(Listed::Page { dated: None }),
    }
}

/// A file of the website that is there already.
pub(super) fn file(path: &str, bytes: Vec<u8>, origin: &Place) -> Output {
    Output {
        tree: Tree::Public,
        path: path.to_owned(),
        rank: Rank::Asset,
        form: Form::Asset(bytes),
        view: no_view(),
        origin: origin.clone(),
        listed: None,
    }
}
