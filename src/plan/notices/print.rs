//! Announcements and written notices on paper and as plain text: the A3 poster, and the text for other channels; the
//! card for a device out of order.
//!
//! They exist from the day they are announced, and as long as a build's horizon or a posting reaches.

use super::announcement::{Announcement, PostedAt};
use super::change::{announcement, posted_at};
use super::document::{Block, Document, of_notice};
use super::list::{Publication, publications};
use super::poster_text::{
    FOOT, MARGIN, PlacedPicture, PosterLine, PosterParagraph, PosterPicture, Set, TOP, WIDTH, flowed,
};
use crate::diag::{Diagnostic, LocalizedText, Place};
use crate::model::notice::Notice;
use crate::model::time::midnight;
use crate::model::{BuildDay, ChangeId, Grounds, Hall};
use crate::plan::boards::fault_card;
use crate::plan::boards::foot::QrBox;
use crate::plan::layout::fit_rule::{stops, unfit};
use crate::plan::layout::setter::{line, mm};
use crate::plan::layout::text_line::TextLine;
use crate::plan::layout::theme::{DesignTokens, THEME};
use crate::plan::lines::{ContentLine, unkeyed};
use crate::plan::output::{Form, Output, Rank, Tree};
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::plan::words::venue::full_name;
use crate::source::Sources;
use crate::text::qr::qr_svg_path;
use crate::text::{Area, Fonts, Sizes, Weight, fit, wrap};
use jiff::civil::DateTime;
use serde::Serialize;
use std::sync::Arc;

/// A poster of one or more pages.
#[derive(Clone, Debug, Serialize)]
pub struct Poster {
    /// The change record's id.
    pub change: String,
    /// Its pages.
    pub pages: Vec<PosterPage>,
}

impl View for Poster {
    fn lines(&self) -> Option<Vec<ContentLine>> {
        let texts = self.pages.iter().flat_map(|page| page.title.iter().chain(page.lines.iter().map(|line| &line.at)));
        Some(unkeyed(texts.map(|line| line.text.clone())))
    }
}

/// A page.
#[derive(Clone, Debug, Serialize)]
pub struct PosterPage {
    /// Colours.
    pub theme: DesignTokens,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Side margin.
    pub margin: f64,
    /// Whether it may not be released yet: 样稿 is printed across.
    pub draft: bool,
    /// The hall's name, small, over the line at the top.
    pub hall: TextLine,
    /// What it is, at the right: `公告`, `通告`, `通知`.
    pub word: &'static str,
    /// The line under it.
    pub rule_y: f64,
    /// The title, centred; on the first page only.
    pub title: Vec<TextLine>,
    /// The body.
    pub lines: Vec<PosterLine>,
    /// The pictures of the body.
    pub pictures: Vec<PosterPicture>,
    /// The line over the foot.
    pub foot_y: f64,
    /// Where and how long it is posted, whom to ask.
    pub foot: Vec<TextLine>,
    /// The way to the web page.
    pub code: Option<QrBox>,
    /// `— 1 —`, when there are several.
    pub number: Option<TextLine>,
}

/// The plain text of an announcement, `layouts/announcements/plain.txt`.
#[derive(Clone, Debug, Serialize)]
pub struct PlainNotice {
    /// The announcement.
    pub notice: super::announcement::Announcement,
    /// The hall's name.
    pub hall: String,
    /// Address of the web page, where the site has one.
    pub url: Option<String>,
}

impl View for PlainNotice {}

/// The plain text of a written notice, `layouts/announcements/written.txt`.
#[derive(Clone, Debug, Serialize)]
pub struct PlainDocument {
    /// The notice.
    pub document: super::document::Document,
    /// The hall's name.
    pub hall: String,
    /// Address of the web page, where the site has one.
    pub url: Option<String>,
}

impl View for PlainDocument {}

/// A3 portrait; the width is that of the text's module.
const HEIGHT: f64 = 420.0;

