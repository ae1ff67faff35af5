//! The command line. It is only read here; what a command does stands elsewhere.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::config::Given;

/// Wisal, the beneficiary-relations system for associations
#[derive(Clone, Debug, Parser)]
#[command(name = "wisal", version, propagate_version = true)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Serve the site
    Serve(Serve),
    /// Bring the database up to date
    Migrate(Place),
    /// Fill a fresh database with the demonstration's data
    Seed(Place),
    /// Manage staff accounts
    Staff {
        #[command(subcommand)]
        command: StaffCommand,
    },
    /// Check that nobody has changed the audit log
    Verify(Place),
}

/// Where the server's data is: the options that every command takes.
#[derive(Clone, Debug, Default, Args)]
pub struct Place {
    /// The folder of everything the server keeps
    #[arg(long, value_name = "DIR")]
    pub data: Option<String>,
    /// The database, instead of wisal.db in the data folder
    #[arg(long, value_name = "URL")]
    pub database: Option<String>,
    /// The settings file, instead of wisal.toml in the data folder
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// `wisal serve`.
#[derive(Clone, Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    pub place: Place,
    /// Show the product with synthetic people
    #[arg(long)]
    pub demo: bool,
    /// Where to listen
    #[arg(long, value_name = "HOST:PORT")]
    pub addr: Option<String>,
}

/// `wisal staff …`.
#[derive(Clone, Debug, Subcommand)]
pub enum StaffCommand {
    /// Add an account and print its one-time password
    Add(StaffAdd),
}

/// `wisal staff add`. Names of roles and branches are checked by what adds the account.
#[derive(Clone, Debug, Args)]
pub struct StaffAdd {
    #[command(flatten)]
    pub place: Place,
    /// The name to sign in with
    #[arg(long)]
    pub user_name: String,
    /// The person's own name, as it is shown
    #[arg(long)]
    pub name: String,
    /// A role; may be given several times
    #[arg(long, required = true, num_args = 1..)]
    pub role: Vec<String>,
    /// The branch the account is limited to
    #[arg(long)]
    pub branch: Option<String>,
}

impl Command {
    /// The settings that were given with the command.
    pub fn given(&self) -> Given {
        match self {
            Self::Serve(serve) => {
                let mut given = serve.place.given();
                given.values.extend(serve.demo.then(|| ("demo", "true".to_owned())));
                given.values.extend(serve.addr.clone().map(|addr| ("addr", addr)));
                given
            }
            Self::Seed(place) => {
                let mut given = place.given();
                given.values.push(("demo", "true".to_owned()));
                given
            }
            Self::Migrate(place) | Self::Verify(place) => place.given(),
            Self::Staff { command: StaffCommand::Add(add) } => add.place.given(),
        }
    }
}

impl Place {
    fn given(&self) -> Given {
        let data = self.data.clone().map(|data| ("data", data));
        let database = self.database.clone().map(|database| ("database", database));
        Given { file: self.config.clone(), values: data.into_iter().chain(database).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn options_become_settings() -> Result<(), clap::Error> {
        let cli = Cli::try_parse_from([
            "wisal", "serve", "--demo", "--data", "d", "--addr", "[::1]:80", "--config", "c.toml",
        ])?;
        let given = cli.command.given();
        assert_eq!(given.file, Some(PathBuf::from("c.toml")));
        assert_eq!(
            given.values,
            [("data", "d".to_owned()), ("demo", "true".to_owned()), ("addr", "[::1]:80".to_owned())]
        );

        let cli = Cli::try_parse_from([
            "wisal",
            "staff",
            "add",
            "--user-name",
            "sara",
            "--name",
            "Sara",
            "--role",
            "chair",
            "--role",
            "member",
        ])?;
        let Command::Staff { command: StaffCommand::Add(add) } = cli.command else { panic!("another command") };
        assert_eq!(add.role, ["chair", "member"]);
        assert!(Cli::try_parse_from(["wisal", "staff", "add", "--user-name", "s", "--name", "S"]).is_err());
        Ok(())
    }
}
