//! What goes into other channels, to be copied.

use super::frame::StaffFrame;
use crate::plan::notices::channels::article::{Article, ArticleCode};
use crate::plan::view::View;
use serde::Serialize;

/// What to copy into other channels.
#[derive(Clone, Debug, Serialize)]
pub struct ChannelCopiesPage {
    /// Frame.
    pub frame: StaffFrame,
    /// The texts, the newest first.
    pub items: Vec<ChannelItem>,
}

impl View for ChannelCopiesPage {}

/// One announcement or notice for all channels.
#[derive(Clone, Debug, Serialize)]
pub struct ChannelItem {
    /// The stem of its files, and its anchor.
    pub id: String,
    /// `31/64`
    pub title_count: String,
    /// `58/120`
    pub digest_count: String,
    /// `420/50000`
    pub body_count: String,
    /// The first day it is public, `2026年9月28日（星期一）`.
    pub announced: String,
    /// The time it is published, where that is still to come.
    pub not_before: Option<String>,
    /// Who approved it and when; empty when no record says so.
    pub approval: String,
    /// The record's file.
    pub file: String,
    /// The QR code of its page, where the site has an address.
    pub code: Option<ArticleCode>,
    /// `共96字，拆成2条`
    pub message_count: String,
    /// The parts of the short message.
    pub message: Vec<MessagePart>,
    /// The paragraphs to be read aloud.
    pub aloud: Vec<String>,
    /// The files, relative to the page.
    pub wechat: String,
    /// The short message.
    pub sms: String,
    /// The text to be read aloud.
    pub broadcast: String,
    /// The article.
    pub article: Article,
}

/// A part of a short message.
#[derive(Clone, Debug, Serialize)]
pub struct MessagePart {
    /// Its characters.
    pub count: usize,
    /// Its text.
    pub text: String,
}
