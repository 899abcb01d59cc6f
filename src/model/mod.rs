//! What the content means: ids resolved, dates parsed, every change applied to a timeline.
//!
//! [`Hall`] is a function of time: [`Grounds::at`] is what citizens find at a moment, [`Premises::state`] and
//! [`Premises::timeline`] what a window's screen must say. The model never sees YAML.

pub mod amendment;
pub mod attachments;
pub mod baseline;
pub mod board_kinds;
pub mod calendar;
mod calendar_years;
pub mod campaign;
pub mod case_results;
pub mod change;
pub mod coverage;
pub mod credit_code;
pub mod deadline;
pub mod duties;
pub mod elements;
pub mod fault;
pub mod hall;
pub mod holiday;
pub mod hours;
pub mod ids;
pub mod issued;
pub mod language;
mod language_texts;
pub mod life;
pub mod limit;
pub mod matter;
pub mod matter_change;
pub mod notice;
pub mod notice_picture;
pub mod premises;
pub mod profile;
pub mod resolve;
pub mod screen_spot;
pub mod sign;
pub mod sign_changes;
pub mod signing;
pub mod staff;
pub mod state;
pub mod statutory;
pub mod strip;
pub mod tick;
pub mod time;
mod timetable;
pub mod unit;
pub mod venue;
mod venue_time;
pub mod window;
pub mod words;

pub use hall::{Grounds, Hall, HallAt};
pub use ids::*;
pub use premises::Premises;
pub use state::{Segment, State};
pub use time::{BuildDay, Span, When};
