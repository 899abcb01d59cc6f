//! The `hallpress` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    hallpress::cli::run(std::env::args_os())
}
