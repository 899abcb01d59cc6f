//! What was issued: the words of each announcement as they were published. They never change; what applies instead is
//! issued anew.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The words of an announcement. Every text is finished; layout is not among them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssuedText {
    /// The title.
    pub title: String,
    /// What the title says it is about.
    pub topic: String,
    /// Whom it concerns, for a short message.
    #[serde(default)]
    pub whom: String,
    /// The metadata block: names and values.
    #[serde(default)]
    pub meta: Vec<(String, String)>,
    /// Whom it addresses.
    pub salutation: String,
    /// The first paragraph.
    pub lead: String,
    /// The parts: heading, paragraphs.
    pub sections: Vec<(Option<String>, Vec<String>)>,
    /// The apology.
    pub apology: Option<String>,
    /// The closing formula.
    pub closing: String,
    /// Who signs.
    pub signature: String,
    /// The day under it.
    pub dated: String,
    /// One sentence for lists.
    pub brief: String,
    /// Where or how instead, for short messages.
    pub instead: Option<String>,
    /// The phone for questions.
    pub consult: String,
    /// The phone to complain.
    pub complaint: String,
    /// 来源.
    pub source: String,
    /// 责任编辑.
    pub editor: Option<String>,
    /// 发布时间.
    pub published: String,
}

/// A text as it was issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssuedVersion {
    /// From when it was public.
    pub issued: DateTime,
    /// Digest of the facts it tells, of a circular; empty for the announcements of records, which have amendments.
    #[serde(default)]
    pub facts: String,
    /// Its words.
    pub text: IssuedText,
    /// Of a circular, the first day it is over, as it was told.
    #[serde(default)]
    pub until: Option<Date>,
    /// Of a correction, what the whole circular would say since.
    #[serde(default)]
    pub whole: Option<IssuedText>,
}

/// Everything that was issued, by the id of the announcement; of a circular the corrections after the first text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssuedTexts {
    /// The moment of the last build that issued.
    pub moment: Option<DateTime>,
    /// The texts.
    #[serde(default)]
    pub texts: BTreeMap<String, Vec<IssuedVersion>>,
}

/// What was issued, as a plan knows it.
#[derive(Clone, Debug, Default)]
pub struct Issued {
    /// What was issued before.
    pub before: Arc<IssuedTexts>,
    /// The moment at which a correction that is due is issued; none = nothing is issued, and circulars say what is so now.
    pub now: Option<DateTime>,
    /// Whether the hall also has what is not public yet: what differs for that alone is not corrected.
    pub is_ahead: bool,
}

impl IssuedTexts {
    /// What was issued by `moment`.
    #[must_use]
    pub fn until(mut self, moment: DateTime) -> Self {
        self.texts.values_mut().for_each(|versions| versions.retain(|version| version.issued <= moment));
        self.texts.retain(|_, versions| !versions.is_empty());
        self.moment = self.moment.map(|last| last.min(moment));
        self
    }
}

impl Issued {
    /// For a build at `moment`; where nothing is known of what was issued, nothing is.
    pub fn at(before: Option<&Arc<IssuedTexts>>, moment: DateTime) -> Self {
        // A text says when it was published to the minute.
        let minute = moment.with().second(0).subsec_nanosecond(0).build().unwrap_or(moment);
        before.map_or_else(Self::default, |before| Self {
            before: Arc::clone(before),
            now: Some(minute),
            is_ahead: false,
        })
    }

    /// Of a hall with what is not public yet.
    #[must_use]
    pub fn ahead(&self) -> Self {
        Self { is_ahead: true, ..self.clone() }
    }

    /// The texts of an announcement, the first one first.
    pub fn versions(&self, id: &str) -> &[IssuedVersion] {
        self.before.texts.get(id).map_or(&[], Vec::as_slice)
    }

    /// The words of an announcement as they were issued first.
    pub fn first(&self, id: &str) -> Option<&IssuedText> {
        self.versions(id).first().map(|version| &version.text)
    }
}
