//! People with an account, signed in: hosts and admins.

use anteroom::domain::account::AccountRole;
use anteroom::domain::actor::{Actor, Who};
use anteroom::domain::ids::{AccountId, AdmissionId, RoomId};
use anteroom::domain::invite::Entry;
use anteroom::domain::role::Role;
use anteroom::domain::text::{Email, Label, PersonName, Title};
use anteroom::moderation::{InviteSettings, IssuedInvite, NewAccount, Purpose, RoomChange};
use jiff::SignedDuration;
use secrecy::ExposeSecret as _;

use super::{Answer, Browser, Server, Stream};

/// Somebody with an account, and the browser they use. An admin is one whose account is an admin's.
#[derive(Clone)]
pub struct Host {
    pub actor: Actor,
    pub id: AccountId,
    pub email: String,
    pub password: String,
    pub browser: Browser,
    /// The room whose desk they have open.
    pub room: Option<RoomId>,
}

impl Server {
    pub async fn host(&self, name: &str) -> Host {
        self.person(name, AccountRole::Host).await
    }

    pub async fn admin(&self, name: &str) -> Host {
        self.person(name, AccountRole::Admin).await
    }

    /// A host with a room.
    pub async fn host_with_room(&self, name: &str) -> Host {
        let mut host = self.host(name).await;
        host.room = Some(self.room_of(&host, &format!("{name}'s room")).await);
        host
    }

    pub async fn room_of(&self, owner: &Host, title: &str) -> RoomId {
        let wish = RoomChange { title: Some(Title::parse(title).unwrap()), ..RoomChange::default() };
        self.moderation.create_room(&owner.actor, wish, None).await.unwrap().id
    }

    pub async fn invite(&self, by: &Host, room: RoomId, label: &str) -> IssuedInvite {
        let settings = InviteSettings { label: Some(Label::parse(label).unwrap()), ..open_invite() };
        self.moderation.create_invite(&by.actor, room, settings).await.unwrap()
    }

    /// The path of an invite to the host's room with these settings.
    pub async fn link(&self, by: &Host, settings: InviteSettings) -> String {
        let issued = self.moderation.create_invite(&by.actor, by.room(), settings).await.unwrap();
        format!("/i/{}", issued.secret.expose_secret())
    }

    async fn person(&self, name: &str, role: AccountRole) -> Host {
        let address = format!("{}@example.org", name.to_lowercase());
        let new = NewAccount { email: Email::parse(&address).unwrap(), name: PersonName::parse(name).unwrap(), role };
        let (account, password) = self.moderation.create_account(&Actor::SYSTEM, new).await.unwrap();
        let who = Who::Account { id: account.id, name: account.name.to_string(), role };
        let mut host = Host {
            actor: Actor { who, address: None },
            id: account.id,
            email: address,
            password: password.expose_secret().to_owned(),
            browser: self.browser(),
            room: None,
        };
        // Not by the password: to hash one more for each host is a sixth of what all tests compute.
        let (now, life) = (self.moderation.clock.now(), SignedDuration::from_mins(1));
        let link = self.moderation.links.issue(Purpose::SignIn(host.id), now, life);
        let answer = host.browser.press(&format!("/host/sign-in/{}", link.expose_secret())).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        host
    }
}

impl Host {
    pub fn room(&self) -> RoomId {
        self.room.unwrap()
    }

    pub async fn signs_in(&mut self) -> Answer {
        let form = [("email", self.email.clone()), ("password", self.password.clone())];
        let answer = self.browser.post("/host/sign-in", &form).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        answer
    }

    /// The desk as a page.
    pub async fn desk(&mut self) -> String {
        let path = format!("/host/rooms/{}", self.room());
        let answer = self.browser.get(&path).await;
        assert_eq!(answer.status, 200);
        answer.body
    }

    /// Posts a decision as a plain form.
    pub async fn decides(&self, guest: AdmissionId, act: &str, form: &[(&str, &str)]) -> Answer {
        self.browser.posts(&self.decision(guest, act), form, &[]).await
    }

    /// Posts a decision as the desk's script does.
    pub async fn decides_by_script(&self, guest: AdmissionId, act: &str, form: &[(&str, &str)]) -> Answer {
        self.browser.posts(&self.decision(guest, act), form, &[("accept", "application/json")]).await
    }

    fn decision(&self, guest: AdmissionId, act: &str) -> String {
        format!("/host/rooms/{}/admissions/{guest}/{act}", self.room())
    }

    /// Opens the desk's stream, from the start or from an event on.
    pub async fn watches(&self, last_event_id: Option<&str>) -> Stream {
        Stream::open_by(&self.browser, &format!("/host/rooms/{}/events", self.room()), last_event_id).await
    }
}

/// An invite without conditions: whoever has it waits, to be a speaker.
pub fn open_invite() -> InviteSettings {
    InviteSettings {
        role: Role::Publisher,
        entry: Entry::Wait,
        label: None,
        guest_name: None,
        max_uses: None,
        not_before: None,
        expires_at: None,
        passcode: None,
    }
}
