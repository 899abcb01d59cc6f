//! Every output decided, nothing drawn: a [`Plan`](contents::Plan) contains [`Output`](output::Output)s that are made,
//! each owning the view its template draws, [`Bundle`](bundle::Bundle)s whose outputs are made when they are drawn, and
//! indexes. Pure: no disk, no clock. The only maker of output paths (see [`url`]).

pub mod all;
pub mod boards;
pub mod bundle;
pub mod contents;
pub mod cx;
pub mod digested;
pub mod input;
pub mod layout;
pub mod lines;
pub mod notices;
pub mod output;
pub mod own_paths;
mod path_clash;
pub mod rules;
pub mod screens;
pub mod staff;
pub mod url;
pub mod view;
pub mod website;
pub mod words;

#[cfg(test)]
mod sample;
