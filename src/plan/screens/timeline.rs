//! The timeline of one screen and the pictures it needs.

use super::layout::{Screen, lay_out};
use super::manifest::{Fallback, Manifest, Medium, PlayArea, Show, Size, TimelineEntry};
use super::said::{StripContent, fallback, manual, pieces, shown, strip_content, why};
use super::strip::StripView;
use crate::content::wording::StripWords;
use crate::diag::Diagnostic;
use crate::model::strip::Strip;
use crate::model::{Grounds, Span};
use crate::plan::digested::{self, Digested};
use crate::plan::url;
use crate::text::hex::hex;
use crate::text::{Fonts, date};
use jiff::civil::DateTime;
use sha2::Digest;
use std::collections::BTreeMap;

/// States a person on site may switch to.
const MANUAL: [&str; 2] = ["paused", "fault"];
/// The picture of last resort of a stretch in which it is another one than on the first day.
const RESORT: &str = "fallback";
/// States offered to switches on site.
const OFFERED: [&str; 5] = ["open", "break", "closed", "paused", "fault"];

/// A screen compiled.
pub(super) struct Compiled {
    pub(super) manifest: Manifest,
    /// The pictures by the key of their output.
    pub(super) pictures: BTreeMap<String, Digested<StripView>>,
    /// The picture of last resort.
    pub(super) fallback: Digested<StripView>,
}

/// Pictures collected while compiling: each content is laid out once.
struct Album<'a> {
    id: &'a str,
    screen: &'a Screen<'a>,
    fonts: &'a Fonts,
    words: &'a StripWords,
    /// Whom to ask where a text does not fit.
    phone: &'a str,
    names: BTreeMap<StripContent, Option<String>>,
    media: BTreeMap<String, Medium>,
    pictures: BTreeMap<String, Digested<StripView>>,
    found: Vec<Diagnostic>,
}

impl Album<'_> {
    /// The name of the picture that says this, or less where a text does not fit; `None` when nothing can be laid out.
    fn name(&mut self, said: StripContent) -> Option<String> {
        if let Some(name) = self.names.get(&said) {
            return name.clone();
        }
        let (view, found) = lay_out(&said, self.screen, self.fonts);
        let less =
            || said.reduced(self.words, self.phone).iter().find_map(|said| lay_out(said, self.screen, self.fonts).0);
        let view = view.or_else(less);
        for finding in found {
            if !self.found.contains(&finding) {
                self.found.push(finding);
            }
        }
        let name = view.and_then(|view| {
            let view = Digested::new(view).ok()?;
            let name = format!("{}-{}", said.code, &view.digest()[..8]);
            let picture = url::screen_picture(self.id, &name);
            let medium = Medium {
                picture: picture.clone(),
                src: String::new(),
                sha256: String::new(),
                bytes: 0,
                width: view.width,
                height: view.height,
                alt: view.title.clone(),
            };
            self.media.insert(name.clone(), medium);
            self.pictures.insert(picture, view);
            Some(name)
        });
        self.names.insert(said, name.clone());
        name
    }
}

/// Compiles a screen over `span`. `None` when no window is under it before its end, and its spot is not on record. Texts
/// that do not fit are findings; the pictures say less then, so that a screen on the wall is never without its address.
pub(super) fn compile(
    hall: &Grounds,
    strip: &Strip,
    screen: &Screen<'_>,
    span: Span,
    fonts: &Fonts,
) -> (Option<Compiled>, Vec<Diagnostic>) {
    let pieces = pieces(hall, strip, span);
    // As it is on the first day, or as it first shows something. The screen of a window that is gone stays dark at its
    // address.
    let said = |piece: &&Span| strip_content(hall, strip, piece.from).is_some();
    let first = pieces.iter().find(said).map_or(span.from, |piece| piece.from);
    let phone = shown(hall, strip, first).map_or(hall.site.hotline.as_str(), |shown| hall.phone_of(shown.facts));
    let mut album = Album {
        id: &strip.id,
        screen,
        fonts,
        words: &hall.wording.strip,
        phone,
        names: BTreeMap::new(),
        media: BTreeMap::new(),
        pictures: BTreeMap::new(),
        found: Vec::new(),
    };
    let resort = fallback(hall, strip, first);
    let compiled = resort.and_then(|resort| compile_with(hall, strip, &pieces, span, resort, &mut album));
    (compiled, album.found)
}

