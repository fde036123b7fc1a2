//! A running server with a host, a room and an invite, and people who act: guests who ask, hosts who decide.

use std::time::Duration;

use anteroom::app::App;
use anteroom::config::{SettingArgs, Settings};
use anteroom::domain::account::AccountRole;
use anteroom::domain::actor::Actor;
use anteroom::domain::admission::Admission;
use anteroom::domain::ids::{AccountId, AdmissionId};
use anteroom::domain::invite::Entry;
use anteroom::domain::role::Role;
use anteroom::domain::room::Room;
use anteroom::domain::text::{Email, Label, PersonName, Title};
use anteroom::moderation::{InviteSettings, Moderation, NewAccount, Purpose, Request, RoomChange};
use anteroom::store::{Entry as LogEntry, EntryFilter};
use futures_util::StreamExt as _;
use jiff::SignedDuration;
use reqwest::{RequestBuilder, Response, StatusCode};
use secrecy::ExposeSecret as _;
use tokio_util::sync::CancellationToken;

/// How long anything may take before a test gives up.
const PATIENCE: Duration = Duration::from_secs(10);

pub struct Desk {
    pub url: String,
    pub moderation: Moderation,
    pub room: Room,
    pub invite: String,
    stopping: CancellationToken,
    _folder: tempfile::TempDir,
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.stopping.cancel();
    }
}

/// Somebody signed in, with a browser of their own that follows no redirect.
pub struct Host {
    pub id: AccountId,
    pub cookie: String,
    client: reqwest::Client,
    url: String,
    room: String,
}

impl Desk {
    pub async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let arguments = SettingArgs {
            listen: Some("127.0.0.1:0".to_owned()),
            database: Some(folder.path().join("test.db").to_string_lossy().into_owned()),
            ..SettingArgs::default()
        };
        let app = App::build(Settings::from_environment(arguments).unwrap()).await.unwrap();
        let (url, moderation) = (format!("http://{}", app.address()), app.moderation().clone());
        let stopping = app.stopping();
        // The server has threads of its own, as in life.
        std::thread::spawn(move || actix_web::rt::System::new().block_on(app.run()).unwrap());
        let (room, invite) = prepare(&moderation).await;
        Self { url, moderation, room, invite, stopping, _folder: folder }
    }

    /// The owner of the room.
    pub async fn ana(&self) -> Host {
        let id = self.moderation.store.room_hosts(self.room.id).await.unwrap()[0].account_id;
        self.sign_in(id).await
    }

    /// Another host, of this room or of none.
    pub async fn another(&self, name: &str, of_this_room: bool) -> Host {
        let email = Email::parse(&format!("{}@example.org", name.to_lowercase())).unwrap();
        let new = NewAccount { email: email.clone(), name: PersonName::parse(name).unwrap(), role: AccountRole::Host };
        let (account, _) = self.moderation.create_account(&Actor::SYSTEM, new).await.unwrap();
        if of_this_room {
            self.moderation.add_host(&Actor::SYSTEM, self.room.id, &email).await.unwrap();
        }
        self.sign_in(account.id).await
    }

    async fn sign_in(&self, id: AccountId) -> Host {
        let clock = &self.moderation.clock;
        let link = self.moderation.links.issue(Purpose::SignIn(id), clock.now(), SignedDuration::from_mins(1));
        let place = anteroom::moderation::Place::default();
        let signed_in = self.moderation.sign_in_by_link(link.expose_secret(), place).await.unwrap();
        Host {
            id,
            cookie: format!("__Host-anteroom-sign-in={}", signed_in.secret.expose_secret()),
            client: reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap(),
            url: self.url.clone(),
            room: self.room.id.to_string(),
        }
    }

    /// A guest asks to join.
    pub async fn asks(&self, name: &str) -> Admission {
        let request = Request { name: name.to_owned(), note: String::new(), passcode: None };
        self.moderation.request_entry(None, &self.invite, request, None).await.unwrap().admission
    }

    pub async fn admission(&self, id: AdmissionId) -> Admission {
        self.moderation.store.admission(id).await.unwrap().unwrap()
    }

    /// What the log holds about a guest, oldest first: "who action".
    pub async fn log_of(&self, id: AdmissionId) -> Vec<String> {
        let filter = EntryFilter { admission: Some(id), ..EntryFilter::default() };
        let entries = self.moderation.store.entries(filter, 100).await.unwrap();
        let line = |entry: LogEntry| format!("{} {}", entry.actor_name, entry.action).trim().to_owned();
        entries.into_iter().rev().map(line).collect()
    }
}

