//! What staff put into other channels: an article for WeChat, a short message, a text to be read aloud, for every
//! announcement that may still have to be published and every current public notice; drafts are not for copying. They
//! go into the staff tree.

pub mod aloud;
pub mod article;
pub mod sms;

use super::approval;
use super::document::{Block, Document, of_announcement, of_notice};
use super::list::publications;
use crate::content::change::RawSigned;
use crate::diag::{Diagnostic, LocalizedText, Place, RuleDoc, Severity};
use crate::model::notice::Notice;
use crate::model::time::midnight;
use crate::model::{BuildDay, Grounds, Hall};
use crate::plan::layout::theme::THEME;
use crate::plan::output::{Form, Output, Rank, Tree};
use crate::plan::staff::pages::channels::{ChannelItem, MessagePart};
use crate::plan::url;
use crate::plan::view::{View, no_view};
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::source::Sources;
use crate::text::date::clock;
use crate::text::qr::qr_svg_path;
use article::{Article, ArticleCode};
use jiff::civil::{Date, DateTime};
use std::sync::Arc;

/// Most characters of an article's title, digest and body.
const TITLE: usize = 64;
const DIGEST: usize = 120;
const BODY: usize = 50_000;
/// Characters of a notice's own words that a short message takes; three parts with title, phone and signature.
const MESSAGE_WORDS: usize = 130;

/// A text is longer than the channel takes.
pub static CHANNEL_LIMIT: RuleDoc = RuleDoc {
    id: "channel-limit",
    severity: Severity::Warning,
    title: ["超过微信或短信的长度限制", "Longer than WeChat or SMS takes"],
    what: [
        "微信文章标题不超过64个字，正文不超过50000个字；短信连同签名不超过500个字（70字以内一条，更长的按67字一条拆分）。",
        "A WeChat title has at most 64 characters, its body 50,000; a short message at most 500 with its signature (70 in one, longer ones cut by 67).",
    ],
    why: ["超过限制的，后台会拒收或截断。", "What is longer is refused or cut off."],
    clause: "",
    example: "标题: 关于……（80个字）",
    fix: ["缩短标题或正文。", "Shorten the title or the text."],
};

/// A text with everything the channels need.
struct ChannelPiece {
    document: Document,
    /// What the program wrote itself.
    own_words: Option<OwnWords>,
    consult: String,
    /// The first day it is public.
    announced: Date,
    /// The time it is published, where that is still to come.
    not_before: Option<DateTime>,
    /// Who approved it, for staff.
    approval: Vec<String>,
    origin: Place,
    /// Where its title is written.
    title_at: Place,
}

/// What an announcement the program wrote says in short.
struct OwnWords {
    topic: String,
    /// One sentence that says it all, without a full stop.
    brief: String,
    instead: Option<String>,
}

/// The files of all channels, the items of the page to copy from, and what is too long.
pub fn channels(
    hall: &Hall,
    public: &Hall,
    sources: &Sources,
    when: BuildDay,
) -> (Vec<Output>, Vec<ChannelItem>, Vec<Diagnostic>) {
    let (mut outputs, mut items, mut findings) = (Vec::new(), Vec::new(), Vec::new());
    let mut pieces = pieces(hall, public, sources, when);
    pieces.sort_by(|a, b| b.announced.cmp(&a.announced).then_with(|| a.document.stem.cmp(&b.document.stem)));
    for piece in &pieces {
        let page = hall.site.url.as_ref().map(|site| format!("{site}{}", url::notice(&piece.document.stem)));
        let article = article(piece, page.as_deref());
        let message = message(hall, piece, page.as_deref());
        let aloud = aloud::aloud(&piece.document, piece.announced.year());
        findings.extend(too_long(piece, &article, &message));
        items.push(item(piece, &article, &message, &aloud, page));
        outputs.extend(files(piece, article, &message, aloud));
    }
    (outputs, items, findings)
}

/// Whether a notice has been taken down.
fn is_down(notice: &Notice, when: BuildDay) -> bool {
    notice.written.down_on.is_some_and(|day| when.has_come(midnight(day.0)))
}

