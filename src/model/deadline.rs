//! Deadlines in working days (table of 16.3, 1.3, 4.2, 4.3): one count for the rules that check them and the work lists
//! that announce them.

use super::calendar::UnknownYear;
use super::duties::{MATTER_FILING, MATTER_UPDATE};
use super::hall::Hall;
use super::matter_change::MatterChange;
use super::premises::Premises;
use jiff::civil::Date;

/// The last day on which something due `workdays` working days before `day` may be done. `day` itself counts only where
/// the profile says so, and only if it is a working day.
///
/// # Errors
/// The year without a published calendar.
pub fn before(hall: &Premises, day: Date, workdays: u32) -> Result<Date, UnknownYear> {
    let counts = hall.profile.count_effective_day() && hall.calendar.is_workday(day)?;
    let workdays = if counts { workdays.saturating_sub(1) } else { workdays };
    hall.calendar.workdays_before(day, workdays)
}

/// The last day on which something due within `workdays` working days after `day` may be done; `day` itself does not
/// count.
///
/// # Errors
/// The year without a published calendar.
pub fn after(hall: &Premises, day: Date, workdays: u32) -> Result<Date, UnknownYear> {
    hall.calendar.workdays_after(day, workdays)
}

impl MatterChange {
    /// The last day to file it; `None` where the profile states no term.
    ///
    /// # Errors
    /// The year without a published calendar.
    pub fn filing_due(&self, hall: &Hall) -> Result<Option<Date>, UnknownYear> {
        (MATTER_FILING.days)(&hall.profile).map(|days| after(hall, self.happened(), days)).transpose()
    }

    /// The last day to update the platform; `None` until it is filed, or where the profile states no term.
    ///
    /// # Errors
    /// The year without a published calendar.
    pub fn update_due(&self, hall: &Hall) -> Result<Option<Date>, UnknownYear> {
        let (Some(filed), Some(days)) = (self.written.filed_on, (MATTER_UPDATE.days)(&hall.profile)) else {
            return Ok(None);
        };
        after(hall, filed.0, days).map(Some)
    }
}
