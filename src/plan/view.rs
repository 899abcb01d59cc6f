//! Views: one `Serialize` struct per template, holding every value that will be drawn.
//!
//! No view holds the moment of the build; what depends on the day is cut to the local day.

use super::boards::views::{badge, board, evaluator, guide_desk, label, matters_board, panel};
use super::digested::Digested;
use super::notices::views::{channel, poster, word};
use super::screens::views::{manifest, player, strip};
use super::staff::views::staff;
use super::website::views as web;
use crate::text::Fonts;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The view of a job.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum View {
    /// Nothing: an asset.
    None,
    /// A web page.
    Web(web::WebView),
    /// A picture of a strip screen.
    Strip(Box<Digested<strip::StripView>>),
    /// What a strip screen shows when.
    Manifest(Box<manifest::Manifest>),
    /// The page a strip screen's box opens.
    Player(Box<player::PlayerView>),
    /// The list of strip screens.
    ScreenList(manifest::ScreenList),
    /// An entrance guide.
    EntranceGuide(Box<board::EntranceGuide>),
    /// A floor guide.
    FloorGuide(Box<board::FloorGuide>),
    /// Window signs.
    WindowSigns(board::WindowSigns),
    /// Boards of a title and rows.
    Panels(panel::Panels),
    /// A board of matters.
    MattersBoard(matters_board::MattersBoard),
    /// The lookup sheet of the guide desk.
    GuideDesk(guide_desk::GuideDesk),
    /// Cards for the evaluator of a window.
    EvaluatorCards(evaluator::EvaluatorCards),
    /// Badges of a unit.
    Badges(badge::Badges),
    /// Sheets of labels.
    Labels(label::Labels),
    /// An announcement on paper.
    Poster(Box<poster::Poster>),
    /// An announcement as plain text.
    PlainNotice(Box<poster::PlainNotice>),
    /// A written notice as plain text.
    PlainDocument(Box<poster::PlainDocument>),
    /// A card on a device out of order.
    FaultCard(Box<poster::FaultCard>),
    /// A piece for another channel.
    Channel(Box<channel::Article>),
    /// An announcement, a notice or a letter in Word.
    Letter(Box<word::Letter>),
    /// A form in Word.
    Form(Box<word::Form>),
    /// A work list.
    Staff(Box<staff::StaffView>),
}

/// A picture that was drawn, as a manifest tells of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Picture {
    /// Path in the tree, hash included.
    pub path: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Length of the file.
    pub bytes: u64,
}

/// Drawn pictures by the key of their job.
pub type Pictures = BTreeMap<String, Picture>;

impl View {
    /// The view with the pictures it names filled in, and its sequence number; most name none.
    pub fn with(&self, pictures: &Pictures, seq: u64) -> Cow<'_, View> {
        match self {
            View::Manifest(manifest) => Cow::Owned(View::Manifest(Box::new(manifest.with(pictures, seq)))),
            _ => Cow::Borrowed(self),
        }
    }

    /// The view as its template draws it, with what depends on `fonts` alone and is dear; most are that already.
    pub fn drawn(&self, fonts: &Fonts) -> Cow<'_, View> {
        match self {
            View::Player(player) => Cow::Owned(View::Player(Box::new(player.outlined(fonts)))),
            _ => Cow::Borrowed(self),
        }
    }
}
