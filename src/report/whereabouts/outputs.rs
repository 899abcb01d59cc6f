//! What one output says: read as the template makes it, or as its view tells.

use super::boards::BoardFacts;
use super::kind::Carrier;
use super::markup::{Markup, PagePart};
use super::mention::{MentionNote, Quote, TextMention};
use super::notices::{postings_of, stem};
use super::wanted::SoughtWords;
use crate::diag::Diagnostic;
use crate::model::Hall;
use crate::plan::output::{Form, Listed, Output, Tree};
use crate::plan::screens::player::PlayerView;
use crate::plan::staff::PlannedPosting;
use crate::plan::url;
use crate::render::Engine;
use jiff::civil::Date;

/// Reads outputs.
pub(super) struct OutputReader<'a> {
    pub(super) hall: &'a Hall,
    pub(super) engine: &'a Engine,
    pub(super) wanted: &'a SoughtWords,
    pub(super) day: Date,
    pub(super) postings: &'a [PlannedPosting],
    /// Those that are made already, with every board among them.
    pub(super) outputs: &'a [Output],
}

/// What was read in an output.
pub(super) struct ReadOutput {
    pub(super) what: Result<Carrier, NotSearched>,
    pub(super) mentions: Vec<TextMention>,
    /// The stem of an announcement's files, and its title, if it has one here.
    pub(super) title: Option<(String, String)>,
}

impl ReadOutput {
    fn not_searched(why: NotSearched) -> Self {
        Self { what: Err(why), mentions: Vec::new(), title: None }
    }
}

/// Why nothing was read.
pub(super) enum NotSearched {
    /// A file people gave.
    Attachment,
    /// It cannot be made.
    Failed(Vec<Diagnostic>),
}

/// What the first mention is, how many there are, and the title.
type Said = (Option<(Quote, usize)>, String);

impl OutputReader<'_> {
    /// What an output says; `None` for those that are said by others: pictures, manifests, sheets of several signs.
    pub(super) fn read(&self, output: &Output) -> Option<ReadOutput> {
        if output.path.starts_with("attachments/") {
            return Some(ReadOutput::not_searched(NotSearched::Attachment));
        }
        let carrier = carrier_of(output).filter(|_| !self.is_collection(output))?;
        Some(match self.said(output, carrier) {
            Ok(said) => {
                let is_titled = matches!(carrier, Carrier::NoticePage | Carrier::NoticeWord);
                let title = is_titled.then(|| (stem(&output.path).to_owned(), said.1.clone()));
                ReadOutput { what: Ok(carrier), mentions: self.mentions(output, carrier, said), title }
            }
            Err(found) => ReadOutput::not_searched(NotSearched::Failed(found)),
        })
    }

    fn mentions(&self, output: &Output, carrier: Carrier, (found, title): Said) -> Vec<TextMention> {
        let Some((quote, count)) = found else { return Vec::new() };
        let path = format!("{}/{}", output.tree.folder(), output.path);
        let mut mention = TextMention { count, ..TextMention::new(carrier, title, path.clone(), quote) };
        if output.tree == Tree::Staff && output.path.starts_with("notices/") {
            mention.note = Some(MentionNote::Ahead);
        }
        if let Some(facts) = BoardFacts::of_output(self.hall, output) {
            mention.name = facts.name;
            mention.place = Some(facts.place);
        }
        let posted: Vec<TextMention> = postings_of(self.postings, &path, self.day)
            .map(|posting| TextMention {
                place: Some(posting.place.clone()),
                from: Some(posting.from.to_string()),
                to: Some(posting.last_day.to_string()),
                ..mention.clone()
            })
            .collect();
        if carrier == Carrier::Poster && !posted.is_empty() { posted } else { vec![mention] }
    }

    fn said(&self, output: &Output, carrier: Carrier) -> Result<Said, Vec<Diagnostic>> {
        match &output.form {
            Form::Page { template } => {
                let text = self.engine.filled(output)?;
                Ok(if output.path.ends_with(".html") {
                    self.page(&text)
                } else if template.ends_with(".xml") {
                    let read = Markup::Elements.read(&text);
                    (self.wanted.quote(read.lines.iter().map(|(_, line)| line.as_str())), file_name(output))
                } else {
                    self.plain(&text, output, carrier)
                })
            }
            Form::Print { title, .. } => {
                let lines = output.view.lines().unwrap_or_default();
                let told = self.wanted.quote(lines.iter().map(|line| line.text.as_str()));
                let told = match told {
                    Some(told) => Some(told),
                    None => self.drawn(output, Markup::Elements)?,
                };
                Ok((told, title.clone()))
            }
            Form::Document { title, .. } => Ok((self.drawn(output, Markup::Word)?, title.clone())),
            Form::Asset(bytes) => Ok(self.plain(&String::from_utf8_lossy(bytes), output, carrier)),
            Form::Manifest { .. } => {
                let json = serde_json::to_value(&output.view).unwrap_or_default().to_string();
                Ok(self.plain(&json, output, carrier))
            }
            Form::Picture { .. } => Ok((None, String::new())),
        }
    }

    fn drawn(&self, output: &Output, markup: Markup) -> Result<Option<(Quote, usize)>, Vec<Diagnostic>> {
        let read = markup.read(&self.engine.filled(output)?);
        let lines: Vec<&str> = read.lines.iter().map(|(_, line)| line.as_str()).collect();
        Ok(match markup {
            Markup::Elements => self.wanted.quote_drawn(&lines),
            _ => self.wanted.quote(lines),
        })
    }

    /// A page: what it is about first, what all pages share after it; what is only read aloud where nothing is seen.
    fn page(&self, html: &str) -> Said {
        let read = Markup::Html.read(html);
        let of = |parts: &[PagePart]| {
            let mut lines: Vec<&(PagePart, String)> =
                read.lines.iter().filter(|(part, _)| parts.contains(part)).collect();
            lines.sort_by_key(|(part, _)| *part);
            self.wanted.quote(lines.into_iter().map(|(_, line)| line.as_str()))
        };
        (of(&[PagePart::Main, PagePart::Frame]).or_else(|| of(&[PagePart::Aside])), read.title)
    }

    fn plain(&self, text: &str, output: &Output, carrier: Carrier) -> Said {
        let name = match carrier {
            Carrier::Data | Carrier::List => file_name(output),
            _ => text.lines().next().unwrap_or_default().to_owned(),
        };
        let told = if carrier == Carrier::Broadcast {
            self.wanted.quote_aloud(text.lines())
        } else {
            self.wanted.quote(text.lines())
        };
        (told, name)
    }

    /// Whether it holds sheets that are outputs by themselves: the signs of all windows in one file.
    fn is_collection(&self, output: &Output) -> bool {
        let stem = output.path.strip_prefix("boards/").and_then(|name| name.strip_suffix(".pdf"));
        let Some(stem) = stem.filter(|_| output.tree == Tree::Print && output.listed.is_none()) else { return false };
        let is_part = |id: &str| id.strip_prefix(stem).is_some_and(|rest| rest.starts_with('-'));
        self.outputs.iter().any(|other| matches!(&other.listed, Some(Listed::Board { id }) if is_part(id)))
    }
}

