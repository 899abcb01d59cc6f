//! The text of a poster before it is drawn: paragraphs and pictures broken into lines and pages.

use super::document::ShownPicture;
use crate::plan::layout::setter::{line, mm};
use crate::plan::layout::text_line::TextLine;
use crate::text::{Fonts, Weight, width, wrap};
use serde::Serialize;

/// A line of the body.
#[derive(Clone, Debug, Serialize)]
pub struct PosterLine {
    /// 400 or 700.
    pub weight: u16,
    /// The line.
    pub at: TextLine,
}

/// A picture of the body.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PosterPicture {
    /// Its left edge.
    pub x: f64,
    /// Its top.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The picture as a `data:` address.
    pub data: String,
}

/// A3 portrait.
pub(super) const WIDTH: f64 = 297.0;
/// GB/T 9704 margins (37 top, 28 left, on A4) enlarged to A3.
pub(super) const MARGIN: f64 = 32.0;
pub(super) const TOP: f64 = 40.0;
/// The body ends above this.
pub(super) const FOOT: f64 = 372.0;
/// Distance of base lines, em: about 28 pt for 16 pt.
const LEADING: f64 = 1.7;
/// The body's largest and smallest font size: 3号 on A4 is 5.6 mm, enlarged to A3 8; smaller ones keep a long text on
/// one page.
const BODY: (f64, f64) = (8.0, 5.6);
/// The side of a pixel: 96 to the inch, enlarged from A4 to A3.
const PIXEL: f64 = 25.4 / 96.0 * std::f64::consts::SQRT_2;
/// The highest picture: two of a page and their words; lower ones keep a notice on one page.
const PICTURES: [f64; 3] = [140.0, 110.0, 80.0];

/// A paragraph before it is broken into lines.
pub(super) struct PosterParagraph {
    pub(super) text: String,
    pub(super) weight: Weight,
    /// How it is aligned.
    pub(super) set: Set,
    /// Space above, em.
    pub(super) above: f64,
    /// Whether the next paragraph must be on the same page.
    pub(super) keep: bool,
    /// A picture in place of the text.
    pub(super) picture: Option<ShownPicture>,
}

/// What stands on one page.
#[derive(Default)]
pub(super) struct FlowedPage<'a> {
    pub(super) lines: Vec<PosterLine>,
    pub(super) pictures: Vec<PlacedPicture<'a>>,
}

/// A picture and where it stands.
pub(super) struct PlacedPicture<'a> {
    shown: &'a ShownPicture,
    y: f64,
    width: f64,
    height: f64,
}

impl PlacedPicture<'_> {
    pub(super) fn drawn(&self) -> PosterPicture {
        let Self { shown, y, width, height } = *self;
        PosterPicture {
            x: mm((WIDTH - width) / 2.0),
            y: mm(y),
            width: mm(width),
            height: mm(height),
            data: shown.data(),
        }
    }
}

/// How a text is set.
#[derive(Clone, Copy)]
struct PosterSetting {
    /// Font size.
    size: f64,
    /// Width of the text.
    room: f64,
    /// The highest picture.
    highest: f64,
}

impl PosterSetting {
    fn step(self) -> f64 {
        self.size * LEADING
    }

    /// Width and height of a picture in its size on a screen, smaller where there is no room for it.
    fn sized(self, picture: &ShownPicture) -> (f64, f64) {
        let (width, height) = (f64::from(picture.width) * PIXEL, f64::from(picture.height) * PIXEL);
        let scale = (self.room / width).min(self.highest / height).min(1.0);
        ((width * scale).max(0.1), (height * scale).max(0.1))
    }

    /// What must stay with paragraph `n`: the first line or the picture after it, and on.
    fn keeps(self, all: &[PosterParagraph], n: usize) -> f64 {
        if !all[n].keep {
            return 0.0;
        }
        let Some(next) = all.get(n + 1) else { return self.step() };
        let own = next.picture.as_ref().map_or(1.0, |picture| next.above + self.sized(picture).1 / self.step());
        own * self.step() + self.keeps(all, n + 1)
    }
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Set {
    /// From the margin.
    Plain,
    /// First line indented by two characters.
    Indented,
    /// At the right, two characters in (GB/T 9704, unsealed).
    Right,
}

/// One page at the largest size that lets it be one, with lower pictures if need be, else several at a good size, and
/// no more than lower pictures need.
pub(super) fn flowed<'a>(all: &'a [PosterParagraph], room: f64, top: f64, fonts: &Fonts) -> Vec<FlowedPage<'a>> {
    let has_pictures = all.iter().any(|paragraph| paragraph.picture.is_some());
    let heights = if has_pictures { &PICTURES[..] } else { &PICTURES[..1] };
    let set = |size, highest: &f64| flow(all, PosterSetting { size, room, highest: *highest }, top, fonts);
    for highest in heights {
        let sizes = (0..).map(|n| BODY.0 - 0.2 * f64::from(n)).take_while(|size| *size >= BODY.1 - 1e-9);
        if let Some(pages) = sizes.map(|size| set(size, highest)).find(|pages| pages.len() == 1) {
            return pages;
        }
    }
    heights.iter().map(|highest| set(7.5, highest)).min_by_key(Vec::len).unwrap_or_default()
}