/// The outputs of all announcements that are public, or to be within the horizon.
pub fn outputs(
    hall: &Hall,
    public: &Hall,
    sources: &Sources,
    when: BuildDay,
    fonts: &Fonts,
) -> (Vec<Output>, Vec<Diagnostic>) {
    let (mut outputs, mut findings) = (Vec::new(), Vec::new());
    for told in publications(hall, public, when) {
        if told.to_post {
            outputs.extend(poster_output(hall, &told, fonts, &mut findings));
        }
        let tree = told.tree(when);
        outputs.push(Output { tree, ..plain_output(hall, &told.id, &told.origin, told.notice) });
    }
    for notice in hall.notices.iter().filter(|n| n.is_public() && when.has_come(n.published())) {
        let document = of_notice(hall, notice).illustrated(sources);
        if notice.postings.iter().any(|posting| posting.span.to > when.span().from) {
            outputs.extend(notice_poster(hall, notice, &document, fonts, &mut findings));
        }
        outputs.push(notice_text(hall, notice, document));
    }
    let (cards, found) = fault_card::outputs(hall, when, fonts);
    outputs.extend(cards);
    findings.extend(found);
    (outputs, findings)
}

/// The poster of a written notice, unless its text does not fit.
fn notice_poster(
    hall: &Grounds,
    notice: &Notice,
    document: &Document,
    fonts: &Fonts,
    findings: &mut Vec<Diagnostic>,
) -> Option<Output> {
    let sheet = PosterSheet {
        title: &document.title,
        draft: document.draft,
        page: url::notice(&notice.id),
        paragraphs: written(document),
        postings: notice.postings.iter().map(|posting| posted_at(hall, posting)).collect(),
        consult: &hall.site.hotline,
        complaint: &hall.site.complaint_phone,
    };
    let dated = midnight(notice.published().date());
    sheet_output(hall, &notice.id, &notice.origin, dated, &sheet, fonts, findings)
}

fn notice_text(hall: &Grounds, notice: &Notice, document: Document) -> Output {
    let site = &hall.site;
    let url = site.url.as_ref().map(|site| format!("{site}{}", url::notice(&notice.id)));
    Output {
        tree: Tree::Public,
        path: url::plain_text(&notice.id),
        rank: Rank::Asset,
        form: Form::Page { template: "announcements/written.txt" },
        view: Arc::new(PlainDocument { document, hall: site.name.clone(), url }),
        origin: notice.origin.clone(),
        listed: None,
    }
}

/// What a poster is made from.
struct PosterSheet<'a> {
    title: &'a str,
    draft: bool,
    /// Its page on the website.
    page: String,
    paragraphs: Vec<PosterParagraph>,
    postings: Vec<PostedAt>,
    consult: &'a str,
    complaint: &'a str,
}

/// The paragraphs of a written notice.
fn written(document: &Document) -> Vec<PosterParagraph> {
    let plain = |text: String, set, above, keep| PosterParagraph {
        text,
        weight: Weight::Regular,
        set,
        above,
        keep,
        picture: None,
    };
    let mut all: Vec<PosterParagraph> = Vec::new();
    all.extend(document.salutation.iter().map(|text| plain(text.clone(), Set::Plain, 0.0, true)));
    for block in &document.blocks {
        match block {
            Block::Heading { text, .. } => all.push(PosterParagraph {
                text: text.clone(),
                weight: Weight::Bold,
                set: Set::Indented,
                above: 0.25,
                keep: true,
                picture: None,
            }),
            Block::Picture { shown: Some(shown), .. } => all
                .push(PosterParagraph { picture: Some(shown.clone()), ..plain(String::new(), Set::Plain, 0.5, false) }),
            Block::Picture { text, .. } if text.is_empty() => {}
            Block::Picture { text, .. } => all.push(plain(format!("（图：{text}）"), Set::Indented, 0.0, false)),
            Block::Text { text } => all.push(plain(text.clone(), Set::Indented, 0.0, false)),
            Block::Item { mark, text } => all.push(plain(format!("{mark}{text}"), Set::Indented, 0.0, false)),
            Block::Table { rows } => {
                all.extend(rows.iter().map(|row| plain(row.join("　"), Set::Indented, 0.0, false)));
            }
        }
    }
    // No signature stands alone below a picture that fills the page before.
    if let Some(last) = all.last_mut().filter(|last| last.picture.is_some()) {
        last.keep = true;
    }
    all.push(plain(document.signature.clone(), Set::Right, 1.0, true));
    all.push(plain(document.dated.clone(), Set::Right, 0.0, false));
    all
}

/// The poster of an announcement, unless its text does not fit.
fn poster_output(hall: &Grounds, told: &Publication, fonts: &Fonts, findings: &mut Vec<Diagnostic>) -> Option<Output> {
    let notice = &told.notice;
    let sheet = PosterSheet {
        title: &notice.title,
        draft: notice.draft,
        page: url::announcement(&told.id),
        paragraphs: paragraphs(notice),
        postings: notice.postings.clone(),
        consult: &notice.consult,
        complaint: &notice.complaint,
    };
    sheet_output(hall, &told.id, &told.origin, midnight(told.announced), &sheet, fonts, findings)
}

