//! Where and when the notices of records are posted.

use super::change_rules::too_early;
use super::context::Context;
use crate::content::change::RawChangeNotice;
use crate::diag::Place;
use crate::model::change::Posting;
use crate::model::ids::PostingId;
use crate::model::time::Span;

/// The postings of a notice of the record at `at`; what cannot be posted is reported.
pub(super) fn postings(notice: Option<&RawChangeNotice>, at: &Place, cx: &mut Context<'_>) -> Vec<Posting> {
    let mut postings = Vec::new();
    for (n, posting) in notice.into_iter().flat_map(|notice| notice.postings.iter()).enumerate() {
        let origin = at.key("公告").key("张贴").index(n);
        if posting.last_day < posting.from {
            let at = origin.key("最后一天");
            cx.out.push(too_early(at, "最后一天早于第一天", "the last day is before the first"));
        } else if let Some(found) = cx.posting(&posting.place, origin.key("张贴点")) {
            let span = Span::days(posting.from.0, posting.last_day.0);
            postings.push(Posting { place: PostingId(found), span, origin });
        }
    }
    postings
}