/// Breaks paragraphs into lines and lines into pages; a heading never ends a page.
fn flow<'a>(all: &'a [PosterParagraph], setting: PosterSetting, top: f64, fonts: &Fonts) -> Vec<FlowedPage<'a>> {
    let (PosterSetting { size, room, .. }, step) = (setting, setting.step());
    let mut pages = vec![FlowedPage::default()];
    let mut y = top;
    for (n, paragraph) in all.iter().enumerate() {
        let indent = if paragraph.set == Set::Indented { "\u{3000}\u{3000}" } else { "" };
        if y > top || pages.len() > 1 {
            y += paragraph.above * step;
        }
        let kept = setting.keeps(all, n);
        if let Some(shown) = &paragraph.picture {
            let (width, height) = setting.sized(shown);
            if y + height + kept > FOOT - 4.0 {
                pages.push(FlowedPage::default());
                y = TOP + 4.0;
            }
            if let Some(page) = pages.last_mut() {
                page.pictures.push(PlacedPicture { shown, y, width, height });
            }
            y += height + 0.5 * step;
            continue;
        }
        let lines = wrap(fonts, &format!("{indent}{}", paragraph.text), room, size, paragraph.weight);
        let need = lines.len() as f64 * step + kept;
        if y + need > FOOT - 4.0 && need < FOOT - TOP - 20.0 && (paragraph.keep || y + step > FOOT - 4.0) {
            pages.push(FlowedPage::default());
            y = TOP + 4.0;
        }
        for text in &lines {
            if y + step > FOOT - 4.0 {
                pages.push(FlowedPage::default());
                y = TOP + 4.0;
            }
            y += step;
            let at = match paragraph.set {
                Set::Right => {
                    // The signature is set two characters in; the date is centred under it.
                    let signed = all.get(if n + 1 == all.len() { n - 1 } else { n }).map_or("", |p| &p.text);
                    let half = width(fonts, signed, size, Weight::Regular) / 2.0;
                    let own = width(fonts, text, size, Weight::Regular) / 2.0;
                    line(WIDTH - MARGIN - 2.0 * size - half.max(own), y - 0.45 * size, size, "middle", text)
                }
                _ => line(MARGIN, y - 0.45 * size, size, "start", text),
            };
            if let Some(page) = pages.last_mut() {
                page.lines.push(PosterLine { weight: paragraph.weight.number(), at: indented(at, indent, size) });
            }
        }
    }
    pages
}

/// Two ideographic spaces become a shift, so that text found in the document has none.
fn indented(mut at: TextLine, indent: &str, size: f64) -> TextLine {
    if !indent.is_empty()
        && let Some(rest) = at.text.strip_prefix(indent)
    {
        at.text = rest.to_owned();
        at.x = mm(at.x + 2.0 * size);
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{FOOT, FlowedPage, MARGIN, PosterParagraph, Set, ShownPicture, TOP, WIDTH, flowed};
    use crate::text::{Fonts, Weight};
    use std::sync::Arc;

    fn text(text: &str, keep: bool) -> PosterParagraph {
        PosterParagraph {
            text: text.to_owned(),
            weight: Weight::Regular,
            set: Set::Indented,
            above: 0.0,
            keep,
            picture: None,
        }
    }

    fn picture(width: u32, height: u32) -> PosterParagraph {
        let sha256 = String::new();
        let shown = ShownPicture { width, height, ending: "png", mime: "image/png", sha256, bytes: Arc::from([]) };
        PosterParagraph { picture: Some(shown), ..text("", false) }
    }

    fn set(all: &[PosterParagraph]) -> Vec<FlowedPage<'_>> {
        let pages = flowed(all, WIDTH - 2.0 * MARGIN, TOP + 40.0, Fonts::embedded());
        for page in &pages {
            for drawn in page.pictures.iter().map(|picture| picture.drawn()) {
                assert!(drawn.x >= MARGIN - 0.01 && drawn.x + drawn.width <= WIDTH - MARGIN + 0.01, "{drawn:?}");
                assert!(drawn.y >= TOP && drawn.y + drawn.height <= FOOT, "{drawn:?}");
                let within = |y: f64| drawn.y < y && y < drawn.y + drawn.height;
                assert!(!page.lines.iter().any(|line| within(line.at.y)), "a line in {drawn:?}");
            }
        }
        pages
    }

    #[test]
    fn a_heading_stays_with_the_picture_below_it() {
        for lines in 20..90 {
            let mut all: Vec<_> = (0..lines).map(|n| text(&format!("第{n}行"), false)).collect();
            all.push(text("图一", true));
            all.push(picture(900, 900));
            all.push(text("完", false));
            let pages = set(&all);
            let is_heading = |page: &&FlowedPage<'_>| page.lines.iter().any(|line| line.at.text == "图一");
            let held: Vec<usize> = pages.iter().filter(is_heading).map(|page| page.pictures.len()).collect();
            assert_eq!(held, [1], "{lines} lines above");
        }
    }

    #[test]
    fn lower_pictures_keep_a_notice_on_one_page() {
        let all = || [text("甲", false), picture(900, 600), text("乙", false), picture(900, 600), text("丙", false)];
        let heights = |all: &[PosterParagraph]| -> Vec<Vec<i64>> {
            let pages = set(all).into_iter();
            pages.map(|page| page.pictures.iter().map(|picture| picture.height.round() as i64).collect()).collect()
        };
        assert_eq!(heights(&all()[..3]), [vec![140]]);
        assert_eq!(heights(&all()), [vec![110, 110]]);
        let many: Vec<_> = all().into_iter().chain(all()).chain(all()).collect();
        assert_eq!(heights(&many), vec![vec![110, 110]; 3], "three pages instead of four");
        // The longest and the lowest of pictures is there, too.
        assert_eq!(heights(&[picture(4000, 300), picture(1, 3000), picture(8, 8)]).len(), 1);
    }
}
