//! The `startlinje` program.

use std::process::ExitCode;

use clap::Parser;
use server::cli::Cli;
use server::commands;

fn main() -> ExitCode {
    match commands::run(Cli::parse()) {
        Ok(code) => code,
        Err(error) => {
            // `{:#}` is the whole chain of causes on one line.
            eprintln!("startlinje: {error:#}");
            ExitCode::FAILURE
        }
    }
}
