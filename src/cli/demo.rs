//! `anteroom demo`: everything embedded and thrown away at the end, with a host, a room and an invite ready.

use std::io::Write as _;
use std::process::ExitCode;

use jiff::SignedDuration;
use secrecy::ExposeSecret as _;

use super::serve::{ServeError, Signals, block_on, until_signalled};
use crate::app::{App, StartError};
use crate::config::{SettingArgs, Settings};
use crate::domain::actor::{Actor, Who};
use crate::domain::invite::Entry;
use crate::domain::role::Role;
use crate::domain::text::{Email, Label, PersonName, TextProblem, Title};
use crate::moderation::{InviteSettings, Purpose, Refusal, RoomChange};
use crate::telemetry;

/// Try everything with a throw-away database.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct DemoCommand {
    #[command(flatten)]
    pub settings: SettingArgs,
}

impl DemoCommand {
    /// Serves until SIGTERM or SIGINT.
    pub fn run(self) -> ExitCode {
        match self.serve() {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                let _ = writeln!(std::io::stderr(), "anteroom: {error}");
                error.exit_code()
            }
        }
    }

    fn serve(mut self) -> Result<(), ServeError> {
        let folder = tempfile::Builder::new().prefix("anteroom-demo-").tempdir()?;
        self.settings.database = Some(folder.path().join("demo.db").to_string_lossy().into_owned());
        self.settings.require_database = None;
        self.settings.log.get_or_insert_with(|| "warn".to_owned());
        let settings = Settings::from_environment(self.settings)?;
        telemetry::start(&settings.log)?;
        block_on(async {
            let signals = Signals::listen()?;
            let app = App::build(settings).await?;
            let (desk, invite) = prepare(&app).await.map_err(StartError::from)?;
            let mut out = std::io::stdout();
            writeln!(out, "Desk      {desk}")?;
            writeln!(out, "Invite    {invite}")?;
            writeln!(
                out,
                "Open the desk, then the invite in another browser or a private window. Ctrl-C ends the demo."
            )?;
            out.flush()?;
            until_signalled(app, signals).await
        })
    }
}

/// A host, a room and an invite; answers the links to the desk and to the door.
async fn prepare(app: &App) -> Result<(String, String), Refusal> {
    let moderation = app.moderation();
    let text = |problem: TextProblem| Refusal::invalid("demo", problem);
    let email = Email::parse("ana@example.org").map_err(text)?;
    let host = moderation.create_demo_account(email, PersonName::parse("Ana").map_err(text)?).await?;
    let who = Who::Account { id: host.id, name: host.name.to_string(), role: host.role };
    let actor = Actor { who, address: None };
    let title = Some(Title::parse("Demo room").map_err(text)?);
    let room = moderation.create_room(&actor, RoomChange { title, ..RoomChange::default() }, None).await?;
    let invite = InviteSettings {
        role: Role::Publisher,
        entry: Entry::Wait,
        label: Some(Label::parse("Demo link").map_err(text)?),
        guest_name: None,
        max_uses: None,
        not_before: None,
        expires_at: None,
        passcode: None,
    };
    let invite = moderation.create_invite(&actor, room.id, invite).await?;
    let life = SignedDuration::from_hours(24);
    let desk = moderation.links.issue(Purpose::SignIn(host.id), moderation.clock.now(), life);
    let url = app.public_url();
    Ok((
        url.link(&format!("/host/sign-in/{}", desk.expose_secret())),
        url.link(&format!("/i/{}", invite.secret.expose_secret())),
    ))
}
