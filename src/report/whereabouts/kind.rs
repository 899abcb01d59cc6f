//! The kinds of things that say something, and their groups.

use crate::diag::Lang;

/// A group of an answer, the most public first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MentionGroup {
    /// Pages of the website.
    Pages,
    /// Strip screens.
    Screens,
    /// Boards, signs and cards.
    Boards,
    /// Announcements in every carrier, and what is posted.
    Notices,
    /// Guides to print and Word documents.
    Documents,
    /// Open data, feeds, the data of the search.
    Data,
    /// The lists of the staff.
    Lists,
    /// Where it is written.
    Content,
}

impl MentionGroup {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Pages,
        Self::Screens,
        Self::Boards,
        Self::Notices,
        Self::Documents,
        Self::Data,
        Self::Lists,
        Self::Content,
    ];

    /// Its name.
    pub fn word(self, lang: Lang) -> &'static str {
        let [zh, en] = match self {
            Self::Pages => ["网页", "pages"],
            Self::Screens => ["条屏", "strip screens"],
            Self::Boards => ["标牌", "boards and signs"],
            Self::Notices => ["公告和张贴", "announcements and postings"],
            Self::Documents => ["办事指南和文档", "guides and documents"],
            Self::Data => ["数据", "data"],
            Self::Lists => ["工作清单", "work lists"],
            Self::Content => ["内容里写在哪里", "where it is written"],
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// Its name in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pages => "pages",
            Self::Screens => "screens",
            Self::Boards => "boards",
            Self::Notices => "notices",
            Self::Documents => "documents",
            Self::Data => "data",
            Self::Lists => "lists",
            Self::Content => "content",
        }
    }
}

/// A kind of thing that says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Carrier {
    /// A page of the website.
    Page,
    /// A strip screen.
    Screen,
    /// A board, sign or card.
    Board,
    /// The page of an announcement.
    NoticePage,
    /// Its plain text.
    NoticeText,
    /// Its Word document.
    NoticeWord,
    /// Its poster.
    Poster,
    /// What is posted and not printed by the program.
    Posting,
    /// A short message.
    Sms,
    /// A text for the loudspeakers.
    Broadcast,
    /// An article for WeChat.
    Article,
    /// A brief guide to print.
    Guide,
    /// A Word document.
    Word,
    /// A file of data.
    Data,
    /// A list of the staff.
    List,
    /// A value of the content.
    Value,
}

impl Carrier {
    /// Its group.
    pub fn group(self) -> MentionGroup {
        match self {
            Self::Page => MentionGroup::Pages,
            Self::Screen => MentionGroup::Screens,
            Self::Board => MentionGroup::Boards,
            Self::NoticePage
            | Self::NoticeText
            | Self::NoticeWord
            | Self::Poster
            | Self::Posting
            | Self::Sms
            | Self::Broadcast
            | Self::Article => MentionGroup::Notices,
            Self::Guide | Self::Word => MentionGroup::Documents,
            Self::Data => MentionGroup::Data,
            Self::List => MentionGroup::Lists,
            Self::Value => MentionGroup::Content,
        }
    }

    /// What it is, where its group has several kinds.
    pub fn word(self, lang: Lang) -> Option<&'static str> {
        let [zh, en] = match self {
            Self::NoticePage => ["网页", "page"],
            Self::NoticeText => ["文字稿", "text"],
            Self::NoticeWord => ["Word 文档", "Word document"],
            Self::Poster => ["海报", "poster"],
            Self::Posting => ["张贴", "posting"],
            Self::Sms => ["短信", "short message"],
            Self::Broadcast => ["广播稿", "loudspeakers"],
            Self::Article => ["公众号文章", "WeChat article"],
            Self::Guide => ["简明指南", "brief guide"],
            Self::Word => ["Word 文档", "Word document"],
            _ => return None,
        };
        Some(match lang {
            Lang::Zh => zh,
            Lang::En => en,
        })
    }
}
