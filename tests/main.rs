//! All tests that use the program as its users and its readers do. One binary: the program is linked once, and what several
//! tests read (the shipped halls, checked) is made once.

#![allow(clippy::unwrap_used, unreachable_pub, reason = "a test may stop; its modules are not an interface")]

mod a_to_z;
mod boards;
mod cases;
mod channels;
mod cli;
mod consistency;
mod content;
mod days;
mod docs;
mod documents;
mod fonts;
mod golden;
mod inputs;
mod ledger;
mod pdf;
mod people;
mod picture;
mod private;
mod reprints;
mod rules;
mod search;
mod source;
mod staff;
mod support;
mod text;
mod tidy;
mod time;
mod venues;
mod wording;
