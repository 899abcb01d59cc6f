//! What was issued: the words of each announcement as they were published. They never change; what applies instead is
//! issued anew.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
    pub before: IssuedTexts,
    /// The moment at which a correction that is due is issued; none = nothing is issued, and circulars say what is so now.
    pub now: Option<DateTime>,
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
    /// The texts of an announcement, the first one first.
    pub fn versions(&self, id: &str) -> &[IssuedVersion] {
        self.before.texts.get(id).map_or(&[], Vec::as_slice)
    }

    /// The words of an announcement as they were issued first.
    pub fn first(&self, id: &str) -> Option<&IssuedText> {
        self.versions(id).first().map(|version| &version.text)
    }
}
