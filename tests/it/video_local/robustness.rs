//! Crowds, garbage, vanished pages, a hub that dies.

use std::net::UdpSocket;

use anteroom::domain::role::Role;
use anteroom::video::local::{Happening, LocalSettings};
use serde_json::json;

use super::hall::{Hall, token, until};
use super::page::Page;
use super::peer::Publishing;

#[tokio::test]
async fn forty_people_come_and_go_and_nothing_is_left_of_them() {
    let hall = Hall::open().await;
    let mut max = hall.connect("s", Role::Moderator, "max").await;
    for round in 0..4 {
        let mut pages = Vec::new();
        for number in 0..10 {
            let role = if number % 2 == 0 { Role::Publisher } else { Role::Subscriber };
            pages.push(hall.connect("s", role, &format!("guest {round} {number}")).await);
        }
        let slow = Publishing { every: std::time::Duration::from_millis(100), ..Publishing::default() };
        let mut media = Vec::new();
        let mut views = Vec::new();
        for page in pages.iter_mut().step_by(2) {
            media.push(page.publish(slow.clone()).await);
            views.push(max.watch_next().await);
        }
        views.push(pages[1].watch_next().await);
        for view in &views {
            until("frames", || view.tally.frames() > 0).await;
        }
        for (number, page) in pages.into_iter().enumerate() {
            // Goodbyes, and broken lines.
            if number % 3 == 0 { page.vanish() } else { page.leave().await }
        }
        for _ in 0..10 {
            max.next("left").await;
        }
        let counts = hall.session.counts().await.unwrap();
        assert_eq!((counts.connections, counts.streams, counts.peers), (1, 0, 0), "{counts:?}");
    }
    max.leave().await;
    hall.is_empty().await;
}

#[tokio::test]
async fn garbage_datagrams_harm_nobody() {
    let hall = Hall::open().await;
    let mut ana = hall.connect("s", Role::Publisher, "ana").await;
    let mut ben = hall.connect("s", Role::Subscriber, "ben").await;
    let _from_ana = ana.publish(Publishing::default()).await;
    let view = ben.watch_next().await;
    until("frames", || view.tally.frames() >= 5).await;

    let port = hall.session.advertised()[0];
    let thrower = tokio::task::spawn_blocking(move || throw_garbage(port));
    thrower.await.unwrap();
    let frames = view.tally.frames();
    until("frames go on", || view.tally.frames() >= frames + 30).await;
    let counts = hall.session.counts().await.unwrap();
    assert_eq!((counts.connections, counts.peers), (2, 2));
}

/// 20,000 datagrams: noise, and beginnings that look like each protocol on the port.
fn throw_garbage(port: std::net::SocketAddr) {
    let sockets: Vec<UdpSocket> = (0..20).map(|_| UdpSocket::bind("127.0.0.1:0").unwrap()).collect();
    let mut seed = 7_u32;
    let mut random = move || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed >> 16
    };
    for number in 0..20_000_usize {
        let mut datagram: Vec<u8> = (0..random() % 600).map(|_| random() as u8).collect();
        let first = [0, 1, 20, 22, 23, 63, 128, 144, 191, 255][number % 10];
        if let Some(byte) = datagram.first_mut() {
            *byte = first;
        }
        if first < 2 && datagram.len() >= 20 {
            datagram[4..8].copy_from_slice(&[0x21, 0x12, 0xa4, 0x42]); // STUN's magic
        }
        let _dropped = sockets[number % 20].send_to(&datagram, port);
    }
}

#[tokio::test]
async fn a_hub_that_dies_tells_everybody_and_comes_back_on_the_same_port() {
    let hall = Hall::open().await;
    let mut events = hall.session.events();
    let port = hall.session.advertised();
    for _ in 0..3 {
        let mut ana = connected(&hall, &token("s", Role::Publisher, "ana", 1)).await;
        let mut ben = connected(&hall, &token("s", Role::Subscriber, "ben", 1)).await;
        let _from_ana = ana.publish(Publishing::default()).await;
        let view = ben.watch_next().await;
        until("frames", || view.tally.frames() >= 5).await;

        hall.session.break_hub().await;
        for page in [&mut ana, &mut ben] {
            assert_eq!(page.next("disconnected").await["reason"], "restarting");
            assert_eq!(page.is_closed().await, 1012);
        }
        while events.recv().await.unwrap().what != Happening::Restarted {}
        assert!(hall.session.list("s").await.unwrap().is_empty());
    }
    assert_eq!(hall.session.advertised(), port);
}

