//! Rooms on the platform: their sessions, and how rights are taken away there.

use std::time::Duration;

use anteroom::domain::admission::Admission;
use anteroom::domain::ids::{ConnectionId, RoomId, StreamId};
use anteroom::domain::role::Role;
use anteroom::domain::text::Title;
use anteroom::moderation::{Moderation, Request, RoomChange, guest};
use anteroom::store::{StoreError, ToldBy};
use anteroom::video::token::session_id::SessionId;
use jiff::SignedDuration;
use secrecy::ExposeSecret as _;

use crate::support::platform::{API_KEY, APPLICATION_ID, Fault, Platform, Recorded};
use crate::support::{Host, Server};

/// A room on the platform, with a host and a link.
pub struct Hall {
    pub platform: Platform,
    pub server: Server,
    pub moderation: Moderation,
    pub ana: Host,
    pub room: RoomId,
    invite: String,
}

impl Hall {
    pub async fn open(provider: &str) -> Self {
        let platform = Platform::start().await;
        let server = platform.server(provider).await;
        let moderation = server.moderation.clone();
        let mut ana = server.host("Ana").await;
        let wish = RoomChange { title: Some(Title::parse("Hearing").unwrap()), ..RoomChange::default() };
        let room = moderation.create_room(&ana.actor, wish, None).await.unwrap().id;
        ana.room = Some(room);
        let invite = server.invite(&ana, room, "Witnesses").await.secret.expose_secret().to_owned();
        Self { platform, server, moderation, ana, room, invite }
    }

    pub async fn asks(&self, name: &str) -> Admission {
        let request = Request { name: name.to_owned(), ..Request::default() };
        self.moderation.request_entry(None, &self.invite, request, None).await.unwrap().admission
    }

    /// Somebody who is in, with a token in hand.
    pub async fn enters(&self, name: &str, role: Role) -> Admission {
        let id = self.asks(name).await.id;
        let admission = self.moderation.admit(&self.ana.actor, id, Some(role), None).await.unwrap();
        self.token(&admission).await;
        admission
    }

    /// A token for a guest; the session's id.
    pub async fn token(&self, admission: &Admission) -> String {
        let guest = guest(admission, None);
        self.moderation.issue_token(&guest, admission.id, None).await.unwrap().session_id
    }

    pub async fn session(&self) -> String {
        self.moderation.store.room(self.room).unwrap().unwrap().session_id.unwrap()
    }

    /// A guest's page connects; with `told`, the server learns of it.
    pub async fn connects(&self, guest: &Admission, connection: &str, told: bool) {
        let session = self.session().await;
        self.platform.connects(&session, connection);
        let (now, id) = (self.moderation.clock.now(), connection.parse::<ConnectionId>().unwrap());
        let whose = (guest.person, guest.generation);
        if told {
            let noted =
                self.moderation.store.write(move |tx| tx.note_connection(&session, &id, whose, ToldBy::Guest, now));
            let _: anteroom::store::Connection = noted.await.map_err(|error: StoreError| error).unwrap();
        }
    }

    pub async fn publishes(&self, connection: &str, stream: &str) {
        let session = self.session().await;
        self.platform.publishes(&session, stream);
        let now = self.moderation.clock.now();
        let (connection, stream) = (connection.parse().unwrap(), stream.parse::<StreamId>().unwrap());
        let noted = self.moderation.store.write(move |tx| tx.note_stream(&session, &connection, &stream, now));
        noted.await.map_err(|error: StoreError| error).unwrap();
    }

    /// The connections that were told to go, in order.
    pub fn disconnected(&self) -> Vec<String> {
        self.platform.calls_of("DELETE").iter().map(last_segment).collect()
    }

    pub async fn is_enforced(&self, guest: &Admission) -> bool {
        !self.moderation.store.desk_row(guest.id).unwrap().unwrap().enforcing
    }
}

pub fn last_segment(call: &Recorded) -> String {
    call.path.rsplit('/').next().unwrap().to_owned()
}

