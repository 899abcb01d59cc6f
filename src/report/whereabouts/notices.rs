//! Announcements: their titles, and where they are posted.

use super::kind::Carrier;
use super::mention::TextMention;
use super::wanted::SoughtWords;
use crate::plan::staff::PlannedPosting;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The postings of a file of the print tree that are up or will be.
pub(super) fn postings_of<'p>(
    postings: &'p [PlannedPosting],
    file: &'p str,
    day: Date,
) -> impl Iterator<Item = &'p PlannedPosting> {
    let is_meant = move |posting: &&PlannedPosting| posting.file.as_deref() == Some(file) && posting.last_day >= day;
    postings.iter().filter(is_meant)
}

/// What is posted and not printed by the program, by its name: temporary boards, posters another has replaced.
pub(super) fn unprinted(postings: &[PlannedPosting], wanted: &SoughtWords, day: Date) -> Vec<TextMention> {
    let posted = postings.iter().filter(|posting| posting.file.is_none() && posting.last_day >= day);
    let mention = |posting: &PlannedPosting| {
        let (quote, count) = wanted.quote([posting.what.as_str()])?;
        let of = TextMention::new(Carrier::Posting, posting.what.clone(), posting.record.file.clone(), quote);
        Some(TextMention {
            place: Some(posting.place.clone()),
            from: Some(posting.from.to_string()),
            to: Some(posting.last_day.to_string()),
            count,
            ..of
        })
    };
    posted.filter_map(mention).collect()
}

/// The stem that the files of an announcement share: `change-x` of `channels/change-x.sms.txt`.
pub(super) fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('.').next().unwrap_or(name)
}

/// Names texts, messages and articles by the title of their announcement.
pub(super) fn name(mentions: &mut [TextMention], titles: &BTreeMap<String, String>) {
    let untitled = [Carrier::NoticeText, Carrier::Sms, Carrier::Broadcast, Carrier::Article];
    for mention in mentions.iter_mut().filter(|mention| untitled.contains(&mention.carrier)) {
        if let Some(title) = titles.get(stem(&mention.path)) {
            mention.name.clone_from(title);
        }
    }
}