/// Tries again while the hub is starting anew, as pages do.
async fn connected(hall: &Hall, token: &str) -> Page {
    loop {
        let mut page = Page::open(hall.web).await;
        page.send(json!({"t": "connect", "token": token, "v": 1})).await;
        until("an answer", || !page.heard().is_empty()).await;
        if let Some(welcome) = page.take("welcome") {
            page.welcome = welcome;
            return page;
        }
    }
}

#[tokio::test]
async fn a_stopping_server_says_so_to_everybody() {
    let hall = Hall::open().await;
    let mut ana = hall.connect("s", Role::Publisher, "ana").await;
    hall.stop();
    assert_eq!(ana.next("disconnected").await["reason"], "stopping");
    assert_eq!(ana.is_closed().await, 1001);
    assert!(hall.session.list("s").await.is_err());
}

#[tokio::test]
async fn a_publisher_whose_network_breaks_is_taken_out_and_the_page_stays() {
    let hall = Hall::open().await;
    let mut ana = hall.connect("s", Role::Publisher, "ana").await;
    let mut ben = hall.connect("s", Role::Subscriber, "ben").await;
    let from_ana = ana.publish(Publishing::default()).await;
    let view = ben.watch_next().await;
    until("frames", || view.tally.frames() >= 5).await;
    from_ana.cut();
    assert_eq!(ana.next("streamDestroyed").await["reason"], "network");
    assert_eq!(ben.next("streamDestroyed").await["reason"], "network");
    let _again = ana.publish(Publishing::default()).await;
    let view = ben.watch_next().await;
    until("frames", || view.tally.frames() >= 5).await;
}

#[tokio::test]
async fn a_session_holds_fifty_and_the_next_is_told_that_it_is_full() {
    let hall = Hall::open().await;
    let mut pages = Vec::new();
    for number in 0..50 {
        pages.push(hall.connect("s", Role::Subscriber, &format!("guest {number}")).await);
    }
    assert_eq!(hall.refused(&token("s", Role::Moderator, "max", 1)).await, "session_full");
    let _elsewhere = hall.connect("other", Role::Moderator, "max").await;
    // Somebody who is in may come back, and does not count twice.
    let _back = hall.connect("s", Role::Subscriber, "guest 7").await;
}

#[tokio::test]
async fn without_settings_the_machines_own_address_stands_beside_loopback() {
    let bind = "0.0.0.0:0".parse().unwrap();
    let hall = Hall::open_at(LocalSettings { bind, advertise: Vec::new() }).await;
    let advertised = hall.session.advertised();
    assert!(advertised.iter().any(|address| address.ip().is_loopback()));
    assert!(advertised.iter().all(|address| address.port() == advertised[0].port() && !address.ip().is_unspecified()));
    let mut ana = hall.connect("s", Role::Publisher, "ana").await;
    let mut ben = hall.connect("s", Role::Subscriber, "ben").await;
    let _from_ana = ana.publish(Publishing::default()).await;
    let view = ben.watch_next().await;
    until("frames", || view.tally.frames() >= 5).await;
}

#[tokio::test]
async fn an_address_that_is_not_on_this_machine_can_be_advertised() {
    let bind = "0.0.0.0:0".parse().unwrap();
    let advertise = vec!["203.0.113.7".parse().unwrap(), "127.0.0.1".parse().unwrap()];
    let hall = Hall::open_at(LocalSettings { bind, advertise }).await;
    let told: Vec<String> = hall.session.advertised().iter().map(|address| address.ip().to_string()).collect();
    assert_eq!(told, ["203.0.113.7", "127.0.0.1"]);
    let mut ana = hall.connect("s", Role::Publisher, "ana").await;
    let mut ben = hall.connect("s", Role::Subscriber, "ben").await;
    let _from_ana = ana.publish(Publishing::default()).await;
    let view = ben.watch_next().await;
    until("frames", || view.tally.frames() >= 5).await;
}