fn pieces(hall: &Hall, public: &Hall, sources: &Sources, when: BuildDay) -> Vec<ChannelPiece> {
    let announcements = publications(hall, public, when)
        .into_iter()
        .filter(|told| told.to_post && !told.notice.draft)
        .map(|told| ChannelPiece {
            document: of_announcement(&told.notice),
            own_words: Some(OwnWords {
                topic: told.notice.whom,
                brief: told.notice.brief,
                instead: told.notice.instead,
            }),
            consult: told.notice.consult,
            announced: told.announced,
            not_before: Some(told.public).filter(|public| !when.has_come(*public)),
            approval: approval(hall, &told.id),
            title_at: told.origin.clone(),
            origin: told.origin,
        });
    let current = hall
        .notices
        .iter()
        .filter(|notice| notice.is_public() && when.has_come(notice.published()) && !is_down(notice, when));
    let current = current.filter(|notice| !hall.is_draft_notice(notice));
    let notices = current.map(|notice| ChannelPiece {
        document: of_notice(hall, notice).illustrated(sources),
        own_words: None,
        consult: hall.site.hotline.clone(),
        announced: notice.published().date(),
        not_before: None,
        approval: signed(notice),
        origin: notice.origin.clone(),
        title_at: notice.origin.key("标题"),
    });
    announcements.chain(notices).collect()
}

/// What a change record or its amendment is based on.
fn approval(hall: &Grounds, id: &str) -> Vec<String> {
    let change = hall.changes.iter().find(|change| change.id == id).map(approval::of_change);
    let amendment = || hall.amendments.iter().find(|amendment| amendment.id == id);
    let words = change.or_else(|| amendment().map(|amendment| approval::of_amendment(hall, amendment)));
    words.into_iter().collect()
}

/// The level of the opinion a notice answers, who decided and agreed to it (Y6.2, Y6.3.2, Y14.3.3): for staff, never
/// for the public.
fn signed(notice: &Notice) -> Vec<String> {
    let line = |signed: &Option<RawSigned>, word: &str| {
        signed.as_ref().map(|signed| {
            let time = signed.time.map(|clock| format!(" {clock}")).unwrap_or_default();
            format!("{}{time} {}{word}", signed.date.0, signed.person)
        })
    };
    let written = &notice.written;
    let level = written.opinion.map(|level| format!("舆情级别：{}", level.word()));
    let signed = [line(&written.decided, "审定"), line(&written.agreed, "同意")];
    level.into_iter().chain(signed.into_iter().flatten()).collect()
}

fn characters(text: &str) -> usize {
    text.chars().count()
}

fn article(piece: &ChannelPiece, page: Option<&str>) -> Article {
    let first = || {
        piece.document.blocks.iter().find_map(|block| match block {
            Block::Text { text } => Some(text.trim_end_matches(['：', '。']).to_owned()),
            _ => None,
        })
    };
    let digest = piece
        .own_words
        .as_ref()
        .map(|words| words.brief.clone())
        .or_else(first)
        .map(|text| format!("{text}。"))
        .unwrap_or_default();
    let (pictures, lacks_pictures) = Article::pictures(&piece.document);
    Article {
        theme: THEME,
        digest: cut(&digest, DIGEST),
        document: piece.document.clone(),
        pictures,
        lacks_pictures,
        page: page.map(str::to_owned),
    }
}

/// A text of at most `most` characters; one that is cut ends in an ellipsis.
fn cut(text: &str, most: usize) -> String {
    if characters(text) <= most {
        return text.to_owned();
    }
    text.chars().take(most - 1).chain(['…']).collect()
}

/// The characters of the body, markup not counted.
fn body(document: &Document) -> usize {
    let blocks = document.blocks.iter().map(|block| match block {
        Block::Heading { text, .. } | Block::Text { text } => characters(text),
        Block::Picture { .. } => 0,
        Block::Item { mark, text } => characters(mark) + characters(text),
        Block::Table { rows } => rows.iter().flatten().map(|cell| characters(cell)).sum(),
    });
    blocks.sum::<usize>() + document.salutation.as_deref().map_or(0, characters)
}

/// Title, when, where, phone, signature.
fn message(hall: &Grounds, piece: &ChannelPiece, page: Option<&str>) -> String {
    let (words, title) = (&hall.wording.message, piece.document.title.as_str());
    let end = words.end(&piece.consult, &fullwidth_punctuation(&hall.site.name));
    if let Some(OwnWords { topic, brief, instead }) = &piece.own_words {
        // What the sentence begins with need not be written before it.
        let begins = topic.chars().zip(brief.chars()).take_while(|(a, b)| a == b).count();
        let topic = if begins > 3 || topic.is_empty() { String::new() } else { words.topic(topic) };
        return words.change(&topic, brief, instead.as_deref().unwrap_or_default(), &end);
    }
    let (text, all) = first_words(&piece.document);
    // The first words are no message when all of them announce a list.
    let more = match page {
        Some(page) if !all => words.more(page),
        _ => String::new(),
    };
    words.notice(title, &text, &more, &end)
}

