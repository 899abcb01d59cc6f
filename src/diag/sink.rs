//! All findings of a run, in the order they are shown.

use super::{Diagnostic, Place, Severity, Spot};
use std::ops::Range;

/// What the renderers need to know of the files: their text, and where a value is in it.
///
/// `diag` does not know who keeps the files; the `source` leaf implements this.
pub trait Texts {
    /// The text of a file as shown to people; `None` if there is no such text file.
    fn text(&self, file: &str) -> Option<&str>;

    /// The bytes of [`Texts::text`] that `place` means; `None` when it means the whole file.
    fn locate(&self, place: &Place) -> Option<Range<usize>>;
}

/// Findings resolved to bytes, sorted and without repetitions.
///
/// Guarantees: every [`Spot::Value`] has become [`Spot::Bytes`] or [`Spot::File`]; the order is file,
/// first byte, rule id, last byte, message, so equal content gives equal reports whatever order
/// the rules ran in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The findings in order.
    pub diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Resolves, sorts and drops exact repetitions.
    pub fn new(mut diagnostics: Vec<Diagnostic>, texts: &dyn Texts) -> Self {
        for diagnostic in &mut diagnostics {
            resolve(&mut diagnostic.place, texts);
            for (place, _) in &mut diagnostic.also {
                resolve(place, texts);
            }
        }
        diagnostics.sort_by(|a, b| key(a).cmp(&key(b)));
        diagnostics.dedup();
        Self { diagnostics }
    }

    /// How many findings refuse a build (everything but warnings).
    pub fn errors(&self) -> usize {
        self.diagnostics.iter().filter(|d| d.severity.blocks()).count()
    }

    /// How many findings are warnings that are not waived.
    pub fn warnings(&self) -> usize {
        self.diagnostics.len() - self.errors() - self.waived()
    }

    /// How many warnings are waived.
    pub fn waived(&self) -> usize {
        self.diagnostics.iter().filter(|d| d.waived.is_some()).count()
    }

    /// Whether a build without `--withhold` is refused.
    pub fn has_blocking(&self) -> bool {
        self.diagnostics.iter().any(|d| d.severity.blocks())
    }
}

fn resolve(place: &mut Place, texts: &dyn Texts) {
    if matches!(place.spot, Spot::Value(_)) {
        place.spot = match texts.locate(place) {
            Some(range) => Spot::Bytes { start: range.start, end: range.end },
            None => Spot::File,
        };
    }
}

/// The sort key; findings equal in all of these, but not in everything, stay in the order of the rules.
fn key(d: &Diagnostic) -> (&str, usize, &'static str, usize, &str, Severity) {
    let (start, end) = match d.place.spot {
        Spot::Bytes { start, end } => (start, end),
        Spot::File | Spot::Value(_) => (0, 0),
    };
    (&d.place.file, start, d.rule.id, end, &d.message.zh, d.severity)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::diag::{RuleDoc, ValuePath};

    pub(in crate::diag) static RULE: RuleDoc = RuleDoc {
        id: "Y16.3.3d",
        severity: Severity::Breach,
        title: ["撤离公告的时间", "When a withdrawal is announced"],
        what: ["公告开始日", "first day of the notice"],
        why: ["群众要提前知道", "people must know in time"],
        clause: "大厅运行管理制度 16.3.3",
        example: "撤离日: 2026-10-12",
        fix: ["提前公告", "announce earlier"],
    };

    /// One file `a.yaml`; every value is at 0..3.
    pub(in crate::diag) struct One(pub &'static str);

    impl Texts for One {
        fn text(&self, file: &str) -> Option<&str> {
            (file == "a.yaml").then_some(self.0)
        }
        fn locate(&self, place: &Place) -> Option<Range<usize>> {
            (&*place.file == "a.yaml").then_some(0..3)
        }
    }

    #[test]
    fn sorts_resolves_and_drops_repetitions() {
        let at = |range| Diagnostic::new(&RULE, Place::bytes("a.yaml", range), "甲", "a");
        let value = Diagnostic::new(&RULE, Place::root("a.yaml").key("x"), "乙", "b");
        let lost = Diagnostic::new(&RULE, Place::root("b.yaml").key("x"), "丙", "c");
        let report = Report::new(vec![lost, at(9..12), value, at(9..12)], &One("abcdefghijkl"));
        let spots: Vec<_> = report.diagnostics.iter().map(|d| d.place.spot.clone()).collect();
        assert_eq!(spots, [Spot::Bytes { start: 0, end: 3 }, Spot::Bytes { start: 9, end: 12 }, Spot::File]);
        assert_eq!((report.errors(), report.warnings(), report.has_blocking()), (3, 0, true));
        assert_eq!(ValuePath::default().to_string(), "");
    }
}