fn sheet_output(
    hall: &Grounds,
    id: &str,
    origin: &Place,
    dated: DateTime,
    sheet: &PosterSheet<'_>,
    fonts: &Fonts,
    findings: &mut Vec<Diagnostic>,
) -> Option<Output> {
    let (poster, mut found) = poster(hall, id, origin, sheet, fonts);
    let what = LocalizedText::new(format!("公告海报“{}”", sheet.title), format!("poster of {id}"));
    let stopped = stops(&mut found, &what);
    findings.extend(found);
    (!stopped).then(|| Output {
        tree: Tree::Print,
        path: url::poster(id),
        rank: Rank::Media,
        form: Form::Print {
            template: "announcements/poster.svg",
            width_mm: WIDTH,
            height_mm: HEIGHT,
            title: sheet.title.to_owned(),
            dated,
        },
        view: Arc::new(poster),
        origin: origin.clone(),
        listed: None,
    })
}

fn plain_output(hall: &Grounds, id: &str, origin: &Place, notice: Announcement) -> Output {
    let site = &hall.site;
    let address = site.url.as_ref().map(|site| format!("{site}{}", url::announcement(id)));
    Output {
        tree: Tree::Public,
        path: url::announcement_text(id),
        rank: Rank::Asset,
        form: Form::Page { template: "announcements/plain.txt" },
        view: Arc::new(PlainNotice { notice, hall: site.name.clone(), url: address }),
        origin: origin.clone(),
        listed: None,
    }
}

/// The plain text of a change's announcement, public or not yet.
pub fn plain_text(hall: &Hall, id: ChangeId) -> Output {
    let change = hall.change(id);
    plain_output(hall, &change.id, &change.origin, announcement(hall, id))
}

fn paragraphs(notice: &Announcement) -> Vec<PosterParagraph> {
    let plain = |text: &str, set, above, keep| PosterParagraph {
        text: text.to_owned(),
        weight: Weight::Regular,
        set,
        above,
        keep,
        picture: None,
    };
    let mut all =
        vec![plain(&notice.salutation, Set::Plain, 0.0, true), plain(&notice.lead, Set::Indented, 0.0, false)];
    for section in &notice.sections {
        if let Some(heading) = &section.heading {
            let text = heading.clone();
            all.push(PosterParagraph { text, weight: Weight::Bold, ..plain("", Set::Indented, 0.25, true) });
        }
        all.extend(section.lines.iter().map(|text| plain(text, Set::Indented, 0.0, false)));
    }
    if let Some(apology) = &notice.apology {
        all.push(plain(apology, Set::Indented, 0.4, false));
    }
    let above = if notice.apology.is_some() { 0.0 } else { 0.4 };
    all.push(plain(&notice.closing, Set::Indented, above, true));
    all.push(plain(&notice.signature, Set::Right, 1.0, true));
    all.push(plain(&notice.dated, Set::Right, 0.0, false));
    all
}

fn poster(
    hall: &Grounds,
    id: &str,
    origin: &Place,
    sheet: &PosterSheet<'_>,
    fonts: &Fonts,
) -> (Poster, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let room = WIDTH - 2.0 * MARGIN;
    let (title, mut top) = title(hall, origin, sheet.title, fonts, &mut findings);
    top += 12.0;
    let all = &sheet.paragraphs;
    let flowed = flowed(all, room, top, fonts);
    let count = flowed.len();
    let missing: Vec<char> = all.iter().flat_map(|p| fonts.missing(&p.text)).collect();
    if !missing.is_empty() {
        let what = LocalizedText::new(format!("公告“{}”的海报", sheet.title), format!("the poster of {id}"));
        let error = crate::text::FitError::Missing(missing);
        findings.push(unfit(origin.clone(), sheet.title, &what, &error));
    }
    let code = code(hall, &sheet.page);
    let foot = foot(sheet, fonts, room - code.as_ref().map_or(0.0, |c| c.side + 8.0));
    let pages = flowed.into_iter().enumerate().map(|(n, page)| PosterPage {
        theme: THEME,
        width: WIDTH,
        height: HEIGHT,
        margin: MARGIN,
        draft: sheet.draft,
        hall: line(MARGIN, 27.0, 7.0, "start", &fullwidth_punctuation(&hall.site.name)),
        word: word(sheet.title),
        rule_y: 33.0,
        title: if n == 0 { title.clone() } else { Vec::new() },
        lines: page.lines,
        pictures: page.pictures.iter().map(PlacedPicture::drawn).collect(),
        foot_y: FOOT,
        foot: foot.clone(),
        code: code.clone(),
        number: (count > 1).then(|| line(WIDTH / 2.0, HEIGHT - 9.0, 5.0, "middle", &format!("— {} —", n + 1))),
    });
    (Poster { change: id.to_owned(), pages: pages.collect() }, findings)
}

