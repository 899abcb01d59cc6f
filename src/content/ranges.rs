//! The plausible ranges of the numbers people write: wide enough for any hall, narrow enough that a wrong digit or unit
//! is noticed before something is drawn or calculated with it.

use crate::source::NumberRange;

/// A side of a board: from a door plate to the wall of an entrance.
pub const BOARD_MM: NumberRange = NumberRange::new(50.0, 20_000.0, "毫米", "mm");
/// The visible height of a screen.
pub const SCREEN_MM: NumberRange = NumberRange::new(20.0, 10_000.0, "毫米", "mm");
/// A side of a screen.
pub const PIXELS: NumberRange = NumberRange::new(16.0, 16_384.0, "像素", "pixels");
/// From where something is read.
pub const DISTANCE: NumberRange = NumberRange::new(0.3, 100.0, "米", "metres");
/// A spot on a floor.
pub const SPOT: NumberRange = NumberRange::new(0.0, 1000.0, "米", "metres");
/// A side of a floor.
pub const FLOOR_SIDE: NumberRange = NumberRange::new(1.0, 1000.0, "米", "metres");
/// A side of a zone.
pub const ZONE_SIDE: NumberRange = NumberRange::new(0.5, 1000.0, "米", "metres");
/// The area of a venue.
pub const AREA: NumberRange = NumberRange::new(1.0, 500_000.0, "平方米", "square metres");
/// People in a hall.
pub const PEOPLE: NumberRange = NumberRange::new(1.0, 100_000.0, "人", "people");
/// Cases of a hall in a year.
pub const CASES: NumberRange = NumberRange::new(0.0, 100_000_000.0, "件", "cases");
/// Copies of one label.
pub const LABELS: NumberRange = NumberRange::new(0.0, 1000.0, "份", "copies");
/// How many of a board are made.
pub const PIECES: NumberRange = NumberRange::new(1.0, 100.0, "块", "pieces");
/// Copies of one material.
pub const COPIES: NumberRange = NumberRange::new(0.0, 100.0, "份", "copies");
/// Ways to the hall for one matter.
pub const VISITS: NumberRange = NumberRange::new(0.0, 20.0, "次", "visits");
/// Steps or materials of one matter.
pub const PARTS: NumberRange = NumberRange::new(0.0, 200.0, "项", "items");
/// A term in days, working days or not.
pub const DAYS: NumberRange = NumberRange::new(0.0, 366.0, "天", "days");
/// A term in hours.
pub const HOURS: NumberRange = NumberRange::new(0.0, 720.0, "小时", "hours");
/// Hours of one day.
pub const HOURS_OF_DAY: NumberRange = NumberRange::new(0.0, 24.0, "小时", "hours");
/// A term in months.
pub const MONTHS: NumberRange = NumberRange::new(1.0, 120.0, "个月", "months");
/// Digits of a window's number; 0 asks for none.
pub const DIGITS: NumberRange = NumberRange::new(0.0, 9.0, "位", "digits");
/// Characters of a short name.
pub const CHARACTERS: NumberRange = NumberRange::new(1.0, 40.0, "字", "characters");
/// Things on the desk of a window.
pub const DESK_ITEMS: NumberRange = NumberRange::new(0.0, 100.0, "份", "items");
/// A share of a whole.
pub const PERCENT: NumberRange = NumberRange::new(0.0, 100.0, "%", "%");
/// A place in an order, from low to high; some number by date.
pub const ORDER: NumberRange = NumberRange::new(0.0, 999_999_999.0, "位", "places");

#[cfg(test)]
mod tests {
    use crate::content::KINDS;
    use crate::source::{Count, Measure, Shape, Shaped};

    /// Fields without a range though they are numbers, below `shape`.
    fn unbounded(shape: Shape, found: &mut Vec<&'static str>) {
        let numbers = [Count::shape(), Measure::shape()].map(|shape| match shape {
            Shape::Scalar(scalar) => scalar.name,
            _ => ["", ""],
        });
        match shape {
            Shape::Scalar(_) => {}
            Shape::List(item) => unbounded(item(), found),
            Shape::Record(fields) => {
                for field in fields {
                    let inner = (field.shape)();
                    let is_number = matches!(inner, Shape::Scalar(scalar) if numbers.contains(&scalar.name));
                    if is_number && field.range.is_none() {
                        found.push(field.key);
                    }
                    unbounded(inner, found);
                }
            }
        }
    }

    #[test]
    fn every_number_people_write_has_a_range() {
        let mut found = Vec::new();
        for kind in KINDS {
            unbounded((kind.shape)(), &mut found);
        }
        assert_eq!(found, [""; 0]);
    }
}
