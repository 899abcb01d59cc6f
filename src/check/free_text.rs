//! The texts people write in their own words, for rules that look for words in them: all that the field table marks
//! public, and the bodies of notices.

use super::family::Input;
use crate::content::PublicText;
use crate::diag::{Place, Seg, Spot, ValuePath};
use crate::model::notice::Notice;
use std::ops::Range;

/// A text, whether readers may see it, and how a finding about its words gives their place.
pub(super) struct FreeText<'a, 'p> {
    /// The text.
    pub(super) text: &'a str,
    /// Whether it may be published (Y0.2).
    pub(super) public: bool,
    /// Whether single words can be blamed; otherwise the whole value is, and one finding is enough.
    pub(super) exact: bool,
    written: Written<'a, 'p>,
}

enum Written<'a, 'p> {
    Value(&'p PublicText<'a, 'p>),
    Body(&'a Notice),
}

impl FreeText<'_, '_> {
    /// The words at `range` of the text: alone in a notice's body, else the value that contains them.
    pub(super) fn place(&self, range: Range<usize>) -> Place {
        match self.written {
            Written::Value(value) => value.place(),
            Written::Body(notice) => {
                let start = notice.body_range.start;
                Place::bytes(notice.origin.file.clone(), start + range.start..start + range.end)
            }
        }
    }

    /// The file it is in.
    pub(super) fn file(&self) -> &str {
        match self.written {
            Written::Value(value) => &value.document.file,
            Written::Body(notice) => &notice.origin.file,
        }
    }

    /// The way to it in its document; none to a notice's body.
    pub(super) fn path(&self) -> Option<&ValuePath> {
        match self.written {
            Written::Value(value) => Some(value.path),
            Written::Body(_) => None,
        }
    }
}

/// Calls `each` with every text of the records that are not left out.
pub(super) fn visit<'a>(input: &Input<'a>, each: &mut dyn FnMut(&FreeText<'a, '_>)) {
    let Input { hall, content, withheld, .. } = *input;
    let touched = withheld.files();
    // Zones the public does not enter are not named on guides, so their texts are not public.
    let inner: Vec<&Place> = hall.zones.iter().filter(|zone| !zone.is_public()).map(|zone| &zone.origin).collect();
    content.public_texts(&mut |value| {
        if touched.contains(&*value.document.file) && withheld.contains(&value.place()) {
            return;
        }
        let is_inner = || inner.iter().any(|zone| is_within(value, zone));
        let public = value.is_public && !(value.path.0.first() == Some(&Seg::Key("区域")) && is_inner());
        each(&FreeText { text: value.text, public, exact: false, written: Written::Value(value) });
    });
    for notice in &hall.notices {
        let public = notice.is_public();
        each(&FreeText { text: &notice.body, public, exact: true, written: Written::Body(notice) });
    }
}

/// Whether the text is part of the record at `place`.
fn is_within(value: &PublicText<'_, '_>, place: &Place) -> bool {
    matches!(&place.spot, Spot::Value(path) if value.path.0.starts_with(&path.0)) && value.document.file == place.file
}
