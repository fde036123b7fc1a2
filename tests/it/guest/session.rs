//! The door of the session itself, with the real tokens of a real server: who gets through, and who does not any more.

use anteroom::domain::role::Role;
use futures_util::{SinkExt as _, StreamExt as _};
use jiff::SignedDuration;
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

use crate::support::{Guest, Host, Server, open_invite};

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

async fn socket(server: &Server, origin: &str) -> Result<Socket, u16> {
    let mut request = format!("ws://{}/session/ws", server.address).into_client_request().unwrap();
    request.headers_mut().insert("origin", origin.parse().unwrap());
    match tokio_tungstenite::connect_async(request).await {
        Ok((socket, _)) => Ok(socket),
        Err(tokio_tungstenite::tungstenite::Error::Http(answer)) => Err(answer.status().as_u16()),
        Err(error) => panic!("{error}"),
    }
}

async fn next(socket: &mut Socket) -> Value {
    loop {
        match socket.next().await.unwrap().unwrap() {
            Message::Text(text) => return serde_json::from_str(&text).unwrap(),
            Message::Close(frame) => return json!({ "t": "closed", "code": frame.map(|frame| u16::from(frame.code)) }),
            _ => {}
        }
    }
}

/// Connects with a token: the socket and the first answer.
async fn connects(server: &Server, token: &str) -> (Socket, Value) {
    let mut socket = socket(server, &server.origin).await.unwrap();
    let hello = json!({ "t": "connect", "token": token, "v": 1 }).to_string();
    socket.send(Message::text(hello)).await.unwrap();
    let answer = next(&mut socket).await;
    (socket, answer)
}

async fn refusal(server: &Server, token: &str) -> String {
    let (_, answer) = connects(server, token).await;
    assert_eq!(answer["t"], "error", "{answer}");
    answer["code"].as_str().unwrap().to_owned()
}

async fn token(guest: &mut Guest) -> String {
    let answer = guest.fetches_a_token().await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.json()["token"].as_str().unwrap().to_owned()
}

async fn admitted(server: &Server, ana: &Host, name: &str, role: Role) -> Guest {
    let link = server.link(ana, open_invite()).await;
    let guest = Guest::asks(server, &link, name).await;
    let id = guest.admission(server).await.id;
    server.moderation.admit(&ana.actor, id, Some(role), None).await.unwrap();
    guest
}

#[tokio::test]
async fn a_token_opens_the_session_with_its_role_and_the_desk_sees_who_is_there() {
    let server = Server::start().await;
    let ana = server.host_with_room("Ana").await;
    let mut sam = admitted(&server, &ana, "Sam", Role::Subscriber).await;
    let token = token(&mut sam).await;
    let (mut socket, welcome) = connects(&server, &token).await;
    assert_eq!((welcome["t"].as_str(), welcome["role"].as_str()), (Some("welcome"), Some("subscriber")));

    let offer = json!({ "t": "publish", "ref": "1", "sdp": "v=0", "name": "camera", "audio": true, "video": true });
    socket.send(Message::text(offer.to_string())).await.unwrap();
    assert_eq!(next(&mut socket).await["code"], "not_allowed", "the role comes from the token alone");

    let id = sam.admission(&server).await.id;
    while !server.acts_in(ana.room()).await.contains(&"connected".to_owned()) {
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    let now = server.moderation.clock.now();
    let presence = server.moderation.presence.of(id, now, now);
    assert!(matches!(presence, anteroom::live::Presence::InCall(_)), "{presence:?}");
}

#[tokio::test]
async fn tokens_that_do_not_count_are_refused_each_for_its_reason() {
    let server = Server::start().await;
    let ana = server.host_with_room("Ana").await;
    let mut sam = admitted(&server, &ana, "Sam", Role::Publisher).await;
    let good = token(&mut sam).await;

    assert_eq!(refusal(&server, "").await, "token_invalid");
    assert_eq!(refusal(&server, "T1==bm90aGluZw==").await, "token_invalid");
    let middle = good.len() / 2;
    let other = if good.as_bytes()[middle] == b'A' { "B" } else { "A" };
    let tampered = format!("{}{other}{}", &good[..middle], &good[middle + 1..]);
    assert_eq!(refusal(&server, &tampered).await, "token_invalid");

    let elsewhere = Server::start().await;
    let ben = elsewhere.host_with_room("Ben").await;
    let mut eve = admitted(&elsewhere, &ben, "Eve", Role::Moderator).await;
    assert_eq!(refusal(&server, &token(&mut eve).await).await, "token_invalid", "another installation's key");

    server.moderation.clock.advance(SignedDuration::from_secs(121));
    assert_eq!(refusal(&server, &good).await, "token_expired");
}

#[tokio::test]
async fn what_was_taken_away_is_over_for_the_open_connection_and_for_the_token() {
    let server = Server::start().await;
    let ana = server.host_with_room("Ana").await;
    let mut sam = admitted(&server, &ana, "Sam", Role::Moderator).await;
    let id = sam.admission(&server).await.id;
    let first = token(&mut sam).await;
    let (mut socket, welcome) = connects(&server, &first).await;
    assert_eq!(welcome["role"], "moderator");

    server.moderation.change_role(&ana.actor, id, Role::Publisher, None).await.unwrap();
    let end = next(&mut socket).await;
    assert_eq!((end["t"].as_str(), end["reason"].as_str()), (Some("disconnected"), Some("replaced")));
    assert_eq!(refusal(&server, &first).await, "token_voided", "an older generation");

    let second = token(&mut sam).await;
    let (mut socket, welcome) = connects(&server, &second).await;
    assert_eq!(welcome["role"], "publisher");
    server.moderation.remove(&ana.actor, id, false, None).await.unwrap();
    let end = next(&mut socket).await;
    assert_eq!((end["t"].as_str(), end["reason"].as_str()), (Some("disconnected"), Some("removed")));
    assert_eq!(refusal(&server, &second).await, "token_voided", "a second use after removal");
    assert_eq!(sam.fetches_a_token().await.status, 410);
}

#[tokio::test]
async fn a_guest_moderator_who_puts_somebody_out_removes_them_for_the_desk_too() {
    let server = Server::start().await;
    let ana = server.host_with_room("Ana").await;
    let mut mia = admitted(&server, &ana, "Mia", Role::Moderator).await;
    let mut sam = admitted(&server, &ana, "Sam", Role::Publisher).await;
    let (_sams, theirs) = connects(&server, &token(&mut sam).await).await;
    let (mut mias, _) = connects(&server, &token(&mut mia).await).await;
    let order = json!({ "t": "disconnect", "connection": theirs["connection"] });
    mias.send(Message::text(order.to_string())).await.unwrap();
    while sam.status().await["state"] != "removed" {
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    let id = sam.admission(&server).await.id;
    assert!(server.log_of(id).await.contains(&"Mia removed".to_owned()), "{:?}", server.log_of(id).await);
}

#[tokio::test]
async fn the_socket_opens_for_our_own_pages_only() {
    let server = Server::start().await;
    assert_eq!(socket(&server, "https://elsewhere.example").await.err(), Some(403));
    assert_eq!(socket(&server, "null").await.err(), Some(403));
    assert!(socket(&server, &server.origin).await.is_ok());
    assert_eq!(server.get("/session/ws").await.status, 403, "no origin at all");
}