async fn prepare(moderation: &Moderation) -> (Room, String) {
    let new = NewAccount {
        email: Email::parse("ana@example.org").unwrap(),
        name: PersonName::parse("Ana").unwrap(),
        role: AccountRole::Host,
    };
    moderation.create_account(&Actor::SYSTEM, new).await.unwrap();
    let session_id = Some(moderation.video.create_session(moderation.clock.now()).await.unwrap());
    let title = Some(Title::parse("Evening clinic").unwrap());
    let wish = RoomChange { title, session_id, ..RoomChange::default() };
    let owner = Email::parse("ana@example.org").unwrap();
    let room = moderation.create_room(&Actor::SYSTEM, wish, Some(owner)).await.unwrap();
    let settings = InviteSettings {
        role: Role::Publisher,
        entry: Entry::Wait,
        label: Some(Label::parse("Patients").unwrap()),
        guest_name: None,
        max_uses: None,
        not_before: None,
        expires_at: None,
        passcode: None,
    };
    let invite = moderation.create_invite(&Actor::SYSTEM, room.id, settings).await.unwrap();
    (room, invite.secret.expose_secret().to_owned())
}

impl Host {
    fn with_cookie(&self, request: RequestBuilder) -> RequestBuilder {
        request.header("cookie", &self.cookie).timeout(PATIENCE * 6)
    }

    pub async fn get(&self, path: &str) -> Response {
        self.with_cookie(self.client.get(format!("{}{path}", self.url))).send().await.unwrap()
    }

    /// The desk as a page.
    pub async fn desk(&self) -> String {
        let answer = self.get(&format!("/host/rooms/{}", self.room)).await;
        assert_eq!(answer.status(), StatusCode::OK);
        answer.text().await.unwrap()
    }

    /// Posts a decision as a plain form.
    pub async fn decides(&self, guest: AdmissionId, act: &str, form: &[(&str, &str)]) -> Response {
        self.decision(guest, act, form).send().await.unwrap()
    }

    /// Posts a decision as the desk's script does.
    pub async fn decides_by_script(&self, guest: AdmissionId, act: &str, form: &[(&str, &str)]) -> Response {
        self.decision(guest, act, form).header("accept", "application/json").send().await.unwrap()
    }

    /// Posts an empty form to any path.
    pub async fn posts(&self, path: &str) -> Response {
        let request = self.with_cookie(self.client.post(format!("{}{path}", self.url)));
        request.header("origin", &self.url).form::<[(&str, &str)]>(&[]).send().await.unwrap()
    }

    fn decision(&self, guest: AdmissionId, act: &str, form: &[(&str, &str)]) -> RequestBuilder {
        let path = format!("{}/host/rooms/{}/admissions/{guest}/{act}", self.url, self.room);
        self.with_cookie(self.client.post(path)).header("origin", &self.url).form(form)
    }

    /// Opens the desk's stream, from the start or from an event on.
    pub async fn watches(&self, last_event_id: Option<&str>) -> Stream {
        let path = format!("{}/host/rooms/{}/events", self.url, self.room);
        let mut request = self.with_cookie(self.client.get(path));
        if let Some(id) = last_event_id {
            request = request.header("last-event-id", id);
        }
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        Stream { answer: Box::pin(answer.bytes_stream()), bytes: Vec::new() }
    }
}

/// An open event stream.
pub struct Stream {
    answer: std::pin::Pin<Box<dyn futures_util::Stream<Item = reqwest::Result<actix_web::web::Bytes>>>>,
    bytes: Vec<u8>,
}

#[derive(Debug)]
pub struct SentEvent {
    pub name: String,
    pub id: String,
    pub data: String,
}

impl Stream {
    /// The next event; none when the stream has ended.
    pub async fn next(&mut self) -> Option<SentEvent> {
        loop {
            if let Some(end) = self.bytes.windows(2).position(|two| two == b"\n\n") {
                let block: Vec<u8> = self.bytes.drain(..end + 2).collect();
                let block = String::from_utf8(block).unwrap();
                if block.contains("event: ") {
                    return Some(SentEvent::read(&block));
                }
                continue;
            }
            let bytes = tokio::time::timeout(PATIENCE, self.answer.next()).await.expect("an event in time")?;
            self.bytes.extend_from_slice(&bytes.ok()?);
        }
    }

    /// The next event of that name; those of the list of rooms come when they come.
    pub async fn next_named(&mut self, name: &str) -> SentEvent {
        loop {
            let event = self.next().await.expect("the stream goes on");
            if event.name == name {
                return event;
            }
        }
    }

    /// Reads until a row of the desk says this, and answers the data of that event.
    pub async fn rows_with(&mut self, text: &str) -> String {
        loop {
            let event = self.next_named("rows").await;
            if event.data.contains(text) {
                return event.data;
            }
        }
    }
}

impl SentEvent {
    fn read(block: &str) -> Self {
        let field = |name: &str| -> String {
            let values = block.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
            values.collect::<Vec<_>>().join("\n")
        };
        Self { name: field("event"), id: field("id"), data: field("data") }
    }
}
