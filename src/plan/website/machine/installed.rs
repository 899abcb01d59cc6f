//! What makes the site stay on a device: `manifest.webmanifest` and the worker `sw.js`.

use crate::diag::Place;
use crate::model::Grounds;
use crate::plan::bundle::{OutputIndex, OutputRow};
use crate::plan::layout::theme::THEME;
use crate::plan::output::{Output, Rank, Tree};
use crate::plan::url;
use crate::plan::website::assets::Assets;
use crate::plan::website::page::file;
use crate::source::Sources;
use crate::text::hex::hex;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// A web application manifest (W3C), with paths relative to itself, so that it works under any sub-path.
#[derive(Serialize)]
struct AppManifest<'a> {
    name: &'a str,
    short_name: &'a str,
    lang: &'static str,
    start_url: &'static str,
    scope: &'static str,
    display: &'static str,
    theme_color: &'static str,
    background_color: &'static str,
    icons: Vec<Icon<'a>>,
}

#[derive(Serialize)]
struct Icon<'a> {
    src: &'a str,
    sizes: &'static str,
    r#type: &'static str,
    purpose: &'static str,
}

/// What the worker is given: which build it is of, and what it keeps from the start.
#[derive(Serialize)]
struct KeptByWorker<'a> {
    version: &'a str,
    css: &'a str,
    files: Vec<&'a str>,
}

/// The manifest; `icons` are the paths of the icon drawn with 192 and 512 pixels.
pub(in crate::plan::website) fn manifest(hall: &Grounds, assets: &Assets, icons: [&str; 2]) -> Output {
    let [small, large] = icons;
    let icon = |src, sizes, kind, purpose| Icon { src, sizes, r#type: kind, purpose };
    let manifest = AppManifest {
        name: &hall.site.name,
        short_name: &hall.site.name,
        lang: "zh-CN",
        start_url: url::HOME,
        scope: "./",
        display: "minimal-ui",
        theme_color: THEME.main,
        background_color: "#ffffff",
        icons: vec![
            icon(&assets.icon, "any", "image/svg+xml", "any"),
            icon(small, "192x192", "image/png", "any maskable"),
            icon(large, "512x512", "image/png", "any maskable"),
        ],
    };
    file(url::MANIFEST, serde_json::to_vec(&manifest).unwrap_or_default(), &hall.site_origin)
}

/// The worker. Its version is a digest of every page and file of the website and every template, so that whatever a
/// reader could see replaces what was kept. It comes last: everything it names is there before it.
pub(in crate::plan::website) fn worker(sources: &Arc<Sources>, assets: &Assets) -> OutputIndex {
    let (sources, assets, origin) = (Arc::clone(sources), assets.clone(), Place::file(WORKER));
    OutputIndex::new(Tree::Public, url::WORKER, origin.clone(), move |rows| {
        let version = version(&sources, rows);
        let files = vec![url::HOME, url::A_TO_Z, &assets.css, &assets.js, &assets.search, &assets.data, &assets.icon];
        let kept = KeptByWorker { version: &version[..12], css: &assets.css, files };
        let told = serde_json::to_string(&kept).unwrap_or_default();
        let text = format!("var site={told};\n{}", sources.text(WORKER).unwrap_or_default());
        Output { rank: Rank::Index, ..file(url::WORKER, text.into_bytes(), &origin) }
    })
}

fn version(sources: &Sources, rows: &[OutputRow]) -> String {
    let mut hash = Sha256::new();
    for row in rows.iter().filter(|row| row.tree == Tree::Public && !url::is_of_screens(&row.path)) {
        hash.update(row.path.as_bytes());
        hash.update(row.content_digest.as_bytes());
    }
    for path in sources.paths_under("layouts/") {
        hash.update(path.as_bytes());
        hash.update(sources.bytes(path).unwrap_or_default());
    }
    hex(&hash.finalize())
}

/// The worker's text.
const WORKER: &str = "layouts/assets/sw.js";
