//! The lists as pages: plain HTML, read on a desktop or printed on A4, without script.

pub mod channels;
pub mod coming;
mod context;
pub mod frame;
pub mod home;
pub mod postings;
pub mod reprints;
pub mod take_downs;
pub mod tasks;
pub mod walks;

use super::form_list;
use super::forms::FormFile;
use super::registers::{RegistersPage, registers};
use super::walk::walk_sheets;
use super::work::Work;
use crate::plan::cx::Cx;
use crate::plan::output::{Form, Output, Rank, Tree};
use crate::plan::url;
use crate::plan::view::{View, no_view};
use channels::{ChannelCopiesPage, ChannelItem};
use context::PageContext;
use frame::style;
use std::sync::Arc;

/// The outputs of all pages and their style.
pub(super) fn outputs(cx: &Cx, work: &Work, forms: &[FormFile], channels: Vec<ChannelItem>) -> Vec<Output> {
    let (hall, sources, day) = (&cx.in_force, &cx.sources, cx.when.date);
    let (css, style) = style(sources);
    let output = |path: &str, rank: Rank, form: Form, view: Arc<dyn View>| Output {
        tree: Tree::Staff,
        path: path.to_owned(),
        rank,
        form,
        view,
        origin: hall.site_origin.clone(),
        listed: None,
    };
    let page = |path: &str, template: &'static str, view: Arc<dyn View>| {
        output(path, Rank::Page, Form::Page { template }, view)
    };
    let sheets = walk_sheets(hall, work, day);
    let (channel_count, walks) = (channels.len(), sheets.len());
    let of = PageContext { hall, work, forms, day, css: css.clone(), channels: channel_count, walks, rules: cx.rules };
    let frame = of.frame(url::STAFF_CHANNELS, &[]);
    let channels = ChannelCopiesPage { frame, items: channels };
    let frame = of.frame(url::STAFF_REGISTERS, &[]);
    let registers = RegistersPage { frame, registers: registers(hall, day) };
    let walks = sheets
        .iter()
        .map(|sheet| page(&url::walk(&sheet.change), "staff/walk.html", Arc::new(walks::page(&of, sheet))));
    let walks: Vec<Output> = walks.collect();
    let mut all = vec![
        output(&css, Rank::Asset, Form::Asset(style.into_bytes()), no_view()),
        page(url::STAFF_HOME, "staff/index.html", Arc::new(home::page(&of))),
        page(url::STAFF_TASKS, "staff/tasks.html", Arc::new(tasks::page(&of))),
        page(url::STAFF_POSTING, "staff/posting.html", Arc::new(postings::page(&of))),
        page(url::STAFF_TAKE_DOWN, "staff/take-down.html", Arc::new(take_downs::page(&of))),
        page(url::STAFF_REPRINT, "staff/reprint.html", Arc::new(reprints::page(&of))),
        page(url::STAFF_CHANNELS, "staff/channels.html", Arc::new(channels)),
        page(url::STAFF_COMING, "staff/coming.html", Arc::new(coming::page(&of))),
        page(
            url::STAFF_FORMS,
            "staff/forms.html",
            Arc::new(form_list::page(of.frame(url::STAFF_FORMS, &[]), &of.hall.profile, work, forms)),
        ),
        page(url::STAFF_REGISTERS, "staff/registers.html", Arc::new(registers)),
        page(url::STAFF_WALKS, "staff/walks.html", Arc::new(walks::list(&of, &sheets))),
    ];
    all.extend(walks);
    all
}
