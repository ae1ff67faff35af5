//! The program: configuration, the edge, the pages and files it serves, its jobs and its commands.

pub mod cli;
pub mod commands;
pub mod config;
pub mod edge;
pub mod files;
pub mod house;
pub mod jobs;
pub mod public_files;
pub mod router;