fn file_name(output: &Output) -> String {
    output.path.rsplit('/').next().unwrap_or(&output.path).to_owned()
}

/// What an output is for its readers; `None` for what says nothing, or is told by others.
fn carrier_of(output: &Output) -> Option<Carrier> {
    match output.tree {
        Tree::Public => of_public(output),
        Tree::Print => match &output.form {
            Form::Print { .. } if output.path.starts_with("posters/") => Some(Carrier::Poster),
            Form::Print { .. } => Some(Carrier::Board),
            _ => None,
        },
        Tree::Staff => of_staff(&output.path),
    }
}

fn of_public(output: &Output) -> Option<Carrier> {
    let path = output.path.as_str();
    let is_notice = path.starts_with("notices/");
    match &output.form {
        Form::Page { .. } if path.ends_with(".html") => {
            if output.view.as_kind::<PlayerView>().is_some() {
                return None;
            }
            Some(match is_notice && path != url::NOTICES && !path.starts_with("notices/archive/") {
                true => Carrier::NoticePage,
                false if path.ends_with("/brief.html") => Carrier::Guide,
                false => Carrier::Page,
            })
        }
        Form::Page { .. } if is_notice => Some(Carrier::NoticeText),
        Form::Page { .. } => Some(Carrier::Data),
        Form::Document { .. } if is_notice => Some(Carrier::NoticeWord),
        Form::Document { .. } => Some(Carrier::Word),
        Form::Manifest { .. } if path == url::SCREENS => Some(Carrier::Data),
        Form::Asset(_) => {
            let is_data = ["csv", "json", "ics", "txt", "xml"].iter().any(|ending| path.ends_with(ending));
            (is_data || path.starts_with(url::SEARCH_DATA)).then_some(Carrier::Data)
        }
        _ => None,
    }
}

fn of_staff(path: &str) -> Option<Carrier> {
    let ends = |ending: &str| path.ends_with(ending);
    Some(match path {
        // The rules of the program say nothing of the hall.
        url::STAFF_RULES => return None,
        _ if path.starts_with("assets/") => return None,
        _ if ends(".sms.txt") => Carrier::Sms,
        _ if ends(".broadcast.txt") => Carrier::Broadcast,
        _ if ends(".wechat.html") => Carrier::Article,
        _ if path.starts_with("notices/") && ends(".docx") => Carrier::NoticeWord,
        _ if path.starts_with("notices/") => Carrier::NoticeText,
        _ if ends(".docx") => Carrier::Word,
        _ => Carrier::List,
    })
}
