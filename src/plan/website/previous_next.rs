//! 上一条, 下一条: the neighbours of a page in the list it is in (W0.2).

use crate::model::{Hall, MatterId, UnitId};
use crate::plan::website::parts::{Link, NoticeItem, Turn};
use crate::search::reading::sort_key;

/// The neighbours of notices and matters, found once for all pages.
#[derive(Debug, Default)]
pub(super) struct PreviousNext {
    /// Notices and announcements that are public at the time of the build, the newest first.
    news: Vec<Link>,
    /// For each matter the one before and the one after it among those of its unit, as they are read aloud.
    matters: Vec<[Option<MatterId>; 2]>,
}

impl PreviousNext {
    /// Of all matters, and of the notices that are current and past.
    pub(super) fn new(hall: &Hall, (current, past): (Vec<NoticeItem>, Vec<NoticeItem>)) -> Self {
        let mut news: Vec<_> = current.into_iter().chain(past).collect();
        news.sort_by(|a, b| (&b.date, &a.href).cmp(&(&a.date, &b.href)));
        let news = news.into_iter().map(|item| Link { label: item.title, href: item.href }).collect();
        let mut ids: Vec<MatterId> = hall.matter_ids().map(|(id, _)| id).collect();
        ids.sort_by_cached_key(|id| (sort_key(hall.matter(*id).name()), hall.matter(*id).id().to_owned()));
        let mut matters = vec![[None, None]; ids.len()];
        for n in 0..hall.units.len() {
            let of: Vec<MatterId> = ids.iter().copied().filter(|id| hall.matter(*id).unit == UnitId(n)).collect();
            for pair in of.windows(2) {
                matters[pair[0].index()][1] = Some(pair[1]);
                matters[pair[1].index()][0] = Some(pair[0]);
            }
        }
        Self { news, matters }
    }
}

impl PreviousNext {
    /// The neighbours of the notice or announcement at `path`; none for one that is not public yet.
    pub(super) fn of_news(&self, path: &str) -> Turn {
        let Some(n) = self.news.iter().position(|link| link.href == path) else { return Turn::default() };
        Turn { prev: n.checked_sub(1).and_then(|n| self.news.get(n)).cloned(), next: self.news.get(n + 1).cloned() }
    }

    /// The neighbours of a matter within its unit.
    pub(super) fn of_matter(&self, id: MatterId) -> [Option<MatterId>; 2] {
        self.matters.get(id.index()).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::PreviousNext;
    use crate::model::{BuildDay, MatterId};
    use crate::plan::sample;
    use crate::plan::website::rows;
    use crate::plan::website::site::Site;
    use jiff::civil::date;
    use std::sync::Arc;

    #[test]
    fn who_comes_next_names_me_as_the_one_before() {
        let hall = Arc::new(sample::hall());
        let when = BuildDay::at(date(2026, 10, 12).at(9, 0, 0, 0), 14);
        let mut site = Site::plain(&hall, when);
        site.neighbours = PreviousNext::new(&hall, rows::all_notices(&site));
        for n in 0..hall.matters.len() {
            let me = rows::matter_link(&site, MatterId(n));
            if let Some(next) = site.neighbours.matters[n][1] {
                assert_eq!(rows::turn_of_matter(&site, next).prev.as_ref(), Some(&me));
                assert_eq!(hall.matter(next).unit, hall.matters[n].unit);
            }
        }
        let news = &site.neighbours.news;
        for pair in news.windows(2) {
            assert_eq!(site.neighbours.of_news(&pair[0].href).next.as_ref(), Some(&pair[1]));
            assert_eq!(site.neighbours.of_news(&pair[1].href).prev.as_ref(), Some(&pair[0]));
        }
        assert!(news.len() > 1);
    }
}
