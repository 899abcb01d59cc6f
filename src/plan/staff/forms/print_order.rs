//! What the print shop is asked for (印制单): only what has to be made, with size, material, quantity and day.

use super::file::{FormFile, name, view};
use super::sheet::{FormSheet, LANDSCAPE_WIDTH, LISTED, small, small_centred};
use crate::content::FormKind;
use crate::model::Hall;
use crate::plan::staff::handover::PrintPiece;
use crate::plan::url;
use crate::text::date::short_weekday;
use jiff::civil::Date;

/// The clause that makes the hall change its signs.
const CLAUSE: &str = "Y16.3.2d";

/// The columns, in twentieths of a point; the rest is the name's.
const WIDTHS: [u32; 6] = [700, 1900, 1800, 800, 2500, 2150];

/// The order sheet of `pieces` as of `day`.
pub(super) fn print_order(hall: &Hall, pieces: &[PrintPiece], day: Date) -> FormFile {
    let words = &hall.wording.print_order;
    let title = name(hall, FormKind::PrintOrder);
    let rest = LANDSCAPE_WIDTH - WIDTHS.iter().sum::<u32>();
    let [number, size, material, count, place, by] = WIDTHS;
    let heads =
        [words.number(), words.piece(), words.size(), words.material(), words.count(), words.place(), words.by()];
    let mut sheet = FormSheet::of(vec![number, rest, size, material, count, place, by]).heads(heads);
    for (n, piece) in pieces.iter().enumerate() {
        sheet = sheet.high(
            LISTED,
            [
                small_centred(1, (n + 1).to_string()),
                small(1, piece.file_name(n + 1)),
                small(1, piece.size.clone()),
                small(1, piece.material.clone().unwrap_or_default()),
                small_centred(1, piece.count.to_string()),
                small(1, piece.place.clone()),
                small(1, short_weekday(piece.by)),
            ],
        );
    }
    let notes = vec![words.note(&hall.site.name, &short_weekday(day))];
    FormFile {
        path: url::form("print-order"),
        about: words.about(&pieces.len().to_string()),
        to: None,
        clause: CLAUSE,
        task: None,
        record: None,
        group: None,
        dated: Some(day),
        view: view(&title, true, vec![sheet.block()], notes),
        title,
        origin: hall.site_origin.clone(),
    }
}
