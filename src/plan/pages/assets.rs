//! Styles and scripts: files of `layouts/assets/`, published under names that carry their content's hash.

use crate::diag::Place;
use crate::plan::theme::THEME;
use crate::plan::views::View;
use crate::plan::views::web::Assets;
use crate::plan::{Form, Job, Rank, Tree, hex};
use crate::source::Sources;
use sha2::{Digest, Sha256};

/// The text of an asset: the site's own when it has one of that name, else the program's.
fn source(sources: &Sources, name: &str) -> String {
    sources.text(&format!("layouts/assets/{name}")).unwrap_or_default().to_owned()
}

/// The jobs of all assets, and their paths. `data` is the search's data, a script.
pub(super) fn jobs(sources: &Sources, data: &str) -> (Assets, Vec<Job>) {
    let mut jobs = Vec::new();
    let mut add = |stem: &str, ending: &str, text: String| {
        let hash = hex(&Sha256::digest(text.as_bytes()));
        let path = format!("assets/{stem}.{}.{ending}", &hash[..8]);
        jobs.push(Job {
            tree: Tree::Public,
            path: path.clone(),
            rank: Rank::Asset,
            form: Form::Asset(text.into_bytes()),
            view: View::None,
            origin: Place::file(format!("layouts/assets/{stem}.{ending}")),
        });
        path
    };
    let css = format!("{}{}", tokens(), source(sources, "site.css"));
    let assets = Assets {
        css: add("site", "css", css),
        js: add("site", "js", source(sources, "site.js")),
        search: add("search", "js", source(sources, "search.js")),
        data: add("search-data", "js", data.to_owned()),
        icon: add("icon", "svg", source(sources, "icon.svg")),
    };
    (assets, jobs)
}

/// The theme as custom properties.
fn tokens() -> String {
    let t = THEME;
    let pairs = [
        ("main", t.main),
        ("main-deep", t.main_deep),
        ("main-faint", t.main_faint),
        ("ink", t.ink),
        ("muted", t.muted),
        ("line", t.line),
        ("paper", t.paper),
        ("open", t.open),
        ("open-faint", t.open_faint),
        ("pause", t.pause),
        ("pause-faint", t.pause_faint),
        ("stop", t.stop),
        ("stop-faint", t.stop_faint),
        ("rest", t.rest),
        ("rest-faint", t.rest_faint),
    ];
    let list: Vec<String> = pairs.iter().map(|(name, value)| format!("--{name}:{value}")).collect();
    format!(":root{{{}}}\n", list.join(";"))
}
