//! A server with a host, Ana, her room with its video session, and a shared link to it.

use anteroom::domain::admission::Admission;
use anteroom::domain::ids::AdmissionId;
use anteroom::domain::room::Room;
use anteroom::domain::text::{Email, Title};
use anteroom::moderation::{Moderation, Request, RoomChange};
use secrecy::ExposeSecret as _;

use super::{Host, Server};

pub struct Desk {
    pub server: Server,
    pub moderation: Moderation,
    pub room: Room,
    invite: String,
    ana: Host,
}

impl Desk {
    pub async fn open() -> Self {
        let server = Server::start().await;
        let moderation = server.moderation.clone();
        let mut ana = server.host("Ana").await;
        let session_id = Some(moderation.video.create_session(moderation.clock.now()).await.unwrap());
        let title = Some(Title::parse("Evening clinic").unwrap());
        let wish = RoomChange { title, session_id, ..RoomChange::default() };
        let room = moderation.create_room(&ana.actor, wish, None).await.unwrap();
        ana.room = Some(room.id);
        let invite = server.invite(&ana, room.id, "Patients").await.secret.expose_secret().to_owned();
        Self { server, moderation, room, invite, ana }
    }

    /// The owner of the room.
    pub fn ana(&self) -> Host {
        self.ana.clone()
    }

    /// Another host, of this room or of none.
    pub async fn another(&self, name: &str, of_this_room: bool) -> Host {
        let mut host = self.server.host(name).await;
        host.room = Some(self.room.id);
        if of_this_room {
            let email = Email::parse(&host.email).unwrap();
            self.moderation.add_host(&self.ana.actor, self.room.id, &email).await.unwrap();
        }
        host
    }

    /// A guest asks to join.
    pub async fn asks(&self, name: &str) -> Admission {
        let request = Request { name: name.to_owned(), note: String::new(), passcode: None, ..Request::default() };
        self.moderation.request_entry(None, &self.invite, request, None).await.unwrap().admission
    }

    pub async fn admission(&self, id: AdmissionId) -> Admission {
        self.moderation.store.admission(id).unwrap().unwrap()
    }
}
