//! Time limits of matters: `20个工作日`, `30个自然日`, `当场办结` (lint L18).

/// A statutory or promised limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// While the applicant waits: `当场办结`, `即时办结`, `当场`.
    OnTheSpot,
    /// The same day: `当日办结`, `当天办结`.
    SameDay,
    /// A number of working days.
    Workdays(u32),
    /// A number of calendar days.
    Days(u32),
    /// A number of months.
    Months(u32),
}

impl Limit {
    /// Reads a limit; `None` when it is none of the accepted forms (`约20天` is not).
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "当场办结" | "即时办结" | "当场" | "即时" => return Some(Self::OnTheSpot),
            "当日办结" | "当天办结" | "当日" | "当天" => return Some(Self::SameDay),
            _ => {}
        }
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let number = text[..digits].parse().ok()?;
        match &text[digits..] {
            "个工作日" | "工作日" => Some(Self::Workdays(number)),
            "个自然日" | "自然日" | "天" | "日" => Some(Self::Days(number)),
            "个月" => Some(Self::Months(number)),
            _ => None,
        }
    }

    /// Whether the case ends on the day it is taken in (Y2.2.1).
    pub fn within_a_day(self) -> bool {
        matches!(self, Self::OnTheSpot | Self::SameDay)
    }

    /// An order between limits of different units: calendar days, a working week being seven of them.
    pub fn rough_days(self) -> f64 {
        match self {
            Self::OnTheSpot => 0.0,
            Self::SameDay => 0.5,
            Self::Workdays(n) => f64::from(n) * 7.0 / 5.0,
            Self::Days(n) => f64::from(n),
            Self::Months(n) => f64::from(n) * 30.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Limit;

    #[test]
    fn only_exact_forms_are_read() {
        assert_eq!(Limit::parse("20个工作日"), Some(Limit::Workdays(20)));
        assert_eq!(Limit::parse("30个自然日"), Some(Limit::Days(30)));
        assert_eq!(Limit::parse("当场办结"), Some(Limit::OnTheSpot));
        assert_eq!(Limit::parse("约20天"), None);
        assert_eq!(Limit::parse("个工作日"), None);
        assert_eq!(Limit::parse(""), None);
    }
}