/// The first paragraphs of a notice that a message has room for, and whether that is all of them.
fn first_words(document: &Document) -> (String, bool) {
    let mut words = String::new();
    let mut all = true;
    for block in &document.blocks {
        let text = match block {
            Block::Text { text } | Block::Item { text, .. } => text,
            Block::Heading { .. } | Block::Picture { .. } => continue,
            Block::Table { .. } => {
                all = false;
                break;
            }
        };
        if characters(&words) + characters(text) > MESSAGE_WORDS {
            all = false;
            break;
        }
        words.push_str(text);
    }
    // A paragraph that only leads over to what did not fit says nothing.
    while words.ends_with('：') {
        let end = words.rfind('。').map_or(0, |at| at + '。'.len_utf8());
        words.truncate(end);
    }
    (words, all)
}

fn too_long(piece: &ChannelPiece, article: &Article, message: &str) -> Vec<Diagnostic> {
    let (title, stem) = (&piece.document.title, &piece.document.stem);
    let over = |place: &Place, what: LocalizedText, count: usize, most: usize, fix: LocalizedText| {
        (count > most).then(|| {
            Diagnostic::new(
                &CHANNEL_LIMIT,
                place.clone(),
                format!("“{title}”的{}有{count}个字，超过{most}个", what.zh),
                format!("{stem}: {} has {count} characters, more than {most}", what.en),
            )
            .expected(format!("不超过{most}个字"), format!("at most {most} characters"))
            .fix(fix.zh, fix.en)
        })
    };
    let shorter = || {
        LocalizedText::new(
            "缩短标题，或在公众号后台另写一个短标题。",
            "Shorten the title, or write a short one in WeChat.",
        )
    };
    let text = || {
        LocalizedText::new("缩短正文，或只发标题和网页地址。", "Shorten the text, or send the title and the address.")
    };
    let found = [
        over(
            &piece.title_at,
            LocalizedText::new("微信标题", "the WeChat title"),
            characters(&article.document.title),
            TITLE,
            shorter(),
        ),
        over(&piece.origin, LocalizedText::new("微信正文", "the WeChat body"), body(&article.document), BODY, text()),
        over(&piece.origin, LocalizedText::new("短信", "the short message"), sms::count(message), sms::MOST, text()),
    ];
    found.into_iter().flatten().collect()
}

fn item(piece: &ChannelPiece, article: &Article, message: &str, aloud: &str, page: Option<String>) -> ChannelItem {
    let parts = sms::parts(message);
    let stem = &piece.document.stem;
    let name = |ending: &str| format!("{stem}.{ending}");
    ChannelItem {
        id: stem.clone(),
        title_count: format!("{}/{TITLE}", characters(&piece.document.title)),
        digest_count: format!("{}/{DIGEST}", characters(&article.digest)),
        body_count: format!("{}/{BODY}", body(&piece.document)),
        announced: crate::text::date::long_weekday(piece.announced),
        not_before: piece.not_before.map(|at| format!("{} {}", crate::text::date::long_weekday(at.date()), clock(at))),
        approval: piece.approval.join("；"),
        file: piece.origin.file.to_string(),
        code: page.as_ref().and_then(|page| qr_svg_path(page).ok()).map(|code| ArticleCode {
            // Four modules of white around (ISO/IEC 18004).
            side: code.modules + 8,
            d: code.d,
        }),
        message_count: match parts.len() {
            1 => format!("共{}字，1条", sms::count(message)),
            n => format!("共{}字，拆成{n}条", sms::count(message)),
        },
        message: parts.iter().map(|part| MessagePart { count: sms::count(part), text: part.clone() }).collect(),
        aloud: aloud.lines().map(str::to_owned).collect(),
        wechat: name("wechat.html"),
        sms: name("sms.txt"),
        broadcast: name("broadcast.txt"),
        article: article.clone(),
    }
}

fn files(piece: &ChannelPiece, article: Article, message: &str, aloud: String) -> [Output; 3] {
    let stem = &piece.document.stem;
    let output = |ending: &str, form: Form, view: Arc<dyn View>| Output {
        tree: Tree::Staff,
        path: url::channel(stem, ending),
        rank: Rank::Asset,
        form,
        view,
        origin: piece.origin.clone(),
        listed: None,
    };
    [
        output("wechat.html", Form::Page { template: "channels/wechat.html" }, Arc::new(article)),
        output("sms.txt", Form::Asset(format!("{message}\n").into_bytes()), no_view()),
        output("broadcast.txt", Form::Asset(aloud.into_bytes()), no_view()),
    ]
}