/// The title's lines and the bottom of the last; 2号 on A4 is 7.8 mm, on A3 11.
fn title(
    hall: &Grounds,
    origin: &Place,
    name: &str,
    fonts: &Fonts,
    findings: &mut Vec<Diagnostic>,
) -> (Vec<TextLine>, f64) {
    let area = Area { width: WIDTH - 2.0 * MARGIN + 12.0, height: 60.0 };
    let sizes = Sizes { max: 15.0, min: 10.0, step: 0.25 };
    // In one line if it can be large, else broken after the unit, else anywhere.
    let venues = hall.venues.iter().map(|venue| full_name(hall, venue));
    let mut named = hall.units.iter().map(|u| u.name().to_owned()).chain(venues);
    let unit = named.find(|unit| name.starts_with(&format!("关于{unit}")));
    let broken = unit.map(|unit| name.replacen(&unit, &format!("{unit}\n"), 1));
    let large = Sizes { min: 12.5, ..sizes };
    let found = fit(fonts, name, area, Weight::Bold, large, 1, 1.4)
        .or_else(|_| fit(fonts, broken.as_deref().unwrap_or(name), area, Weight::Bold, large, 2, 1.4))
        .or_else(|_| fit(fonts, name, area, Weight::Bold, sizes, 3, 1.4));
    match found {
        Ok(found) => {
            let top = TOP + 8.0;
            let lines = found.lines.iter().zip(found.baselines(top));
            let lines = lines.map(|(text, y)| line(WIDTH / 2.0, y, found.size, "middle", text)).collect();
            (lines, top + found.height())
        }
        Err(error) => {
            let what = LocalizedText::new("A3海报标题", "the title of the A3 poster");
            findings.push(unfit(origin.clone(), name, &what, &error));
            (vec![line(WIDTH / 2.0, TOP + 18.0, 10.0, "middle", name)], TOP + 20.0)
        }
    }
}

/// The word at the top at the right: 公告, unless the title begins or ends with another word for what it is.
fn word(title: &str) -> &'static str {
    let words = ["通告", "通知", "温馨提示"];
    words.into_iter().find(|word| title.ends_with(word) || title.starts_with(word)).unwrap_or("公告")
}

fn foot(sheet: &PosterSheet<'_>, fonts: &Fonts, room: f64) -> Vec<TextLine> {
    let size = 4.6;
    let mut texts = Vec::new();
    if !sheet.postings.is_empty() {
        let places: Vec<String> = sheet.postings.iter().map(|p| format!("{}（{}）", p.place, p.days)).collect();
        texts.push(format!("张贴地点和期间：{}", places.join("；")));
    }
    texts.push(format!("咨询电话：{}　投诉电话：{}", sheet.consult, sheet.complaint));
    let lines = texts.iter().flat_map(|text| wrap(fonts, text, room, size, Weight::Regular));
    lines
        .enumerate()
        .map(|(n, text)| line(MARGIN, FOOT + 11.0 + n as f64 * size * 1.55, size, "start", &text))
        .collect()
}

fn code(hall: &Grounds, page: &str) -> Option<QrBox> {
    let address = format!("{}{}", hall.site.url.as_ref()?, page);
    let path = qr_svg_path(&address).ok()?;
    let side = 30.0;
    // Four modules of white around the code (ISO/IEC 18004); on white paper the margin counts.
    let module = side / f64::from(path.modules);
    let x = WIDTH - MARGIN - side;
    Some(QrBox {
        x: mm(x),
        y: mm(FOOT + 7.0),
        side,
        code_x: mm(x),
        code_y: mm(FOOT + 7.0),
        module: (module * 10000.0).round() / 10000.0,
        d: path.d,
        url: address,
        caption: line(x + side / 2.0, FOOT + 43.0, 4.2, "middle", "扫码查看"),
    })
}
