//! Strip screens: pictures, manifests, player pages, the list of screens (docs/manifest.md, W2.1.3.10).

mod colours;
mod layout;
pub mod manifest;
pub mod player;
mod said;
pub mod strip;
mod timeline;

#[cfg(test)]
mod tests;

use super::layout::fit_rule;
use super::output::{Form, Output, Rank, Tree};
use super::url;
use super::view::{View, no_view};
use super::words::state::{place_words, spot_words};
use crate::diag::{Diagnostic, LocalizedText};
use crate::model::strip::Strip;
use crate::model::{BuildDay, Grounds, Span};
use crate::source::Sources;
use crate::text::hex::hex;
use crate::text::{Fonts, date};
use layout::Screen;
use manifest::{ListedScreen, ScreenList};
use player::{Letters, Placeholder, PlayerView};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::sync::Arc;
use strip::StripView;

/// Global variable of `manifest.js`, for players opened from a folder.
pub const SCRIPT_NAME: &str = "hallpressManifest";

/// Every output for strip screens. Assets come from `signage/assets/` of `sources`. A screen one of whose texts does
/// not fit says less, and a finding blocks.
pub fn outputs(hall: &Grounds, sources: &Sources, when: BuildDay, fonts: &Fonts) -> (Vec<Output>, Vec<Diagnostic>) {
    let span = when.span();
    let assets = PlayerAssets::new(sources);
    let (mut outputs, mut found, mut listed) = (assets.outputs(sources), Vec::new(), Vec::new());
    let made: Vec<Made> = hall.strips.par_iter().map(|strip| one(hall, strip, &assets, span, fonts)).collect();
    for screen in made {
        outputs.extend(screen.outputs);
        found.extend(screen.found);
        listed.extend(screen.listed);
    }
    let found = fit_rule::dedup_size_findings(found);
    listed.sort_by(|a, b| a.id.cmp(&b.id));
    let list = ScreenList {
        version: 1,
        title: hall.site.name.clone(),
        valid_from: date::rfc3339(span.from),
        valid_to: date::rfc3339(span.to),
        screens: listed,
    };
    outputs.push(Output {
        tree: Tree::Public,
        path: url::SCREENS.to_owned(),
        rank: Rank::Index,
        form: Form::Manifest { assign: None },
        view: Arc::new(list),
        origin: hall.site_origin.clone(),
        listed: None,
    });
    (outputs, found)
}

/// What one screen adds to the plan.
struct Made {
    outputs: Vec<Output>,
    found: Vec<Diagnostic>,
    listed: Option<ListedScreen>,
}

fn one(hall: &Grounds, strip: &Strip, assets: &PlayerAssets, span: Span, fonts: &Fonts) -> Made {
    let origin = &strip.origin;
    let screen = screen(hall, strip, span);
    let (compiled, mut found) = timeline::compile(hall, strip, &screen, span, fonts);
    let left = LocalizedText::new(
        format!("{}上放不下的文字（条屏改为“请到导办台咨询”）", screen.name.zh),
        format!("what does not fit on {} (it says to ask at the desk instead)", screen.name.en),
    );
    // A screen that says less than it should is no piece of its own: whoever publishes must want it.
    found.iter_mut().filter(|d| d.severity.blocks()).for_each(|d| d.output = Some(left.clone()));
    let Some(compiled) = compiled else { return Made { outputs: Vec::new(), found, listed: None } };
    let folder = url::screen(&strip.id);
    let output = |path: String, rank: Rank, form: Form, view: Arc<dyn View>| Output {
        tree: Tree::Public,
        path,
        rank,
        form,
        view,
        origin: origin.clone(),
        listed: None,
    };
    let player = player(&compiled, assets);
    let listed = listed_screen(hall, strip, &compiled.manifest.title, &screen, span);
    let mut outputs = Vec::new();
    for (key, view) in compiled.pictures {
        let form = Form::Picture { template: "strip.svg", width: view.width, height: view.height };
        outputs.push(output(key, Rank::Media, form, Arc::new(view)));
    }
    let manifest: Arc<dyn View> = Arc::new(compiled.manifest);
    for (name, assign) in [("manifest.json", None), ("manifest.js", Some(SCRIPT_NAME))] {
        outputs.push(output(
            format!("{folder}{name}"),
            Rank::Manifest,
            Form::Manifest { assign },
            Arc::clone(&manifest),
        ));
    }
    let page = Form::Page { template: "player.html" };
    outputs.push(output(format!("{folder}index.html"), Rank::Page, page, Arc::new(player)));
    Made { outputs, found, listed: Some(listed) }
}

