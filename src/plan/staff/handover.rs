//! What is handed to others: to the leader who signs, to the print shop, to the editor of the WeChat account. Files of
//! the trees under names a person reads.

use super::posting::PlannedPosting;
use super::reprint::{Basis, Reprint, ReprintKind};
use super::work::{Work, WorkHalls, work};
use crate::model::time::midnight;
use crate::model::{BuildDay, Hall};
use crate::plan::boards::print_ledger::Past;
use crate::plan::notices::list::{Publication, publications};
use crate::plan::output::{Output, Tree};
use crate::plan::url;
use crate::text::Fonts;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Most characters of a file's name, its ending aside: what USB sticks and mail programs bear.
const NAME: usize = 60;

/// A file of a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoverFile {
    /// The package: the name of its folder.
    pub package: &'static str,
    /// Its name there.
    pub name: String,
    /// The tree it is in.
    pub tree: Tree,
    /// Its path in that tree.
    pub path: String,
}

/// Something the print shop makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintPiece {
    /// What it is: `东门入口导引牌`, a poster's title.
    pub name: String,
    /// `594×841毫米`.
    pub size: String,
    /// What it is made of; none where nobody wrote it.
    pub material: Option<String>,
    /// How many.
    pub count: usize,
    /// Where it goes.
    pub place: String,
    /// The day on which it goes up.
    pub by: Date,
    /// Its file in the print tree.
    pub path: String,
}

impl PrintPiece {
    /// Its file's name as the `n`th piece of an order: `01-东门入口导引牌-一楼东门内侧-594×841毫米.pdf`.
    pub fn file_name(&self, n: usize) -> String {
        let place = if self.count > 1 { String::new() } else { format!("-{}", self.place) };
        let day = format!("{}月{}日", self.by.month(), self.by.day());
        format!("{}.pdf", plain(&format!("{n:02}-{day}-{}{place}-{}", self.name, self.size)))
    }
}

/// What has to be printed as of `day`: boards that are made new or again, and posters that still have to be put up.
/// Of these, those of which there is a file: what does not fit is not made, and a poster is made only shortly before.
pub(super) fn print_pieces(hall: &Hall, work: &Work, day: Date, is_made: impl Fn(&str) -> bool) -> Vec<PrintPiece> {
    // What only follows from changes that still lack a step may yet be another one.
    let waits = |id: &String| {
        let change = hall.changes.iter().find(|change| change.id == *id);
        change.is_some_and(|change| hall.is_marked_draft(change, midnight(day)))
    };
    let is_ready = |board: &Reprint| board.causes.is_empty() || !board.causes.iter().all(waits);
    // What went up in the last days by the content alone was printed then, as far as anybody knows.
    let is_open = |board: &Reprint| board.by >= day || matches!(board.basis, Basis::Ledger(_));
    let is_new = |board: &&Reprint| {
        matches!(board.kind, ReprintKind::New | ReprintKind::Replace) && is_ready(board) && is_open(board)
    };
    let piece = |board: &Reprint| PrintPiece {
        name: board.name.clone(),
        size: board.size.clone(),
        material: board.material.clone(),
        count: board.copies,
        place: board.place.clone(),
        by: board.by,
        path: board.file.trim_start_matches("print/").to_owned(),
    };
    let mut pieces: Vec<PrintPiece> = work.reprints.boards.iter().filter(is_new).map(piece).collect();
    pieces.extend(posters(hall, work, day));
    pieces.retain(|piece| is_made(&piece.path));
    pieces.sort_by(|a, b| (a.by, &a.path).cmp(&(b.by, &b.path)));
    let mut paths = BTreeSet::new();
    pieces.retain(|piece| paths.insert(piece.path.clone()));
    pieces
}

/// The posters that still have to be put up, each once for all of its places.
fn posters(hall: &Hall, work: &Work, day: Date) -> Vec<PrintPiece> {
    let mut posters: BTreeMap<&str, PrintPiece> = BTreeMap::new();
    // What should hang already was printed, whether or not somebody ticked it off.
    let is_open = |posting: &PlannedPosting| posting.from >= day || hall.ticks.begun().is_some();
    let is_draft = |posting: &PlannedPosting| {
        let change = hall.changes.iter().find(|change| change.id == posting.record.id);
        change.is_some_and(|change| hall.is_marked_draft(change, midnight(day)))
    };
    let to_hang = |posting: &&PlannedPosting| is_open(posting) && posting.is_to_be_put_up(day) && !is_draft(posting);
    for posting in work.postings.iter().filter(to_hang) {
        let Some(path) = posting.file.as_deref().and_then(|file| file.strip_prefix("print/")) else { continue };
        let new = || PrintPiece {
            name: posting.what.clone(),
            size: hall.wording.print_order.poster_size(),
            material: Some(posting.carrier.clone()),
            count: 0,
            place: String::new(),
            by: posting.from,
            path: path.to_owned(),
        };
        let piece = posters.entry(path).or_insert_with(new);
        piece.count += 1;
        piece.by = piece.by.min(posting.from);
        let mark = if piece.place.is_empty() { "" } else { "、" };
        piece.place = format!("{}{mark}{}", piece.place, posting.place);
    }
    posters.into_values().collect()
}

