//! Styles, scripts and attachments, published under names that carry their content's hash.

use crate::diag::Place;
use crate::model::attachments::{Attachment, FOLDER};
use crate::plan::layout::theme::THEME;
use crate::plan::output::{Form, Output, Rank, Tree};
use crate::plan::url;
use crate::plan::view::no_view;
use crate::plan::website::parts::Download;
use crate::source::Sources;
use crate::text::hex::hex;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Paths of styles and scripts, from the site's root; each has its content's hash in its name.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Assets {
    /// The style sheet.
    pub css: String,
    /// The script of every page.
    pub js: String,
    /// The search, loaded when the box is used.
    pub search: String,
    /// The search's data.
    pub data: String,
    /// The icon.
    pub icon: String,
    /// The script of touch terminals, loaded where one was started.
    pub kiosk: String,
    /// The style sheet of pages whose lines run from top to bottom; empty where there are none.
    pub vertical: String,
}

/// The text of an asset: the site's own when it has one of that name, else the program's.
fn source(sources: &Sources, name: &str) -> String {
    sources.text(&format!("layouts/assets/{name}")).unwrap_or_default().to_owned()
}

/// The font of vertical pages, beside their style sheet.
const VERTICAL_FONT: &str = "layouts/assets/noto-sans-mongolian.woff2";

/// The outputs of all assets, and their paths; those of the icon as pictures of 192 and 512 pixels. `data` is the
/// search's data, a script; `vertical` whether there are pages whose lines run from top to bottom, which have their own
/// style sheet and bring their font.
pub(super) fn outputs(sources: &Sources, data: &str, vertical: bool) -> (Assets, [String; 2], Vec<Output>) {
    let mut outputs = Vec::new();
    let mut add = |stem: &str, ending: &str, text: Vec<u8>| {
        let hash = hex(&Sha256::digest(&text));
        let path = format!("assets/{stem}.{}.{ending}", &hash[..8]);
        outputs.push(Output {
            tree: Tree::Public,
            path: path.clone(),
            rank: Rank::Asset,
            form: Form::Asset(text),
            view: no_view(),
            origin: Place::file(format!("layouts/assets/{stem}.{ending}")),
            listed: None,
        });
        path
    };
    let css = format!("{}{}", tokens(), source(sources, "site.css"));
    let mut assets = Assets {
        css: add("site", "css", css.into_bytes()),
        js: add("site", "js", source(sources, "site.js").into_bytes()),
        search: add("search", "js", source(sources, "search.js").into_bytes()),
        data: add("search-data", "js", data.as_bytes().to_vec()),
        icon: add("icon", "svg", source(sources, "icon.svg").into_bytes()),
        kiosk: add("kiosk", "js", source(sources, "kiosk.js").into_bytes()),
        vertical: String::new(),
    };
    let mut icon = |size: &str| {
        let stem = format!("icon-{size}");
        add(&stem, "png", sources.bytes(&format!("layouts/assets/{stem}.png")).unwrap_or_default().to_vec())
    };
    let icons = [icon("192"), icon("512")];
    if vertical {
        let font = sources.bytes(VERTICAL_FONT).map(|bytes| add("noto-sans-mongolian", "woff2", bytes.to_vec()));
        let face = font.as_deref().and_then(|path| path.rsplit('/').next()).map(font_face).unwrap_or_default();
        let css = format!("{}{face}{}", tokens(), source(sources, "vertical.css"));
        assets.vertical = add("vertical", "css", css.into_bytes());
    }
    (assets, icons, outputs)
}

/// The rule that loads a font beside the style sheet, for Mongolian letters only.
fn font_face(file: &str) -> String {
    let range = "U+1800-18AF,U+202F,U+11660-1167F";
    format!(
        "@font-face{{font-family:\"Noto Sans Mongolian\";src:url(\"{file}\") format(\"woff2\");font-display:swap;unicode-range:{range}}}\n"
    )
}

/// Attachments by the name texts give them, without those whose file is missing.
pub(super) type Downloads = BTreeMap<String, Download>;

/// The outputs of the attachments `named`, each once, and what a page shows of them.
pub(super) fn downloads(sources: &Sources, named: impl Iterator<Item = Attachment>) -> (Downloads, Vec<Output>) {
    let (mut downloads, mut outputs) = (Downloads::new(), Vec::new());
    for Attachment { name, .. } in named {
        let Some(bytes) = sources.bytes(&format!("{FOLDER}{name}")) else { continue };
        if downloads.contains_key(&name) {
            continue;
        }
        let hash = hex(&Sha256::digest(bytes));
        // The hash replaces name and folder: different files of one name have different paths.
        let path = url::attachment(&hash[..12], &ending(&name));
        let download = Download {
            label: String::new(),
            name: name.rsplit('/').next().unwrap_or(&name).to_owned(),
            href: path.clone(),
            kind: ending(&name).to_ascii_uppercase(),
            size: size(bytes.len()),
        };
        if downloads.values().all(|other| other.href != path) {
            outputs.push(Output {
                tree: Tree::Public,
                path,
                rank: Rank::Asset,
                form: Form::Asset(bytes.to_vec()),
                view: no_view(),
                origin: Place::file(format!("{FOLDER}{name}")),
                listed: None,
            });
        }
        downloads.insert(name, download);
    }
    (downloads, outputs)
}

/// The ending of a file's name, in letters and digits that an address can contain.
fn ending(name: &str) -> String {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let plain = !ending.is_empty() && ending.bytes().all(|b| b.is_ascii_alphanumeric());
    if plain { ending.to_ascii_lowercase() } else { "bin".to_owned() }
}

/// `12 KB`, `1.4 MB`.
fn size(bytes: usize) -> String {
    let kilobytes = bytes.div_ceil(1024);
    if kilobytes < 1024 { format!("{kilobytes} KB") } else { format!("{:.1} MB", kilobytes as f64 / 1024.0) }
}

/// The theme as custom properties.
pub(in crate::plan) fn tokens() -> String {
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
