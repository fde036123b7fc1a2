//! Everybody who calls, and the objects they call on: Ana's room, Ben's room, and what is not there.

use anteroom::domain::actor::Actor;
use anteroom::domain::ids::{AccountId, AdmissionId, ApiKeyId, InviteId, RoomId};
use anteroom::domain::room::{Room, RoomHost};
use anteroom::domain::text::{Email, KeyName};
use anteroom::domain::webhook::Events;
use anteroom::moderation::{Moderation, NewApiKey, Request};
use anteroom::store::Delivery;
use secrecy::ExposeSecret as _;

use super::routes::{Begin, Channel};
use crate::support::{Host, Server, open_invite};

/// Well formed, and nobody's.
const UNKNOWN: &str = "01936d3e-0000-7000-8000-000000000000";

/// What a call is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Object {
    Anas,
    Bens,
    Unknown,
}

impl Object {
    pub const ALL: [Self; 3] = [Self::Anas, Self::Bens, Self::Unknown];
}

/// What somebody shows to say who they are.
#[derive(Clone, Debug)]
pub enum Credential {
    Nothing,
    SignIn(String),
    Key(String),
    Ticket { cookie: String, secret: String },
}

impl Credential {
    /// As the header that carries it.
    pub fn header(&self, channel: Channel) -> (&'static str, String) {
        match self {
            Self::Nothing => ("cookie", String::new()),
            Self::SignIn(cookies) => ("cookie", cookies.clone()),
            Self::Key(key) => ("authorization", format!("Bearer {key}")),
            Self::Ticket { secret, .. } if matches!(channel, Channel::Program | Channel::Ticket) => {
                ("authorization", format!("Bearer {secret}"))
            }
            Self::Ticket { cookie, secret } => ("cookie", format!("{cookie}={secret}")),
        }
    }
}

pub struct Somebody {
    pub name: &'static str,
    pub credential: Credential,
    /// As the domain sees them; guests and nobody have no rights beside what is their own.
    pub actor: Option<Actor>,
    /// False: revoked or disabled.
    pub counts: bool,
    /// Where a guest waits.
    pub home: Option<Object>,
}

pub struct Cast {
    pub all: Vec<Somebody>,
    moderation: Moderation,
    rooms: [Room; 2],
    /// An account about which admins decide.
    victim: AccountId,
    /// An account that is made a host of rooms and taken out.
    pat: Host,
}

impl Cast {
    pub async fn assemble(server: &Server) -> Self {
        let moderation = server.moderation.clone();
        let (ana, ben, kim) = (server.host("Ana").await, server.host("Ben").await, server.host("Kim").await);
        let (dan, eve) = (server.host("Dan").await, server.admin("Eve").await);
        let rooms = [server.room_of(&ana, "Ana's").await, server.room_of(&ben, "Ben's").await];
        for host in [&kim, &dan] {
            let email = Email::parse(&host.email).unwrap();
            moderation.add_host(&ana.actor, rooms[0], &email).await.unwrap();
        }
        let mut cast = Self {
            all: Vec::new(),
            rooms: [room(&moderation, rooms[0]).await, room(&moderation, rooms[1]).await],
            victim: server.host("Vic").await.id,
            pat: server.host("Pat").await,
            moderation,
        };
        cast.add("nobody", Credential::Nothing, None, true);
        cast.add_guest(server, "a guest of Ana's room", Object::Anas).await;
        cast.add_guest(server, "a guest of Ben's room", Object::Bens).await;
        for (name, host) in [
            ("the owner of Ana's room", &ana),
            ("the owner of Ben's room", &ben),
            ("a co-host of Ana's room", &kim),
            ("an admin", &eve),
        ] {
            cast.add(name, Credential::SignIn(host.browser.cookie_header()), Some(host.actor.clone()), true);
        }
        cast.add_key("a key of Ana's", Some(&ana), true).await;
        cast.add_key("a key of Ben's", Some(&ben), true).await;
        cast.add_key("an admin's key", None, true).await;
        cast.add_key("a revoked key of Ana's", Some(&ana), false).await;
        cast.add_key("a revoked key of an admin", None, false).await;
        cast.add_key("a key of a disabled account", Some(&dan), true).await;
        cast.all.last_mut().unwrap().counts = false;
        cast.add("a disabled account", Credential::SignIn(dan.browser.cookie_header()), Some(dan.actor.clone()), false);
        cast.moderation.set_account_disabled(&eve.actor, dan.id, true).await.unwrap();
        cast
    }

    fn add(&mut self, name: &'static str, credential: Credential, actor: Option<Actor>, counts: bool) {
        self.all.push(Somebody { name, credential, actor, counts, home: None });
    }

    async fn add_guest(&mut self, server: &Server, name: &'static str, home: Object) {
        let credential = self.scene(server, Begin::Waiting, home).await.ticket.unwrap();
        self.all.push(Somebody { name, credential, actor: None, counts: true, home: Some(home) });
    }

    async fn add_key(&mut self, name: &'static str, of: Option<&Host>, counts: bool) {
        let account = of.map(|host| Email::parse(&host.email).unwrap());
        let (key, secret) = self.new_key(account).await;
        let actor = self.moderation.actor_of_key(&secret, None).unwrap();
        if !counts {
            self.moderation.revoke_api_key(&Actor::SYSTEM, key).await.unwrap();
        }
        self.add(name, Credential::Key(secret), actor, counts);
    }

