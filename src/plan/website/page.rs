//! A page and a file of the website.

use super::language::twins;
use super::parts::Listing;
use super::site::Site;
use crate::diag::Place;
use crate::plan::bundle::Bundle;
use crate::plan::output::{Form, Listed, Output, Rank, Tree};
use crate::plan::view::{View, no_view};
use std::sync::Arc;

/// A page of the website, which is listed in the site map; made when it is asked for.
pub(super) fn page<V: View>(
    cx: &Arc<Site>,
    path: &str,
    template: &'static str,
    origin: &Place,
    view: impl Fn(&Site) -> V + Send + Sync + 'static,
) -> Bundle {
    listed_page(cx, path, template, origin, move |cx| (view(cx), Some(Listed::Page { dated: None })))
}

/// A page that is in no list of pages.
pub(super) fn unlisted_page<V: View>(
    cx: &Arc<Site>,
    path: &str,
    template: &'static str,
    origin: &Place,
    view: impl Fn(&Site) -> V + Send + Sync + 'static,
) -> Bundle {
    listed_page(cx, path, template, origin, move |cx| (view(cx), None))
}

/// A page that itself knows what lists say of it.
pub(super) fn listed_page<V: View>(
    cx: &Arc<Site>,
    path: &str,
    template: &'static str,
    origin: &Place,
    view: impl Fn(&Site) -> (V, Option<Listed>) + Send + Sync + 'static,
) -> Bundle {
    pages(cx, [path.to_owned()], origin, move |cx, [path], origin| {
        let (view, listed) = view(cx);
        vec![Output { listed, ..made(path, template, view, origin) }]
    })
}

/// A page and its translations, made from it.
pub(super) fn translated_page<V: View>(
    cx: &Arc<Site>,
    path: &str,
    template: &'static str,
    view: impl Fn(&Site) -> V + Send + Sync + 'static,
    translations: impl Fn(&Site, &V) -> Vec<Output> + Send + Sync + 'static,
) -> Bundle {
    pages(cx, [path.to_owned()], &cx.hall.site_origin, move |cx, [path], origin| {
        let view = view(cx);
        let mut outputs = translations(cx, &view);
        outputs.push(made(path, template, view, origin));
        outputs
    })
}

/// Outputs made from one view of things, by a maker that sees everything; `make` gets their paths and origin. Translations of a page may be among them.
pub(super) fn pages<const N: usize>(
    cx: &Arc<Site>,
    paths: [String; N],
    origin: &Place,
    make: impl Fn(&Site, &[String; N], &Place) -> Vec<Output> + Send + Sync + 'static,
) -> Bundle {
    let (site, origin) = (Arc::clone(cx), origin.clone());
    let beside = paths.iter().flat_map(|path| twins::beside(cx, path));
    let named = paths.iter().cloned().chain(beside).collect();
    Bundle::new(Tree::Public, named, cx.inputs.everything(), origin.clone(), move || make(&site, &paths, &origin))
}

/// A page of the hub 大厅服务: its line there, whether it is there at all, and its bundle.
pub(super) struct HubPage {
    pub(super) listing: Listing,
    is_there: fn(&Site) -> bool,
    bundle: Option<MakeBundle>,
}

type MakeBundle = Box<dyn Fn(&Arc<Site>) -> Bundle>;

impl HubPage {
    /// A page that every hall has.
    pub(super) fn new<V: View>(listing: Listing, template: &'static str, view: fn(&Site) -> V) -> Self {
        let bundle = move |cx: &Arc<Site>| page(cx, listing.path, template, &cx.hall.site_origin, view);
        Self { listing, is_there: |_| true, bundle: Some(Box::new(bundle)) }
    }

    /// The page, but only of halls that have something to say there.
    pub(super) fn only_if(self, is_there: fn(&Site) -> bool) -> Self {
        Self { is_there, ..self }
    }

    /// A page that is made with others of its kind: the hub only leads to it.
    pub(super) fn made_elsewhere(listing: Listing) -> Self {
        Self { listing, is_there: |_| true, bundle: None }
    }

    pub(super) fn is_there(&self, cx: &Site) -> bool {
        (self.is_there)(cx)
    }

    pub(super) fn bundle(&self, cx: &Arc<Site>) -> Option<Bundle> {
        self.bundle.as_ref().map(|make| make(cx))
    }
}

/// A page that is made already, listed in the site map.
pub(super) fn made(path: &str, template: &'static str, view: impl View, origin: &Place) -> Output {
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

/// A file of the website that is made already.
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
