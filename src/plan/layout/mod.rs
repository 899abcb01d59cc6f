//! Text set to fit, and plans of floors: in millimetres on boards, in pixels on screens.

pub mod fit_rule;
pub mod floor_plan;
pub mod floor_plan_view;
pub mod free_space;
mod plan_options;
pub(super) mod setter;
pub mod text_line;
pub mod theme;
