//! `anteroom audit`: the log, checked and as a file. It only reads, also beside a running server.

use std::io::{self, Write as _};
use std::pin::pin;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use futures_util::TryStreamExt as _;
use serde_json::json;

use super::directly::{self, CommandError, DatabaseArg, Done, say_json};
use super::{EXIT_USAGE, serve};
use crate::domain::chain::Head;
use crate::moderation::{LogFormat, LogWish, export};
use crate::store::Verdict;

#[derive(Subcommand)]
pub enum AuditCommand {
    /// Check that the log is as it was written. Prints one JSON object; exit 0: it is, 1: it is not, and the object names
    /// the first bad entry, 2: it could not be checked.
    Verify(Verify),
    /// Print the log, or the part of it that is asked for, oldest first.
    Export(Export),
}

#[derive(Args)]
pub struct Verify {
    /// A head that was noted before, as SEQUENCE:HASH: the log must still hold it.
    #[arg(long, value_name = "HEAD")]
    head: Option<String>,
    #[command(flatten)]
    database: DatabaseArg,
}

#[derive(Args)]
pub struct Export {
    /// csv or json.
    #[arg(long)]
    format: String,
    /// The id of a room.
    #[arg(long, default_value = "")]
    room: String,
    /// guest, system, or the id of an account or key.
    #[arg(long, default_value = "")]
    actor: String,
    /// The name of an act, such as admitted.
    #[arg(long, default_value = "")]
    action: String,
    /// The id of an admission.
    #[arg(long, default_value = "")]
    admission: String,
    /// Not before this day or time (RFC 3339).
    #[arg(long, default_value = "", value_name = "WHEN")]
    from: String,
    /// Before this time, or to the end of this day.
    #[arg(long, default_value = "", value_name = "WHEN")]
    to: String,
    #[command(flatten)]
    database: DatabaseArg,
}

impl AuditCommand {
    pub fn run(self) -> ExitCode {
        match self {
            Self::Verify(command) => command.run(),
            Self::Export(command) => directly::run(command.run()),
        }
    }
}

impl Verify {
    /// Broken is what 1 says and nothing else: whoever watches the log by this command must not mix it up with a file that
    /// was not there.
    fn run(self) -> ExitCode {
        let runtime = serve::runtime().map_err(CommandError::from);
        let told = runtime.and_then(|runtime| runtime.block_on(self.verdict())).and_then(|verdict| {
            tell(&verdict)?;
            Ok(verdict)
        });
        match told {
            Ok(Ok(_)) => ExitCode::SUCCESS,
            Ok(Err(_)) => ExitCode::FAILURE,
            Err(error) => {
                let _ = writeln!(io::stderr(), "error: {}", error.to_string().replace('\n', " "));
                ExitCode::from(EXIT_USAGE)
            }
        }
    }

    async fn verdict(self) -> Result<Verdict, CommandError> {
        let noted = self.head.map(|head| head.parse::<Head>()).transpose();
        let noted = noted.map_err(|problem| CommandError::Usage(format!("--head {problem}")))?;
        Ok(self.database.open_to_read()?.verify_audit(noted).await?)
    }
}

fn tell(verdict: &Verdict) -> Result<(), CommandError> {
    match verdict {
        Ok(head) => say_json(&json!({ "whole": true, "entries": head.sequence, "head": head.to_string() })),
        Err(flaw) => {
            say_json(&json!({ "whole": false, "entry": flaw.entry(), "kind": flaw.kind(), "detail": flaw.to_string() }))
        }
    }
}

impl Export {
    async fn run(self) -> Done {
        let format: LogFormat = self.format.parse()?;
        let Self { room, actor, action, admission, from, to, .. } = &self;
        let filter = LogWish { room, actor, action, admission, from, to }.parse()?;
        let mut pieces = pin!(export(self.database.open_to_read()?, filter, format));
        let mut out = io::stdout().lock();
        while let Some(piece) = pieces.try_next().await? {
            out.write_all(piece.as_bytes())?;
        }
        Ok(out.flush()?)
    }
}
