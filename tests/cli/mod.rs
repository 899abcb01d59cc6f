//! The real program, run on small sites in temporary folders.

mod amend;
mod backup;
mod change_new;
mod commands;
mod crash;
mod disk;
mod done;
mod emergency;
mod fonts;
mod issued;
mod leaks;
mod life;
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
