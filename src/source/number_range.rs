//! The plausible range of a number people write: beyond it the unit was mistaken, or a digit.

/// The least and the most a number may be, both allowed, and its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NumberRange {
    /// The least.
    pub least: f64,
    /// The most.
    pub most: f64,
    /// The unit: Chinese, English.
    pub unit: [&'static str; 2],
}

impl NumberRange {
    /// From `least` to `most`, in a unit by its Chinese and its English name.
    pub const fn new(least: f64, most: f64, zh: &'static str, en: &'static str) -> Self {
        Self { least, most, unit: [zh, en] }
    }

    /// Whether `value` is plausible.
    pub fn contains(&self, value: f64) -> bool {
        (self.least..=self.most).contains(&value)
    }
}
