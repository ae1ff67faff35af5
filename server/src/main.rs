//! `wisal`: one binary, one database.

use clap::Parser;
use server::{cli::Cli, commands};

#[tokio::main]
async fn main() -> std::process::ExitCode {
    commands::log_to_stderr();
    match commands::run(Cli::parse().command).await {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!("{error}");
            std::process::ExitCode::FAILURE
        }
    }
}
