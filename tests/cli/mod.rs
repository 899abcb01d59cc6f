//! The real program, run on small sites in temporary folders.

mod amend;
mod backup;
mod change_new;
#[cfg(target_os = "linux")]
mod change_talk;
mod commands;
mod crash;
mod disk;
mod done;
mod emergency;
mod fonts;
mod issued;
mod leaks;
mod life;
mod matters;
mod preview;
mod publication;
mod publishing;
mod release;
mod same_bytes;
mod site;
mod state;
mod templates;
mod upgrade;
mod walk;
mod whereabouts;
mod withholding;
mod work;
