//! Files that texts offer for download.

use crate::diag::Diagnostic;
use crate::model::Hall;
use crate::model::attachments::{Attachment, FOLDER, of_hall, of_matter, of_notice, of_person};
use crate::model::resolve::UNKNOWN_REFERENCE;
use crate::source::Sources;
use crate::text::nearest::nearest;

/// Every attachment named is there.
pub(super) fn check(hall: &Hall, sources: &Sources, out: &mut Vec<Diagnostic>) {
    let matters = hall.matters.iter().flat_map(of_matter);
    let named = matters.chain(hall.notices.iter().flat_map(of_notice)).chain(of_hall(hall));
    let named = named.chain(hall.staff.iter().filter_map(of_person));
    out.extend(named.filter_map(|attachment| missing(&attachment, sources)));
}

fn missing(Attachment { name, place }: &Attachment, sources: &Sources) -> Option<Diagnostic> {
    let path = format!("{FOLDER}{name}");
    if sources.bytes(&path).is_some() || sources.refused(&path) {
        return None;
    }
    let there = sources.paths_under(FOLDER).filter_map(|path| path.strip_prefix(FOLDER));
    let problem = Diagnostic::new(
        &UNKNOWN_REFERENCE,
        place.clone(),
        format!("{FOLDER} 里没有文件“{name}”"),
        format!("there is no file \"{name}\" in {FOLDER}"),
    );
    Some(match nearest(name, there) {
        Some(near) => problem.fix(
            format!("是不是“{near}”？改成它，或把文件放进 {FOLDER}。"),
            format!("Did you mean \"{near}\"? Use it, or put the file into {FOLDER}."),
        ),
        None => problem.fix(
            format!("把文件放进 {FOLDER}，文件名（连同扩展名）写得一字不差。"),
            format!("Put the file into {FOLDER} and give its exact name with its ending."),
        ),
    })
}