    /// A webhook with one delivery. The oldest one goes: there may not be many.
    async fn new_webhook(&self) -> Delivery {
        let store = &self.moderation.store;
        if let [oldest, _, ..] = store.webhooks().unwrap().as_slice() {
            self.moderation.delete_webhook(&Actor::SYSTEM, oldest.id).await.unwrap();
        }
        let url = "https://example.org/";
        // No desk is open here, so that none is left: a delivery would be queued by itself, between two looks at the database.
        let events = Events::parse(["hosts_gone"]).unwrap();
        let (webhook, _) = self.moderation.create_webhook(&Actor::SYSTEM, url, events).await.unwrap();
        self.moderation.test_webhook(&Actor::SYSTEM, webhook.id).await.unwrap()
    }

    async fn new_key(&self, account: Option<Email>) -> (ApiKeyId, String) {
        let new = NewApiKey { name: KeyName::parse("Key").unwrap(), account };
        let (key, secret) = self.moderation.create_api_key(&Actor::SYSTEM, new).await.unwrap();
        (key.id, secret.expose_secret().to_owned())
    }

    fn room(&self, object: Object) -> Option<&Room> {
        match object {
            Object::Anas => Some(&self.rooms[0]),
            Object::Bens => Some(&self.rooms[1]),
            Object::Unknown => None,
        }
    }

    pub async fn hosts(&self, object: Object) -> Option<Vec<RoomHost>> {
        Some(self.moderation.store.room_hosts(self.room(object)?.id).unwrap())
    }

    /// A fresh object: an invite, a guest who stands so, a co-host, a key, a login of somebody.
    pub async fn scene(&self, server: &Server, begin: Begin, object: Object) -> Scene {
        let Some(room) = self.room(object) else { return Scene::default() };
        let moderation = &server.moderation;
        let system = Actor::SYSTEM;
        let issued = moderation.create_invite(&system, room.id, open_invite()).await.unwrap();
        let request = Request { name: "Sam".to_owned(), note: String::new(), passcode: None, ..Request::default() };
        let entered = moderation.request_entry(None, issued.secret.expose_secret(), request, None).await.unwrap();
        let id = entered.admission.id;
        match begin {
            Begin::Waiting => {}
            Begin::Held => drop(moderation.hold(&system, id, None, None).await.unwrap()),
            Begin::Denied => drop(moderation.deny(&system, id, None, false, None).await.unwrap()),
            Begin::Blocked => {
                moderation.admit(&system, id, None, None).await.unwrap();
                moderation.remove(&system, id, true, None).await.unwrap();
                // Whatever follows by itself is over before anybody looks.
                while !moderation.store.enforcements_due(moderation.clock.now(), 1).unwrap().is_empty() {
                    tokio::task::yield_now().await;
                }
            }
            Begin::Admitted => drop(moderation.admit(&system, id, None, None).await.unwrap()),
            Begin::Withdrawn => {
                let guest = anteroom::moderation::guest(&entered.admission, None);
                moderation.withdraw(&guest, id).await.unwrap();
            }
        }
        moderation.add_host(&system, room.id, &Email::parse(&self.pat.email).unwrap()).await.unwrap();
        let secret = entered.ticket.unwrap().expose_secret().to_owned();
        let cookie = cookie_name(&room.code);
        Scene {
            ids: Some(Ids { room: room.id, admission: id, invite: issued.invite.id, account: self.pat.id }),
            code: Some(room.code.clone()),
            person: Some(self.victim),
            key: Some(self.new_key(None).await.0),
            webhook: Some(self.new_webhook().await),
            login: Some(
                moderation
                    .store
                    .sign_ins_of(self.victim)
                    .unwrap()
                    .first()
                    .map_or_else(|| UNKNOWN.to_owned(), |sign_in| sign_in.id.to_string()),
            ),
            ticket: Some(Credential::Ticket { cookie, secret }),
        }
    }
}

async fn room(moderation: &Moderation, id: RoomId) -> Room {
    moderation.store.room(id).unwrap().unwrap()
}

fn cookie_name(code: &str) -> String {
    format!("__Host-anteroom-ticket-{code}")
}

/// What an address can name. The default: nothing that is there.
#[derive(Default)]
pub struct Scene {
    ids: Option<Ids>,
    code: Option<String>,
    person: Option<AccountId>,
    key: Option<ApiKeyId>,
    webhook: Option<Delivery>,
    login: Option<String>,
    /// Of the guest of this very admission.
    pub ticket: Option<Credential>,
}

struct Ids {
    room: RoomId,
    admission: AdmissionId,
    invite: InviteId,
    account: AccountId,
}

impl Scene {
    pub fn cookie_name(&self) -> String {
        cookie_name(self.code.as_deref().unwrap())
    }

    pub fn fill(&self, pattern: &str) -> String {
        let ids = self.ids.as_ref();
        let text = |found: Option<String>| found.unwrap_or_else(|| UNKNOWN.to_owned());
        let id = match pattern {
            path if path.starts_with("/admin/api-keys/") => self.key.map(|key| key.to_string()),
            path if path.starts_with("/host/sign-ins/") => self.login.clone(),
            _ => self.person.map(|person| person.to_string()),
        };
        // Setup codes and invites' secrets are never anything that is there.
        let code = if pattern.starts_with("/r/") { self.code.clone() } else { None };
        pattern
            .replace("{room}", &text(ids.map(|ids| ids.room.to_string())))
            .replace("{admission}", &text(ids.map(|ids| ids.admission.to_string())))
            .replace("{invite}", &text(ids.map(|ids| ids.invite.to_string())))
            .replace("{webhook}", &text(self.webhook.as_ref().map(|it| it.webhook_id.to_string())))
            .replace("{delivery}", &text(self.webhook.as_ref().map(|it| it.id.to_string())))
            .replace("{account}", &text(ids.map(|ids| ids.account.to_string())))
            .replace("{id}", &text(id))
            .replace("{code}", &code.unwrap_or_else(|| "zzzzzzzzzz".to_owned()))
            .replace("{secret}", &"A".repeat(32))
    }
}