/// The files of all packages as of a build; of the halls the last is the one that the public knows; `outputs` are the
/// planned ones.
pub fn handover(
    (halls, public): (WorkHalls<'_>, &Hall),
    past: &Past,
    outputs: &[Output],
    when: BuildDay,
    fonts: &Fonts,
) -> Vec<HandoverFile> {
    let WorkHalls { in_force: works, whole: hall, .. } = halls;
    let work = work(halls, past, outputs, when, fonts);
    let is_made = |file: &HandoverFile| outputs.iter().any(|o| o.tree == file.tree && o.path == file.path);
    let mut all = for_the_leader(hall, public, when);
    // A poster on which its text does not fit is not made.
    all.retain(|file| file.tree != Tree::Print || is_made(file));
    let is_printed = |path: &str| outputs.iter().any(|o| o.tree == Tree::Print && o.path == path);
    let pieces = print_pieces(works, &work, when.date, is_printed);
    all.extend((!pieces.is_empty()).then(|| HandoverFile {
        package: PRINT,
        name: "00-印制单.docx".to_owned(),
        tree: Tree::Staff,
        path: url::form("print-order"),
    }));
    all.extend(pieces.iter().enumerate().map(|(n, piece)| HandoverFile {
        package: PRINT,
        name: piece.file_name(n + 1),
        tree: Tree::Print,
        path: piece.path.clone(),
    }));
    all.extend(for_the_editor(hall, public, when).into_iter().filter(is_made));
    all
}

const LEADER: &str = "领导签发";
const PRINT: &str = "印制";
const EDITOR: &str = "微信公众号和短信";

/// The announcements that have not come yet.
pub(super) fn pending(hall: &Hall, public: &Hall, when: BuildDay) -> Vec<Publication> {
    let all = publications(hall, public, when).into_iter();
    all.filter(|told| told.tree(when) == Tree::Staff && told.to_post).collect()
}

/// For each text that is to be signed its sheet with the draft, and the poster as it would hang.
fn for_the_leader(hall: &Hall, public: &Hall, when: BuildDay) -> Vec<HandoverFile> {
    let file = |name: String, tree, path| HandoverFile { package: LEADER, name, tree, path };
    let of = |(n, told): (usize, Publication)| {
        let name = plain(&format!("{:02}-{}", n + 1, told.notice.title));
        [
            file(format!("{name}-发文稿纸.docx"), Tree::Staff, url::form(&format!("dispatch-{}", told.id))),
            file(format!("{name}-样稿.pdf"), Tree::Print, url::poster(&told.id)),
        ]
    };
    pending(hall, public, when).into_iter().enumerate().flat_map(of).collect()
}

/// The articles and short messages of what is public: what is sent ahead of its time cannot be taken back.
fn for_the_editor(hall: &Hall, public: &Hall, when: BuildDay) -> Vec<HandoverFile> {
    let is_out = |told: &Publication| told.to_post && told.tree(when) == Tree::Public;
    let current = publications(hall, public, when).into_iter().filter(is_out);
    let of = |(n, told): (usize, Publication)| {
        let stem = url::announcement_stem(&told.notice.change);
        let name = plain(&format!("{:02}-{}", n + 1, told.notice.title));
        let kinds = [("wechat.html", "微信文章.html"), ("sms.txt", "短信.txt"), ("broadcast.txt", "广播.txt")];
        let file = |(ending, called): (&str, &str)| HandoverFile {
            package: EDITOR,
            name: format!("{name}-{called}"),
            tree: Tree::Staff,
            path: url::channel(&stem, ending),
        };
        kinds.map(file)
    };
    current.enumerate().flat_map(of).collect()
}

/// A name that every system takes: without the marks Windows forbids, not too long.
fn plain(name: &str) -> String {
    let fine = |c: char| if "<>:\"/\\|?*".contains(c) || c.is_control() { '-' } else { c };
    name.chars().map(fine).take(NAME).collect::<String>().trim_end_matches(['.', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_name_is_one_every_system_takes() {
        assert_eq!(plain("关于A/B窗口：“调整”的公告?"), "关于A-B窗口：“调整”的公告-");
        assert_eq!(plain(&"长".repeat(80)).chars().count(), 60);
    }
}