fn compile_with(
    hall: &Grounds,
    strip: &Strip,
    pieces: &[Span],
    span: Span,
    resort: StripContent,
    album: &mut Album<'_>,
) -> Option<Compiled> {
    let title = resort.name.clone();
    let mut timeline: Vec<TimelineEntry> = Vec::new();
    for piece in pieces {
        let said = strip_content(hall, strip, piece.from);
        let state = said.as_ref().map_or("off", |said| said.code);
        let mut show = Vec::new();
        let mut by_hand = BTreeMap::new();
        if let Some(said) = said {
            let media = album.name(said)?;
            show.push(Show { media, seconds: 0 });
            by_hand = otherwise(hall, strip, piece.from, &resort, album);
        }
        let entry = TimelineEntry {
            from: date::rfc3339(piece.from),
            to: date::rfc3339(piece.to),
            state,
            why: why(hall, strip, piece.from),
            show,
            priority: 0,
            manual: by_hand,
        };
        push(&mut timeline, entry);
    }
    let fallback_name = album.name(resort)?;
    let size = Size { width: album.screen.width, height: album.screen.height };
    let mut manifest = Manifest {
        version: 1,
        screen: strip.id.clone(),
        title,
        build: String::new(),
        seq: 0,
        timezone: "Asia/Shanghai",
        canvas: size,
        visible: PlayArea { x: 0, y: 0, width: size.width, height: size.height },
        rotate: 0,
        valid_from: date::rfc3339(span.from),
        valid_to: date::rfc3339(span.to),
        states: offered(&timeline),
        media: std::mem::take(&mut album.media),
        timeline,
        fallback: Fallback { media: fallback_name.clone() },
    };
    let digest = hex(&digested::hash(&manifest).ok()?.finalize());
    manifest.build = format!("{}#{}", date::rfc3339(span.from), &digest[..12]);
    let fallback = album.pictures.get(&manifest.media.get(&fallback_name)?.picture)?.clone();
    Some(Compiled { manifest, pictures: std::mem::take(&mut album.pictures), fallback })
}

/// The pictures of a stretch that the timeline does not show by itself: for switches on site, and the last resort where
/// it is another one than `resort`: a box whose timeline has run out shows the window as it was last.
fn otherwise(
    hall: &Grounds,
    strip: &Strip,
    moment: DateTime,
    resort: &StripContent,
    album: &mut Album<'_>,
) -> BTreeMap<String, String> {
    let then = fallback(hall, strip, moment).filter(|then| then != resort).map(|then| (RESORT, then));
    let shown = shown(hall, strip, moment);
    let by_hand = MANUAL.into_iter().filter_map(|code| Some((code, manual(hall, shown?, moment, code)?)));
    let all: Vec<(&str, StripContent)> = then.into_iter().chain(by_hand).collect();
    all.into_iter().filter_map(|(code, said)| Some((code.to_owned(), album.name(said)?))).collect()
}

/// Adds a stretch, joined to the one before when nothing differs.
fn push(timeline: &mut Vec<TimelineEntry>, entry: TimelineEntry) {
    if let Some(last) = timeline.last_mut() {
        let same =
            (last.state, &last.show, &last.manual, &last.why) == (entry.state, &entry.show, &entry.manual, &entry.why);
        if same && last.to == entry.from {
            last.to = entry.to;
            return;
        }
    }
    timeline.push(entry);
}

/// For each state offered to switches on site, its first picture.
fn offered(timeline: &[TimelineEntry]) -> BTreeMap<String, String> {
    let mut states = BTreeMap::new();
    // What is closed from midnight on says when it begins today; who closes early is done for the day.
    let (morning, rest): (Vec<&TimelineEntry>, Vec<&TimelineEntry>) =
        timeline.iter().partition(|entry| entry.state == "closed" && entry.from.contains("T00:00"));
    for entry in rest.into_iter().chain(morning) {
        let shown = entry.show.first().map(|show| (entry.state, &show.media));
        let by_hand = entry.manual.iter().map(|(code, name)| (code.as_str(), name));
        for (code, name) in shown.into_iter().chain(by_hand).filter(|(code, _)| OFFERED.contains(code)) {
            states.entry(code.to_owned()).or_insert_with(|| name.clone());
        }
    }
    states
}
