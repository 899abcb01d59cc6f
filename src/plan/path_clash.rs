//! No two outputs have one path, and every path is made of an id that can be part of an address.

use super::output::Tree;
use crate::diag::{Diagnostic, Place};
use crate::model::Hall;
use crate::model::resolve::{BAD_ID, DUPLICATE_ID, is_plain_id};

/// The findings for paths that are made twice, and for notices whose file name is no id. Each blames the record, never
/// the hall's own list.
pub(super) fn check<'p>(hall: &Hall, paths: impl Iterator<Item = (Tree, &'p str, &'p Place)>) -> Vec<Diagnostic> {
    let mut paths: Vec<_> = paths.collect();
    paths.sort_by_key(|(tree, path, _)| (*tree, *path));
    let mut found: Vec<Diagnostic> = hall.notices.iter().filter_map(|n| bad_name(&n.id, &n.origin)).collect();
    let same = paths.windows(2).filter(|pair| pair[0].0 == pair[1].0 && pair[0].1 == pair[1].1);
    for pair in same {
        let (mut blamed, mut other) = (pair[1].2, pair[0].2);
        if *blamed == hall.site_origin {
            (blamed, other) = (other, blamed);
        }
        if found.iter().any(|d| d.place.file == blamed.file && d.rule.id == BAD_ID.id) {
            continue;
        }
        let path = pair[1].1;
        found.push(
            Diagnostic::new(
                &DUPLICATE_ID,
                blamed.clone(),
                format!("两处内容要写成同一个文件“{path}”"),
                format!("two records would be written to the same file \"{path}\""),
            )
            .also(other.clone(), "另一处在这里", "the other one is here")
            .fix(
                "把其中一个的编号（公告是文件名）换掉；index 留给列表页，不能用作编号。",
                "Rename one of them (a notice is named by its file); index is kept for lists.",
            ),
        );
    }
    found
}

/// The finding for a notice whose file name cannot be an address, or is the list's.
fn bad_name(id: &str, origin: &Place) -> Option<Diagnostic> {
    let fine = is_plain_id(id) && id != "index";
    (!fine).then(|| {
        Diagnostic::new(
            &BAD_ID,
            Place::file(&*origin.file),
            format!("公告的文件名“{id}.md”不能用作网址"),
            format!("the notice's file name \"{id}.md\" cannot be an address"),
        )
        .expected(
            "小写字母、数字、短横，不能是 index，如 2026-10-10-yanshi.md",
            "lower-case letters, digits, hyphens, and not index, such as 2026-10-10-yanshi.md",
        )
        .fix("把文件改名。", "Rename the file.")
    })
}

#[cfg(test)]
mod tests {
    use super::{bad_name, check};
    use crate::diag::Place;
    use crate::model::BuildDay;
    use crate::plan::input::Inputs;
    use crate::plan::{sample, website};
    use crate::text::Fonts;
    use std::sync::Arc;

    #[test]
    fn names_of_notices_are_ids_and_not_the_lists() {
        let place = Place::file("content/notices/x.md");
        assert!(bad_name("2026-10-10-yanshi", &place).is_none());
        for bad in ["index", "公告", "A", "a b", ""] {
            assert!(bad_name(bad, &place).is_some(), "{bad}");
        }
    }

    #[test]
    fn one_path_twice_is_a_finding_that_blames_the_record() {
        let hall = Arc::new(sample::hall());
        let when = BuildDay::at(jiff::civil::date(2026, 10, 9).at(9, 0, 0, 0), 14);
        let mut plan = website::plan(&hall, &Arc::default(), when, Fonts::embedded(), &Inputs::default());
        assert!(check(&hall, plan.paths()).is_empty());
        let mut twin = plan.outputs[0].clone();
        (twin.path, twin.origin) = ("windows/index.html".to_owned(), hall.windows[0].origin.clone());
        plan.outputs.push(twin);
        let found = check(&hall, plan.paths());
        assert_eq!(found.len(), 1, "{found:#?}");
        assert_eq!(found[0].place, hall.windows[0].origin);
        assert!(found[0].severity.blocks());
    }
}
