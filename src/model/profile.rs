//! Policy profiles (制度): the parameters of the rules, as data.

use crate::content::profile::RawProfile;

/// The merged profile of a site: later layers win value by value.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Working days a window adjustment is filed before it takes effect (Y16.3.2a).
    pub adjust_filing: u32,
    /// Working days a withdrawal is filed before (Y16.3.3a).
    pub withdraw_filing: u32,
    /// Working days the withdrawal notice runs before (Y16.3.3d).
    pub withdraw_notice: u32,
    /// Working days a temporary window is filed before (Y16.3.4a).
    pub temporary_filing: u32,
    /// Whether the effective day itself counts as a working day of the period.
    pub count_effective_day: bool,
    /// Least hours open on a working day (NA5.1b); none = no floor.
    pub least_hours: Option<f64>,
    /// Digits after the zone's letter in a window's number (Y16.2a); none or 0 = free.
    pub number_digits: Option<u32>,
}

impl Profile {
    /// Stacks layers, the program's defaults first.
    pub fn merge(layers: &[RawProfile]) -> Self {
        let mut merged = Self {
            adjust_filing: 1,
            withdraw_filing: 2,
            withdraw_notice: 5,
            temporary_filing: 2,
            count_effective_day: false,
            least_hours: None,
            number_digits: None,
        };
        for layer in layers {
            let set = |to: &mut u32, from: Option<crate::source::Count>| *to = from.map_or(*to, |c| c.0);
            set(&mut merged.adjust_filing, layer.adjust_filing);
            set(&mut merged.withdraw_filing, layer.withdraw_filing);
            set(&mut merged.withdraw_notice, layer.withdraw_notice);
            set(&mut merged.temporary_filing, layer.temporary_filing);
            merged.count_effective_day = layer.count_effective_day.map_or(merged.count_effective_day, |y| y.0);
            merged.least_hours = layer.least_hours.map(|m| m.0).or(merged.least_hours);
            merged.number_digits = layer.number_digits.map(|c| c.0).or(merged.number_digits);
        }
        merged
    }
}