fn screen<'a>(hall: &Grounds, strip: &'a Strip, span: Span) -> Screen<'a> {
    let device = &hall.device(strip.device).written;
    let seen = device.height_mm.zip(device.viewing_distance).map(|(height, distance)| (height.0, distance.0));
    let known = first_shown(hall, strip, span).map(|shown| &shown.facts.number);
    let name = known.or(strip.spot.map(|spot| &hall.spots[spot].number)).unwrap_or(&strip.id);
    Screen {
        width: device.width.0,
        height: device.height.0,
        seen,
        mongolian: device.mongolian.is_some_and(|yes| yes.0),
        name: LocalizedText::new(format!("{name}窗口的条屏"), format!("the strip of window {name}")),
        origin: &strip.origin,
    }
}

/// The window a screen shows on the first day, or the first that comes.
fn first_shown<'h>(hall: &'h Grounds, strip: &Strip, span: Span) -> Option<said::ShownWindow<'h>> {
    let moments = std::iter::once(span.from).chain(strip.stays.first().map(|stay| stay.span.from));
    moments.filter_map(|moment| said::shown(hall, strip, moment)).next()
}

fn listed_screen(hall: &Grounds, strip: &Strip, title: &str, screen: &Screen<'_>, span: Span) -> ListedScreen {
    let shown = first_shown(hall, strip, span);
    let spot = || strip.spot.map(|spot| spot_words(hall, &hall.spots[spot])).unwrap_or_default();
    ListedScreen {
        id: strip.id.clone(),
        title: title.to_owned(),
        place: shown.map_or_else(spot, |shown| place_words(hall, shown.facts)),
        width: screen.width,
        height: screen.height,
        manifest: format!("s/{}/manifest.json", strip.id),
        player: format!("s/{}/index.html", strip.id),
    }
}

/// The player's script and style under names with their hash, and the service worker under its fixed one.
struct PlayerAssets {
    script: String,
    style: String,
}

/// The parts of the player's script, which share one function.
const SCRIPT: [&str; 4] =
    ["signage/assets/sha256.js", "signage/assets/clock.js", "signage/assets/orders.js", "signage/assets/player.js"];
const STYLE: &str = "signage/assets/player.css";
const WORKER: &str = "signage/assets/worker.js";

impl PlayerAssets {
    fn new(sources: &Sources) -> Self {
        let name = |text: &str, ending: &str| {
            let hash = hex(&Sha256::digest(text));
            format!("signage/assets/player.{}.{ending}", &hash[..12])
        };
        let style = sources.text(STYLE).unwrap_or_default();
        Self { script: name(&script(sources), "js"), style: name(style, "css") }
    }

    fn outputs(&self, sources: &Sources) -> Vec<Output> {
        let copied = [(STYLE, self.style.as_str()), (WORKER, url::SCREEN_WORKER)];
        let copied = copied.into_iter().filter_map(|(from, to)| Some((from, to, sources.text(from)?.to_owned())));
        let [.., main] = SCRIPT;
        let joined = sources.text(main).map(|_| (main, self.script.as_str(), script(sources)));
        let outputs = joined.into_iter().chain(copied).map(|(from, to, text)| Output {
            tree: Tree::Public,
            path: to.to_owned(),
            rank: Rank::Asset,
            form: Form::Asset(text.into_bytes()),
            view: no_view(),
            origin: crate::diag::Place::file(from),
            listed: None,
        });
        outputs.collect()
    }
}

/// The parts of the script in one function, so that they know each other and nothing else does.
fn script(sources: &Sources) -> String {
    let parts: Vec<&str> = SCRIPT.iter().filter_map(|path| sources.text(path)).collect();
    format!("(function () {{\n'use strict';\n\n{}\n}})();\n", parts.join("\n"))
}

fn player(compiled: &timeline::Compiled, assets: &PlayerAssets) -> PlayerView {
    let manifest = &compiled.manifest;
    let up = |path: &str| format!("../../{}", path.strip_prefix("signage/").unwrap_or(path));
    PlayerView {
        screen: manifest.screen.clone(),
        title: format!("{}条屏", manifest.title),
        width: manifest.visible.width,
        height: manifest.visible.height,
        placeholder: placeholder(&compiled.fallback),
        script: up(&assets.script),
        style: up(&assets.style),
        worker: "../../worker.js",
    }
}

/// The fallback picture, with its texts as they are on it.
fn placeholder(view: &StripView) -> Placeholder {
    let lines = [&view.number, &view.unit].into_iter().chain(&view.caption).chain(&view.business);
    let lines = lines.chain(&view.word).chain(&view.message);
    Placeholder {
        title: view.title.clone(),
        blocks: vec![view.plate.clone(), view.band.clone(), view.panel.clone()],
        letters: lines.cloned().map(Letters::Line).chain([Letters::Shape(view.shape.clone())]).collect(),
    }
}