/// Waits for something that will come about by itself.
pub async fn until(what: &str, holds: impl AsyncFn() -> bool) {
    for _ in 0..3_000 {
        if holds().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("it never came about: {what}");
}

#[tokio::test]
async fn the_first_token_makes_the_rooms_session_and_all_that_ask_at_once_get_the_same() {
    for provider in ["opentok", "vonage"] {
        let hall = Hall::open(provider).await;
        let mut guests = Vec::new();
        for number in 0..6 {
            let id = hall.asks(&format!("Guest {number}")).await.id;
            guests.push(hall.moderation.admit(&hall.ana.actor, id, None, None).await.unwrap());
        }
        let sessions = futures_util::future::join_all(guests.iter().map(|guest| hall.token(guest))).await;
        assert!(sessions.iter().all(|session| *session == sessions[0]));
        assert_eq!(hall.session().await, sessions[0]);
        hall.moderation.video.check_session(&sessions[0]).unwrap();
        let made = hall.platform.calls_of("POST").len();
        assert!((1..=6).contains(&made));
        hall.token(&guests[0]).await;
        assert_eq!(hall.platform.calls_of("POST").len(), made, "it is made once");
    }
}

#[tokio::test]
async fn a_host_gives_a_room_a_session_of_the_account_and_no_other() {
    let hall = Hall::open("vonage").await;
    let mut browser = hall.ana.browser.clone();
    let path = format!("/host/rooms/{}/settings", hall.room);
    let mut save = async |session: &str| {
        let form = [
            ("title", "Hearing"),
            ("host_label", ""),
            ("token_seconds", "120"),
            ("door", "everyone_waits"),
            ("session_id", session),
        ];
        browser.post(&path, &form).await.status
    };
    let of = |owner: &str| SessionId::of(owner, 1_795_500_000_000, [3; 16]).to_string();
    // The application's id as a part of another owner is no ownership.
    for foreign in [of(API_KEY), of(&format!("{APPLICATION_ID}0")), of("")] {
        assert_eq!(save(&foreign).await, 422, "{foreign}");
    }
    let own = of(APPLICATION_ID);
    assert_eq!(save(&own).await, 303);
    let guest = hall.enters("Sam", Role::Publisher).await;
    assert_eq!(hall.token(&guest).await, own);
    assert!(hall.platform.calls().is_empty(), "no session is made beside it");

    let other = SessionId::of(APPLICATION_ID, 1_795_500_000_000, [4; 16]).to_string();
    assert_eq!(save(&other).await, 403, "nobody is left behind in a session that the room has no more");
    hall.moderation.remove(&hall.ana.actor, guest.id, false, None).await.unwrap();
    assert_eq!(save(&other).await, 303);
    assert_eq!(hall.session().await, other);
    let host = hall.moderation.store.room_hosts(hall.room).unwrap().remove(0);
    let of_the_host = "SELECT generation FROM enforcement WHERE person = ? AND session_id = ?";
    let ended: u32 = sqlx::query_scalar(of_the_host)
        .bind(host.person.to_string())
        .bind(&own)
        .fetch_one(&mut hall.server.database().await)
        .await
        .unwrap();
    assert_eq!(ended, host.generation + 1, "hosts leave the old session, and come back by themselves");
}

#[tokio::test]
async fn who_is_removed_is_disconnected_and_who_gets_a_new_role_keeps_only_the_new_connection() {
    for provider in ["opentok", "vonage"] {
        let hall = Hall::open(provider).await;
        let (sam, kim) = (hall.enters("Sam", Role::Publisher).await, hall.enters("Kim", Role::Publisher).await);
        hall.connects(&sam, "sam-1", true).await;
        hall.connects(&kim, "kim-1", true).await;
        hall.moderation.remove(&hall.ana.actor, sam.id, false, None).await.unwrap();
        until("Sam is out", async || hall.is_enforced(&sam).await).await;
        assert_eq!(hall.disconnected(), ["sam-1"]);

        let kim = hall.moderation.change_role(&hall.ana.actor, kim.id, Role::Subscriber, None).await.unwrap();
        hall.connects(&kim, "kim-2", true).await;
        until("Kim's old rights are gone", async || hall.is_enforced(&kim).await).await;
        assert_eq!(hall.disconnected(), ["sam-1", "kim-1"]);
        assert_eq!(hall.platform.connected(&hall.session().await), 1);
    }
}

#[tokio::test]
async fn a_connection_that_nobody_can_name_leaves_a_removal_open_and_the_desk_says_so() {
    let hall = Hall::open("opentok").await;
    let sam = hall.enters("Sam", Role::Publisher).await;
    hall.connects(&sam, "who-knows", false).await;
    hall.moderation.remove(&hall.ana.actor, sam.id, false, None).await.unwrap();
    until("it was tried", async || !hall.platform.calls_of("GET").is_empty()).await;
    let tried = async || {
        let mut file = hall.server.database().await;
        let of_sam = "SELECT attempts, due_at FROM enforcement WHERE confirmed_at IS NULL";
        sqlx::query_as::<_, (i64, i64)>(of_sam).fetch_one(&mut file).await.unwrap()
    };
    until("a try was noted", async || tried().await.0 > 0).await;
    until("it is tried again", async || tried().await.0 > 1).await;
    let (attempts, due_at) = tried().await;
    let pause = due_at - hall.moderation.clock.now().as_millisecond();
    assert!(attempts < 5 && pause > 0, "after try {attempts} in {pause} ms: later each time");
    assert!(!hall.is_enforced(&sam).await);
    assert!(hall.ana.clone().desk().await.contains("Taking away the old rights"));
    assert!(hall.disconnected().is_empty(), "a stranger's connection is not ended on suspicion");

    let mut desk = hall.ana.watches(None).await;
    assert!(desk.next_named("lists").await.data.contains("Taking away the old rights"));
    hall.connects(&sam, "who-knows", true).await;
    until("now it is known", async || hall.is_enforced(&sam).await).await;
    assert_eq!(hall.disconnected(), ["who-knows"]);
    while desk.rows_with(&format!("admission-{}", sam.id)).await.contains("Taking away the old rights") {}
}

#[tokio::test]
async fn after_ten_minutes_the_desk_raises_an_alarm_until_it_is_over() {
    let hall = Hall::open("opentok").await;
    let sam = hall.enters("Sam", Role::Publisher).await;
    hall.connects(&sam, "sam-1", true).await;
    hall.platform.fails(|_| Some(Fault::Broken));
    hall.moderation.remove(&hall.ana.actor, sam.id, false, None).await.unwrap();
    until("it failed", async || !hall.disconnected().is_empty()).await;
    let alarm = "has not confirmed it for over 10 minutes";
    assert!(!hall.ana.clone().desk().await.contains(alarm));

    hall.moderation.clock.advance(SignedDuration::from_mins(11));
    until("the alarm", async || hall.moderation.store.enforcement_alarms(hall.room).unwrap() == 1).await;
    let page = hall.ana.clone().desk().await;
    assert!(page.contains(alarm) && page.contains("May still be connected"));
}

#[tokio::test]
async fn muting_reaches_the_streams_that_are_known_and_spares_those_that_are_excepted() {
    let hall = Hall::open("vonage").await;
    let (sam, kim) = (hall.enters("Sam", Role::Publisher).await, hall.enters("Kim", Role::Publisher).await);
    hall.connects(&sam, "sam-1", true).await;
    hall.connects(&kim, "kim-1", true).await;
    hall.publishes("sam-1", "camera-of-sam").await;
    hall.publishes("kim-1", "camera-of-kim").await;
    hall.platform.forget_calls();
    hall.moderation.mute(&hall.ana.actor, sam.id).await.unwrap();
    hall.moderation.mute_all(&hall.ana.actor, hall.room, &[kim.id]).await.unwrap();
    let calls = hall.platform.calls();
    assert!(calls[0].path.ends_with("/stream/camera-of-sam/mute"), "{calls:?}");
    assert_eq!(calls[1].body, r#"{"active":true,"excludedStreamIds":["camera-of-kim"]}"#);
    assert_eq!(hall.server.acts().await[..2], ["all_muted", "muted"]);

    // Whoever does it from inside the call goes on speaking.
    let host = hall.moderation.store.room_hosts(hall.room).unwrap().remove(0);
    let (session, now) = (hall.session().await, hall.moderation.clock.now());
    let (id, whose) = ("ana-1".parse::<ConnectionId>().unwrap(), (host.person, host.generation));
    let noted = hall.moderation.store.write(move |tx| tx.note_connection(&session, &id, whose, ToldBy::Host, now));
    let _: anteroom::store::Connection = noted.await.map_err(|error: StoreError| error).unwrap();
    hall.publishes("ana-1", "camera-of-ana").await;
    hall.platform.forget_calls();
    hall.moderation.mute_all(&hall.ana.actor, hall.room, &[]).await.unwrap();
    assert_eq!(hall.platform.calls()[0].body, r#"{"active":true,"excludedStreamIds":["camera-of-ana"]}"#);
}

#[tokio::test]
async fn what_the_platform_cannot_do_is_refused_in_words() {
    let hall = Hall::open("opentok").await;
    let sam = hall.enters("Sam", Role::Publisher).await;
    hall.connects(&sam, "sam-1", true).await;
    let stopped = hall.ana.decides(sam.id, "stop-publishing", &[]).await;
    assert_eq!(stopped.status, 409);
    assert!(stopped.text().contains("Make the guest a viewer"));

    hall.platform.publishes(&hall.session().await, "whose");
    let muted = hall.ana.decides(sam.id, "mute", &[]).await;
    assert_eq!(muted.status, 409);
    assert!(muted.text().contains("does not know which stream"));
    assert_eq!(hall.server.log_of(sam.id).await.last().unwrap(), "Sam token_issued", "nothing was done");
}
