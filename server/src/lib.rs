//! Startlinje's server: configuration, command line, router, sessions and background jobs.
//!
//! The command line is in [`cli`], a file per command in [`commands`]; what a request passes through is in [`web`], the
//! outermost layer first.

pub mod cli;
pub mod commands;
pub mod config;
mod jobs;
pub mod live_content;
mod mail;
mod pictures;
mod post;
pub mod provider;
mod provider_accounts;
mod session_store;
mod sms;
mod typed_about_people;
mod waiting_list;
pub mod web;
